"""Bar charts, laid out on the server: what the macro `bar_chart` draws as SVG.

Every chart stands above a table of the same numbers, so nothing is told by the picture alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

#: Units of the picture, which are pixels where it is shown at its own size.
_STEP: Final = 48
_BAR: Final = 34
_HIGHEST: Final = 110
#: Room for the value above a bar, and for the label below.
_ABOVE: Final = 20
_BELOW: Final = 24
#: A year that a paper misprints ("2925") must not make a chart of a thousand bars.
MOST_YEARS: Final = 40


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its left edge, upper edge and height, and what it says."""

    label: str
    value: int
    x: int
    y: int
    height: int

    @property
    def middle(self) -> int:
        """Where the label and the value are centred."""
        return self.x + _BAR // 2


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars side by side, and the size of the picture."""

    title: str
    bars: tuple[Bar, ...]
    width: int
    height: int = _ABOVE + _HIGHEST + _BELOW
    bar_width: int = _BAR
    base: int = _ABOVE + _HIGHEST

    @property
    def label_line(self) -> int:
        """Where the labels stand."""
        return self.height - 6


def bar_chart(title: str, values: Mapping[str, int]) -> BarChart | None:
    """A chart of counts by label, in their order; None where there are none to show."""
    highest = max(values.values(), default=0)
    if highest <= 0:
        return None
    bars = []
    for place, (label, value) in enumerate(values.items()):
        # what is there at all is seen
        height = max(2, round(value / highest * _HIGHEST)) if value else 0
        x = place * _STEP + (_STEP - _BAR) // 2
        bars.append(Bar(label, value, x, _ABOVE + _HIGHEST - height, height))
    return BarChart(title, tuple(bars), width=len(bars) * _STEP)


def years_between(counts: Mapping[int, int]) -> dict[int, int]:
    """The counts, with a nought for each year between the first and the last that has none."""
    if not counts:
        return {}
    first, last = min(counts), max(counts)
    if last - first >= MOST_YEARS:
        return dict(sorted(counts.items()))
    return {year: counts.get(year, 0) for year in range(first, last + 1)}
