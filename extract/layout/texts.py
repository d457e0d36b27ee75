"""Lines of a text to the same blocks that pages give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.blocks import Block, BlockKind, joined
from extract.layout.labels import is_bullet, is_firm, is_label, tells_when
from extract.layout.pages import Layout
from extract.layout.passage import Passage
from extract.reading.page import Word
from extract.reading.text import TextFile, TextLine

# A line of at most this many words that ends like no sentence may be a heading.
HEADING_WORDS = 14

_ENDS = re.compile(r"[.;,!:?…][)\"'”’]?$")


def lay_out_text(file: TextFile) -> Layout:
    """The blocks of a text; a short line that stands alone is marked bold, as a heading is."""
    blocks: list[Block] = []
    for line in file.lines:
        block = _block(line)
        if blocks and _goes_on(blocks[-1], block, line):
            before = blocks[-1]
            blocks[-1] = replace(
                before,
                passage=Passage.of(before.passage.words + block.passage.words),
                bold=False,
            )
            continue
        blocks.append(block if line.blank_above else replace(block, close=True))
    return Layout(tuple(blocks))


def _block(line: TextLine) -> Block:
    filled = [cell for cell in line.cells if cell]
    label: tuple[Word, ...] = (line.bullet,) if line.bullet else ()
    if len(filled) == 2 and len(filled[0]) == 1 and _is_item_label(filled[0][0].text):
        return _item(filled[0], filled[1])
    if len(filled) > 1:
        cells = tuple((_paragraph(cell),) if cell else () for cell in line.cells)
        return Block(BlockKind.ROW, Passage.join([joined(cell) for cell in cells]), cells=cells)
    words = filled[0]
    if label:
        return _item(label, words)
    if len(words) > 1 and is_label(words[0].text) and _opens_item(words):
        return replace(_item(words[:1], words[1:]), level=line.heading)
    return replace(
        _paragraph(words),
        level=line.heading,
        bold=(line.blank_above or line.tabbed) and _stands_alone(words),
    )


def _is_item_label(text: str) -> bool:
    return is_label(text) and (is_firm(text) or is_bullet(text) or len(text) <= 2)


def _opens_item(words: Sequence[Word]) -> bool:
    first = words[0].text
    if tells_when(first, words[1].text):
        return False
    if is_bullet(first):
        return first not in "o§"
    return is_firm(first) and not (first.endswith(".") and len(first) > 4 and first[:-1].isdigit())


def _item(label: Sequence[Word], words: Sequence[Word]) -> Block:
    return Block(BlockKind.ITEM, Passage.of(words), label=Passage.of(label))


def _paragraph(words: Sequence[Word]) -> Block:
    return Block(BlockKind.PARAGRAPH, Passage.of(words))


def _stands_alone(words: Sequence[Word]) -> bool:
    text = " ".join(word.text for word in words)
    if len(words) > HEADING_WORDS or not text[:1].isupper():
        return False
    if ": " in text or "? " in text:  # a label with its value
        return False
    return not _ENDS.search(text) or text.endswith((":", "?"))


def _goes_on(before: Block, block: Block, line: TextLine) -> bool:
    """Whether a line only goes on the sentence above it."""
    if block.kind is not BlockKind.PARAGRAPH or before.kind is BlockKind.ROW or line.heading:
        return False
    if not before.text or before.level or not block.text[:1].islower():
        return False
    if line.blank_above and len(before.passage.words) <= HEADING_WORDS:
        return False
    return not _ENDS.search(before.text) or before.text.endswith(",")
