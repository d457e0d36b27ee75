"""Kent: From, To, Subject … stacked; a boxed recommendation; a contact block of two columns."""

from __future__ import annotations

from typing import Any

from corpus.kit import Face, Kit, long_date, rule
from corpus.model import BodySection, Person, SampleReport
from corpus.press import Furniture
from corpus.templates import Layout
from corpus.templates.common import annex, as_section, numbered_sections, recommendations
from schemas.vocabulary import PersonRole

WIDTH = 455


def front(kit: Kit, sample: SampleReport) -> list[Any]:
    """Set the stacked labels."""
    authors = [f"{p.full_name}, {p.post}" for p in sample.people_as(PersonRole.REPORT_OF)]
    rows = [
        ("From:", "\n".join(authors)),
        ("To:", f"{sample.committee} – {long_date(sample.date)}"),
        ("Subject:", f"**{sample.title}**"),
    ]
    if sample.reference:
        rows.append(("Decision no:", sample.reference))
    if sample.key_decision is not None:
        rows.append(("Key Decision:", "Yes" if sample.key_decision else "No"))
    rows += [
        ("Classification:", sample.confidentiality.statement or ""),
        ("Past Pathway of report:", sample.extra["past"]),
        ("Future Pathway of report:", sample.extra["future"]),
        ("Electoral Division:", sample.wards_printed),
    ]
    return [kit.label_rows(rows, (130, WIDTH - 130), rules=False), rule()]


def asked(kit: Kit, sample: SampleReport) -> list[Any]:
    """Set the recommendations, the body's request before them."""
    lead = [kit.p(sample.lead_in, keep=True)] if sample.lead_in else []
    return lead + recommendations(kit, sample, closings=(".", ")"))


def contact(kit: Kit, label: str, person: Person) -> list[Any]:
    """Set one column of the contact block."""
    lines = (person.full_name, person.post, person.phone, person.email)
    return [kit.cell(label, bold=True), *(kit.cell(line) for line in lines if line)]


def story(sample: SampleReport) -> list[Any]:
    """Print the report; `extra.twice` prints the recommendations again before the end."""
    kit = Kit(Face(size=12))
    out = front(kit, sample)
    first, *others = (sample.summary or "").split("\n\n")
    out += kit.flow(f"**Summary**: {first}")
    out += kit.flow("\n\n".join(others))
    out += [kit.heading("Recommendation(s):"), *asked(kit, sample), rule()]
    sections = [*sample.body, *map(as_section, sample.implications)]
    if sample.alternatives:
        sections.append(BodySection(heading="Other options considered", text=sample.alternatives))
    out += numbered_sections(kit, sections, sample.tables)
    number = 1 + sum(section.level == 1 for section in sections)
    if "twice" in sample.extra:
        out.append(kit.heading("Recommendation(s):", label=f"{number}.", hang=36))
        out += asked(kit, sample)
        number += 1
    if sample.appendices:
        out.append(kit.heading("Appendices", label=f"{number}.", hang=36))
        out += [
            kit.p(f"Appendix {item.label} – {item.title}", label="•", left=36, hang=14, after=2)
            for item in sample.appendices
        ]
        number += 1
    out.append(kit.heading("Background Documents", label=f"{number}.", hang=36, before=10))
    out += [kit.p(paper.title, left=36, after=2) for paper in sample.background_papers] or [
        kit.p("None", left=36)
    ]
    out.append(kit.heading("Contact details", label=f"{number + 1}.", hang=36, before=10))
    columns = [
        contact(kit, "Report Author:", sample.person_as(PersonRole.AUTHOR)),
        contact(kit, "Relevant Director:", sample.person_as(PersonRole.LEAD_DIRECTOR)),
    ]
    out.append(kit.grid([columns], [WIDTH / 2, WIDTH / 2]))
    return out + annex(kit, sample)


LAYOUT = Layout(story=story, furniture=lambda sample: Furniture(foot="{page}", foot_align="centre"))
