"""Ruled tables and other rules of a page, from its drawn paths."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from pdfplumber.table import edges_to_intersections, intersections_to_cells, merge_edges

from extract.reading.frame import Frame
from extract.reading.page import Box, Cell, Table

THIN: Final = 3.0
"""A filled rectangle no thicker than this, in points, is a rule."""

MAX_EDGES: Final = 2000
"""Above this many edges a page is a map or a chart; the table finder, whose time grows with the
square, is left out."""

PAGE_SHARE: Final = 0.8
"""A single box wider and higher than this share of the page is a page border, not a table."""

_TOLERANCE: Final = 3.0  # pdfplumber's own snap, join and intersection tolerance


class Edge(NamedTuple):
    """A straight rule on the shown page; `top == bottom` or `x0 == x1`."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it runs from left to right."""
        return self.top == self.bottom


def edges_of(paths: Iterable[Mapping[str, Any]], frame: Frame) -> list[Edge]:
    """The straight horizontal and vertical rules among a page's paths.

    A thin filled rectangle is one rule along its middle, a stroked one is four. Fills alone are
    shading and give none.
    """
    edges: list[Edge] = []
    for path in paths:
        stroked = path["stroke_color"] is not None
        if not stroked and path["fill_color"] is None:
            continue  # a clipping path
        x, y, width, height = path["bbox"]
        if stroked and not _is_rectangle(path["operations"]):
            _segments(path["operations"], frame, edges)
            continue
        box = frame.shown(x, y, x + width, y + height)
        if min(width, height) <= THIN:
            edges.append(_middle(box))
        elif stroked:
            x0, top, x1, bottom = box
            edges += (
                Edge(x0, top, x1, top),
                Edge(x0, bottom, x1, bottom),
                Edge(x0, top, x0, bottom),
                Edge(x1, top, x1, bottom),
            )
    return edges


def find_tables(edges: Sequence[Edge], width: float, height: float) -> list[Table]:
    """The ruled tables that the edges make, single boxes among them, top to bottom."""
    horizontal = sum(edge.horizontal for edge in edges)
    if horizontal < 2 or len(edges) - horizontal < 2 or len(edges) > MAX_EDGES:
        return []
    merged = merge_edges(
        [_plumber_edge(edge) for edge in edges], _TOLERANCE, _TOLERANCE, _TOLERANCE, _TOLERANCE
    )
    crossings = edges_to_intersections(merged, _TOLERANCE, _TOLERANCE)
    boxes = [Box(*cell) for cell in intersections_to_cells(crossings)]
    tables = [_table(group) for group in _grouped(boxes)]
    return sorted(
        (table for table in tables if not _is_border(table, width, height)),
        key=lambda table: (table.box.top, table.box.x0),
    )


def free_rules(edges: Iterable[Edge], tables: Sequence[Table]) -> list[Box]:
    """The horizontal rules that are no border of any table's cells, top to bottom."""
    rules = [
        Box(*edge)
        for edge in edges
        if edge.horizontal and not any(_borders(edge, table) for table in tables)
    ]
    return sorted(rules, key=lambda box: (box.top, box.x0))


def _is_rectangle(operations: Sequence[Mapping[str, Any]]) -> bool:
    names = [operation["op"] for operation in operations]
    if names == ["rectangle"]:
        return True
    if names[:1] != ["move_to"] or not {"move_to", "line_to", "close_path"}.issuperset(names):
        return False
    points = [(op["x"], op["y"]) for op in operations if op["op"] != "close_path"]
    xs = {round(x, 1) for x, _ in points}
    ys = {round(y, 1) for _, y in points}
    return len(points) in (4, 5) and len(xs) <= 2 and len(ys) <= 2 and names.count("move_to") == 1


def _segments(operations: Sequence[Mapping[str, Any]], frame: Frame, edges: list[Edge]) -> None:
    """The straight segments of a stroked path."""
    here: tuple[float, float] | None = None
    for operation in operations:
        name = operation["op"]
        if name == "rectangle":
            x, y = operation["x"], operation["y"]
            x0, top, x1, bottom = frame.shown(x, y, x + operation["width"], y + operation["height"])
            edges += (
                Edge(x0, top, x1, top),
                Edge(x0, bottom, x1, bottom),
                Edge(x0, top, x0, bottom),
                Edge(x1, top, x1, bottom),
            )
        elif name in ("move_to", "line_to"):
            there = (operation["x"], operation["y"])
            if name == "line_to" and here is not None:
                wide, high = abs(here[0] - there[0]), abs(here[1] - there[1])
                if min(wide, high) < 1:
                    box = frame.shown(
                        min(here[0], there[0]),
                        min(here[1], there[1]),
                        max(here[0], there[0]),
                        max(here[1], there[1]),
                    )
                    edges.append(_middle(box))
            here = there
        elif name != "close_path":
            here = None


def _middle(box: Box) -> Edge:
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        middle = (top + bottom) / 2
        return Edge(x0, middle, x1, middle)
    middle = (x0 + x1) / 2
    return Edge(middle, top, middle, bottom)


def _plumber_edge(edge: Edge) -> dict[str, Any]:
    return {
        "object_type": "line",
        "orientation": "h" if edge.horizontal else "v",
        "x0": edge.x0,
        "x1": edge.x1,
        "top": edge.top,
        "bottom": edge.bottom,
        "width": edge.x1 - edge.x0,
        "height": edge.bottom - edge.top,
    }


def _grouped(cells: Sequence[Box]) -> list[list[Box]]:
    """Cells that share corners, table by table."""
    by_corner: dict[tuple[float, float], list[int]] = {}
    for index, cell in enumerate(cells):
        for corner in _corners(cell):
            by_corner.setdefault(corner, []).append(index)
    groups: list[list[Box]] = []
    left = set(range(len(cells)))
    while left:
        todo = [left.pop()]
        group = []
        while todo:
            index = todo.pop()
            group.append(cells[index])
            for corner in _corners(cells[index]):
                for neighbour in by_corner[corner]:
                    if neighbour in left:
                        left.remove(neighbour)
                        todo.append(neighbour)
        groups.append(group)
    return groups


def _corners(cell: Box) -> tuple[tuple[float, float], ...]:
    x0, top, x1, bottom = cell
    return (x0, top), (x0, bottom), (x1, top), (x1, bottom)


def _table(boxes: Sequence[Box]) -> Table:
    """Number the cells of one table by the grid lines that its borders lie on."""
    columns = {x: index for index, x in enumerate(sorted({x for b in boxes for x in (b.x0, b.x1)}))}
    rows = {
        y: index for index, y in enumerate(sorted({y for b in boxes for y in (b.top, b.bottom)}))
    }
    cells = sorted(
        (
            Cell(
                rows[box.top],
                columns[box.x0],
                rows[box.bottom] - rows[box.top],
                columns[box.x1] - columns[box.x0],
                box,
            )
            for box in boxes
        ),
        key=lambda cell: (cell.row, cell.column),
    )
    outer = Box(min(columns), min(rows), max(columns), max(rows))
    return Table(outer, len(rows) - 1, len(columns) - 1, tuple(cells))


def _is_border(table: Table, width: float, height: float) -> bool:
    x0, top, x1, bottom = table.box
    return (
        len(table.cells) == 1
        and x1 - x0 > PAGE_SHARE * width
        and bottom - top > PAGE_SHARE * height
    )


def _borders(edge: Edge, table: Table) -> bool:
    """Whether a horizontal edge is a side of one of the table's cells."""
    x0, top, x1, bottom = table.box
    if not top - _TOLERANCE <= edge.top <= bottom + _TOLERANCE:
        return False
    if edge.x0 > x1 + _TOLERANCE or edge.x1 < x0 - _TOLERANCE:
        return False
    return any(
        min(abs(edge.top - cell.box.top), abs(edge.top - cell.box.bottom)) <= _TOLERANCE
        and min(edge.x1, cell.box.x1) - max(edge.x0, cell.box.x0) > 0
        for cell in table.cells
    )
