"""Cardiff: a bilingual head, plain headings, paragraphs numbered through, a name at the foot."""

from __future__ import annotations

from typing import Any

from corpus.kit import Face, Kit, Numbers, long_date, rule
from corpus.model import SampleReport
from corpus.press import Furniture
from corpus.templates import Layout
from corpus.templates.common import annex, recommendations
from schemas.vocabulary import PersonRole


def front(kit: Kit, sample: SampleReport, cabinet: bool) -> list[Any]:
    """Set the council's two names, the meeting and the title."""
    day = long_date(sample.date).upper()
    out = [
        kit.p("CYNGOR CAERDYDD", bold=True, after=0),
        kit.p("CARDIFF COUNCIL", bold=True, after=12),
    ]
    if cabinet:
        lead = sample.person_as(PersonRole.LEAD_MEMBER)
        return [
            *out,
            kit.p(f"{sample.committee} MEETING: {day}", bold=True, after=12),
            rule(),
            kit.p(sample.title, bold=True),
            kit.p(f"{lead.post} ({lead.full_name})", bold=True),
            kit.p(f"AGENDA ITEM: {sample.agenda_item}", bold=True, align="right"),
            rule(),
        ]
    return [
        *out,
        kit.p(sample.committee, bold=True),
        kit.p(day, bold=True, align="right", after=12),
        rule(),
        kit.p(sample.title, bold=True),
        rule(),
    ]


def foot(kit: Kit, sample: SampleReport, cabinet: bool) -> list[Any]:
    """Set the name, post and date at the foot."""
    officer = sample.person_as(PersonRole.SIGNATORY)
    name, day = officer.full_name, long_date(sample.report_date)
    if not cabinet:
        return [
            kit.p(name, bold=True, before=14, after=0, keep=True),
            kit.p(officer.post or "", after=0, keep=True),
            kit.p(day),
        ]
    right = [kit.cell(name, bold=True), kit.cell(officer.post or ""), kit.cell(day)]
    grid = kit.grid([[kit.cell("SENIOR RESPONSIBLE OFFICER", bold=True), right]], [150, 305])
    grid.spaceBefore = grid.spaceAfter = 12
    return [grid]


def story(sample: SampleReport) -> list[Any]:
    """Print the report: a Cabinet report has reasons of its own, a scrutiny report has not."""
    cabinet = bool(sample.people_as(PersonRole.LEAD_MEMBER))
    kit = Kit(Face(size=11)) if cabinet else Kit(Face(size=12), space=9)
    number = Numbers("{}.")

    def section(heading: str, marked: str | None) -> list[Any]:
        text = kit.flow(marked or "", tables=sample.tables, number=number, hang=30, align="both")
        return [kit.heading(heading, before=8), *text]

    out = front(kit, sample, cabinet)
    if sample.confidentiality.statement:
        out.append(kit.p(sample.confidentiality.statement, bold=True, italic=False))
    if cabinet:
        out += section("Reason for this Report", sample.summary)
    else:
        out += section("Reasons for the Report", sample.reasons)
    for part in sample.body:
        out += section(part.heading, part.text)
    if cabinet:
        out += section("Reason for Recommendations", sample.reasons)
    for item in sample.implications:
        out += section(item.heading, item.text)
    plural = "S" if len(sample.recommendations) > 1 else ""
    out.append(kit.heading(f"RECOMMENDATION{plural}", before=10))
    if sample.lead_in:
        out.append(kit.p(sample.lead_in, keep=True))
    out += recommendations(kit, sample, closings=(".", ")", ")"))
    out += foot(kit, sample, cabinet)
    if cabinet:
        out.append(kit.p("The following appendices are attached:", keep=True))
        for appendix in sample.appendices:
            exempt = " (Confidential)" if appendix.paragraphs else ""
            out.append(kit.p(f"Appendix {appendix.label}: {appendix.title}{exempt}", after=2))
        if sample.background_papers:
            out.append(
                kit.p("The following background papers have been taken into account:", before=8)
            )
            out += [kit.p(paper.title, after=2) for paper in sample.background_papers]
    return out + annex(kit, sample)


LAYOUT = Layout(story=story, furniture=lambda sample: Furniture(foot="Page {page} of {pages}"))
