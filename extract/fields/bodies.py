"""Bodies that reports are made to, and the day on which they sit, as they are printed.

`sitting_in` reads the value of a label ("Cabinet – 30 January 2025", "The Chair and Members of the
Planning Committee"), `sitting_in_lines` the lines of an opening that has no labels, `asked_body`
what the recommendations say of whom they are put to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.dates import find_dates
from extract.fields.front import BEFORE_BODY, is_council
from extract.fields.nodes import Outline
from extract.fields.numbers import STAMP
from extract.layout.blocks import Block, split_lines
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, says, wording
from extract.office import words_of_office
from extract.persons import parse_person
from schemas.vocabulary import SectionKind

_BODY = re.compile(rf"\b{wording('body')}s?\b", re.IGNORECASE)
_ENDS_AS_BODY = re.compile(rf"\b{wording('body')}$", re.IGNORECASE)
_ADDRESSED = re.compile(rf"{wording('addressed')}\s+(?=\S)", re.IGNORECASE)
_PURPOSE = says("purpose_alone")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*$", re.IGNORECASE)
_SUFFIX = re.compile(
    r"(?:\s|[-–—,:(]|\bmeeting\b|\bon\b|\bdate\b|\bto be held\b|\bpart (?:[ab12]|i{1,2})\b\)?"
    r"|[-–—]\s*for (?:decision|information|approval|noting|discussion|action)\b)*$",
    re.IGNORECASE,
)
_OF_A_FORM = says("of_a_form")
_REPORT_OF = says("report_of")
_ASKED = (
    re.compile(
        r"(?:That )?(?:[Tt]he )?(?P<body>[A-Z][\w&,' -]{3,80}?) (?:is|are) "
        r"(?:asked|recommended|requested|invited) to\b"
    ),
    re.compile(
        r"(?:It is )?(?:[Rr]ecommended )?[Tt]hat (?:[Tt]he )?(?P<body>[A-Z][\w&,' -]{3,80}?)"
        r"(?:\s*[:–-]|\s+[a-z]+s?\b)"
    ),
)
# What a report calls the body that it is written to, without naming it.
_NAMELESS = frozenset(
    {"committee", "members", "council", "board", "panel", "sub-committee", "authority"}
    | {"combined authority", "the council", "group"}
)
# Nouns that go on with a body's name on the next line ("Health and Wellbeing / Board").
_GOES_ON = frozenset({"board", "committee", "sub-committee", "panel", "group", "forum", "member"})
# Longest line, and longest name, in words; and how far down the opening a body is looked for.
_LINE_WORDS, _NAME_WORDS, _LINES = 14, 10, 12


@dataclass(frozen=True, slots=True)
class Sitting:
    """A body and the words that say when it sits; either may be missing."""

    body: Passage = NOWHERE
    day: Passage = NOWHERE


def day_in(passage: Passage) -> Passage:
    """The first date of a passage; of "4-5 May 2026" both days, for the first has no month."""
    days = find_dates(passage.text)
    if not days:
        return NOWHERE
    whole = any(c.isalpha() for c in passage.text[days[0].start : days[0].end])
    joint = len(days) > 1 and not whole and days[1].start - days[0].end < 6
    return passage.slice(days[0].start, days[1 if joint else 0].end)


def sitting_in(value: Passage) -> Sitting:
    """The body and the day that a value names: the first of several."""
    paragraph = value.slice(0, value.text.find("\n\n")) if "\n\n" in value.text else value
    first = addressee_in(value)
    if decider := _decider(first):
        return Sitting(decider, day_in(value))
    named = _body_and_day(first)
    return Sitting(named.body, named.day or day_in(paragraph))


def addressee_in(value: Passage) -> Passage:
    """The lines of a value that name the first of those to whom a report is addressed."""
    paragraph = value.slice(0, value.text.find("\n\n")) if "\n\n" in value.text else value
    return _first_body(split_lines(paragraph)) or paragraph


def names_body(passage: Passage) -> bool:
    """Whether words name a body or the holder of an office."""
    return bool(_BODY.search(passage.text) or words_of_office().post.found_in(passage.text))


def _first_body(lines: Sequence[Passage]) -> Passage:
    """The lines of the first body, where those below name another, or only a date."""
    kept: list[Passage] = []
    for at, line in enumerate(lines):
        if kept and (_begins_body(line) or find_dates(line.text[:30])):
            text = " ".join(part.text for part in kept)
            if _ENDS_AS_BODY.search(text) or parse_person(text).honorific is not None:
                break
        kept.append(lines[at])
    return Passage.run_on(kept)


def _begins_body(line: Passage) -> bool:
    """Whether a line names a body by itself, and does not only go on with a name."""
    folded = fold(line.text)
    return bool(_BODY.search(folded)) and folded not in _GOES_ON and not folded.startswith("member")


def _decider(value: Passage) -> Passage:
    """The post of a single member to whom a decision is addressed."""
    if not words_of_office().honorifics.found_in(value.text):
        return NOWHERE
    parts = parse_person(value.text)
    if parts.honorific is None or parts.post is None or parts.name is None:
        return NOWHERE
    return value.slice(parts.post.start, parts.post.end)


def _body_and_day(passage: Passage) -> Sitting:
    """A body's name and the date printed with it, without what leads up to either."""
    day = day_in(passage)
    end = passage.text.find(day.text) if day else len(passage.text)
    if stamp := STAMP.search(passage.text[:end]):
        end = stamp.start()
    printed = _WEEKDAY.sub("", passage.text[:end])
    name = passage.slice(0, len(_SUFFIX.sub("", printed)))
    addressed = False
    for lead in (BEFORE_BODY, _ADDRESSED):
        if found := lead.match(name.text):
            addressed |= lead is _ADDRESSED
            name = name.slice(found.end())
    folded = fold(name.text)
    if _PURPOSE.fullmatch(folded) or (addressed and folded in _NAMELESS - {"council"}):
        name = NOWHERE
    return Sitting(name, day)


def sitting_in_lines(lines: Sequence[Block], council: str | None) -> Sitting:
    """The receiving body named by a line of its own at the top of the report."""
    whole = Sitting()
    for line in _short(lines[:_LINES]):
        found = _body_and_day(line)
        folded = fold(found.body.text)
        if not _is_name_of_body(found.body):
            continue
        if is_council(found.body.text, council):
            itself = bool(found.day) and "meeting" in fold(line.text)
            if not whole.body and (itself or folded.endswith("combined authority")):
                whole = found  # the full council itself
            continue
        if parse_person(found.body.text).name is None:
            return found
    return whole


def _short(lines: Sequence[Block]) -> Iterator[Passage]:
    """Lines short enough for a body, those of a longer paragraph one by one."""
    for block in lines:
        long = len(block.passage.words) > _LINE_WORDS
        for line in block.lines() if long else [block.passage]:
            if len(line.words) <= _LINE_WORDS and not _REPORT_OF.match(line.text):
                yield line


def _is_name_of_body(name: Passage) -> bool:
    text = name.text
    if not _BODY.search(text) or not text[:1].isupper() or text.endswith("."):
        return False
    if fold(text).endswith(("introduction", "foreword")) or _OF_A_FORM.search(text):
        return False
    return len(name.words) <= _NAME_WORDS


def asked_body(outline: Outline) -> Passage:
    """The body that the recommendations are put to ("Executive Board is recommended to")."""
    for _, node in outline.of_kind(SectionKind.RECOMMENDATIONS):
        for block in node.blocks[:2]:
            for pattern in _ASKED:
                match = pattern.match(block.text)
                if match is None:
                    continue
                body = block.passage.slice(match.start("body"), match.end("body"))
                if addressed := _ADDRESSED.match(body.text):
                    body = body.slice(addressed.end())
                if _ENDS_AS_BODY.search(body.text) and fold(body.text) not in _NAMELESS:
                    return body
    return NOWHERE
