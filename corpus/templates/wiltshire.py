"""Wiltshire: serif type, a boxed executive summary, proposals nested as 2.1, (a), (i)."""

from __future__ import annotations

from typing import Any

from corpus.kit import SERIF, Kit, long_date, rule
from corpus.model import BodySection, SampleReport
from corpus.press import Furniture
from corpus.templates import Layout
from corpus.templates.common import annex, as_section, numbered_sections, recommendations
from schemas.vocabulary import PersonRole

WIDTH = 455


def front(kit: Kit, sample: SampleReport) -> list[Any]:
    """Set the names of council and committee, the labels and the boxed summary."""
    lead = sample.person_as(PersonRole.LEAD_MEMBER)
    box = kit.grid(
        [
            [kit.cell("Executive Summary", bold=True)],
            [kit.flow(sample.summary or "", after=4)],
        ],
        [WIDTH],
        padding=5,
    )
    box.spaceAfter = 10
    out = [
        kit.p("Wiltshire Council", bold=True, size=14, after=4),
        kit.p(sample.committee, bold=True, size=13, after=4),
        kit.p(long_date(sample.date), bold=True, after=8),
        rule(),
        kit.p(f"**Subject:** {sample.title}"),
        kit.p(f"**Cabinet Member:** {lead.full_name} – {lead.post}"),
        kit.p(f"**Key Decision:** {'Key' if sample.key_decision else 'Non-Key'}"),
    ]
    if sample.confidentiality.statement:
        out.append(kit.p(f"**Publication:** {sample.confidentiality.statement}"))
    return [*out, rule(), box]


def story(sample: SampleReport) -> list[Any]:
    """Print the report."""
    kit = Kit(SERIF)
    out = front(kit, sample)
    purpose = BodySection(heading="Purpose of report", text=sample.purpose or "")
    out += numbered_sections(kit, [purpose], sample.tables)
    out.append(kit.heading("Proposals", label="2.", hang=36))
    out += recommendations(kit, sample, closings=("", "", ""), hang=36)
    sections = [
        BodySection(heading="Reasons for proposals", text=sample.reasons or ""),
        *sample.body,
        *map(as_section, sample.implications),
        BodySection(heading="Options considered", text=sample.alternatives or ""),
    ]
    out += numbered_sections(kit, sections, sample.tables, first=3)
    officer, author = (sample.person_as(role) for role in (PersonRole.SIGNATORY, PersonRole.AUTHOR))
    out += [
        kit.p(officer.full_name, bold=True, before=12, after=0, keep=True),
        kit.p(officer.post or "", bold=True, after=10),
        kit.p(f"Report Author: {author.full_name}, {author.post}", after=0, keep=True),
        kit.p(f"{author.email}, {author.phone}"),
        kit.heading("Appendices"),
    ]
    out += [
        kit.p(f"Appendix {item.label}: {item.title}", after=2) for item in sample.appendices
    ] or [kit.p("None")]
    out.append(kit.heading("Background papers", before=10))
    out += [kit.p(paper.title, after=2) for paper in sample.background_papers] or [kit.p("None")]
    return out + annex(kit, sample)


LAYOUT = Layout(
    story=story,
    furniture=lambda sample: Furniture(
        font="Times-Roman", foot="{page}", foot_align="right", outline=True
    ),
)
