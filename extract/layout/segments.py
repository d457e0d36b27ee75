"""The segments of a line as columns, and the label that may open it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from extract.layout.labels import is_bullet, is_firm, is_label, tells_when
from extract.layout.lines import COLUMN_GAP_EM, Line
from extract.reading.page import Word

# A gap this wide (ems) parts columns by itself; narrower ones need a colon or an aligned neighbour.
SURE_COLUMN_EM = 1.9
# Columns are the same when their left edges agree within this many points.
ALIGNED = 3.0

Segment = tuple[Word, ...]
"""Words of a line with no column gap between them."""


def columns_of(line: Line, above: Line | None, below: Sequence[Line]) -> tuple[Segment, ...]:
    """The line's segments, with those joined again that only a wide space parts."""
    segments = line.segments
    neighbours = [n for n in (above, *below) if n is not None]
    starts = {round(s[0].x0) for n in neighbours for s in n.segments[1:]}
    starts |= {round(n.x0) for n in neighbours if n.x0 > line.x0 + 4 * line.size}
    result = [segments[0]]
    for segment in segments[1:]:
        gap = segment[0].x0 - result[-1][-1].x1
        aligned = any(abs(start - segment[0].x0) <= ALIGNED for start in starts)
        if (
            gap >= SURE_COLUMN_EM * line.size
            or _stands_out(line, gap)
            or aligned
            or (result[-1][-1].text.endswith((":", "?")) and gap >= COLUMN_GAP_EM * line.size)
            or (len(result) == 1 and _is_label_segment(result[0], line))
        ):
            result.append(segment)
        else:
            result[-1] = result[-1] + segment
    return tuple(result)


def _stands_out(line: Line, gap: float) -> bool:
    """Whether a gap is far wider than all spaces of its line: no line is justified like that."""
    spaces = [b.x0 - a.x1 for s in line.segments for a, b in itertools.pairwise(s)]
    return len(spaces) >= 2 and gap > 3 * max(spaces)


def _is_label_segment(segment: Segment, line: Line) -> bool:
    return len(segment) == 1 and is_label(segment[0].text)


def label_of(segments: tuple[Segment, ...], line: Line) -> tuple[Segment, Segment] | None:
    """The line's label and the rest, if it opens with one."""
    first = segments[0][0]
    if not is_label(first.text):
        return None
    words = tuple(itertools.chain.from_iterable(segments))
    if len(words) == 1:
        return ((first,), ()) if is_firm(first.text) and not first.text.isdigit() else None
    if tells_when(first.text, words[1].text):
        return None
    gap = words[1].x0 - first.x1
    if is_bullet(first.text):
        if first.text in "o-–—§*" and gap < 0.45 * line.size and len(segments) == 1:
            return None
        return (first,), words[1:]
    if is_firm(first.text):
        # "2008. The" and "(S) of" are text: a label is short, and a letter's bracket closes it
        return (first,), words[1:]
    if gap >= 0.75 * line.size or (line.bold and first.text[0].isdigit() and len(first.text) < 3):
        return (first,), words[1:]
    return None
