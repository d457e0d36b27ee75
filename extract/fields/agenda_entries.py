"""An agenda's blocks as entries: the number, the words in columns, and the pages cut out of them.

What an entry is (an item, a list inside one, a heading of a group, a note) is told by
`extract.fields.agenda_chain`, which sees them all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from extract.fields.agenda_entry import Entry, of_paragraph
from extract.fields.agenda_pages import pages_alone
from extract.fields.agenda_rows import Columns, columns_of, of_row
from extract.layout.blocks import Block, BlockKind
from extract.lexicon import fold, says

_RUNNING = says("agenda_running")
_BARE_RANGE = re.compile(r"(?<=\S)\s+(?P<first>\d{1,4})\s*[-–]\s*(?P<last>\d{1,4})$")
# Longest running head, in words.
_RUNNING_WORDS = 14
# How far left of the others a number in a column of pages may begin, in points.
_COLUMN_EDGE = 16.0


def entries_of(blocks: Sequence[Block]) -> list[Entry]:
    """The entries of an agenda's blocks, running heads left out."""
    running = _running_heads(blocks)
    edge = _page_edge(blocks)
    entries: list[Entry] = []
    columns: Columns = {}
    for block in blocks:
        if block.text in running or not (block.text or block.label):
            continue
        if block.kind is BlockKind.ROW:
            if headed := columns_of(block):
                columns = headed
            else:
                entries.append(of_row(block, columns))
        else:
            entries.append(_with_page_at(of_paragraph(block), edge))
    return _with_bare_ranges(entries)


def _running_heads(blocks: Sequence[Block]) -> frozenset[str]:
    """Lines that are printed again and again and name the agenda or the body."""
    counted = Counter(b.text for b in blocks if b.kind is BlockKind.PARAGRAPH)
    return frozenset(
        text
        for text, times in counted.items()
        if times > 1 and len(text.split()) <= _RUNNING_WORDS and _RUNNING.search(fold(text))
    )


def _page_edge(blocks: Sequence[Block]) -> float:
    """Where a column of bare page numbers begins, in points; infinite where there is none."""
    edges = [
        block.cells[-1][0].x0
        for block in blocks
        if block.kind is BlockKind.ROW and block.cells[-1] and pages_alone(block.cell(-1))
    ]
    return min(edges) - _COLUMN_EDGE if len(edges) > 1 and min(edges) > 0 else inf


def _with_page_at(entry: Entry, edge: float) -> Entry:
    """The entry, its last word cut off where it is a number in the column of pages."""
    last = entry.head.words[-1] if entry.head else None
    if last is None or entry.pages or entry.rest or last.x0 < edge or not last.text.isdigit():
        return entry
    return _cut_at(entry, entry.head.starts[-1])


def _cut_at(entry: Entry, cut: int) -> Entry:
    """The entry, what stands in its head from an offset on taken as its pages."""
    head, pages = entry.head.slice(0, cut), pages_alone(entry.head.slice(cut))
    return replace(entry, head=head, whole=head, pages=pages) if head else entry


def _with_bare_ranges(entries: list[Entry]) -> list[Entry]:
    """The entries, "61 - 80" at their ends taken as pages where several rise so without a word."""
    found = [
        (at, match)
        for at, entry in enumerate(entries)
        if not entry.pages and not entry.rest and (match := _BARE_RANGE.search(entry.head.text))
    ]
    spans = [(int(match["first"]), int(match["last"])) for _, match in found]
    rising = all(first <= last for first, last in spans) and all(
        before[1] <= after[0] for before, after in pairwise(spans)
    )
    if len(found) > 1 and rising:
        for at, match in found:
            entries[at] = _cut_at(entries[at], match.start())
    return entries
