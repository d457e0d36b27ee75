"""Sheets: what the splitter looks at, one after the other — pages, or what stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final, Protocol

from extract.layout.lines import Line, lines_of
from extract.layout.pages import Layout, lay_out
from extract.lexicon import fold, wording
from extract.packs.looks import Look, families_of, largest_type, look_at
from extract.reading.page import Page
from extract.reading.text import TextLine

#: An empty page may have a logo, covering so much of it, or some rules at its head and foot.
_LOGO: Final = 0.02
_RULES: Final = 12

_STANDARD = re.compile(wording("agenda_standard"))  # asked of what is folded: small letters do


@dataclass(frozen=True)
class Sheet:
    """A page of a file, or a stretch of a text, with its lines and its look."""

    number: int
    """From 1."""
    lines: Sequence[Line]
    look: Look
    source: Page | Sequence[TextLine]
    printed: int | None = None
    """Of a text: the number that the pack prints on it."""
    running: frozenset[str] = frozenset()
    """Of a text: what stands at its head and foot."""
    ahead: frozenset[str] = frozenset()
    """The same of it and the next few, up to one that surely begins a paper."""

    @cached_property
    def lists_items(self) -> bool:
        """Whether items that every agenda has stand on it, two at least."""
        listed = (line for line in self.lines if _STANDARD.search(fold(line.text)))
        return len(list(islice(listed, 2))) == 2

    @cached_property
    def families(self) -> frozenset[str]:
        """Families of type that a good part of its words are set in."""
        return families_of(self.lines)

    @cached_property
    def largest(self) -> float:
        """Its largest type, in points."""
        return largest_type(self.lines)


@dataclass(frozen=True, slots=True)
class Extent:
    """Where sheets stand: pages of a file, from 1, or characters of a text."""

    pages: tuple[int, int] | None = None
    span: tuple[int, int] | None = None


class Material(Protocol):
    """A file as sheets, each taken once, and what becomes of some that belong together."""

    headings_part: bool
    """Whether the heading of an attached paper is enough to part it from what stands above."""

    def __iter__(self) -> Iterator[Sheet]:
        """The sheets in order."""
        ...

    def lay(self, sheets: Sequence[Sheet]) -> Layout:
        """The blocks of sheets that follow each other."""
        ...

    def extent(self, sheets: Sequence[Sheet]) -> Extent:
        """Where they stand."""
        ...


class PageSheets:
    """The pages of a file, read as they are taken."""

    headings_part = False
    """An appendix bound in with a report may belong to it: that is for the report to say."""

    def __init__(self, pages: Iterable[Page], count: int) -> None:
        self._pages = pages
        self._count = count

    def __iter__(self) -> Iterator[Sheet]:
        """Each page with its lines."""
        before: Look | None = None
        for page in self._pages:
            lines = lines_of(page.words)
            drawn = page.image_share > _LOGO or page.paths > _RULES
            before = look_at(page.number, lines, page.height, before, drawn=drawn, of=self._count)
            yield Sheet(page.number, lines, before, page)

    def lay(self, sheets: Sequence[Sheet]) -> Layout:
        """The blocks of pages."""
        pages = [sheet.source for sheet in sheets if isinstance(sheet.source, Page)]
        return lay_out(pages, [list(sheet.lines) for sheet in sheets])

    def extent(self, sheets: Sequence[Sheet]) -> Extent:
        """First and last page."""
        return Extent(pages=(sheets[0].number, sheets[-1].number))
