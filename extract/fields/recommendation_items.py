"""The items of a list of recommendations: their texts, their labels and how they nest.

Labels nest by their style: a style not seen above opens a level, one seen above goes back to it.
A lead-in ("Cabinet is recommended to:") is no entry; what it asks for is known to the items under
it, and its number is their parent. Bullets are entries of their own under a lead-in, and part of
the text of any other item. The conditions of a planning permission are no entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from extract.fields.actions import action_of
from extract.fields.delegations import delegation_of
from extract.fields.texts import block_text, is_boilerplate
from extract.fields.values import Found
from extract.layout.blocks import Block, BlockKind
from extract.layout.labels import LabelStyle, depth, follows, is_bullet, is_firm, is_label, style
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, lexicon, says
from schemas import Recommendation

# Longest lead-in, in words.
LEAD_IN_WORDS = 60

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
_GOES_ON = re.compile(r"(?:[;,:]|\b(?:and|or))$")
# What is to be done, not who is to do it ("That the fair be held with:").
_PASSIVE = re.compile(r"\bbe (?!asked|recommended|requested|invited|required)(?:\w+ly )?\w+")
_LONE_LETTER = re.compile(r"[a-zA-Z]|[ivx]{1,4}|[IVX]{1,4}")
_CONDITIONS = says("conditions_follow")


@dataclass(slots=True)
class Item:
    """An item of the list while it is read: its label and paragraphs, and what it stands under."""

    label: Passage
    text: list[Passage]
    style: LabelStyle = LabelStyle.NONE
    depth: int = 0
    parent: Passage = NOWHERE  # the label that it stands under
    above: Item | None = None  # the item that it is nested in, or the lead-in before the list
    is_entry: bool = True  # a lead-in is none

    def found(self) -> Found[Recommendation]:
        """The item as a value of the record."""
        text = Passage.join(self.text)
        label = "" if is_bullet(self.label.text) else self.label.text.rstrip(".")
        places = [("/text", text)]
        if label:
            places.append(("/label", self.label))
        if self.parent:
            places.append(("/parent", self.parent))
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
            parent=self.parent.text.rstrip(".") or None,
            action=action.value if action else None,
            delegation=delegation.value if delegation else None,
        )
        return Found(value, tuple(places))

    def ancestors(self) -> Iterator[Item]:
        """What it stands under, innermost first."""
        item = self.above
        while item is not None:
            yield item
            item = item.above

    @property
    def holds_bullets(self) -> bool:
        """Whether bullets below it are part of its text."""
        return self.is_entry and bool(self.text) and self.style is not LabelStyle.BULLET

    @property
    def asks_for_conditions(self) -> bool:
        """Whether what follows are the conditions on which it is to be granted."""
        return bool(self.text) and bool(_CONDITIONS.search(fold(self.text[-1].text)))


def items_of(blocks: Sequence[Block]) -> list[Item]:
    """The entries among some blocks, in order."""
    blocks = [block for block in blocks if not is_boilerplate(_text(block))]
    if any(label_of(block) for block in blocks):
        return _labelled_items(blocks)
    return _plain_items(blocks)


def _plain_items(blocks: Sequence[Block]) -> list[Item]:
    """The paragraphs of a list without labels."""
    items: list[Item] = []
    lead_in: Item | None = None
    for at, block in enumerate(blocks):
        if items and block.kind is BlockKind.ROW:
            break  # the grid of a signature, or of figures
        text = block_text(block)
        if not text:
            continue
        if _leads_in(text) and at + 1 < len(blocks):
            lead_in = Item(NOWHERE, [text], is_entry=False)
        elif _states(text, items, lead_in):
            items.append(Item(NOWHERE, [text], above=lead_in))
            if items[-1].asks_for_conditions:
                break
    return items


def _states(text: Passage, items: Sequence[Item], lead_in: Item | None) -> bool:
    """Whether an unlabelled paragraph is a recommendation.

    The first is; later ones by their opening, or below a lead-in as long as the sentence goes on
    or a verb says what to do.
    """
    if not items or fold(text.text).startswith(_OPENINGS):
        return True
    if lead_in is None:
        return False
    return bool(_GOES_ON.search(items[-1].text[-1].text)) or action_of(text, []) is not None


def _labelled_items(blocks: Sequence[Block]) -> list[Item]:
    items: list[Item] = []
    stack: list[Item] = []
    lead_in: Item | None = None
    before: str | None = None
    granted: Item | None = None  # the item whose conditions follow
    for at, block in enumerate(blocks):
        text, label = _text(block), label_of(block)
        if not label:
            if items and block.kind is BlockKind.ROW:
                break
            if not text:
                continue
            if stack and not stack[-1].text:  # the label stands in the heading above
                stack[-1].text.append(text)
                items.append(stack[-1])
            elif items and not _leads_in(text):
                _continue(items, block, text)
            elif at + 1 < len(blocks) and not blocks[at + 1].passage and not _leads_in(text):
                items.append(Item(NOWHERE, [text]))  # further ones have headings of their own
            else:
                above = lead_in.text if lead_in and not items else []
                lead_in = Item(NOWHERE, [*above, text], is_entry=False)
            granted = items[-1] if items and items[-1].asks_for_conditions else granted
            continue
        kind, level = style(label.text, before), depth(label.text)
        if kind is LabelStyle.BULLET and stack and stack[-1].holds_bullets:
            stack[-1].text.append(text)
            continue
        if granted is not None and not (
            kind is granted.style and follows(granted.label.text, label.text)
        ):
            continue
        label, text = _inner_label(label, text)
        kind, level = style(label.text, before), depth(label.text)
        before, granted = label.text, None
        _unwind(stack, kind, level)
        item = Item(label, [text] if text else [], kind, level)
        item.parent = stack[-1].label if stack else NOWHERE
        item.above = stack[-1] if stack else lead_in
        stack.append(item)
        if not text:
            continue
        if level and _leads_in(text) and _asks_below(blocks[at + 1 :], item):
            item.is_entry = False
            continue
        items.append(item)
        granted = item if item.asks_for_conditions else None
    return items


def _inner_label(label: Passage, text: Passage) -> tuple[Passage, Passage]:
    """A number and a letter in one line: the number is the paragraph's ("1.  a) That …")."""
    first = text.text.split(" ", 1)[0]
    if not depth(label.text) or depth(first) or not (is_label(first) and is_firm(first)):
        return label, text
    if is_bullet(first) or first == text.text:
        return label, text
    return text.slice(0, len(first)), text.slice(len(first))


def _asks_below(rest: Sequence[Block], item: Item) -> bool:
    """Whether an item says who is asked, and the next label stands under it."""
    if _PASSIVE.search(item.text[0].text):
        return False
    following = next((label for block in rest if (label := label_of(block))), NOWHERE)
    return bool(following) and _nests(style(following.text), depth(following.text), item)


def _text(block: Block) -> Passage:
    if block.kind is BlockKind.ROW and label_of(block):
        return Passage.join([block.cell(at) for at in range(1, len(block.cells))], " ")
    return block_text(block)


def label_of(block: Block) -> Passage:
    """The label of a block: its own, or what stands alone in the first cell of a row."""
    if block.label:
        return block.label
    if block.kind is BlockKind.ROW:
        first = block.cell(0)
        if is_label(first.text) or _LONE_LETTER.fullmatch(first.text):
            return first
    return NOWHERE


def _unwind(stack: list[Item], kind: LabelStyle, level: int) -> None:
    """Close the items that a label of this style and depth does not stand under."""
    for at, item in enumerate(stack):
        if item.style is kind and not _nests(kind, level, item):
            del stack[at:]
            return
    while stack and not _nests(kind, level, stack[-1]):
        stack.pop()


def _nests(kind: LabelStyle, level: int, above: Item) -> bool:
    """Whether a label of this style stands under the item above."""
    if kind is above.style:
        return kind is LabelStyle.DECIMAL and level > above.depth > 0
    return above.style is not LabelStyle.BULLET


def _leads_in(text: Passage) -> bool:
    """Whether a paragraph only says who is asked, not for what."""
    words = fold(text.text)
    return len(text.words) <= LEAD_IN_WORDS and lexicon().lead_in.found_in(words)


def _continue(items: list[Item], block: Block, text: Passage) -> None:
    """Text without a label between items: it goes on the item before it when it is indented."""
    if block.kind is BlockKind.ROW:
        return
    last = items[-1]
    first = last.text[0].words[0]
    label = last.label.words[0] if last.label else None
    indented = (
        block.size and label is not None and block.x0 >= first.x0 - 6 and first.x0 > label.x0 + 3
    )
    if text.text[:1].islower() or (indented and not text.text.endswith(":")):
        last.text.append(text)
