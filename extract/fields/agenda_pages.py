"""Page ranges as agendas print them: "(Pages 7 - 22)", "Page 5", "7 - 22" in a column, Welsh."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import wording
from schemas.record import PageRange

_DIGIT = re.compile(r"\d")
_PAGE = rf"{wording('agenda_page')}\b\.?\s*(?:nos?\b\.?|numbers?\b)?\s*:?\s*"
_RANGE = rf"(?P<first>\d{{1,4}})(?:\s*(?:[-–—]|{wording('agenda_to')}\b)\s*(?P<last>\d{{1,4}}))?"
_BRACKETED = re.compile(rf"[(\[]\s*{_PAGE}{_RANGE}\s*[)\]]", re.IGNORECASE)
# Without brackets only where nothing else stands, or at the very end, perhaps behind leaders.
_AT_END = re.compile(
    rf"(?:^|\s+|\s*(?:[.…·_]\s?){{3,}}){_PAGE}{_RANGE}\s*$|\s*(?:[.…·_]\s?){{4,}}(?P<led>\d{{1,4}})$",
    re.IGNORECASE,
)
# What makes a page at the end of a sentence one that is only referred to ("see page 3").
_REFERS = re.compile(r"\b(?:on|see|at|to|of|from|in|and|or|with)$", re.IGNORECASE)
_ALONE = re.compile(rf"[(\[]?\s*(?P<word>{_PAGE})?{_RANGE}\s*[)\]]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """A printed page range and the words that say it; None where none is printed.

    `begins` says that it is a bare number, which tells only where an item begins.
    """

    words: Passage = NOWHERE
    range: PageRange | None = None
    begins: bool = False

    def __bool__(self) -> bool:
        return self.range is not None


NO_PAGES = PrintedPages()


def pages_alone(passage: Passage) -> PrintedPages:
    """The range that a cell is: "(Pages 7 - 22)", or "7 - 22" in a column of pages."""
    match = _ALONE.fullmatch(passage.text)
    if match is None:
        return NO_PAGES
    found = _printed(passage, match["first"], match["last"])
    begins = match["last"] is None and match["word"] is None
    return PrintedPages(found.words, found.range, begins)


def names_pages(passage: Passage) -> bool:
    """Whether a cell is a page range by its own words, whichever column it stands in."""
    match = _ALONE.fullmatch(passage.text)
    return match is not None and match["word"] is not None


def is_range(passage: Passage) -> bool:
    """Whether words are nothing but two numbers with a dash between, or name their pages."""
    match = _ALONE.fullmatch(passage.text)
    return match is not None and (match["word"] is not None or match["last"] is not None)


def cut_pages(passage: Passage) -> tuple[Passage, PrintedPages]:
    """The words without the page ranges in brackets among them, or else the one at their end."""
    if _DIGIT.search(passage.text) is None:
        return passage, NO_PAGES
    found: list[PrintedPages] = []
    kept: list[Passage] = []
    separators: list[str] = []
    at = 0
    for match in _BRACKETED.finditer(passage.text):
        printed = _printed(passage.slice(*match.span()), match["first"], match["last"])
        if not printed:
            continue
        found.append(printed)
        kept.append(passage.slice(at, match.start()))
        separators.append(_separator(passage.text, match.start(), match.end()))
        at = match.end()
    if found:
        rest = passage.slice(at)
        for before, separator in zip(reversed(kept), reversed(separators), strict=True):
            rest = Passage.join([before, rest], separator)
        return rest, _spanning(found)
    end = _AT_END.search(passage.text) if passage.text.rstrip()[-1:].isdigit() else None
    if end and not _REFERS.search(passage.text[: end.start()]):
        words = passage.slice(*end.span())
        printed = _printed(words, end["first"] or end["led"], end["last"])
        if printed:
            begins = end["led"] is not None
            return passage.slice(0, end.start()), PrintedPages(words, printed.range, begins)
    return passage, NO_PAGES


def _printed(words: Passage, first: str, last: str | None) -> PrintedPages:
    begin, end = int(first), int(last or first)
    return PrintedPages(words, (begin, end)) if 0 < begin <= end else NO_PAGES


def _separator(text: str, start: int, end: int) -> str:
    """What parts the words on both sides of a range that was cut out between them."""
    if text[end : end + 1] in (".", ",", ";", ":"):
        return ""
    return "\n\n" if "\n\n" in (text[start - 2 : start], text[end : end + 2]) else " "


def _spanning(found: Sequence[PrintedPages]) -> PrintedPages:
    """Several ranges of one item as one, where they follow each other; else the first."""
    ranges = [each.range for each in found if each.range is not None]
    if len(ranges) == 1 or any(a[1] >= b[0] for a, b in pairwise(ranges)):
        return found[0]
    words = Passage.join([each.words for each in found], " ")
    return PrintedPages(words, (ranges[0][0], ranges[-1][1]))
