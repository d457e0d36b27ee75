"""Words to lines: clustered by their middle, split into segments where a column gap opens."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from statistics import median

from extract.layout.passage import Passage
from extract.reading.page import Word
from extract.reading.words import MARK, may_bear_mark

# A gap wider than this many ems parts two columns (or a label from its text); the spaces of
# justified lines stay below it in all but very short lines.
COLUMN_GAP_EM = 1.15
# Behind a label's colon less will do, where the next line bears the column out.
COLON_GAP_EM = 0.5
# Raised digits much smaller than their line are footnote marks.
SUPERSCRIPT_SHARE = 0.78
# They stand closer behind the word than a space is wide (ems).
MARK_GAP_EM = 0.15

_left = attrgetter("x0")


@dataclass(slots=True)
class Line:
    """One printed line: its segments from left to right. Points from the page's top left.

    Nobody changes one; it is not frozen for the reason that a word is not.
    """

    segments: tuple[tuple[Word, ...], ...]
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    words: tuple[Word, ...] = field(init=False, repr=False, compare=False)
    """All its words from left to right."""
    _text: str = field(default="", init=False, repr=False, compare=False)
    _bold: bool | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        first, *others = self.segments
        self.words = tuple(itertools.chain(first, *others)) if others else first

    @property
    def text(self) -> str:
        """Its words with single spaces; made once, for many ask."""
        if not self._text:
            self._text = " ".join([word.text for word in self.words])
        return self._text

    @property
    def bold(self) -> bool:
        """Whether all of it that has letters is bold; found out once, for many ask."""
        if self._bold is None:
            self._bold = all_bold(self.words)
        return self._bold

    def passage(self) -> Passage:
        """The whole line as a passage."""
        return Passage.of(self.words)


def is_lettered(word: Word) -> bool:
    """Whether a word has letters or digits."""
    return word.text[0].isalnum() or any(c.isalnum() for c in word.text)


def all_bold(words: Iterable[Word]) -> bool:
    """Whether all of some words that have letters or digits are bold, and some have."""
    lettered = False
    for word in words:
        if word.bold and lettered:
            continue
        if is_lettered(word):
            if not word.bold:
                return False
            lettered = True
    return lettered


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The lines of one page or cell, from top to bottom."""
    if len(words) == 1:  # as in most cells
        return [_line(words, words[0].top, words[0].bottom)]
    rows: list[list[Word]] = []
    extents: list[tuple[float, float]] = []  # top and bottom of each row's tallest words
    mixed: set[int] = set()  # rows of words that do not all stand alike
    for level in _levels(words):
        last = None
        for word in level:
            extent = top, bottom = word.top, word.bottom
            if extent == last:  # of nearly all words
                rows[-1].append(word)
                continue
            middle = (top + bottom) / 2
            for at in range(len(rows) - 1, max(len(rows) - 4, -1), -1):
                row_top, row_bottom = extents[at]
                if row_top <= middle <= row_bottom and (
                    top <= (row_top + row_bottom) / 2 <= bottom
                    or bottom - top < row_bottom - row_top
                ):
                    rows[at].append(word)
                    mixed.add(at)
                    if bottom - top > row_bottom - row_top:
                        extents[at] = extent
                    break
            else:
                rows.append([word])
                extents.append(extent)
            last = extents[-1]
    lines: list[Line] = []
    for at, (row, (top, bottom)) in enumerate(zip(rows, extents, strict=True)):
        if at in mixed:
            row.sort(key=_left)
            row = _without_marks(row)
            if not row:
                continue
            top, bottom = min([word.top for word in row]), max([word.bottom for word in row])
        lines.append(_line(row, top, bottom))
    return lines


def _levels(words: Iterable[Word]) -> Iterator[list[Word]]:
    """The words whose middles are at one height, from left to right: level by level."""
    levels: dict[float, list[Word]] = {}
    for word in words:
        height = word.top + word.bottom
        level = levels.get(height)
        if level is None:
            levels[height] = [word]
        else:
            level.append(word)
    for height in sorted(levels):
        level = levels[height]
        level.sort(key=_left)
        yield level


def _line(row: Sequence[Word], top: float, bottom: float) -> Line:
    first, words = row[0], tuple(row)
    size = first.size
    for word in row:
        if word.size != size:
            size = median([word.size for word in row])
            break
    gap, after_colon = COLUMN_GAP_EM * size, COLON_GAP_EM * size
    cuts: list[int] = []
    end = right = first.x1
    for at, word in enumerate(row):
        space = word.x0 - end
        if space > after_colon and (space > gap or row[at - 1].text.endswith(":")):
            cuts.append(at)
        end = word.x1
        if end > right:
            right = end
    segments = (
        tuple(words[a:b] for a, b in itertools.pairwise((0, *cuts, len(words))))
        if cuts
        else (words,)
    )
    return Line(segments, first.page, first.x0, top, right, bottom, size)


_MARK = re.compile(r"\d{1,3}|[*†‡]")


def _without_marks(row: list[Word]) -> list[Word]:
    """The words of a line without the marks of footnotes."""
    size = max(word.size for word in row)
    if min(word.size for word in row) > MARK * size:
        return row
    baseline = max(word.bottom for word in row)
    kept: list[Word] = []
    before: Word | None = None
    for word in row:
        if not (
            word.size <= MARK * size
            and _MARK.fullmatch(word.text)
            and (_is_raised(word, baseline, size) or _is_behind(before, word, size))
        ):
            kept.append(word)
        before = word
    return kept


def _is_raised(word: Word, baseline: float, size: float) -> bool:
    return word.size <= SUPERSCRIPT_SHARE * size and word.bottom < baseline - 0.1 * size


def _is_behind(before: Word | None, word: Word, size: float) -> bool:
    """Whether a small figure is set close behind a word: the engine does not raise by `Ts`."""
    if before is None or word.size > MARK * before.size:
        return False
    return word.x0 - before.x1 < MARK_GAP_EM * size and may_bear_mark(before.text)
