"""A block while it is being built: opened by a line, gone on with, and closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from statistics import median

from extract.layout.blocks import Block, BlockKind, joined
from extract.layout.lines import Line, all_bold, is_lettered
from extract.layout.passage import NOWHERE, Passage
from extract.layout.segments import ALIGNED, Segment, label_of
from extract.reading.page import Word


@dataclass(slots=True)
class Open:
    """A block that is being built: lines of text, or columns of segments side by side."""

    lines: list[Segment]
    first: Line
    last: Line
    label: Segment = ()
    columns: list[list[list[Segment]]] = field(default_factory=list)
    column_x: list[float] = field(default_factory=list)
    gap: float = 0.0
    bold: bool = False


def start(line: Line, segments: tuple[Segment, ...], gap: float) -> Open:
    """The block that a line opens, `gap` points below what stands above it."""
    labelled = label_of(segments, line)
    if labelled is not None and len(segments) <= 2:
        label, rest = labelled
        bold = all_bold(rest or line.words)  # an automatic number is plain where its text is bold
        return Open([rest] if rest else [], line, line, label=label, gap=gap, bold=bold)
    if len(segments) >= 2:
        return Open(
            [],
            line,
            line,
            columns=[[[segment]] for segment in segments],
            column_x=[segment[0].x0 for segment in segments],
            gap=gap,
        )
    return Open([line.words], line, line, gap=gap, bold=line.bold)


def append(block: Open, line: Line, segments: tuple[Segment, ...]) -> None:
    """Let a line go on the block."""
    block.last = line
    if not block.columns:
        block.lines.append(line.words)
        return
    for segment in segments:
        column = column_at(block, segment[0].x0)
        labelled = block.columns[0][0][-1][-1].text.endswith(":")
        lower = len(segments) == 1 and segment[0].text[:1].islower()
        if column is None or (column == 0 and labelled and lower):
            column = len(block.columns) - 1  # a value that goes on at the margin
        block.columns[column][0].append(segment)


def column_at(block: Open, x0: float) -> int | None:
    """The column of a row that starts at `x0`."""
    for at, x in enumerate(block.column_x):
        if abs(x - x0) <= ALIGNED:
            return at
    return None


def close(block: Open) -> Block:
    """The finished block."""
    first = block.first
    if block.columns:
        cells = tuple(_cell_blocks(column[0], first) for column in block.columns)
        return Block(
            BlockKind.ROW,
            Passage.join([joined(cell) for cell in cells]),
            cells=cells,
            page=first.page,
            x0=first.x0,
            size=first.size,
            bold=first.bold,
            gap=block.gap,
        )
    words = tuple(chain.from_iterable(block.lines))
    return Block(
        BlockKind.ITEM if block.label else BlockKind.PARAGRAPH,
        Passage.of(words),
        label=Passage.of(block.label) if block.label else NOWHERE,
        page=first.page,
        x0=first.x0,
        size=_usual_size(words) or first.size,
        bold=block.bold and _is_bold(words),
        run_in=_run_in(words),
        gap=block.gap,
    )


def _is_bold(words: Sequence[Word]) -> bool:
    """Whether no word that has letters or digits is plain."""
    return not any(not word.bold and is_lettered(word) for word in words)


def _usual_size(words: Sequence[Word]) -> float:
    sizes = [word.size for word in words]
    if not sizes:
        return 0.0
    return median(sizes) if min(sizes) < max(sizes) else sizes[0]


def _cell_blocks(lines: list[Segment], first: Line) -> tuple[Block, ...]:
    """The lines of one column of a row, as one paragraph."""
    words = tuple(chain.from_iterable(lines))
    return (
        Block(
            BlockKind.PARAGRAPH,
            Passage.of(words),
            page=first.page,
            x0=words[0].x0,
            size=words[0].size,
            bold=_is_bold(words),
            run_in=_run_in(words),
        ),
    )


def _run_in(words: Sequence[Word]) -> Passage:
    """The bold words that open a paragraph which goes on in plain type."""
    if not words or not words[0].bold:
        return NOWHERE
    count = next((at for at, word in enumerate(words) if not word.bold), 0)
    if any(c.isalpha() for w in words[:count] for c in w.text):
        return Passage.of(words[:count])
    return NOWHERE
