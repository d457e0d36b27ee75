"""Who sits on a body, as the opening of its papers lists them.

"Councillors: A (Chair), B and C", a name to a line below "Membership", "PRESENT: Mr A (Chairman)".
Officers in attendance, substitutes and those who sent apologies are listed too: a heading tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.fields.meeting_lines import Piece
from extract.fields.values import Found
from extract.layout.blocks import split_lines
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, says
from extract.names import is_name
from extract.office import words_of_office
from schemas import Member
from schemas.vocabulary import MemberRole

_HEAD, _END, _OTHERS = says("members_head"), says("members_end"), says("members_others")
_VICE, _CHAIR = says("role_vice"), says("role_chair")
_PLURAL = re.compile(r"(?P<one>councillor|cllr|clr)s\b", re.IGNORECASE)
# Names part at commas, "and", line ends and the next honorific, not inside brackets.
_PARTED = re.compile(
    r"(?:\s*[;,\n•|\t]\s*|\s+(?:and|&|ac|a)\s+|\s+[-–—]\s+"
    r"|(?<=[\w).])\s+(?=(?:County |Y )?(?:Councillor|Cllr|Cynghorydd)\b|in the [Cc]hair\b))"
    r"(?![^(]*\))(?:(?:and|&|ac)\s+)?"
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_LEAD = re.compile(r"(?:the|y|\*+)\s+", re.IGNORECASE)
# Lines of a list that name nobody ("Labour group (4)"), in words, before it is over.
_ASIDE_WORDS, _ASIDES = 5, 2


@dataclass(frozen=True, slots=True)
class _Somebody:
    """A member while the words around the name are read."""

    name: Passage
    honorific: Passage = NOWHERE
    role: MemberRole = MemberRole.MEMBER
    told: Passage = NOWHERE  # the words that say the role

    def found(self) -> Found[Member]:
        """The member with the places of name, honorific and role."""
        places = {"/name": self.name, "/honorific": self.honorific, "/role": self.told}
        return Found(
            Member(name=self.name.text, honorific=self.honorific.text or None, role=self.role),
            tuple((path, words) for path, words in places.items() if words),
        )


def members_in(pieces: Sequence[Piece]) -> list[Found[Member]]:
    """The members that an opening lists, each once, a chair among them as one."""
    result: dict[str, _Somebody] = {}
    for each in _listed(pieces):
        key = fold(each.name.text)
        kept = result.get(key)
        if kept is None:
            result[key] = each
        elif kept.role is MemberRole.MEMBER:
            result[key] = replace(kept, role=each.role, told=each.told)
    return [each.found() for each in result.values()]


def _listed(pieces: Sequence[Piece]) -> Iterator[_Somebody]:
    """The members below each heading, up to the words that end its list."""
    opened, others, asides = False, False, 0
    honorific = NOWHERE
    for whole in _parted(pieces):
        text = fold(whole.text)
        if _END.match(text) or _OTHERS.match(text):
            opened, others = False, bool(_OTHERS.match(text))
            continue
        head = _head_of(whole)
        if head:
            opened, others, asides, honorific = True, False, 0, _plural_in(head)
            people = _people(whole.slice(len(head.text)), honorific)
            if (role := _role_of(head)) is not MemberRole.MEMBER and people:
                people[0] = replace(people[0], role=role, told=head)
                opened = False
            yield from people
            continue
        if not opened and (others or not _starts_with_member(whole)):
            continue
        people = _people(whole, honorific if opened else NOWHERE)
        yield from people
        if people:
            asides = 0
        elif len(whole.words) <= _ASIDE_WORDS and asides < _ASIDES and not text.endswith("."):
            asides += 1
        else:
            opened = False


def _parted(pieces: Sequence[Piece]) -> Iterator[Passage]:
    """The pieces with their labels, cut where a line opens a list or ends one ("Apologies:")."""
    for words in _whole_roles(pieces):
        lines: list[Passage] = []
        for line in split_lines(words):
            key = fold(line.text)
            heads = _END.match(key) or _OTHERS.match(key) or _head_of(line)
            opens = ":" in line.text[:60] and heads
            if opens and lines:
                yield Passage.run_on(lines)
                lines = []
            lines.append(line)
        yield Passage.run_on(lines)


def _whole_roles(pieces: Sequence[Piece]) -> Iterator[Passage]:
    """The pieces with their labels; of "Vice / Chair" over two lines the second joined on."""
    held = NOWHERE
    for piece in pieces:
        words = Passage.join([piece.label, piece.passage], " ")
        if held and _CHAIR.fullmatch(fold(words.text).strip(" ().")):
            held = Passage.run_on([held, words])
            continue
        if held:
            yield held
        held = words
    if held:
        yield held


def _head_of(words: Passage) -> Passage:
    """The words that head a list ("Distribution: Councillors:"); empty where none do."""
    end = 0
    while not _starts_with_member(rest := words.slice(end)):
        found = _HEAD.match(rest.text)
        if found is None or not found.group():
            break
        end += words.text[end:].find(rest.text) + found.end()
    return words.slice(0, end)


def _starts_with_member(words: Passage) -> bool:
    """Whether a line opens with an elected member by an honorific, and does not tell of one."""
    office = words_of_office()
    title = office.honorific.match(words.text)
    if title is None or not office.member_honorific.match(words.text):
        return False
    people = _people(words, NOWHERE)
    return bool(people) and len(words.words) <= 8 + 4 * len(people)


def _plural_in(heading: Passage) -> Passage:
    """The honorific of everybody below "Councillors:", in the singular."""
    found = _PLURAL.search(heading.text)
    return heading.slice(found.start(), found.end("one")) if found else NOWHERE


def _people(words: Passage, honorific: Passage) -> list[_Somebody]:
    """The people of a line or a list, with what is said of each behind the name."""
    people: list[_Somebody] = []
    pending = MemberRole.MEMBER
    for part in _parts(words):
        bare, aside = _without_bracket(part)
        title = words_of_office().honorific.match(bare.text)
        name = bare.slice(title.end()) if title else bare
        own = bare.slice(0, title.end()) if title else NOWHERE
        if plural := _PLURAL.fullmatch(own.text):
            own = honorific = own.slice(0, plural.end("one"))
        role = _role_of(aside)
        if is_name(name.text, alone=bool(title or honorific)) and not _tells_role(bare):
            told = aside if role is not MemberRole.MEMBER else NOWHERE
            people.append(_Somebody(name, own or honorific, role, told))
            if pending is not MemberRole.MEMBER:
                people[-1] = replace(people[-1], role=pending)
                pending = MemberRole.MEMBER
        elif _tells_role(bare):
            if people and people[-1].role is MemberRole.MEMBER:
                people[-1] = replace(people[-1], role=_role_of(bare), told=bare)
            elif not people:
                pending = _role_of(bare)
    return people


def _parts(words: Passage) -> Iterator[Passage]:
    """The words between commas and the like; the lines of a stack of names each by itself."""
    lines = split_lines(words)
    stacked = len(lines) > 1 and all(_opens_with_name(line) for line in lines)
    for line in lines if stacked else [words]:
        at = 0
        for mark in _PARTED.finditer(line.text):
            if part := line.slice(at, mark.start()):
                yield part
            at = mark.end()
        if part := line.slice(at):
            yield part


def _opens_with_name(line: Passage) -> bool:
    first = next(iter(_PARTED.split(line.text)), "")
    bare = _BRACKET.sub("", first).strip()
    title = words_of_office().honorific.match(bare)
    return is_name(bare[title.end() :].strip(), alone=True) if title else is_name(bare)


def _without_bracket(part: Passage) -> tuple[Passage, Passage]:
    lead = _LEAD.match(part.text)
    part = part.slice(lead.end()) if lead else part
    found = _BRACKET.search(part.text)
    if found is None:
        end = len(part.text.rstrip(" .*:-–—"))
        return (part.slice(0, end) if end and not part.text[:end].endswith(".") else part), NOWHERE
    return part.slice(0, found.start()), part.slice(found.start(1), found.end(1))


def _tells_role(words: Passage) -> bool:
    return _role_of(words) is not MemberRole.MEMBER and len(words.words) <= 5


def _role_of(words: Passage) -> MemberRole:
    """What words behind, or before, a name make of somebody."""
    text = fold(words.text)
    if _VICE.search(text):
        return MemberRole.VICE_CHAIR
    return MemberRole.CHAIR if _CHAIR.search(text) else MemberRole.MEMBER
