"""Ruled tables of a page, and its other rules, from the paths that it draws.

Rules are merged and crossed by pdfplumber, with its tolerances (the method is A. Nurminen's,
"Algorithmic Extraction of Data in Tables in PDF Documents", 2013); its PDF parser has no part in
it. A cell is the smallest rectangle of rules at whose corners rules cross; cells that share a
corner make a table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import Any, Final, NamedTuple

from pdfplumber.table import edges_to_intersections, merge_edges

from extract.reading.frame import Frame
from extract.reading.page import Box, Cell, Table

THIN: Final = 3.0
"""A filled rectangle no thicker than this, in points, is a rule."""

TOLERANCE: Final = 3.0
"""Rules within this many points are one, meet or cross (pdfplumber's default)."""

MAX_RULES: Final = 10_000
"""A page with more rules than this is a map or a drawing: no tables are looked for. The densest
budget tables, with every cell border drawn by itself, have some three thousand."""

MAX_CROSSINGS: Final = 100_000
"""The same for pairs of a merged vertical and a horizontal rule: graph paper, not a table."""

PAGE_SHARE: Final = 0.8
"""A single box wider and higher than this share of the page is a page border, not a table."""

STRAY: Final = 1.0
"""A line that strays from its axis by less than this, in points, is straight."""

_Point = tuple[float, float]


class Rule(NamedTuple):
    """A straight rule on the shown page; `top == bottom` or `x0 == x1`."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it runs from left to right."""
        return self.top == self.bottom

    @property
    def length(self) -> float:
        """Its length in points."""
        return self.x1 - self.x0 + self.bottom - self.top


def rules_of(paths: Iterable[Mapping[str, Any]], frame: Frame) -> list[Rule]:
    """The horizontal and vertical rules among a page's paths, as the engine gives them.

    A thin filled rectangle is one rule along its middle, a stroked one is four. A fill alone is
    shading and gives none: it stands behind words and highlights as often as behind cells, and
    shaded cells of tables have rules as well.
    """
    rules: list[Rule] = []
    for path in paths:
        stroked = path["stroke_color"] is not None  # else filled: paths that only clip don't come
        for points in _subpaths(path["operations"]):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            box = frame.shown(min(xs), min(ys), max(xs), max(ys))
            if min(box.x1 - box.x0, box.bottom - box.top) <= THIN:
                rules.append(_along(box))
            elif stroked:
                rules += _sides(points, frame)
    return [rule for rule in rules if rule.length >= 1]


def find_tables(rules: Sequence[Rule], width: float, height: float) -> list[Table]:
    """The tables that the rules of a page make, single boxes among them, top to bottom.

    `width` and `height` are the page's, in points. Cells without words are cells all the same.
    """
    across = sum(rule.horizontal for rule in rules)
    if across < 2 or len(rules) - across < 2 or len(rules) > MAX_RULES:
        return []
    merged = [
        edge
        for edge in merge_edges(
            [_plumber_edge(rule) for rule in rules], TOLERANCE, TOLERANCE, TOLERANCE, TOLERANCE
        )
        if edge["width"] >= TOLERANCE or edge["height"] >= TOLERANCE
    ]
    across = sum(edge["orientation"] == "h" for edge in merged)
    if across * (len(merged) - across) > MAX_CROSSINGS:
        return []
    cells = cells_of(edges_to_intersections(merged, TOLERANCE, TOLERANCE))
    tables = [_table(group) for group in _grouped(cells)]
    return sorted(
        (table for table in tables if not _is_page_border(table, width, height)),
        key=lambda table: (table.box.top, table.box.x0),
    )


def free_rules(rules: Iterable[Rule], tables: Sequence[Table]) -> list[Box]:
    """The horizontal rules that are no side of any table's cells, top to bottom."""
    free = [
        Box(*rule)
        for rule in rules
        if rule.horizontal and not any(_is_side(rule, table) for table in tables)
    ]
    return sorted(free, key=lambda box: (box.top, box.x0))


Crossings = Mapping[tuple[float, float], Mapping[str, Sequence[Mapping[str, Any]]]]
"""pdfplumber's intersections: point (x, top) to the vertical ("v") and horizontal ("h") edges."""


def cells_of(crossings: Crossings) -> list[Box]:
    """The smallest boxes whose four sides lie on one edge each: pdfplumber's rule.

    pdfplumber's own `intersections_to_cells` scans all points for each point; this looks the
    neighbours up, so that a page of graph paper takes no minutes.
    """
    columns: dict[float, list[float]] = defaultdict(list)
    rows: dict[float, list[float]] = defaultdict(list)
    for x, top in sorted(crossings):
        columns[x].append(top)
        rows[top].append(x)
    upright = {point: {id(edge) for edge in edges["v"]} for point, edges in crossings.items()}
    level = {point: {id(edge) for edge in edges["h"]} for point, edges in crossings.items()}
    cells: list[Box] = []
    for x, top in sorted(crossings):
        column, row = columns[x], rows[top]
        below = column[bisect_right(column, top) :]
        beside = row[bisect_right(row, x) :]
        cell = next(
            (
                Box(x, top, x1, bottom)
                for bottom in below
                if upright[x, top] & upright[x, bottom]
                for x1 in beside
                if level[x, top] & level[x1, top]
                and (x1, bottom) in crossings
                and level[x, bottom] & level[x1, bottom]
                and upright[x1, top] & upright[x1, bottom]
            ),
            None,
        )
        if cell is not None:
            cells.append(cell)
    return cells


def _subpaths(operations: Iterable[Mapping[str, Any]]) -> Iterator[list[_Point]]:
    """The corners of each part of a path; a curve counts as its chord."""
    points: list[_Point] = []
    for operation in operations:
        name = operation["op"]
        if name == "close_path":
            points += points[:1]
            continue
        x, y = operation["x"], operation["y"]
        if name in ("move_to", "rectangle") and points:
            yield points
            points = []
        points.append((x, y))
        if name == "rectangle":
            x1, y1 = x + operation["width"], y + operation["height"]
            points += [(x1, y), (x1, y1), (x, y1), (x, y)]
    if points:
        yield points


def _sides(points: Sequence[_Point], frame: Frame) -> Iterator[Rule]:
    """The sides of a stroked shape that run along an axis."""
    for (x0, y0), (x1, y1) in pairwise(points):
        if min(abs(x1 - x0), abs(y1 - y0)) < STRAY:
            yield _along(frame.shown(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _along(box: Box) -> Rule:
    """The rule along the middle of a thin box."""
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        middle = (top + bottom) / 2
        return Rule(x0, middle, x1, middle)
    middle = (x0 + x1) / 2
    return Rule(middle, top, middle, bottom)


def _plumber_edge(rule: Rule) -> dict[str, Any]:
    return {
        "object_type": "line",
        "orientation": "h" if rule.horizontal else "v",
        "x0": rule.x0,
        "x1": rule.x1,
        "top": rule.top,
        "bottom": rule.bottom,
        "width": rule.x1 - rule.x0,
        "height": rule.bottom - rule.top,
    }


def _grouped(cells: Sequence[Box]) -> list[list[Box]]:
    """The cells of each table: those joined by shared corners."""
    by_corner: dict[tuple[float, float], list[Box]] = defaultdict(list)
    for cell in cells:
        for corner in _corners(cell):
            by_corner[corner].append(cell)
    groups: list[list[Box]] = []
    seen: set[Box] = set()
    for cell in cells:
        if cell in seen:
            continue
        seen.add(cell)
        group = [cell]
        for member in group:  # grows as neighbours are found
            for corner in _corners(member):
                for neighbour in by_corner.pop(corner, ()):
                    if neighbour not in seen:
                        seen.add(neighbour)
                        group.append(neighbour)
        groups.append(group)
    return groups


def _corners(cell: Box) -> tuple[tuple[float, float], ...]:
    x0, top, x1, bottom = cell
    return (x0, top), (x0, bottom), (x1, top), (x1, bottom)


def _table(boxes: Sequence[Box]) -> Table:
    """Number the cells of one table by the grid lines on which their sides lie."""
    xs = sorted({x for box in boxes for x in (box.x0, box.x1)})
    tops = sorted({top for box in boxes for top in (box.top, box.bottom)})
    column = {x: number for number, x in enumerate(xs)}
    row = {top: number for number, top in enumerate(tops)}
    cells = [
        Cell(
            row=row[box.top],
            column=column[box.x0],
            row_span=row[box.bottom] - row[box.top],
            column_span=column[box.x1] - column[box.x0],
            box=box,
        )
        for box in boxes
    ]
    outer = Box(xs[0], tops[0], xs[-1], tops[-1])
    return Table(outer, len(tops) - 1, len(xs) - 1, _disjoint(cells))


def _disjoint(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells without those that enclose others (as where rules leave an L), in reading order."""
    kept: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for cell in sorted(cells, key=lambda cell: cell.row_span * cell.column_span):
        rows = range(cell.row, cell.row + cell.row_span)
        columns = range(cell.column, cell.column + cell.column_span)
        slots = set(product(rows, columns))
        if taken.isdisjoint(slots):
            taken |= slots
            kept.append(cell)
    return tuple(sorted(kept, key=lambda cell: (cell.row, cell.column)))


def _is_page_border(table: Table, width: float, height: float) -> bool:
    x0, top, x1, bottom = table.box
    large = x1 - x0 > PAGE_SHARE * width and bottom - top > PAGE_SHARE * height
    return large and len(table.cells) == 1


def _is_side(rule: Rule, table: Table) -> bool:
    """Whether a horizontal rule is a side of one of the table's cells."""
    x0, top, x1, bottom = table.box
    if not top - TOLERANCE <= rule.top <= bottom + TOLERANCE or rule.x0 > x1 or rule.x1 < x0:
        return False
    return any(
        min(abs(rule.top - cell.box.top), abs(rule.top - cell.box.bottom)) <= TOLERANCE
        and rule.x0 < cell.box.x1
        and cell.box.x0 < rule.x1
        for cell in table.cells
    )
