"""What a picture holds beside text: rules, and the square boxes that forms are ticked in."""

from __future__ import annotations

from typing import Final, NamedTuple

import cv2
import numpy as np

from extract.reading.ocr_picture import Grey
from extract.reading.rules import Rule

ACROSS: Final = 30.0
"""A horizontal run of ink at least this long, in points, is a rule: no letter or dash is."""

DOWN: Final = 16.0
"""The same upright: shorter than a row of a table, longer than the letters of body text."""

PART: Final = 0.5
"""A rule that is not quite level shows as runs in steps; each is at least this share of `ACROSS`
or `DOWN` long."""

THICK: Final = 4.0
"""A thicker run, in points, is a band of shading or a picture."""

SLIM: Final = 8.0
"""A rule is at least so many times as long as it is thick; a stem of a large letter is not."""

BREAK: Final = 2.0
"""Rules are scanned with gaps; those up to this wide, in points, are closed."""

TICK_BOX: Final = (6.0, 15.0)
"""The sides of a tick box, in points."""


BULLET_REACH: Final = 3.2
"""A bullet stands at most this far before its line, in em."""


class Bullet(NamedTuple):
    """A bullet's character, and the columns in which it stands, in pixels."""

    text: str
    x0: int
    x1: int


class TickBox(NamedTuple):
    """A square drawn to be ticked, in pixels, and the character for it: ☐, ☑ or ☒."""

    x0: int
    top: int
    x1: int
    bottom: int
    text: str


def find_rules(ink: Grey, scale: float) -> tuple[list[Rule], Grey]:
    """The rules of a level picture, in points, and their pixels as 1; `scale` is pixels a point."""
    pixels = np.zeros_like(ink)
    rules: list[Rule] = []
    for level, least in ((True, ACROSS), (False, DOWN)):
        length, gap = max(round(PART * least * scale), 3), max(round(BREAK * scale), 1)
        line, bridge = (np.ones((n, 1), np.uint8) for n in (length, gap))
        if level:
            line, bridge = line.T, bridge.T
        runs = cv2.morphologyEx(ink, cv2.MORPH_OPEN, line)
        # A rule that is not quite level comes in steps: joined across, and over its breaks.
        joined = cv2.dilate(cv2.morphologyEx(runs, cv2.MORPH_CLOSE, bridge), np.ones((3, 3)))
        count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
        for at in range(1, count):
            x, y, width, height = (int(value) for value in stats[at, :4])
            window = (slice(y, y + height), slice(x, x + width))
            run = runs[window] * (labels[window] == at)
            if max(width, height) < least * scale or not _is_slim(run, level, scale):
                continue
            if _is_stroke(run, ink[window], level):
                continue
            pixels[window] |= run
            x0, top, x1, bottom = (side / scale for side in (x, y, x + width, y + height))
            if level:
                top = bottom = (top + bottom) / 2
            else:
                x0 = x1 = (x0 + x1) / 2
            rules.append(Rule(x0, top, x1, bottom))
    return rules, np.asarray(cv2.dilate(pixels, np.ones((3, 3), np.uint8)), dtype=np.uint8)


def _is_slim(run: Grey, level: bool, scale: float) -> bool:
    """Whether a run is a line rather than a band of shading or a picture."""
    thick, long = run.shape if level else run.shape[::-1]
    area = int(run.sum())  # its box is thicker than it is where it is not quite level
    return bool(area <= min(THICK * scale, long / SLIM) * long and thick <= 4 * THICK * scale)


def _is_stroke(run: Grey, ink: Grey, level: bool) -> bool:
    """Whether a run is the straightest part of a larger shape: a letter O has such, a rule not."""
    across = np.ones((5, 1) if level else (1, 5), np.uint8)
    beside = np.asarray(cv2.dilate(run, across)) > run
    # A rule touches words here and there; an arc's run has ink beside it nearly all along.
    return float(ink[beside].mean()) > 0.5 if beside.any() else False


def find_tick_boxes(ink: Grey, scale: float) -> list[TickBox]:
    """The tick boxes of a level picture: hollow squares with four straight sides."""
    least, most = (side * scale for side in TICK_BOX)
    contours, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found: list[TickBox] = []
    for contour in contours:
        x, y, width, height = cv2.boundingRect(contour)
        if not (least <= min(width, height) and max(width, height) <= most):
            continue
        if abs(width - height) > 0.2 * max(width, height):
            continue
        part = ink[y : y + height, x : x + width]
        if not _is_frame(part):
            continue
        found.append(TickBox(x, y, x + width, y + height, _mark(part)))
    return found


def _is_frame(part: Grey) -> bool:
    """Whether ink runs along all four sides and into the corners, and does not fill the inside."""
    corner = max(part.shape[0] // 8, 2)
    ends = (slice(None, corner), slice(-corner, None))
    if not all(part[rows, columns].any() for rows in ends for columns in ends):
        return False  # a letter O
    edge = max(part.shape[0] // 6, 2)
    sides = (part[:edge], part[-edge:], part[:, :edge].T, part[:, -edge:].T)
    if any(side.max(axis=0).mean() < 0.92 for side in sides):
        return False
    inside = part[edge:-edge, edge:-edge]
    return inside.size > 0 and float(inside.mean()) < 0.6


def _mark(part: Grey) -> str:
    edge = max(part.shape[0] // 5, 2)
    inside = part[edge:-edge, edge:-edge]
    if inside.mean() < 0.06:
        return "☐"
    size = min(inside.shape)
    square = np.asarray(cv2.resize(inside, (size, size), interpolation=cv2.INTER_NEAREST))
    thick = np.asarray(cv2.dilate(square, np.ones((3, 3), np.uint8)))
    both = min(float(np.diag(thick).mean()), float(np.diag(thick[::-1]).mean()))
    return "☒" if both > 0.75 else "☑"


def find_bullet(ink: Grey, x0: int, base: float, em: float) -> Bullet | None:
    """The bullet before a line that begins at column `x0` and stands on row `base`, if any.

    The detector of lines passes over single dots. A bullet is one blot in the middle of the line,
    alone before it; `em` is the size of the line's type in pixels.
    """
    left = max(round(x0 - BULLET_REACH * em), 0)
    area = ink[max(round(base - 0.8 * em), 0) : round(base + 0.1 * em), left : x0 - 1]
    if area.size == 0:
        return None
    count, _, stats, _ = cv2.connectedComponentsWithStats(area)
    blots = sorted(
        (tuple(int(value) for value in stats[at]) for at in range(1, count)), reverse=True
    )
    blots = [blot for blot in blots if max(blot[2:4]) >= 0.1 * em]
    if not blots:
        return None
    x, y, width, height, area_of = blots[0]
    alone = len(blots) == 1 or x - (blots[1][0] + blots[1][2]) > 0.6 * em
    gap = x0 - (left + x + width)
    rise = base - max(round(base - 0.8 * em), 0) - (y + height / 2)
    if not alone or gap < 0.2 * em or not 0.12 * em <= rise <= 0.55 * em:
        return None
    full = area_of / (width * height)
    if 0.15 * em <= min(width, height) and max(width, height) <= 0.55 * em:
        if width <= 1.5 * height and height <= 1.5 * width and full > 0.6:
            return Bullet("•", left + x, left + x + width)
    elif height <= 0.16 * em and 0.25 * em <= width <= 1.1 * em and full > 0.7:
        return Bullet("–", left + x, left + x + width)
    return None
