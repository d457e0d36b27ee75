"""The opening of a meeting's papers as pieces: a paragraph or a cell each, with its label if any.

Front sheets, minutes and notices of decisions say who meets, when and where above their first item
of business. Columns stand side by side there (the date on the left, the clerk on the right), so a
cell is a piece of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.fields.labelled import is_label, opening_label
from extract.layout.blocks import Block, BlockKind
from extract.layout.labels import is_bullet
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold_heading, lexicon

_BETWEEN = re.compile(r"\s+[/|]\s+")
# A line of a text at least this long, in characters, was broken because it was full.
FULL_LINE = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the opening; `label` is what a printed label calls them."""

    passage: Passage
    label: Passage = NOWHERE
    bold: bool = False
    size: float = 0.0  # points; 0 for text
    x0: float = 0.0

    @property
    def text(self) -> str:
        """Its words, without the label."""
        return self.passage.text

    @property
    def fields(self) -> frozenset[str]:
        """What the lexicon says that its label can name."""
        return lexicon().fields(fold_heading(self.label.text)) if self.label else frozenset()


def pieces_of(blocks: Sequence[Block]) -> list[Piece]:
    """The pieces of the blocks in reading order, labels put to what they name."""
    return list(_labelled(_plain(blocks)))


def whole_passage(block: Block) -> Passage:
    """A block's words with a label that is more than a bullet."""
    if block.label and not is_bullet(block.label.text):
        return Passage.join([block.label, block.passage], " ")
    return block.passage


def same_paragraph(before: Block, after: Block) -> bool:
    """Whether a line of a text only goes on the one above it, which was full."""
    if not after.close or after.kind is not BlockKind.PARAGRAPH:
        return False
    text = before.text
    return len(text) >= FULL_LINE or text.endswith(",")


def _plain(blocks: Sequence[Block]) -> Iterator[Piece]:
    for block in blocks:
        if block.kind is not BlockKind.ROW:
            if passage := whole_passage(block):
                yield Piece(passage, bold=block.bold, size=block.size, x0=block.x0)
            continue
        for cell in block.cells:
            for part in cell:
                if passage := whole_passage(part):
                    yield Piece(passage, bold=part.bold, size=part.size or block.size, x0=part.x0)


def _in_two_languages(piece: Piece) -> Iterator[Piece]:
    """A piece; of one said twice ("CYFARFOD: … / MEETING: …") the second, which is English."""
    for mark in _BETWEEN.finditer(piece.text):
        again = opening_label(piece.passage.slice(mark.end()))
        if again is not None:
            yield replace(piece, label=again[0], passage=again[1])
            return
    yield piece


def _labelled(pieces: Iterator[Piece]) -> Iterator[Piece]:
    label = NOWHERE
    for piece in pieces:
        if opened := opening_label(piece.passage):
            yield from _in_two_languages(replace(piece, label=opened[0], passage=opened[1]))
            label = NOWHERE
        elif is_label(piece.passage) and piece.text.endswith(":"):
            if label:
                yield Piece(NOWHERE, label)
            label = piece.passage
        else:
            yield replace(piece, label=label)
            label = NOWHERE
    if label:
        yield Piece(NOWHERE, label)
