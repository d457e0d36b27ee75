"""Runs: what the splitter takes for one paper, and by what sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Final

from extract.layout.lines import Line
from extract.layout.pages import Layout
from extract.packs.bookmarks import Bookmark
from extract.packs.looks import Look
from extract.packs.marks import Marks
from extract.packs.sheets import Extent


class Sign(Enum):
    """By what the first page of a paper was told."""

    FIRST = "first"  # page of the file
    STAMP = "stamp"
    BOOKMARK = "bookmark"
    RANGE = "range"  # of pages, on the front sheet
    TITLE = "title"  # of an item, as on the front sheet
    COUNT = "count"  # of the paper's own pages, which begins
    LEAF = "leaf"  # a blank or withheld page, and what comes after one
    LOOK = "look"
    HEADING = "heading"  # of an attached paper
    RUNNING = "running"  # head or foot of the pages before, which stops
    GOES_ON = "goes on"  # no first page: the run goes on with the paper of the one before
    TYPE = "type"  # set in another family of type


@dataclass
class Run:
    """Pages, or a stretch of a text, that belong together as far as the splitter can tell."""

    first: Look
    """Of its first page."""
    top: Sequence[Line]
    """The lines of its first page."""
    lay: Callable[[], Layout]
    extent: Extent
    """Where it stands in the file."""
    sign: Sign = Sign.FIRST
    bookmark: Bookmark | None = None
    item: str = ""
    """Number of the item as stamped, bookmarked or given by the front sheet; "" if not told."""
    printed: tuple[int, int] | None = None
    """The numbers that the pack prints on its first and last page, as far as is known by then."""
    numbered: bool = False
    """Whether a number that may be the pack's stands on its first page."""
    headed: frozenset[int] = frozenset()
    """Its pages that bear the heading of an attached paper."""
    empty: frozenset[int] = frozenset()
    """Its pages on which nothing stands."""
    marked: bool = False
    """Whether the pack marks the papers of its items, so that looks need not tell."""
    whole: bool = False
    """Whether it is the whole file, which is no pack."""

    @property
    def pages(self) -> tuple[int, int] | None:
        """First and last page of the file, from 1; None for a text."""
        return self.extent.pages

    @property
    def span(self) -> tuple[int, int] | None:
        """Of a text: its first character, and one past its last."""
        return self.extent.span

    @cached_property
    def layout(self) -> Layout:
        """Its blocks."""
        return self.lay()


NOTHING: Final = Look(0, Marks(), 0.0, "", "", "", 0.0, 0)


def whole_run(lay: Callable[[], Layout], extent: Extent) -> Run:
    """A file without pages that is one paper."""
    return Run(NOTHING, (), lay, extent, whole=True)
