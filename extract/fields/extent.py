"""Where a report ends: its appendices, when they are bound into the same file, begin a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.blocks import Block, BlockKind
from extract.layout.pages import Layout

_APPENDIX = re.compile(
    r"(?:(?:exempt|confidential) )?(?:appendix|annexe?|atodiad|schedule)\s+(?:[A-Z]|\d{1,2}|[IVX]+)\b.{0,90}",
    re.IGNORECASE,
)


def without_appendices(layout: Layout) -> Layout:
    """The layout up to the first page that opens with the heading of an appendix."""
    for at, block in enumerate(layout.blocks):
        if at and _opens_appendix(layout.blocks, at) and block.page > 1:
            return replace(layout, blocks=layout.blocks[:at])
    return layout


def _opens_appendix(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    if block.kind is not BlockKind.PARAGRAPH or not _APPENDIX.fullmatch(block.text):
        return False
    before = next((b.page for b in reversed(blocks[:at]) if b.page), 0)
    return block.passage.page > before and len(block.passage.words) <= 16
