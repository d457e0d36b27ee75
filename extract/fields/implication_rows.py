"""Implications in the rows of a grid: a subject in one cell, what it implies beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.fields.form_lines import is_cost
from extract.fields.nodes import Node, Outline
from extract.layout.blocks import Block, BlockKind, joined
from extract.layout.labels import is_label
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold_heading, lexicon, says
from extract.persons import is_post, parse_person
from schemas.vocabulary import ImplicationType, SectionKind

# Longest label of a row, in words.
LABEL_WORDS = 14
# Longest question or instruction of a form, in words.
QUESTION_WORDS = 40

_TICK = re.compile(r"[xX✓✔☒☑☐]?")
_YES_NO = re.compile(
    r"[☒☑✓✔☐□]?\s*(?:yes|no|n/?a|[yn])\b[\s/☒☑✓✔☐□]*(?:(?:yes|no|n/?a|[yn])\b[\s☒☑✓✔☐□]*)*", re.I
)
_APPENDIX = re.compile(r"(?:appendix|annexe?|schedule) [a-z0-9]", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"[IVX]{1,5}|[A-Za-z]")
_REGISTER = says("register")
_NUMERIC = re.compile(r"^[\s£€$%()\d.,kmbn+/–—-]+$", re.IGNORECASE)


def implication_rows(
    outline: Outline,
) -> Iterator[tuple[tuple[ImplicationType, ...], Passage, Passage]]:
    """The subjects, the heading and the text of each row that states an implication."""
    for node in outline.nodes:
        if node.types == (ImplicationType.RISK,):
            continue  # a register of risks names what they are to, not implications
        registers = {block.table for block in node.blocks if _heads_register(block)}
        rows = [
            block
            for block in node.blocks
            if block.kind is BlockKind.ROW
            and block.table not in registers
            and not _is_figures(block)
        ]
        named = sum(bool(_subjects(_label(block), in_run=True)) for block in rows)
        inside = bool(node.types) or node.kind is SectionKind.IMPLICATIONS
        # a body table of several columns has rows that only happen to bear a subject's name
        wide = any(block.table and len(_filled(block)) > 2 for block in rows)
        in_run = inside or (named >= 2 and (not wide or 2 * named > len(rows)))
        for block in rows:
            if (label := _label(block)) and (types := _stated(block, label, node, in_run)):
                bare = label.text.rstrip(" :?-–")
                yield types, label.slice(0, len(bare)), Passage.join(_value(block))


def _filled(block: Block) -> list[tuple[Block, ...]]:
    """The cells of a row that say something, without a number in a cell of its own before them."""
    filled = [cell for cell in block.cells if cell]
    if len(filled) > 2 and _is_number(joined(filled[0]).text):
        return filled[1:]
    return filled


def _is_number(text: str) -> bool:
    return is_label(text) or bool(_BARE_NUMBER.fullmatch(text))


def _label(block: Block) -> Passage:
    """The first words of a row, behind its number."""
    filled = _filled(block)
    return joined(filled[0]) if filled else NOWHERE


def _subjects(label: Passage, *, in_run: bool) -> tuple[ImplicationType, ...]:
    return lexicon().implication(fold_heading(label.text), in_run=in_run)


def _stated(block: Block, label: Passage, node: Node, in_run: bool) -> tuple[ImplicationType, ...]:
    """The subjects on which a row states an implication; none where it is another kind of row."""
    types = _subjects(label, in_run=in_run)
    if not types or _is_text(label) or _APPENDIX.match(label.text):
        return ()
    asks = label.text.endswith("?") or len(label.words) > 5
    if asks and set(types) <= set(node.types):
        return ()  # a question of the form, part of the section's text
    stands = bool(_subjects(label, in_run=False)) and _filled(block)[0][0].bold
    if not (in_run or stands or label.text.endswith((":", "?"))):
        return ()
    if lexicon().fields(fold_heading(label.text)) or _is_consultation(block, label):
        return ()
    value = _value(block)
    if node.kind is SectionKind.SIGN_OFF or (value and _is_somebody(value[0])):
        return ()  # who was consulted, not what it implies
    return types


def _is_text(label: Passage) -> bool:
    """Whether the first cell holds more than a label: what a form asks may be long."""
    asks = lexicon().asks(fold_heading(label.text))
    return len(label.words) > (QUESTION_WORDS if asks else LABEL_WORDS)


def _value(block: Block) -> list[Passage]:
    """What stands beside the label: behind ticks, and behind yes or no where more is said."""
    filled = _filled(block)
    value = [joined(cell) for cell in filled[1:]]
    while value and _TICK.fullmatch(value[0].text):
        value = value[1:]
    if len(value) > 1 and _YES_NO.fullmatch(value[0].text):
        return value[1:]
    if len(value) > 1:  # a second label and value stand beside it
        beside = block.cells.index(filled[0]) + 1
        return [block.cell(beside)]
    return value


def _is_consultation(block: Block, label: Passage) -> bool:
    """Whether a row only records that an officer was asked for comments."""
    values = [block.cell(at).text for at in range(1, len(block.cells)) if block.cells[at]]
    return all(_YES_NO.fullmatch(v) for v in values) and is_post(label.text)


def _is_somebody(passage: Passage) -> bool:
    parts = parse_person(passage.text)
    return len(passage.words) <= 6 and parts.name is not None and len(parts.name.text.split()) > 1


def _heads_register(block: Block) -> bool:
    """Whether a row heads a table of risks ("Risk | Mitigation | Opportunities")."""
    if block.kind is not BlockKind.ROW or not block.table or len(_filled(block)) < 3:
        return False
    heads = [fold_heading(joined(cell).text) for cell in _filled(block)]
    return any(_REGISTER.fullmatch(head) for head in heads[1:])


def _is_figures(block: Block) -> bool:
    """Whether a row belongs to a table of figures: most cells behind the first are numbers."""
    values = [block.cell(at).text for at in range(1, len(block.cells)) if block.cells[at]]
    numeric = sum(bool(_NUMERIC.match(value)) for value in values)
    words = len(values) - numeric
    if words and not block.table and is_cost(block):
        return False  # a line of a form: what the cost is, and where the money comes from
    return len(values) > 1 and numeric >= words
