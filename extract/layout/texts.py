"""Lines of a text to the same blocks that pages give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from extract.layout.blocks import Block, BlockKind, joined
from extract.layout.labels import core, depth, follows, is_bullet, is_firm, is_label, tells_when
from extract.layout.pages import Layout
from extract.layout.passage import Passage
from extract.layout.text_numbers import bare_labels, with_labels
from extract.reading.page import Word
from extract.reading.text import TextFile, TextLine

# A line of at most this many words that ends like no sentence may be a heading.
HEADING_WORDS = 14

# Of the lines of a text that are broken at a width, so many are no longer than that; a text with
# a line of more characters has whole paragraphs in its lines.
_FULL, _WIDEST = 0.9, 160
# A line is broken where the next word would reach so much of the width: letters differ in theirs.
_ROOM = 0.94

# A heading reaches at most so much of the width.
_SHORT = 0.75

_CLOSED = re.compile(r"[.!?][)\"'”’]?$")
_ENDS = re.compile(r"[.;,!:?…][)\"'”’]?$")


def lay_out_text(file: TextFile) -> Layout:
    """The blocks of a text; a short line that stands alone is marked bold, as a heading is."""
    blocks: list[Block] = []
    lines = list(with_labels(file.lines))
    width = _wrapped_at(lines)
    above: TextLine | None = None
    words: list[Word] = []  # of the last block, which is made whole when the next one comes
    numbered = bare_labels(lines)
    for at, (line, below) in enumerate(zip_longest(lines, lines[1:])):
        block = _block(line, numbered=at in numbered)
        broken = width and above is not None and _is_broken(above, line, width)
        if below:
            after = _block(below, numbered=at + 1 in numbered)
            if _heads(words, block, line, after, width) and not _between(blocks, after):
                block = replace(block, bold=True)
        above = line
        if blocks and (
            _goes_on(blocks[-1], words, block, line)
            or (broken and _may_go_on(blocks[-1], words, block, line))
        ):
            words += block.passage.words
            continue
        if blocks:
            blocks[-1] = _whole(blocks[-1], words)
        blocks.append(block if line.blank_above else replace(block, close=True))
        words = list(block.passage.words)
    if blocks:
        blocks[-1] = _whole(blocks[-1], words)
    return Layout(tuple(blocks))


def _whole(block: Block, words: Sequence[Word]) -> Block:
    """A block with the words of the lines that go on with it."""
    if len(words) == len(block.passage.words):
        return block
    return replace(block, passage=Passage.of(words), bold=False)


def _block(line: TextLine, *, numbered: bool) -> Block:
    """A line as a block; `numbered` says that a number labels it, though no point closes it."""
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
    if numbered or (len(words) > 1 and is_label(words[0].text) and _opens_item(words)):
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


def _wrapped_at(lines: Sequence[TextLine]) -> int:
    """The characters that lines were broken at; 0 where each line is a paragraph."""
    lengths = sorted(_length(line) for line in lines)
    if not lengths or lengths[-1] > _WIDEST:
        return 0
    return lengths[int(_FULL * (len(lengths) - 1))]


def _length(line: TextLine) -> int:
    words = [word for cell in line.cells for word in cell]
    return words[-1].end - (line.bullet or words[0]).start


def _is_broken(above: TextLine, line: TextLine, width: int) -> bool:
    """Whether a line is broken off where the first word of the next had no room."""
    first = next(word for cell in line.cells for word in cell)
    return _length(above) + 1 + len(first.text) >= _ROOM * width


def _heads(above: Sequence[Word], block: Block, line: TextLine, after: Block, width: int) -> bool:
    """Whether a short line stands above what it heads, as no line of a paragraph or list does.

    Without a blank line above it, the one there ends like a sentence. What follows begins anew
    where its first word had room; below a numbered line it is the first of a level further down.
    """
    words = block.passage.words
    if block.kind is BlockKind.ROW or line.bullet or not _stands_alone(words):
        return False
    if block.label:
        return core(after.label.text) == f"{core(block.label.text)}.1"
    if width and _length(line) > _SHORT * width:
        return False
    if not line.blank_above and not _CLOSED.search(_end(above)):
        return False
    if after.kind is BlockKind.PARAGRAPH:
        return after.text[:1].isupper() and not _stands_alone(after.passage.words)
    return after.kind is BlockKind.ITEM


def _between(above: Sequence[Block], after: Block) -> bool:
    """Whether a line stands between two items of one list; numbers may run on below a heading."""
    if not (above and above[-1].label and after.label) or depth(after.label.text):
        return False
    return follows(above[-1].label.text, after.label.text)


def _may_go_on(before: Block, words: Sequence[Word], block: Block, line: TextLine) -> bool:
    """Whether a line can go on with the sentence above it, though it begins with a capital."""
    if block.kind is not BlockKind.PARAGRAPH or before.kind is BlockKind.ROW or line.heading:
        return False
    if not words or before.level or line.blank_above or line.bullet:
        return False
    return len(words) > HEADING_WORDS // 2 and not _ENDS.search(_end(words))


def _goes_on(before: Block, words: Sequence[Word], block: Block, line: TextLine) -> bool:
    """Whether a line only goes on the sentence above it, whose words are `words`."""
    if block.kind is not BlockKind.PARAGRAPH or before.kind is BlockKind.ROW or line.heading:
        return False
    if not words or before.level or not block.text[:1].islower():
        return False
    if line.blank_above and len(words) <= HEADING_WORDS:
        return False
    return not _ENDS.search(_end(words)) or words[-1].text.endswith(",")


def _end(words: Sequence[Word]) -> str:
    """The end of what some words say."""
    return " ".join(word.text for word in words[-2:])
