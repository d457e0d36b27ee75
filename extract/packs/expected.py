"""What a pack's front sheet lets expect: on which pages its items begin, under what titles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from extract.fields.agenda_items import items_in
from extract.item_numbers import bare_number
from extract.layout.lines import Line
from extract.layout.pages import Layout
from extract.lexicon import fold, wording
from extract.packs.looks import FULL, MAY_OPEN
from extract.packs.opened import Open
from extract.packs.sheets import Sheet
from extract.reading.page import Page
from schemas.vocabulary import DocumentKind

#: Lines at the top of a paper among which its title stands, and over how many it may run.
_TOP, _LINES = 14, 3
#: Words before a title on its line: its label, or its number.
_BEFORE = 4
#: Pages of a file that may be those of its front sheet.
_FRONT: Final = 6
#: A title that tells one item from another has so many words and letters.
_WORDS, _LETTERS = 2, 9
#: What is under the title of an item has at least a heading with the number 1, or a day.
_SOME_POINTS: Final = 0.5
_STANDARD = re.compile(wording("agenda_standard"))
_NUMBER = re.compile(r"[a-z]?\d+(?:\.\d+)*\s?(?:\([a-z]{1,3}\)|[a-z]\b)?")
_PUNCTUATION = " .,:;-–'\""


@dataclass(frozen=True)
class Expected:
    """The items of a front sheet, as far as they can be found again."""

    starts: dict[int, str] = field(default_factory=dict)
    """Numbers of items by the printed page on which their papers begin."""
    titles: dict[str, str] = field(default_factory=dict)
    """Numbers of items by their titles, folded."""

    def heading(self, lines: Sequence[Line]) -> Heading | None:
        """The item whose title heads a page; None where it has none, or lists several."""
        texts = [fold(line.text).strip(_PUNCTUATION) for line in lines]
        found = list(self._titles_in(texts))
        if len({heading.item for heading in found}) != 1:
            return None
        return found[0] if found[0].line < _TOP else None

    @cached_property
    def _by_last_word(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """The titles and numbers of items by the last word of the title.

        A title has several words, so what ends with it ends with that word; a long agenda has
        hundreds of titles, and each line of a pack is asked whether it ends with one.
        """
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for title, item in self.titles.items():
            found[title.split()[-1]].append((title, item))
        return dict(found)

    def _titles_in(self, texts: Sequence[str]) -> Iterator[Heading]:
        last_words = [text.split()[-1:] for text in texts]
        for at in range(len(texts)):
            for end in range(at + 1, min(at + _LINES, len(texts)) + 1):
                titles = [
                    named
                    for word in last_words[end - 1]
                    for named in self._by_last_word.get(word, ())
                ]
                if not titles:
                    continue
                joined = " ".join(texts[at:end])
                for title, item in titles:
                    if not joined.endswith(title):
                        continue
                    before = joined[: -len(title)]
                    number = _NUMBER.search(before)
                    if number and bare_number(number[0]) != bare_number(item):
                        continue
                    if len(before.split()) <= _BEFORE and not before[-1:].isalnum():
                        yield Heading(item, at, number is not None)


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of an item found on a page."""

    item: str
    line: int
    """On which line, from 0."""
    numbered: bool
    """Whether the item's number stands before it."""


def expected_of(layout: Layout) -> Expected:
    """What a layout gives, if it is a front sheet's."""
    numbered = [(item, item.printed_number) for item in items_in(layout.blocks)[0] if item.number]
    starts = {item.pages.range[0]: number for item, number in numbered if item.pages.range}
    titles = {title: number for item, number in numbered if (title := _telling(item.title.text))}
    return Expected(starts, titles)


def _telling(title: str) -> str:
    folded = fold(title).strip(_PUNCTUATION)
    letters = sum(char.isalpha() for char in folded)
    if len(folded.split()) < _WORDS or letters < _LETTERS or _STANDARD.search(folded):
        return ""
    return folded


class FrontSheet:
    """What the first pages of a file let expect, while they go by."""

    def __init__(
        self,
        lay: Callable[[Sequence[Sheet]], Layout],
        kind_of: Callable[[Layout], DocumentKind],
        expects: Callable[[Layout], Expected],
    ) -> None:
        self._lay = lay
        self._kind_of = kind_of
        self._expects = expects
        self._expected = Expected()
        self._known = 0  # sheets that have been read
        self._begun: set[str] = set()
        self.closed = False
        """Whether all of its pages are known."""

    @property
    def starts(self) -> Mapping[int, str]:
        """Numbers of items by the printed page on which their papers begin."""
        return self._expected.starts

    def close(self, first: Sheet, layout: Layout) -> None:
        """Take the first paper of the file, and its first sheet, for all of the front sheet."""
        found = self._expects(layout)
        if not first.lists_items and (
            not found.starts or self._kind_of(layout) is DocumentKind.REPORT
        ):  # a report's tables have numbers too
            found = Expected()
        self._expected = found
        self.closed = True

    def foresees(self, held: Sequence[Sheet]) -> bool:
        """Whether the last of the first pages of a file begins an item that the others list."""
        *before, last = held
        return bool(before) and bool(self.titled(last, before))

    def titled(self, sheet: Sheet, held: Sequence[Sheet]) -> str:
        """The item, not begun before, whose title heads a page behind the pages `held`.

        The page has the item's number too, or looks like a beginning, or is a new leaf.
        """
        if not self.closed:
            self._read(held)
        heading = self._heading(sheet)
        if heading is None or heading.item in self._begun:
            return ""
        begins = sheet.look.points >= _SOME_POINTS or held[-1].look.full < FULL
        return heading.item if heading.numbered or begins else ""

    def is_second(self, sheet: Sheet, run: Open) -> bool:
        """Whether a page behind the first of an item's papers bears the item's title as well."""
        if len(run.sheets) > 1 or not run.item:
            return False
        heading = self._heading(sheet)
        return heading is not None and heading.item == run.item

    def starting_on(self, sheet: Sheet, printed: int | None) -> str:
        """The item whose papers begin on a page, by the number that the pack prints on it."""
        countable = isinstance(sheet.source, Page) and sheet.look.points >= MAY_OPEN
        if printed is None and countable:
            printed = sheet.number  # nothing is printed: a pack is counted from its first page
        return self.starts.get(printed or 0, "")

    def begin(self, item: str) -> None:
        """Know that the papers of an item have begun."""
        self._begun.add(item)

    def _read(self, sheets: Sequence[Sheet]) -> None:
        """Read the first sheets of a file; any of them may be the last of the front sheet."""
        if len(sheets) == self._known or len(sheets) > _FRONT or not sheets[0].lists_items:
            return
        self._known = len(sheets)
        found, before = self._expects(self._lay(sheets)), self._expected
        self._expected = Expected(found.starts | before.starts, found.titles | before.titles)

    def _heading(self, sheet: Sheet) -> Heading | None:
        return self._expected.heading(sheet.lines) if self._expected.titles else None
