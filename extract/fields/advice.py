"""Who gave or cleared the advice under an implication, and when.

Printed in its heading ("Legal Implications (IE 04/05/2026)"), as a line below it ("Comments
approved by …", "Finance officer consulted: … Date: …"), as a signature ("Signed: …", the day on the
next line), or as all that stands under a heading of clearance ("Finance officer clearance").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.dates import find_dates
from extract.fields.entries import Entry, entry_of
from extract.fields.labelled import opening_label
from extract.fields.nodes import Node
from extract.fields.rosters import Clearance, area_of
from extract.layout.blocks import Block, BlockKind
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, says, wording
from extract.persons import parse_person
from schemas.vocabulary import ImplicationType, PersonRole, SignOffArea

_APPROVED = re.compile(
    r"\b(?:comments?|implications?|advice)?\s*(?:approved|verified|cleared|signed off)\s+by:?\s+"
    r"(?P<who>.+?)(?:\s+on behalf of\b|\s*\(?\bdate\b|\.?$)",
    re.IGNORECASE | re.DOTALL,
)
_CONSULTED = re.compile(
    rf"^(?:name of )?[\w &/-]{{0,40}}?\b{wording('advisers')}s? consulted\s*:?\s+"
    r"(?P<who>.+?)(?:\s*\(?\bdate\b.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_SIGNED = re.compile(r"^(?:signed|name)(?: by)?\s*:\s*(?P<who>\S.*)$", re.IGNORECASE | re.DOTALL)
_INITIALS_AND_DAY = re.compile(
    r"(?P<who>[A-Z][A-Za-z/ ]{0,20}?)\s*[,:]?\s*(?P<date>\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_IN_HEADING = re.compile(rf"\(\s*{_INITIALS_AND_DAY.pattern}\s*\)")
_CLEARANCE = says("roster_clears")
_AREAS = {
    ImplicationType.FINANCIAL: SignOffArea.FINANCE,
    ImplicationType.LEGAL: SignOffArea.LEGAL,
    ImplicationType.WORKFORCE: SignOffArea.HR,
    ImplicationType.PROPERTY: SignOffArea.ASSETS,
    ImplicationType.PROCUREMENT: SignOffArea.PROCUREMENT,
}
# Longest line, in words, that says no more than who advised.
_LINE_WORDS = 50


@dataclass(frozen=True, slots=True)
class Advice:
    """One clearance of an advice, with the person if the line names one."""

    clearance: Clearance
    entry: Entry | None = None


def advice_given(node: Node) -> Iterator[Advice]:
    """The clearances printed with one implication, or under a heading of clearance."""
    area = _area(node)
    if found := _IN_HEADING.search(node.heading.text):
        yield Advice(_initialled(area, node.heading, found))
        return
    blocks = [block for block in node.blocks if block.kind is not BlockKind.ROW]
    if _CLEARANCE.search(fold(node.heading.text)) and blocks:
        if found := _INITIALS_AND_DAY.fullmatch(blocks[0].text):
            yield Advice(_initialled(area, blocks[0].passage, found))
        return
    for at, block in enumerate(blocks):
        day = _day(block.passage)
        for pattern, role in _FORMS:
            found = pattern.search(block.text)
            if found is None or len(block.passage.words) > _LINE_WORDS:
                continue
            if pattern is _SIGNED:
                day = day or _day_below(blocks[at + 1 : at + 2])
            elif pattern is _APPROVED and opening_label(block.passage):
                continue
            who = block.passage.slice(found.start("who"), found.end("who"))
            person = parse_person(who.text)
            if person.name is None or (pattern is _SIGNED and not day):
                break
            entry = entry_of(who, person, role)
            yield Advice(Clearance(area, entry.name, day), entry)
            break


_FORMS = (
    (_APPROVED, PersonRole.APPROVER),
    (_CONSULTED, PersonRole.CONSULTEE),
    (_SIGNED, PersonRole.CONSULTEE),
)


def _area(node: Node) -> SignOffArea:
    if node.types:
        return _AREAS.get(node.types[0], SignOffArea.OTHER)
    return area_of(fold(node.heading.text)) or SignOffArea.OTHER


def _initialled(area: SignOffArea, passage: Passage, found: re.Match[str]) -> Clearance:
    who, day = (passage.slice(found.start(group), found.end(group)) for group in ("who", "date"))
    return Clearance(area, who, day)


def _day(passage: Passage) -> Passage:
    days = find_dates(passage.text)
    return passage.slice(days[-1].start, days[-1].end) if days else NOWHERE


def _day_below(blocks: list[Block]) -> Passage:
    """The day on the line below a signature ("Dated: 4 May 2026")."""
    short = [block.passage for block in blocks if len(block.passage.words) <= 6]
    return _day(short[0]) if short else NOWHERE
