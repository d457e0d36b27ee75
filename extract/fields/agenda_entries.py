"""An agenda's blocks as entries: the number, the words in columns, and the pages cut out of them.

What an entry is (an item, a list inside one, a heading of a group, a note) is told by
`extract.fields.agenda_chain`, which sees them all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from extract.fields.agenda_pages import (
    NO_PAGES,
    PrintedPages,
    cut_pages,
    names_pages,
    pages_alone,
)
from extract.fields.meeting_lines import whole_passage
from extract.layout.blocks import Block, BlockKind
from extract.layout.labels import is_bullet, is_day
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, fold_heading, says, wording

# "7", "7.", "7a", "10(a)", "7.1", "(7)", "A1", "24/101", "101/24".
NUMBER = (
    r"\(?(?P<number>[A-Z]{0,2}\d{1,3}(?:\.\d{1,2})?(?:\s?\([a-z]{1,3}\)|[A-Za-z])?"
    r"|\d{1,4}/\d{2,4}(?:/\d{1,3})?)[.):]{0,2}"
)
_WORD = rf"(?P<word>{wording('agenda_item_label')}\s*)"
_NUMBERED = re.compile(rf"{_WORD}?{NUMBER}", re.IGNORECASE)
_OPENS = re.compile(rf"{_WORD}?{NUMBER}(?:\s*[-–—:]\s+|\s+|$)", re.IGNORECASE)
_HALF = re.compile(r"(?:[ap]\.?\s?m\b|hours?\b|hrs\b|noon\b|o['’]clock)", re.IGNORECASE)
# Longest head cell of a table, and longest running head, in words.
_HEAD_WORDS, _RUNNING_WORDS = 5, 14
# How far left of the others a number in a column of pages may begin, in points.
_COLUMN_EDGE = 16.0
_COLUMNS = {
    part: says(f"agenda_column_{part}") for part in ("pages", "secrecy", "number", "title", "aside")
}
_RUNNING = says("agenda_running")


@dataclass(frozen=True, slots=True)
class Entry:
    """One block of an agenda, its parts told apart."""

    block: Block
    whole: Passage = NOWHERE  # all its words with its label, the pages cut out
    number: Passage = NOWHERE  # as printed, without what closes it
    head: Passage = NOWHERE  # the words that may be a title
    rest: tuple[Passage, ...] = ()  # what follows them in the same block: text, other columns
    pages: PrintedPages = NO_PAGES
    secrecy: Passage = NOWHERE  # the cell of a column that says who may read it
    bold: bool = False  # its head is
    said: bool = False  # a word ("Item 7") says that the number is one

    @property
    def words(self) -> Passage:
        """All that it says beside number and pages."""
        return Passage.join([self.head, *self.rest])

    @property
    def x0(self) -> float:
        """The left edge of its words, in points; 0 for text."""
        return self.head.words[0].x0 if self.head else self.block.x0


def entries_of(blocks: Sequence[Block]) -> list[Entry]:
    """The entries of an agenda's blocks, running heads left out."""
    running = _running_heads(blocks)
    edge = _page_edge(blocks)
    entries: list[Entry] = []
    columns: Mapping[int, str] = {}
    for block in blocks:
        if block.text in running or not (block.text or block.label):
            continue
        if block.kind is BlockKind.ROW:
            headed = _columns(block)
            if headed:
                columns = headed
                continue
            entries.append(_of_row(block, columns))
        else:
            entries.append(_with_page_at(_of_paragraph(block), edge))
    return entries


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
    cut = entry.head.starts[-1]
    head, pages = entry.head.slice(0, cut), pages_alone(entry.head.slice(cut))
    return replace(entry, head=head, whole=head, pages=pages) if head else entry


def _running_heads(blocks: Sequence[Block]) -> frozenset[str]:
    """Lines that are printed again and again and name the agenda or the body."""
    counted = Counter(b.text for b in blocks if b.kind is BlockKind.PARAGRAPH)
    return frozenset(
        text
        for text, times in counted.items()
        if times > 1 and len(text.split()) <= _RUNNING_WORDS and _RUNNING.search(fold(text))
    )


def _of_paragraph(block: Block) -> Entry:
    """A paragraph, or an item whose label may be the number."""
    label = block.label
    entry = Entry(block, whole=cut_pages(whole_passage(block))[0])
    if label and (found := _NUMBERED.fullmatch(label.text)) and not _is_clock(label, block.passage):
        number = label.slice(*found.span("number"))
        return _with_words(
            replace(entry, number=number, said=found["word"] is not None), block.passage
        )
    if label and not is_bullet(label.text):
        return _with_words(entry, whole_passage(block))
    number, said, words = opening_number(block.passage)
    return _with_words(replace(entry, number=number, said=said), words)


def opening_number(passage: Passage) -> tuple[Passage, bool, Passage]:
    """The number that opens a line, whether a word says that it is an item's, and the rest."""
    found = _OPENS.match(passage.text)
    rest = passage.slice(found.end()) if found else passage
    if found is None or (found["word"] is None and not rest):
        return NOWHERE, False, passage
    number = passage.slice(*found.span("number"))
    if found["word"] is None and (_is_clock(number, rest) or not rest.text[:1].isupper()):
        return NOWHERE, False, passage
    return number, found["word"] is not None, rest


def _is_clock(number: Passage, rest: Passage) -> bool:
    """Whether a number is the time of day, or the day of a date."""
    first = rest.words[0].text if rest.words else ""
    return bool(_HALF.match(rest.text)) or is_day(number.text.rstrip("."), first)


def _with_words(entry: Entry, words: Passage) -> Entry:
    words, pages = cut_pages(words)
    head, rest = _cut_head(words)
    return replace(
        entry,
        head=head,
        rest=(rest,) if rest else (),
        pages=pages,
        bold=bool(head) and all(word.bold for word in head.words),
    )


def _cut_head(passage: Passage) -> tuple[Passage, Passage]:
    """The words in bold that open a passage and those after them; or its first paragraph."""
    end = passage.text.find("\n\n")
    bold = 0
    while bold < len(passage.words) and passage.words[bold].bold:
        bold += 1
    if 0 < bold < len(passage.words):
        cut = passage.starts[bold]
        if any(c.isalnum() for c in passage.text[cut:]) and (end < 0 or cut < end):
            return passage.slice(0, cut), passage.slice(cut)
    return (passage, NOWHERE) if end < 0 else (passage.slice(0, end), passage.slice(end))


def _columns(row: Block) -> Mapping[int, str]:
    """What each column holds, if a row is the head of a table of items."""
    found: dict[int, str] = {}
    for at in range(len(row.cells)):
        cell = row.cell(at)
        if not cell:
            continue
        key = fold_heading(cell.text)
        part = next((part for part, words in _COLUMNS.items() if words.fullmatch(key)), None)
        if part is None or len(cell.words) > _HEAD_WORDS:
            return {}
        found[at] = part
    return found if len(found) > 1 else {}


def _of_row(block: Block, columns: Mapping[int, str]) -> Entry:
    """A row of a table, or words that only stand side by side."""
    cells = [_cell(block, at) for at in range(len(block.cells))]
    filled = [at for at, cell in enumerate(cells) if cell]
    entry = Entry(block, whole=cut_pages(Passage.join(cells, " "))[0])
    if filled and (number := _number_cell(cells[filled[0]])):
        entry = replace(entry, number=number[0], said=number[1])
        filled = filled[1:]
    elif filled:
        number_in, said, words = opening_number(cells[filled[0]])
        entry = replace(entry, number=number_in, said=said)
        cells[filled[0]] = words
    pages = NOWHERE
    for at in reversed(filled):
        stands = columns.get(at) == "pages" or (at == filled[-1] and len(filled) > 1)
        if names_pages(cells[at]) or (stands and pages_alone(cells[at])):
            pages = cells[at]
            filled.remove(at)
            break
    secrecy = next((at for at in filled if columns.get(at) == "secrecy"), None)
    if secrecy is not None:
        filled.remove(secrecy)
    title = next((at for at in filled if columns.get(at) == "title"), filled[0] if filled else None)
    others = [cells[at] for at in filled if at != title]
    with_words = _with_words(entry, cells[title] if title is not None else NOWHERE)
    return replace(
        with_words,
        rest=(*with_words.rest, *others),
        pages=pages_alone(pages) if pages else with_words.pages,
        secrecy=cells[secrecy] if secrecy is not None else NOWHERE,
    )


def _cell(row: Block, at: int) -> Passage:
    """A cell's paragraphs with their labels."""
    parts: list[Passage] = []
    for block in row.cells[at]:
        label = block.label if block.label and not is_bullet(block.label.text) else NOWHERE
        parts.append(Passage.join([label, block.passage], " "))
    return Passage.join(parts)


def _number_cell(cell: Passage) -> tuple[Passage, bool] | None:
    """The number that a cell is, and whether a word says so."""
    found = _NUMBERED.fullmatch(cell.text)
    if found is None:
        return None
    return cell.slice(*found.span("number")), found["word"] is not None
