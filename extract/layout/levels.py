"""Which of the headings that a file states are believed."""

from __future__ import annotations

import re

from extract.layout.blocks import Block

# Longest heading, in words, that a statement alone is believed for; a sentence is shorter.
HEADING_WORDS = 28
SENTENCE_WORDS = 6
# Larger than the usual text by this factor is set as a heading.
LARGER = 1.08

_SENTENCE_END = re.compile(r"[.;,][)\"'”’]?$")


def believed_level(stated: int, block: Block, usual: float) -> int:
    """The level stated for a block, or 0 where the block reads or looks like running text.

    Templates use heading styles to number paragraphs. `usual` is the size of most of the text.
    """
    words = len(block.passage.words)
    if not stated or words > HEADING_WORDS:
        return 0
    if words > SENTENCE_WORDS and _SENTENCE_END.search(block.text):
        return 0
    stands_out = block.bold or block.caps or block.size > LARGER * usual
    return 0 if block.label and not stands_out else stated
