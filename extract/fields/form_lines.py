"""Rows of a form that a text has put in one line: "Capital cost £40,000 Source of capital Dues".

The amount parts the label from what else the row says; labels that name no subject on which reports
state implications are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from extract.layout.blocks import Block, BlockKind
from extract.layout.passage import Passage
from extract.lexicon import fold_heading, lexicon

#: Most words of a label, and of the line.
_LABEL_WORDS: Final = 4
_LINE_WORDS: Final = 24

_COST = re.compile(
    r"(?P<label>[A-Z][A-Za-z /&-]*?):?\s+"
    r"(?P<amount>£\s?(?:\d[\d,.]*\s?(?:k|m|bn|million|billion)?\b)?)"
    r"(?P<rest>(?:\s+[A-Z(].*)?)",
)


def rows_apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, lines that were rows of a form made rows again."""
    for block in blocks:
        yield _cost_row(block) or block


def is_cost(block: Block) -> bool:
    """Whether a row holds an amount beside its label."""
    return block.kind is BlockKind.ROW and block.cell(1).text.startswith("£")


def _cost_row(block: Block) -> Block | None:
    """The row of a line that is a label and what it costs."""
    passage = block.passage
    if block.kind is not BlockKind.PARAGRAPH or len(passage.words) > _LINE_WORDS:
        return None
    found = _COST.fullmatch(passage.text)
    if found is None or passage.text.endswith("."):
        return None
    label = passage.slice(0, found.end("label"))
    if len(label.words) > _LABEL_WORDS:
        return None
    if not lexicon().implication(fold_heading(label.text), in_run=True):
        return None
    parts = [label, *(passage.slice(*found.span(part)) for part in ("amount", "rest"))]
    return replace(
        block,
        kind=BlockKind.ROW,
        cells=tuple((_cell(block, part),) for part in parts if part),
    )


def _cell(block: Block, passage: Passage) -> Block:
    return Block(BlockKind.PARAGRAPH, passage, page=block.page, x0=block.x0, size=block.size)
