"""From the characters of a page's lines to its words, cut where the picture has gaps.

A recogniser knows words and guesses spaces; the picture has the spaces. Where the two differ by
much the picture is right: "£145,000in" is cut, "P072 153" is joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

import numpy as np

from extract.reading.ocr_lines import LineBox
from extract.reading.ocr_marks import find_bullet
from extract.reading.ocr_picture import Grey
from extract.reading.ocr_text import Glyph, certainty
from extract.reading.ocr_type import (
    Piece,
    TypeLine,
    bold_from,
    bold_pieces,
    even_sizes,
    stem_of,
    type_line,
)
from extract.reading.page import Word
from extract.reading.words import DESCENT

BOX_EM: Final = 0.62
"""The size of the type as a share of the height of its box, before it is measured."""

DOUBTFUL: Final = 0.5
"""A word less sure than this on average is a blot or a pattern."""

DOUBTFUL_UPWARDS: Final = 0.8
"""The same for a line that runs up the page, which is more often a drawing."""

NEW_SPACE: Final = 0.2
"""A gap this wide, in em, is a space though none was read; letters stand within 0.15 em."""

NEW_SPACE_SHARE: Final = 0.65
"""It also has to be so wide as a share of the line's usual space."""

NO_SPACE: Final = 0.1
"""A space was read, but the gap is no wider than this, in em."""

NO_SPACE_SHARE: Final = 0.55
"""The same as a share of the line's usual space."""

ASIDE: Final = 0.35
"""A character may stand this far, in em, from where the recogniser says."""

_CAPITAL_I = re.compile(r"(?<=[A-Z])[il|](?=[A-Z])")  # between capitals it is one itself


def words_of_picture(
    lines: Iterable[tuple[LineBox, Sequence[Glyph]]], ink: Grey, scale: float, page: int
) -> list[Word]:
    """The words of a page (1-based) from its lines; `scale` is pixels a point.

    `ink` is the level picture's dark pixels without its rules.
    """
    words: list[Word] = []
    typed: list[TypeLine] = []
    for box, glyphs in lines:
        if not box.upright:
            words += _running_up(box, glyphs, scale, page)
        elif pieces := list(_pieces(box, glyphs, ink)):
            typed.append(type_line(pieces, BOX_EM * box.height))
    least = bold_from(typed)
    heavy: list[TypeLine] = []
    light: list[TypeLine] = []
    for line in typed:
        (heavy if all(bold_pieces(line.pieces, line.size, least)) else light).append(line)
    for group in (heavy, light):  # a heading may be just a point larger than the text
        usual = even_sizes(group)
        for line in group:
            words += _words(line, usual[line.size], least, ink, scale, page)
    return words


def _words(
    line: TypeLine, size: float, least: float, ink: Grey, scale: float, page: int
) -> Iterator[Word]:
    """The words of a line of a size (in pixels), with the bullet before them.

    Stems of `least` em are bold.
    """
    top, bottom = (line.base - (1 - DESCENT) * size) / scale, (line.base + DESCENT * size) / scale

    def word(text: str, x0: int, x1: int, bold: bool) -> Word:
        points = round(size / scale, 2)
        return Word(text, page, x0 / scale, top, x1 / scale, bottom, size=points, bold=bold)

    bullet = find_bullet(ink, line.pieces[0].x0, line.base, size)
    if bullet is not None:
        yield word(bullet.text, bullet.x0, bullet.x1, False)
    for piece, bold in zip(line.pieces, bold_pieces(line.pieces, size, least), strict=True):
        yield word(piece.text, piece.x0, piece.x1, bold)


def _pieces(box: LineBox, glyphs: Sequence[Glyph], ink: Grey) -> Iterator[Piece]:
    """The words of a line with the boxes of their ink; those that are blots are left out."""
    part = ink[box.top : box.bottom, box.x0 : box.x1]
    if part.mean() > 0.5:
        part = 1 - part  # white on a dark band
    first, last = _own_rows(part)
    part = part[first:last]
    for run, left, right in _runs(glyphs, part, box.x0, BOX_EM * box.height):
        area = part[:, left:right]
        columns, rows = np.flatnonzero(area.any(axis=0)), np.flatnonzero(area.any(axis=1))
        if certainty([run]) < DOUBTFUL or not len(columns):
            continue
        yield Piece(
            _CAPITAL_I.sub("I", "".join(glyph.text for glyph in run)),
            box.x0 + left + int(columns[0]),
            box.x0 + left + int(columns[-1]) + 1,
            box.top + first + int(rows[0]),
            box.top + first + int(rows[-1]) + 1,
            stem_of(area),
        )


def _own_rows(part: Grey) -> tuple[int, int]:
    """The rows of a line's box that are its own; the outer ones may hold its neighbours' tails.

    They part at the row with the least ink that is nearest to the middle.
    """
    rows = part.sum(axis=1, dtype=np.int64)
    outer = len(rows) // 4
    if not outer:
        return 0, len(rows)
    above, below = rows[:outer], rows[-outer:]
    top = int(np.flatnonzero(above == above.min())[-1])
    bottom = len(rows) - outer + int(np.flatnonzero(below == below.min())[0]) + 1
    return top, bottom


_Gap = tuple[int, int]
"""A run of columns without ink: the first, and the one after the last."""

_Run = tuple[list[Glyph], int, int]
"""The characters of a word, and the columns of the line's box between which its ink stands."""


def _runs(glyphs: Sequence[Glyph], part: Grey, x0: int, em: float) -> Iterator[_Run]:
    """The line cut into words, each with its first column and the one after its last."""
    kept = [glyph for glyph in glyphs if glyph.text != " "]
    if not kept:
        return
    start, column = 0, 0
    for at, (left, right) in sorted(_cuts(glyphs, kept, part, x0, em).items()):
        if left > column:  # else two words share their ink, and stay one
            yield kept[start:at], column, left
            start, column = at, right
    if column < part.shape[1]:
        yield kept[start:], column, part.shape[1]


def _cuts(
    glyphs: Sequence[Glyph], kept: Sequence[Glyph], part: Grey, x0: int, em: float
) -> dict[int, _Gap]:
    """Before which of the `kept` characters a new word begins, and the gap that parts them."""
    inked = np.flatnonzero(part.any(axis=0))
    gaps: list[_Gap] = [(int(a) + 1, int(b)) for a, b in pairwise(inked) if b - a > 1]
    cuts: dict[int, _Gap] = {}
    for at in _spaces(glyphs, len(kept)):
        left, right = kept[at - 1].x - x0, kept[at].x - x0
        gap = max(gaps, key=lambda gap: _fit(gap, left, right, em), default=(0, 0))
        if _fit(gap, left, right, em) > NO_SPACE * em:
            cuts[at] = gap
            gaps.remove(gap)
    usual = median(right - left for left, right in cuts.values()) if cuts else 0.0
    cuts = {at: gap for at, gap in cuts.items() if gap[1] - gap[0] > NO_SPACE_SHARE * usual}
    wide = max(NEW_SPACE * em, NEW_SPACE_SHARE * usual)
    for left, right in gaps:
        at = sum(glyph.x - x0 < (left + right) / 2 for glyph in kept)
        if 0 < at < len(kept) and at not in cuts:
            airy = _airy(kept[at - 1].text, kept[at].text)
            if right - left > (2 * wide if airy else wide):
                cuts[at] = (left, right)
    return cuts


def _spaces(glyphs: Sequence[Glyph], count: int) -> list[int]:
    """Before which of the line's `count` characters, spaces left out, a space was read."""
    found: list[int] = []
    at = 0
    for glyph in glyphs:
        if glyph.text != " ":
            at += 1
        elif 0 < at < count and (not found or found[-1] != at):
            found.append(at)
    return found


def _fit(gap: _Gap, left: float, right: float, em: float) -> float:
    """How well a gap does for a space read between two characters, in pixels.

    It is as good as it is wide, less what it lies aside of them.
    """
    aside = max(left - gap[1], gap[0] - right, 0.0)
    return gap[1] - gap[0] - aside if aside <= ASIDE * em else 0.0


def _airy(before: str, after: str) -> bool:
    """Whether two characters stand apart by their own shape: "1 1", or a point before a figure."""
    return before in "1.,'’‘:" or after in "1'’‘.,:;"


def _running_up(box: LineBox, glyphs: Sequence[Glyph], scale: float, page: int) -> Iterator[Word]:
    """A line that runs up the page: the column head of a table, or a mark in the margin."""
    if not glyphs or certainty([glyphs]) < DOUBTFUL_UPWARDS:
        return
    size = round(BOX_EM * box.width / scale, 2)
    advance = box.height / len(glyphs)
    low = float(box.bottom)
    for text in "".join(glyph.text for glyph in glyphs).split(" "):
        high = low - len(text) * advance
        if text:
            x0, top, x1, bottom = (side / scale for side in (box.x0, high, box.x1, low))
            yield Word(text, page, x0, top, x1, bottom, size=size)
        low = high - advance
