"""One entry of an agenda: its number, the words that may be its title, what stands below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.fields.agenda_pages import NO_PAGES, PrintedPages, cut_pages
from extract.fields.meeting_lines import whole_passage
from extract.layout.blocks import Block, split_lines
from extract.layout.labels import is_bullet, is_day
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import wording

# "7", "7.", "7a", "10(a)", "7.1", "7 .1", "(7)", "A1", "24/101", "101/24".
_NUMBER = (
    r"\(?(?P<number>[A-Z]{0,2}\d{1,3}(?:\s?\.\d{1,2})?(?:\s?\([a-z]{1,3}\)|[A-Za-z])?"
    r"|[A-Z]{0,3}\d{1,4}/\d{2,4}(?:/\d{1,3})?)[.):]{0,2}"
)
_WORD = rf"(?P<word>{wording('agenda_item_label')}\s*)"
_NUMBERED = re.compile(rf"{_WORD}?{_NUMBER}", re.IGNORECASE)
_OPENS = re.compile(rf"{_WORD}?{_NUMBER}(?:\s*[-–—:]\s+|\s+|$)", re.IGNORECASE)
_HALF = re.compile(r"(?:[ap]\.?\s?m\b|hours?\b|hrs\b|noon\b|o['’]clock)", re.IGNORECASE)
_LETTER = re.compile(r"\(?(?P<letter>[a-z])[.)]{1,2}")
_POINT = re.compile(r"\.\d{1,2}\s")
# What stands on a line of its own below a title ("Report of the Director").
BELOW = re.compile(rf"(?=[A-Z]){wording('agenda_below')}", re.IGNORECASE)
# How much smaller than a title the words below it are printed, in points.
SMALLER = 0.4


@dataclass(frozen=True, slots=True)
class Entry:
    """One block of an agenda, its parts told apart."""

    block: Block
    whole: Passage = NOWHERE  # all its words with its label, the pages cut out
    number: Passage = NOWHERE  # as printed, without what closes it
    letter: Passage = NOWHERE  # of a matter within an item: "a" of "(a)"
    head: Passage = NOWHERE  # the words that may be a title
    rest: tuple[Passage, ...] = ()  # what follows them in the same block: text, other columns
    pages: PrintedPages = NO_PAGES
    secrecy: Passage = NOWHERE  # the cell of a column that says who may read it
    bold: bool = False  # its head is
    said: bool = False  # a word ("Item 7") says that the number is one

    @property
    def words(self) -> Passage:
        """All that it says beside number and pages."""
        return Passage.join([self.head, *self.rest])

    @property
    def x0(self) -> float:
        """The left edge of its words, in points; 0 for text."""
        return self.head.words[0].x0 if self.head else self.block.x0


def of_paragraph(block: Block) -> Entry:
    """A paragraph, or an item whose label may be the number."""
    label, whole = block.label, whole_passage(block)
    kept = cut_pages(whole)[0]
    if label and _POINT.match(block.text):  # "4 .1 Budget monitoring"
        opened, said, words = opening_number(whole)
        return with_words(block, kept, words, number=opened, said=said)
    if label and (number := number_alone(label)) and not _is_clock(label, block.passage):
        return with_words(block, kept, block.passage, number=number[0], said=number[1])
    if label and (letter := letter_alone(label)):
        return with_words(block, kept, block.passage, letter=letter)
    if label and not is_bullet(label.text):
        return with_words(block, kept, whole)
    opened, said, words = opening_number(block.passage)
    return with_words(block, kept, words, number=opened, said=said)


def number_alone(words: Passage) -> tuple[Passage, bool] | None:
    """The number that a label or a cell is, and whether a word ("Item 7") says so."""
    found = _NUMBERED.fullmatch(words.text)
    return found and (words.slice(*found.span("number")), found["word"] is not None)


def letter_alone(words: Passage) -> Passage:
    """The letter that a label or a cell is: "(a)", "b)", "c."; empty where it is none."""
    found = _LETTER.fullmatch(words.text)
    return words.slice(*found.span("letter")) if found else NOWHERE


def opening_number(passage: Passage) -> tuple[Passage, bool, Passage]:
    """The number that opens a line, whether a word says that it is an item's, and the rest."""
    found = _OPENS.match(passage.text)
    rest = passage.slice(found.end()) if found else passage
    if found is None or (found["word"] is None and not rest):
        return NOWHERE, False, passage
    number = passage.slice(*found.span("number"))
    if found["word"] is None and (_is_clock(number, rest) or not rest.text[:1].isupper()):
        return NOWHERE, False, passage
    return number, found["word"] is not None, rest


def _is_clock(number: Passage, rest: Passage) -> bool:
    """Whether a number is the time of day, or the day of a date."""
    first = rest.words[0].text if rest.words else ""
    return bool(_HALF.match(rest.text)) or is_day(number.text.rstrip("."), first)


def with_words(
    block: Block,
    whole: Passage,
    words: Passage,
    *,
    number: Passage = NOWHERE,
    letter: Passage = NOWHERE,
    said: bool = False,
) -> Entry:
    """An entry of some words: the pages cut out of them, the head told from the rest."""
    words, pages = cut_pages(words)
    head, rest = _cut_head(words)
    return Entry(
        block,
        whole,
        number,
        letter,
        head,
        rest=(rest,) if rest else (),
        pages=pages,
        bold=bool(head) and all(word.bold for word in head.words),
        said=said,
    )


def _cut_head(passage: Passage) -> tuple[Passage, Passage]:
    """The first paragraph of a passage, or less where its print changes, and what follows."""
    lines = split_lines(passage)
    if (held := _lines_of_head(lines)) < len(lines):
        head = Passage.run_on(lines[:held])
        return head, passage.slice(passage.text.find(lines[held].text, len(head.text)))
    end = passage.text.find("\n\n")
    bold = 0
    while bold < len(passage.words) and passage.words[bold].bold:
        bold += 1
    if 0 < bold < len(passage.words):
        cut = passage.starts[bold]
        if any(c.isalnum() for c in passage.text[cut:]) and (end < 0 or cut < end):
            return passage.slice(0, cut), passage.slice(cut)
    return (passage, NOWHERE) if end < 0 else (passage.slice(0, end), passage.slice(end))


def _lines_of_head(lines: Sequence[Passage]) -> int:
    """How many printed lines a title has: a smaller or plain line, or a sentence, is below it."""
    first = lines[0].words[0] if lines else None
    for at, line in enumerate(lines[1:], 1):
        word = line.words[0]
        if first is None or not word.page:
            break
        plain = first.bold and not any(each.bold for each in line.words)
        if plain or first.size - word.size > SMALLER or BELOW.match(line.text):
            return at
    return len(lines)
