"""The texts of sections: summary, reasons, alternatives, and how blocks become one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extract.fields.entries import signature
from extract.fields.labelled import known_label, opening_label
from extract.fields.nodes import Node, Outline
from extract.fields.values import Found, found_text
from extract.layout.blocks import Block, BlockKind, joined
from extract.layout.passage import Passage
from extract.lexicon import fold, fold_heading, lexicon, says
from schemas.vocabulary import SectionKind

# Labelled fields that may follow the text of a section without a heading of their own.
_FIELDS = frozenset(
    {"key_decision", "wards", "contact", "author", "reference", "date", "lead_member"}
    | {"lead_director", "report_of", "email", "phone", "agenda_item", "title"}
)
# A purpose shorter than this says what the paper is ("Final decision report"), not what it is for.
PURPOSE_WORDS = 6
# So many conditions make a planning permission.
SEVERAL = 3

_CONDITION = says("condition")
# Its label is no longer, in characters.
_CONDITION_LABEL = 40
_CONDITIONS = says("conditions")


def block_text(block: Block) -> Passage:
    """A block's text without its label; the cells of a row on one line."""
    if block.kind is BlockKind.ROW:
        return Passage.join([joined(cell) for cell in block.cells], " ")
    return block.passage


def text_of(blocks: Iterable[Block]) -> Passage:
    """The blocks' texts as paragraphs, without the form's own instructions."""
    return Passage.join(
        [text for block in blocks if (text := block_text(block)) and not is_boilerplate(text)]
    )


def is_boilerplate(passage: Passage) -> bool:
    """Whether words are printed on the form itself and answer nothing."""
    return lexicon().boilerplate.found_in(fold(passage.text))


def is_condition(block: Block) -> bool:
    """Whether a block is a condition of a planning permission ("3. Condition: …")."""
    return bool(_CONDITION.match(fold(block.text[:_CONDITION_LABEL])))


def heads_conditions(node: Node) -> bool:
    """Whether a section is called the conditions, or the informatives, of a permission."""
    return bool(_CONDITIONS.fullmatch(node.key))


def before_signature(blocks: list[Block]) -> list[Block]:
    """The blocks up to the one in which somebody signs."""
    for at in range(len(blocks)):
        if signature(blocks[at:]) is not None:
            return blocks[:at]
    return blocks


def own_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks up to the first labelled field of the front matter, which may follow them."""
    for block in blocks:
        label = block.cell(0) if block.kind is BlockKind.ROW else block.passage
        opened = opening_label(block.passage)
        if opened is not None:
            label = opened[0]
        named = known_label(label) and (label.text.endswith(":") or opened is not None)
        if named and lexicon().fields(fold_heading(label.text)) & _FIELDS:
            return
        yield block


def _own_text(outline: Outline, at: int) -> Passage:
    return text_of(own_blocks(before_signature(outline.body(at))))


def summary(outline: Outline) -> Found[str] | None:
    """The section called summary where there is one, else the purpose.

    "Reasons for the report" is the purpose where the recommendations have reasons of their own.
    """
    found = (
        section_text(outline, SectionKind.SUMMARY, certain=True)
        or section_text(outline, SectionKind.PURPOSE, least=PURPOSE_WORDS)
        or section_text(outline, SectionKind.SUMMARY)
    )
    if found is None and _own_reasons(outline):
        at = next((a for a, n in outline.of_kind(SectionKind.REASONS) if _for_report(n)), None)
        return None if at is None else found_text(text_of(outline.body(at)))
    return found


def reasons(outline: Outline) -> Found[str] | None:
    """The reasons for the recommendations, else those for the report.

    Where a reason stands below each recommendation, all of them.
    """
    if _of_conditions(outline):
        return None
    for at in _own_reasons(outline):
        text = _own_text(outline, at)
        for node in outline.nodes[at + 1 :]:
            if not (text and node.labelled and node.kind is SectionKind.REASONS):
                break
            text = Passage.join([text, text_of(node.blocks)])
        if text:
            return found_text(text)
    return section_text(outline, SectionKind.REASONS)


def _of_conditions(outline: Outline) -> bool:
    """Whether the reasons are those of a permission's conditions, one below each."""
    if sum(is_condition(b) for node in outline.nodes for b in node.blocks) >= SEVERAL:
        return True
    places = [at for at, _ in outline.of_kind(SectionKind.REASONS)]
    return bool(places) and all(_below_conditions(outline, at) for at in places)


def _below_conditions(outline: Outline, at: int) -> bool:
    """Whether a reason opened in a line stands in the section of the conditions."""
    above = next((n for n in reversed(outline.nodes[: at + 1]) if not n.labelled), None)
    return above is not None and heads_conditions(above)


def _own_reasons(outline: Outline) -> list[int]:
    return [at for at, node in outline.of_kind(SectionKind.REASONS) if not _for_report(node)]


def _for_report(node: Node) -> bool:
    return node.key.endswith(("report", "submission"))


def section_text(
    outline: Outline, kind: SectionKind, least: int = 1, *, certain: bool = False
) -> Found[str] | None:
    """The text of the first section of a kind that says at least `least` words.

    `certain` leaves out sections whose heading was only guessed at ("Summary of main points").
    """
    shorter: Passage | None = None
    for at, node in outline.of_kind(kind):
        if certain and lexicon().heading_confidence(node.key) is not None:
            continue
        text = _own_text(outline, at)
        if len(text.words) >= least:
            return found_text(text)
        shorter = shorter or (text or None)
    return found_text(shorter) if shorter else None
