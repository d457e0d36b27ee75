"""Powys: a bilingual running head, capital labels, recommendations and reasons side by side."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import KeepTogether, Spacer

from corpus.kit import Kit, long_date
from corpus.model import Appendix, BodySection, SampleReport
from corpus.press import Furniture
from corpus.templates import Layout
from corpus.templates.common import annex, as_section, depths, numbered_sections
from schemas.vocabulary import PersonRole

WIDTH = 465


def front(kit: Kit, sample: SampleReport) -> list[Any]:
    """Set the label grid, and the statement of exemption where there is one."""
    member = sample.person_as(PersonRole.REPORT_OF)
    when = long_date(sample.date) + (f", {sample.time:%H:%M}" if sample.time else "")
    rows = [
        ("REPORT TO:", sample.committee),
        ("DATE AND TIME:", when),
        ("VENUE:", sample.venue or ""),
        ("REPORT NO:", sample.reference or ""),
        ("REPORT BY:", f"{member.full_name}, {member.post}"),
        ("SUBJECT:", f"**{sample.title}**"),
        ("WARDS AFFECTED:", sample.wards_printed),
    ]
    grid = kit.label_rows(rows, (120, WIDTH - 120))
    grid.spaceAfter = 10
    statement = sample.confidentiality.statement
    return [grid, kit.p(statement, bold=True, align="centre")] if statement else [grid]


def asked(kit: Kit, sample: SampleReport) -> Any:
    """Set the table of two columns: recommendations on the left, their reasons on the right."""
    items = sample.recommendations
    left = [kit.cell(sample.lead_in)] if sample.lead_in else []
    for item, depth in zip(items, depths(items), strict=True):
        label = f"{item.label}." if depth == 0 and item.label else item.label
        left.append(
            kit.p(item.text, label=label, left=18 * depth, hang=18 if label else 0, after=3)
        )
    right = kit.flow(sample.reasons or "", after=4)
    heads = [
        kit.cell("Recommendation:", bold=True),
        kit.cell("Reason for recommendation:", bold=True),
    ]
    return kit.grid([heads, [left, right]], [WIDTH * 0.58, WIDTH * 0.42])


def exempt(item: Appendix) -> str:
    """Return what is printed after the title of an exempt appendix."""
    return f" (exempt: paragraph {', '.join(item.paragraphs)})" if item.paragraphs else ""


def story(sample: SampleReport) -> list[Any]:
    """Print the report."""
    kit = Kit()
    contact, director = (
        sample.person_as(role) for role in (PersonRole.CONTACT, PersonRole.LEAD_DIRECTOR)
    )
    sections = [
        BodySection(heading="Purpose", text=sample.summary or ""),
        *sample.body,
        BodySection(heading="Options considered", text=sample.alternatives or ""),
        *map(as_section, sample.implications),
    ]
    out = front(kit, sample) + numbered_sections(kit, sections, sample.tables)
    out += [
        kit.heading("Recommendations", label=f"{len(sections) + 1}.", hang=36),
        asked(kit, sample),
        kit.heading("Appendices", before=12),
    ]
    out += [
        kit.p(f"Appendix {item.label} – {item.title}{exempt(item)}", after=2)
        for item in sample.appendices
    ] or [kit.p("None")]
    out.append(kit.heading("Background papers", before=10))
    out += [kit.p(paper.title, after=2) for paper in sample.background_papers] or [kit.p("None")]
    block = kit.label_rows(
        (
            ("Contact Officer:", f"{contact.full_name}, {contact.post}"),
            ("Tel:", contact.phone or ""),
            ("Email:", contact.email or ""),
            ("Corporate Director:", f"{director.full_name}, {director.post}"),
        ),
        (120, WIDTH - 120),
        rules=False,
        padding=1,
    )
    out += [Spacer(1, 14), KeepTogether([block])]
    return out + annex(kit, sample)


LAYOUT = Layout(
    story=story,
    furniture=lambda sample: Furniture(
        head=("CYNGOR SIR POWYS", "POWYS COUNTY COUNCIL"), head_bold=True
    ),
)
