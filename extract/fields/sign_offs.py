"""Clearances: sign-off grids, "Comments approved by …", and advice headed with initials."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.dates import find_dates
from extract.fields.entries import Entry, entry_of
from extract.fields.labelled import opening_label
from extract.fields.nodes import Node, Outline
from extract.fields.rosters import Rosters, area_of
from extract.fields.values import Found
from extract.layout.blocks import Block, BlockKind
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold
from extract.persons import parse_person
from schemas import SignOff
from schemas.vocabulary import ImplicationType, PersonRole, SectionKind, SignOffArea

_LINE = re.compile(r"^(?P<label>[^:?]{4,90})[:?]\s*(?P<value>.*)$", re.DOTALL)
_APPROVED = re.compile(
    r"\b(?:(?:comments?|implications?|advice)?\s*(?:approved|verified|cleared|signed off)\s+by"
    r"|(?:finance |legal )?(?:officer|lawyer) consulted):?\s+"
    r"(?P<who>.+?)(?:\s+on behalf of\b|\s*\(?\bdate\b|\.?$)",
    re.IGNORECASE | re.DOTALL,
)
_INITIALS = re.compile(
    r"\(\s*(?P<who>[A-Z][A-Za-z/ ]{0,20}?)\s*[,:]?\s*(?P<date>\d{1,2}[./]\d{1,2}[./]\d{2,4})\s*\)"
)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_AREAS = {
    ImplicationType.FINANCIAL: SignOffArea.FINANCE,
    ImplicationType.LEGAL: SignOffArea.LEGAL,
    ImplicationType.WORKFORCE: SignOffArea.HR,
    ImplicationType.PROPERTY: SignOffArea.ASSETS,
    ImplicationType.PROCUREMENT: SignOffArea.PROCUREMENT,
}


@dataclass(slots=True)
class Clearances:
    """The sign-offs of a report, and the people whom they name as approvers."""

    sign_offs: list[Found[SignOff]] = field(default_factory=list)
    approvers: list[Entry] = field(default_factory=list)


def clearances(outline: Outline, listed: Rosters) -> Clearances:
    """Every clearance that the report records, in order."""
    result = Clearances()
    result.sign_offs += [_sign_off(c.area, c.reference, c.day) for c in listed.clearances]
    for _, node in outline.of_kind(SectionKind.SIGN_OFF):
        _grid([block for block in node.blocks if not listed.hold(block.passage)], result)
    for node in outline.nodes:
        if node.types:
            _under_advice(node, result)
    return result


def _grid(blocks: Sequence[Block], result: Clearances) -> None:
    """A grid of offices and references, and the lines of names and dates below it."""
    pending: list[tuple[SignOffArea, Passage, Passage]] = []
    for block in blocks:
        if block.kind is BlockKind.ROW:
            cells = [Passage.join([p.passage for p in cell], " ") for cell in block.cells if cell]
            if len(cells) >= 4 and area_of(fold(cells[0].text)) is not None:
                result.sign_offs += list(_offices(cells))
                continue
            passage = Passage.join(cells, " ")
        else:
            passage = block.passage
        line = _LINE.match(passage.text)
        if line is None:
            continue
        label, value = _cut(passage, line, "label"), _cut(passage, line, "value")
        key = fold(label.text)
        days = find_dates(value.text)
        if key.startswith("date") and days and pending:
            area, who, _ = pending.pop()
            result.sign_offs.append(_sign_off(area, who, value.slice(days[0].start, days[0].end)))
            continue
        office = area_of(key)
        if office not in (SignOffArea.DIRECTOR, SignOffArea.MEMBER):
            continue
        bare = value.slice(0, len(_ASIDE.sub("", value.text)))
        person = parse_person(bare.text)
        if person.name is None:
            continue
        pending += [(office, bare, NOWHERE)]
    result.sign_offs += [_sign_off(area, who, NOWHERE) for area, who, _ in pending]


def _offices(cells: Sequence[Passage]) -> Iterator[Found[SignOff]]:
    """Cells in pairs: an office and its reference."""
    at = 0
    while at + 1 < len(cells):
        area = area_of(fold(cells[at].text))
        if area is None:
            at += 1
            continue
        reference = cells[at + 1]
        if area_of(fold(reference.text)) is not None and len(reference.text) < 8:
            at += 1
            continue
        code = reference.text if reference.text.count(" ") > 3 else reference.text.replace(" ", "")
        yield Found(SignOff(area=area, reference=code), (("/reference", reference),))
        at += 2


def _cut(passage: Passage, match: re.Match[str], group: str) -> Passage:
    return passage.slice(match.start(group), match.end(group))


def _sign_off(area: SignOffArea, who: Passage, when: Passage) -> Found[SignOff]:
    days = find_dates(when.text)
    places = [("/reference", who)] if who else []
    if days:
        places.append(("/date", when))
    return Found(
        SignOff(
            area=area, reference=who.text or None, date=days[0].value.isoformat() if days else None
        ),
        tuple(places),
    )


def _under_advice(node: Node, result: Clearances) -> None:
    """Clearances printed with an implication: in its heading, or as its last line."""
    area = _AREAS.get(node.types[0], SignOffArea.OTHER)
    if initials := _INITIALS.search(node.heading.text):
        who, when = (
            node.heading.slice(initials.start(group), initials.end(group))
            for group in ("who", "date")
        )
        result.sign_offs.append(_sign_off(area, who, when))
        return
    for block in node.blocks:
        if block.kind is BlockKind.ROW or opening_label(block.passage):
            continue
        passage = block.passage
        approved = _APPROVED.search(passage.text)
        if approved is None or len(passage.words) > 50:
            continue
        who = _cut(passage, approved, "who")
        person = parse_person(who.text)
        if person.name is None:
            continue
        days = find_dates(passage.text)
        when = passage.slice(days[-1].start, days[-1].end) if days else NOWHERE
        entry = entry_of(who, person, PersonRole.APPROVER)
        result.approvers.append(entry)
        result.sign_offs.append(_sign_off(area, entry.name, when))
