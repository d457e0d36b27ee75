"""Sections that open inside a paragraph ("Reason: …") or stand in the cell beside their heading."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.fields.headings import (
    KNOWN_WORDS,
    LISTS,
    PLAIN,
    RUN_IN,
    in_run_of,
    is_answer,
    known_part,
)
from extract.fields.nodes import Node
from extract.layout.blocks import Block, BlockKind, joined
from extract.layout.labels import depth, is_bullet
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, fold_heading, lexicon
from extract.persons import parse_person
from schemas.vocabulary import ImplicationType, SectionKind

# "Recommendation 2: That the fair be held", and with more letters than figures.
_NUMBERED = re.compile(
    r"((?:(?:additional|further) )?recommendation \(?(?:[A-Z]|\d{1,2})\)?)\s*[:.–-]?\s+"
    r"(?=(?-i:That|To)\b)",
    re.IGNORECASE,
)
# Longest heading that stands in a cell beside its text, in words.
ROW_WORDS = 10
# Longest that is known by its words alone, set as the text beside it.
TITLE_WORDS = 4

_ROWED = frozenset(
    {SectionKind.RECOMMENDATIONS, SectionKind.REASONS, SectionKind.ALTERNATIVES}
    | {SectionKind.SUMMARY, SectionKind.PURPOSE, SectionKind.CONSULTATION}
)


def run_in_of(block: Block, following: Block | None, before: Node) -> tuple[Node, Block] | None:
    """The section that opens inside a paragraph ("Reason: …"), and the rest of the paragraph."""
    if block.kind is BlockKind.ROW or not block.text:
        return None
    if not block.label and (numbered := _NUMBERED.match(block.text)):
        rest = replace(block, passage=block.passage.slice(numbered.end()), run_in=NOWHERE)
        heading = block.passage.slice(0, numbered.end(1))
        return Node(heading, kind=SectionKind.RECOMMENDATIONS, labelled=True), rest
    lettered = bool(block.label) and not depth(block.label.text)
    if lettered and (is_bullet(block.label.text) or not in_run_of(before)):
        return None
    if lettered and not block.run_in and not _is_lettered_subject(block, following, before):
        return None
    end, opening = 0, Passage()
    if block.run_in and len(block.run_in.words) <= KNOWN_WORDS:
        opening = block.run_in
        end = len(opening.text)
    found = RUN_IN.match(block.text)
    if found and (not opening or found.end() <= end or not opening.text.endswith(":")):
        opening = block.passage.slice(0, found.end(1))
        end = found.end()
    if not opening or not any(c.isalnum() for c in block.text[end:]):
        return None
    if (
        before.types
        and block.label
        and not _is_implication(block.run_in)
        and depth(block.label.text) == 1
        and ":" not in block.text[: end + 1]
    ):
        return None  # an item of the list that the field above holds
    dashed = not opening.text.endswith(":") and block.text[len(opening.text) :].lstrip()[:1] != ":"
    explained = dashed and following is not None and _only_explains(block.text[end:])
    alone = dashed and not block.label and not (explained and block.run_in)
    known = known_part(opening, Node() if alone else before)
    if (
        before.types == (ImplicationType.OTHER,)
        and not (block.run_in or block.bold)
        and not (block.label and _is_implication(opening))
    ):
        return None  # "Property: …" under other implications is part of them
    bold = bool(block.run_in) or block.bold
    if before.kind in LISTS and block.label:
        return None
    if lexicon().statements.match(fold_heading(opening.text)):
        return None  # "There are no alternative options: …" is a sentence
    if known is None or known.narrows or not (known.own or bold):
        return None
    if known.kind is SectionKind.CONFIDENTIALITY and before.kind is SectionKind.FRONT_MATTER:
        return None  # a label among labels, with a value
    if not bold and (known.kind in PLAIN or known.kind is SectionKind.PURPOSE):
        return None
    if not bold and not found:
        return None
    if before.kind is SectionKind.SIGN_OFF or _names_somebody(block.text[end:]):
        return None  # "Legal: Jane Doe" says who advised
    if explained:
        # "Environmental impact – the effect of the proposals on …": all of it is the heading
        empty = replace(block, passage=NOWHERE, label=NOWHERE, run_in=NOWHERE)
        return replace(known, heading=block.passage, label=block.label, labelled=True), empty
    rest_passage = block.passage.slice(end)
    if rest_passage.text[:1] in ":-–—":
        rest_passage = rest_passage.slice(1)
    rest = replace(
        block,
        kind=BlockKind.PARAGRAPH,
        passage=rest_passage,
        label=Passage(),
        run_in=Passage(),
        bold=False,
    )
    return replace(known, heading=opening, label=block.label, labelled=True), rest


def _is_implication(passage: Passage) -> bool:
    """Whether words head an implication wherever they stand ("Risk implications")."""
    return bool(lexicon().implication(fold_heading(passage.text)))


def _is_lettered_subject(block: Block, following: Block | None, before: Node) -> bool:
    """Whether a plain lettered paragraph opens with a subject, as its neighbour does."""
    if not _opens_with_subject(block):
        return False
    after = following is not None and bool(following.label) and _opens_with_subject(following)
    return after or bool(before.types and before.labelled and before.label)


def _opens_with_subject(block: Block) -> bool:
    """ "Biodiversity – None." """
    found = RUN_IN.match(block.text)
    return found is not None and bool(lexicon().implication(fold_heading(found[1]), in_run=True))


def row_section(block: Block, *, in_form: bool) -> Node | None:
    """A section whose heading stands in the cell beside it ("Purpose: | To confirm …").

    `in_form` says that the row above was one, in a ruled grid.
    """
    if len([cell for cell in block.cells if cell]) != 2 or not opens_row(block, in_form=in_form):
        return None
    kind = lexicon().section_kind(fold_heading(block.cell(0).text))
    if kind not in (_ROWED | LISTS if block.table else _ROWED):
        return None
    if kind in LISTS and is_answer(fold(joined(block.cells[-1]).text).strip(" .")):
        return None
    return Node(block.cell(0), kind=kind, labelled=True)


def opens_row(block: Block, *, in_form: bool) -> bool:
    """Whether a row opens with the heading of what stands beside it, as it is set or closed."""
    label = block.cell(0)
    if not label or not block.cells[-1] or len(label.words) > ROW_WORDS:
        return False
    first, value = block.cells[0][0], block.cells[-1][0]
    stands_out = (first.bold and (in_form or not value.bold)) or (first.caps and not value.caps)
    if label.text.endswith(":") or (block.table and stands_out):
        return True
    titles = block.table and len(block.cells) == 2 and len(label.words) <= TITLE_WORDS
    return bool(titles) and lexicon().section_kind(fold_heading(label.text)) in _ROWED


def _only_explains(rest: str) -> bool:
    """Whether what follows a heading's dash is more of the heading: small letters, no sentence."""
    rest = rest.strip(" :-–—")
    return rest[:1].islower() and not rest.endswith(".") and len(rest.split()) > 3


def _names_somebody(text: str) -> bool:
    """Whether a short text is a person's name, perhaps with the post."""
    rest = text.strip(" :-–—")
    if not rest or len(rest.split()) > 14 or rest.endswith(".") or is_answer(fold(rest)):
        return False
    parts = parse_person(rest)
    if parts.name is None or parts.name.start > 12 or len(parts.name.text.split()) < 2:
        return False
    return parts.post is not None or parts.name.end >= len(rest) - 2
