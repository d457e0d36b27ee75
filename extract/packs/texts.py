"""Packs that are plain text: pages told by the numbers that stood at their feet, breaks or stamps.

Text taken out of a PDF often keeps "Page 15" where a page ended, and the stamp of an item where its
papers begin. The stretches between stand for pages: what stood at the head and foot of many of them
is taken off, as it is from pages.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from extract.layout.lines import Line
from extract.layout.pages import Layout
from extract.layout.texts import lay_out_text
from extract.lexicon import wording
from extract.packs.front import ranges_of
from extract.packs.looks import OPENS, Look, look_at, opening_points
from extract.packs.marks import Marks, item_stamp
from extract.packs.papers import published_kind
from extract.packs.runs import Run, whole_run
from extract.packs.sheets import Extent, Sheet
from extract.packs.splitting import Splitter
from extract.reading.page import Page
from extract.reading.text import TextFile, TextLine

#: So many feet in order are page numbers.
LEAST_FEET: Final = 3
#: Lines at the head and foot of a page that may be furniture, and on how many pages they are.
_EDGE, _REPEATED = 2, 3
#: Pages without a number (pictures have no text) that may lie between two that have one.
_MISSING = 60
#: Lines of a paper's front that are looked at, and the fewest from one paper to the next.
_TOP, _APART = 16, 30
_LINE_HEIGHT = 12.0  # points: for what is asked in parts of a page
_FOOT = re.compile(rf"(?:.{{0,60}}\s)?{wording('stamp_page')}\s*(\d{{1,4}})", re.IGNORECASE)


def text_runs(file: TextFile) -> Iterator[Run]:
    """The papers of a text, in order; one if it is no pack."""
    runs = iter(Splitter(TextSheets(file), (), published_kind, ranges_of))
    first = next(runs)
    if first.whole:
        yield whole_run(lambda: lay_out_text(file), Extent(span=(0, len(file.text))))
        return
    yield first
    yield from runs


class TextSheets:
    """The stretches of a text that stand for its pages."""

    headings_part = True

    def __init__(self, file: TextFile) -> None:
        self._file = file
        self._pages = _pages(file)
        self._furniture = _furniture(self._pages) if len(self._pages) > 1 else frozenset()

    def __iter__(self) -> Iterator[Sheet]:
        """Each stretch with its lines."""
        before: Look | None = None
        for number, page in enumerate(self._pages, 1):
            lines = [_line(line, at) for at, line in enumerate(page)]
            before = look_at(number, lines, len(lines) * _LINE_HEIGHT, before)
            yield Sheet(number, lines, before, page)

    def lay(self, sheets: Sequence[Sheet]) -> Layout:
        """The blocks of some stretches, without their heads and feet."""
        kept = [
            line
            for sheet in sheets
            if not isinstance(sheet.source, Page)
            for at, line in enumerate(sheet.source)
            if not (_at_edge(at, len(sheet.source)) and _key(line) in self._furniture)
        ]
        return lay_out_text(TextFile(self._file.text, tuple(kept)))

    def extent(self, sheets: Sequence[Sheet]) -> Extent:
        """From the first character of the first to that of what follows the last."""
        last = sheets[-1].number
        end = _start(self._pages[last]) if last < len(self._pages) else len(self._file.text)
        return Extent(
            span=(0 if sheets[0].number == 1 else _start(self._pages[sheets[0].number - 1]), end)
        )


def _pages(file: TextFile) -> list[Sequence[TextLine]]:
    """The lines parted where a page ended, or a paper begins."""
    lines = file.lines
    feet = _feet(lines)
    breaks = {at + 1 for at in feet}
    end = 0
    for at, line in enumerate(lines):
        start = _start([line])
        if item_stamp(_text(line)) or (at and "\f" in file.text[end:start]):
            breaks.add(at)
        end = start
    if not feet:
        breaks |= set(_openings(lines))
    cuts = sorted({0, *breaks, len(lines)})
    return [lines[a:b] for a, b in itertools.pairwise(cuts) if a < b]


def _feet(lines: Sequence[TextLine]) -> list[int]:
    """The lines that end in the number of a page, as far as these count up."""
    found: list[int] = []
    last = 0
    for at, line in enumerate(lines):
        foot = _FOOT.fullmatch(_text(line))
        if foot and last < int(foot[1]) <= last + _MISSING:
            found.append(at)
            last = int(foot[1])
    return found if len(found) >= LEAST_FEET else []


def _openings(lines: Sequence[TextLine]) -> Iterator[int]:
    """Where the front of another paper seems to begin, in a text without any marks of pages."""
    last = -_APART
    for at, line in enumerate(lines):
        if not (line.blank_above or line.heading) or at - last < _APART:
            continue
        top = [[cell for cell in below.cells if cell] for below in lines[at : at + _TOP]]
        if opening_points(top, Marks()) >= OPENS + 1:
            last = at
            yield at


def _furniture(pages: Sequence[Sequence[TextLine]]) -> frozenset[str]:
    """Lines, digits apart, that stand at the head or foot of several pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_key(line) for at, line in enumerate(page) if _at_edge(at, len(page))})
    return frozenset(key for key, count in seen.items() if count >= _REPEATED)


def _at_edge(at: int, count: int) -> bool:
    return at < _EDGE or at >= count - _EDGE


def _key(line: TextLine) -> str:
    return re.sub(r"\d+", "#", _text(line).casefold())


def _text(line: TextLine) -> str:
    words = " ".join(word.text for cell in line.cells for word in cell)
    return f"{line.bullet.text} {words}" if line.bullet else words


def _start(lines: Sequence[TextLine]) -> int:
    """The place of the first character of some lines."""
    first = lines[0].bullet or next(word for cell in lines[0].cells for word in cell)
    return first.start


def _line(line: TextLine, at: int) -> Line:
    """A line as if it were printed; of a foot, the number with the word for "page" alone."""
    cells = tuple(cell for cell in line.cells if cell)
    if _FOOT.fullmatch(_text(line)):
        cells = (cells[-1][-2:],)
    top = at * _LINE_HEIGHT
    return Line(cells, 0, 0.0, top, 0.0, top + _LINE_HEIGHT, 0.0)
