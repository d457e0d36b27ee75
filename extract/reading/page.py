"""What a reader of paged files gives: pages of words, rules and tables; nothing of councils.

Coordinates are PDF points with the origin at the top left of the page as it is shown (crop box
and rotation applied), so that a box can be laid straight onto a rendered page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Protocol

# A list number that runs into its text, where a tab of next to no width stood between the two:
# three levels ("3.1.2the"), or a capitalised word ("10.We", "3.1The"). "2.5m" and "20mph" are none.
GLUED = re.compile(
    r"\(?\d{1,3}(?:(?:\.\d{1,3}){2,}[.)]?(?=[A-Za-z])|(?:\.\d{1,3}[.)]?|[.)])(?=[A-Z][a-z]))"
)


class Box(NamedTuple):
    """A rectangle: x0, top, x1, bottom in PDF points from the page's top left."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True, unsafe_hash=True)
class Word:
    """A run of printed characters without white space.

    On a page it has a box; in a text it has a character range (`start`, `end`) and an empty box.
    Nobody changes one; it is not frozen, since a frozen one takes three times as long to make.
    """

    text: str
    page: int  # 1-based; 0 where the source has no pages
    x0: float = 0.0
    top: float = 0.0
    x1: float = 0.0
    bottom: float = 0.0
    size: float = 0.0  # font size in points
    bold: bool = False
    italic: bool = False
    font: str = ""
    start: int = -1
    end: int = -1


class Cell(NamedTuple):
    """One cell of a ruled table; a merged cell stands once, with its spans."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: its outer box and its cells in reading order."""

    box: Box
    rows: int
    columns: int
    cells: tuple[Cell, ...]


class OutlineEntry(NamedTuple):
    """A bookmark: its title, its depth (1 is the top) and the page (1-based) it leads to."""

    title: str
    level: int
    page: int | None


class Role(Enum):
    """What an element is."""

    TEXT = "text"
    HEADING = "heading"
    LABEL = "label"  # of a list item
    NOTE = "note"
    CAPTION = "caption"
    OUTSIDE = "outside"  # in no element: running heads and feet, page numbers, stamps


class TagCell(NamedTuple):
    """A cell of a tagged table: the number of the table on its page, and the place, from 1."""

    table: int
    row: int
    column: int


class Tag(NamedTuple):
    """One block of the tree: `element` tells it from the page's others, `level` is a heading's."""

    role: Role
    element: int = 0
    level: int = 0  # 1 to 6; 0 if none
    cell: TagCell | None = None


class TaggedBox(NamedTuple):
    """Where a piece of text is drawn, on the shown page, and the block that it belongs to."""

    box: Box
    tag: Tag


@dataclass(frozen=True, slots=True)
class Page:
    """One page: words in the order of the file, ruled tables, and its images' share of the area.

    Of a page of many words nobody asks what images cover: the share may be given as 0.
    """

    number: int  # 1-based
    width: float
    height: float
    words: Sequence[Word]
    tables: Sequence[Table] = ()
    underlines: Sequence[Box] = ()  # horizontal rules that belong to no table
    image_share: float = 0.0  # 0 to 1
    paths: int = 0  # lines and shapes that are drawn: rules, shading, charts, maps
    tags: Sequence[TaggedBox] = ()  # in the order of drawing; none if the page is untagged
    bookmarks: Sequence[OutlineEntry] = ()  # those that lead to this page


class PagedFile(Protocol):
    """A file with pages, read one at a time and let go."""

    page_count: int

    def pages(self) -> Iterator[Page]:
        """The pages in order."""
        ...

    def outline(self) -> Sequence[OutlineEntry]:
        """The bookmarks in order; empty where there are none."""
        ...
