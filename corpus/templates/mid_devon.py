"""Mid Devon: a label grid, "Section 1 – …" headings, implications in a table with Yes and No."""

from __future__ import annotations

from typing import Any

from corpus.kit import Kit, long_date
from corpus.model import Implication, SampleReport
from corpus.press import Furniture
from corpus.templates import Layout
from corpus.templates.common import annex, numbered_sections, recommendations
from schemas.vocabulary import ImplicationStatus, PersonRole, SignOffArea

WIDTH = 465
TINT = "#d5e8d4"
#: The officers who check every report, and the clearance that each gives.
OFFICERS = {
    "Section 151 Officer": SignOffArea.FINANCE,
    "Monitoring Officer": SignOffArea.MONITORING_OFFICER,
    "Chief Executive": SignOffArea.DIRECTOR,
}


def front(kit: Kit, sample: SampleReport) -> Any:
    """Set the label grid."""
    lead, officer = (
        sample.person_as(role) for role in (PersonRole.LEAD_MEMBER, PersonRole.LEAD_DIRECTOR)
    )
    enclosures = [
        f"Appendix {item.label} – {item.title}" + (" (exempt)" if item.paragraphs else "")
        for item in sample.appendices
    ]
    rows = [
        ("Report for:", sample.committee),
        ("Date of Meeting:", long_date(sample.date)),
        ("Subject:", f"**{sample.title}**"),
        ("Cabinet Member:", f"{lead.full_name}, {lead.post}"),
        ("Responsible Officer:", f"{officer.full_name}, {officer.post}"),
        ("Key Decision:", "Yes" if sample.key_decision else "No"),
        ("Exempt:", sample.confidentiality.statement or ""),
        ("Wards Affected:", sample.wards_printed),
        ("Enclosures:", "\n".join(enclosures) or "None"),
    ]
    grid = kit.label_rows(rows, (120, WIDTH - 120))
    grid.spaceAfter = 10
    return grid


def ticks(item: Implication) -> tuple[str, str]:
    """Return what stands in the Yes and No columns: X in one of them, or in neither if blank."""
    match item.status:
        case ImplicationStatus.BLANK:
            return "", ""
        case ImplicationStatus.SUBSTANTIVE:
            return "X", ""
        case _:
            return "", "X"


def implications(kit: Kit, sample: SampleReport) -> Any:
    """Set the table of implications, a row for each."""
    heads = ("Implications", "Yes", "No", "Details")
    rows = [[kit.cell(head, bold=True) for head in heads]]
    for item in sample.implications:
        yes, no = ticks(item)
        rows.append(
            [
                kit.cell(item.heading, bold=True),
                kit.cell(yes, align="centre"),
                kit.cell(no, align="centre"),
                kit.flow(item.text, after=2),
            ]
        )
    return kit.grid(rows, [115, 30, 30, WIDTH - 175], shade_rows=[0], shade=TINT, repeat=1)


def checks(kit: Kit, sample: SampleReport) -> Any:
    """Set the table of the statutory officers' checks."""
    rows = [[kit.cell(head, bold=True) for head in ("Officer", "Checked by", "Date")]]
    for post, area in OFFICERS.items():
        mark = sample.signed_off(area)
        rows.append(
            [kit.cell(post), kit.cell(mark.reference or ""), kit.cell(long_date(mark.date))]
        )
    return kit.grid(rows, [170, 170, WIDTH - 340], shade_rows=[0], shade=TINT, repeat=1)


def story(sample: SampleReport) -> list[Any]:
    """Print the report."""
    kit = Kit()
    contact = sample.person_as(PersonRole.CONTACT)
    out = [
        front(kit, sample),
        kit.heading("Section 1 – Summary and Recommendations", size=12.5),
        *kit.flow(sample.summary or ""),
        kit.heading("Recommendations:"),
        kit.p(sample.lead_in, keep=True),
        *recommendations(kit, sample, closings=(".", ")")),
    ]
    if sample.reasons:
        out += [kit.heading("Reasons for the recommendations:"), *kit.flow(sample.reasons)]
    out.append(kit.heading("Section 2 – Report", size=12.5, before=10))
    out += numbered_sections(kit, sample.body, sample.tables, heading="{}.0")
    if sample.alternatives:
        out += [kit.heading("Other options considered"), *kit.flow(sample.alternatives)]
    out += [
        kit.heading("Section 3 – Implications", size=12.5, before=10),
        implications(kit, sample),
        kit.heading("Section 4 – Statutory officer checks", size=12.5, before=12),
        checks(kit, sample),
        kit.heading("Section 5 – Contact and background papers", size=12.5, before=12),
        kit.p(f"**Contact:** {contact.full_name}, {contact.post}", after=1),
        kit.p(f"Email: {contact.email}", after=1),
        kit.p(f"Telephone: {contact.phone}"),
        kit.p("**Background papers:**", after=1, keep=True),
    ]
    out += [
        kit.p(paper.title, label="•", left=8, hang=14, after=2)
        for paper in sample.background_papers
    ] or [kit.p("None")]
    return out + annex(kit, sample)


LAYOUT = Layout(
    story=story,
    furniture=lambda sample: Furniture(
        head=("Mid Devon District Council",), foot="{title}  |  Page {page}", foot_align="left"
    ),
)
