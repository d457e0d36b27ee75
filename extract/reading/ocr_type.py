"""What the ink of a line says of its type: its size, where it stands, whether it is bold.

A font is not known, so it is measured: the height of the ink of known letters gives the size, the
width of their stems the weight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extract.reading.ocr_picture import Grey
from extract.reading.words import DESCENT

CAPITAL: Final = 0.72
"""The height of a capital, a figure or an ascender, in em (Arial 0.716, Times 0.662 to 0.683)."""

SMALL: Final = 0.53
"""The height of an x, in em (Arial 0.519, Verdana 0.545; Times 0.448)."""

MIDDLE: Final = 0.65
"""The height of a t, in em."""

COMMA: Final = 0.14
"""How far a comma reaches below the line, in em."""

SAME_SIZE: Final = 0.12
"""Sizes measured within this share of each other are one: a pixel up or down makes that much."""

BOLD_STEM: Final = (0.12, 0.137)
"""Stems so wide, in em, are bold: regular faces have 0.09 to 0.13 and bold ones 0.13 to 0.2, on a
sharp page the lower figures, on a blurred one the higher; `BOLDER` says which."""

BOLDER: Final = 1.22
"""Bold stems are wider than the page's usual ones by this factor; those have a half more."""

STEM_RUNS: Final = (0.5, 1.5)
"""Runs of ink this long, as shares of the usual one, go through a stem: others graze it, or go
along a bar."""

MOST: Final = 0.65
"""A line of which this share of the letters is bold is bold."""

HARDLY: Final = 0.12
"""A line of which a smaller share is bold is not bold at all."""

LONG_ENOUGH: Final = 8
"""Letters of a word that count: a longer word is no better witness of its line."""

_TAILS = frozenset("gjpqy()[]{}|/§ýÿŷç")
_COMMAS = frozenset(",;")
_TALL = frozenset("bdfhklij?!()[]{}|/§#%&@£$€ß")
_FLAT = frozenset("-–—.,'’‘\"“”·•:;*=+~_^`°…")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word in pixels: its text, its ink's box, the usual width of its upright strokes."""

    text: str
    x0: int
    x1: int
    top: int
    bottom: int
    stem: float

    @property
    def flat(self) -> bool:
        """Whether it is all points and dashes, of whose type nothing can be said."""
        return _FLAT.issuperset(self.text)

    @property
    def depth(self) -> float:
        """How far it reaches below the line, in em."""
        if not _TAILS.isdisjoint(self.text):
            return DESCENT
        return 0.0 if _COMMAS.isdisjoint(self.text) else COMMA

    @property
    def rise(self) -> float:
        """How far it reaches above the line, in em."""
        if any(c in _TALL or c.isupper() or c.isdigit() for c in self.text):
            return CAPITAL
        return MIDDLE if "t" in self.text else SMALL


@dataclass(frozen=True, slots=True)
class TypeLine:
    """The words of a line, the size of its type and the row on which it stands, in pixels."""

    pieces: Sequence[Piece]
    size: float
    base: float


def type_line(pieces: Sequence[Piece], rough: float) -> TypeLine:
    """A line measured; `rough` is its size where nothing in it can be measured."""
    told = [piece for piece in pieces if not piece.flat]
    sizes = _weighed((p, (p.bottom - p.top) / (p.rise + p.depth)) for p in told)
    size = median(sizes) if sizes else rough
    bases = _weighed((p, p.bottom - p.depth * size) for p in told)
    base = median(bases) if bases else float(max(piece.bottom for piece in pieces))
    return TypeLine(pieces, size, base)


def _weighed(values: Iterable[tuple[Piece, float]]) -> list[float]:
    """Each value as often as its word has letters."""
    return [value for piece, value in values for _ in piece.text[:LONG_ENOUGH]]


def stem_of(area: Grey) -> float:
    """The usual length of a horizontal run of ink, in pixels: what a letter's stems are wide.

    At 200 dots an inch stems are three to six pixels wide, so it is a mean and no whole number.
    """
    steps = np.diff(np.pad(area.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    lengths: NDArray[np.int64] = np.nonzero(steps == -1)[1] - np.nonzero(steps == 1)[1]
    if not len(lengths):
        return 0.0
    usual = np.median(lengths)
    least, most = (share * usual for share in STEM_RUNS)
    stems = lengths[(lengths >= least) & (lengths <= most)]
    return float(stems.mean() if len(stems) else usual)  # none lies near the middle of two


def even_sizes(lines: Sequence[TypeLine]) -> dict[float, float]:
    """For each size measured, the usual one of the page that it stands for; in pixels.

    Lines of one type differ by a pixel, and layout takes a change of size for a change of text.
    """
    weight: Counter[float] = Counter()
    for line in lines:
        weight[line.size] += sum(len(piece.text) for piece in line.pieces)
    usual: dict[float, float] = {}
    while left := [size for size in weight if size not in usual]:
        near = {s: sum(weight[o] for o in left if abs(o - s) <= SAME_SIZE / 2 * s) for s in left}
        mode = max(left, key=lambda size: near[size])
        usual |= {size: mode for size in left if abs(size - mode) <= SAME_SIZE * mode}
    return usual


def bold_from(lines: Iterable[TypeLine]) -> float:
    """The width, in em, from which the stems of a page's lines are bold."""
    shares = _weighed((p, p.stem / line.size) for line in lines for p in line.pieces if not p.flat)
    least, most = BOLD_STEM
    return min(max(BOLDER * median(shares), least), most) if shares else most


def bold_pieces(pieces: Sequence[Piece], size: float, least: float) -> list[bool]:
    """Which words of a line are bold: those with stems of `least` em or more.

    Figures and single letters tell little: they go with the line, or with the word before.
    """
    heavy = [piece.stem > least * size for piece in pieces]
    letters = [h for h, piece in zip(heavy, pieces, strict=True) for c in piece.text if c.isalpha()]
    witnesses = letters or heavy
    share = sum(witnesses) / len(witnesses)
    if share > MOST or share < HARDLY:
        return [share > MOST] * len(pieces)
    for at, piece in enumerate(pieces):
        if at and sum(c.isalnum() for c in piece.text) < 2:
            heavy[at] = heavy[at - 1]
    return heavy
