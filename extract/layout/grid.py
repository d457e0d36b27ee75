"""A row of a grid to blocks, whatever drew the grid: rules on a page, a table of a marked file.

A grid is read for what it holds, not for its rules: a row with one filled cell is text in a box
and flows on; a row of a label and one cell is an item; everything else is a row with its cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.layout.blocks import Block, BlockKind, joined
from extract.layout.labels import is_bullet, is_label
from extract.layout.passage import NOWHERE, Passage


def row_blocks(cells: Sequence[list[Block]], number: int) -> list[Block]:
    """The blocks of one row, given its cells from left to right; `number` is the table's, from 1.

    A cell merged over several rows stands in the first of them alone.
    """
    cells = [_spelt_out(cell) for cell in cells]
    filled = [cell for cell in cells if cell]
    if not filled:
        return []
    if len(filled) == 1:
        return filled[0]
    label = filled[0][0]
    if len(filled) == 2 and len(filled[0]) == 1 and _is_bare_label(label):
        return _labelled(label, filled[1])
    return [
        Block(
            BlockKind.ROW,
            Passage.join([joined(cell) for cell in cells]),
            cells=tuple(tuple(cell) for cell in cells),
            page=label.page,
            x0=label.x0,
            size=label.size,
            bold=all(block.bold for cell in filled for block in cell),
            table=number,
        )
    ]


def _spelt_out(cell: list[Block]) -> list[Block]:
    """A cell that holds nothing but a label ("1."), with the label as its text."""
    if len(cell) != 1 or cell[0].text or not cell[0].label:
        return cell
    return [replace(cell[0], kind=BlockKind.PARAGRAPH, passage=cell[0].label, label=NOWHERE)]


def _is_bare_label(block: Block) -> bool:
    text = block.text
    return bool(text) and " " not in text and is_label(text) and not is_bullet(text)


def _labelled(label: Block, content: list[Block]) -> list[Block]:
    mark = label.passage
    first = content[0]
    if first.kind is BlockKind.PARAGRAPH:
        return [replace(first, kind=BlockKind.ITEM, label=mark, x0=label.x0), *content[1:]]
    return [
        Block(BlockKind.ITEM, Passage(), label=mark, page=label.page, x0=label.x0, size=label.size),
        *content,
    ]
