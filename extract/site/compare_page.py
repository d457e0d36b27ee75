"""A comparison as its page shows it: figures in words, where each leads, and bars.

All of it is made here and not in the template: a page has some hundreds of figures, and each call
that a template makes costs more than the figure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from extract.site.choices import Measure
from extract.site.compare_tables import Cell, Column, OverTime, Row, Table
from extract.site.wording import words_of

#: Shares from which a bar's segment is wide enough for its number, in per cent.
_WIDE: Final = 7.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in words; `count` is that which a share is of; `link` is "" for what has no rows."""

    text: str
    count: str
    link: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar, in per cent of its length: the class of its colour, and its number."""

    kind: int
    x: str
    width: str
    middle: str
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """A council's line: its figures, and its bar in words and as segments."""

    code: str
    council: str
    figures: tuple[Figure, ...]
    words: str = ""
    bar: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Years:
    """The share of one status over the years: columns of a chart, and a line for each council."""

    years: tuple[int, ...]
    columns: tuple[Segment, ...]
    together: tuple[Figure, ...]
    lines: tuple[Line, ...]


def lines_of(table: Table, link: Callable[[Row, Column], str], measure: Measure) -> Sequence[Line]:
    """The lines of a table. Where a bar can be read there is one: of the shares behind the first
    column, or of the mean length of reports. How councils word what they ask for has more shares
    than colours can tell apart.
    """
    longest = max((row.cells[1].per or 0.0 for row in table.rows), default=0.0)
    lines = []
    for row in table.rows:
        figures = tuple(
            _figure(cell, column.unit, link(row, column))
            for column, cell in zip(table.columns, row.cells, strict=True)
        )
        words = ""
        bar: tuple[Segment, ...] = ()
        if measure is Measure.IMPLICATIONS:
            words, bar = _in_words(table.columns[1:], row.cells[1:]), _bar(row.cells[1:])
        elif measure is Measure.REPORTS:
            words = f"{_text(row.cells[1], '')} {table.columns[1].label}"
            bar = _length(row.cells[1], longest)
        lines.append(Line(row.code, row.council, figures, words, bar))
    return lines


def years_of(time: OverTime, link: Callable[[Row, int], str]) -> Years:
    """Shares over the years."""
    return Years(
        time.years,
        _columns(time.together),
        tuple(_figure(cell, "%", "") for cell in time.together),
        tuple(
            Line(
                row.code,
                row.council,
                tuple(
                    _figure(cell, "%", link(row, year) if cell.of else "")
                    for year, cell in zip(time.years, row.cells, strict=True)
                ),
            )
            for row in time.rows
        ),
    )


def _figure(cell: Cell, unit: str, link: str) -> Figure:
    count = f"{cell.count:,}" if unit and cell.of else ""
    return Figure(_text(cell, unit), count, link)


def _text(cell: Cell, unit: str) -> str:
    if cell.of is None:
        return f"{cell.count:,}"
    if cell.per is None:
        return "\N{EN DASH}"
    return f"{100 * cell.per:.0f}\N{NO-BREAK SPACE}%" if unit else f"{cell.per:.1f}"


def _in_words(columns: Sequence[Column], cells: Sequence[Cell]) -> str:
    pairs = zip(columns, cells, strict=True)
    return ", ".join(f"{words_of(column.key)} {_text(cell, '%')}" for column, cell in pairs)


def _bar(cells: Sequence[Cell]) -> tuple[Segment, ...]:
    segments, x = [], 0.0
    for kind, cell in enumerate(cells):
        share = 100 * (cell.per or 0.0)
        if share > 0:
            label = f"{share:.0f}" if share >= _WIDE else ""
            middle = f"{x + share / 2:.2f}%"
            segments.append(Segment(kind, f"{x:.2f}%", f"{share:.2f}%", middle, label))
        x += share
    return tuple(segments)


def _length(cell: Cell, longest: float) -> tuple[Segment, ...]:
    """A bar as long as the mean is of the longest; its number stands in it, if that has room."""
    width = 100 * (cell.per or 0.0) / longest if longest else 0.0
    label = _text(cell, "") if width >= _WIDE else ""
    middle = f"{width / 2:.2f}%"
    return (Segment(0, "0%", f"{width:.2f}%", middle, label),) if width else ()


def _columns(cells: Sequence[Cell]) -> tuple[Segment, ...]:
    """Upright: `width` is a column's height, `middle` where it begins from above."""
    step = 100 / max(len(cells), 1)
    shares = [100 * (cell.per or 0.0) for cell in cells]
    return tuple(
        Segment(0, f"{(at + 0.15) * step:.2f}%", f"{share:.2f}%", f"{100 - share:.2f}%", "")
        for at, share in enumerate(shares)
    )
