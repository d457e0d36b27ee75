"""The items of business that minutes, or a notice of decisions, tell of: headings and extents.

Pure, and made of paragraphs as printed. What ends an item is told by how its own heading looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from extract.item_numbers import bare_number
from extract.lexicon import says, wording
from extract.store.keys import folded
from extract.store.same_report import title_key, titles_agree

#: A heading is no longer than this.
LONGEST_HEADING: Final = 400
#: Letters and digits that a title needs to be told from others ("Budget").
SHORTEST_TITLE: Final = 6
#: How alike, of 100, are titles of which one leaves words of the other out. The number of the item
#: must then be the same too.
ABRIDGED: Final = 95
#: The heading after item 7 is that of item 8, or of 9 where one was not read.
_SKIPPED: Final = 3
#: Numbers before a title: the minute's, the item's, the report's.
MOST_NUMBERS: Final = 4
#: Words of a title that are looked for where it may stand.
MOST_WORDS: Final = 3

_BETWEEN = re.compile(r"\n{2,}")
#: How a paragraph is numbered: "16.", "7", "(a)", "4)", "•"; the number, and the shape around it.
_MARK = re.compile(
    r"(?P<before>\(?)(?P<number>\d{1,4}|[ivx]{1,5}|[A-Za-z]{1,2})(?P<after>[.):]+)\s+(?=\S)"
    r"|(?P<bare>\d{1,4})\s+(?=\S)|(?P<bullet>[•●▪◦‣·–-])\s*(?=\S)"
)
#: What stands before a title: numbers, references ("24/00108 -", "CAB.12/24"), the word "Item".
_BEFORE = re.compile(
    r"\s*(?:(?:agenda )?item\b|(?:minute|decision) (?:no\.?|number)\b|\(?[a-z]\)(?=\s)"
    r"|\S*\d\S*|[–—:-])[\s:.–—-]*",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"(?:\([a-z]\)\s*)?{wording('decision_subject_labels')}\s*:\s*", re.IGNORECASE)
_BEHIND = re.compile(
    r"\((?:agenda )?item(?: no\.?| number)?\s*(?P<number>[\w.()]+?)\)?\W*$", re.IGNORECASE
)
_ITEM = re.compile(r"\(?\s*(?:agenda )?item(?: no\.?| number)?\s*(?P<number>[\w.()]+?)\)?$", re.I)
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+")
#: How a paragraph ends that leads to the next, and one that does not.
OPEN: Final = re.compile(
    r"(?:[:;,–—-]|\b(?:and|or|to|that|the|of|by|in|as follows))$", re.IGNORECASE
)
ENDED: Final = re.compile(r"[.!?][)\]”\"’']*$")

#: A label alone in its line, above a decision.
LABELS: Final = says("decision_labels")
#: Words that announce a decision; discussion has them too.
IN_PASSING: Final = says("decision_in_passing")
#: All words that announce a decision, the surest first.
ANNOUNCING: Final = (
    LABELS,
    says("decision_resolved"),
    says("decision_agreed"),
    IN_PASSING,
)


class Paragraph(NamedTuple):
    """A paragraph, and its first character in the text."""

    start: int
    text: str


class Heading(NamedTuple):
    """What may be a heading: as printed, and the paragraph after it; the number of its item on the
    agenda, "" for none; and the titles that it may have, with their keys.
    """

    printed: str
    after: int
    number: str
    titles: tuple[str, ...]
    keys: tuple[str, ...]


class Mark(NamedTuple):
    """The number of a paragraph: its shape ("(#)", "#.", "#"), kind ("1", "a", "•") and value."""

    shape: str
    kind: str
    value: int


def headings(title: str, paragraphs: Sequence[Paragraph]) -> Iterator[Heading]:
    """Paragraphs that may be a heading with this title, each alone and together with the next.

    One of the longest words of the title has to stand there: minutes have a thousand paragraphs.
    """
    words = sorted(_WORD.findall(title.casefold()), key=len)[-MOST_WORDS:]
    for at in range(len(paragraphs)):
        for after in (at + 1, at + 2):
            printed = " ".join(one.text for one in paragraphs[at:after])
            if len(printed) > LONGEST_HEADING or after > len(paragraphs):
                break
            folded_text = printed.casefold()
            if any(word in folded_text for word in words):
                titles = tuple(_titles(printed))
                keys = tuple(title_key(one) for one in titles)
                yield Heading(printed, after, _number_of(printed, paragraphs, after), titles, keys)


def is_title(title: str, key: str, number: str, heading: Heading) -> bool:
    """Whether a heading is the title; with the number of its item it may leave words out."""
    if any(titles_agree(key, other) for other in heading.keys):
        return True
    if not number or number != heading.number:
        return False
    return any(
        len(other) >= 2 * SHORTEST_TITLE
        and set(_FIGURE.findall(title)) == set(_FIGURE.findall(printed))
        and fuzz.token_set_ratio(folded(printed), folded(title), processor=_words) >= ABRIDGED
        for printed, other in zip(heading.titles, heading.keys, strict=True)
    )


def _words(text: str) -> str:
    return text.replace("-", " ")


def _titles(printed: str) -> Iterator[str]:
    """A heading as it stands; without its label and the item's number behind it; and without one
    after the other of the numbers before it, for a title may begin with a figure.
    """
    printed = _BEHIND.sub("", _LABEL.sub("", printed, count=1)).rstrip()
    yield printed
    for _ in range(MOST_NUMBERS):
        before = _BEFORE.match(printed)
        if before is None or before.end() in (0, len(printed)):
            return
        printed = printed[before.end() :]
        yield printed


def _number_of(printed: str, paragraphs: Sequence[Paragraph], after: int) -> str:
    """The item's number on the agenda: said in words behind the heading, else the heading's."""
    if behind := _BEHIND.search(printed):
        return bare_number(behind["number"])
    if after < len(paragraphs) and (below := _ITEM.match(paragraphs[after].text)):
        return bare_number(below["number"])
    mark = mark_of(printed)
    return str(mark.value) if mark and mark.kind == "1" else ""


def item_of(paragraphs: Sequence[Paragraph], heading: Heading) -> tuple[Sequence[Paragraph], bool]:
    """What stands under a heading, up to the next one, and whether that is surely the next.

    The next is headed as this one is: by the same label, with "(Item 6)" below, or with a number
    that follows; or, where this one has no number, it is any short line that is no sentence.
    """
    mark, label = mark_of(heading.printed), _LABEL.match(heading.printed)
    named = _has_below(paragraphs, heading.after)
    for place in range(heading.after, len(paragraphs)):
        one = paragraphs[place].text
        sure = True
        if label:
            other = _LABEL.match(one)
            ends = other is not None and other[0].casefold() == label[0].casefold()
        elif mark is None:
            ends = looks_like_heading(one, heading.printed)
        elif named and place > heading.after and _has_below(paragraphs, place + 1):
            ends = True
        else:
            steps = _steps(mark, mark_of(one)) if len(one) <= LONGEST_HEADING else 0
            ends, sure = 0 < steps <= _SKIPPED, steps == 1
        if ends:
            return paragraphs[heading.after : place], sure
    return paragraphs[heading.after :], named or label is not None


def _has_below(paragraphs: Sequence[Paragraph], place: int) -> bool:
    return place < len(paragraphs) and _ITEM.match(paragraphs[place].text) is not None


def _steps(mark: Mark, other: Mark | None) -> int:
    """By how much a number of the same look is higher; 0 where it has another look."""
    if other is None or other.shape != mark.shape or not mark.kind == other.kind == "1":
        return 0
    return other.value - mark.value


def looks_like_heading(text: str, like: str = "") -> bool:
    """Whether a paragraph may be the heading of an item: short, and no sentence; as `like` in
    capitals, where that is.
    """
    if len(text) > LONGEST_HEADING / 2 or ENDED.search(text) or OPEN.search(text):
        return False
    mark = mark_of(text)
    if _announces(text) or _ITEM.match(text) or (mark is not None and mark.kind != "1"):
        return False
    return text.isupper() if like.isupper() else text[:1].isupper() or text[:1].isdigit()


def _announces(text: str) -> bool:
    return any(pattern.search(text) for pattern in ANNOUNCING)


def mark_of(text: str) -> Mark | None:
    """How a paragraph is numbered; None where it is not."""
    found = _MARK.match(text)
    if found is None:
        return None
    if found["bullet"]:
        return Mark(found["bullet"], "•", 0)
    if found["bare"]:
        return Mark("#", "1", int(found["bare"]))
    shape = f"{found['before']}#{found['after']}"
    if found["number"].isdigit():
        return Mark(shape, "1", int(found["number"]))
    return Mark(shape, "a", 0)


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a text, in order, without those that are empty."""
    start = 0
    for gap in (*_BETWEEN.finditer(text), None):
        piece = text[start : gap.start() if gap else len(text)]
        if piece.strip():
            indent = len(piece) - len(piece.lstrip())
            yield Paragraph(start + indent, piece.strip())
        start = gap.end() if gap else start
