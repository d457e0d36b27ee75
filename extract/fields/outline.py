"""Blocks to sections: which paragraphs are headings, what each introduces, and how they nest.

Witnesses, in the order in which they are believed:

1. a level that the source states: Markdown, a style of a Word file or web page, a bookmark or a
   tag of a PDF (`extract.layout.witness` says when those are believed);
2. the lexicon's phrase for a part of a report, where the paragraph stands as a heading does (bold,
   capitals, larger, numbered, closed by a colon, or alone in a text);
3. the same phrase as the opening of a paragraph, parted by a colon or by bold type ("Reason: …");
4. style alone: a short bold, capital or larger paragraph that ends like no sentence.

Numbering alone makes no heading: most headings carry none, and most numbers stand before text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from extract.fields.entries import signature
from extract.fields.form_lines import rows_apart
from extract.fields.headings import LISTS, heading_of
from extract.fields.nodes import Node, Outline
from extract.fields.run_ins import opens_row, row_section, run_in_of
from extract.layout.blocks import Block
from extract.layout.labels import depth, follows
from extract.lexicon import fold_heading, lexicon
from schemas.vocabulary import SectionKind


@dataclass(frozen=True, slots=True)
class _Style:
    """What the eye ranks headings by."""

    level: int
    size: float
    caps: bool
    bold: bool
    depth: int

    def below(self, other: _Style) -> bool:
        """Whether a heading of this style stands under one of the other."""
        if self.level and other.level:
            return self.level > other.level
        if self.depth and other.depth:
            return self.depth > other.depth
        if abs(self.size - other.size) > 0.6:
            return self.size < other.size
        if self.caps != other.caps:
            return other.caps
        if self.bold != other.bold:
            return other.bold
        return other.depth == 1 and not self.depth


def outline_of(blocks: Sequence[Block]) -> Outline:
    """The sections of a document's blocks."""
    return Outline(tuple(_bare_topics(_resumed(list(_sections(blocks))))))


def _sections(blocks: Sequence[Block]) -> Iterator[Node]:
    """The sections, each by itself."""
    usual = _usual_size(blocks)
    node = Node(kind=SectionKind.FRONT_MATTER, level=0)
    held: list[Block] = []
    stack: list[tuple[_Style, int]] = []

    def closed() -> Node:
        sure = lexicon().heading_confidence(node.key) if node.own else None
        whole = replace(
            node, blocks=tuple(held if sure is None else [block.guessed(sure) for block in held])
        )
        held.clear()
        return whole

    signing = 0
    beside = False  # the open section stands in a ruled grid, beside its heading
    blocks = _columns_apart(list(rows_apart(blocks)))
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if signing == 0 and at and (signed := signature(blocks[at : at + 4])) is not None:
            signing = signed[1]
        if signing:
            signing -= 1
            held.append(block)
            continue
        if (rowed := row_section(block, in_form=beside)) is not None:
            beside = bool(block.table)
            yield closed()
            node = replace(rowed, level=_level(stack, _style(block, block), rowed))
            held.extend(block.cells[-1])
            continue
        ends = beside and (not block.table or opens_row(block, in_form=True))
        headed = heading_of(block, following, usual, node)
        if headed is not None and not headed.own and not (held or usual or block.level):
            headed = None if node.kind in LISTS else headed  # the first entry stands alone
        if headed is not None:
            beside = False
            yield closed()
            node = replace(headed, level=_level(stack, _style(block, block), headed))
        elif (opened := run_in_of(block, following, node)) is not None:
            headed, rest = opened
            beside = False
            yield closed()
            node = replace(headed, level=_level(stack, _style(block, rest), headed))
            held.append(rest)
        else:
            if ends:  # the next row of the grid, or what stands below it
                yield closed()
                node = Node(level=node.level)
                beside = False
            held.append(block)
    yield closed()


def _columns_apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, sections that stand side by side in a grid set one below the other."""
    result: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if not _heads_columns(block):
            result.append(block)
            at += 1
            continue
        below = at + 1
        while below < len(blocks) and blocks[below].table == block.table:
            below += 1
        for column, cell in enumerate(block.cells):
            result += [replace(part, bold=True) for part in cell]
            for row in blocks[at + 1 : below]:
                result += row.cells[column] if column < len(row.cells) else ()
        at = below
    return result


def _heads_columns(block: Block) -> bool:
    """Whether each cell of a row heads a section of its own."""
    if not block.table or len(block.cells) < 2:
        return False
    kinds = set()
    for at in range(len(block.cells)):
        kind = lexicon().section_kind(fold_heading(block.cell(at).text))
        if kind is None or kind in kinds:
            return False
        kinds.add(kind)
    return True


def _usual_size(blocks: Sequence[Block]) -> float:
    sizes = [b.size for b in blocks for _ in range(min(len(b.text) // 40, 20)) if b.size]
    return median(sizes) if sizes else 0.0


def _style(block: Block, sized: Block) -> _Style:
    return _Style(
        block.level,
        round(sized.size, 1),
        block.caps,
        block.bold or bool(block.run_in),
        depth(block.label.text) if block.label else 0,
    )


def _level(stack: list[tuple[_Style, int]], style: _Style, node: Node) -> int:
    """The heading's depth; `stack` holds the styles that are open above it."""
    if node.narrows and stack:
        return min(stack[-1][1] + 1, 6)
    while stack and not style.below(stack[-1][0]):
        stack.pop()
    level = min(stack[-1][1] + 1, 6) if stack else 1
    stack.append((style, level))
    return level


def _resumed(nodes: list[Node]) -> list[Node]:
    """The nodes, recommendations that go on below the reason for one of them put back."""
    result = list(nodes)
    asking = 0
    for at, node in enumerate(nodes):
        if node.kind is SectionKind.RECOMMENDATIONS:
            asking = at
        elif not (asking and node.labelled and node.kind is SectionKind.REASONS):
            asking = 0
        elif (rest := _resumes(result[asking], node)) is not None:
            result[at] = replace(node, blocks=node.blocks[:rest])
            asked = result[asking]
            result[asking] = replace(asked, blocks=asked.blocks + node.blocks[rest:])
    return result


def _resumes(asked: Node, node: Node) -> int | None:
    """Where in a section the numbering of the recommendations goes on."""
    last = next((b.label.text for b in reversed(asked.blocks) if b.label), "")
    for at, block in enumerate(node.blocks):
        if block.label and follows(last, block.label.text):
            return at
    return None


def _neighbours(nodes: list[Node], at: int) -> list[Node]:
    """The two nearest sections on either side; a section on consultation parts nobody."""
    others = [n for n in range(1, len(nodes)) if nodes[n].kind is not SectionKind.CONSULTATION]
    before = [n for n in others if n < at][-2:]
    return [nodes[n] for n in [*before, *[n for n in others if n > at][:2]]]


def _bare_topics(nodes: list[Node]) -> list[Node]:
    """The nodes, those that name only a topic made implications where their neighbours are."""
    words = lexicon()
    result = list(nodes)
    for at in range(len(result) - 1, 0, -1):
        node = result[at]
        if node.own or node.narrows or not node.heading:
            continue
        if words.bare_topic(node.key):
            near = _neighbours(result, at)
        else:
            near = [result[place] for place in (at - 1, at + 1) if 0 < place < len(result)]
        siblings = [n for n in near if n.types and n.level == node.level]
        if siblings and (types := words.implication(node.key, in_run=True)):
            result[at] = replace(node, kind=SectionKind.IMPLICATIONS, types=types)
    return result
