"""A page as a picture: rendered, turned upright, made level; and the way back to the sheet.

Scans lie askew by a degree or so, and landscape pages are often scanned sideways. Lines are only
lines, and tables only tables, once that is undone; a box then has to be turned back before it is
laid onto the page as it is shown.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from extract.reading.ocr_turn import Turn

Grey = NDArray[np.uint8]
"""Height × width, 0 black to 255 white."""

MAX_PIXELS: Final = 24_000_000
"""A plan on A0 at 200 dpi has sixty million: it is rendered smaller."""

MAX_TILT: Final = 3.0
"""Scans lie askew by less than this, in degrees."""

_TILT_WIDTH: Final = 800  # the picture's width, in pixels, in which its tilt is looked for


@dataclass(frozen=True, slots=True)
class Picture:
    """A page's picture, what was done to it, and how many pixels make a point."""

    grey: Grey
    scale: float
    turn: Turn

    def turned(self, quarters: int) -> Picture:
        """The picture turned clockwise by so many quarters; it must not be levelled yet."""
        turn = self.turn
        sideways = quarters % 2 == 1
        width, height = (turn.height, turn.width) if sideways else (turn.width, turn.height)
        grey = np.ascontiguousarray(np.rot90(self.grey, -quarters))
        return Picture(grey, self.scale, Turn(width, height, (turn.quarters + quarters) % 4))

    def levelled(self) -> Picture:
        """The picture with its lines of text made level."""
        tilt = find_tilt(self.grey)
        if not tilt:
            return self
        turn = Turn(self.turn.width, self.turn.height, self.turn.quarters, tilt)
        return Picture(rotated(self.grey, tilt), self.scale, turn)


def render(data: bytes, number: int, dpi: int) -> Picture:
    """The picture of one page (1-based) of a PDF, as it is shown.

    pdf_oxide renders too, but shows some fax-compressed scans as blank pages (0.3.78).
    Raises `pypdfium2.PdfiumError` where the page cannot be loaded.
    """
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(dpi / 72, math.sqrt(MAX_PIXELS / max(width * height, 1.0)))
        grey = page.render(scale=scale, grayscale=True).to_numpy().copy()
    finally:
        document.close()
    return Picture(grey.reshape(grey.shape[:2]), scale, Turn(width, height))


def rotated(grey: Grey, degrees: float) -> Grey:
    """The picture turned clockwise about its middle, its edges continued into the corners."""
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    turned = cv2.warpAffine(
        grey, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(turned, dtype=np.uint8)


def ink_of(grey: Grey) -> Grey:
    """The dark pixels, as 1, by Otsu's threshold; a page without any contrast has no ink."""
    threshold, ink = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    if threshold < 10 or threshold > 245:
        return np.zeros_like(grey)
    return np.asarray(ink, dtype=np.uint8)


def find_tilt(grey: Grey) -> float:
    """The clockwise turn, in degrees, that makes the lines of text level; 0.0 where none does.

    The angle at which the number of dark pixels in a row changes most from row to row: W. Postl's
    method (1986), first in steps of half a degree, then of a twentieth.
    """
    height, width = grey.shape
    factor = min(1.0, _TILT_WIDTH / max(width, 1))
    small = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    ink = ink_of(np.asarray(small, dtype=np.uint8)).astype(np.float32)
    if ink.mean() < 0.001:
        return 0.0
    # a margin of ink, such as a scanner's black edge, would decide alone
    rows, columns = ink.shape
    ink = ink[rows // 40 : rows - rows // 40, columns // 40 : columns - columns // 40]
    height, width = ink.shape

    def score(degrees: float) -> float:
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
        profile = np.asarray(cv2.warpAffine(ink, matrix, (width, height))).sum(axis=1)
        return float(np.square(np.diff(profile)).sum())

    coarse = max((step / 2 for step in range(int(-2 * MAX_TILT), int(2 * MAX_TILT) + 1)), key=score)
    fine = max((coarse + step / 20 for step in range(-10, 11)), key=score)
    level = score(0.0)
    return round(fine, 2) if abs(fine) >= 0.05 and score(fine) > 1.02 * level else 0.0
