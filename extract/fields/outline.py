"""Blocks to sections: which paragraphs are headings, what each introduces, and how they nest.

Witnesses, in the order in which they are believed:

1. a level that the source states (Markdown, a tagged heading);
2. the lexicon's phrase for a part of a report, where the paragraph stands as a heading does (bold,
   capitals, larger, numbered, closed by a colon, or alone in a text);
3. the same phrase as the opening of a paragraph, parted by a colon or by bold type ("Reason: …");
4. style alone: a short bold, capital or larger paragraph that ends like no sentence.

Numbering alone makes no heading: most headings carry none, and most numbers stand before text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from extract.dates import find_dates
from extract.fields.entries import signature
from extract.layout.blocks import Block, BlockKind
from extract.layout.labels import depth, is_bullet
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, fold_heading, lexicon
from extract.persons import parse_person, person_kind
from schemas.vocabulary import ImplicationType, PersonKind, SectionKind

# Longest heading that style alone makes, and longest that the lexicon is asked about, in words.
STYLED_WORDS = 18
KNOWN_WORDS = 28

_RUN_IN = re.compile(r"^([^:.;]{2,90}?)\s*(?::-?|[-–—](?=\s))\s*(?=\S)")
_APPENDIX = re.compile(r"(?:appendix|annexe?|schedule) [a-z0-9]{1,3}\b")
_FINITE = re.compile(r"\b(?:is|are|has|have|will|was|were|been)\b.*\.$")
_SENTENCE = re.compile(r"[.;,]$")
# Parts that a report has once, and that a heading of the body never continues.
_OWN = frozenset(SectionKind) - {SectionKind.OTHER}
_ROWED = frozenset(
    {SectionKind.RECOMMENDATIONS, SectionKind.REASONS, SectionKind.ALTERNATIVES}
    | {SectionKind.SUMMARY, SectionKind.PURPOSE, SectionKind.CONSULTATION}
)
_LISTS = frozenset({SectionKind.APPENDICES, SectionKind.BACKGROUND_PAPERS})
# Phrases so common in running text that an unstyled line of them is no heading.
_PLAIN = frozenset({SectionKind.OTHER, SectionKind.BACKGROUND, SectionKind.CONTACTS})


@dataclass(frozen=True, slots=True)
class Node:
    """One heading and the blocks up to the next; the first node, without heading, is the front."""

    heading: Passage = field(default_factory=Passage)
    label: Passage = field(default_factory=Passage)
    kind: SectionKind = SectionKind.OTHER
    types: tuple[ImplicationType, ...] = ()
    level: int = 1
    narrows: bool = False
    labelled: bool = False  # opened by a label and colon in the line of its text
    blocks: tuple[Block, ...] = ()

    @property
    def own(self) -> bool:
        """Whether it is a part of its own, not a passage of the section above."""
        return not self.narrows and (bool(self.types) or self.kind in _OWN)

    @property
    def key(self) -> str:
        """The heading as the lexicon compares it."""
        return fold_heading(self.heading.text)


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's sections in order; `nodes[0]` is what stands before the first heading."""

    nodes: tuple[Node, ...]

    def of_kind(self, *kinds: SectionKind) -> Iterator[tuple[int, Node]]:
        """The sections of these kinds, with their places."""
        return ((at, node) for at, node in enumerate(self.nodes) if node.kind in kinds)

    def body(self, at: int) -> list[Block]:
        """The blocks of a section with those of the sub-sections that belong to it."""
        node = self.nodes[at]
        blocks = list(node.blocks)
        for below in self.nodes[at + 1 :]:
            if below.own or (below.level <= node.level and not below.narrows):
                break
            blocks += below.blocks
        return blocks

    def children(self, at: int) -> list[int]:
        """The places of the sections nested in one."""
        found = []
        for place in range(at + 1, len(self.nodes)):
            if self.nodes[place].level <= self.nodes[at].level:
                break
            found.append(place)
        return found


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
    usual = _usual_size(blocks)
    nodes: list[Node] = [Node(kind=SectionKind.FRONT_MATTER, level=0)]
    held: list[Block] = []
    stack: list[tuple[_Style, int]] = []

    def close() -> None:
        nodes[-1] = replace(nodes[-1], blocks=tuple(held))
        held.clear()

    signing = 0
    blocks = _columns_apart(blocks)
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if signing == 0 and at and (signed := signature(blocks[at : at + 4])) is not None:
            signing = signed[1]
        if signing:
            signing -= 1
            held.append(block)
            continue
        if (rowed := _row_section(block)) is not None:
            close()
            nodes.append(replace(rowed, level=_level(stack, _style(block, block), rowed)))
            held.extend(block.cells[-1])
            continue
        node = _heading(block, following, usual, nodes[-1])
        if node is None:
            opened = _run_in(block, following, nodes[-1])
            if opened is None:
                held.append(block)
                continue
            node, rest = opened
            close()
            nodes.append(replace(node, level=_level(stack, _style(block, rest), node)))
            held.append(rest)
            continue
        close()
        nodes.append(replace(node, level=_level(stack, _style(block, block), node)))
    close()
    return Outline(tuple(_bare_topics(nodes)))


def _columns_apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, sections that stand side by side in a grid set one below the other."""
    result: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        heads = [block.cell(i) for i in range(len(block.cells))]
        kinds = [
            lexicon().section_kind(fold_heading(head.text)) if head else None for head in heads
        ]
        if len(heads) < 2 or None in kinds or len(set(kinds)) < len(kinds) or not block.table:
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


def _heading(block: Block, following: Block | None, usual: float, before: Node) -> Node | None:
    """The section that a block opens, if it is a heading."""
    if block.kind is BlockKind.ROW:
        return _headed_grid(block)
    if not block.text or (block.label and is_bullet(block.label.text)):
        return None
    words = len(block.passage.words)
    if words > KNOWN_WORDS or "\n\n" in block.text:
        return None
    if before.kind in _LISTS and block.label and not (block.bold or block.level):
        return None  # an entry of the list, whatever it is called
    known = _known(block.passage, before)
    if known is None and lexicon().boilerplate.search(fold(block.text)):
        return None
    if known is not None and known.types and _answers(block.passage, before):
        return None  # "Decarbonisation – None": heading and text in one line
    larger = bool(usual) and block.size > usual * 1.08
    styled = block.bold or block.caps or larger or bool(block.level)
    text = block.text
    if known is not None and not styled and _FINITE.search(text):
        return None  # "An impact assessment has been carried out." is a sentence
    if known is not None:
        plain_list = block.label and not depth(block.label.text) and not styled
        stands = styled or text.endswith((":", "?")) or bool(block.label and not plain_list)
        plain = known.kind in _PLAIN and not known.narrows
        alone = following is not None and not plain and not _SENTENCE.search(text)
        if plain_list or not (stands or (alone and words <= 10)):
            return None
        if block.label and not styled and words == 1 and known.kind in _PLAIN:
            return None
        return replace(known, heading=block.passage, label=block.label)
    if block.level:
        return Node(block.passage, block.label)
    if not styled or words > STYLED_WORDS or _SENTENCE.search(text) or following is None:
        return None
    if block.label and before.kind is SectionKind.RECOMMENDATIONS and not depth(block.label.text):
        return None
    if not any(c.isalpha() for c in text) or before.kind is SectionKind.FRONT_MATTER:
        # what stands above the first known heading is front matter, however it is set
        return None
    if _opens_with_label(block.passage) or _is_answer(fold(text).strip(" .:")):
        return None
    if find_dates(text) and words <= 5:
        return None
    if before.types and (text.endswith("?") or _names_office(text)):
        return None  # a question of the form, or the office whose advice stands below
    return Node(block.passage, block.label)


def _headed_grid(block: Block) -> Node | None:
    """The section that the first row of its grid heads ("Background papers | Location")."""
    first = block.cell(0)
    kind = lexicon().section_kind(fold_heading(first.text)) if first else None
    if kind not in _LISTS or not block.bold or len(block.passage.words) > 20:
        return None
    return Node(first, kind=kind)


def _in_run(before: Node) -> bool:
    """Whether the sections just above are implications."""
    return bool(before.types) or before.kind is SectionKind.IMPLICATIONS


def _only_explains(rest: str) -> bool:
    """Whether what follows a heading's dash is more of the heading: small letters, no sentence."""
    rest = rest.strip(" :-–—")
    return rest[:1].islower() and not rest.endswith(".") and len(rest.split()) > 3


def _is_answer(folded: str) -> bool:
    words = lexicon()
    return bool(words.none.match(folded) or words.yes.match(folded) or words.no.match(folded))


def _names_office(text: str) -> bool:
    """Whether a line is only a post and a colon ("Legal Team Leader:")."""
    parts = parse_person(text.rstrip(" :"))
    known = person_kind(parts) is not PersonKind.UNKNOWN
    return text.endswith(":") and parts.post is not None and parts.name is None and known


def _names_somebody(text: str) -> bool:
    """Whether a short text is a person's name, perhaps with the post."""
    rest = text.strip(" :-–—")
    if not rest or len(rest.split()) > 14 or rest.endswith(".") or _is_answer(fold(rest)):
        return False
    parts = parse_person(rest)
    if parts.name is None or parts.name.start > 12 or len(parts.name.text.split()) < 2:
        return False
    return parts.post is not None or parts.name.end >= len(rest) - 2


def _row_section(block: Block) -> Node | None:
    """A section whose heading stands in the cell beside it ("Purpose: | To confirm …")."""
    if block.kind is not BlockKind.ROW or len([cell for cell in block.cells if cell]) != 2:
        return None
    label = block.cell(0)
    if not label or not block.cells[-1] or len(label.words) > 10:
        return None
    first = next(part for cell in block.cells for part in cell)
    beside = bool(block.table) and first.bold and not block.cells[-1][0].bold
    if not (label.text.endswith(":") or beside):
        return None
    kind = lexicon().section_kind(fold_heading(label.text))
    return Node(label, kind=kind, labelled=True) if kind in _ROWED else None


def _answers(passage: Passage, before: Node) -> bool:
    """Whether a line holds a heading and, behind a dash or colon, what stands under it."""
    found = _RUN_IN.match(passage.text)
    if found is None:
        return False
    rest = fold(passage.text[found.end() :]).strip(" .")
    if lexicon().none.match(rest):
        return True
    known = _known(passage.slice(0, found.end(1)), before)
    return known is not None and bool(known.types) and bool(lexicon().statements.match(rest))


def _opens_with_label(passage: Passage) -> bool:
    """Whether a bold line is a label with its value ("Ward(s): All wards"), not a heading."""
    found = _RUN_IN.match(passage.text)
    if found is None:
        return False
    words, key = lexicon(), fold_heading(found[1])
    return bool(words.fields(key) or words.section_kind(key) or words.implication(key))


def _known(passage: Passage, before: Node) -> Node | None:
    """What the lexicon makes of a heading's words."""
    words = lexicon()
    key = fold_heading(passage.text)
    if not key:
        return None
    if words.narrows(key) and (before.types or before.narrows):
        return Node(kind=SectionKind.OTHER, narrows=True)
    kind = words.section_kind(key)
    if kind is SectionKind.CONSULTATION:
        return Node(kind=kind)
    if kind is not None:
        return Node(kind=kind)
    if _APPENDIX.match(key):
        return None
    in_run = _in_run(before)
    types = words.implication(key, in_run=in_run)
    if not types and in_run and "(" in passage.text:  # "Community (Equality, Poverty, Rural)"
        types = words.implication(
            fold(re.sub(r"[()]", " ", passage.text)).strip(" :-"), in_run=True
        )
    return Node(kind=SectionKind.IMPLICATIONS, types=types) if types else None


def _run_in(block: Block, following: Block | None, before: Node) -> tuple[Node, Block] | None:
    """The section that opens inside a paragraph ("Reason: …"), and the rest of the paragraph."""
    if block.kind is BlockKind.ROW or not block.text:
        return None
    lettered = bool(block.label) and not depth(block.label.text)
    if lettered and (is_bullet(block.label.text) or not block.run_in or not _in_run(before)):
        return None
    end, opening = 0, Passage()
    if block.run_in and len(block.run_in.words) <= KNOWN_WORDS:
        opening = block.run_in
        end = len(opening.text)
    found = _RUN_IN.match(block.text)
    if found and (not opening or found.end() <= end or not opening.text.endswith(":")):
        opening = block.passage.slice(0, found.end(1))
        end = found.end()
    if not opening:
        return None
    if (
        before.types
        and block.label
        and depth(block.label.text) == 1
        and ":" not in block.text[: end + 1]
    ):
        return None  # an item of the list that the field above holds
    dashed = not opening.text.endswith(":") and block.text[len(opening.text) :].lstrip()[:1] != ":"
    explained = dashed and following is not None and _only_explains(block.text[end:])
    alone = dashed and not block.label and not (explained and block.run_in)
    known = _known(opening, Node() if alone else before)
    if before.types == (ImplicationType.OTHER,) and not block.run_in and not block.bold:
        return None  # "Property: …" under other implications is part of them
    bold = bool(block.run_in) or block.bold
    if before.kind in _LISTS and block.label:
        return None
    if before.kind is SectionKind.SIGN_OFF or _names_somebody(block.text[end:]):
        return None  # "Legal: Jane Doe" says who advised
    if lexicon().statements.match(fold_heading(opening.text)):
        return None  # "There are no alternative options: …" is a sentence
    if known is None or known.narrows or not (known.own or bold):
        return None
    if not bold and (known.kind in _PLAIN or known.kind is SectionKind.PURPOSE):
        return None
    if not bold and not found:
        return None
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
