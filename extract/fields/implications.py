"""Implications: sections headed by a subject, and rows of a grid labelled by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.fields.advisers import is_adviser
from extract.fields.answers import status_of
from extract.fields.implication_rows import implication_rows
from extract.fields.nodes import Node, Outline
from extract.fields.texts import before_signature, own_blocks, text_of
from extract.fields.values import Found
from extract.layout.blocks import Block, BlockKind
from extract.layout.passage import Passage
from extract.lexicon import fold, fold_heading, lexicon, wording
from schemas import Implication
from schemas.vocabulary import ImplicationType, SectionKind

_PLANNING = re.compile(rf"\b{wording('planning')}\b", re.IGNORECASE)
_OF_PLANNING = frozenset(
    {
        ImplicationType.EQUALITY,
        ImplicationType.HUMAN_RIGHTS,
        ImplicationType.LEGAL,
        ImplicationType.FINANCIAL,
    }
)

_OTHER = (ImplicationType.OTHER,)


def implications(outline: Outline) -> list[Found[Implication]]:
    """Every implication, in the order of the page."""
    found = list(_from_sections(outline))
    for types, heading, text in implication_rows(outline):
        found += _values(types, heading, text)
    if _is_planning(outline):
        found = [pair for pair in found if pair[1].value.type in _OF_PLANNING]
    seen: set[tuple[ImplicationType, object]] = set()
    result: list[tuple[tuple[int, float, int], Found[Implication]]] = []
    for heading, value in found:
        key = (value.value.type, heading.words[0])
        if key not in seen:
            seen.add(key)
            word = heading.words[0]
            result.append(((word.page, word.top, word.start), value))
    return [value for _, value in sorted(result, key=lambda pair: pair[0])]


def _is_planning(outline: Outline) -> bool:
    """Whether the report is on a planning application, whose merits are no implications."""
    opening = fold(" | ".join(block.text for block in outline.nodes[0].blocks))
    return bool(_PLANNING.search(opening))


def _from_sections(outline: Outline) -> Iterator[tuple[Passage, Found[Implication]]]:
    for at, node in enumerate(outline.nodes):
        types = node.types or _consultation(outline, at)
        if not types:
            continue
        blocks = before_signature(outline.body(at))
        nested = [outline.nodes[child] for child in outline.children(at)]
        following = outline.nodes[at + 1].types if at + 1 < len(outline.nodes) else ()
        roof = any(child.types for child in nested) or (types == _OTHER and following)
        if not blocks and roof:
            continue  # only the roof over the implications below it
        if _holds_rows(blocks) and types != (ImplicationType.RISK,):  # a register is its text
            continue
        text = text_of(block for block in own_blocks(blocks) if not _stands_apart(block))
        yield from _values(types, _heading(node), text)


def _heading(node: Node) -> Passage:
    text = node.heading.text
    stripped = text.rstrip(" :-–—")
    return node.heading.slice(0, len(stripped)) if stripped else node.heading


def _consultation(outline: Outline, at: int) -> tuple[ImplicationType, ...]:
    """Consultation counts as a labelled field, or among the run of implications."""
    node = outline.nodes[at]
    if node.kind is not SectionKind.CONSULTATION:
        return ()
    nodes = outline.nodes
    if node.heading.text.endswith("?"):
        return ()
    if fold(node.heading.text).startswith("consultation with"):
        return ()
    before = at > 0 and bool(nodes[at - 1].types) and nodes[at - 1].level == node.level
    # The last of the run ends the report or stands before a section of its rank, not a lower one.
    before = before and (at + 1 == len(nodes) or nodes[at + 1].level <= node.level)
    if before or node.labelled or node.heading.text.endswith(":"):
        return (ImplicationType.CONSULTATION,)
    return ()


def _holds_rows(blocks: Sequence[Block]) -> bool:
    """Whether a section is only the roof over a grid whose rows are implications."""
    labels = [block.cell(0) for block in blocks if block.kind is BlockKind.ROW]
    subjects = [
        label
        for label in labels
        if len(label.words) <= 12 and lexicon().implication(fold_heading(label.text), in_run=True)
    ]
    return len(subjects) >= 2


def _stands_apart(block: Block) -> bool:
    """Whether a block below an implication's heading is no part of its text."""
    return is_adviser(block) or _is_row_of_its_own(block)


def _is_row_of_its_own(block: Block) -> bool:
    """Whether a row is labelled with a subject of its own."""
    if block.kind is not BlockKind.ROW or not block.cell(0).text.endswith(":"):
        return False
    return bool(lexicon().implication(fold_heading(block.cell(0).text), in_run=True))


def _values(
    types: Sequence[ImplicationType], heading: Passage, text: Passage
) -> Iterator[tuple[Passage, Found[Implication]]]:
    if text.text.strip() in ("£", "-", "–"):
        text = Passage()
    for kind in types:
        value = Implication(
            type=kind, heading=heading.text, text=text.text, status=status_of(text.text)
        )
        places = [("/heading", heading)]
        if text:
            places.append(("/text", text))
        yield heading, Found(value, tuple(places))
