"""Implications: sections headed by a subject, and rows of a grid labelled by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.dates import find_dates
from extract.fields.labelled import Labelled, known_label, opening_label
from extract.fields.outline import Node, Outline
from extract.fields.texts import before_signature, text_of
from extract.fields.ticks import ticked
from extract.fields.values import Found
from extract.layout.blocks import Block, BlockKind, joined
from extract.layout.labels import is_bullet
from extract.layout.passage import Passage
from extract.lexicon import fold, fold_heading, lexicon, wording
from extract.persons import parse_person
from schemas import Implication
from schemas.vocabulary import ImplicationStatus, ImplicationType, SectionKind

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'(£])")
_TICKS = re.compile(r"[☒☑✓☐□✔✗]")
_TICK = re.compile(r"[xX✓✔☒☑☐]?")
_YES_NO = re.compile(
    r"[☒☑✓✔☐□]?\s*(?:yes|no|n/?a)\b[\s/☒☑✓✔☐□]*(?:(?:yes|no|n/?a)\b[\s☒☑✓✔☐□]*)*", re.I
)
_LIST_MARK = re.compile(r"^[^\w£]*(?:[a-z]\)|\(?[ivx]+\))?\s*")
_APPENDIX = re.compile(r"(?:appendix|annexe?|schedule) [a-z0-9]", re.IGNORECASE)
_NUMERIC = re.compile(r"^[\s£€$%()\d.,kmbn+/–—-]+$", re.IGNORECASE)
_PLANNING = re.compile(rf"\b{wording('planning')}\b", re.IGNORECASE)
_OF_PLANNING = frozenset(
    {
        ImplicationType.EQUALITY,
        ImplicationType.HUMAN_RIGHTS,
        ImplicationType.LEGAL,
        ImplicationType.FINANCIAL,
    }
)
# Labelled fields that may follow an implication without a heading of their own.
_FIELDS = frozenset(
    {"key_decision", "wards", "contact", "author", "reference", "date", "lead_member"}
    | {"lead_director", "report_of", "email", "phone", "agenda_item", "title"}
)
# An adviser's line: what he is, a colon, who he is.
_ADVISER = re.compile(r"^[A-Z][^:.]{2,70}:\s*")


def implications(outline: Outline, labelled: Sequence[Labelled]) -> list[Found[Implication]]:
    """Every implication, in the order of the page."""
    found = [*_from_sections(outline), *_from_rows(outline, labelled)]
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
        if not blocks and any(child.types for child in nested):
            continue  # only the roof over the implications below it
        if _holds_rows(blocks):
            continue
        text = text_of(block for block in _own_blocks(blocks) if not _stands_apart(block))
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
    after = at + 1 < len(nodes) and bool(nodes[at + 1].types)
    if (before and after) or node.labelled or node.heading.text.endswith(":"):
        return (ImplicationType.CONSULTATION,)
    return ()


def _holds_rows(blocks: Sequence[Block]) -> bool:
    """Whether a section is only the roof over a grid whose rows are implications."""
    rows = [
        b
        for b in blocks
        if b.kind is BlockKind.ROW
        and lexicon().implication(fold_heading(b.cell(0).text), in_run=True)
        and len(b.cell(0).words) <= 12
    ]
    return len(rows) >= 2


def _own_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
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


def _stands_apart(block: Block) -> bool:
    """Whether a block below an implication's heading is no part of its text."""
    return is_adviser(block) or _is_row_of_its_own(block)


def _is_row_of_its_own(block: Block) -> bool:
    """Whether a row is labelled with a subject of its own."""
    if block.kind is not BlockKind.ROW or not block.cell(0).text.endswith(":"):
        return False
    return bool(lexicon().implication(fold_heading(block.cell(0).text), in_run=True))


def _from_rows(
    outline: Outline, labelled: Sequence[Labelled]
) -> Iterator[tuple[Passage, Found[Implication]]]:
    words = lexicon()
    counted: dict[int, int] = {}
    for at, node in enumerate(outline.nodes):
        counted[at] = sum(
            1
            for block in node.blocks
            if block.kind is BlockKind.ROW
            and words.implication(fold_heading(block.cell(0).text), in_run=True)
            and not _is_figures(block)
        )
    for at, node in enumerate(outline.nodes):
        if node.types == (ImplicationType.RISK,):
            continue  # a register of risks names what they are to, not implications
        in_run = counted[at] >= 2 or bool(node.types) or node.kind is SectionKind.IMPLICATIONS
        for block in node.blocks:
            if block.kind is not BlockKind.ROW or _is_figures(block):
                continue
            filled = [cell for cell in block.cells if cell]
            cells = [joined(cell) for cell in filled]
            if not cells or not cells[0]:
                continue
            label = cells[0]
            types = words.implication(fold_heading(label.text), in_run=in_run)
            plain = len(label.words) > 14 or words.fields(fold_heading(label.text))
            stands = bool(words.implication(fold_heading(label.text))) and filled[0][0].bold
            asks = label.text.endswith("?") or len(label.words) > 5
            if asks and set(types) <= set(node.types):
                continue  # a question of the form, part of the section's text
            if plain or not (in_run or stands or label.text.endswith((":", "?"))):
                continue
            value = cells[1:]
            while value and _TICK.fullmatch(value[0].text):
                value = value[1:]
            if len(value) > 1 and _YES_NO.fullmatch(value[0].text):
                value = value[1:]
            elif len(value) > 1:  # a second label and value stand beside it
                own = next((at for at in range(len(block.cells)) if block.cells[at]), 0) + 1
                value = [block.cell(own)]
            if _APPENDIX.match(label.text) or _is_consultation(block, label):
                continue
            if node.kind is SectionKind.SIGN_OFF or (value and _is_somebody(value[0])):
                continue  # who was consulted, not what it implies
            text = Passage.join(value)
            stripped = label.text.rstrip(" :?-–")
            yield from _values(types, label.slice(0, len(stripped)), text)


def _is_consultation(block: Block, label: Passage) -> bool:
    """Whether a row only records that an officer was asked for comments."""
    values = [block.cell(at).text for at in range(1, len(block.cells)) if block.cells[at]]
    return all(_YES_NO.fullmatch(v) for v in values) and parse_person(label.text).post is not None


def _is_somebody(passage: Passage) -> bool:
    parts = parse_person(passage.text)
    return len(passage.words) <= 6 and parts.name is not None and len(parts.name.text.split()) > 1


def _is_figures(block: Block) -> bool:
    """Whether a row belongs to a table of figures: most cells behind the first are numbers."""
    values = [block.cell(at).text for at in range(1, len(block.cells)) if block.cells[at]]
    numeric = sum(bool(_NUMERIC.match(value)) for value in values)
    return len(values) > 1 and numeric >= len(values) / 2


def is_adviser(block: Block) -> bool:
    """Whether a block only says who gave an advice ("Finance: Jane Doe, Head of Finance")."""
    text = block.text
    if block.label and not is_bullet(block.label.text):
        return False  # a numbered paragraph is part of the advice
    if lexicon().adviser.search(fold(text)) and len(block.passage.words) <= 40:
        return True
    if text.endswith(":") and len(block.passage.words) <= 8:
        office = parse_person(text.rstrip(" :"))
        return office.post is not None and office.name is None
    opening = _ADVISER.match(text)
    if opening is None:
        return _is_signed(text)
    if len(block.passage.words) > 20:
        return False
    rest = parse_person(text[opening.end() :])
    return rest.name is not None and (rest.post is not None or rest.extra is None)


def _is_signed(text: str) -> bool:
    """Whether a line is only a name and a post, perhaps with a date ("Jane Doe, Solicitor")."""
    days = find_dates(text)
    bare = text[: days[0].start] if days else text
    if len(bare.split()) > 12 or ("," not in bare and "–" not in bare):
        return False
    parts = parse_person(bare)
    if parts.name is None or parts.name.start > 0 or parts.post is None:
        return False
    return 1 < len(parts.name.text.split()) < 5


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


def status_of(text: str) -> ImplicationStatus:
    """What an implications text amounts to (`no_direct`: none directly, whatever follows)."""
    words = lexicon()
    paragraphs = [p for p in (fold(part) for part in text.split("\n\n")) if p and not _is_form(p)]
    if not paragraphs:
        return ImplicationStatus.NONE if text.strip() else ImplicationStatus.BLANK
    answers = [_answer(p) for p in paragraphs]
    if all(words.none.match(a) for a in answers):
        return ImplicationStatus.NONE
    first, *rest = _SENTENCE_END.split(_unfolded(paragraphs[0], text))
    if rest and len(paragraphs) == 1 and words.none.match(_bare(fold(first))):
        return ImplicationStatus.NONE  # "None. Number plates are not recorded."
    kept = [p for p, a in zip(paragraphs, answers, strict=True) if not words.none.match(a)]
    sentences = [_bare(s) for s in _SENTENCE_END.split(_unfolded(kept[0], text))]
    spoken = [fold(s) for s in sentences if s]
    if len(kept) == 1 and spoken and all(_says_none(s) for s in spoken):
        if words.no_direct.search(kept[0]):
            return ImplicationStatus.NO_DIRECT
        return ImplicationStatus.NONE
    if spoken and words.none.match(_bare(spoken[-1])) and words.reminders.match(_bare(spoken[0])):
        return ImplicationStatus.NONE
    if any(words.no_direct.search(s) for s in spoken[:3]):
        return ImplicationStatus.NO_DIRECT
    return ImplicationStatus.SUBSTANTIVE


def _unfolded(paragraph: str, text: str) -> str:
    """The paragraph as printed, whose capitals part its sentences."""
    return next((part for part in text.split("\n\n") if fold(part) == paragraph), paragraph)


def _is_form(paragraph: str) -> bool:
    words = lexicon()
    one_sentence = not _SENTENCE_END.search(paragraph)
    form = bool(words.boilerplate.search(paragraph) or words.reminders.match(_bare(paragraph)))
    return (form and one_sentence) or bool(words.adviser.search(paragraph))


def _answer(paragraph: str) -> str:
    """What a paragraph answers: the words behind a question, the ticked one of yes and no."""
    if "?" in paragraph and not paragraph.endswith("?"):
        paragraph = paragraph.rsplit("?", 1)[1]
    elif re.search(r"\by/n\b", paragraph):
        paragraph = re.split(r"\by/n\b", paragraph)[-1]
    if ticked(paragraph) is False and len(paragraph.split()) <= 6:
        return "no"
    return _bare(_TICKS.sub("", paragraph))


def _bare(text: str) -> str:
    return _LIST_MARK.sub("", text.strip()).strip(" .;:,-–")


def _says_none(sentence: str) -> bool:
    words = lexicon()
    bare = _bare(sentence)
    opening = re.match(r"(?:none|not applicable|nil)\s*[:;,-]", bare)
    return bool(opening or words.none.match(bare) or words.none_sentence.match(bare))
