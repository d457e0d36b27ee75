"""Labels that nothing parts from their values: "Report title Repairs to the pier".

In a text that was taken from a form, the columns of its front stand in one line, with one space
between label and value. A line alone could be a title; several such lines together are a form.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.blocks import Block, BlockKind
from extract.layout.passage import Passage
from extract.lexicon import fold_heading, lexicon

#: Most words of such a label, and of the line.
_LABEL_WORDS, _LINE_WORDS = 4, 30
#: Fewest lines of a form, and how far around one the others stand.
_LEAST, _AROUND = 3, 4


def unparted(blocks: Sequence[Block], at: int) -> tuple[Passage, Passage] | None:
    """The label and value of a line, if it and those around it are lines of a form."""
    found = _parted(blocks[at])
    if found is None:
        return None
    near = blocks[max(0, at - _AROUND) : at + _AROUND + 1]
    return found if sum(_parted(block) is not None for block in near) >= _LEAST else None


def _parted(block: Block) -> tuple[Passage, Passage] | None:
    passage = block.passage
    words = passage.words
    if block.kind is not BlockKind.PARAGRAPH or not words or words[0].start < 0:
        return None
    if len(words) > _LINE_WORDS or ":" in passage.text[:40] or not words[0].text[:1].isupper():
        return None
    for count in range(min(_LABEL_WORDS, len(words) - 1), 0, -1):
        value = words[count].text
        if not (value[:1].isupper() or value[:1].isdigit()):
            continue
        label = Passage.of(words[:count])
        key = fold_heading(label.text)
        if lexicon().fields(key) and lexicon().label_confidence(key) is None:
            return label, passage.slice(len(label.text))
    return None
