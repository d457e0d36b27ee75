"""Packs that are plain text: the stretches between the marks of pages stand for pages.

What stood at the head and foot of many of them is taken off, as it is from pages.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from extract.layout.lines import Line
from extract.layout.pages import Layout
from extract.layout.texts import lay_out_text
from extract.packs.expected import expected_of
from extract.packs.looks import OPENS, Look, look_at
from extract.packs.papers import published_kind
from extract.packs.runs import Run, whole_run
from extract.packs.sheets import Extent, Sheet
from extract.packs.splitting import Splitter
from extract.packs.text_pages import (
    EDGE,
    is_mark,
    key_of,
    number_within,
    pages_of,
    start_of,
    text_of,
)
from extract.reading.page import Page
from extract.reading.text import TextFile, TextLine

#: So often furniture stands on two pages that lie together.
_REPEATED: Final = 2
#: Lines of a full page; what is a foot on one with fewer stands as low.
_FULL = 40
#: A head or foot that is not on the next so many pages has stopped.
_AHEAD = 4
#: Most lines of a head or a foot.
_MOST = 4
_LINE_HEIGHT = 12.0  # points: for what is asked in parts of a page


def text_runs(file: TextFile) -> Iterator[Run]:
    """The papers of a text, in order; one if it is no pack."""
    sheets = TextSheets(file)
    runs = iter(Splitter(sheets, (), published_kind, expected_of))
    first = next(runs)
    if first.whole:
        yield whole_run(sheets.lay_whole, Extent(span=(0, len(file.text))))
        return
    yield first
    yield from runs


class TextSheets:
    """The stretches of a text that stand for its pages."""

    headings_part = True

    def __init__(self, file: TextFile) -> None:
        self._file = file
        self._pages = pages_of(file)
        self._edges = [_edges(page.lines) for page in self._pages]
        self._furniture = _furniture(self._edges)

    def __iter__(self) -> Iterator[Sheet]:
        """Each stretch with its lines, its head and foot without the words."""
        looks: list[Look] = []
        printed = [_lines(self._shown(at)) for at in range(len(self._pages))]
        for number, lines in enumerate(printed, 1):
            height = max(len(lines), _FULL) * _LINE_HEIGHT
            before = looks[-1] if looks else None
            looks.append(look_at(number, lines, height, before, of=len(printed)))
        for at, look in enumerate(looks):
            more = takewhile(lambda n: not _begins(looks[n]), range(at + 1, len(looks))[:_AHEAD])
            running = self._edges[at]
            ahead = running.union(*(self._edges[n] for n in more))
            page = self._pages[at]
            yield Sheet(at + 1, printed[at], look, page.lines, page.printed, running, ahead)

    def lay(self, sheets: Sequence[Sheet]) -> Layout:
        """The blocks of some stretches, without their heads and feet."""
        kept = [
            line
            for sheet in sheets
            if not isinstance(sheet.source, Page)
            for line in self._body(sheet.number - 1)
        ]
        return lay_out_text(TextFile(self._file.text, tuple(kept)))

    def lay_whole(self) -> Layout:
        """The blocks of the whole text, as one paper: what is stamped on its front is its own."""
        first, *others = (self._body(at) for at in range(len(self._pages)))
        front = self._pages[0].lines
        top = front[: front.index(first[0])] if first else ()
        kept = itertools.chain(top, first, *others)
        return lay_out_text(TextFile(self._file.text, tuple(kept)))

    def extent(self, sheets: Sequence[Sheet]) -> Extent:
        """From the first character of the first to that of what follows the last."""
        first, last = sheets[0].number, sheets[-1].number
        start = 0 if first == 1 else start_of(self._pages[first - 1].lines[0])
        after = self._pages[last:]
        return Extent(span=(start, start_of(after[0].lines[0]) if after else len(self._file.text)))

    def _shown(self, at: int) -> Sequence[TextLine]:
        """The lines of a page without its head and foot, but with the numbers there."""
        lines = self._pages[at].lines
        inner = range(_MOST, len(lines) - _MOST)
        return [
            line
            for place, line in enumerate(lines)
            if place in inner
            or number_within(text := text_of(line))
            or key_of(text) not in self._furniture[at]
        ]

    def _body(self, at: int) -> Sequence[TextLine]:
        """The lines of a page between its head and its foot."""
        page = self._pages[at].lines
        if len(self._pages) == 1:
            return page
        texts = [text_of(line) for line in page]

        def is_furniture(text: str) -> bool:
            return is_mark(text) or key_of(text) in self._furniture[at]

        head = sum(1 for _ in takewhile(is_furniture, texts[:_MOST]))
        foot = sum(1 for _ in takewhile(is_furniture, reversed(texts[head:][-_MOST:])))
        return page[head : len(page) - foot]


def _begins(look: Look) -> bool:
    """Whether a page surely begins a paper."""
    return bool(look.marks.item) or look.points >= OPENS


def _furniture(edges: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Of each page, the heads and feet that a page beside it has too, as other pages do.

    The first pages of several reports may begin with the same words, and do not lie together.
    """
    pairs = [one & other for one, other in itertools.pairwise(edges)]
    seen = Counter(key for pair in pairs for key in pair)
    running = frozenset(key for key, count in seen.items() if count >= _REPEATED)
    none: frozenset[str] = frozenset()
    return [(above | below) & running for above, below in itertools.pairwise([none, *pairs, none])]


def _edges(page: Sequence[TextLine]) -> frozenset[str]:
    """What stands at the head and foot of a page, but for numbers."""
    texts = [text_of(line) for line in page]
    heads = [key for text in texts if (key := key_of(text))][:EDGE]
    feet = [key for text in reversed(texts) if (key := key_of(text))][:EDGE]
    return frozenset(key for key in (*heads, *feet) if any(c.isalpha() for c in key))


def _lines(page: Sequence[TextLine]) -> list[Line]:
    """Lines as if they were printed, the last ones at the foot of the page."""
    gap = max(0, _FULL - len(page))
    return [
        _line(line, at + (gap if at and at >= len(page) - EDGE else 0))
        for at, line in enumerate(page)
    ]


def _line(line: TextLine, at: int) -> Line:
    """A line as if it were printed; of a foot, the number with the word for "page" alone."""
    cells = tuple(cell for cell in line.cells if cell)
    if found := number_within(text_of(line)):
        own = len(found["before"].split()) - bool(line.bullet)
        cells = (tuple(word for cell in cells for word in cell)[max(own, 0) :],)
    top = at * _LINE_HEIGHT
    return Line(cells, 0, 0.0, top, 0.0, top + _LINE_HEIGHT, 0.0)
