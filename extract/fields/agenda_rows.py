"""Rows of an agenda to entries: tables of items with a head row, and words side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.dates import find_times
from extract.fields.agenda_entry import (
    BELOW,
    SMALLER,
    Entry,
    letter_alone,
    number_alone,
    opening_number,
    with_words,
)
from extract.fields.agenda_pages import cut_pages, names_pages, pages_alone
from extract.fields.meeting_lines import whole_passage
from extract.layout.blocks import Block
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold_heading, says

# What each column of a table holds, by its place.
Columns = Mapping[int, str]

_PARTS = {
    part: says(f"agenda_column_{part}") for part in ("pages", "secrecy", "number", "title", "aside")
}
_LETTER = re.compile(r"[A-H][.)]")
# Longest head cell of a table, and longest cell that is a time, in words.
_HEAD_WORDS, _CLOCK_WORDS = 5, 4
# White space between two lines of one paragraph, in sizes of the print, at most.
_TIGHT = 0.7


def columns_of(row: Block) -> Columns:
    """What each column holds, if a row is the head of a table of items."""
    found: dict[int, str] = {}
    for at in range(len(row.cells)):
        cell = row.cell(at)
        if not cell:
            continue
        key = fold_heading(cell.text)
        part = next((part for part, words in _PARTS.items() if words.fullmatch(key)), None)
        if part is None or len(cell.words) > _HEAD_WORDS:
            return {}
        found[at] = part
    return found if len(found) > 1 else {}


def of_row(block: Block, columns: Columns) -> Entry:
    """A row of a table, or words that only stand side by side."""
    cells = [_cell(block, at) for at in range(len(block.cells))]
    filled = [at for at, cell in enumerate(cells) if cell]
    entry = Entry(block, whole=cut_pages(Passage.join(cells, " "))[0])
    asides = [at for at in filled if columns.get(at) == "aside" or _is_time(cells[at])]
    first = next((at for at in filled if at not in asides), None)
    if first is not None and (number := number_alone(cells[first])):
        entry = replace(entry, number=number[0], said=number[1])
        filled.remove(first)
    elif first is not None and (letter := letter_alone(cells[first])):
        entry = replace(entry, letter=letter)
        filled.remove(first)
    elif first is not None and len(filled) > 1 and _LETTER.fullmatch(cells[first].text):
        filled.remove(first)  # "B. | Items for decision"
        cells[filled[0]] = Passage.join([cells[first], cells[filled[0]]], " ")
    elif first is not None:
        opened, said, words = opening_number(cells[first])
        entry = replace(entry, number=opened, said=said)
        cells[first] = words
    paged = _pages_cell(cells, filled, columns)
    secret = next((at for at in filled if columns.get(at) == "secrecy"), None)
    filled = [at for at in filled if at not in (paged, secret)]
    title = _title_cell(filled, columns, asides)
    others = [cells[at] for at in filled if at != title]
    entry = with_words(
        block,
        entry.whole,
        cells[title] if title is not None else NOWHERE,
        number=entry.number,
        letter=entry.letter,
        said=entry.said,
    )
    return replace(
        entry,
        rest=(*entry.rest, *others),
        pages=entry.pages if paged is None else pages_alone(cells[paged]),
        secrecy=NOWHERE if secret is None else cells[secret],
    )


def _is_time(cell: Passage) -> bool:
    return len(cell.words) <= _CLOCK_WORDS and bool(find_times(cell.text))


def _pages_cell(cells: Sequence[Passage], filled: Sequence[int], columns: Columns) -> int | None:
    """Which of the filled cells gives the pages: by its words, its column, or as the last."""
    for at in reversed(filled):
        stands = columns.get(at) == "pages" or (at == filled[-1] and len(filled) > 1)
        if names_pages(cells[at]) or (stands and pages_alone(cells[at])):
            return at
    return None


def _title_cell(filled: Sequence[int], columns: Columns, asides: Sequence[int]) -> int | None:
    """Which of the filled cells is the title: the column so headed, else one headed as nothing."""
    titled = [at for at in filled if columns.get(at) == "title"]
    nameless = [at for at in filled if columns and at not in columns]
    other = [at for at in filled if at not in asides]
    return next(iter([*titled, *nameless, *other, *filled]), None)


def _cell(row: Block, at: int) -> Passage:
    """A cell's paragraphs with their labels; short lines of one paragraph are joined."""
    parts: list[Passage] = []
    before: Block | None = None
    for block in row.cells[at]:
        words = whole_passage(block)
        if before is not None and _goes_on(before, block):
            parts[-1] = Passage.run_on([parts[-1], words])
        else:
            parts.append(words)
        before = block
    text = Passage.join(parts)
    return text if any(c.isalnum() for c in text.text) else NOWHERE


def _goes_on(above: Block, below: Block) -> bool:
    """Whether a line of a narrow cell goes on with the one right above it."""
    if not below.page or below.label or below.gap > _TIGHT * below.size:
        return False
    alike = above.bold is below.bold and abs(above.size - below.size) < SMALLER
    return alike and not above.text.endswith((".", ":")) and not BELOW.match(below.text)
