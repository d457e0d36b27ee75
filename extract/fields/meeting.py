"""The meeting a report is made to: the receiving body, its date, time and venue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.dates import find_dates, find_times
from extract.fields.front import BEFORE_BODY, front_lines, is_council, labelled_first
from extract.fields.labelled import Labelled
from extract.fields.nodes import Outline
from extract.fields.values import Found
from extract.layout.blocks import Block, split_lines
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, says, wording
from extract.persons import parse_person
from schemas import Meeting
from schemas.vocabulary import SectionKind

_BODY = re.compile(rf"\b{wording('body')}\b", re.IGNORECASE)
_SUFFIX = re.compile(r"\s*(?:[-–—,:]|\bmeeting\b|\bon\b|\bdate\b)*\s*$", re.IGNORECASE)
_REPORT_OF = says("report_of")
_ASKED_BODY = re.compile(
    r"(?:That )?(?:[Tt]he )?(?P<body>[A-Z][\w&,' -]{3,80}?) (?:is|are) "
    r"(?:asked|recommended|requested|invited) to\b"
)
# What a report calls the body that it is written to, without naming it.
_NAMELESS = frozenset({"committee", "members", "council", "board", "panel", "sub-committee"})


def meeting_of(
    outline: Outline, labelled: Sequence[Labelled], council: str | None
) -> Found[Meeting]:
    """The receiving body and its date, time and venue."""
    places: list[tuple[str, Passage]] = []
    lines = front_lines(outline)
    committee, day = NOWHERE, NOWHERE
    for item in labelled_first(labelled, "committee"):
        committee, day = _body_and_date(item.value[0].passage)
        if decider := _decider(_addressee(item.value[0].passage)):
            committee = decider
        if committee:
            break
    for item in labelled_first(labelled, "date"):
        if dated := _first_date(item.passage):
            day = dated
            break
    if not committee:
        committee, stated = _body_in_lines(lines, council)
        day = day or stated
    if not committee:
        committee = _body_in_label(labelled) or _asked_body(outline)
    if not day:
        day = next(
            (
                dated
                for line in lines
                if len(line.passage.words) <= 16 and (dated := _first_date(line.passage))
            ),
            NOWHERE,
        )
    clock, venue = NOWHERE, NOWHERE
    for item in labelled_first(labelled, "time"):
        clock = item.passage
        break
    if not clock and day:
        clock = next((line.passage for line in lines if _holds(line.passage, day)), NOWHERE)
        if not clock:
            clock = next((i.passage for i in labelled_first(labelled, "date")), NOWHERE)
    times = find_times(clock.text) if clock else ()
    for item in labelled_first(labelled, "venue"):
        venue = item.passage
        break
    dates = find_dates(day.text) if day else ()
    if committee:
        places.append(("/committee", committee))
    if dates:
        places.append(("/date", day))
    if times:
        places.append(("/time", clock.slice(times[0].start, times[0].end)))
    if venue:
        places.append(("/venue", venue))
    value = Meeting(
        committee=committee.text or None,
        date=dates[0].value.isoformat() if dates else None,
        time=times[0].value if times else None,
        venue=venue.text or None,
    )
    return Found(value, tuple(places))


def _addressee(value: Passage) -> Passage:
    """The lines of a value that name whom it is addressed to, without the meeting's below."""
    kept: list[Passage] = []
    for line in split_lines(value):
        if kept and (find_dates(line.text) or _BODY.search(line.text)):
            break
        kept.append(line)
    return Passage.run_on(kept)


def _decider(value: Passage) -> Passage:
    """The post of a single member to whom a decision is addressed."""
    parts = parse_person(value.text)
    if parts.honorific is None or parts.post is None or parts.name is None:
        return NOWHERE
    return value.slice(parts.post.start, parts.post.end)


def _body_in_label(labelled: Sequence[Labelled]) -> Passage:
    """The body that the label of the date names ("Cabinet meeting date")."""
    for item in labelled_first(labelled, "date"):
        match = re.match(r"(\w[\w ]*?) meeting date", item.label.text, re.IGNORECASE)
        if match and _BODY.fullmatch(match[1].split()[-1]):
            return item.label.slice(match.start(1), match.end(1))
    return NOWHERE


def _asked_body(outline: Outline) -> Passage:
    """The body that the recommendations are put to ("Executive Board is recommended to")."""
    for _, node in outline.of_kind(SectionKind.RECOMMENDATIONS):
        for block in node.blocks[:2]:
            match = _ASKED_BODY.match(block.text)
            if match and fold(match["body"]) not in _NAMELESS:
                return block.passage.slice(match.start("body"), match.end("body"))
    return NOWHERE


def _holds(line: Passage, part: Passage) -> bool:
    return any(word is part.words[0] for word in line.words)


def _first_date(passage: Passage) -> Passage:
    days = find_dates(passage.text)
    return passage.slice(days[0].start, days[0].end) if days else NOWHERE


def _body_and_date(passage: Passage) -> tuple[Passage, Passage]:
    """A body's name and the date printed with it ("Cabinet – 30 January 2025")."""
    first = split_lines(passage)[0] if "\n" in passage.text else passage
    days = find_dates(first.text)
    day = first.slice(days[0].start, days[0].end) if days else NOWHERE
    end = days[0].start if days else len(first.text)
    cut = re.sub(
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*$", "", first.text[:end], flags=re.I
    )
    name = first.slice(0, len(_SUFFIX.sub("", cut)))
    prefix = BEFORE_BODY.match(name.text)
    return (name.slice(prefix.end()) if prefix else name), day


def _body_in_lines(lines: Sequence[Block], council: str | None) -> tuple[Passage, Passage]:
    """The receiving body named by a line of its own at the top of the report."""
    own = fold(council or "")
    whole: tuple[Passage, Passage] | None = None
    for line in lines[:12]:
        for passage in (
            [line.passage] if len(line.passage.words) <= 14 else split_lines(line.passage)
        ):
            if len(passage.words) > 14 or _REPORT_OF.match(passage.text):
                continue
            if not passage.text[:1].isupper():
                continue
            name, day = _body_and_date(passage)
            if len(name.words) > 10 or fold(name.text).endswith(("introduction", "foreword")):
                continue
            folded = fold(name.text)
            if not name or not _BODY.search(name.text) or name.text.endswith("."):
                continue
            if is_council(folded, own):
                itself = day and "meeting" in fold(passage.text)
                if whole is None and (itself or folded.endswith("combined authority")):
                    whole = name, day  # the full council itself
                continue
            if parse_person(name.text).name is not None:
                continue
            return name, day
    return whole or (NOWHERE, NOWHERE)
