"""Plymouth: label lines, plain headings, exemption grids with columns 1 to 7, a sign-off grid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from corpus.kit import Kit, long_date, rule
from corpus.model import SampleReport
from corpus.press import Furniture, PageBreak
from corpus.templates import Layout
from corpus.templates.common import annex, numbered_sections, recommendations
from schemas.vocabulary import ImplicationType, PersonRole, SignOffArea

#: What the form prints under "Other Implications", before the author's own words.
DUTY = (
    "In weighing these proposals members must keep in mind the Council's duty under section 149 "
    "of the Equality Act 2010 to have due regard to the needs of people who share a protected "
    "characteristic."
)
ADD_ROWS = "*Add as many rows as are needed"
EXEMPTION = (
    "Exemption paragraph number (if any). Tick the paragraph of Part 1 of Schedule 12A of the "
    "Local Government Act 1972 that keeps some or all of the information from publication."
)
PAPERS = (
    "List the papers, not themselves published, on which this report relies to a material "
    "extent and which set out facts or matters that bear on the decision."
)
GRID = {
    "Fin": SignOffArea.FINANCE,
    "Leg": SignOffArea.LEGAL,
    "Mon Off": SignOffArea.MONITORING_OFFICER,
    "HR": SignOffArea.HR,
    "Assets": SignOffArea.ASSETS,
    "Strat Proc": SignOffArea.PROCUREMENT,
}
WIDTH = 455


def complete(sample: SampleReport) -> SampleReport:
    """Put the form's standing words before what the author says of other implications."""
    items = [
        item.model_copy(update={"text": f"{DUTY}\n\n{item.text}"})
        if item.types == (ImplicationType.OTHER,)
        else item
        for item in sample.implications
    ]
    return sample.model_copy(update={"implications": tuple(items)})


def front(kit: Kit, sample: SampleReport) -> list[Any]:
    """Set the committee and the label lines."""
    lead, director = (
        sample.person_as(role) for role in (PersonRole.LEAD_MEMBER, PersonRole.LEAD_DIRECTOR)
    )
    author = sample.person_as(PersonRole.AUTHOR)
    lines = (
        ("Date of meeting:", long_date(sample.date)),
        ("Title of Report:", f"**{sample.title}**"),
        ("Lead Member:", f"{lead.full_name} ({lead.post})" if lead.post else lead.full_name),
        ("Lead Strategic Director:", f"{director.full_name} ({director.post})"),
        ("Author:", author.full_name),
        ("Contact Email:", author.email or ""),
        ("Your Reference:", sample.reference or ""),
        ("Key Decision:", "Yes" if sample.key_decision else "No"),
        ("Confidentiality:", sample.confidentiality.statement or ""),
    )
    return [
        kit.p(sample.committee, bold=True, size=16, after=10),
        kit.label_rows(lines, (140, WIDTH - 140), rules=False),
        rule(WIDTH),
    ]


def exemption_grid(
    kit: Kit, heads: Sequence[str], rows: Sequence[tuple[Sequence[str], Sequence[str]]]
) -> Any:
    """Set a grid of titles with a column for each exemption paragraph, marked X where it applies.

    `rows` are (cells, paragraphs).
    """
    numbers = [str(n) for n in range(1, 8)]
    lead = len(heads)

    def cells(texts: Sequence[str], bold: bool = False) -> list[Any]:
        return [kit.cell(text, bold=bold, size=9) for text in texts]

    top = [*cells(heads, bold=True), kit.cell(EXEMPTION, size=8, italic=True), *[""] * 6]
    second = [*[""] * lead, *cells(numbers, bold=True)]
    body = [
        cells([*texts, *("X" if n in paragraphs else "" for n in numbers)])
        for texts, paragraphs in rows
    ]
    widths = [35, 245] if lead == 2 else [280]
    spans = [(lead, 0, lead + 6, 0), *((n, 0, n, 1) for n in range(lead))]
    return kit.grid(
        [top, second, *body], [*widths, *[25] * 7], shade_rows=[0, 1], spans=spans, repeat=2
    )


def sign_off(kit: Kit, sample: SampleReport) -> list[Any]:
    """Set the grid of clearances and the approvals under it."""
    cells = []
    for label, area in GRID.items():
        cells += [
            kit.cell(label, bold=True, size=8),
            kit.cell(sample.signed_off(area).reference or "", size=8),
        ]
    director, member = sample.people_as(PersonRole.APPROVER)
    dates = [
        f"{sample.signed_off(area).date:%d/%m/%Y}"
        for area in (SignOffArea.DIRECTOR, SignOffArea.MEMBER)
    ]
    lines = (
        f"{director.post}: {director.full_name}",
        "Please confirm the Strategic Director(s) has agreed the report? Yes",
        f"Date agreed: {dates[0]}",
        f"{member.post} approval: {member.full_name}",
        f"Date approved: {dates[1]}",
    )
    below = [[kit.cell(line), *[""] * 11] for line in lines]
    return [
        kit.heading("Sign off:"),
        kit.grid(
            [cells, *below],
            [26, 64, 26, 54, 28, 53, 24, 30, 34, 30, 32, 54],
            spans=[(0, n, 11, n) for n in range(1, 6)],
        ),
    ]


def story(sample: SampleReport) -> list[Any]:
    """Print the report: the form first, the report in full on the pages after."""
    kit = Kit()
    out = front(kit, sample)
    out += [kit.heading("Purpose of Report"), *kit.flow(sample.summary or "")]
    out.append(kit.heading("Recommendations and Reasons"))
    if sample.lead_in:
        out.append(kit.p(sample.lead_in, keep=True))
    out += recommendations(kit, sample, closings=(".", ")"))
    out += kit.flow(f"Reason: {sample.reasons}")
    out += [
        kit.heading("Alternative options considered and rejected"),
        *kit.flow(sample.alternatives or ""),
    ]
    for item in sample.implications:
        out.append(kit.heading(item.heading))
        star = "* " if item.types == (ImplicationType.OTHER,) else ""
        out += kit.flow(star + item.text)
    appendices = [((item.label, item.title), item.paragraphs) for item in sample.appendices]
    papers = [((item.title,), item.paragraphs) for item in sample.background_papers]
    out += [
        kit.heading("Appendices"),
        kit.p(ADD_ROWS, italic=True, size=8, keep=True),
        exemption_grid(kit, ("Ref.", "Title of Appendix"), appendices),
        kit.heading("Background papers:", before=12),
        kit.p(ADD_ROWS, italic=True, size=8, keep=True),
        kit.p(PAPERS, italic=True, size=8, keep=True),
        exemption_grid(kit, ("Title of any background paper(s)",), papers or [(("",), ())]),
        *sign_off(kit, sample),
    ]
    if sample.body:
        out += [PageBreak(), kit.heading(sample.title.upper(), size=12.5)]
        out += numbered_sections(kit, sample.body, sample.tables, heading="{}.0", capitals=True)
    return out + annex(kit, sample)


LAYOUT = Layout(
    story=story,
    furniture=lambda sample: Furniture(head=("OFFICIAL",), head_bold=True),
    complete=complete,
)
