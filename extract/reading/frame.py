"""From PDF space to the page as it is shown.

PDF space has its origin at the bottom left of an unrotated sheet. What a reader sees is the crop
box, turned by the page's `/Rotate`; that is the space of `extract.reading.page.Box`.
"""

from __future__ import annotations

from typing import NamedTuple

from extract.reading.page import Box


class Frame(NamedTuple):
    """The crop box in PDF space (points) and the page's rotation (0, 90, 180 or 270, clockwise)."""

    x0: float
    y0: float
    x1: float
    y1: float
    rotation: int = 0

    @property
    def width(self) -> float:
        """Width of the shown page in points."""
        return self.y1 - self.y0 if self.rotation in (90, 270) else self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height of the shown page in points."""
        return self.x1 - self.x0 if self.rotation in (90, 270) else self.y1 - self.y0

    def shown(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle of PDF space (`x0 <= x1`, `y0 <= y1`) on the page as it is shown."""
        if self.rotation == 90:
            return Box(y0 - self.y0, x0 - self.x0, y1 - self.y0, x1 - self.x0)
        if self.rotation == 180:
            return Box(self.x1 - x1, y0 - self.y0, self.x1 - x0, y1 - self.y0)
        if self.rotation == 270:
            return Box(self.y1 - y1, self.x1 - x1, self.y1 - y0, self.x1 - x0)
        return Box(x0 - self.x0, self.y1 - y1, x1 - self.x0, self.y1 - y0)
