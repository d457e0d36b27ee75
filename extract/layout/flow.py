"""Lines to blocks, for one column of text: the page's own, or that of one cell.

A line goes on the block before it when it stands close below, looks the same, and the line before
was full (its first word would not have fitted there). Labels and column gaps start new blocks.
Two segments side by side are a row; lines that stand under one of its columns belong to that cell.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from extract.layout.blocks import Block, BlockKind, joined
from extract.layout.labels import is_bullet, is_day, is_firm, is_label
from extract.layout.lines import COLUMN_GAP_EM, Line
from extract.layout.passage import Passage
from extract.reading.page import Word

# A gap this wide (ems) parts columns by itself; narrower ones need a colon or an aligned neighbour.
SURE_COLUMN_EM = 1.9
# Words that no line ends with of its own will.
HANGING = frozenset({"and", "of", "for", "the", "&", "to", "in", "with", "or", "a", "an", "by"})
# Columns are the same when their left edges agree within this many points.
ALIGNED = 3.0


@dataclass(slots=True)
class _Open:
    """A block that is being built."""

    lines: list[tuple[Word, ...]]
    first: Line
    last: Line
    label: tuple[Word, ...] = ()
    columns: list[list[list[tuple[Word, ...]]]] = field(default_factory=list)
    column_x: list[float] = field(default_factory=list)
    gap: float = 0.0
    bold: bool = False


def flow_blocks(lines: Sequence[Line], right: float | Sequence[float] | None = None) -> list[Block]:
    """The blocks of a column of lines.

    `right` is its right edge in points, or that of each line, where it is known.
    """
    if not lines:
        return []
    pitch = _usual_gap(lines)
    if right is None:
        right = right_edge(lines)
    edges = [right] * len(lines) if isinstance(right, float | int) else right
    blocks: list[Block] = []
    current: _Open | None = None
    for at, line in enumerate(lines):
        segments = _columns(line, lines[at - 1] if at else None, lines[at + 1 : at + 2])
        if current is not None and _goes_on(current, line, segments, pitch, edges[at]):
            _append(current, line, segments)
            continue
        if current is not None:
            blocks.append(_close(current))
        gap = line.top - current.last.bottom if current is not None else 0.0
        current = _start(line, segments, gap)
    if current is not None:
        blocks.append(_close(current))
    return _rows_with_paragraphs(blocks)


def _rows_with_paragraphs(blocks: list[Block]) -> list[Block]:
    """The blocks, paragraphs that stand below a labelled value put into its cell."""
    result: list[Block] = []
    for block in blocks:
        row = result[-1] if result else None
        if row is not None and _stands_below_value(row, block):
            cells = (*row.cells[:-1], (*row.cells[-1], block))
            passage = Passage.join([joined(cell) for cell in cells])
            result[-1] = replace(row, cells=cells, passage=passage)
            continue
        result.append(block)
    return result


def _stands_below_value(row: Block, block: Block) -> bool:
    if row.kind is not BlockKind.ROW or block.kind is not BlockKind.PARAGRAPH:
        return False
    if len(row.cells) != 2 or not row.cells[1] or not row.cell(0).text.endswith(":"):
        return False
    edge = row.cells[1][0].x0
    return (
        edge > row.x0 + 2 * row.size
        and abs(block.x0 - edge) <= ALIGNED
        and block.gap < 2 * block.size
    )


def _usual_gap(lines: Sequence[Line]) -> float:
    """The white space between two lines of one paragraph, in points."""
    gaps = [
        below.top - above.bottom
        for above, below in itertools.pairwise(lines)
        if above.page == below.page and -2 < below.top - above.bottom < 1.2 * above.size
    ]
    if not gaps:
        return 0.35 * lines[0].size
    gaps.sort()
    return gaps[len(gaps) // 3]


def right_edge(lines: Sequence[Line]) -> float:
    """The x of a column's right margin, in points, from its long lines."""
    long = sorted(line.x1 for line in lines if len(line.words) >= 6)
    if not long:
        return max(line.x1 for line in lines)
    return long[int(0.9 * (len(long) - 1))]


def _columns(line: Line, above: Line | None, below: Sequence[Line]) -> tuple[tuple[Word, ...], ...]:
    """The line's segments, with those joined again that only a wide space parts."""
    segments = line.segments
    if len(segments) == 1:
        return segments
    neighbours = [n for n in (above, *below) if n is not None]
    starts = {round(s[0].x0) for n in neighbours for s in n.segments[1:]}
    starts |= {round(n.x0) for n in neighbours if n.x0 > line.x0 + 4 * line.size}
    result = [segments[0]]
    for segment in segments[1:]:
        gap = segment[0].x0 - result[-1][-1].x1
        aligned = any(abs(start - segment[0].x0) <= ALIGNED for start in starts)
        if (
            gap >= SURE_COLUMN_EM * line.size
            or aligned
            or (result[-1][-1].text.endswith((":", "?")) and gap >= COLUMN_GAP_EM * line.size)
            or (len(result) == 1 and _is_label_segment(result[0], line))
        ):
            result.append(segment)
        else:
            result[-1] = result[-1] + segment
    return tuple(result)


def _is_label_segment(segment: tuple[Word, ...], line: Line) -> bool:
    return len(segment) == 1 and is_label(segment[0].text)


def _label_of(
    segments: tuple[tuple[Word, ...], ...], line: Line
) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """The line's label and the rest, if it opens with one."""
    words = tuple(word for segment in segments for word in segment)
    first = words[0]
    if not is_label(first.text):
        return None
    if len(words) == 1:
        return ((first,), ()) if is_firm(first.text) and not first.text.isdigit() else None
    if is_day(first.text, words[1].text):
        return None
    gap = words[1].x0 - first.x1
    if is_bullet(first.text):
        if first.text in "o-–—§*" and gap < 0.45 * line.size and len(segments) == 1:
            return None
        return (first,), words[1:]
    if is_firm(first.text):
        # "2008. The" and "(S) of" are text: a label is short, and a letter's bracket closes it
        return (first,), words[1:]
    if gap >= 0.75 * line.size or (line.bold and first.text[0].isdigit() and len(first.text) < 3):
        return (first,), words[1:]
    return None


def _start(line: Line, segments: tuple[tuple[Word, ...], ...], gap: float) -> _Open:
    labelled = _label_of(segments, line)
    if labelled is not None and len(segments) <= 2:
        label, rest = labelled
        return _Open([rest] if rest else [], line, line, label=label, gap=gap, bold=line.bold)
    if len(segments) >= 2:
        return _Open(
            [],
            line,
            line,
            columns=[[[segment]] for segment in segments],
            column_x=[segment[0].x0 for segment in segments],
            gap=gap,
        )
    return _Open([line.words], line, line, gap=gap, bold=line.bold)


def _goes_on(
    block: _Open,
    line: Line,
    segments: tuple[tuple[Word, ...], ...],
    pitch: float,
    edge: float,
) -> bool:
    above = block.last
    close = line.top - above.bottom <= max(pitch + 0.3 * line.size, pitch * 1.6 + 1)
    if (
        block.bold and line.bold and block.lines and not line.words[0].text[:1].islower()
    ):  # headings stand closer than their paragraphs
        close = close and line.top - above.bottom <= pitch + 0.2 * line.size
    if line.page != above.page or not close:
        return False
    if block.columns:
        return _in_column(block, line, segments, pitch, edge)
    if len(segments) > 1 or (
        _label_of(segments, line) is not None and not _is_continued_number(block, line)
    ):
        return False
    if not block.lines:  # a label alone on its line: the text follows
        return True
    if abs(line.size - above.size) > 0.12 * above.size or (block.bold and not line.bold):
        return False
    if line.bold and not block.bold:
        return False
    first = line.words[0]
    if first.text[:1].islower():
        return True
    if above.words[-1].text in HANGING:
        return True
    room = edge - above.x1
    needed = first.x1 - first.x0 + 0.25 * line.size
    return room < needed


def _is_continued_number(block: _Open, line: Line) -> bool:
    """Whether a line that opens like a label ("2024.") only goes on a sentence."""
    first = line.words[0].text
    if not block.lines or not first[0].isdigit():
        return False
    if first.count(".") <= 1 and first.endswith(".") and len(first) >= 4:
        return True
    words = line.words
    if (
        len(words) > 1
        and words[1].text[:1].islower()
        and not block.last.words[-1].text.endswith((".", ":", ";"))
    ):
        # "… by no more than / 1.7 per cent": stands under the text, not under the label
        return bool(block.label) and abs(line.x0 - block.lines[-1][0].x0) <= ALIGNED
    full = block.last.x1 >= block.first.x1 - 1 if len(block.lines) > 1 else False
    text_x0 = block.lines[-1][0].x0
    return full and abs(line.x0 - text_x0) <= ALIGNED and bool(block.label) and not is_firm(first)


def _in_column(
    block: _Open, line: Line, segments: tuple[tuple[Word, ...], ...], pitch: float, edge: float
) -> bool:
    """Whether a line goes on the cells of the row above it."""
    under = [_column_at(block, segment[0].x0) for segment in segments]
    if any(column is None for column in under):
        return False
    if under[0] != 0:
        return True
    label = block.columns[0][0][-1][-1].text
    goes_on = len(segments) == 1 and segments[0][0].text[:1].islower() and not line.bold
    if goes_on and label.endswith(":"):
        # the value goes on at the margin, not below itself
        value = block.columns[-1][0][-1][-1]
        return edge - value.x1 < segments[0][0].x1 - segments[0][0].x0 + line.size
    bare = len(segments[0]) == 1 and (is_label(segments[0][0].text) or len(segments[0][0].text) < 3)
    if bare and len(segments) > 1:
        return False  # the next of a lettered list
    if not label.endswith((":", "?")) and len(block.column_x) > 1 and not line.bold:
        # a question or description wrapped in its narrow column
        first, end = segments[0][0], segments[0][-1]
        room = block.column_x[1] - block.columns[0][0][-1][-1].x1
        wrapped = end.x1 <= block.column_x[1] and room < first.x1 - first.x0 + 1.5 * line.size
        if wrapped and len(segments) > 1:
            # in a list both lines begin alike ("Appendix 1", "Appendix 2"), or the second is short
            begins_alike = first.text == block.columns[0][0][0][0].text
            value, word = block.columns[-1][0][-1][-1], segments[-1][0]
            wrapped = not begins_alike and edge - value.x1 < word.x1 - word.x0 + 0.5 * line.size
        if wrapped:
            return True
    if len(segments) == 1:
        # a label wrapped over two lines, its value being short
        closed = segments[0][-1].text.endswith((":", "?")) or label[-1:] in "/,&"
        return line.bold and not label.endswith((":", "?")) and closed
    if label.endswith((":", "?")) or len(segments) != 2:
        return False
    last = segments[0][-1]
    tight = line.top - block.last.bottom <= pitch + 0.1 * line.size
    both_bold = last.bold and block.columns[0][0][0][0].bold and not segments[1][0].bold
    return last.text.endswith((":", "?")) or (tight and both_bold)


def _column_at(block: _Open, x0: float) -> int | None:
    for at, x in enumerate(block.column_x):
        if abs(x - x0) <= ALIGNED:
            return at
    return None


def _append(block: _Open, line: Line, segments: tuple[tuple[Word, ...], ...]) -> None:
    block.last = line
    if not block.columns:
        block.lines.append(line.words)
        return
    for segment in segments:
        column = _column_at(block, segment[0].x0)
        labelled = block.columns[0][0][-1][-1].text.endswith(":")
        lower = len(segments) == 1 and segment[0].text[:1].islower()
        if column is None or (column == 0 and labelled and lower):
            column = len(block.columns) - 1  # a value that goes on at the margin
        block.columns[column][0].append(segment)


def _close(block: _Open) -> Block:
    first = block.first
    if block.columns:
        cells = tuple(_cell_blocks(column[0], first) for column in block.columns)
        return Block(
            BlockKind.ROW,
            Passage.join([joined(cell) for cell in cells]),
            cells=cells,
            page=first.page,
            x0=first.x0,
            size=first.size,
            bold=first.bold,
            gap=block.gap,
        )
    words = tuple(word for line in block.lines for word in line)
    return Block(
        BlockKind.ITEM if block.label else BlockKind.PARAGRAPH,
        Passage.of(words),
        label=Passage.of(block.label),
        page=first.page,
        x0=first.x0,
        size=median([word.size for word in words]) if words else first.size,
        bold=block.bold and all(w.bold for w in words if any(c.isalnum() for c in w.text)),
        run_in=_run_in(words),
        gap=block.gap,
    )


def _cell_blocks(lines: list[tuple[Word, ...]], first: Line) -> tuple[Block, ...]:
    """The lines of one column of a row, as one paragraph."""
    words = tuple(word for line in lines for word in line)
    return (
        Block(
            BlockKind.PARAGRAPH,
            Passage.of(words),
            page=first.page,
            x0=words[0].x0,
            size=words[0].size,
            bold=all(w.bold for w in words if any(c.isalnum() for c in w.text)),
            run_in=_run_in(words),
        ),
    )


def _run_in(words: Sequence[Word]) -> Passage:
    """The bold words that open a paragraph which goes on in plain type."""
    count = 0
    for word in words:
        if not word.bold:
            break
        count += 1
    if 0 < count < len(words) and any(c.isalpha() for w in words[:count] for c in w.text):
        return Passage.of(words[:count])
    return Passage()
