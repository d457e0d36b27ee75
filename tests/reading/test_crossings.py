"""Cells of rules that are merged and crossed."""

from __future__ import annotations

from extract.reading.crossings import cells_of, crossings_of, merged
from extract.reading.page import Box
from extract.reading.rules import Rule


def level(top: float, x0: float, x1: float) -> Rule:
    return Rule(x0, top, x1, top)


def upright(x: float, top: float, bottom: float) -> Rule:
    return Rule(x, top, x, bottom)


def test_no_cell_has_a_side_of_two_edges() -> None:
    across = [level(10, 0, 40), level(30, 0, 16), level(30, 24, 40)]
    down = [upright(x, 10, 30) for x in (0, 40)]
    assert cells_of(crossings_of(merged([*across, *down]))) == []
    whole = [*across, level(30, 10, 30), *down]
    assert cells_of(crossings_of(merged(whole))) == [Box(0, 10, 40, 30)]
