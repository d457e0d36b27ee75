"""What a reader of marked-up files (Word, HTML) gives: paragraphs and tables in reading order.

Such files have no pages. They say what is a heading, a list item or a cell, and leave the places
to whatever shows them. So a place is a range of the document's plain text, which is written while
the file is read: its paragraphs in reading order, one below the other, the labels of lists spelt
out. `MarkedFile.locators` leads from a range back into the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final, NamedTuple

from extract.reading.glyphs import clean
from extract.reading.page import Word

COLUMN_WIDTH: Final = 72.0
"""Points; a column's width where the file does not say."""

TAB: Final = "\t"
LINE_BREAK: Final = "\n"
TICKED: Final = "☒"
UNTICKED: Final = "☐"

_MARK = re.compile(r"\[?\d{1,3}\]?|[*†‡]")
_TOKEN = re.compile(r"\t|\n|[^\S\t\n]+|\S+")


class Look(NamedTuple):
    """How a run of characters is set; `size` in points, 0 where the file does not say."""

    size: float = 0.0
    bold: bool = False
    italic: bool = False
    font: str = ""


Run = tuple[str, Look]
"""Characters set alike. `TAB` and `LINE_BREAK` in them count; any other white space is a space."""

NO_LABEL: Final[Run] = ("", Look())

Segment = tuple[Word, ...]
"""The words between two tabs; empty where a tab opens the line or follows another."""


class Locator(NamedTuple):
    """Where a range of the plain text (code points, `end` excluded) stands in the file.

    `path` is a CSS selector for HTML; for Word it counts as XPath does, from the body down:
    "p[12]", "tbl[2]/tr[3]/tc[1]/p[1]".
    """

    start: int
    end: int
    path: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its lines (parted by line breaks), each with its segments (parted by tabs).

    `left` and `first` are where its text and its first line start, in points from the edge of the
    column or cell. The words' `x0` repeats them; they have no box.
    """

    lines: tuple[tuple[Segment, ...], ...]
    label: tuple[Word, ...] = ()  # the number or bullet of a list, as it is shown
    heading: int = 0  # 1 to 6; 0 if none
    left: float = 0.0
    first: float = 0.0

    @property
    def words(self) -> tuple[Word, ...]:
        """All its words, without the label."""
        return tuple(word for line in self.lines for segment in line for word in segment)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged cell stands once, in its first row and column.

    `left` is where its column starts, in points from the left edge of the table: as wide as the
    file says, or an inch for each column where it does not.
    """

    content: tuple[Element, ...]
    row_span: int = 1
    column_span: int = 1
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the cells of each row from left to right, without those merged into another."""

    rows: tuple[tuple[Cell, ...], ...]
    ruled: bool = True  # has lines around its cells, or may have


Element = Paragraph | Table


@dataclass(frozen=True, slots=True)
class MarkedFile:
    """A document in reading order, its plain text, and what stands in its margins.

    `title` is what the file calls itself, which need not be printed anywhere, nor be right.
    """

    text: str
    elements: tuple[Element, ...]
    furniture: tuple[Paragraph, ...]
    locators: tuple[Locator, ...]  # one for each paragraph, in the order of the text
    title: str = ""

    def within(self, start: int, end: int) -> list[Locator]:
        """The paragraphs that a range of the text goes through, each cut to its part of it."""
        at = max(bisect_right(self.locators, start, key=itemgetter(0)) - 1, 0)
        parts: list[Locator] = []
        while at < len(self.locators) and self.locators[at].start < end:
            held = self.locators[at]
            first, last = max(start, held.start), min(end, held.end)
            if first < last:
                parts.append(Locator(first, last, held.path))
            at += 1
        return parts


class Writer:
    """Writes the plain text of a document and hands out words that know their place in it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0
        self._locators: list[Locator] = []

    def paragraph(
        self,
        runs: Iterable[Run],
        path: str,
        *,
        label: Run = NO_LABEL,
        heading: int = 0,
        left: float = 0.0,
        first: float = 0.0,
    ) -> Paragraph | None:
        """The paragraph that some runs make, or None where they hold no word."""
        lines = _split(runs)
        if not any(segment for line in lines for segment in line):
            return None
        start = self._at
        label_words = self._segment(
            [[(mark, label[1])] for part in label[0].split() if (mark := clean(part))], first
        )
        if label_words:
            self._put(TAB)
        written = []
        for at, line in enumerate(lines):
            if at:
                self._put(LINE_BREAK)
            segments = []
            for place, segment in enumerate(line):
                if place:
                    self._put(TAB)
                segments.append(self._segment(segment, left))
            written.append(tuple(segments))
        self._locators.append(Locator(start, self._at, path))
        self._put("\n")
        return Paragraph(tuple(written), label_words, heading, left, first)

    def file(
        self, elements: Sequence[Element], furniture: Sequence[Paragraph], title: str
    ) -> MarkedFile:
        """The document, once every paragraph has been written."""
        text = "".join(self._parts)
        title = " ".join(title.split())
        return MarkedFile(text, tuple(elements), tuple(furniture), tuple(self._locators), title)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._at += len(text)

    def _segment(self, words: Sequence[Sequence[Run]], x0: float) -> Segment:
        segment: list[Word] = []
        for at, pieces in enumerate(words):
            if at:
                self._put(" ")
            look = _main_look(pieces)
            text = "".join(piece for piece, _ in pieces)
            word = Word(
                text,
                page=0,
                x0=x0,
                size=look.size,
                bold=look.bold,
                italic=look.italic,
                font=look.font,
                start=self._at,
                end=self._at + len(text),
            )
            segment.append(word)
            self._put(text)
        return tuple(segment)


def is_mark(raised: str) -> bool:
    """Whether raised characters are a mark that leads to a note, not a part of the words."""
    return bool(_MARK.fullmatch(raised.strip()))


def paragraphs_of(elements: Iterable[Element]) -> list[Paragraph]:
    """All paragraphs in order, those in the cells of tables too."""
    found: list[Paragraph] = []
    for element in elements:
        if isinstance(element, Paragraph):
            found.append(element)
        else:
            for row in element.rows:
                for cell in row:
                    found += paragraphs_of(cell.content)
    return found


def _split(runs: Iterable[Run]) -> list[list[list[list[Run]]]]:
    """Runs to lines, segments and words; a word is the pieces of runs that touch."""
    lines: list[list[list[list[Run]]]] = [[[]]]
    open_word = False
    for text, look in runs:
        for token in _TOKEN.findall(text):
            if token == LINE_BREAK:
                lines.append([[]])
            elif token == TAB:
                lines[-1].append([])
            elif not token.isspace():
                piece = clean(token, look.font)
                if piece and open_word:
                    lines[-1][-1][-1].append((piece, look))
                elif piece:
                    lines[-1][-1].append([(piece, look)])
                open_word = open_word or bool(piece)
                continue
            open_word = False
    return lines


def _main_look(pieces: Sequence[Run]) -> Look:
    """The look of most letters and digits of a word: a closing bracket may be set otherwise."""
    if len(pieces) == 1:
        return pieces[0][1]
    weights: Counter[Look] = Counter()
    for text, look in pieces:
        weights[look] += sum(character.isalnum() for character in text)
    return max(weights, key=lambda look: weights[look])
