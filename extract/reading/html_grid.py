"""The grid of a table in HTML: in which column each cell starts (HTML Living Standard, 4.9.12)."""

from __future__ import annotations

from typing import Final

from selectolax.lexbor import LexborNode

from extract.reading.html_lists import whole

MAX_SPAN: Final = 1000
"""Columns that a cell may span (4.9.11), and rows, which the standard lets go further."""


class Columns:
    """Places the cells of a table, row by row."""

    def __init__(self) -> None:
        self._column = 0
        self._taken: dict[int, int] = {}  # columns that cells from above reach into, for how long

    def next_row(self) -> None:
        """Start a row."""
        self._column = 0
        self._taken = {column: left - 1 for column, left in self._taken.items() if left > 1}

    def place(self, across: int, down: int) -> int:
        """The column (from 0) of the row's next cell, which spans so many columns and rows."""
        while self._column in self._taken:
            self._column += 1
        column = self._column
        self._column += across
        if down > 1:
            # a table that is wider than a cell may be has no columns worth following
            reached = range(column, min(self._column, MAX_SPAN))
            self._taken |= dict.fromkeys(reached, down)
        return column


def span(cell: LexborNode, name: str) -> int:
    """How many columns (`colspan`) or rows (`rowspan`) a cell spans."""
    return min(max(whole(cell.attributes.get(name)) or 1, 1), MAX_SPAN)


def is_frame_of_page(table: LexborNode) -> bool:
    """Whether a table only lays the page out: it says so, or a cell holds several headings."""
    if table.attributes.get("role") in ("presentation", "none"):
        return True
    return any(len(cell.css("h1, h2, h3, h4, h5, h6")) > 1 for cell in table.css("td, th"))
