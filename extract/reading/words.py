"""From the text spans of a page to its words.

A span is what one run of text-showing operators drew: often a line, sometimes two letters. The
engine gives each span's origin, its length and the advance width of every character; words are
cut at white space, and pieces that touch on one line are put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter
from typing import Final, Protocol

from extract.reading.frame import Frame
from extract.reading.glyphs import clean, shows_letters
from extract.reading.page import GLUED, Word

DESCENT: Final = 0.21
"""How far a glyph box reaches below the baseline, in em (Arial 0.212, Times 0.216)."""

JOIN_GAP: Final = 0.15
"""Pieces nearer than this, in em, are one word (a space is 0.22 em or more)."""

NUMBER_GAP: Final = 0.03
"""Between a list number and a letter a gap of this much, in em, is already a tab that ran out."""

OVERLAP: Final = 0.3
"""Kerning may pull two pieces of a word this far over each other, in em."""

BASELINE_DRIFT: Final = 0.1
"""Baselines further apart than this, in em, are not one line: footnote marks stay apart."""

SMALLER: Final = 0.8
"""A raised "th" is set smaller than this share of the text's size."""

MARK: Final = 0.9
"""A footnote mark is set smaller than this share of the text's size."""

GUESSED_WIDTH: Final = 0.5
"""The width, in em, of a character for which the engine gives none."""

_SPACE = re.compile(r"\s")
_LIST_NUMBER = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]?")
_MARKED = re.compile(r"[^\W\d_A-Z]{3}$|[.,;:!?)\"'”’]$")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})


class Span(Protocol):
    """What this module reads of the engine's span: PDF space, points."""

    @property
    def text(self) -> str:
        """What it shows, spaces included."""

    @property
    def bbox(self) -> tuple[float, float, float, float]:
        """Where its baseline starts (x, y), its length, its font size."""

    @property
    def page_bbox(self) -> tuple[float, float, float, float]:
        """The same rectangle, turned as the text is: left, bottom, width, height."""

    @property
    def font_name(self) -> str:
        """The font's name, with the prefix of a subset."""

    @property
    def font_size(self) -> float:
        """The size on the page."""

    @property
    def is_bold(self) -> bool:
        """Whether the font is bold."""

    @property
    def is_italic(self) -> bool:
        """Whether the font is italic."""

    @property
    def char_widths(self) -> Sequence[float]:
        """The advance width of each character of `text`."""

    @property
    def sequence(self) -> int:
        """The place in the order of drawing."""


_Piece = tuple[str, float, float]
"""A run without white space, and where on its line it starts and ends."""


@dataclass(slots=True)
class _Line:
    """A span with what is needed of it fetched once.

    `base` is where its baseline lies, in axes turned by `angle` (0, 90, 180 or 270 degrees,
    anticlockwise); `plain` says that its text is printable ASCII. Pieces that the next spans go on
    with are added to the last one.
    """

    text: str
    size: float
    font: str
    bold: bool
    italic: bool
    angle: int
    base: float
    pieces: list[_Piece]
    plain: bool


def words_of(spans: Iterable[Span], frame: Frame, page: int) -> list[Word]:
    """The words of a page in the order in which the file draws them; `page` is 1-based.

    Text drawn twice at one place, to make it bold, comes once: the engine sees to that.
    """
    words: list[Word] = []
    held: _Line | None = None  # the next span may go on with its last piece
    for span in sorted(spans, key=attrgetter("sequence")):
        text = span.text
        if not text:
            continue
        line = None if text.isspace() else _line(span, text)
        if held is not None:
            if line is not None and _goes_on(held, line):
                _lengthen(held, line)
                if not line.pieces and line.text[-1] != " ":
                    continue
            words += _words(held, frame, page)
        held = line
    if held is not None:
        words += _words(held, frame, page)
    return words


def _goes_on(line: _Line, following: _Line) -> bool:
    """Whether the last piece of a line and the first of the one drawn behind it are one word."""
    return (
        following.text[0] != " "
        and line.text[-1] != " "
        and bool(line.pieces and following.pieces)
        and _joins(line.pieces[-1], line, following.pieces[0], following)
    )


def _lengthen(line: _Line, following: _Line) -> None:
    """Move the first piece of a line to the end of the last piece of another."""
    text, start, end = line.pieces[-1]
    more, _, end_of_more = following.pieces.pop(0)
    line.pieces[-1] = (text + more, start, max(end, end_of_more))
    line.plain = line.plain and following.plain


def _joins(piece: _Piece, line: _Line, following: _Piece, following_line: _Line) -> bool:
    """Whether the first piece of a line goes on with the last piece of the one drawn before."""
    text, _, end = piece
    following_text, start, _ = following
    size, following_size = line.size, following_line.size
    em = max(size, following_size)
    gap = start - end
    if line.angle != following_line.angle or not -OVERLAP * em <= gap <= JOIN_GAP * em:
        return False
    rise = following_line.base - line.base
    if following_size < MARK * size and following_text.isdigit():
        # a footnote mark; "CO" and a small "2" are one word
        return not may_bear_mark(text) and -size < rise <= BASELINE_DRIFT * em
    ordinal = following_text.lower() in _ORDINALS and text[-1].isdigit()
    if ordinal and following_size < SMALLER * size:
        return 0 <= rise < size  # "13" and a raised "th" are one word
    if abs(rise) > BASELINE_DRIFT * em:
        return False
    if following_text[0].isalpha() and _LIST_NUMBER.fullmatch(text):
        return gap <= NUMBER_GAP * em and line.font == following_line.font
    return True


def may_bear_mark(text: str) -> bool:
    """Whether a small figure close behind some text is the mark of a footnote.

    Behind a unit ("m", "km") or a capital ("CO") it is part of what is said.
    """
    return bool(_MARKED.search(text))


def _line(span: Span, text: str) -> _Line:
    size = abs(span.font_size)  # below 0 for text that is mirrored
    plain = text.isascii() and text.isprintable()
    if not plain:
        text = _SPACE.sub(" ", text)
    x, y, length, height = box = span.bbox
    hull_x, _, hull_width, hull_height = hull = span.page_bbox
    angle, start, base = 0, x, y
    if hull != box:  # the turn follows from the two; slanted text counts as upright
        if abs(hull_width - height) < 1 and abs(hull_height - length) < 1:
            angle, start, base = (90, y, -x) if hull_x < x - height / 2 else (270, -y, x)
        elif hull_x < x - length / 2:
            angle, start, base = 180, -x, -y
    widths = span.char_widths
    if length < 0:  # mirrored text: its place is right, the order within it is lost
        start, length, widths = start + length, -length, [abs(width) for width in widths]
    glued = _glued(text)
    pieces = _pieces(text, start, length, widths, size, glued)
    return _Line(
        text, size, span.font_name, span.is_bold, span.is_italic, angle, base, pieces, plain
    )


def _glued(text: str) -> int:
    """The end of a list number that opens a line and runs into its text; 0 if none does."""
    if text[:1].isdecimal() or text[:1] == "(":
        found = GLUED.match(text)
        return found.end() if found else 0
    return 0


def _pieces(
    text: str, start: float, length: float, widths: Sequence[float], size: float, glued: int
) -> list[_Piece]:
    """The runs without white space of a text, whose characters have these advance widths.

    Widths leave out what justification adds between words, and the length of a span leaves out
    what is added to a space at its end: the difference belongs to the spaces before.
    """
    if len(widths) != len(text):
        widths = [length / len(text)] * len(text)
    elif len(text) > 1 and widths[-1] < 0.01 * size:  # the engine loses some runs' last width
        same = text.index(text[-1])
        last = widths[same] if same < len(text) - 1 else GUESSED_WIDTH * size
        widths = [*widths[:-1], last]
        length += last
    if not glued and " " not in text:
        return [(text, start, sum(widths, start))]
    edges = list(accumulate(widths, initial=start))
    rest = start + length - edges[-1]
    added = 0.0  # to each space
    if rest > 0.01:
        if glued and rest < size:
            edges[glued:] = [edge + rest for edge in edges[glued:]]
        elif spaces := text.rstrip(" ").count(" "):
            added = rest / spaces
    pieces: list[_Piece] = []
    first, moved = 0, 0.0
    for run in text.split(" "):
        end = first + len(run)
        if run:
            pieces.append((run, edges[first] + moved, edges[end] + moved))
        first = end + 1
        moved += added
    if glued:
        run, left, right = pieces[0]
        cut = edges[glued]
        pieces[:1] = [(run[:glued], left, cut), (run[glued:], cut, right)]
    return pieces


def _words(line: _Line, frame: Frame, page: int) -> list[Word]:
    """Finish the pieces of a line: clean their text, lay their boxes on the shown page."""
    size, font, bold, italic, base = line.size, line.font, line.bold, line.italic, line.base
    pieces = line.pieces
    if not (line.plain and shows_letters(font)):
        cleaned = ((clean(raw, font), start, end) for raw, start, end in pieces)
        pieces = [piece for piece in cleaned if piece[0]]
    low, high = base - DESCENT * size, base + (1 - DESCENT) * size
    if line.angle == 0 and frame.rotation == 0:  # nearly all text: written out for speed
        left, top, bottom = frame.x0, frame.y1 - high, frame.y1 - low
        return [
            Word(text, page, start - left, top, end - left, bottom, size, bold, italic, font)
            for text, start, end in pieces
        ]
    words: list[Word] = []
    for text, start, end in pieces:
        if line.angle == 0:
            box = frame.shown(start, low, end, high)
        elif line.angle == 90:
            box = frame.shown(-high, start, -low, end)
        elif line.angle == 180:
            box = frame.shown(-end, -high, -start, -low)
        else:
            box = frame.shown(low, -end, high, -start)
        words.append(Word(text, page, *box, size, bold, italic, font))
    return words
