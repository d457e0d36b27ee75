"""Recommendations: what the deciding body is asked to do, item by item, with their nesting.

Labels nest by their style: a style not seen above opens a level, one seen above goes back to it.
A lead-in ("Cabinet is recommended to:") is no entry; what it asks for is known to the items under
it. What is printed twice counts once, from the front.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from extract.fields.actions import action_of
from extract.fields.delegations import delegation_of
from extract.fields.nodes import Outline
from extract.fields.texts import before_signature, block_text, is_boilerplate
from extract.fields.values import Found
from extract.layout.blocks import Block, BlockKind
from extract.layout.labels import LabelStyle, core, depth, is_bullet, is_label, style
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, lexicon, says
from schemas import Recommendation
from schemas.vocabulary import SectionKind

# Openings of a paragraph that is a recommendation although it carries no label.
_OPENINGS = (
    "that ",
    "to ",
    "the committee ",
    "cabinet ",
    "council ",
    "members ",
    "it is recommended",
)


# A lead-in that gives a section of another name away.
_ASKED = says("asked")


@dataclass(slots=True)
class _Item:
    label: Passage
    text: list[Passage]
    style: LabelStyle
    depth: int
    parent: str | None
    above: _Item | None = None  # the item that it is nested in, or the lead-in before the list
    is_entry: bool = True  # a lead-in is none

    def found(self) -> Found[Recommendation]:
        """The item as a value of the record."""
        text = Passage.join(self.text)
        label = "" if is_bullet(self.label.text) else self.label.text.rstrip(".")
        places = [("/text", text)]
        if label:
            places.append(("/label", self.label))
        above = list(self.ancestors())
        action = action_of(text, [Passage.join(item.text) for item in above])
        # What a lead-in delegates has no entry of its own: it is each item's under it.
        lead_ins = takewhile(lambda item: not item.is_entry, above)
        stating = [text, *(Passage.join(item.text) for item in lead_ins)]
        delegation = next(filter(None, map(delegation_of, stating)), None)
        places += action.at("/action") if action else ()
        places += delegation.at("/delegation") if delegation else ()
        value = Recommendation(
            label=label,
            text=text.text,
            parent=self.parent,
            action=action.value if action else None,
            delegation=delegation.value if delegation else None,
        )
        return Found(value, tuple(places))

    def ancestors(self) -> Iterator[_Item]:
        """What it stands under, innermost first."""
        item = self.above
        while item is not None:
            yield item
            item = item.above


def recommendations(outline: Outline) -> list[Found[Recommendation]]:
    """The recommendations of the first section that holds any."""
    for at, _ in outline.of_kind(SectionKind.RECOMMENDATIONS):
        blocks = before_signature(_section_blocks(outline, at))
        items = _items(blocks)
        if items:
            return [item.found() for item in items]
    for node in outline.nodes:
        for at, block in enumerate(node.blocks):
            if _ASKED.search(fold(block.text)) and len(block.passage.words) <= 40:
                items = _items(before_signature(list(node.blocks[at:])))
                if items:
                    return [item.found() for item in items]
    return []


def _section_blocks(outline: Outline, at: int) -> list[Block]:
    """The section's blocks, with headed parts that go on its numbering."""
    blocks = outline.body(at)
    for node in outline.nodes[at + 1 :]:
        if any(block in blocks for block in node.blocks):
            continue
        labels = [b.label.text for b in blocks if b.label and core(b.label.text).isdigit()]
        first = next((b for b in node.blocks if b.label), None)
        if node.own or not labels or first is None or not core(first.label.text).isdigit():
            break
        if int(core(first.label.text)) != int(core(labels[-1])) + 1:
            break
        blocks += node.blocks
    return blocks


def _items(blocks: Sequence[Block]) -> list[_Item]:
    labelled = any(_label(block) for block in blocks)
    items: list[_Item] = []
    stack: list[_Item] = []
    lead_in: _Item | None = None
    before: str | None = None
    for at, block in enumerate(blocks):
        text = _item_text(block)
        if is_boilerplate(text):
            continue
        label = _label(block)
        if not label:
            if items and block.kind is BlockKind.ROW:
                break  # the grid of a signature, or of figures
            leads_in = bool(text) and _is_lead_in(text, at + 1 < len(blocks))
            if labelled:
                _continue(items, block, text)
            elif text and not leads_in and _states(text, items):
                items.append(_Item(NOWHERE, [text], LabelStyle.NONE, 0, None, lead_in))
            if leads_in:
                lead_in = _Item(NOWHERE, [text], LabelStyle.NONE, 0, None, is_entry=False)
            continue
        kind = style(label.text, before)
        before = label.text
        level = depth(label.text)
        _unwind(stack, kind, level)
        parent = stack[-1].label.text.rstrip(".") if stack else None
        above = stack[-1] if stack else lead_in
        item = _Item(label, [text] if text else [], kind, level, parent, above)
        stack.append(item)
        more = any(_label(other) for other in blocks[at + 1 :])
        if text and (more and level and _is_lead_in(text, more=True)):
            item.is_entry = False
            continue
        if text:
            items.append(item)
    return items


def _item_text(block: Block) -> Passage:
    if block.kind is BlockKind.ROW and _label(block):
        return Passage.join([block.cell(at) for at in range(1, len(block.cells))], " ")
    return block_text(block)


def _label(block: Block) -> Passage:
    if block.label:
        return block.label
    if block.kind is BlockKind.ROW:
        first = block.cell(0)
        if " " not in first.text and is_label(first.text):
            return first
    return NOWHERE


def _unwind(stack: list[_Item], kind: LabelStyle, level: int) -> None:
    """Close the items that a label of this style and depth does not stand under."""
    for at, item in enumerate(stack):
        if item.style is kind and not _nests(kind, level, item):
            del stack[at:]
            return
    while stack and not _nests(kind, level, stack[-1]):
        stack.pop()


def _nests(kind: LabelStyle, level: int, above: _Item) -> bool:
    """Whether a label of this style stands under the item above."""
    if kind is above.style:
        return kind is LabelStyle.DECIMAL and level > above.depth > 0
    return above.style is not LabelStyle.BULLET


def _is_lead_in(text: Passage, more: bool) -> bool:
    return more and len(text.words) <= 60 and bool(lexicon().lead_in.search(fold(text.text)))


def _states(text: Passage, items: Sequence[_Item]) -> bool:
    """Whether an unlabelled paragraph is a recommendation: the first is, others by their words."""
    return not items or fold(text.text).startswith(_OPENINGS)


def _continue(items: list[_Item], block: Block, text: Passage) -> None:
    """Text without a label between items: it goes on the item before it when it is indented."""
    if not items or not text or block.kind is BlockKind.ROW:
        return
    last = items[-1]
    first = last.text[0].words[0]
    indented = block.page and block.x0 >= first.x0 - 6 and first.x0 > last.label.words[0].x0 + 3
    if text.text[:1].islower() or (indented and last.label and not text.text.endswith(":")):
        last.text.append(text)
