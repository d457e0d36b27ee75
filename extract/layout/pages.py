"""Pages to blocks: furniture off, tables into rows, text into paragraphs, joined over the pages.

`extract.layout.grid` says what the rows of a grid become.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.layout.blocks import Block, BlockKind, joined
from extract.layout.flow import flow_blocks, right_edge
from extract.layout.furniture import split_furniture
from extract.layout.grid import row_blocks
from extract.layout.joining import HANGING
from extract.layout.lines import Line, lines_of
from extract.layout.passage import Passage
from extract.reading.page import Box, Page, Table, Word

_SENTENCE_END = (".", ":", ";", "!", "?", ".’", '."', ".”", ":-")


@dataclass(frozen=True, slots=True)
class Layout:
    """A document as blocks in reading order, with what stood in its margins."""

    blocks: tuple[Block, ...]
    furniture: tuple[Passage, ...] = ()
    page_count: int = 0
    title: str = ""  # what the file calls itself; it need not be printed, nor be right


def lay_out(pages: Iterable[Page]) -> Layout:
    """The blocks of a document's pages."""
    kept = list(pages)
    tables = [_content_tables(page) for page in kept]
    lines = [lines_of(page.words) for page in kept]
    heights = [page.height for page in kept]
    bodies, furniture = split_furniture(lines, heights)
    blocks: list[Block] = []
    first_table = 1
    edges = _right_edges(kept, bodies)
    for page, body, page_tables in zip(kept, bodies, tables, strict=True):
        page_blocks = _page_blocks(body, page_tables, first_table, edges[round(page.width)])
        first_table += len(page_tables)
        blocks = _join_pages(blocks, page_blocks)
    return Layout(
        tuple(blocks),
        tuple(line.passage() for line in furniture),
        len(kept),
    )


def _right_edges(pages: Sequence[Page], bodies: Sequence[Sequence[Line]]) -> dict[int, float]:
    """The right margin of the text, in points, for each width of page."""
    by_width: dict[int, list[Line]] = {}
    for page, body in zip(pages, bodies, strict=True):
        by_width.setdefault(round(page.width), []).extend(body)
    return {width: right_edge(lines) if lines else 0.0 for width, lines in by_width.items()}


def _content_tables(page: Page) -> list[Table]:
    """The page's tables from top to bottom, without those that stand inside another."""
    tables = sorted(page.tables, key=lambda t: (t.box.top, -t.box.bottom))
    return [
        table
        for table in tables
        if not any(other is not table and _inside(table.box, other.box) for other in tables)
    ]


def _inside(inner: Box, outer: Box) -> bool:
    return (
        outer.x0 - 1 <= inner.x0
        and outer.top - 1 <= inner.top
        and inner.x1 <= outer.x1 + 1
        and inner.bottom <= outer.bottom + 1
        and (inner.x1 - inner.x0) * (inner.bottom - inner.top)
        < 0.98 * (outer.x1 - outer.x0) * (outer.bottom - outer.top)
    )


def _page_blocks(
    lines: Sequence[Line], tables: Sequence[Table], first_table: int, usual_edge: float
) -> list[Block]:
    if not lines:
        return []
    if not tables:
        return flow_blocks(lines, max(right_edge(lines), usual_edge))
    words = [word for line in lines for word in line.words]
    outside: list[Word] = []
    inside: list[list[Word]] = [[] for _ in tables]
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        for at, table in enumerate(tables):
            if table.box.x0 <= x <= table.box.x1 and table.box.top <= y <= table.box.bottom:
                inside[at].append(word)
                break
        else:
            outside.append(word)
    free = lines_of(outside)
    edge = max(right_edge(free), usual_edge) if free else usual_edge
    blocks: list[Block] = []
    at = 0
    for number, (table, held) in enumerate(zip(tables, inside, strict=True), first_table):
        above = at
        while above < len(free) and free[above].top < table.box.top:
            above += 1
        blocks += flow_blocks(free[at:above], _beside(free[at:above], tables, edge))
        at = above
        blocks += _table_blocks(table, held, number)
    return blocks + flow_blocks(free[at:], _beside(free[at:], tables, edge))


def _beside(lines: Sequence[Line], tables: Sequence[Table], edge: float) -> list[float]:
    """The right edge of each line, which a box beside it may bring in."""
    return [
        min(
            [edge]
            + [
                table.box.x0 - 4
                for table in tables
                if table.box.x0 > line.x1 and _near(line, table.box)
            ]
        )
        for line in lines
    ]


def _near(line: Line, box: Box) -> bool:
    """Whether a box stands beside a line, or begins within a few lines of it."""
    reach = 3 * line.size
    return box.top - reach <= line.bottom and line.top <= box.bottom + reach


def _table_blocks(table: Table, words: Sequence[Word], number: int) -> list[Block]:
    rows: list[list[tuple[int, list[Block]]]] = [[] for _ in range(table.rows)]
    left = list(words)
    for cell in table.cells:
        held: list[Word] = []
        rest: list[Word] = []
        for word in left:
            x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
            box = cell.box
            (held if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom else rest).append(word)
        left = rest
        rows[cell.row].append((cell.column, flow_blocks(lines_of(held), cell.box.x1 - 4)))
    blocks: list[Block] = []
    for row in rows:
        blocks += row_blocks([cell for _, cell in sorted(row, key=lambda c: c[0])], number)
    if left:  # printed on the rules, in no cell: text all the same
        blocks += flow_blocks(lines_of(left))
    return blocks


def _join_pages(before: list[Block], after: list[Block]) -> list[Block]:
    """Both pages' blocks; what a page break cut in two is one block again."""
    if not before or not after:
        return before + after
    last, first = before[-1], after[0]
    if _is_cut(last, first):
        whole = replace(last, passage=Passage.of(last.passage.words + first.passage.words))
        return [*before[:-1], whole, *after[1:]]
    if held := _goes_on_in_cell(last, after):
        cells = (*last.cells[:-1], last.cells[-1] + tuple(after[:held]))
        whole = replace(last, cells=cells, passage=Passage.join([joined(c) for c in cells]))
        return [*before[:-1], whole, *after[held:]]
    if (
        last.kind is BlockKind.ROW
        and first.kind is BlockKind.ROW
        and last.table
        and first.table
        and len(last.cells) == len(first.cells)
        and not first.cells[0]
        and last.cells[0]
    ):
        cells = tuple(a + b for a, b in zip(last.cells, first.cells, strict=True))
        whole = replace(last, cells=cells, passage=Passage.join([joined(cell) for cell in cells]))
        return [*before[:-1], whole, *after[1:]]
    return before + after


def _goes_on_in_cell(last: Block, after: list[Block]) -> int:
    """How many blocks at the top of a page go on the last cell of the row above the break."""
    if last.kind is not BlockKind.ROW or not last.table or not last.cells[-1]:
        return 0
    edge = last.cells[-1][0].x0
    if edge < last.x0 + 40:
        return 0
    held = 0
    for block in after:
        if block.kind is BlockKind.ROW or block.bold or abs(block.x0 - edge) > 3:
            break
        held += 1
    return held


def _is_cut(last: Block, first: Block) -> bool:
    if first.kind is not BlockKind.PARAGRAPH or last.kind is BlockKind.ROW:
        return False
    if not last.text or last.bold or first.bold or abs(last.size - first.size) > 0.1 * last.size:
        return False
    if last.text.endswith(_SENTENCE_END):
        return False
    if last.passage.words[-1].text in HANGING:
        return True
    start = first.text.lstrip("(“‘\"'£")
    if start[:1].islower():
        return True
    # a full last line that ends in the middle of a sentence goes on with a capital or a figure
    words = last.passage.words
    widest = max(word.x1 for word in words)
    several = words[-1].top > words[0].bottom
    return several and words[-1].x1 > widest - 0.12 * (widest - words[0].x0)
