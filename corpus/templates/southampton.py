"""Southampton: everything in ruled grids, capital headings in shaded boxes, numbers all through."""

from __future__ import annotations

from typing import Any

from corpus import markup
from corpus.kit import Kit, Numbers, long_date
from corpus.model import Implication, Person, SampleReport
from corpus.press import Furniture
from corpus.templates import Layout
from corpus.templates.common import annex, depths
from schemas.vocabulary import ImplicationStatus, ImplicationType, PersonRole

#: The two boxes at the end, with the question that each asks.
ASSESSMENTS = {
    ImplicationType.EQUALITY: (
        "Equality Impact Assessment",
        "Does anything in this report call for an Equality and Safety Impact Assessment?",
    ),
    ImplicationType.DATA_PROTECTION: (
        "Data Protection Impact Assessment",
        "Does anything in this report call for a Data Protection Impact Assessment?",
    ),
}
RULES_COLUMN = (
    "Paragraph of Schedule 12A or of the Access to Information Procedure Rules that makes the "
    "paper exempt (if any)"
)
WIDTH = 470
NUMBER = 34


def complete(sample: SampleReport) -> SampleReport:
    """Turn the yes or no of the two assessment boxes into what the page says."""
    boxes = tuple(
        Implication(
            types=(kind,),
            heading=heading,
            text=f"{question} {sample.extra[kind.value]}",
            status=ImplicationStatus.SUBSTANTIVE
            if sample.extra[kind.value] == "Yes"
            else ImplicationStatus.NONE,
        )
        for kind, (heading, question) in ASSESSMENTS.items()
    )
    return sample.model_copy(update={"implications": sample.implications + boxes})


class Boxes:
    """Sets the rows of the long grid, one table a row, so that a row can break over a page."""

    def __init__(self, kit: Kit, sample: SampleReport) -> None:
        self.kit, self.sample = kit, sample
        self.number = Numbers("{}.")

    def heading(self, text: str, *, shaded: bool = True, bold: bool = True) -> Any:
        """Set a heading across the grid, kept with the row after it."""
        cell = self.kit.cell(text, bold=bold, italic=not bold)
        row = self.kit.grid([[cell]], [WIDTH], shade_rows=[0] if shaded else [])
        row.keepWithNext = True
        return row

    def whole(self, marked: str) -> Any:
        """Set text across the grid without a number."""
        return self.kit.grid([[self.kit.flow(marked, after=3)]], [WIDTH])

    def row(self, label: str, cell: list[Any]) -> Any:
        """Set a label and what stands beside it."""
        return self.kit.grid([[self.kit.cell(label), cell]], [NUMBER, WIDTH - NUMBER])

    def rows(self, marked: str) -> list[Any]:
        """Set text, a number and a row for each paragraph; lists and tables join the row before."""
        out: list[tuple[str, list[Any]]] = []
        for block in markup.parse(marked):
            match block:
                case markup.Paragraph(text):
                    out.append((self.number(), [self.kit.cell(text)]))
                case markup.Bullets(items):
                    out[-1][1].extend(
                        self.kit.p(item, label="•", left=6, hang=14, after=2) for item in items
                    )
                case markup.TableRef(name):
                    table = self.sample.tables[name]
                    out[-1][1].extend(self.kit.data_table(table, width=WIDTH - NUMBER - 12))
                case markup.SubHeading(text):
                    out.append(("", [self.kit.cell(text, italic=True)]))
        return [
            self.row(label, cells) if label else self.heading_row(cells) for label, cells in out
        ]

    def heading_row(self, cells: list[Any]) -> Any:
        """Set a sub-heading across the grid."""
        row = self.kit.grid([[cells]], [WIDTH])
        row.keepWithNext = True
        return row

    def recommendations(self) -> list[Any]:
        """Set a row for each outer recommendation, with what is nested in it."""
        outer: list[tuple[str, list[Any]]] = []
        items = self.sample.recommendations
        for item, depth in zip(items, depths(items), strict=True):
            if depth == 0:
                outer.append((item.label, [self.kit.cell(item.text)]))
            else:
                nested = self.kit.p(item.text, label=f"{item.label})", left=4, hang=24, after=2)
                outer[-1][1].append(nested)
        return [self.row(label, cells) for label, cells in outer]


def contact_rows(kit: Kit, label: str, person: Person) -> list[list[Any]]:
    """Return the three rows of the contact grid for one person."""
    return [
        [
            kit.cell(label, bold=True),
            kit.cell("Title", bold=True),
            kit.cell(person.post or ""),
            "",
            "",
        ],
        [
            "",
            kit.cell("Name:", bold=True),
            kit.cell(person.full_name),
            kit.cell("Tel:", bold=True),
            kit.cell(person.phone or ""),
        ],
        ["", kit.cell("E-mail:", bold=True), kit.cell(person.email or ""), "", ""],
    ]


def front(kit: Kit, sample: SampleReport) -> list[Any]:
    """Set the two grids at the head of the report."""
    report_of = sample.person_as(PersonRole.REPORT_OF)
    head = kit.label_rows(
        (
            ("DECISION-MAKER:", sample.committee),
            ("SUBJECT:", f"**{sample.title}**"),
            ("DATE OF DECISION:", long_date(sample.date).upper()),
            ("REPORT OF:", report_of.post or ""),
        ),
        (150, WIDTH - 150),
        shade_columns=[0],
    )
    rows = [[kit.cell("CONTACT DETAILS", bold=True, align="centre"), "", "", "", ""]]
    for role, label in (
        (PersonRole.LEAD_DIRECTOR, "Executive Director"),
        (PersonRole.AUTHOR, "Author:"),
    ):
        for person in sample.people_as(role):
            rows += contact_rows(kit, label, person)
    spans = [(0, 0, 4, 0)]
    for first in range(1, len(rows), 3):
        spans += [(0, first, 0, first + 2), (2, first, 4, first), (2, first + 2, 4, first + 2)]
    contacts = kit.grid(rows, [80, 55, 195, 35, 105], shade_rows=[0], spans=spans)
    contacts.spaceBefore = contacts.spaceAfter = 12
    return [head, contacts]


def implication_rows(boxes: Boxes, item: Implication) -> list[Any]:
    """Set one implication, each paragraph under its narrowing sub-heading where there are any."""
    out = [boxes.heading(item.heading)]
    if not item.parts:
        return out + (boxes.rows(item.text) or [boxes.whole("")])
    for part, paragraph in zip(item.parts, item.text.split("\n\n"), strict=True):
        out += [boxes.heading(part, shaded=False), *boxes.rows(paragraph)]
    return out


def supporting(kit: Kit, sample: SampleReport, boxes: Boxes) -> list[Any]:
    """Set the supporting documentation at the end."""
    out = [boxes.heading("SUPPORTING DOCUMENTATION"), boxes.heading("Appendices", shaded=False)]
    listed = [(f"{item.label}.", item.title) for item in sample.appendices] or [("1.", "None")]
    out += [boxes.row(label, [kit.cell(title)]) for label, title in listed]
    out.append(boxes.heading("Documents In Members' Rooms", shaded=False))
    out.append(boxes.row("1.", [kit.cell("None")]))
    for item in sample.implications[-len(ASSESSMENTS) :]:
        out.append(boxes.heading(item.heading, shaded=False))
        question, answer = item.text.rsplit(" ", 1)
        out.append(kit.grid([[kit.cell(question), kit.cell(answer, bold=True)]], [WIDTH - 60, 60]))
    out.append(boxes.heading("Other Background Documents", shaded=False))
    rows = [
        [kit.cell("Title of Background Paper(s)", bold=True), "", kit.cell(RULES_COLUMN, size=8)]
    ]
    for n, paper in enumerate(sample.background_papers or [None], 1):
        title = paper.title if paper else "None"
        exempt = f"Paragraph {', '.join(paper.paragraphs)}" if paper and paper.paragraphs else ""
        rows.append([kit.cell(f"{n}."), kit.cell(title), kit.cell(exempt)])
    out.append(kit.grid(rows, [NUMBER, WIDTH - NUMBER - 150, 150], spans=[(0, 0, 1, 0)]))
    return out


def story(sample: SampleReport) -> list[Any]:
    """Print the report as one long grid."""
    kit = Kit()
    boxes = Boxes(kit, sample)
    out = front(kit, sample)
    out += [
        boxes.heading("STATEMENT OF CONFIDENTIALITY"),
        boxes.whole(sample.confidentiality.statement or "None"),
        boxes.heading("BRIEF SUMMARY"),
        boxes.whole(sample.summary or ""),
        boxes.heading("RECOMMENDATIONS:"),
        *boxes.recommendations(),
        boxes.heading("REASONS FOR REPORT RECOMMENDATIONS"),
        *boxes.rows(sample.reasons or ""),
        boxes.heading("ALTERNATIVE OPTIONS CONSIDERED AND REJECTED"),
        *boxes.rows(sample.alternatives or ""),
        boxes.heading("DETAIL (Including consultation carried out)"),
    ]
    for section in sample.body:
        if section.heading:
            out.append(boxes.heading(section.heading, shaded=False, bold=False))
        out += boxes.rows(section.text)
    for item in sample.implications[: -len(ASSESSMENTS)]:
        out += implication_rows(boxes, item)
    key = kit.label_rows(
        (
            ("KEY DECISION?", "Yes" if sample.key_decision else "No"),
            ("WARDS/COMMUNITIES AFFECTED:", sample.wards_printed),
        ),
        (150, WIDTH - 150),
        shade_columns=[0],
    )
    key.spaceBefore = key.spaceAfter = 12
    return [*out, key, *supporting(kit, sample, boxes), *annex(kit, sample)]


LAYOUT = Layout(
    story=story,
    furniture=lambda sample: Furniture(
        margins=(50, 60, 62, 62), foot="{page}", foot_align="centre"
    ),
    complete=complete,
)
