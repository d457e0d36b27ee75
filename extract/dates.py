"""Dates and times of day as UK councils print them, with where they stand in the text.

`find_dates` reads, day first: "15 June 2022", "Thursday 21st March, 2024", "1st day of May 2024",
"30 Jan 2025", "06/06/2022", "6.6.22", "2024-03-19", "March 19, 2024" and the Welsh "Dydd Mawrth
5 Mawrth 2024". A date needs a day, a month and a year; a day that the calendar does not have
(31 February) is no date. `find_times` reads "10.00 am", "7 p.m.", "14:00", "14.00 hours",
"1400hrs", "12 noon" and the Welsh "10.00 y.b.".

How a doubtful one is decided:

1. Month names are read in any capitals. Beside one, and only there, `l`, `I` and `O` in the place
   of a digit are 1 and 0 (recognised text has "l5 June 2O22"): nothing else could stand there.
2. A two-digit year after a slash is a year ("06/06/22"). After points or hyphens it may as well be
   a paragraph's number ("4.2.13") or a bank's sort code, so it counts only where the text is
   nothing else, or where a word such as "dated" or "on" leads up to it.
3. Two days that share a month ("15-16 June 2022", "15th and 16th June 2022") are two dates.
4. A clock time without "am", "pm", "noon" or "hours" needs a colon and a two-digit hour, or to be
   the whole text: "1:20" in a sentence is a slope and "2.30" a paragraph.

Offsets are code points into the text given. Every function is pure and none raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_MONTHS: tuple[tuple[str, ...], ...] = (
    # English, its abbreviations, then Welsh: plain, and softened after "o" ("5 o Fawrth").
    ("january", "jan", "ionawr"),
    ("february", "feb", "chwefror"),
    ("march", "mar", "mawrth", "fawrth"),
    ("april", "apr", "ebrill"),
    ("may", "mai", "fai"),
    ("june", "jun", "mehefin", "fehefin"),
    ("july", "jul", "gorffennaf", "orffennaf"),
    ("august", "aug", "awst"),
    ("september", "sept", "sep", "medi", "fedi"),
    ("october", "oct", "hydref"),
    ("november", "nov", "tachwedd", "dachwedd"),
    ("december", "dec", "rhagfyr", "ragfyr"),
)
_MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}

_EARLIEST_YEAR, _LATEST_YEAR = 1800, 2199
"""Outside these a four-digit number beside a month is something else."""

_PIVOT = 69
"""Two-digit years from 69 on belong to the twentieth century, as `strptime` reads them."""

_MISREAD = str.maketrans("lIOo", "1100")

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_NUMBER, key=len, reverse=True))})(?![^\W\d_])\.?"
_ORDINAL = r"\s?(?:st|nd|rd|th|af|il|ydd|fed|ed|eg|ain)"
_SPACE = r"[^\S\n]*+(?:\n[^\S\n]*+)?+"
"""White space, one line end at most: a page's number does not reach the heading below it.

Possessive, so that the wide gaps of a table are walked over once."""
_GAP = rf"{_SPACE}(?:,{_SPACE})?+"

_DAY_MONTH_YEAR = re.compile(
    r"(?<![\d.,£])(?<![^\W\d_])(?P<day>[0-3lIOo]\d|\d[lIOo]|\d)"
    rf"(?:{_ORDINAL}(?:{_SPACE}day)?)?(?:\s+of\s+|\s+o\s+|\s?[-–/]\s?|\.|{_GAP})"
    rf"{_MONTH}(?:[-–/]|{_GAP})[’']?"
    r"(?P<year>[12][0-9oO][0-9oOlI]{2}|(?<=[-–/’'])\d\d|\d\d(?=\s*(?:$|[\n,;.)|])))(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY_YEAR = re.compile(
    rf"\b{_MONTH}\s+(?:the\s+)?(?P<day>[0-3]?\d)(?:{_ORDINAL})?(?:\s*,\s*|\s+)"
    r"(?P<year>[12]\d{3})(?!\d)",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    r"(?<![\w./-])(?P<year>[12]\d{3})(?P<mark>[-/.])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)"
    r"(?![\d/-]|\.\d)"
)
_NUMERIC = re.compile(
    r"(?<![\w./-])(?P<day>\d{1,2}) ?(?P<mark>[-/.]) ?(?P<month>\d{1,2}) ?(?P=mark) ?"
    r"(?P<year>\d{4}|\d\d)(?![\w/-]|\.\d)"
)

# What no date does without: most texts have none of it, and these tell so in no time.
_DIGIT = re.compile(r"\d")
_DIGITS_PARTED = re.compile(r"\d ?[-/.] ?\d")
_DAY_BEFORE_YEAR = re.compile(rf"\d(?:{_ORDINAL})?(?:\s*,\s*|\s+)[12]\d{{3}}", re.IGNORECASE)
_IN_MONTHS = tuple(
    name
    for name in _MONTH_NUMBER
    if not any(other in name for other in _MONTH_NUMBER if other != name)
)
"""The shortest names of months; every other one holds one of them."""

# What may stand before a date; searched for in the few characters there, not at every place.
_WEEKDAY_BEFORE = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|dydd\s+(?:llun|mawrth|mercher|iau|gwener|sadwrn|sul))\b\.?,?\s*(?:the\s+)?\Z",
    re.IGNORECASE,
)
_FIRST_DAY_BEFORE = re.compile(
    rf"(?<![\w.,/£-])(?P<first>[0-3]?\d)(?:[-–/]|{_ORDINAL}\s*(?:-|–|/|and|to|&)\s*)\Z",
    re.IGNORECASE,
)
_LOOK_BACK = 24
"""Characters that the longest of these takes ("Dydd Mercher, the ")."""

_LEADS_UP = re.compile(
    r"(?:\b(?:date|dated|on|by|until|since|from|before|after|day)|:|[^\W\d_]day,?)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date, and the characters (a weekday before it included) that say so."""

    value: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """A time of day as 24-hour "HH:MM", and the characters that say so."""

    value: str
    start: int
    end: int


@lru_cache(maxsize=512)  # several fields ask about the same line
def find_dates(text: str) -> tuple[DateMatch, ...]:
    """Every date in `text`, in order, none overlapping another."""
    if _DIGIT.search(text) is None:
        return ()
    found = sorted(_candidates(text), key=lambda match: (match.start, -match.end))
    kept: list[DateMatch] = []
    for match in found:
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return tuple(kept)


def _candidates(text: str) -> Iterator[DateMatch]:
    patterns = [_YEAR_FIRST, _NUMERIC] if _DIGITS_PARTED.search(text) else []
    small = text.casefold()
    if any(name in small for name in _IN_MONTHS):
        patterns.append(_DAY_MONTH_YEAR)
        if _DAY_BEFORE_YEAR.search(text):
            patterns.append(_MONTH_DAY_YEAR)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if pattern is _NUMERIC and not _numeric_is_safe(text, match):
                continue
            name = match["month"].lower()
            month = _MONTH_NUMBER.get(name) or int(name)
            year = _year(match["year"])
            value = _date(year, month, match["day"])
            if value is None:
                continue
            before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
            first = _FIRST_DAY_BEFORE.search(before) if pattern is _DAY_MONTH_YEAR else None
            earlier = _date(year, month, first["first"]) if first else None
            if first and earlier and earlier < value:
                shift = match.start() - len(before)
                start = _weekday_start(text, shift + first.start())
                yield DateMatch(earlier, start, shift + first.end("first"))
                yield DateMatch(value, match.start(), match.end())
            else:
                yield DateMatch(value, _weekday_start(text, match.start()), match.end())


def _weekday_start(text: str, start: int) -> int:
    """Where the weekday printed before a date begins; `start` if there is none."""
    floor = max(0, start - _LOOK_BACK)
    weekday = _WEEKDAY_BEFORE.search(text[floor:start])
    return floor + weekday.start() if weekday else start


def _numeric_is_safe(text: str, match: re.Match[str]) -> bool:
    if match["mark"] == "/" or len(match["year"]) == 4:
        return True
    if match.group() == text.strip():
        return True
    return bool(_LEADS_UP.search(text[max(0, match.start() - _LOOK_BACK) : match.start()]))


def _year(printed: str) -> int:
    """The year, in full; 0, which no date has, where a letter in it is none that a digit can be."""
    digits = printed.translate(_MISREAD)
    if not digits.isdecimal():
        return 0  # "202i": patterns that ask not for capitals take it for "202I"
    year = int(digits)
    if len(printed) == 4:
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def _date(year: int, month: int, day: str) -> date | None:
    """The date, or None where the calendar has none such."""
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        return None
    try:
        return date(year, month, int(day.translate(_MISREAD)))
    except ValueError:
        return None


_HALF = (
    r"(?:(?P<am>a\.?\s?m\b\.?|y\.?\s?b\b\.?|(?:yn )?y bore\b)"
    r"|(?P<pm>p\.?\s?m\b\.?|y\.?\s?[ph]\b\.?|(?:y prynhawn|yr hwyr)\b))"
)
_TWELVE_HOUR = re.compile(
    r"(?<![\w£%])(?<!\d[.:,])(?P<hour>1[0-2]|0?[1-9])(?:\s?[.:;·]\s?(?P<minute>[0-5]\d)|(?P<run>[0-5]\d))?"
    rf"\s*(?:o[’']clock\s*|o[’']r gloch\s*)?{_HALF}",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:(?<![\d.:])12(?:[.:]00)?\s*)?\b(?P<name>noon|mid-?day|midnight|hanner dydd|hanner nos)\b",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"(?<![\w£])(?<!\d[.:,])(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d)|(?<=\d\d)(?P<run>[0-5]\d))"
    r"\s*(?:hours|hrs|h)\b(?!\s*(?:of|per|a|each|/|worked)\b)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\w:.£])(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\w:]|\.\d)"
)
_ALONE = re.compile(
    r"\s*(?:at\s+)?(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)\s*", re.IGNORECASE
)
_NAMED_TIME = {"midnight": "00:00", "hanner nos": "00:00"}


def find_times(text: str) -> tuple[TimeMatch, ...]:
    """Every time of day in `text`, in order, none overlapping another."""
    alone = _ALONE.fullmatch(text)
    if alone:
        return (TimeMatch(_clock(alone), alone.start("hour"), alone.end("minute")),)
    found: list[TimeMatch] = [
        TimeMatch(_clock(match), match.start(), match.end())
        for pattern in (_TWELVE_HOUR, _HOURS, _CLOCK)
        for match in pattern.finditer(text)
    ]
    found += [
        TimeMatch(_NAMED_TIME.get(match["name"].lower(), "12:00"), match.start(), match.end())
        for match in _NAMED.finditer(text)
    ]
    kept: list[TimeMatch] = []
    for time in sorted(found, key=lambda time: (time.start, -time.end)):
        if not kept or time.start >= kept[-1].end:
            kept.append(time)
    return tuple(kept)


def find_time(text: str) -> str | None:
    """The first time of day in `text` as "HH:MM"; None if there is none."""
    times = find_times(text)
    return times[0].value if times else None


def _clock(match: re.Match[str]) -> str:
    """Hours and minutes of a match as "HH:MM"; the twelfth hour before noon is midnight's."""
    parts = match.groupdict()
    hour, minute = int(parts["hour"]), int(parts["minute"] or parts.get("run") or 0)
    if parts.get("am"):
        hour %= 12
    elif parts.get("pm"):
        hour = hour % 12 + 12
    return f"{hour:02}:{minute:02}"
