"""Where a report ends: what is bound into the same file behind it begins a page.

Appendices do, and printed e-mails; drawings between the report and these belong to them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from extract.fields.nodes import Outline
from extract.fields.outline import outline_of
from extract.layout.blocks import Block, BlockKind
from extract.layout.pages import Layout
from extract.lexicon import fold_heading, wording

_APPENDIX = re.compile(
    rf"(?:{wording('secrecy')} )?{wording('attachment')}\s+"
    r"(?P<label>[A-Z]|\d{1,2}|[IVX]+)\b.{0,90}",
    re.IGNORECASE,
)


# Lines that head a printed e-mail; three of them among the first of a page make one.
_MAIL = re.compile(r"(?:from|sent|to|cc|date|subject):", re.IGNORECASE)
_MAIL_WITHIN, _MAIL_LINES = 7, 3
# Fewest words of a paragraph that says something; a drawing has none.
_PROSE_WORDS = 8


def own_part(layout: Layout, headed: Collection[int] = ()) -> tuple[Layout, Outline]:
    """The report itself, up to the first page that opens what is bound in behind it.

    The heading may stand in the running head of the appendix's pages; `headed` are pages that
    somebody has seen to bear one at the top. Where the report states no
    implications and its first appendix does (some councils bind them in so), that one belongs.
    """
    starts = appendix_starts(layout, headed)
    mail = _first_mail(layout.blocks)
    if mail is not None and (not starts or mail < starts[0]):
        return _up_to(layout, _without_drawings(layout.blocks, mail) or mail)
    if not starts:
        return layout, outline_of(layout.blocks)
    own, outline = _up_to(layout, starts[0])
    after = starts[1] if len(starts) > 1 else len(layout.blocks)
    if not _states(outline) and _states(outline_of(layout.blocks[starts[0] : after])) > 1:
        return _up_to(layout, after)
    return own, outline


def _up_to(layout: Layout, end: int) -> tuple[Layout, Outline]:
    blocks = layout.blocks[:end]
    return replace(layout, blocks=blocks), outline_of(blocks)


def _first_mail(blocks: Sequence[Block]) -> int | None:
    """The place of the block with which the first page that holds an e-mail begins."""
    for at in range(1, len(blocks)):
        if blocks[at].page <= max(blocks[at - 1].page, blocks[at - 1].passage.last_page):
            continue
        opening = [b for b in blocks[at : at + _MAIL_WITHIN] if b.page == blocks[at].page]
        if sum(bool(_MAIL.match(block.text)) for block in opening) >= _MAIL_LINES:
            return at
    return None


def _without_drawings(blocks: Sequence[Block], end: int) -> int:
    """`end` moved up over pages on which nothing is said."""
    while end:
        page = blocks[end - 1].page
        first = next(at for at, block in enumerate(blocks) if block.page == page)
        if any(len(block.passage.words) >= _PROSE_WORDS for block in blocks[first:end]):
            break
        end = first
    return end


def _states(outline: Outline) -> int:
    """How many implications some sections state."""
    return sum(bool(node.types) for node in outline.nodes)


def appendix_starts(layout: Layout, headed: Collection[int] = ()) -> list[int]:
    """The places of the blocks with which appendices begin; see `own_part`."""
    headed = {*headed, *_first_of_running(layout)}
    starts: list[int] = []
    for at, block in enumerate(layout.blocks):
        first_of_page = at and block.page > layout.blocks[at - 1].page
        if (first_of_page and block.page in headed) or (at and _opens_appendix(layout.blocks, at)):
            starts.append(at)
    return starts


def _first_of_running(layout: Layout) -> Iterator[int]:
    """The first pages of those on which a running head or foot has the label of an appendix."""
    last = ""
    for words in sorted(layout.furniture, key=lambda words: words.page):
        found = _APPENDIX.fullmatch(words.text)
        if found is None or words.page <= 1:
            continue
        if found["label"] != last:
            yield words.page
        last = found["label"]


def _opens_appendix(blocks: Sequence[Block], at: int) -> bool:
    block, before = blocks[at], blocks[at - 1]
    if block.kind is not BlockKind.PARAGRAPH or not _APPENDIX.fullmatch(block.text):
        return False
    if block.page <= 1 or block.page <= max(before.page, before.passage.last_page):
        return False
    if _APPENDIX.match(before.text) or fold_heading(before.text).startswith(("appendi", "annex")):
        return False  # the list of appendices, broken over the page
    alone = len(block.passage.words) <= 3
    return len(block.passage.words) <= 16 and (alone or block.bold or block.caps)
