"""Papers as they are listed: in lines, in paragraphs, in grids with columns for exemption."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.fields.exemptions import Exemption
from extract.fields.form_lines import is_cost
from extract.fields.headings import is_answer
from extract.fields.labelled import known_label, opening_label
from extract.fields.texts import block_text, is_boilerplate
from extract.layout.blocks import Block, BlockKind, joined, paragraphs
from extract.layout.labels import is_bullet, is_label
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, fold_heading, lexicon, wording
from extract.persons import is_post, parse_person

_LABELLED = re.compile(
    rf"^(?:{wording('secrecy')} )?{wording('attachment')}"
    r"\s*(?:no\.?\s*)?((?-i:[A-Z0-9]{1,3}(?:\.\d+)?[a-z]?))?\b\s*(?:\(([^()]*)\))?\s*[-–—:.,]*\s*",
    re.IGNORECASE,
)
_NAMING = frozenset({"author", "contact", "consultee", "lead_director", "report_of"})
_NEXT = re.compile(
    rf"(?<=\s){wording('attachment')}\s+(?:\d{{1,2}}|[A-Z])\s*[-–—:]\s", re.IGNORECASE
)
# "Reference number, if relevant: PPL 24/107" is none of the papers above it.
_NUMBER = re.compile(
    r"^[^:]{0,60}\b(?:ref(?:erence)?|number|telephone|tel|e-?mail)\b[^:]{0,20}:\s*\S", re.IGNORECASE
)
_SECRET = re.compile(wording("secrecy"), re.IGNORECASE)
_ANSWER = re.compile(r"\s*\b(YES|NO|Yes|No)\b\s*$")
_PARAGRAPH = re.compile(
    r"(?:(?:paragraph|category|para)s?\.?\s*)?\d{1,2}[A-C]?(?:\s*(?:,|and|&)\s*\d{1,2})*\b", re.I
)
_TICK = re.compile(r"^[xX✓✔☒☑*]+$")
_BOXES = re.compile(r"[☐☒☑□]")
EXEMPT_WORD = re.compile(
    r"\b(?:exempt|confidential|closed|private|not for publication|part (?:b|ii|2))\b", re.I
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One listed paper: its label, title and the exemptions ticked or named beside it."""

    label: Passage
    title: Passage
    exemptions: tuple[Exemption, ...] = ()


def listed_papers(
    blocks: Sequence[Block], header: Block | None = None, *, bare: bool = False
) -> Iterator[Listed]:
    """The papers listed, the head row of a grid perhaps known already.

    `bare` keeps a printed "Appendix A" as part of the title.
    """
    in_lines: bool | None = None  # a list that begins as lines ends with them
    lettered: bool | None = None  # each entry has a label, as the first one has
    for block in blocks:
        if block.kind is BlockKind.ROW:
            if in_lines and (block.table or _names_author(block) or _is_answered(block)):
                return
            if in_lines and is_cost(block):
                return
            in_lines = False
            if _is_header(block):
                header = block
                continue
            first = block.cell(0)
            if lexicon().implication(fold_heading(first.text)) and not _LABELLED.match(first.text):
                return  # the next grid of the form
            if known_label(first) and (
                first.text.endswith(":") or lexicon().fields(fold_heading(first.text)) & _NAMING
            ):
                continue
            yield from _row(block, header)
            continue
        if in_lines and (_asks(block) or (not block.label and is_post(block.text))):
            return
        if in_lines and _BOXES.search(block.text):
            return  # the next part of the form
        if opening_label(block.passage) is not None:
            continue
        lettered = bool(block.label) if lettered is None else lettered
        if lettered and block.close and not block.label:
            continue  # what a text says on, below an entry of a list whose entries are labelled
        for part in _one_by_one(block_text(block)):
            if is_boilerplate(part) or part.text.endswith(":") or _NUMBER.match(part.text):
                continue
            in_lines = in_lines is not False
            label = block.label if block.label and not is_bullet(block.label.text) else NOWHERE
            if bare:
                yield Listed(label, part)
                continue
            yield from listed_as(label, part)


def is_appendix(title: Passage) -> bool:
    """Whether a title says that the paper is an appendix, and which ("Appendix 1: …")."""
    found = _LABELLED.match(title.text)
    return found is not None and bool(found[1]) and found[0].rstrip().endswith((":", "-", "–", "—"))


def _asks(block: Block) -> bool:
    """Whether a line is a question or label of the form, which ends the list above it."""
    return block.bold and block.text.endswith((":", "?")) and known_label(block.passage)


def _names_author(block: Block) -> bool:
    """Whether a row is of a signature: somebody's name beside another, or beside a label."""
    name = parse_person(block.cell(0).text).name
    others = [block.cell(at) for at in range(1, len(block.cells))]
    return (
        name is not None
        and name.text == block.cell(0).text
        and any(opening_label(other) is not None for other in others)
    )


def _is_answered(block: Block) -> bool:
    """Whether a row is a question of the form with yes, no or none beside it."""
    answer = fold(joined(block.cells[-1]).text).strip(" .")
    return is_answer(answer) and not _LABELLED.match(block.cell(0).text)


def _one_by_one(text: Passage) -> Iterator[Passage]:
    """The paragraphs of a list, and the appendices that run on in one paragraph."""
    for paragraph in paragraphs(text):
        starts = [
            found.start()
            for found in _NEXT.finditer(paragraph.text)
            if not _SECRET.fullmatch(paragraph.text[: found.start()].strip())
        ]
        for start, end in pairwise([0, *starts, len(paragraph.text)]):
            if part := paragraph.slice(start, end):
                yield part


def _is_header(block: Block) -> bool:
    cells = [block.cell(at) for at in range(len(block.cells)) if block.cells[at]]
    numbers = sum(cell.text.strip(" .").isdigit() for cell in cells)
    if numbers >= 4 or is_boilerplate(Passage.join(cells, " ")):
        return True
    return all(is_boilerplate(cell) for cell in cells[:2])


def _row(block: Block, header: Block | None) -> Iterator[Listed]:
    cells = [(at, block.cell(at)) for at in range(len(block.cells)) if block.cells[at]]
    ticked = [(at, cell) for at, cell in cells if _TICK.match(cell.text)]
    texts = [cell for _, cell in cells if not _TICK.match(cell.text)]
    if not texts:
        return
    label = NOWHERE
    if len(texts) > 1 and (is_label(texts[0].text) or len(texts[0].text) <= 3):
        label, texts = texts[0], texts[1:]
    elif len(texts) > 1 and (named := _LABELLED.fullmatch(texts[0].text)) and named[1]:
        label, texts = texts[0].slice(named.start(1), named.end(1)), texts[1:]
    marks = [
        Exemption(number.text, number)
        for at, _ in ticked
        if (number := _column_number(header, block.cells[at][0]))
    ]
    for text in texts[1:]:
        if stated := _PARAGRAPH.match(text.text):
            numbers = re.finditer(r"\d{1,2}[A-C]?", stated[0])
            marks += [Exemption(n[0], text.slice(n.start(), n.end())) for n in numbers]
    answers = [text for text in texts[1:] if text.text.casefold() in ("yes", "no")]
    asks_secrecy = header is not None and bool(EXEMPT_WORD.search(header.text))
    if answers and answers[0].text.casefold() == "no" and not asks_secrecy:
        return
    for at, listed in enumerate([texts[0]] if label else paragraphs(texts[0])):
        for item in listed_as(label if at == 0 else NOWHERE, listed):
            yield Listed(item.label, item.title, tuple(marks) or item.exemptions)


def _column_number(header: Block | None, tick: Block) -> Passage:
    """The exemption paragraph at the head of a column, from a header of 1 to 7 (or 12 to 18)."""
    if header is None or not tick.size:
        return NOWHERE
    heads = [block for cell in header.cells for block in cell]
    numbers = [block for block in heads if block.text.strip(" .").isdigit()]
    nearest = min(numbers, key=lambda block: abs(block.x0 - tick.x0), default=None)
    if nearest is None:
        return NOWHERE
    return nearest.passage.slice(0, len(nearest.text.rstrip(" .")))


def listed_as(label: Passage, text: Passage) -> Iterator[Listed]:
    """A listed paper, its printed label ("Appendix 3 – Title") told from its title."""
    answer = _ANSWER.search(text.text)
    if answer and _LABELLED.match(text.text):
        if answer[1].casefold() == "no":
            return
        text = text.slice(0, answer.start())
    found = _LABELLED.match(text.text)
    if found and (found[1] or found.end() < len(text.text)) and not label:
        if found[1]:
            label = text.slice(found.start(1), found.end(1))
        rest = text.slice(found.end())
        if not rest and found[2]:
            rest = text.slice(found.start(2), found.end(2))
        yield Listed(label, rest)
        return
    if found and found[1] and label:
        yield Listed(text.slice(found.start(1), found.end(1)), text.slice(found.end()))
        return
    yield Listed(label, text)
