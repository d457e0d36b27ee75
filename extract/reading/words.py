"""From the text spans of a page to its words.

A span is what one run of text-showing operators drew: often a line, sometimes two letters. The
engine gives each span's origin, its length and the advance width of every character; words are
cut at white space, and pieces that touch on one line are put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final, Protocol

from extract.reading.frame import Frame
from extract.reading.glyphs import clean
from extract.reading.page import Word

DESCENT: Final = 0.21
"""How far a glyph box reaches below the baseline, in em (Arial 0.212, Times 0.216)."""

JOIN_GAP: Final = 0.15
"""Pieces nearer than this, in em, are one word (a space is 0.25 em or more)."""

OVERLAP: Final = 0.3
"""Pieces may overlap by this much, in em, through kerning."""

BASELINE_DRIFT: Final = 0.1
"""Baselines further apart than this, in em, are not one line: superscripts stay apart."""

DOUBLED: Final = 1.0
"""The same text drawn again within this many points is one text, made bold by hand."""

_PIECE = re.compile(r"\S+")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})[.)]$")


class Span(Protocol):
    """What this module reads of the engine's span; PDF space, points."""

    text: str
    bbox: tuple[float, float, float, float]  # origin of the baseline, length, font size
    page_bbox: tuple[float, float, float, float]  # the same, turned with the text
    font_name: str
    font_size: float
    is_bold: bool
    is_italic: bool
    char_widths: Sequence[float]
    sequence: int


class _Piece:
    """A word in the making. `start`/`end` run along the baseline at `base`."""

    __slots__ = ("angle", "base", "bold", "end", "font", "italic", "size", "start", "text")

    def __init__(
        self,
        text: str,
        start: float,
        end: float,
        base: float,
        size: float,
        angle: int,
        span: Span,
        bold: bool,
    ) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.base = base
        self.size = size
        self.angle = angle
        self.bold = bold
        self.italic = span.is_italic
        self.font = span.font_name

    def takes(self, text: str, start: float, base: float, size: float, angle: int) -> bool:
        """Whether a piece that starts at `start` goes on with this word."""
        em = max(self.size, size)
        if angle != self.angle or abs(base - self.base) > BASELINE_DRIFT * em:
            return False
        if not -OVERLAP * em <= start - self.end <= JOIN_GAP * em:
            return False
        if size < 0.8 * self.size and text.isdigit():  # a footnote mark on the line
            return False
        return not (text[0].isalpha() and _LIST_NUMBER.match(self.text))


def words_of(spans: Iterable[Span], frame: Frame, page: int) -> list[Word]:
    """The words of a page in the order in which the file draws them.

    `page` is 1-based. Text drawn twice at one place (bold made by hand) comes once, as bold.
    """
    words: list[Word] = []
    pending: _Piece | None = None
    for span, doubled in _once(sorted(spans, key=lambda span: span.sequence)):
        text = span.text
        angle, along, base = _direction(span)
        size = span.font_size
        edges = _edges(text, along, span.bbox[2], span.char_widths)
        for match in _PIECE.finditer(text):
            first, last = match.span()
            piece = match.group()
            if pending is not None:
                if first == 0 and pending.takes(piece, edges[0], base, size, angle):
                    pending.text += piece
                    pending.end = max(pending.end, edges[last])
                    continue
                _put(words, pending, frame, page)
            bold = span.is_bold or doubled
            pending = _Piece(piece, edges[first], edges[last], base, size, angle, span, bold)
        if pending is not None and text[-1:].isspace():
            _put(words, pending, frame, page)
            pending = None
    if pending is not None:
        _put(words, pending, frame, page)
    return words


def _once(spans: Iterable[Span]) -> list[tuple[Span, bool]]:
    """Each span that shows something, once, and whether it was drawn more than once."""
    kept: list[tuple[Span, bool]] = []
    seen: dict[str, list[int]] = {}
    for span in spans:
        text = span.text
        if not text:
            continue
        places = seen.setdefault(text, [])
        x, y, _, _ = span.bbox
        for at in places:
            other_x, other_y, _, _ = kept[at][0].bbox
            if abs(x - other_x) <= DOUBLED and abs(y - other_y) <= DOUBLED:
                kept[at] = (kept[at][0], True)
                break
        else:
            places.append(len(kept))
            kept.append((span, False))
    return kept


def _direction(span: Span) -> tuple[int, float, float]:
    """The angle of the baseline (0, 90, 180, 270, anticlockwise), and where along and on it.

    The engine gives a box as if the text were upright, and its hull as it stands; from the two
    follows the turn. Slanted text (a watermark) counts as upright.
    """
    x, y, length, height = span.bbox
    hull_x, hull_y, hull_width, hull_height = span.page_bbox
    if hull_x == x and hull_y == y and hull_width == length:
        return 0, x, y
    if abs(hull_width - height) < 1 and abs(hull_height - length) < 1:
        return (90, y, x) if hull_x < x - height / 2 else (270, -y, x)
    if hull_x < x - length / 2:
        return 180, -x, y
    return 0, x, y


def _edges(text: str, start: float, length: float, widths: Sequence[float]) -> list[float]:
    """Where each character starts along the baseline, and where the last one ends.

    Advance widths leave out what justification puts between words: what is missing goes to the
    spaces, and to all characters alike if there are none.
    """
    count = len(text)
    if len(widths) != count:
        widths = [length / count] * count
    rest = length - sum(widths)
    if abs(rest) > 0.01:
        spaces = text.count(" ")
        if spaces and rest > 0:
            extra = rest / spaces
            widths = [
                width + extra if glyph == " " else width
                for glyph, width in zip(text, widths, strict=True)
            ]
        elif rest != length:
            scale = length / (length - rest)
            widths = [width * scale for width in widths]
    return list(accumulate(widths, initial=start))


def _put(words: list[Word], piece: _Piece, frame: Frame, page: int) -> None:
    """Finish a word: clean its text, lay its box on the shown page."""
    text = clean(piece.text, piece.font)
    if not text or text.isspace():
        return
    size = piece.size
    low, high = DESCENT * size, (1 - DESCENT) * size
    start, end, base = piece.start, piece.end, piece.base
    if piece.angle == 0:
        x0, top, x1, bottom = frame.shown(start, base - low, end, base + high)
    elif piece.angle == 90:
        x0, top, x1, bottom = frame.shown(base - high, start, base + low, end)
    elif piece.angle == 180:
        x0, top, x1, bottom = frame.shown(-end, base - high, -start, base + low)
    else:
        x0, top, x1, bottom = frame.shown(base - low, -end, base + high, -start)
    words.append(Word(text, page, x0, top, x1, bottom, size, piece.bold, piece.italic, piece.font))
