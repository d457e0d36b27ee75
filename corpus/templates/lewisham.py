"""Lewisham: a grid with item, classification, date and meeting; numbers by section; an outline."""

from __future__ import annotations

from typing import Any

from corpus.kit import Face, Kit, long_date
from corpus.model import BodySection, Person, SampleReport
from corpus.press import Furniture
from corpus.templates import Layout
from corpus.templates.common import annex, as_section, numbered_sections, recommendations
from schemas.vocabulary import PersonRole

WIDTH = 455
TINT = "#e4e0ee"


def particulars(person: Person) -> str:
    """Return a person's lines in the grid: name and post, then e-mail and telephone if printed."""
    lines = [f"{person.full_name}, {person.post}"]
    if person.email:
        lines.append(f"Email: {person.email}")
    if person.phone:
        lines.append(f"Telephone: {person.phone}")
    return "\n".join(lines)


def front(kit: Kit, sample: SampleReport) -> list[Any]:
    """Set the two grids: four columns for the meeting, two for the report."""
    heads = ("Item No.", "Classification", "Date", "Meeting")
    values = (
        sample.agenda_item or "",
        sample.confidentiality.statement or "",
        long_date(sample.date),
        sample.committee,
    )
    meeting = kit.grid(
        [
            [kit.cell(text, bold=True) for text in heads],
            [kit.cell(text) for text in values],
        ],
        [60, 170, 100, 125],
        shade_rows=[0],
        shade=TINT,
    )
    rows = [
        ("Report title", f"**{sample.title}**"),
        ("Key decision", "Yes" if sample.key_decision else "No"),
        ("Decision number", sample.reference or ""),
        ("Ward(s) or groups affected", sample.wards_printed),
        ("Executive Director", particulars(sample.person_as(PersonRole.LEAD_DIRECTOR))),
        ("Lead Cabinet Member", particulars(sample.person_as(PersonRole.LEAD_MEMBER))),
        ("Report author", particulars(sample.person_as(PersonRole.AUTHOR))),
    ]
    # The labels' column is narrow, so that two of them run over two lines.
    report = kit.label_rows(rows, (100, WIDTH - 100), shade_columns=[0], shade=TINT)
    report.spaceAfter = 10
    return [meeting, report]


def closing(kit: Kit, sample: SampleReport, first: int) -> list[Any]:
    """Set the appendices, the background papers and the officers consulted."""
    hang = 36
    out = [kit.heading("Appendices", label=f"{first}.", hang=hang)]
    out += [
        kit.p(f"Appendix {item.label}: {item.title}", left=hang, after=2)
        for item in sample.appendices
    ] or [kit.p("None", left=hang)]
    out.append(kit.heading("Background papers", label=f"{first + 1}.", hang=hang, before=10))
    if sample.background_papers:
        rows = [[kit.cell("Title", bold=True), kit.cell("Held at", bold=True)]]
        rows += [
            [kit.cell(paper.title), kit.cell(paper.where)] for paper in sample.background_papers
        ]
        out.append(kit.grid(rows, [285, 170], shade_rows=[0], shade=TINT))
    else:
        out.append(kit.p("None", left=hang))
    out.append(kit.heading("Officers consulted", label=f"{first + 2}.", hang=hang, before=10))
    rows = [
        [kit.cell(f"{person.post}:", bold=True), kit.cell(person.full_name)]
        for person in sample.people_as(PersonRole.CONSULTEE)
    ]
    out.append(kit.grid(rows, [200, 255]))
    return out


def story(sample: SampleReport) -> list[Any]:
    """Print the report."""
    kit = Kit(Face(size=12))
    out = front(kit, sample)
    summary = BodySection(heading="Summary", text=sample.summary or "")
    out += numbered_sections(kit, [summary], sample.tables)
    out += [
        kit.heading("Recommendations", label="2.", hang=36),
        kit.p(sample.lead_in, left=36, keep=True),
        *recommendations(kit, sample, closings=("", "", ""), hang=36),
    ]
    later = [
        BodySection(heading="Reasons for the recommendations", text=sample.reasons or ""),
        BodySection(
            heading="Alternative options considered and rejected", text=sample.alternatives or ""
        ),
        *sample.body,
        *map(as_section, sample.implications),
    ]
    out += numbered_sections(kit, later, sample.tables, first=3)
    end = 3 + sum(section.level == 1 for section in later)
    return [*out, *closing(kit, sample, end), *annex(kit, sample)]


LAYOUT = Layout(
    story=story,
    furniture=lambda sample: Furniture(
        head=("London Borough of Lewisham",), head_align="right", outline=True
    ),
)
