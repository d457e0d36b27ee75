"""Paragraphs and tables of a marked-up file to the same blocks that pages give.

The file says what pages only show: where a paragraph ends, its heading level, its list number,
its cells. Where it does not, the rules of pages hold: a number typed before the text is a label,
words parted by a tab are a row, and `extract.layout.grid` says what the rows of a table become.

A heading style is not believed of a paragraph that reads or looks like running text: templates
use such styles to number paragraphs.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from extract.layout.blocks import Block, BlockKind, joined
from extract.layout.grid import row_blocks
from extract.layout.labels import is_bullet, is_firm, is_label, tells_when
from extract.layout.levels import believed_level
from extract.layout.pages import Layout
from extract.layout.passage import NOWHERE, Passage
from extract.layout.segments import ALIGNED
from extract.reading.marked import Element, MarkedFile, Paragraph, Segment, Table, paragraphs_of
from extract.reading.page import Word

# Longest first cell of a row that tabs alone make.
LABEL_WORDS = 16
# Longest label that opens a line without a tab behind it.
LINE_LABEL_WORDS = 4

_ENDS = re.compile(r"[.;,:!?…][)\"'”’]?$")
_OPENS_LINE = re.compile(r"\S*[@:]|https?|www\.")
_DASHES = frozenset("o§")

_Line = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    """What the paragraphs of a document are measured against."""

    usual: float  # size of most of the text, in points
    numbers: Iterator[int]  # of tables, from 1


def lay_out_marked(file: MarkedFile) -> Layout:
    """The blocks of a Word file or web page."""
    context = _Context(_usual_size(file), itertools.count(1))
    furniture = (Passage.of(p.label + p.words) for p in file.furniture)
    return Layout(tuple(_blocks(file.elements, context)), tuple(furniture), title=file.title)


def _usual_size(file: MarkedFile) -> float:
    sizes = [w.size for p in paragraphs_of(file.elements) for w in p.words if w.size]
    return median(sizes) if sizes else 0.0


def _blocks(elements: Iterable[Element], context: _Context) -> list[Block]:
    blocks: list[Block] = []
    for element in elements:
        if isinstance(element, Paragraph):
            for block in _paragraph_blocks(element, context):
                if blocks and _stands_below_value(blocks[-1], block):
                    blocks[-1] = _with_value(blocks[-1], block)
                else:
                    blocks.append(block)
            continue
        blocks += _table_blocks(element, context)
    return blocks


def _table_blocks(table: Table, context: _Context) -> list[Block]:
    """The blocks of a table; without lines around them its rows have no number, as on pages."""
    number = next(context.numbers)
    rows = [
        [[_moved(block, cell.left) for block in _blocks(cell.content, context)] for cell in row]
        for row in table.rows
    ]
    if _is_side_by_side(rows):
        return [block for row in rows for cell in row for block in cell]
    return [block for row in rows for block in row_blocks(row, number if table.ruled else 0)]


def _is_side_by_side(rows: Sequence[Sequence[Sequence[Block]]]) -> bool:
    """Whether a table only sets columns of text side by side, as the head of a letter does.

    It is one row, and even its first cell holds more than a label.
    """
    filled = [[cell for cell in row if cell] for row in rows]
    filled = [row for row in filled if row]
    return len(filled) == 1 and len(filled[0]) > 1 and len(filled[0][0]) > 1


def _moved(block: Block, by: float) -> Block:
    return replace(block, x0=block.x0 + by) if by else block


def _paragraph_blocks(paragraph: Paragraph, context: _Context) -> list[Block]:
    """The blocks of one paragraph: one, unless line breaks part it; a heading is one always."""
    segments = _filled(tuple(segment for line in paragraph.lines for segment in line))
    if paragraph.heading and not _is_label_and_value(segments):
        label, words = _label_of(segments, paragraph)
        block = _text_block(label, words, paragraph)
        return [replace(block, level=believed_level(paragraph.heading, block, context.usual))]
    first, *lines = _lines(paragraph)
    blocks = [_first_block(first, paragraph)]
    unlabelled = replace(paragraph, label=())
    for line in lines:
        last = blocks[-1]
        if last.kind is BlockKind.ROW and _goes_on_value(last, line, paragraph):
            words = tuple(word for segment in line for word in segment)
            blocks[-1] = _with_value(last, _text_block((), words, paragraph))
        else:
            blocks.append(_first_block(line, unlabelled))
    return blocks


def _lines(paragraph: Paragraph) -> list[_Line]:
    """The lines that hold words, those joined that only go on a sentence."""
    lines: list[_Line] = []
    blank = False
    for line in paragraph.lines:
        if not any(line):
            blank = True
            continue
        before = lines[-1] if lines and not blank else None
        if before is not None and len(line) == 1 and _goes_on(before[-1], line[0]):
            lines[-1] = (*before[:-1], before[-1] + line[0])
        else:
            lines.append(line)
        blank = False
    return lines


def _goes_on(before: Segment, segment: Segment) -> bool:
    """Whether a line break falls inside a sentence."""
    if not before or _ENDS.search(before[-1].text) or before[-1].bold != segment[0].bold:
        return False
    first = segment[0].text
    return first[:1].islower() and not _OPENS_LINE.match(first)


def _goes_on_value(row: Block, line: _Line, paragraph: Paragraph) -> bool:
    """Whether a line below a label and its value goes on the value: by tab, indent, or alone."""
    if not line[0] or paragraph.left > paragraph.first:
        return True
    labelled = any(word.text.endswith(":") for word in line[0][:LINE_LABEL_WORDS])
    return len(line) == 1 and not labelled and row.cell(0).text.endswith(":")


def _first_block(line: _Line, paragraph: Paragraph) -> Block:
    segments = _filled(line)
    label, words = _label_of(segments, paragraph)
    columns = ((paragraph.label,) if paragraph.label else ()) + segments
    most = 3 if paragraph.label and not segments[0][-1].text.endswith(":") else 2
    if len(columns) <= most and label:
        return _text_block(label, words, paragraph)
    if len(segments) > 1 and len(segments[0]) <= LABEL_WORDS:
        return _row_block(columns, paragraph)
    return _text_block(label, words, paragraph)


def _is_label_and_value(segments: _Line) -> bool:
    return len(segments) == 2 and segments[0][-1].text.endswith(":")


def _filled(line: _Line) -> _Line:
    return tuple(segment for segment in line if segment)


def _label_of(segments: _Line, paragraph: Paragraph) -> tuple[Segment, Segment]:
    """The label and the rest; a list label that is no number ("Appendix 1") stays in the text."""
    words = tuple(word for segment in segments for word in segment)
    if paragraph.label:
        if len(paragraph.label) == 1 and is_label(paragraph.label[0].text):
            return paragraph.label, words
        return (), paragraph.label + words
    first = words[0]
    if len(words) == 1 or not is_label(first.text) or tells_when(first.text, words[1].text):
        return (), words
    if len(segments[0]) == 1 or _opens_item(words):
        return (replace(first, x0=paragraph.first),), words[1:]
    return (), words


def _opens_item(words: Sequence[Word]) -> bool:
    """Whether a typed number with only a space behind it is the label of an item."""
    first = words[0].text
    if is_bullet(first):
        return first not in _DASHES
    if is_firm(first):
        return not (first.endswith(".") and len(first) > 4 and first[:-1].isdigit())
    return first.isdigit() and len(first) < 3 and _bold(words)


def _text_block(label: Segment, words: Segment, paragraph: Paragraph) -> Block:
    return Block(
        BlockKind.ITEM if label else BlockKind.PARAGRAPH,
        Passage.of(words),
        label=Passage.of(label),
        x0=label[0].x0 if label else paragraph.first,
        size=median(word.size for word in words),
        bold=_bold(words),
        run_in=_run_in(words),
    )


def _row_block(segments: _Line, paragraph: Paragraph) -> Block:
    cells = tuple((_text_block((), segment, paragraph),) for segment in segments)
    # what stands below the value starts where its first line does: at the hanging indent
    value = replace(cells[-1][0], x0=max(paragraph.left, paragraph.first))
    cells = (*cells[:-1], (value,))
    return Block(
        BlockKind.ROW,
        Passage.join([joined(cell) for cell in cells]),
        cells=cells,
        x0=paragraph.first,
        size=cells[0][0].size,
        bold=all(cell[0].bold for cell in cells),
    )


def _stands_below_value(row: Block, block: Block) -> bool:
    """Whether a paragraph goes on the value of the label above, by its indent alone."""
    if row.kind is not BlockKind.ROW or block.kind is not BlockKind.PARAGRAPH or row.table:
        return False
    if len(row.cells) != 2 or not row.cell(0).text.endswith(":") or block.level:
        return False
    edge = row.cells[1][0].x0
    return edge > row.x0 + 2 * row.size and abs(block.x0 - edge) <= ALIGNED


def _with_value(row: Block, block: Block) -> Block:
    """The row with one more paragraph in its last cell."""
    cells = (*row.cells[:-1], (*row.cells[-1], block))
    return replace(row, cells=cells, passage=Passage.join([joined(cell) for cell in cells]))


def _bold(words: Sequence[Word]) -> bool:
    lettered = [w.bold for w in words if any(c.isalnum() for c in w.text)]
    return bool(lettered) and all(lettered)


def _run_in(words: Sequence[Word]) -> Passage:
    """The bold words that open a paragraph which goes on in plain type."""
    opening = tuple(itertools.takewhile(lambda word: word.bold, words))
    if len(opening) == len(words) or not any(c.isalpha() for w in opening for c in w.text):
        return NOWHERE
    return Passage.of(opening)
