"""In whose name a report is made: several posts, and a member with whom they have talked.

"Report of the Director of Place and the Head of Fairs, in discussions with Councillor Ida Example,
Cabinet Member for Fairs" is made by two, and has a lead member.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.fields.entries import Entry, people_of
from extract.layout.blocks import Block, BlockKind
from extract.layout.passage import Passage
from extract.lexicon import wording
from extract.office import words_of_office
from extract.persons import parse_people, parse_person, person_kind
from extract.verbs import delegating
from schemas.vocabulary import PersonKind, PersonRole

_TALKS = re.compile(rf",?\s+{wording('talks')}\s+", re.IGNORECASE)
_AND = re.compile(r",?\s+(?:and|&)\s+(?P<the>the\s+)?(?=\S)", re.IGNORECASE)
# Among how many words behind "and" the noun of another title must stand, where no article does.
_TITLE_WITHIN = 3


def reporters(blocks: tuple[Block, ...]) -> list[Entry]:
    """Those whom the value of "Report of" names, and what each is to the report."""
    if len(blocks) != 1 or blocks[0].kind is BlockKind.ROW:
        return people_of(blocks, PersonRole.REPORT_OF)
    value = blocks[0].passage
    talks = _TALKS.search(value.text)
    entries: list[Entry] = []
    for part in _offices(value.slice(0, talks.start()) if talks else value):
        entries += people_of([_as_block(part)], PersonRole.REPORT_OF)
    if talks:
        beside = value.slice(talks.end())
        member = any(person_kind(p) is PersonKind.MEMBER for p in parse_people(beside.text))
        role = PersonRole.LEAD_MEMBER if member else PersonRole.CONSULTEE
        entries += people_of([_as_block(beside)], role)
    return entries


def _offices(value: Passage) -> Iterator[Passage]:
    """The posts of a value, parted where "and" leads on to another; a person stays whole."""
    if parse_person(value.text).name is not None:
        yield value
        return
    begin = 0
    for joint in _AND.finditer(value.text):
        before, after = value.text[begin : joint.start()], value.text[joint.end() :]
        if _is_title(before) and _begins_title(after, bool(joint["the"])):
            yield value.slice(begin, joint.start())
            begin = joint.end()
    yield value.slice(begin)


def _is_title(words: str) -> bool:
    return words_of_office().post.found_in(words)


def _begins_title(words: str, article: bool) -> bool:
    """Whether another's title begins here, and not more of the one before, or a second office."""
    if article:
        return _is_title(words)
    named = any(map(words_of_office().post.equals, words.split()[:_TITLE_WITHIN]))
    return named and not delegating().beside.match(words)


def _as_block(passage: Passage) -> Block:
    return Block(BlockKind.PARAGRAPH, passage, page=passage.page)
