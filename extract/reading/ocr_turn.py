"""The way from an upright, level page back to the page as it was scanned."""

from __future__ import annotations

import math
from dataclasses import dataclass

from extract.reading.page import Box


@dataclass(frozen=True, slots=True)
class Turn:
    """How a picture was turned: quarters clockwise, then `tilt` degrees clockwise.

    `width` and `height` are those of the upright page, in points.
    """

    width: float
    height: float
    quarters: int = 0
    tilt: float = 0.0

    def shown(self, box: Box) -> Box:
        """A box of the upright, level page on the page as it is shown: the hull of its corners."""
        corners = [self._point(x, y) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        cos, sin = math.cos(math.radians(self.tilt)), math.sin(math.radians(self.tilt))
        dx, dy = x - self.width / 2, y - self.height / 2
        x, y = self.width / 2 + dx * cos + dy * sin, self.height / 2 - dx * sin + dy * cos
        if self.quarters == 1:
            return y, self.width - x
        if self.quarters == 2:
            return self.width - x, self.height - y
        if self.quarters == 3:
            return self.height - y, x
        return x, y
