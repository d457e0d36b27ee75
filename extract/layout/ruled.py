"""The ruled tables of a page: which count, the words in each, and the blocks of its cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from extract.layout.blocks import Block
from extract.layout.flow import flow_blocks
from extract.layout.grid import row_blocks
from extract.layout.lines import Line, lines_of
from extract.layout.witness import PageTags
from extract.reading.page import Box, Cell, Page, Table, Word

AWAY: Final = 4.0
"""White space, in points, that text keeps from a rule."""


def content_tables(page: Page) -> list[Table]:
    """The page's tables from top to bottom, without those that stand inside another."""
    tables = sorted(page.tables, key=lambda t: (t.box.top, -t.box.bottom))
    return [
        table
        for table in tables
        if not any(other is not table and _inside(table.box, other.box) for other in tables)
    ]


def _inside(inner: Box, outer: Box) -> bool:
    return (
        outer.x0 - 1 <= inner.x0
        and outer.top - 1 <= inner.top
        and inner.x1 <= outer.x1 + 1
        and inner.bottom <= outer.bottom + 1
        and (inner.x1 - inner.x0) * (inner.bottom - inner.top)
        < 0.98 * (outer.x1 - outer.x0) * (outer.bottom - outer.top)
    )


def shared_out(
    lines: Sequence[Line], tables: Sequence[Table]
) -> tuple[list[Line], list[list[Word]]]:
    """The lines that stand in no table, and the words of each table."""
    free: list[Line] = []
    inside: list[list[Word]] = [[] for _ in tables]
    for line in lines:
        near = [
            (table.box, held)
            for table, held in zip(tables, inside, strict=True)
            if table.box.top <= line.bottom and line.top <= table.box.bottom
        ]
        if not near:
            free.append(line)
            continue
        if _holds(near[0][0], line):  # as nearly always
            near[0][1].extend(line.words)
            continue
        outside = []
        for word in line.words:
            x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
            for box, held in near:
                if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
                    held.append(word)
                    break
            else:
                outside.append(word)
        free += [line] if len(outside) == len(line.words) else lines_of(outside)
    return free, inside


def _holds(box: Box, line: Line) -> bool:
    """Whether a line stands in a box with all its words."""
    x0, top, x1, bottom = box
    return x0 <= line.x0 and line.x1 <= x1 and top <= line.top and line.bottom <= bottom


def beside(lines: Sequence[Line], tables: Sequence[Table], edge: float) -> list[float]:
    """The right edge of each line, which a box beside it may bring in."""
    boxes = [table.box for table in tables if table.box.x0 - AWAY < edge]
    edges: list[float] = []
    for line in lines:
        right, reach = edge, 3 * line.size  # a box beside it, or that begins within a few lines
        for x0, top, _, bottom in boxes:
            if (
                x0 > line.x1
                and x0 - AWAY < right
                and top - reach <= line.bottom
                and line.top <= bottom + reach
            ):
                right = x0 - AWAY
        edges.append(right)
    return edges


def table_blocks(
    table: Table, words: Sequence[Word], number: int, said: PageTags | None
) -> list[Block]:
    """The blocks of a table, row by row, given the words that stand in it."""
    held, left = _in_cells(table, words)
    rows: list[list[list[Block]]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        inside = held.get((cell.row, cell.column))
        edge = cell.box.x1 - AWAY
        rows[cell.row].append(flow_blocks(lines_of(inside), edge, said) if inside else [])
    blocks: list[Block] = []
    for row in rows:
        blocks += row_blocks(row, number)
    if left:  # printed on the rules, in no cell: text all the same
        blocks += flow_blocks(lines_of(left), said=said)
    return blocks


def _in_cells(
    table: Table, words: Sequence[Word]
) -> tuple[dict[tuple[int, int], list[Word]], list[Word]]:
    """The words of each cell, by its row and column, and those in none."""
    xs = sorted({x for cell in table.cells for x in (cell.box.x0, cell.box.x1)})
    tops = sorted({y for cell in table.cells for y in (cell.box.top, cell.box.bottom)})
    cells: dict[tuple[int, int], Cell] = {}
    for cell in table.cells:
        box = cell.box
        for row in range(tops.index(box.top), tops.index(box.bottom)):
            for column in range(xs.index(box.x0), xs.index(box.x1)):
                cells[row, column] = cell
    held: dict[tuple[int, int], list[Word]] = defaultdict(list)
    left: list[Word] = []
    for word in words:
        row = bisect_right(tops, (word.top + word.bottom) / 2) - 1
        column = bisect_right(xs, (word.x0 + word.x1) / 2) - 1
        found = cells.get((row, column))
        (left if found is None else held[found.row, found.column]).append(word)
    return held, left
