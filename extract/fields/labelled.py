"""Labels and their values: rows of a grid, "Label: value" lines, labels stacked on their values.

A label counts when the lexicon knows it, or when a colon closes it in a row of its own. What a
label can mean ("Title" is a subject, and the post in a contact grid) is left to the reader of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.fields.nodes import Node, Outline
from extract.fields.ticks import is_answer, ticked
from extract.fields.unparted import unparted
from extract.layout.blocks import Block, BlockKind, joined, split_lines
from extract.layout.passage import Passage
from extract.lexicon import fold_heading, lexicon, says, wording
from extract.persons import parse_person
from schemas.vocabulary import SectionKind

# Longest label, in words: "Does the report contain confidential or exempt information?" has nine.
LABEL_WORDS = 16

# What a file without pages (Word, HTML, text) holds on its first, in characters of its plain text.
_FIRST_PAGE = 2000

# Fields that a heading may name, their value standing below it.
_HEADED = frozenset({"wards", "key_decision", "reference", "venue"})
_COLON = re.compile(r"\w:(?=\s)")
_CAPITAL = re.compile(r"(?<=\s)[A-Z]")
_INNER_WORDS = 5
_BODY = says("body")
# Labels inside the value of another: they are read with the person whom it names.
_WITHIN_VALUE = frozenset({"email", "phone", "name", "post", "reference", "title"})
# What a dash may part from its value: "Report author – Ida Example", "Key decision – Yes".
_ROLES = frozenset(
    {"lead_member", "lead_director", "lead_officer", "author", "contact", "presenter", "chair"}
)
_ANSWERED = frozenset({"key_decision", "agenda_item"})
# What may be answered at the end of its line, without a colon.
_ASKING = frozenset({"key_decision", "confidentiality"})
_ANSWERS = ("YES", "NO", "Yes", "No")
_ANSWER = re.compile(rf"(.+?)\s+({'|'.join(_ANSWERS)})\.?", re.DOTALL)
_PAPER = re.compile(rf"{wording('attachment')}\s+[A-Z0-9]{{1,3}}\s*[-–—:.]\s*", re.IGNORECASE)
_DASHED = re.compile(r"^([A-Z][\w/() ]{2,60}?)\s+[-–—]\s+(?=\S)")
_DASHED_WORDS = 24
_ASIDE = re.compile(r"(?:\s*\([^()]*\))?\s*:\s*")
_OPENING = re.compile(r"^(.{2,120}?(?::|\?(?=\s)))\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One printed label with its value."""

    label: Passage
    value: tuple[Block, ...]
    fields: frozenset[str]  # what the lexicon says that the label can name; may be empty
    front: bool  # stands in the front matter or on the first page
    node: int  # place of its section in the outline
    kind: SectionKind = SectionKind.OTHER  # of that section

    @property
    def passage(self) -> Passage:
        """The value's text."""
        return joined(self.value)

    @property
    def key(self) -> str:
        """The label as the lexicon compares it."""
        return fold_heading(self.label.text)


_Pair = tuple[Passage, tuple[Block, ...]]


@lru_cache(maxsize=2)  # to tell what a paper is they are read, and again to read it
def labelled_values(outline: Outline) -> tuple[Labelled, ...]:
    """Every label and value of a document, in order."""
    found: list[Labelled] = []
    first_page = next((b.page for n in outline.nodes for b in n.blocks if b.page), 0)
    for at, node in enumerate(outline.nodes):
        named = _headed(node)
        if named and node.blocks:
            found.append(Labelled(node.heading, node.blocks, named, front=False, node=at))
        opening = node.kind in (SectionKind.FRONT_MATTER, SectionKind.CONTACTS) and at <= 2
        blocks = node.blocks
        skip = 0
        for place, block in enumerate(blocks):
            if skip:
                skip -= 1
                continue
            front = opening or _on_first_page(block, first_page)
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            pairs, skip = _pairs(block, following)
            if not pairs and opening and (lone := unparted(blocks, place)):
                pairs = [(lone[0], (_paragraph(block, lone[1]),))]
            asked = found and block.kind is BlockKind.ROW and is_answer(block.text)
            if asked and not pairs and ticked(found[-1].passage.text) is None:
                found[-1] = replace(found[-1], value=(*found[-1].value, *_filled(block)))
            for label, value in _with_inner(pairs):
                key = fold_heading(label.text)
                names = lexicon().fields(key)
                if (sure := lexicon().label_confidence(key)) is not None:
                    value = tuple(part.guessed(sure) for part in value)
                found.append(Labelled(label, value, names, front, at, node.kind))
            if not pairs and opening:
                found += _addressed(block, at) or _prefixed(block, at)
    return tuple(found)


def _headed(node: Node) -> frozenset[str]:
    """The fields that a heading names, its value standing below; secrecy only in a question."""
    if not node.heading:
        return frozenset()
    asks = {"confidentiality"} if node.heading.text.endswith("?") else set()
    return lexicon().fields(fold_heading(node.heading.text)) & (_HEADED | asks)


def _on_first_page(block: Block, first_page: int) -> bool:
    """Whether a block stands on the first page, or, in a file without pages, where that would be.

    `first_page` is 0 for such a file; its words know their places in the plain text.
    """
    if first_page:
        return block.page == first_page
    words = block.passage.words
    return bool(words) and 0 <= words[0].start < _FIRST_PAGE


def _with_inner(pairs: Sequence[_Pair]) -> Iterator[_Pair]:
    """The pairs, labels that open a later paragraph of a value set apart."""
    for label, value in pairs:
        own = [value[0]] if value else []
        inner: list[_Pair] = []
        for block in value[1:]:
            opened = opening_label(block.passage)
            parts = lexicon().fields(fold_heading(opened[0].text)) if opened else frozenset()
            if opened is None or parts & {"email", "phone", "reference", "name", "post"}:
                own.append(block)
            else:
                inner.append((opened[0], (_paragraph(block, opened[1]),)))
        yield label, tuple(own)
        yield from inner


_ADDRESSED = re.compile(
    r"(?:joint )?report of (?:the )?(?P<report_of>.+?) to (?:the )?(?:meeting of )?(?:the )?"
    r"(?P<committee>.+?)(?:,? to be held)? on (?P<date>.+)",
    re.IGNORECASE | re.DOTALL,
)


def _addressed(block: Block, node: int) -> list[Labelled]:
    """ "Report of the Director to the meeting of the Executive to be held on 5 November"."""
    match = _ADDRESSED.fullmatch(block.text)
    if match is None or len(block.passage.words) > 50:
        return []
    label = block.passage.slice(0, match.start("report_of"))
    return [
        Labelled(
            label,
            (_paragraph(block, block.passage.slice(match.start(name), match.end(name))),),
            frozenset({name}),
            front=True,
            node=node,
        )
        for name in ("report_of", "committee", "date")
    ]


def _prefixed(block: Block, node: int) -> list[Labelled]:
    """A line of the front matter that opens with what it names, without a colon."""
    if block.kind is not BlockKind.PARAGRAPH or len(block.passage.words) > 30:
        return []
    for name, pattern in lexicon().prefixes.items():
        if (match := pattern.match(block.text)) and not block.text.endswith("."):
            value = _paragraph(block, block.passage.slice(match.end()))
            label = block.passage.slice(0, match.end())
            return [Labelled(label, (value,), frozenset({name}), front=True, node=node)]
    return []


def _filled(block: Block) -> list[Block]:
    return [part for cell in block.cells for part in cell if part.text]


def is_label(passage: Passage) -> bool:
    """Whether a passage is nothing but a label."""
    if not passage or len(passage.words) > LABEL_WORDS:
        return False
    return passage.text.endswith((":", "?")) or known_label(passage)


def known_label(passage: Passage) -> bool:
    """Whether the lexicon knows a passage as a label of front matter."""
    return bool(fields_named(passage.text, len(passage.words)))


def fields_named(text: str, words: int) -> frozenset[str]:
    """What a text of so many words can name as a label of front matter; empty if it is none."""
    if words > LABEL_WORDS or len(text) < 2:  # "I:" is the Welsh for "To:", and a column's number
        return frozenset()
    if not any(map(str.isalpha, text)):
        return frozenset()  # a figure of a table
    return lexicon().fields(fold_heading(text))


def may_open_with_label(text: str) -> bool:
    """Whether something stands in a text that can close a label: most have nothing like it."""
    return ":" in text or "?" in text or "-" in text or "–" in text or "—" in text


def opening_label(passage: Passage) -> tuple[Passage, Passage] | None:
    """A known label that opens a paragraph ("Wards affected: All"), and the rest."""
    text = passage.text
    if not may_open_with_label(text):
        return None
    if match := _OPENING.match(text):
        label = passage.slice(0, match.end(1))
        if known_label(label):
            return label, passage.slice(match.end())
    if len(passage.words) > _DASHED_WORDS or (dashed := _DASHED.match(text)) is None:
        return None
    label = passage.slice(0, dashed.end(1))
    fields = lexicon().fields(fold_heading(label.text))
    if not fields:
        return None
    value = passage.slice(dashed.end())
    if fields <= _ANSWERED and len(value.words) <= 2:
        return label, value
    name = parse_person(value.text).name if fields <= _ROLES else None
    return (label, value) if name is not None and " " in name.text else None


def _answered(passage: Passage) -> tuple[Passage, Passage] | None:
    """A label that asks, and the answer that ends its line ("Exempt information NO")."""
    if len(passage.words) > LABEL_WORDS or not passage.text.rstrip(".").endswith(_ANSWERS):
        return None
    found = _ANSWER.fullmatch(passage.text)
    if found is None:
        return None
    paper = _PAPER.match(passage.text)  # "Appendix B - Exempt information NO"
    label = passage.slice(paper.end() if paper else 0, found.end(1))
    asks = lexicon().fields(fold_heading(label.text)) & _ASKING
    return (label, passage.slice(found.start(2))) if asks else None


def _pairs(block: Block, following: Block | None) -> tuple[list[_Pair], int]:
    """The pairs that a block gives, and how many blocks after it they have used up."""
    if block.kind is BlockKind.ROW:
        below = _pairs_below(block, following)
        return (below, 1) if below else (list(_row_pairs(block)), 0)
    passage = block.passage
    if block.run_in and known_label(block.run_in):
        rest = passage.slice(len(block.run_in.text))
        if aside := _ASIDE.match(rest.text):
            rest = rest.slice(aside.end())  # "Key decision (see the constitution): Yes"
        return [
            (label, (_paragraph(block, value),)) for label, value in _run_on(block.run_in, rest)
        ], 0
    if opened := opening_label(passage):
        return [(label, (_paragraph(block, value),)) for label, value in _run_on(*opened)], 0
    if answered := _answered(passage):
        return [(answered[0], (_paragraph(block, answered[1]),))], 0
    stacked = known_label(passage) and (block.bold or passage.text.endswith(":"))
    if stacked and following is not None and following.kind is BlockKind.PARAGRAPH:
        if not is_label(following.passage) and opening_label(following.passage) is None:
            return [(passage, (following,))], 1
        return [(passage, ())], 0
    return [], 0


def _run_on(label: Passage, rest: Passage) -> Iterator[tuple[Passage, Passage]]:
    """A label and its value, and the labels that go on in the same line ("Ward: All Date: …")."""
    at = 0
    for colon in _COLON.finditer(rest.text):
        after = _label_before(rest, colon.end(), at)
        if after is None:
            continue
        begin = colon.end() - len(after.text)
        yield label, rest.slice(at, begin)
        label, at = after, colon.end()
    yield label, rest.slice(at)


def _label_before(text: Passage, end: int, begin: int) -> Passage | None:
    """The longest label that a colon closes: one that a phrase knows, else one by its words."""
    guessed: Passage | None = None
    for capital in _CAPITAL.finditer(text.text, begin, end):
        label = text.slice(capital.start(), end)
        key = fold_heading(label.text)
        names = lexicon().fields(key) if len(label.words) <= _INNER_WORDS else frozenset()
        if not names or names & _WITHIN_VALUE:
            continue
        shorter = fold_heading(label.slice(len(label.words[0].text)).text)
        if _BODY.fullmatch(label.words[0].text) and lexicon().fields(shorter):
            continue  # "To: Harbour Committee Date: …"
        if lexicon().label_confidence(key) is None:
            return label
        guessed = guessed or label
    return guessed


def _paragraph(block: Block, passage: Passage) -> Block:
    return Block(BlockKind.PARAGRAPH, passage, page=block.page, x0=block.x0, size=block.size)


def _pairs_below(block: Block, following: Block | None) -> list[_Pair]:
    """Labels in one row and their values in the row below."""
    if following is None or following.kind is not BlockKind.ROW:
        return []
    if len(block.cells) != len(following.cells) or block.table != following.table:
        return []
    labels = [block.cell(at) for at in range(len(block.cells))]
    values = [following.cell(at) for at in range(len(following.cells))]
    filled = [label for label in labels if label]
    closed = len(filled) > 1 and all(label.text.endswith((":", "?")) for label in filled)
    if not (len(filled) > 2 or closed) or not any(known_label(label) for label in filled):
        return []
    if not (closed or all(known_label(label) for label in filled)):
        return []
    answered = not any(value.text.endswith((":", "?")) for value in values)
    if not answered if closed else known_label(values[0]):
        return []
    return [
        (label, following.cells[at])
        for at, label in enumerate(labels)
        if label and following.cells[at]
    ]


def _row_pairs(block: Block) -> Iterator[_Pair]:
    cells = [cell for cell in block.cells if cell]
    texts = [joined(cell) for cell in cells]
    if len(texts) >= 2 and not is_label(texts[0]):
        both = Passage.join(texts[:2], "")  # a label that recognition has cut in two
        if known_label(both):
            cells, texts = [cells[0], *cells[2:]], [both, *texts[2:]]
    if block.bold and len(cells) > 2 and not any(t.text.endswith(":") for t in texts):
        return  # the head of a table of figures
    asked = _asked(cells)
    if asked is not None:
        yield asked
        return
    inside = [inner for cell in cells if (inner := _inner(cell)) is not None]
    if len(inside) > 1 or len(inside) == len(cells):
        yield from inside
        return
    at = 0
    while at < len(cells):
        if not is_label(texts[at]):
            inner = _inner(cells[at])
            if inner is not None:
                yield inner
            at += 1
            continue
        value: list[Block] = []
        after = at + 1
        while after < len(cells) and (
            not value or not (known_label(texts[after]) or texts[after].text.endswith(":"))
        ):
            if not value and after > at + 1:
                break
            if known_label(texts[after]) and texts[after].text.endswith(":"):
                break
            value += cells[after]
            after += 1
        yield texts[at], tuple(value)
        at = after


def _asked(cells: Sequence[tuple[Block, ...]]) -> _Pair | None:
    """A question of a form with its note in one cell, the answer in the others."""
    first = cells[0]
    if len(cells) < 2 or len(first) < 2 or not known_label(first[0].passage):
        return None
    if not first[0].text.endswith("?"):
        return None
    return first[0].passage, (*first[1:], *(block for cell in cells[1:] for block in cell))


def _inner(cell: Sequence[Block]) -> _Pair | None:
    """A label and its value inside one cell: on one line, or one below the other."""
    if not cell or cell[0].kind is BlockKind.ROW:
        return None
    first = cell[0]
    if first.run_in and known_label(first.run_in):
        rest = first.passage.slice(len(first.run_in.text))
        rest = rest.slice(1) if rest.text[:1] == ":" else rest
        return first.run_in, (_paragraph(first, rest), *cell[1:])
    if opened := opening_label(first.passage):
        return opened[0], (_paragraph(first, opened[1]), *cell[1:])
    lines = split_lines(first.passage) if len(first.passage.words) > 1 else []
    if len(lines) > 1 and known_label(lines[0]):
        rest = first.passage.slice(len(lines[0].text))
        return lines[0], (_paragraph(first, rest), *cell[1:])
    if len(cell) > 1 and known_label(first.passage):
        return first.passage, tuple(cell[1:])
    return None
