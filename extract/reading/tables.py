"""Ruled tables of a page, and the rules that belong to none.

A cell is the smallest rectangle of rules at whose corners rules cross; cells that share a corner
make a table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final

from extract.reading.crossings import TOLERANCE, cells_of, crossings_of, merged
from extract.reading.page import Box, Cell, Table
from extract.reading.rules import Rule

MAX_RULES: Final = 10_000
"""A page with more rules than this is a map or a drawing: no tables are looked for. The densest
budget tables, with every cell border drawn by itself, have some three thousand."""

MAX_CROSSINGS: Final = 100_000
"""The same for pairs of a merged vertical and a horizontal rule: graph paper, not a table."""

PAGE_SHARE: Final = 0.8
"""A single box wider and higher than this share of the page is a page border, not a table."""


def find_tables(rules: Sequence[Rule], width: float, height: float) -> list[Table]:
    """The tables that the rules of a page make, single boxes among them, top to bottom.

    `width` and `height` are the page's, in points. Cells without words are cells all the same.
    """
    across = sum(rule.horizontal for rule in rules)
    if across < 2 or len(rules) - across < 2 or len(rules) > MAX_RULES:
        return []
    edges = merged(rules)
    if len(edges.upright) * len(edges.level) > MAX_CROSSINGS:
        return []
    cells = cells_of(crossings_of(edges))
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
    for cell in sorted(cells, key=_slot_count):
        slots = [(cell.row, cell.column)] if _slot_count(cell) == 1 else _slots(cell)
        if taken.isdisjoint(slots):
            taken.update(slots)
            kept.append(cell)
    return tuple(sorted(kept))


def _slot_count(cell: Cell) -> int:
    return cell.row_span * cell.column_span


def _slots(cell: Cell) -> list[tuple[int, int]]:
    """The places of the grid that a merged cell takes."""
    rows = range(cell.row, cell.row + cell.row_span)
    return list(product(rows, range(cell.column, cell.column + cell.column_span)))


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
