"""Words to lines: clustered by their middle, split into segments where a column gap opens."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from extract.layout.passage import Passage
from extract.reading.page import Word

# A gap wider than this many ems parts two columns (or a label from its text); the spaces of
# justified lines stay below it in all but very short lines.
COLUMN_GAP_EM = 1.15
# Behind a label's colon less will do, where the next line bears the column out.
COLON_GAP_EM = 0.5
# Raised digits much smaller than their line are footnote marks.
SUPERSCRIPT_SHARE = 0.78


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its segments from left to right. Points from the page's top left."""

    segments: tuple[tuple[Word, ...], ...]
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    size: float

    @property
    def words(self) -> tuple[Word, ...]:
        """All its words from left to right."""
        if len(self.segments) == 1:
            return self.segments[0]
        return tuple(word for segment in self.segments for word in segment)

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all of it that has letters is bold."""
        lettered = [w.bold for w in self.words if any(c.isalnum() for c in w.text)]
        return bool(lettered) and all(lettered)

    def passage(self) -> Passage:
        """The whole line as a passage."""
        return Passage.of(self.words)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines of one page or cell, from top to bottom."""
    rows: list[list[Word]] = []
    extents: list[tuple[float, float]] = []  # top and bottom of each row's tallest words
    for word in sorted(words, key=lambda w: (w.top + w.bottom, w.x0)):
        middle = (word.top + word.bottom) / 2
        placed = False
        for at in range(len(rows) - 1, max(len(rows) - 4, -1), -1):
            top, bottom = extents[at]
            row_middle = (top + bottom) / 2
            if top <= middle <= bottom and (
                word.top <= row_middle <= word.bottom or word.bottom - word.top < bottom - top
            ):
                rows[at].append(word)
                if word.bottom - word.top > bottom - top:
                    extents[at] = (word.top, word.bottom)
                placed = True
                break
        if not placed:
            rows.append([word])
            extents.append((word.top, word.bottom))
    return [line for row in rows if (line := _line(sorted(row, key=lambda w: w.x0)))]


def _line(row: Sequence[Word]) -> Line | None:
    size = max(word.size for word in row)
    kept = [word for word in row if not _is_superscript(word, row, size)]
    if not kept:
        return None
    typical = median(word.size for word in kept)
    gap = COLUMN_GAP_EM * typical
    after_colon = COLON_GAP_EM * typical
    segments: list[list[Word]] = [[kept[0]]]
    for before, word in itertools.pairwise(kept):
        if word.x0 - before.x1 > (after_colon if before.text.endswith(":") else gap):
            segments.append([word])
        else:
            segments[-1].append(word)
    return Line(
        segments=tuple(tuple(segment) for segment in segments),
        page=kept[0].page,
        x0=kept[0].x0,
        top=min(word.top for word in kept),
        x1=max(word.x1 for word in kept),
        bottom=max(word.bottom for word in kept),
        size=typical,
    )


_MARK = re.compile(r"\d{1,3}|[*†‡]")


def _is_superscript(word: Word, row: Sequence[Word], size: float) -> bool:
    if len(row) == 1 or word.size > SUPERSCRIPT_SHARE * size or not _MARK.fullmatch(word.text):
        return False
    baseline = max(other.bottom for other in row)
    return word.bottom < baseline - 0.1 * size
