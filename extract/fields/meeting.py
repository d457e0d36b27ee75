"""The meeting a report is made to: the receiving body, its date, time and venue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from extract.dates import find_dates, find_times
from extract.fields.bodies import (
    Sitting,
    asked_body,
    day_in,
    names_body,
    sitting_in,
    sitting_in_lines,
)
from extract.fields.front import front_lines, labelled_first
from extract.fields.labelled import Labelled
from extract.fields.nodes import Outline
from extract.fields.values import Found
from extract.layout.blocks import Block
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, says
from schemas import Meeting

_OF_MEETING = says("of_meeting")
_BODY_IN_LABEL = re.compile(r"(?P<body>\w[\w ]*?) meeting date", re.IGNORECASE)
# Longest line, in words, whose date is the meeting's.
_DATED_WORDS = 16


def meeting_of(
    outline: Outline, labelled: Sequence[Labelled], council: str | None
) -> Found[Meeting]:
    """The receiving body and its date, time and venue."""
    lines = front_lines(outline)
    sitting = _labelled_sitting(labelled)
    if not sitting.body:
        stated = sitting_in_lines(lines, council)
        body = stated.body or _body_in_label(labelled) or asked_body(outline)
        sitting = Sitting(body, sitting.day or stated.day)
    day = _labelled_day(labelled) or sitting.day
    if not day:
        day = next((d for line in lines if (d := _day_of(line))), NOWHERE)
    if not day:
        day = next(_later_days(labelled), NOWHERE)
    clock = _clock(labelled, lines, day)
    venue = next((item.passage for item in labelled_first(labelled, "venue")), NOWHERE)
    dates = find_dates(day.text)
    times = find_times(clock.text)
    value = Meeting(
        committee=sitting.body.text or None,
        date=dates[0].value.isoformat() if dates else None,
        time=times[0].value if times else None,
        venue=venue.text or None,
    )
    places = {
        "/committee": sitting.body,
        "/date": day,
        "/time": clock.slice(times[0].start, times[0].end) if times else NOWHERE,
        "/venue": venue,
    }
    return Found(value, tuple((path, place) for path, place in places.items() if place))


def _labelled_sitting(labelled: Sequence[Labelled]) -> Sitting:
    """The body that a label gives: one that is named as a body is, else the first of any words."""
    items = list(labelled_first(labelled, "committee"))
    found = [sitting_in(item.value[0].passage) for item in items]
    below = (day_in(block.passage) for item in items for block in item.value[1:])
    day = next((day for day in chain((sitting.day for sitting in found), below) if day), NOWHERE)
    named = [sitting for sitting in found if sitting.body]
    dated = [sitting_in(item.value[0].passage) for item in labelled_first(labelled, "date")]
    best = next(
        (s for s in [*named, *dated] if names_body(s.body)),  # "Meeting/Date: Cabinet – 4 May 2026"
        next(iter(named), Sitting()),
    )
    return Sitting(best.body, best.day or day)


def _labelled_day(labelled: Sequence[Labelled]) -> Passage:
    dated = (day_in(item.passage) for item in labelled_first(labelled, "date"))
    return next((day for day in dated if day), NOWHERE)


def _later_days(labelled: Sequence[Labelled]) -> Iterator[Passage]:
    """Days that a label behind the front matter gives to the meeting ("Date of meeting: …")."""
    for item in labelled_first(labelled, "date", front=False):
        if is_of_meeting(item) and (day := day_in(item.passage)):
            yield day


def is_of_meeting(item: Labelled) -> bool:
    """Whether a label of a date says that it is the meeting's."""
    return bool(_OF_MEETING.search(item.key))


def _day_of(line: Block) -> Passage:
    return day_in(line.passage) if len(line.passage.words) <= _DATED_WORDS else NOWHERE


def _body_in_label(labelled: Sequence[Labelled]) -> Passage:
    """The body that the label of the date names ("Cabinet meeting date")."""
    for item in labelled_first(labelled, "date"):
        match = _BODY_IN_LABEL.match(item.label.text)
        if match and (body := sitting_in(item.label.slice(0, match.end("body"))).body):
            return body if names_body(body) and fold(body.text) != "committee" else NOWHERE
    return NOWHERE


def _clock(labelled: Sequence[Labelled], lines: Sequence[Block], day: Passage) -> Passage:
    """The words in which the time stands: labelled, or with the day."""
    for item in labelled_first(labelled, "time"):
        return item.passage
    if day and (line := next((b.passage for b in lines if _holds(b.passage, day)), NOWHERE)):
        return line
    return next((item.passage for item in labelled_first(labelled, "date")), NOWHERE)


def _holds(line: Passage, part: Passage) -> bool:
    return any(word is part.words[0] for word in line.words)
