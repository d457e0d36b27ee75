"""Where the pages of a text began: by form feeds, page numbers, stamps and how papers open.

Text taken out of a PDF keeps the number that stood at the foot or head of each page. The numbers of
a pack count up from its first page to its last, by which they are told from numbers in sentences
and tables; those that a paper prints on its own pages begin anew with each.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Final, NamedTuple

from extract.lexicon import wording
from extract.packs.attached import heads_attached
from extract.packs.looks import OPENS, opening_points
from extract.packs.marks import Marks, item_stamp
from extract.reading.text import TextFile, TextLine

#: So many form feeds, or numbers with a word for "page" that count up, tell the pages.
LEAST: Final = 3
#: Of bare numbers: so many, so many of them without one missing, and lines from one to the next.
_LEAST_BARE, _CLOSED_UP, _LINES_OF_A_PAGE = 5, 0.7, 10
#: Pages without a number (pictures have no text) that may lie between two that have one.
_MISSING = 60
#: Lines at the head and foot of a page that may be furniture.
EDGE: Final = 2
#: Of all numbers with a word for "page", so many are the pack's.
_MOST = 0.5
#: A stretch of so many times the usual lines may hold several pages.
_LONG = 1.4
#: Lines of a paper's front that are looked at, and the fewest from one paper to the next.
_TOP, _APART = 16, 10
#: Lines near each other that each name an item, or an appendix, are a list of them.
_LISTED = 6
_SHORT = 14  # words of a line that may open a paper

_WORDED = re.compile(
    rf"(?P<before>(?:.{{0,60}}\s)?)\W?{wording('stamp_page')}\s*\|?\s*"
    r"(?P<number>\d{1,4})(?:\s*(?:of|/|o)\s*\d{1,4})?\W?",
    re.IGNORECASE,
)
_BARE = re.compile(r"[-–—|\[(]?\s*(?P<number>\d{1,4})\s*[-–—|\])]?")
_CLOSED = re.compile(r"[.:)\d]$|^(?:\S+ ){0,6}\S+$")  # what does not go on in the next line
_NAMES = re.compile(rf"\b(?:{wording('body')}|{wording('kind_report_of')}|council)", re.IGNORECASE)


class TextPage(NamedTuple):
    """A stretch of a text that stands for a page, and the number that the pack prints on it."""

    lines: Sequence[TextLine]
    printed: int | None = None


class _Number(NamedTuple):
    line: int
    value: int


def pages_of(file: TextFile) -> list[TextPage]:
    """The lines of a text, parted where its pages began as far as that can be told."""
    lines = file.lines
    texts = [text_of(line) for line in lines]
    chain, own = _page_numbers(texts)
    cuts = _form_feeds(file)
    if len(cuts) < LEAST:
        cuts |= _by_numbers(texts, chain, own)
    paged = bool(chain) or len(cuts) >= LEAST
    cuts |= set(_stamps(texts, cuts))
    stretches = list(itertools.pairwise(sorted({0, *cuts, len(lines)})))
    longest = _LONG * median(end - start for start, end in stretches) if paged else _APART
    for start, end in stretches:
        if end - start > longest:
            cuts |= {start + at for at in _openings(lines[start:end], texts[start:end])}
    ordered = sorted({0, *cuts, len(lines)})
    printed = {bisect_right(ordered, number.line): number.value for number in reversed(chain)}
    return [
        TextPage(lines[a:b], printed.get(at))
        for at, (a, b) in enumerate(itertools.pairwise(ordered), 1)
        if a < b
    ]


def text_of(line: TextLine) -> str:
    """The words of a line with its bullet."""
    words = " ".join(word.text for cell in line.cells for word in cell)
    return f"{line.bullet.text} {words}" if line.bullet else words


def number_within(text: str) -> re.Match[str] | None:
    """The number of a page with its word for "page", at the end of a line."""
    return _WORDED.fullmatch(text)


def is_number(text: str) -> bool:
    """Whether a line is nothing but the number of a page."""
    found = _WORDED.fullmatch(text)
    return not found["before"].strip() if found else bool(_BARE.fullmatch(text))


def is_mark(text: str) -> bool:
    """Whether a line is nothing but the number of a page or the stamp of an item."""
    return is_number(text) or bool(item_stamp(text))


def key_of(text: str) -> str:
    """What is the same in the running heads or feet of several pages: all but the numbers."""
    found = _WORDED.fullmatch(text)
    own = found["before"] if found else text
    return re.sub(r"\d+", "#", own.casefold()).strip() if not _BARE.fullmatch(own) else ""


def start_of(line: TextLine) -> int:
    """The place of the first character of a line."""
    first = line.bullet or next(word for cell in line.cells for word in cell)
    return first.start


def _form_feeds(file: TextFile) -> set[int]:
    """The lines above which a form feed stands."""
    starts = [start_of(line) for line in file.lines]
    pairs = enumerate(itertools.pairwise(starts), 1)
    return {at for at, (above, start) in pairs if "\f" in file.text[above:start]}


def _page_numbers(texts: Sequence[str]) -> tuple[list[_Number], list[_Number]]:
    """The numbers of the text's pages, and those that papers print on their own."""
    worded, bare = (list(_numbers(texts, pattern)) for pattern in (_WORDED, _BARE))
    own = _counting(worded) + _counting(bare, apart=_LINES_OF_A_PAGE)
    chain = _chain(worded)
    if len(chain) < max(LEAST, _MOST * len(worded)):
        chain = _chain(bare)
        chain = chain if _are_pages(chain) else []
    return chain, own


def _by_numbers(texts: Sequence[str], chain: Sequence[_Number], own: Sequence[_Number]) -> set[int]:
    """The lines with which pages begin, by the numbers that are printed on them."""
    cuts = set(_cuts(texts, chain))
    after = (number.line + 1 for number in own)
    return cuts | {cut for cut in after if not cuts & set(range(cut - 3, cut + 4))}


def _numbers(texts: Sequence[str], pattern: re.Pattern[str]) -> Iterator[_Number]:
    for at, text in enumerate(texts):
        if not any(c.isdigit() for c in text[-4:]):
            continue
        found = pattern.fullmatch(text)
        if found and int(found["number"]):
            yield _Number(at, int(found["number"]))


def _chain(numbers: Sequence[_Number]) -> list[_Number]:
    """Those that count up from the first to the last, as many as can be, with few left out."""
    best: dict[int, tuple[float, int]] = {}  # of a value: points of the chain to it, and its place
    above: list[int | None] = []
    for at, number in enumerate(numbers):
        points, earlier = 1.0, None
        for step in range(1, _MISSING + 1):
            known = best.get(number.value - step)
            if known is None or numbers[known[1]].line >= number.line - 1:
                continue  # the paper's own number and the pack's stand together
            if known[0] + (1.0 if step == 1 else 0.5) > points:
                points, earlier = known[0] + (1.0 if step == 1 else 0.5), known[1]
        above.append(earlier)
        if points > best.get(number.value, (0.0, 0))[0]:
            best[number.value] = points, at
    place = max(best.values(), default=(0.0, None))[1]
    chain: list[_Number] = []
    while place is not None:
        chain.append(numbers[place])
        place = above[place]
    return chain[::-1]


def _are_pages(bare: Sequence[_Number]) -> bool:
    """Whether numbers without a word for "page" stand as far apart as pages do."""
    if len(bare) < _LEAST_BARE:
        return False
    closed_up = sum(b.value == a.value + 1 for a, b in itertools.pairwise(bare))
    lines = bare[-1].line - bare[0].line
    return closed_up >= _CLOSED_UP * (len(bare) - 1) and lines >= _LINES_OF_A_PAGE * (
        bare[-1].value - bare[0].value
    )


def _counting(numbers: Sequence[_Number], apart: int = 0) -> list[_Number]:
    """Those that count on from the one above, so many lines apart, and the ones above."""
    found: set[_Number] = set()
    for one, other in itertools.pairwise(numbers):
        if other.value == one.value + 1 and other.line - one.line >= apart:
            found |= {one, other}
    return sorted(found)


def _cuts(texts: Sequence[str], numbers: Sequence[_Number]) -> Iterator[int]:
    """The lines with which pages begin that have these numbers, all at their heads or feet."""
    if not numbers:
        return
    below = texts[numbers[-1].line + 1 :]
    if len(below) > EDGE:  # the last page stands below its number
        for number in numbers:
            at = number.line
            while at and item_stamp(texts[at - 1]):
                at -= 1
            yield at
        return
    feet = [key_of(text) for text in below]
    for number in numbers:
        at = number.line + 1
        for foot in feet:
            at += at < len(texts) and key_of(texts[at]) == foot
        yield at


def _stamps(texts: Sequence[str], cuts: Iterable[int]) -> Iterator[int]:
    """The lines that stamp an item, and begin pages that have no other mark."""
    begun = set(cuts)
    items = [(at, item) for at, text in enumerate(texts) if (item := item_stamp(text))]
    listed = {
        at
        for (one, first), (other, second) in itertools.pairwise(items)
        if first != second and other - one < _LISTED
        for at in (one, other)
    }
    for at, _ in items:
        top = at
        while top and top not in begun and is_mark(texts[top - 1]):
            top -= 1
        if at not in listed and top not in begun:
            yield at


def _openings(lines: Sequence[TextLine], texts: Sequence[str]) -> Iterator[int]:
    """Where another paper seems to begin, in a stretch without any marks of pages."""
    last = 0
    held: tuple[float, int] | None = None  # the best so far of lines that lie together
    for at, line in enumerate(lines):
        if held is not None and at - held[1] > _TOP:
            last = held[1]
            yield last
            held = None
        if at - last < _APART:
            continue
        if (line.blank_above or _CLOSED.search(texts[at - 1])) and heads_attached(texts, at):
            last = at
            yield at
        elif _may_open(texts, at):
            top = [[cell for cell in below.cells if cell] for below in lines[at : at + _TOP]]
            points = opening_points(top, Marks())
            if points >= max(OPENS, held[0] if held else 0.0):
                held = points, at
    if held is not None:
        yield held[1]


def _may_open(texts: Sequence[str], at: int) -> bool:
    """Whether what stands from a line on can be the front of a paper at all."""
    text = texts[at]
    if text[:1].islower() or len(text.split()) > _SHORT:
        return False
    return any(_NAMES.search(below) for below in texts[at : at + 3])
