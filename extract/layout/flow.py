"""Lines to blocks, for one column of text: the page's own, or that of one cell.

A line goes on the block before it when it stands close below, looks the same, and the line before
was full (its first word would not have fitted there). Labels and column gaps start new blocks.
Two segments side by side are a row; lines that stand under one of its columns belong to that cell.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.blocks import Block, BlockKind, joined
from extract.layout.joining import goes_on
from extract.layout.lines import Line
from extract.layout.opened import Open, append, close, start
from extract.layout.passage import Passage
from extract.layout.segments import ALIGNED, columns_of
from extract.layout.witness import PageTags


def flow_blocks(
    lines: Sequence[Line],
    right: float | Sequence[float] | None = None,
    said: PageTags | None = None,
) -> list[Block]:
    """The blocks of a column of lines.

    `right` is its right edge in points, or that of each line, where it is known; `said` are the
    tags of the page.
    """
    if not lines:
        return []
    pitch = _usual_gap(lines)
    if right is None:
        right = right_edge(lines)
    edges = [right] * len(lines) if isinstance(right, float | int) else right
    blocks: list[Block] = []
    current: Open | None = None
    for at, line in enumerate(lines):
        segments = line.segments
        if len(segments) > 1:
            segments = columns_of(line, lines[at - 1] if at else None, lines[at + 1 : at + 2])
        if current is not None and goes_on(current, line, segments, pitch, edges[at], said):
            append(current, line, segments)
            continue
        if current is not None:
            blocks.append(close(current))
        gap = line.top - current.last.bottom if current is not None else 0.0
        current = start(line, segments, gap)
    if current is not None:
        blocks.append(close(current))
    return _rows_with_paragraphs(blocks)


def _rows_with_paragraphs(blocks: list[Block]) -> list[Block]:
    """The blocks, paragraphs that stand below a labelled value put into its cell."""
    result: list[Block] = []
    for block in blocks:
        row = result[-1] if result else None
        if row is not None and _stands_below_value(row, block):
            cells = (*row.cells[:-1], (*row.cells[-1], block))
            passage = Passage.join([joined(cell) for cell in cells])
            result[-1] = replace(row, cells=cells, passage=passage)
            continue
        result.append(block)
    return result


def _stands_below_value(row: Block, block: Block) -> bool:
    if row.kind is not BlockKind.ROW or block.kind is not BlockKind.PARAGRAPH:
        return False
    if len(row.cells) != 2 or not row.cells[1] or not row.cell(0).text.endswith(":"):
        return False
    edge = row.cells[1][0].x0
    return (
        edge > row.x0 + 2 * row.size
        and abs(block.x0 - edge) <= ALIGNED
        and block.gap < 2 * block.size
    )


def _usual_gap(lines: Sequence[Line]) -> float:
    """The white space between two lines of one paragraph, in points."""
    gaps = [
        below.top - above.bottom
        for above, below in itertools.pairwise(lines)
        if above.page == below.page and -2 < below.top - above.bottom < 1.2 * above.size
    ]
    if not gaps:
        return 0.35 * lines[0].size
    gaps.sort()
    return gaps[len(gaps) // 3]


def right_edge(lines: Sequence[Line]) -> float:
    """The x of a column's right margin, in points, from its long lines."""
    long = sorted(line.x1 for line in lines if len(line.words) >= 6)
    if not long:
        return max(line.x1 for line in lines)
    return long[int(0.9 * (len(long) - 1))]
