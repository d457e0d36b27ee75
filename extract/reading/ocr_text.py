"""What a line says, and where in it each character stands: the recogniser and its decoding.

The recogniser looks at a line 48 pixels high and answers, for every eighth column, how likely each
character is there (CTC: Graves et al., 2006). The decoding keeps to the alphabet of
`extract.reading.ocr_models` and keeps the column of every character, from which words get boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import cv2
import numpy as np

from extract.reading.ocr_lines import LineBox
from extract.reading.ocr_models import Floats, Models
from extract.reading.ocr_picture import Grey

HEIGHT: Final = 48
"""The height in pixels for which the recogniser was made."""

SQUEEZE: Final = 0.8
"""Lines are shown this much narrower than they are: time goes with the width."""

BATCH_COLUMNS: Final = 2 * 1280
"""So many columns are read at a time: more gains nothing and costs memory."""

NARROWEST: Final = 320
"""Shorter lines are padded to this width in pixels, as those that the network was trained on."""

SHORT: Final = 160
"""Lines narrower than this in pixels are stretched: a label such as "(iii)" has more characters
than the network has columns to tell them apart in."""

STRETCH: Final = 1.6


class Glyph(NamedTuple):
    """A character read: where its middle stands, in pixels of the picture, and how sure it is."""

    text: str
    x: float
    sure: float


def read_lines(
    grey: Grey, boxes: Sequence[LineBox], models: Models, *, over: bool = False
) -> list[list[Glyph]]:
    """The characters of each line, from left to right (for a line that runs up: from its start).

    `over` reads every line upside down, to find out whether the page is.
    """
    crops = [_crop(grey, box, over) for box in boxes]
    order = sorted(range(len(crops)), key=lambda at: crops[at].shape[1])
    lines: list[list[Glyph]] = [[] for _ in boxes]
    batch: list[int] = []
    for at in order:
        if batch and crops[at].shape[1] * (len(batch) + 1) > BATCH_COLUMNS:
            _read(batch, crops, boxes, models, lines)
            batch = []
        batch.append(at)
    if batch:
        _read(batch, crops, boxes, models, lines)
    return lines


def certainty(lines: Sequence[Sequence[Glyph]]) -> float:
    """How sure the characters of some lines are on average, 0 to 1; 0 for none."""
    sure = [glyph.sure for line in lines for glyph in line]
    return sum(sure) / len(sure) if sure else 0.0


def _crop(grey: Grey, box: LineBox, over: bool) -> Grey:
    part = grey[box.top : box.bottom, box.x0 : box.x1]
    if not box.upright:
        part = np.rot90(part, -1)  # a line that runs up the page
    if over:
        part = np.rot90(part, 2)
    height, width = part.shape
    wanted = width * HEIGHT / height
    wanted = max(round(wanted * (STRETCH if wanted < SHORT else SQUEEZE)), 8)
    shrinks = height > HEIGHT
    crop = cv2.resize(
        np.ascontiguousarray(part),
        (wanted, HEIGHT),
        interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC,
    )
    return np.asarray(crop, dtype=np.uint8)


def _read(
    batch: Sequence[int],
    crops: Sequence[Grey],
    boxes: Sequence[LineBox],
    models: Models,
    lines: list[list[Glyph]],
) -> None:
    width = max(NARROWEST, *(crops[at].shape[1] for at in batch))
    width += -width % 8
    planes: Floats = np.zeros((len(batch), 3, HEIGHT, width), dtype=np.float32)
    for row, at in enumerate(batch):
        planes[row, :, :, : crops[at].shape[1]] = crops[at].astype(np.float32) / 127.5 - 1
    (answers,) = models.recogniser.run(None, {"x": planes})
    step = width / answers.shape[1]
    for row, at in enumerate(batch):
        box, crop = boxes[at], crops[at]
        length = box.width if box.upright else box.height
        used = int(np.ceil(crop.shape[1] / step)) + 2  # the last character may come late
        likely = answers[row, :used][:, models.columns]
        lines[at] = _decoded(likely, models.characters, step * length / crop.shape[1], box.x0)


def _decoded(likely: Floats, characters: Sequence[str], step: float, x0: float) -> list[Glyph]:
    """Greedy CTC: runs of one character are one, blanks part them."""
    best = likely.argmax(axis=1)
    glyphs: list[Glyph] = []
    start = 0
    for at in range(1, len(best) + 1):
        if at < len(best) and best[at] == best[start]:
            continue
        if best[start]:
            sure = float(likely[start:at, best[start]].max())
            glyphs.append(Glyph(characters[best[start]], x0 + (start + at - 1) / 2 * step, sure))
        start = at
    while glyphs and glyphs[0].text == " ":
        glyphs.pop(0)
    while glyphs and glyphs[-1].text == " ":
        glyphs.pop()
    return glyphs
