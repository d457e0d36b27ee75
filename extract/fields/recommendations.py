"""Recommendations: where a report says what the deciding body is asked to do.

They stand in the first section of that name that holds any, or under several that are numbered
("Recommendation 1", "Additional recommendation (B)"). What is printed twice counts once, from the
front. Where no section is called so, the first lead-in ("Members are asked to:") opens the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from extract.fields.headings import recommendation_number
from extract.fields.nodes import Node, Outline
from extract.fields.recommendation_items import items_of, label_of
from extract.fields.texts import before_signature, heads_conditions, is_condition
from extract.fields.values import Found
from extract.layout.blocks import Block, BlockKind
from extract.layout.labels import core, follows
from extract.layout.passage import NOWHERE
from extract.lexicon import fold, says
from schemas import Recommendation
from schemas.vocabulary import SectionKind

# Longest paragraph that can be the lead-in of a section of another name, in words.
ASKING_WORDS = 40

_ASKED = says("asked")
_SENTENCE = says("asked_sentence")
# Recommendations of planning reports that stand behind the conditions of the first.
_ADDITIONAL = says("additional")


def recommendations(outline: Outline) -> list[Found[Recommendation]]:
    """The recommendations of the first section that holds any."""
    for blocks in _candidates(outline):
        if items := items_of(before_signature(blocks)):
            return [item.found() for item in items]
    return []


def asks_for_something(outline: Outline) -> bool:
    """Whether a report asks for a decision, under whatever heading."""
    return any(items_of(before_signature(blocks)) for blocks in _candidates(outline))


def _candidates(outline: Outline) -> Iterator[list[Block]]:
    """Blocks that may hold the recommendations, the most explicit first."""
    for at, _ in outline.of_kind(SectionKind.RECOMMENDATIONS):
        yield _section_blocks(outline, at)
    for node in outline.nodes:
        for at, block in enumerate(node.blocks):
            if len(block.passage.words) <= ASKING_WORDS and _ASKED.search(fold(block.text)):
                yield list(node.blocks[at:])
    for node in outline.nodes:
        for block in node.blocks:
            if len(block.passage.words) <= ASKING_WORDS and _SENTENCE.match(fold(block.text)):
                yield [block]


def _section_blocks(outline: Outline, at: int) -> list[Block]:
    """The section's blocks, with those of later parts that go on its numbering."""
    blocks = _opened(outline, at)
    next_to = True
    for place in range(at + 1, len(outline.nodes)):
        node = outline.nodes[place]
        if any(block in blocks for block in node.blocks):
            continue
        if node.kind is SectionKind.RECOMMENDATIONS and recommendation_number(node.heading):
            if next_to or _ADDITIONAL.match(node.key):
                blocks += _opened(outline, place)
            continue
        next_to = next_to and not node.own and _goes_on(blocks, node)
        if next_to:
            blocks += node.blocks
    return blocks


def _opened(outline: Outline, at: int) -> list[Block]:
    """The blocks of one section, behind what its heading says: a number, or who is asked.

    The conditions of a planning permission, under a heading of their own, are left out.
    """
    node = outline.nodes[at]
    blocks: list[Block] = []
    if number := recommendation_number(node.heading):
        blocks.append(Block(BlockKind.ITEM, NOWHERE, number))
    elif _ASKED.search(fold(node.heading.text)):
        blocks.append(Block(BlockKind.PARAGRAPH, node.heading, node.label, page=node.heading.page))
    parts = takewhile(lambda part: not heads_conditions(part), outline.parts(at))
    body = [block for part in parts for block in part.blocks]
    body = list(takewhile(lambda block: not is_condition(block), body))
    if blocks and body and not label_of(body[0]) and body[0].text.endswith("."):
        # "Recommendation 2: That the fair be held." is whole; a list below is the report's
        body = list(takewhile(lambda block: not label_of(block), body))
    return blocks + body


def _goes_on(blocks: list[Block], node: Node) -> bool:
    """Whether a section's first label comes next after the last of some blocks."""
    labels = [label.text for block in blocks if (label := label_of(block))]
    first = next((block.label.text for block in node.blocks if block.label), "")
    return bool(labels) and core(first).isdigit() and follows(labels[-1], first)
