"""Clearances: sign-off grids, "Comments approved by …", and advice headed with initials."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.dates import find_dates
from extract.fields.advice import advice_given
from extract.fields.entries import Entry, entry_of
from extract.fields.nodes import Node, Outline
from extract.fields.rosters import Rosters, area_of
from extract.fields.values import Found
from extract.layout.blocks import Block, BlockKind
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold
from extract.persons import parse_person
from schemas import SignOff
from schemas.vocabulary import PersonRole, SectionKind, SignOffArea

_LINE = re.compile(r"^(?P<label>[^:?]{4,90})[:?]\s*(?P<value>.*)$", re.DOTALL)
_SIGNED = re.compile(
    r"(?:signed|cleared|approved)(?: off)? (?:by|for|(?P<behalf>on behalf of)) (?:the )?"
    r"(?P<office>\S.{2,60})",
    re.IGNORECASE,
)
_DATED = re.compile(r"dated?\b", re.IGNORECASE)
# Longest name, in words, in a line of a clearance.
_NAME_WORDS = 6
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(slots=True)
class Clearances:
    """The sign-offs of a report, and the people whom they name."""

    sign_offs: list[Found[SignOff]] = field(default_factory=list)
    people: list[Entry] = field(default_factory=list)
    lines: list[Passage] = field(default_factory=list)  # that say who signs, for whom and when

    def hold(self, passage: Passage) -> bool:
        """Whether a passage begins one of the lines that were read."""
        return bool(passage) and any(passage.words[0] is line.words[0] for line in self.lines)


def clearances(outline: Outline, listed: Rosters) -> Clearances:
    """Every clearance that the report records, in order."""
    result = Clearances()
    result.sign_offs += [_sign_off(c.area, c.reference, c.day) for c in listed.clearances]
    _signed_lines(outline, result)
    for _, node in outline.of_kind(SectionKind.SIGN_OFF):
        kept = (block for block in node.blocks if not listed.hold(block.passage))
        _grid([block for block in kept if not result.hold(block.passage)], result)
    for node in outline.nodes:
        if not (node.types or node.kind is SectionKind.SIGN_OFF):
            continue
        for advice in advice_given(node):
            given = advice.clearance
            result.sign_offs.append(_sign_off(given.area, given.reference, given.day))
            result.people += [advice.entry] if advice.entry else []
    return result


def _signed_lines(outline: Outline, result: Clearances) -> None:
    """Lines in threes: an office and a name, on whose behalf they sign, and the day."""
    lines = [line for node in outline.nodes for line in _lines(node)]
    for named, signed, dated in zip(lines, lines[1:], [*lines[2:], NOWHERE], strict=False):
        for_whom = _SIGNED.fullmatch(signed.text)
        line = _LINE.match(named.text) if for_whom else None
        if for_whom is None or line is None:
            continue
        who = _cut(named, line, "value")
        person = parse_person(who.text)
        if person.name is None or len(who.words) > _NAME_WORDS:
            continue
        day = dated if _DATED.match(dated.text) else NOWHERE
        office = _cut(signed, for_whom, "office")
        area = area_of(fold(office.text)) or SignOffArea.OTHER
        result.sign_offs.append(_sign_off(area, who, day))
        result.lines += [line for line in (named, signed, day) if line]
        entry = entry_of(who, person, PersonRole.APPROVER)
        post = NOWHERE if for_whom["behalf"] else office
        result.people.append(replace(entry, post=entry.post or post))


def _lines(node: Node) -> Iterator[Passage]:
    if node.heading:
        yield node.heading
    yield from (block.passage for block in node.blocks if block.kind is not BlockKind.ROW)


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
