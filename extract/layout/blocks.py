"""Blocks: what a reader of the page sees as one thing — a paragraph, an item, a row of a grid."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from extract.layout.passage import NOWHERE, Passage

SMALL: Final = 0.1
"""Largest share of small letters in what is printed in capitals."""


class BlockKind(Enum):
    """What a block is by its looks; what it means is decided above."""

    PARAGRAPH = "paragraph"  # also headings: they are paragraphs with a style
    ITEM = "item"  # has a printed label or bullet
    ROW = "row"  # cells side by side


@dataclass(slots=True, unsafe_hash=True)
class Block:
    """One block in reading order.

    `passage` leaves the label out; of a row it holds all cells. Lengths are PDF points and zero
    for text input. Nobody changes one; it is not frozen for the reason that a word is not.
    """

    kind: BlockKind
    passage: Passage
    label: Passage = NOWHERE
    cells: tuple[tuple[Block, ...], ...] = ()
    page: int = 0
    x0: float = 0.0  # left edge of the label, or of the text where there is none
    size: float = 0.0
    bold: bool = False  # every word of it is bold
    run_in: Passage = NOWHERE  # bold words that open it, if it goes on plain
    level: int = 0  # heading level stated by the source (Markdown, structure tree); 0 if none
    gap: float = 0.0  # white space above it
    close: bool = False  # a line of a text with no blank line above it
    table: int = 0  # number of the table that a row belongs to; 0 for rows made by gaps alone

    @property
    def text(self) -> str:
        """Its text, without the label."""
        return self.passage.text

    @property
    def caps(self) -> bool:
        """Whether it is printed in capitals."""
        text = self.passage.text
        if sum(map(str.islower, text[: len(text) // 4 + 8])) > SMALL * len(text):
            return False  # the beginning of a paragraph tells
        letters = [c for c in text if c.isalpha()]
        return len(letters) >= 3 and sum(map(str.isupper, letters)) >= (1 - SMALL) * len(letters)

    def cell(self, at: int) -> Passage:
        """The text of one cell of a row."""
        return joined(self.cells[at]) if at < len(self.cells) else Passage()

    def lines(self) -> list[Passage]:
        """The passage's printed lines."""
        return split_lines(self.passage)

    def guessed(self, confidence: float) -> Block:
        """The block, all of it read under a label or heading that was only guessed at."""
        return replace(
            self,
            passage=replace(self.passage, confidence=confidence),
            label=replace(self.label, confidence=confidence),
            run_in=replace(self.run_in, confidence=confidence),
            cells=tuple(tuple(part.guessed(confidence) for part in cell) for cell in self.cells),
        )


def joined(blocks: tuple[Block, ...] | list[Block]) -> Passage:
    """The text of several blocks as paragraphs."""
    if len(blocks) == 1:  # of nearly all cells
        return blocks[0].passage
    return Passage.join([block.passage for block in blocks])


def split_lines(passage: Passage) -> list[Passage]:
    """A passage's printed lines (its paragraphs, for text input)."""
    if not passage.words or passage.words[0].page == 0:
        return [Passage.join([part]) for part in paragraphs(passage)]
    text, starts = passage.text, passage.starts
    cuts = [
        starts[at]
        for at, (before, word) in enumerate(itertools.pairwise(passage.words), 1)
        if (
            word.top > before.bottom - 0.3 * before.size
            or word.x0 < before.x0 - before.size
            or word.page != before.page
        )
        and text[starts[at] - 1].isspace()  # no word goes on over the line
    ]
    if not cuts:
        return [line] if (line := passage.slice(0)) else []
    ends = itertools.pairwise((0, *cuts, len(text)))
    return [line for a, b in ends if (line := passage.slice(a, b))]


def paragraphs(passage: Passage) -> list[Passage]:
    """The passage's paragraphs."""
    parts: list[Passage] = []
    at = 0
    for part in passage.text.split("\n\n"):
        if piece := passage.slice(at, at + len(part)):
            parts.append(piece)
        at += len(part) + 2
    return parts
