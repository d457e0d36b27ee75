"""The straight rules of a page, from the paths that it draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from extract.reading.frame import Frame
from extract.reading.page import Box

THIN: Final = 3.0
"""A filled rectangle no thicker than this, in points, is a rule."""

STRAY: Final = 1.0
"""A line that strays from its axis by less than this, in points, is straight."""

_Point = tuple[float, float]


class Rule(NamedTuple):
    """A straight rule on the shown page; `top == bottom` or `x0 == x1`."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it runs from left to right."""
        return self.top == self.bottom

    @property
    def length(self) -> float:
        """Its length in points."""
        return self.x1 - self.x0 + self.bottom - self.top


def rules_of(paths: Iterable[Mapping[str, Any]], frame: Frame) -> list[Rule]:
    """The horizontal and vertical rules among a page's paths, as the engine gives them.

    A thin filled rectangle is one rule along its middle, a stroked one is four. A fill alone is
    shading and gives none: it stands behind words and highlights as often as behind cells, and
    shaded cells of tables have rules as well.
    """
    rules: list[Rule] = []
    for path in paths:
        stroked = path["stroke_color"] is not None  # else filled: paths that only clip don't come
        for points in _subpaths(path["operations"]):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            box = frame.shown(min(xs), min(ys), max(xs), max(ys))
            if min(box.x1 - box.x0, box.bottom - box.top) <= THIN:
                rules.append(_along(box))
            elif stroked:
                rules += _sides(points, frame)
    return [rule for rule in rules if rule.length >= 1]


def _subpaths(operations: Iterable[Mapping[str, Any]]) -> Iterator[list[_Point]]:
    """The corners of each part of a path; a curve counts as its chord."""
    points: list[_Point] = []
    for operation in operations:
        name = operation["op"]
        if name == "close_path":
            points += points[:1]
            continue
        x, y = operation["x"], operation["y"]
        if name in ("move_to", "rectangle") and points:
            yield points
            points = []
        points.append((x, y))
        if name == "rectangle":
            x1, y1 = x + operation["width"], y + operation["height"]
            points += [(x1, y), (x1, y1), (x, y1), (x, y)]
    if points:
        yield points


def _sides(points: Sequence[_Point], frame: Frame) -> Iterator[Rule]:
    """The sides of a stroked shape that run along an axis."""
    for (x0, y0), (x1, y1) in pairwise(points):
        if min(abs(x1 - x0), abs(y1 - y0)) < STRAY:
            yield _along(frame.shown(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _along(box: Box) -> Rule:
    """The rule along the middle of a thin box."""
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        middle = (top + bottom) / 2
        return Rule(x0, middle, x1, middle)
    middle = (x0 + x1) / 2
    return Rule(middle, top, middle, bottom)
