"""Fife: a Scottish report by an officer, its implications before the numbered body."""

from __future__ import annotations

from typing import Any

from corpus.kit import Face, Kit, long_date, rule
from corpus.model import Person, SampleReport
from corpus.press import Furniture
from corpus.templates import Layout
from corpus.templates.common import annex, numbered_sections, recommendations
from schemas.vocabulary import PersonRole

#: The duty under which background papers are listed in Scotland.
PAPERS = (
    "These papers were relied on, within the meaning of the Local Government (Scotland) Act 1973:"
)


def clock(sample: SampleReport) -> str:
    """Return the time of the meeting as "10.00 a.m."."""
    if sample.time is None:
        return ""
    half = "a.m." if sample.time.hour < 12 else "p.m."
    return f" – {sample.time.hour % 12 or 12}.{sample.time:%M} {half}"


def front(kit: Kit, sample: SampleReport) -> list[Any]:
    """Set the committee, the meeting and the title, with the rule under them."""
    officer = sample.person_as(PersonRole.REPORT_OF)
    out = [
        kit.p(sample.committee, bold=True, size=13, after=4),
        kit.p(long_date(sample.date, weekday=True) + clock(sample), after=4),
        kit.p(f"Agenda Item No. {sample.agenda_item}", bold=True, align="right", after=8),
        rule(),
        kit.p(sample.title, bold=True, size=14, after=9),
        kit.p(f"**Report by:** {officer.full_name}, {officer.post}"),
        kit.p(f"**Wards Affected:** {sample.wards_printed}"),
        rule(),
    ]
    if sample.confidentiality.statement:
        out.append(kit.p(sample.confidentiality.statement, italic=True))
    return out


def contact(kit: Kit, person: Person) -> list[Any]:
    """Set one person of the contacts, a line for each particular."""
    return [
        kit.p(person.full_name, after=0, keep=True),
        kit.p(person.post or "", after=0, keep=True),
        kit.p(f"Telephone: {person.phone}", after=0, keep=True),
        kit.p(f"Email: {person.email}"),
    ]


def story(sample: SampleReport) -> list[Any]:
    """Print the report."""
    kit = Kit(Face(size=12))
    out = front(kit, sample)
    out += [kit.heading("Purpose"), *kit.flow(sample.summary or "")]
    out += [kit.heading("Recommendations"), kit.p(sample.lead_in, keep=True)]
    out += recommendations(kit, sample)
    for item in sample.implications:
        out += [kit.heading(item.heading), *kit.flow(item.text)]
    out += [rule(), *numbered_sections(kit, sample.body, sample.tables, heading="{}.0")]
    out.append(kit.heading("List of Appendices"))
    out += [
        kit.p(f"Appendix {item.label} – {item.title}", after=2) for item in sample.appendices
    ] or [kit.p("None")]
    out.append(kit.heading("Background Papers", before=10))
    if sample.background_papers:
        out.append(kit.p(PAPERS, keep=True))
        out += [
            kit.p(paper.title, label="•", left=8, hang=14, after=2)
            for paper in sample.background_papers
        ]
    else:
        out.append(kit.p("None"))
    out.append(kit.heading("Report Contacts", before=10))
    for person in sample.people_as(PersonRole.CONTACT):
        out += contact(kit, person)
    return out + annex(kit, sample)


LAYOUT = Layout(
    story=story,
    furniture=lambda sample: Furniture(
        head=("FIFE COUNCIL",), head_align="left", foot="{page}", foot_align="centre"
    ),
)
