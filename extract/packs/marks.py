"""What a pack prints on its pages beside the papers: item stamps, page numbers, blank leaves.

The systems that put packs together stamp "Agenda Item 7" on the first page of an item's papers and
"Page 15" on every page, fill up with blank pages so that each paper begins on a right-hand one, and
put a leaf in the place of a paper that the public may not see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extract.layout.furniture import BAND
from extract.layout.lines import Line
from extract.lexicon import fold, says, wording

#: Most words of a page that says no more than that it is blank, or that a paper is withheld.
BLANK_WORDS, WITHHELD_WORDS = 20, 70

_NUMBER = r"[A-Z]?\d{1,3}(?:\.\d{1,2})?\s?(?:\([a-z]{1,3}\)|[a-z])?"
_ITEM = re.compile(
    rf"(?:{wording('stamp_item')}\W{{0,3}}\s?(?P<number>{_NUMBER})\W*)+", re.IGNORECASE
)
_PAGE = re.compile(
    rf"[\[(]?(?:{wording('stamp_page')}\s*)?[-–—|]?\s*(\d{{1,4}})\s*[-–—|]?[\])]?", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_INNER = re.compile(r"(?:\bpage\s+|^)(\d{1,3})\s*(?:of|/|o)\s*(\d{1,3})\b", re.IGNORECASE)
_WORDED = re.compile(rf"^\W?{wording('stamp_page')}", re.IGNORECASE)
#: The heading of an attached paper: "Appendix A", "Exempt Annex 2 – Tenders received".
ATTACHED: Final = re.compile(
    rf"(?:{wording('secrecy')} )?{wording('attachment')}\s+"
    r"(?P<label>[A-Z]{1,2}\d?|\d{1,2}[A-Za-z]?|[IVX]+)\b\W{0,3}\s*(?P<title>.*)",
    re.IGNORECASE,
)
_BLANK, _WITHHELD = says("page_blank"), says("page_withheld")


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one page."""

    item: str = ""
    """Number of the item that is stamped on it."""
    numbers: tuple[int, ...] = ()
    """Page numbers that stand alone at its head or foot; those with a word for "page" first."""
    worded: int = 0
    """How many of them have a word for "page"."""
    inner: tuple[int, int] | None = None
    """Which page of how many of its own paper it says it is."""
    empty: bool = False
    """Nothing stands on it, but perhaps its number."""
    blank: bool = False
    """It says that it is blank."""
    withheld: bool = False
    """It says that a paper is withheld, or bears the stamp of an item and no paper."""


def marks_of(lines: Sequence[Line], height: float, *, drawn: bool = False) -> Marks:
    """The marks of a page with its lines from top to bottom; its height in points.

    `drawn` says that something else than words stands on it.
    """
    words = sum(len(line.words) for line in lines)
    said = (line.text for line in lines if not is_mark(line)) if words <= WITHHELD_WORDS else ()
    few = fold(" ".join(said))
    head, foot = BAND * height, (1 - BAND) * height
    edges = [line for line in lines if line.bottom < head or line.top > foot]
    item = next(_items(line for line in edges if line.bottom < head), "")
    empty = not drawn and all(is_mark(line) for line in lines)
    numbers = _numbers(edges)
    return Marks(
        item=item,
        numbers=tuple(sorted(numbers, key=lambda number: not numbers[number])),
        worded=sum(numbers.values()),
        inner=_inner(edges),
        empty=empty and not item,
        blank=words <= BLANK_WORDS and bool(_BLANK.search(few)),
        withheld=bool(few and _WITHHELD.search(few)) or (empty and bool(item)),
    )


def item_stamp(text: str) -> str:
    """The number of the item that a line stamps, "" if it is no stamp."""
    if not _DIGIT.search(text):
        return ""
    found = _ITEM.fullmatch(text.strip())
    return re.sub(r"\s", "", found["number"]) if found else ""


def _items(lines: Iterator[Line]) -> Iterator[str]:
    for line in lines:
        for text in (line.text, *(" ".join(w.text for w in part) for part in line.segments)):
            if number := item_stamp(text):
                yield number


def _numbers(edges: Sequence[Line]) -> dict[int, bool]:
    """The page numbers that stand alone, and whether with a word for "page"."""
    found: dict[int, bool] = {}
    for line in edges:
        for part in line.segments:
            text = " ".join(word.text for word in part)
            if number := _PAGE.fullmatch(text):
                worded = bool(_WORDED.match(text))
                value = int(number[1])
                found[value] = found.get(value, False) or worded
    return found


def _inner(edges: Sequence[Line]) -> tuple[int, int] | None:
    for line in edges:
        for part in line.segments:
            if found := _INNER.search(" ".join(word.text for word in part)):
                at, of = int(found[1]), int(found[2])
                if 1 <= at <= of:
                    return at, of
    return None


def is_mark(line: Line) -> bool:
    """Whether a line is nothing but a page number or the stamp of an item."""
    text = line.text
    return bool(_DIGIT.search(text) and (_PAGE.fullmatch(text.strip()) or item_stamp(text)))
