"""The numbers that a paper prints on its own pages: they begin with it, and go on to its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from extract.packs.sheets import Sheet

#: A cover has fewer words.
_COVER_WORDS: Final = 30


@dataclass(frozen=True, slots=True)
class OwnCount:
    """The numbers of the pages of one paper so far that are not the pack's."""

    sheets: Sequence[Sheet]
    printed: Callable[[Sheet], int | None]
    """The pack's number of a page."""
    whole: bool = True
    """Whether its first page is among the sheets."""

    def goes_on(self, sheet: Sheet) -> bool:
        """Whether the numbers count on from the page before."""
        before = [held for held in self.sheets[-2:] if not held.look.marks.empty]
        if not before:
            return False
        place = len(self.sheets)
        earlier = self._numbers(before[-1], place)
        steps = sheet.number - before[-1].number
        own = self._numbers(sheet, place + 1)
        return any(number - step in earlier for number in own for step in (1, steps))

    def stops(self, sheet: Sheet) -> bool:
        """Whether the paper has numbered its pages from 1, and a page does not count on."""
        return len(self.sheets) > 1 and self._is_numbered() and not self.goes_on(sheet)

    def begins_anew(self, sheet: Sheet) -> bool:
        """Whether a page counts as the first of a paper: in words, as a cover, or after others."""
        inner = sheet.look.marks.inner
        if inner is not None:
            return inner[0] == 1 < inner[1]
        if 1 not in self._numbers(sheet, 1) or self.goes_on(sheet):
            return False
        return sheet.look.words < _COVER_WORDS or self._is_numbered()

    def _is_numbered(self) -> bool:
        """Whether all pages are numbered, from 1."""
        return all(
            place in self._numbers(held, place)
            for place, held in enumerate(self.sheets, 1)
            if not held.look.marks.empty
        )

    def _numbers(self, sheet: Sheet, place: int) -> set[int]:
        """The numbers of a page that may be its paper's, `place` being its place there, from 1.

        A paper counts from 1, so what is more than a page's place is not its own.
        """
        marks = sheet.look.marks
        if marks.inner is not None:  # beyond doubt
            return {marks.inner[0]}
        own = {*marks.numbers} - {self.printed(sheet)}
        return {number for number in own if number <= place or not self.whole}
