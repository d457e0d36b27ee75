"""Where a report ends: its appendices, when they are bound into the same file, begin a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.blocks import Block, BlockKind
from extract.layout.pages import Layout
from extract.lexicon import fold_heading, wording

_APPENDIX = re.compile(
    rf"(?:{wording('secrecy')} )?{wording('attachment')}\s+(?:[A-Z]|\d{{1,2}}|[IVX]+)\b.{{0,90}}",
    re.IGNORECASE,
)


def without_appendices(layout: Layout) -> Layout:
    """The layout up to the first page that opens with the heading of an appendix.

    The heading may stand in the running head of the appendix's pages.
    """
    headed = [f.page for f in layout.furniture if f.page > 1 and _APPENDIX.fullmatch(f.text)]
    first = min(headed, default=0)
    for at, block in enumerate(layout.blocks):
        if (first and block.page >= first) or (at and _opens_appendix(layout.blocks, at)):
            return replace(layout, blocks=layout.blocks[:at]) if at else layout
    return layout


def _opens_appendix(blocks: Sequence[Block], at: int) -> bool:
    block, before = blocks[at], blocks[at - 1]
    if block.kind is not BlockKind.PARAGRAPH or not _APPENDIX.fullmatch(block.text):
        return False
    if block.page <= 1 or block.page <= max(before.page, before.passage.last_page):
        return False
    if "implication" in block.text.casefold():
        return False  # a report may set its implications out in an appendix: they are its own
    if _APPENDIX.match(before.text) or fold_heading(before.text).startswith(("appendi", "annex")):
        return False  # the list of appendices, broken over the page
    alone = len(block.passage.words) <= 3
    return len(block.passage.words) <= 16 and (alone or block.bold or block.caps)
