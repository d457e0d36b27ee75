"""The report's own title, and the numbers that are printed in one line with it.

A labelled title counts; else the most prominent line of the opening that is nothing else. Of
"ITEM 3.4 CP/12/544 THE SPRING FAIR" and "8. THE SPRING FAIR (A.1942/EH)" the title is "THE SPRING
FAIR": the item of the agenda and the reference are cut off, and found by their own readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.dates import find_dates
from extract.fields.front import BEFORE_BODY, front_lines, is_council, labelled_first
from extract.fields.labelled import Labelled
from extract.fields.nodes import Outline
from extract.fields.numbers import NUMBER_LINE, STAMP
from extract.layout.blocks import Block
from extract.layout.labels import depth
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, fold_heading, lexicon, says
from extract.persons import parse_person

_SECRECY = says("statement_alone")
_PURPOSE = says("purpose_alone")
_REPORT_OF = says("report_of")
_MEETING_AT_END = re.compile(r"\bmeeting\W*$", re.IGNORECASE)
_CODE = r"(?=[^\s()]*[A-Z])(?=[^\s()]*\d)[A-Z0-9][A-Z0-9.-]*(?:/[A-Z0-9.-]+)+"
_NUMBER = re.compile(r"(?=.*\d)\S+")
_ITEM_BEFORE = re.compile(
    r"(?:agenda )?item\s*(?:no\.?\s*)?(?P<number>\d[\w.()]*)\s*[:.–-]*\s+", re.I
)
_NUMBER_BEFORE = re.compile(r"(?P<number>\d{1,2}(?:\([a-z]\)|[a-z])?)[.)]\s+(?=[A-Z])")
_CODE_BEFORE = re.compile(rf"(?P<code>{_CODE})\s*[:–-]?\s+(?=\S)")
_CODE_BEHIND = re.compile(rf"\s*(?:\((?P<code>{_CODE})\)|[–-]\s+(?P<bare>{_CODE}))\s*$")
# How far down the opening a title is looked for, and its longest in words and shortest in letters.
_LINES, _WORDS, _LETTERS = 14, 40, 6
# Fewest words that are the title by the file's own word; a shorter line may be part of anything.
_STATED = 4


@dataclass(frozen=True, slots=True)
class Headline:
    """The line of the title, taken apart; what it does not hold is empty."""

    title: Passage = NOWHERE
    reference: Passage = NOWHERE
    item: Passage = NOWHERE


def headline_of(
    outline: Outline,
    labelled: Sequence[Labelled],
    committee: str | None,
    council: str | None,
    stated: str = "",
) -> Headline:
    """The title with the numbers beside it.

    `stated` is what the file calls itself, which need not be printed, nor be right.
    """
    for item in labelled_first(labelled, "title"):
        title = _first_paragraph(item.value)
        if title and not _says_otherwise(title.text):
            return _apart(title, NOWHERE)
    lines = front_lines(outline)
    for line in lines:  # what the file calls itself, where that is printed too
        if len(line.passage.words) >= _STATED and fold(line.text).strip(" .:") in fold(stated):
            return _apart(line.passage, line.label)
    best = max(_candidates(lines[:_LINES], committee, council), default=None, key=lambda c: c[0])
    return _apart(best[1].passage, best[1].label) if best else Headline()


def _first_paragraph(value: Sequence[Block]) -> Passage:
    """The first paragraph of a title's cell, with the next where a colon leads on to it."""
    taken: list[Block] = []
    for block in value:
        taken.append(block)
        if not block.text.endswith(":"):
            break
    return Passage.join([block.passage for block in taken], " ")


def _says_otherwise(text: str) -> bool:
    """Whether a value is no title: secrecy, a purpose, a number, a date."""
    folded = fold(text).strip(" .")
    days = find_dates(text)
    dated = bool(days) and days[0].end - days[0].start >= len(text) - 2
    plain = bool(_SECRECY.fullmatch(folded) or _PURPOSE.fullmatch(folded))
    return plain or dated or not any(c.isalpha() for c in text)


def _candidates(
    lines: Sequence[Block], committee: str | None, council: str | None
) -> Iterator[tuple[tuple[float, int], Block]]:
    """Lines that may be the title, by their weight; of equals the first."""
    for at, line in enumerate(lines):
        if not _may_be_title(line, fold(committee or ""), council):
            continue
        weight = line.size + (2 if line.bold else 0) + (0.5 if line.caps else 0)
        if any(_beside(line, other) for other in lines if other is not line):
            weight -= 1  # of a letterhead in two columns
        yield (weight, -at), line


def _beside(line: Block, other: Block) -> bool:
    """Whether two lines stand side by side."""
    one, two = line.passage.words[0], other.passage.words[0]
    return bool(one.page) and one.page == two.page and abs(one.top - two.top) < one.size / 2


def _may_be_title(line: Block, committee: str, council: str | None) -> bool:
    text, folded = line.text, fold(line.text)
    if line.label and not line.bold:
        return False
    if (number := NUMBER_LINE.fullmatch(text)) and _NUMBER.fullmatch(number["number"]):
        return False
    if _SECRECY.fullmatch(text) or _REPORT_OF.match(text) or _PURPOSE.fullmatch(folded):
        return False
    if len(line.passage.words) > _WORDS or len(STAMP.sub("", text).strip()) < _LETTERS:
        return False
    if committee and committee in folded and len(folded) < len(committee) + 30:
        return False
    if (council and folded in fold(council)) or is_council(text, None):
        return False
    if dates := find_dates(text):
        rest = text[: dates[0].start] + text[dates[0].end :]
        if _MEETING_AT_END.search(rest) or len(STAMP.sub("", rest).strip(" ,:-")) < 14:
            return False
    known = lexicon().fields(fold_heading(text)) or BEFORE_BODY.match(text)
    if known or text.endswith((".", ":")):
        return False
    person = parse_person(text)
    return not (person.honorific or person.email or person.phone)


def _apart(line: Passage, label: Passage) -> Headline:
    """A line without the numbers before and behind the title."""
    item = reference = NOWHERE
    if label and depth(label.text) == 1 and label.text.endswith((".", ")")):
        item = label.slice(0, len(label.text) - 1)
    elif label:
        line = Passage.join([label, line], " ")  # "20 mph zones": the title begins with a number
    if found := _ITEM_BEFORE.match(line.text) or _NUMBER_BEFORE.match(line.text):
        item = line.slice(found.start("number"), found.end("number"))
        line = line.slice(found.end())
    if found := _CODE_BEFORE.match(line.text):
        reference = line.slice(found.start("code"), found.end("code"))
        line = line.slice(found.end())
    if found := _CODE_BEHIND.search(line.text):
        group = "code" if found["code"] else "bare"
        reference = line.slice(found.start(group), found.end(group))
        line = line.slice(0, found.start())
    return Headline(line, reference, item)
