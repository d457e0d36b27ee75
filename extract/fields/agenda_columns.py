"""Front sheets in two columns: who meets on the left, the order of business on the right.

Lines that stand side by side are read as rows. Where the rows make no sense as such, the words on
both sides of the gutter are read one column after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.layout.blocks import Block, BlockKind
from extract.layout.lines import Line, lines_of
from extract.layout.passage import Passage
from extract.reading.page import Word

# How many rows must begin their second column at one edge, which may vary by as many points.
_ROWS, _EDGE = 4, 3.0


def in_columns(blocks: Sequence[Block]) -> list[Block] | None:
    """The blocks, those beside each other on the first page read by column; None if none are."""
    page = next((block.page for block in blocks if block.page), 0)
    gutter = _gutter([block for block in blocks if block.page == page])
    if not page or gutter is None:
        return None
    whole: list[Block] = []
    left: list[Word] = []
    right: list[Word] = []
    for block in blocks:
        words = list(_words(block))
        if block.page != page or any(w.x0 < gutter - _EDGE < w.x1 for w in words):
            whole.append(block)
            continue
        for word in words:
            (left if word.x0 < gutter - _EDGE else right).append(word)
    return [*_blocks(left), *_blocks(right), *whole]


def _blocks(column: Sequence[Word]) -> Iterator[Block]:
    """The lines of a column; what stands below a line that opens with a number goes on with it."""
    held: list[Line] = []
    for line in lines_of(column):
        numbered = held and held[0].words[0].text.rstrip(".").isdigit()
        if held and (not numbered or line.words[0].text.rstrip(".").isdigit()):
            yield _block(held)
            held = []
        held.append(line)
    if held:
        yield _block(held)


def _block(lines: Sequence[Line]) -> Block:
    first = lines[0]
    return Block(
        BlockKind.PARAGRAPH,
        Passage.of(word for line in lines for word in line.words),
        page=first.page,
        x0=first.x0,
        size=first.size,
        bold=all(line.bold for line in lines),
    )


def _gutter(blocks: Sequence[Block]) -> float | None:
    """Where the second column begins, in points; None where the rows do not agree on it."""
    edges = [
        float(round(block.cells[1][0].x0))
        for block in blocks
        if block.kind is BlockKind.ROW and not block.table and len(block.cells) > 1
        if block.cells[1]
    ]
    alike = {edge: [other for other in edges if abs(edge - other) <= _EDGE] for edge in edges}
    most = max(alike.values(), key=len, default=[])
    return min(most) if len(most) >= _ROWS else None


def _words(block: Block) -> Iterator[Word]:
    """A block's words with its labels."""
    yield from block.label.words
    if block.kind is not BlockKind.ROW:
        yield from block.passage.words
    for cell in block.cells:
        for part in cell:
            yield from _words(part)
