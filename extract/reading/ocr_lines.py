"""Where lines of text stand in a level picture: a network's map of text, cut into boxes."""

from __future__ import annotations

from statistics import median
from typing import Final, NamedTuple

import cv2
import numpy as np

from extract.reading.ocr_models import Models
from extract.reading.ocr_picture import Grey

LONG_SIDE: Final = 1280
"""The longer side, in pixels, of the picture that the network is shown. Body text of A4 is then
some eight pixels high: enough to tell lines apart, which is all that is asked of it."""

TEXT: Final = 0.3
"""A pixel at least this likely is text."""

SURE: Final = 0.5
"""A run of such pixels at least this likely on average is a line (rapidocr's defaults)."""

GROWTH: Final = 1.6
"""The network draws lines thinner than they are: each side goes out by area / perimeter × this."""

STRAIGHT: Final = 8.0
"""A run further than this, in degrees, from level is a watermark or a stamp, not a line."""


UPWARDS: Final = 2.5
"""A box so many times as high as it is wide holds a line that runs up the page."""


class LineBox(NamedTuple):
    """A line's box in pixels of the picture; `upright` is false for one that runs up the page."""

    x0: int
    top: int
    x1: int
    bottom: int
    upright: bool = True

    @property
    def width(self) -> int:
        """In pixels."""
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top


def find_lines(grey: Grey, models: Models) -> list[LineBox]:
    """The boxes of the lines, or of their parts where wide gaps open, from top to bottom."""
    height, width = grey.shape
    factor = min(1.0, LONG_SIDE / max(height, width))
    columns = max(round(width * factor / 32), 1) * 32
    rows = max(round(height * factor / 32), 1) * 32
    small = cv2.resize(grey, (columns, rows), interpolation=cv2.INTER_AREA)
    plane = (np.asarray(small, dtype=np.float32) / 255 - 0.5) / 0.5
    (answer,) = models.detector.run(None, {"x": np.stack([plane] * 3)[np.newaxis]})
    likely = answer[0, 0]
    mask = cv2.dilate((likely > TEXT).astype(np.uint8), np.ones((2, 2), np.uint8))
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes: list[LineBox] = []
    for contour in contours:
        x, y, across, down = cv2.boundingRect(contour)
        part = mask[y : y + down, x : x + across]
        if min(across, down) < 3 or likely[y : y + down, x : x + across][part > 0].mean() < SURE:
            continue
        (_, (long, short), angle) = cv2.minAreaRect(contour)
        askew = min(angle % 90, 90 - angle % 90)
        if askew > STRAIGHT and max(long, short) > 3 * min(long, short):
            continue
        out = across * down * GROWTH / (2 * (across + down))
        boxes.append(
            LineBox(
                max(int((x - out) * width / columns), 0),
                max(int((y - out) * height / rows), 0),
                min(round((x + across + out) * width / columns), width),
                min(round((y + down + out) * height / rows), height),
            )
        )
    boxes = [box for box in boxes if box.width > 3 and box.height > 3]
    if not boxes:
        return []
    lying = [box.height for box in boxes if box.width >= box.height]
    tallest = 3 * median(lying) if lying else height  # a single tall letter does not run upwards
    return [
        box._replace(upright=box.height <= max(UPWARDS * box.width, tallest))
        for box in sorted(boxes, key=lambda box: (box.top, box.x0))
    ]


def runs_sideways(boxes: list[LineBox]) -> bool:
    """Whether most of a page's text runs up or down it."""
    tall = sum(box.height for box in boxes if box.height > 2 * box.width)
    wide = sum(box.width for box in boxes if box.width > 2 * box.height)
    return tall > wide
