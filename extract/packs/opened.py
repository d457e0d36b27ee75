"""The run of pages that is being added to, and what it shows of itself against the next page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from extract.packs.bookmarks import Bookmark
from extract.packs.looks import FULL
from extract.packs.runs import Sign
from extract.packs.sheets import Sheet

#: The head of a table may stand on some pages; on all of so many, it is the pages' own.
_FEW: Final = 4
#: Words of a page of which something can be told.
_SOME_WORDS: Final = 30
#: The type of a cover's title, in points, and in sizes of the largest of the paper before.
_COVER, _LARGER = 18.0, 1.3


@dataclass
class Open:
    """Pages of one paper so far, by what their first was told, and what the pack says of them."""

    sheets: list[Sheet] = field(default_factory=list)
    sign: Sign = Sign.FIRST
    bookmark: Bookmark | None = None
    item: str = ""
    running: frozenset[str] = frozenset()
    """What stands at the head or foot of all its pages but the first."""

    def add(self, sheet: Sheet) -> None:
        """Take another page."""
        known = self.running if len(self.sheets) > 1 else sheet.running
        self.running = known & sheet.running
        self.sheets.append(sheet)

    def stops_before(self, sheet: Sheet) -> bool:
        """Whether what is printed on all its pages is on none of the next."""
        few = len(self.sheets) < _FEW
        own = self.running & self.sheets[0].running if few else self.running
        return len(self.sheets) > 1 and bool(sheet.running and own - sheet.ahead)

    def ends_at_label(self, sheet: Sheet) -> bool:
        """Whether it is an attached paper, and a page begins the next ("Appendix B" behind A).

        A report may have appendices bound in; so may an attached plan, counted in another way.
        """
        own, other = self.sheets[0].look.label, sheet.look.attached
        return bool(own and other) and other != own and other.isalpha() == own.isalpha()

    def is_set_unlike(self, sheet: Sheet) -> bool:
        """Whether a page is set in type of another family, or with a cover's size of it.

        A page after a full one may be set otherwise within a paper.
        """
        if self.sheets[-1].look.full > FULL:
            return False
        largest = max(held.largest for held in self.sheets)
        if largest and sheet.largest > max(_COVER, _LARGER * largest):
            return True
        if sheet.look.words < _SOME_WORDS:
            return False
        used = frozenset().union(*(held.families for held in self.sheets))
        return bool(used and sheet.families) and not used & sheet.families
