"""Tables without rules that tags name: their cells, where the print bears them out.

It does when the words of each row stand below those of the row before, the cells of a row side by
side, and nothing else between them. What tags call a table else is set as text.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extract.layout.blocks import Block
from extract.layout.flow import flow_blocks
from extract.layout.grid import row_blocks
from extract.layout.lines import Line, lines_of
from extract.layout.witness import PageTags
from extract.reading.page import Box, Word

SLACK: Final = 3.0
"""Cells may reach into each other by this much, in points."""

GUTTER: Final = 4.0
"""White space, in points, that a column keeps from the next."""

_Words = list[Word]
_Cells = dict[int, dict[int, _Words]]
"""The words of each cell: by row, then by column, both from 1."""


@dataclass(frozen=True, slots=True)
class TaggedTable:
    """A table on a page: the lines of each cell, row by row, and each column's right edge."""

    box: Box
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    edges: tuple[float, ...]  # points; infinite for the last column

    def blocks(self, edge: float, said: PageTags) -> list[Block]:
        """Its blocks; `edge` is the right edge of the text, in points."""
        said = said.joining()
        rows = [
            [
                flow_blocks(lines, min(right, edge), said)
                for lines, right in zip(row, self.edges, strict=True)
            ]
            for row in self.rows
        ]
        return [block for row in rows for block in row_blocks(row, 0)]


def tagged_tables(
    lines: Sequence[Line], said: PageTags
) -> tuple[Sequence[Line], list[TaggedTable]]:
    """The lines that stand in no table, and the tables from top to bottom."""
    if not said.has_cells:
        return lines, []
    held: dict[int, _Cells] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    places: list[tuple[Word, int]] = []  # words with their table, 0 for none
    for line in lines:
        for word in line.words:
            tag = said.at(word)
            cell = tag.cell if tag is not None else None
            places.append((word, cell.table if cell else 0))
            if cell:
                held[cell.table][cell.row][cell.column].append(word)
    tables = {
        number: table
        for number, cells in held.items()
        if (table := _table(cells)) is not None and not _holds_other(table.box, number, places)
    }
    if not tables:
        return lines, []
    inside = {id(word) for word, number in places if number in tables}
    free: list[Line] = []
    for line in lines:
        words = [word for word in line.words if id(word) not in inside]
        free += [line] if len(words) == len(line.words) else lines_of(words)
    return free, sorted(tables.values(), key=lambda table: table.box.top)


def _table(cells: Mapping[int, Mapping[int, _Words]]) -> TaggedTable | None:
    """The table of some cells, or None where they do not stand as the cells of a table do."""
    if len(cells) < 2 or max(len(row) for row in cells.values()) < 2:
        return None  # one row only sets text side by side
    boxes = {
        row: {column: _around(words) for column, words in sorted(filled.items())}
        for row, filled in sorted(cells.items())
    }
    outer = [_union(row.values()) for row in boxes.values()]
    if any(below.top < above.bottom - SLACK for above, below in itertools.pairwise(outer)):
        return None
    for row in boxes.values():
        if any(b.x0 < a.x1 - SLACK for a, b in itertools.pairwise(row.values())):
            return None
    starts = [box.x0 for box in max(boxes.values(), key=len).values()]
    rows = tuple(
        tuple(
            tuple(lines_of(words))
            for words in _in_columns([cells[row][column] for column in filled], starts)
        )
        for row, filled in boxes.items()
    )
    return TaggedTable(_union(outer), rows, (*(x - GUTTER for x in starts[1:]), float("inf")))


def _in_columns(filled: Sequence[_Words], starts: Sequence[float]) -> list[_Words]:
    """The words of a row's cells, by column: those without words are not in the tree of a page."""
    columns: list[_Words] = [[] for _ in starts]
    for words in filled:
        box = _around(words)
        columns[max(bisect_right(starts, (box.x0 + box.x1) / 2) - 1, 0)] += words
    return columns


def _holds_other(box: Box, number: int, places: Sequence[tuple[Word, int]]) -> bool:
    """Whether words that are not of the table stand in its box."""
    return any(
        other != number
        and box.x0 <= (word.x0 + word.x1) / 2 <= box.x1
        and box.top <= (word.top + word.bottom) / 2 <= box.bottom
        for word, other in places
    )


def _around(words: Sequence[Word]) -> Box:
    return Box(
        min(word.x0 for word in words),
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
    )


def _union(boxes: Collection[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
