"""Which councils' meetings and reports are here, year by year, and where nothing is.

A gap is what lies between the first and the last meeting of a council: before and after, nobody
can say whether papers are missing or were never asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

#: Years of one table; the latest are shown.
MOST_YEARS: Final = 12
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class MeetingYear:
    """Meetings of a council in a year; `months`, 1 to 12, is a JSON array."""

    code: str
    year: int
    meetings: int
    months: str


@dataclass(frozen=True, slots=True)
class ReportYear:
    """Reports of a council for meetings of a year."""

    code: str
    year: int
    reports: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A council's year. `empty` are the months in a gap, in words."""

    year: int
    meetings: int
    reports: int
    empty: tuple[str, ...]
    in_gap: bool
    """Whether the whole year is without a meeting, between years that have some."""


@dataclass(frozen=True, slots=True)
class Row:
    """A council with its years, in the order of the table's columns."""

    code: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The table: the years of its columns, earliest first, and a row for each council."""

    years: tuple[int, ...]
    rows: tuple[Row, ...]
    more: bool
    """Whether there are earlier years than it shows."""


def coverage(
    councils: Mapping[str, str], meetings: Sequence[MeetingYear], reports: Sequence[ReportYear]
) -> Coverage:
    """The table of these councils (name by code), in their order."""
    named = {count.year for count in meetings} | {count.year for count in reports}
    every_year = tuple(range(min(named), max(named) + 1)) if named else ()
    years = every_year[-MOST_YEARS:]
    reported = {(count.code, count.year): count.reports for count in reports}
    of_council: dict[str, dict[int, MeetingYear]] = {}
    for count in meetings:
        of_council.setdefault(count.code, {})[count.year] = count
    rows = []
    for code, name in councils.items():
        met = of_council.get(code, {})
        held = {_serial(year, month) for year in met for month in json.loads(met[year].months)}
        cells = tuple(
            Cell(
                year=year,
                meetings=met[year].meetings if year in met else 0,
                reports=reported.get((code, year), 0),
                empty=_empty_months(held, year),
                in_gap=bool(met) and min(met) < year < max(met) and year not in met,
            )
            for year in years
        )
        rows.append(Row(code, name, cells))
    return Coverage(years, tuple(rows), more=len(every_year) > len(years))


def _serial(year: int, month: int) -> int:
    """Months in a row: December is followed by January."""
    return year * 12 + month - 1


def _empty_months(held: set[int], year: int) -> tuple[str, ...]:
    """Months of a year without a meeting, after the first and before the last that has one."""
    if not held:
        return ()
    first, last = min(held), max(held)
    return tuple(
        _MONTHS[month - 1]
        for month in range(1, 13)
        if first < _serial(year, month) < last and _serial(year, month) not in held
    )
