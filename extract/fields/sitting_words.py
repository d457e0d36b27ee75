"""Day, time and place of a meeting in the words that open its papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.dates import find_dates, find_times
from extract.fields.meeting_lines import Piece
from extract.fields.sitting_body import names_a_body
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, says, wording

_HELD = re.compile(
    rf"\b{wording('meeting_of')}\s+(?P<body>[^:;.\d]{{3,120}}?)[\s,]+{wording('meeting_held')}\b",
    re.IGNORECASE,
)
# The same without the body, which a line of its own names ("Meeting to be held in …").
_BODILESS = re.compile(
    rf"\bmeetings?,?\s+(?:on\s+)?{wording('meeting_held')}\b(?!\s+(?:before|after))", re.IGNORECASE
)
_DECIDED = re.compile(
    r"\b(?:at|by|of) (?:the )?(?P<body>[A-Z][^:;.\d]{3,100}?)(?: meeting)?,?(?: held)? on "
    r"(?=\w*,?\s*\d)"
)
_CAPITAL = r"(?-i:(?:[Tt]he\s+|THE\s+|[Yy]r?\s+)?[A-Z])"
_IN = re.compile(rf"(?:\b(?:at|in|via|yn|yng|ym|on)|,)\s+(?={_CAPITAL})", re.IGNORECASE)
_LEADS_TO_PLACE = re.compile(r"[\s,;:.–-]*(?:(?:in|at|yn|yng|ym)\s+)?(?:(?:the|y|yr)\s+)?")
_ARTICLE = re.compile(r"the\s+")
_PLACE_ENDS = re.compile(
    r",?\s*\b(?:on|at|from|commencing|starting|beginning|ar|am)\s+(?=(?:the\s+)?(?:\w+day\b|\d|dydd))"
    r"|[.;](?:\s|$)|\s*\b(?:when|for the purpose|to consider|to transact|following|immediately)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"\b{wording('place')}\b", re.IGNORECASE)
_OTHER_DAY = re.compile(rf"\b{wording('other_day')}", re.IGNORECASE)
_STARTED = says("meeting_started")
# "at 1930", "at 19.30": a clock that only the word before it makes one.
_AT_CLOCK = re.compile(
    r"\bat\s+(?P<hour>[01]?\d|2[0-3])[.:]?(?P<minute>[0-5]\d)\b(?!\s*[ap]\.?m|[/-])", re.IGNORECASE
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bdydd\b", re.IGNORECASE)
# Where a sentence, or a line that is one, is over.
_SAID = re.compile(r"(?<![ap])\.\s(?=[A-Z])|\n(?=[A-Z])")
_SENTENCE = re.compile(r"[a-z)]\.$")
# How many characters behind "held" tell day and place; longest line of a place, and of a day, in
# words, or of the time; how many
# lines around the day these stand in.
_REACH, _PLACE_WORDS, _DAY_WORDS, _CLOCK_WORDS, _NEAR = 320, 18, 24, 6, 5


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, "HH:MM", and the words that say it."""

    time: str | None = None
    words: Passage = NOWHERE


@dataclass(frozen=True, slots=True)
class Said:
    """What words say of a meeting; what they do not tell is empty."""

    body: Passage = NOWHERE
    day: Passage = NOWHERE
    clock: Clock = Clock()
    venue: Passage = NOWHERE
    at: int | None = None  # which of the pieces the day stands in


def stated(pieces: Sequence[Piece]) -> Said:
    """What a sentence says ("A meeting of the Cabinet will be held in … on …"), or a line."""
    whole = Passage.join([Passage.join([p.label, p.passage], " ") for p in pieces], "\n")
    for match in _HELD.finditer(_flat(whole).text):
        body = _flat(whole.slice(*match.span("body")))
        said = _held(whole.slice(match.end(), match.end() + _REACH))
        if names_a_body(body) and (said.day or said.venue):
            return replace(said, body=body)
    for match in _BODILESS.finditer(_flat(whole).text):
        said = _held(whole.slice(match.end(), match.end() + _REACH))
        if said.day and (said.venue or said.clock.time):
            return said
    for piece in pieces:
        decided = _DECIDED.search(piece.text)
        if decided is None or len(piece.passage.words) > _DAY_WORDS:
            continue
        body, rest = piece.passage.slice(*decided.span("body")), piece.passage.slice(decided.end())
        if names_a_body(body) and (day := first_day(rest)):
            return Said(body, day, clock_in(rest))
    return Said()


def _flat(passage: Passage) -> Passage:
    """The passage without line ends; its offsets stay true."""
    return replace(passage, text=passage.text.replace("\n", " "))


def _held(rest: Passage) -> Said:
    """Day, time and place in the words behind "held"."""
    days = find_dates(rest.text)
    if not days:
        return Said(venue=_place_in(rest, len(rest.text)))
    day = rest.slice(days[0].start, days[0].end)
    ended = _SAID.search(rest.text, days[0].end)
    clock = clock_in(rest.slice(days[0].end, ended.start() if ended else None))
    if clock.time is None:
        clock = clock_in(rest.slice(0, days[0].start))
    return Said(NOWHERE, day, clock, _place_in(rest, days[0].start))


def _place_in(rest: Passage, day: int) -> Passage:
    """The place that words name behind "in" or "at": before the day, else in the same line."""
    flat = _flat(rest).text
    for match in _IN.finditer(flat):
        start = match.end()
        if find_dates(flat[start : start + 40]) and _WEEKDAY.match(flat, start):
            continue
        stop = _PLACE_ENDS.search(flat, start)
        end = stop.start() if stop else len(flat)
        line = rest.text.find("\n", start)
        if start < day:
            end = min(end, day)
        elif line >= 0:
            end = min(end, line)
        place = _flat(rest.slice(start, len(flat[:end].rstrip(" ,;-–"))))
        if article := _ARTICLE.match(place.text):
            place = place.slice(article.end())
        if (
            place
            and len(place.words) <= _PLACE_WORDS
            and (start < day or _PLACE.search(place.text))
        ):
            return place
    return NOWHERE


def first_day(passage: Passage) -> Passage:
    """The first date of a passage."""
    days = find_dates(passage.text)
    return passage.slice(days[0].start, days[0].end) if days else NOWHERE


def clock_in(passage: Passage) -> Clock:
    """The first time of day of a passage; "at 1930" is one here."""
    flat = _flat(passage)
    if times := find_times(flat.text):
        return Clock(times[0].value, flat.slice(times[0].start, times[0].end))
    if match := _AT_CLOCK.search(flat.text):
        time = f"{int(match['hour']):02}:{match['minute']}"
        return Clock(time, flat.slice(match.start("hour"), match.end("minute")))
    return Clock()


def day_of(pieces: Sequence[Piece]) -> tuple[Passage, int | None]:
    """The day of the meeting, and which of the pieces it stands in."""
    best: tuple[float, int, Passage] | None = None
    for at, piece in enumerate(pieces):
        for score, day in _days(piece):
            if best is None or score > best[0]:
                best = score, at, day
    return (best[2], best[1]) if best else (NOWHERE, None)


def _days(piece: Piece) -> Iterator[tuple[float, Passage]]:
    """The days of a piece, and how likely each is the meeting's."""
    fields = piece.fields
    if fields & {"ignored_date", "report_date"} or _OTHER_DAY.match(piece.label.text):
        return
    long = len(piece.passage.words) > _DAY_WORDS
    for found in find_dates(piece.text)[:2]:
        day = piece.passage.slice(found.start, found.end)
        before = piece.passage.slice(0, found.start)
        if _OTHER_DAY.search(before.text) or (piece.label and "date" not in fields):
            continue
        score = 0.0 if long else 1.0
        score += 1.0 * bool(_WEEKDAY.search(day.text))
        score += 1.5 * (clock_in(piece.passage).time is not None)
        score += 1.0 * ("date" in fields) + 1.0 * ("meeting" in fold(piece.label.text))
        score += 2.0 * (
            bool(before) and names_a_body(before.slice(0, len(before.text.rstrip(" -–,:"))))
        )
        score += 0.5 * (not before and found.end >= len(piece.text.rstrip(" .")))
        yield score, day


def clock_of(pieces: Sequence[Piece], at: int | None, day: Passage) -> Clock:
    """The time: labelled, behind the day or near it, or when minutes say that it began."""
    for piece in pieces:
        if "time" in piece.fields and (clock := clock_in(piece.passage)).time:
            return clock
    if at is not None:
        own = pieces[at].passage
        for near in (own.slice(own.text.find(day.text)), own):
            if (clock := clock_in(near)).time:
                return clock
        for piece in _near(pieces, at):
            clock = clock_in(piece.passage)
            opens = clock.words and piece.text.startswith(clock.words.text)
            if clock.time and (opens or len(piece.passage.words) <= _CLOCK_WORDS):
                return clock
    for piece in pieces:
        if _STARTED.search(piece.text) and (clock := clock_in(piece.passage)).time:
            return clock
    return Clock()


def venue_of(pieces: Sequence[Piece], at: int | None, day: Passage) -> Passage:
    """The place: labelled, with the day, or in lines of its own near it."""
    for nth, piece in enumerate(pieces):
        if "venue" in piece.fields and piece.passage:
            return _with_next_lines(pieces, nth)
    if at is None:
        return NOWHERE
    own = pieces[at].passage
    behind = own.slice(own.text.find(day.text) + len(day.text))
    if clock := clock_in(behind).words:
        behind = behind.slice(behind.text.find(clock.text) + len(clock.text))
    if lead := _LEADS_TO_PLACE.match(behind.text):
        behind = behind.slice(lead.end())
    if _is_place(behind):
        return behind
    if place := _place_in(behind, 0):
        return place
    for piece in _near(pieces, at):
        if not piece.label and _is_place(piece.passage):
            return _with_next_lines(pieces, next(n for n, p in enumerate(pieces) if p is piece))
    return NOWHERE


def _near(pieces: Sequence[Piece], at: int) -> Iterator[Piece]:
    """The pieces around the day, those after it first."""
    yield from pieces[at + 1 : at + 1 + _NEAR]
    yield from reversed(pieces[max(at - _NEAR, 0) : at])


def _with_next_lines(pieces: Sequence[Piece], at: int) -> Passage:
    """A place with the lines below that go on with its address."""
    lines = [pieces[at].passage]
    for below in pieces[at + 1 : at + 4]:
        fits = _is_place(below.passage) or lines[-1].text.endswith(",")
        if below.label or not fits or abs(below.x0 - pieces[at].x0) > 60:
            break
        lines.append(below.passage)
    separator = " " if lines[0].text.endswith(",") else ", "
    if len(lines) > 1 and not lines[0].words[0].page:
        separator = " "  # a line of a text is broken where it is full
    place = Passage.join(lines, separator)
    return place.slice(0, len(_flat(place).text.rstrip(" .,;")))


def _is_place(words: Passage) -> bool:
    """Whether a line is a place: a room, a building, an address; not a sentence or a number."""
    text = words.text
    if not _PLACE.search(text) or len(words.words) > _PLACE_WORDS or _SENTENCE.search(text):
        return False
    return not (find_dates(text) or find_times(text) or "@" in text or ":" in text)
