"""One report from its outline: every field with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from extract.dates import find_dates
from extract.fields import attachments, texts
from extract.fields.confidentiality import confidentiality, with_appendices
from extract.fields.contacts import (
    advisers,
    consultees,
    contact_people,
    presenters,
    sign_off_people,
)
from extract.fields.entries import Entry, row_signature, signature
from extract.fields.front import front_lines
from extract.fields.implications import implications
from extract.fields.key_decision import key_decision_of
from extract.fields.labelled import labelled_values
from extract.fields.legislation import legislation
from extract.fields.meeting import meeting_of
from extract.fields.money import sums
from extract.fields.nodes import Node, Outline
from extract.fields.numbers import agenda_item_of, reference_of
from extract.fields.people import labelled_people
from extract.fields.recommendations import recommendations
from extract.fields.report_date import report_date_of
from extract.fields.rosters import rosters
from extract.fields.sign_offs import clearances
from extract.fields.statements import statements
from extract.fields.title import headline_of
from extract.fields.values import Found, found_text, listed
from extract.fields.wards import wards_of
from extract.layout.pages import Layout
from extract.layout.passage import NOWHERE, Passage
from schemas import Council, Evidence, Person, Report, Section
from schemas.vocabulary import PersonRole, SectionKind

T = TypeVar("T")


def build_report(layout: Layout, outline: Outline, council: Found[Council]) -> Report:
    """The record of the report that an outline holds."""
    labelled = labelled_values(outline)
    held = meeting_of(outline, labelled, council.value.name)
    headline = headline_of(
        outline, labelled, held.value.committee, council.value.name, layout.title
    )
    secrecy = confidentiality(outline, labelled)
    grids = rosters(outline)
    cleared = clearances(outline, grids)
    listed_there = (grids, cleared)
    others = [i for i in labelled if not any(each.hold(i.label) for each in listed_there)]
    signed = list(_signatures(outline))
    signing, signing_day = sign_off_people(outline, listed_there)
    people = _people(
        labelled_people(others, [line.passage for line in front_lines(outline)]),
        contact_people(outline, grids),
        advisers(outline),
        consultees(outline, grids),
        presenters(outline),
        signing,
        [entry for entry, _ in signed],
        cleared.people,
        grids.people,
    )
    dated = [item for item in labelled if not cleared.hold(item.label)]
    signed_on = next((day for _, day in signed if day), signing_day)
    evidence: list[Evidence] = []

    def keep(name: str, found: Found[T]) -> T:
        evidence.extend(found.evidence(f"/{name}"))
        return found.value

    def maybe(name: str, found: Found[T] | None) -> T | None:
        return None if found is None else keep(name, found)

    statement = dict(secrecy.places).get("/statement", NOWHERE)
    attached = listed(attachments.appendices(outline, labelled, statement))
    secrecy = with_appendices(secrecy, attached)
    summary, reasons = texts.summary(outline), texts.reasons(outline)
    alternatives = texts.section_text(outline, SectionKind.ALTERNATIVES)
    asked = listed(recommendations(outline))
    implied = listed(implications(outline))
    stated = statements(summary, asked, reasons, alternatives, implied)
    report = Report(
        pages=_pages(layout),
        council=keep("council", council),
        meeting=keep("meeting", held),
        title=maybe("title", found_text(headline.title)),
        reference=maybe("reference", reference_of(outline, labelled, headline.reference)),
        agenda_item=maybe(
            "agenda_item", agenda_item_of(labelled, outline, layout.furniture, headline.item)
        ),
        report_date=maybe("report_date", report_date_of(dated, signed_on, held.value.date)),
        confidentiality=keep("confidentiality", secrecy),
        key_decision=maybe("key_decision", key_decision_of(labelled, outline)),
        wards=keep("wards", wards_of(labelled, outline)),
        summary=maybe("summary", summary),
        people=keep("people", listed(people)),
        recommendations=keep("recommendations", asked),
        reasons=maybe("reasons", reasons),
        alternatives=maybe("alternatives", alternatives),
        implications=keep("implications", implied),
        appendices=keep("appendices", attached),
        background_papers=keep(
            "background_papers", listed(attachments.background_papers(outline, labelled, attached))
        ),
        sign_offs=keep("sign_offs", listed(cleared.sign_offs)),
        sums=keep("sums", listed(sums(stated))),
        legislation=keep("legislation", listed(legislation(stated))),
        sections=keep("sections", listed(_sections(outline))),
    )
    return report.model_copy(update={"evidence": tuple(evidence)})


def _people(*groups: Iterable[Entry]) -> list[Found[Person]]:
    """Everybody in order, each name and role once."""
    seen: dict[tuple[PersonRole, str], int] = {}
    entries: list[Entry] = []
    for group in groups:
        for entry in group:
            key = (entry.role, (entry.name.text or entry.post.text).casefold())
            if key in seen:
                kept = entries[seen[key]]
                entries[seen[key]] = replace(
                    kept,
                    post=kept.post or entry.post,
                    email=kept.email or entry.email,
                    phone=kept.phone or entry.phone,
                )
                continue
            seen[key] = len(entries)
            entries.append(entry)
    return [entry.found() for entry in entries]


def _signatures(outline: Outline) -> Iterator[tuple[Entry, Passage]]:
    """Those who sign, with the date printed below the signature."""
    skipped = (SectionKind.CONTACTS, SectionKind.SIGN_OFF, SectionKind.FRONT_MATTER)
    for node in outline.nodes:
        if node.kind in skipped:
            continue
        at = 0
        while at < len(node.blocks):
            following = node.blocks[at + 1] if at + 1 < len(node.blocks) else None
            if (entry_day := row_signature(node.blocks[at], following)) is not None:
                yield entry_day
            found = signature(node.blocks[at:])
            if found is None:
                at += 1
                continue
            entry, taken = found
            after = at + taken
            day = NOWHERE
            for block in node.blocks[at : after + 1]:
                days = find_dates(block.text)
                if days and len(block.passage.words) <= 16:
                    day = block.passage.slice(days[0].start, days[0].end)
            yield entry, day
            at = after


def _pages(layout: Layout) -> tuple[int, int] | None:
    numbers = [block.page for block in layout.blocks if block.page]
    if not numbers:
        return None
    last = max(max(block.page, block.passage.last_page) for block in layout.blocks)
    return min(numbers), last


def _sections(outline: Outline) -> list[Found[Section]]:
    result: list[Found[Section]] = []
    for node in outline.nodes:
        if not node.heading:
            continue
        text = texts.text_of(node.blocks)
        places = [("/heading", node.heading)]
        if text:
            places.append(("/text", text))
        section = Section(
            heading=node.heading.text,
            kind=node.kind,
            level=max(node.level, 1),
            text=text.text,
            pages=_node_pages(node, text),
        )
        result.append(Found(section, tuple(places)))
    return result


def _node_pages(node: Node, text: Passage) -> tuple[int, int] | None:
    first = node.heading.page
    if not first:
        return None
    return first, max(node.heading.last_page, text.last_page, first)
