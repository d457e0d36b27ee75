"""Who sits on a body, as the opening of its papers lists them.

"Councillors: A (Chair), B and C", a name to a line below "Membership", "PRESENT: Mr A (Chairman)".
Officers in attendance, substitutes and those who sent apologies are listed too: a heading tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.fields.meeting_lines import Piece
from extract.fields.member_names import (
    Somebody,
    is_role,
    people_in,
    role_of,
    singular_in,
    starts_with_member,
)
from extract.fields.values import Found
from extract.layout.blocks import split_lines
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, says
from schemas import Member
from schemas.vocabulary import MemberRole

_HEAD, _END, _OTHERS = says("members_head"), says("members_end"), says("members_others")
_FOLLOW = says("members_follow")
# Lines of a list that name nobody ("Labour group (4)"), in words, before it is over.
_ASIDE_WORDS, _ASIDES = 5, 2


def members_in(pieces: Sequence[Piece]) -> list[Found[Member]]:
    """The members that an opening lists, each once, a chair among them as one."""
    result: dict[str, Somebody] = {}
    for each in _listed(pieces):
        key = fold(each.name.text)
        result[key] = result[key].being(each.role, each.told) if key in result else each
    return [each.found() for each in result.values()]


def _listed(pieces: Sequence[Piece]) -> Iterator[Somebody]:
    """The members below each heading, up to the words that end its list."""
    opened, others, asides = False, False, 0
    honorific = NOWHERE
    for whole in _parted(pieces):
        text = fold(whole.text)
        if _END.match(text) or _OTHERS.match(text):
            opened, others = False, bool(_OTHERS.match(text))
            continue
        if head := _head_of(whole):
            opened, others, asides, honorific = True, False, 0, singular_in(head)
            people = people_in(whole.slice(len(head.text)), honorific)
            if people and (role := role_of(head)) is not MemberRole.MEMBER:
                people[0] = people[0].being(role, head)
                opened = False
            yield from people
            continue
        if _FOLLOW.search(text):
            opened, others, asides, honorific = True, False, 0, NOWHERE
            continue
        if not opened and (others or not starts_with_member(whole)):
            continue
        people = people_in(whole, honorific if opened else NOWHERE)
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
        if held and is_role(words):
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
    while not starts_with_member(rest := words.slice(end)):
        found = _HEAD.match(rest.text)
        if found is None or not found.group():
            break
        end += words.text[end:].find(rest.text) + found.end()
    return words.slice(0, end)
