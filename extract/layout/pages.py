"""Pages to blocks: furniture off, tables into rows, text into paragraphs, joined over the pages.

`extract.layout.grid` says what the rows of a grid become.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from statistics import median

from extract.layout.blocks import Block, BlockKind, joined
from extract.layout.flow import flow_blocks, right_edge
from extract.layout.furniture import split_furniture
from extract.layout.joining import HANGING
from extract.layout.lines import Line, lines_of
from extract.layout.passage import Passage
from extract.layout.ruled import beside, content_tables, shared_out, table_blocks
from extract.layout.tagged import TaggedTable, tagged_tables
from extract.layout.witness import PageTags, Witness
from extract.reading.page import Page, Table

_SENTENCE_END = (".", ":", ";", "!", "?", ".’", '."', ".”", ":-")


@dataclass(frozen=True, slots=True)
class Layout:
    """A document as blocks in reading order, with what stood in its margins."""

    blocks: tuple[Block, ...]
    furniture: tuple[Passage, ...] = ()
    page_count: int = 0
    title: str = ""  # what the file calls itself; it need not be printed, nor be right


def lay_out(pages: Iterable[Page], lines: Sequence[list[Line]] | None = None) -> Layout:
    """The blocks of a document's pages; `lines` are theirs, if somebody has made them already."""
    kept = list(pages)
    tables = [content_tables(page) for page in kept]
    if lines is None:
        lines = [lines_of(page.words) for page in kept]
    heights = [page.height for page in kept]
    tags = [PageTags(page.tags) if page.tags else None for page in kept]
    bodies, furniture = split_furniture(lines, heights, tags)
    blocks: list[Block] = []
    first_table = 1
    edges = _right_edges(kept, bodies)
    witness = Witness.of(tags, (page.bookmarks for page in kept), bodies, _usual_size(bodies))
    for at, (page, body, page_tables) in enumerate(zip(kept, bodies, tables, strict=True)):
        said, edge = witness.tags[at], edges[round(page.width)]
        page_blocks = [
            witness.levelled(block, at)
            for block in _page_blocks(body, page_tables, first_table, edge, said)
        ]
        first_table += len(page_tables)
        blocks = _join_pages(blocks, page_blocks)
    return Layout(
        tuple(blocks),
        tuple(line.passage() for line in furniture),
        len(kept),
    )


def _usual_size(bodies: Sequence[Sequence[Line]]) -> float:
    """The size of most of the lines, in points."""
    sizes = [line.size for body in bodies for line in body]
    return median(sizes) if sizes else 0.0


def _right_edges(pages: Sequence[Page], bodies: Sequence[Sequence[Line]]) -> dict[int, float]:
    """The right margin of the text, in points, for each width of page."""
    by_width: dict[int, list[Line]] = {}
    for page, body in zip(pages, bodies, strict=True):
        by_width.setdefault(round(page.width), []).extend(body)
    return {width: right_edge(lines) if lines else 0.0 for width, lines in by_width.items()}


def _page_blocks(
    lines: Sequence[Line],
    tables: Sequence[Table],
    first_table: int,
    usual_edge: float,
    said: PageTags | None,
) -> list[Block]:
    if not lines:
        return []
    free, inside = shared_out(lines, tables) if tables else (lines, [])
    found: list[TaggedTable] = []
    if said is not None:
        free, found = tagged_tables(free, said)
    edge = max(right_edge(free), usual_edge) if free else usual_edge
    if not tables and not found:
        return flow_blocks(free, edge, said)
    areas = [
        (table.box.top, table_blocks(table, held, number, said))
        for number, (table, held) in enumerate(zip(tables, inside, strict=True), first_table)
    ]
    if said is not None and found:
        areas += [(table.box.top, table.blocks(edge, said)) for table in found]
        areas.sort(key=itemgetter(0))
    blocks: list[Block] = []
    edges = beside(free, tables, edge)
    at = 0
    for top, held_blocks in areas:
        above = at
        while above < len(free) and free[above].top < top:
            above += 1
        blocks += flow_blocks(free[at:above], edges[at:above], said)
        at = above
        blocks += held_blocks
    return blocks + flow_blocks(free[at:], edges[at:], said)


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
    if (
        last.level
        or first.level
        or not last.text
        or last.bold
        or first.bold
        or abs(last.size - first.size) > 0.1 * last.size
    ):
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
