"""The rules of a page merged and crossed, and the cells that they enclose.

Rules are merged and crossed by pdfplumber, with its tolerances (the method is A. Nurminen's,
"Algorithmic Extraction of Data in Tables in PDF Documents", 2013), from the rules that our engine
gives: pdfplumber's PDF parser has no part in it, and it is loaded where the first page has a grid.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from extract.reading.page import Box
from extract.reading.rules import Rule

TOLERANCE: Final = 3.0
"""Rules within this many points are one, meet or cross (pdfplumber's default)."""

Edge = Mapping[str, Any]
"""Rules in one line that touch each other, as pdfplumber has them."""


class Edges(NamedTuple):
    """The merged rules of a page, of each direction."""

    upright: list[Edge]
    level: list[Edge]


class Crossing(NamedTuple):
    """The edges that meet at a point, by their identities."""

    upright: set[int]
    level: set[int]


Crossings = Mapping[tuple[float, float], Crossing]
"""Points (x, top) at which rules cross."""


def merged(rules: Iterable[Rule]) -> Edges:
    """Rules that lie in one line and touch are one edge; what is then still short is left out."""
    from pdfplumber.table import merge_edges

    given = [_edge(rule) for rule in rules]
    upright: list[Edge] = []
    level: list[Edge] = []
    for edge in merge_edges(given, TOLERANCE, TOLERANCE, TOLERANCE, TOLERANCE):
        if edge["width"] >= TOLERANCE or edge["height"] >= TOLERANCE:
            (level if edge["orientation"] == "h" else upright).append(edge)
    return Edges(upright, level)


def _edge(rule: Rule) -> dict[str, Any]:
    x0, top, x1, bottom = rule
    return {
        "object_type": "line",
        "orientation": "h" if rule.horizontal else "v",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def crossings_of(edges: Edges) -> Crossings:
    """Where edges cross, or nearly do."""
    from pdfplumber.table import edges_to_intersections

    found = edges_to_intersections([*edges.upright, *edges.level], TOLERANCE, TOLERANCE)
    return {
        point: Crossing({*map(id, meeting["v"])}, {*map(id, meeting["h"])})
        for point, meeting in found.items()
    }


def cells_of(crossings: Crossings) -> list[Box]:
    """The smallest boxes whose four sides lie on one edge each, from left to right.

    pdfplumber's rule; but its `intersections_to_cells` scans all points for each point, and this
    looks the neighbours up, so that a page of graph paper takes no minutes.
    """
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
