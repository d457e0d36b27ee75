"""The rules of a page merged and crossed, and the cells that they enclose.

The method is A. Nurminen's ("Algorithmic Extraction of Data in Tables in PDF Documents", 2013), and
the answers are those of pdfplumber, which made it known; here no rule is taken to pieces and no
point compared with all others, so that a page of graph paper takes no minutes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from extract.reading.page import Box
from extract.reading.rules import Rule

TOLERANCE: Final = 3.0
"""Rules within this many points are one, meet or cross (pdfplumber's default)."""


class Edge(NamedTuple):
    """Rules in one line that touch each other: where the line lies, and from where to where."""

    at: float
    start: float
    end: float


class Edges(NamedTuple):
    """The merged rules of a page, of each direction in order: x and top to bottom, top and x."""

    upright: list[Edge]
    level: list[Edge]


class Crossing(NamedTuple):
    """The edges that meet at a point, by their numbers among the upright and the level ones."""

    upright: set[int]
    level: set[int]


Crossings = Mapping[tuple[float, float], Crossing]
"""Points (x, top) at which rules cross."""


def merged(rules: Iterable[Rule]) -> Edges:
    """Rules that lie in one line and touch are one edge; what is then still short is left out."""
    upright: list[Edge] = []
    level: list[Edge] = []
    for x0, top, x1, bottom in rules:
        if top == bottom:
            level.append(Edge(top, x0, x1))
        else:
            upright.append(Edge(x0, top, bottom))
    return Edges(_in_line(upright), _in_line(level))


def _in_line(edges: list[Edge]) -> list[Edge]:
    """The edges of one direction, neighbours moved to their mean line and joined where they touch.

    Each neighbour is within the tolerance of the one before, the first and last need not be.
    """
    edges.sort()
    joined: list[Edge] = []
    first = 0
    for last, edge in enumerate(edges, 1):
        if last < len(edges) and edges[last].at <= edge.at + TOLERANCE:
            continue
        near = edges[first:last]
        first = last
        at = sum([edge.at for edge in near]) / len(near)
        start = end = float("-inf")
        for _, edge_start, edge_end in sorted(near, key=_start):
            if edge_start > end + TOLERANCE:
                if end - start >= TOLERANCE:
                    joined.append(Edge(at, start, end))
                start, end = edge_start, edge_end
            elif edge_end > end:
                end = edge_end
        if end - start >= TOLERANCE:
            joined.append(Edge(at, start, end))
    return joined


def _start(edge: Edge) -> float:
    return edge.start


def crossings_of(edges: Edges) -> Crossings:
    """Where edges cross, or nearly do."""
    found: defaultdict[tuple[float, float], Crossing] = defaultdict(lambda: Crossing(set(), set()))
    reached_from = [top + TOLERANCE for top, _, _ in edges.level]
    reached_to = [top - TOLERANCE for top, _, _ in edges.level]
    for number, (x, start, end) in enumerate(edges.upright):
        first, last = bisect_left(reached_from, start), bisect_right(reached_to, end)
        for at in range(first, last):
            top, x0, x1 = edges.level[at]
            if x0 - TOLERANCE <= x <= x1 + TOLERANCE:
                crossing = found[x, top]
                crossing.upright.add(number)
                crossing.level.add(at)
    return found


def cells_of(crossings: Crossings) -> list[Box]:
    """The smallest boxes whose four sides lie on one edge each, from left to right."""
    columns: dict[float, list[float]] = defaultdict(list)
    rows: dict[float, list[float]] = defaultdict(list)
    points = sorted(crossings)
    for x, top in points:
        columns[x].append(top)
        rows[top].append(x)
    cells: list[Box] = []
    for point in points:
        x, top = point
        column, row = columns[x], rows[top]
        below = column[bisect_right(column, top) :]
        beside = row[bisect_right(row, x) :]
        cell = _cell(crossings, x, top, below, beside)
        if cell is not None:
            cells.append(cell)
    return cells


def _cell(
    crossings: Crossings, x: float, top: float, below: Sequence[float], beside: Sequence[float]
) -> Box | None:
    """The smallest cell whose upper left corner is a point, given those below and beside it."""
    upright, level = crossings[x, top]
    rights = [(x1, corner) for x1 in beside if level & (corner := crossings[x1, top]).level]
    if not rights:
        return None
    for bottom in below:
        foot = crossings[x, bottom]
        if upright.isdisjoint(foot.upright):
            continue
        for x1, corner in rights:
            opposite = crossings.get((x1, bottom))
            if (
                opposite is not None
                and not foot.level.isdisjoint(opposite.level)
                and not corner.upright.isdisjoint(opposite.upright)
            ):
                return Box(x, top, x1, bottom)
    return None
