"""Where one paper of a file ends and the next begins, told while its pages go by.

Signs that a pack gives: a stamp with the item's number, a bookmark, a blank page before, a leaf in
place of a withheld paper, a page that the front sheet names. Without them the look of a first page
tells. A file is a pack only where something says so: all pages of a file that
is none come out as one run. Of a pack only the pages of the present run are held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from extract.layout.pages import Layout
from extract.lexicon import fold, says
from extract.packs.attached import opens_attached
from extract.packs.bookmarks import Bookmark, is_of_pack, paper_bookmarks
from extract.packs.looks import MAY_OPEN, OPENS
from extract.packs.numbering import Numbering
from extract.packs.runs import Run, Sign
from extract.packs.sheets import Material, Sheet
from extract.reading.page import OutlineEntry, Page
from schemas.vocabulary import DocumentKind

#: Sheets of one paper that are held; what goes on for longer comes out in several runs.
LONGEST: Final = 250
#: In a pack that marks its papers, a look alone must say more.
SURELY_OPENS: Final = OPENS + 2
#: A paper may end on a full page; set in another type, the next is told where it does not.
FULL: Final = 0.88
#: A pack's first page has few other words.
_PACK = says("kind_pack")
_PACK_LINES = 8
#: The head of a table may stand on some pages; on all of so many, it is the pages' own.
_FEW = 4
#: Words of a page of which something can be told.
_SOME_WORDS = 30

_OF_ATTACHED = (Sign.HEADING, Sign.RUNNING)
_OF_ITEMS = (Sign.STAMP, Sign.BOOKMARK, Sign.RANGE)


@dataclass
class _Open:
    """The run that pages are being added to."""

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


class Splitter:
    """The runs of one file, taken once.

    `kind_of` tells what pages of a file that bears no marks of a pack would be by themselves;
    `ranges` gives what a front sheet says of where the papers of its items begin: the number that
    is printed there, and the item.
    """

    def __init__(
        self,
        material: Material,
        outline: Sequence[OutlineEntry],
        kind_of: Callable[[Layout], DocumentKind],
        ranges: Callable[[Layout], Mapping[int, str]],
    ) -> None:
        self._material = material
        self._bookmarks = paper_bookmarks(outline)
        self._is_pack = is_of_pack(outline)
        self._kind_of = kind_of
        self._ranges = ranges
        self._expected: Mapping[int, str] | None = None
        self._numbering = Numbering()
        self._papers = 0
        self._marked = False
        self._no_starts: set[int] = set()
        self._open = _Open()

    def __iter__(self) -> Iterator[Run]:
        """The runs of a file, in order; marked `whole` if it is no pack."""
        held: list[Sheet] = []
        opened: list[int] = []
        sheets = iter(self._material)
        for sheet in sheets:
            if self._is_pack:
                yield from self._feed(sheet)
                continue
            held.append(sheet)
            if sheet.look.points >= OPENS and len(held) > 1:
                self._is_pack = self._is_report_from(held, opened, len(held) - 1)
                opened.append(len(held) - 1)
            self._is_pack = self._is_pack or _marks_pack(held)
            if self._is_pack:
                yield from self._replay(held)
                held = []
            elif len(held) == LONGEST:
                break
        if held and self._is_report_from(held, opened, len(held)):
            yield from self._replay(held)
        elif held:
            yield self._run(_Open(held), whole=True)
            yield from self._rest(sheets)
            return
        for sheet in sheets:
            yield from self._feed(sheet)
        if self._open.sheets:
            yield from self._closed()

    def _rest(self, sheets: Iterator[Sheet]) -> Iterator[Run]:
        """What is left of a long file that is no pack."""
        while held := list(islice(sheets, LONGEST)):
            yield self._run(_Open(held, Sign.GOES_ON), whole=True)

    def _is_report_from(self, held: Sequence[Sheet], opened: Sequence[int], end: int) -> bool:
        """Whether the pages from the last that looked like a first one to `end` are a report.

        If they are no committee paper at all, that page is no start.
        """
        if not opened:
            return False
        kind = self._kind_of(self._material.lay(held[opened[-1] : end]))
        if kind in (DocumentKind.OTHER, DocumentKind.APPENDIX):
            self._no_starts.add(held[opened[-1]].number)
        return kind is DocumentKind.REPORT

    def _replay(self, held: Iterable[Sheet]) -> Iterator[Run]:
        self._is_pack = True
        for sheet in held:
            yield from self._feed(sheet)

    def _feed(self, sheet: Sheet) -> Iterator[Run]:
        """Take the next page of a pack; a run that it ends comes out."""
        run = self._open
        if not run.sheets:
            self._open = self._opened(sheet, Sign.FIRST, "")
            return
        sign = self._sign(sheet)
        self._numbering.note(sheet.look.marks, sheet.number, self._papers + (sign is not None))
        if sign is None and len(run.sheets) < LONGEST:
            run.add(sheet)
            return
        if sign is None:
            yield from self._closed()
            self._open = _Open([sheet], Sign.GOES_ON, None, run.item)
            return
        self._papers += 1
        yield from self._closed()
        self._open = self._opened(sheet, sign, run.item)
        self._marked = self._marked or (sign in _OF_ITEMS and bool(self._open.item))

    def _opened(self, sheet: Sheet, sign: Sign, item_before: str) -> _Open:
        bookmark = self._bookmarks.get(sheet.number)
        named = sheet.look.marks.item or (bookmark.item if bookmark else "")
        carried = item_before if self._marked or sign is not Sign.LOOK else ""
        item = named or self._named_in_range(sheet) or carried
        if (
            isinstance(sheet.source, Page) and bookmark is not None
        ):  # to the pack it leads to a paper, to the paper it is no heading
            sheet = replace(sheet, source=replace(sheet.source, bookmarks=()))
        return _Open([sheet], sign, bookmark, item)

    def _closed(self) -> Iterator[Run]:
        """The run that is open, and the empty pages behind it as another."""
        sheets = self._open.sheets
        end = len(sheets)
        while end > 1 and sheets[end - 1].look.marks.empty:
            end -= 1
        for held in (replace(self._open, sheets=sheets[:end]), _Open(sheets[end:], Sign.LEAF)):
            if not held.sheets:
                continue
            ends = (held.sheets[0], held.sheets[-1])
            first, last = (self._printed(sheet, guess=True) for sheet in ends)
            printed = (first, last) if first is not None and last is not None else None
            run = self._run(replace(held, item=self._open.item), printed=printed)
            if self._expected is None:
                self._expected = self._ranges(run.layout)
            yield run

    def _run(
        self, held: _Open, *, printed: tuple[int, int] | None = None, whole: bool = False
    ) -> Run:
        sheets = held.sheets
        return Run(
            sheets[0].look,
            sheets[0].lines,
            lambda: self._material.lay(sheets),
            self._material.extent(sheets),
            sign=held.sign,
            bookmark=held.bookmark,
            item=held.item,
            printed=printed,
            numbered=bool(sheets[0].look.marks.numbers),
            headed=frozenset(sheet.number for sheet in sheets if sheet.look.attached),
            marked=self._marked,
            whole=whole,
        )

    def _sign(self, sheet: Sheet) -> Sign | None:
        """By what the page is told to begin a paper; None where it goes on with the last."""
        look, before = sheet.look, self._open.sheets[-1].look
        if look.marks.blank:
            return None if before.marks.blank else Sign.LEAF
        if look.marks.empty:
            return None  # its own, or between two papers: the next page tells
        if look.marks.item and look.marks.item != self._open.item:
            return Sign.STAMP
        if sheet.number in self._bookmarks:
            return Sign.BOOKMARK
        if self._named_in_range(sheet):
            return Sign.RANGE
        if look.marks.withheld or before.marks.withheld or before.marks.blank:
            return Sign.LEAF
        if sheet.number in self._no_starts or self._counts_on(sheet):
            return None
        if look.points >= (SURELY_OPENS if self._marked else OPENS):
            return Sign.LOOK
        if before.marks.empty and len(self._open.sheets) > 1:
            return Sign.LEAF
        return self._sign_of_attached(sheet)

    def _sign_of_attached(self, sheet: Sheet) -> Sign | None:
        """By what the page is told to begin a paper that is attached to the one before."""
        run = self._open
        if self._material.headings_part:
            if opens_attached(run.sheets, sheet, alone=run.sign not in _OF_ATTACHED):
                return Sign.HEADING
            if sheet.look.points >= 0 and run.stops_before(sheet):
                return Sign.RUNNING
        return Sign.TYPE if self._is_set_otherwise(sheet) else None

    def _counts_on(self, sheet: Sheet) -> bool:
        """Whether the numbers that a paper prints itself count on from the page before."""
        before = [held for held in self._open.sheets[-2:] if not held.look.marks.empty]
        if not before:
            return False
        earlier = self._own_numbers(before[-1])
        steps = sheet.number - before[-1].number
        return any(n - step in earlier for n in self._own_numbers(sheet) for step in (1, steps))

    def _own_numbers(self, sheet: Sheet) -> set[int]:
        inner = sheet.look.marks.inner
        own = {*sheet.look.marks.numbers, *(inner[:1] if inner else ())}
        return own - {self._printed(sheet)}

    def _is_set_otherwise(self, sheet: Sheet) -> bool:
        """Whether no family of type of the run's pages is used, and the page before is not full."""
        before = self._open.sheets[-1].look
        if before.full > FULL or sheet.look.words < _SOME_WORDS:
            return False
        used = frozenset().union(*(held.look.families for held in self._open.sheets))
        return bool(used and sheet.look.families) and not used & sheet.look.families

    def _named_in_range(self, sheet: Sheet) -> str:
        """The item whose papers begin on a page, by the front sheet's page numbers."""
        if not self._expected:
            return ""
        printed = self._printed(sheet)
        countable = isinstance(sheet.source, Page) and sheet.look.points >= MAY_OPEN
        if printed is None and countable:
            printed = sheet.number  # nothing is printed: a pack is counted from its first page
        item = self._expected.get(printed or 0, "")
        return item if item != self._open.item else ""

    def _printed(self, sheet: Sheet, *, guess: bool = False) -> int | None:
        if not isinstance(sheet.source, Page):  # pages may have been lost
            return sheet.printed
        return self._numbering.printed(sheet.look.marks, sheet.number, guess=guess)


def _marks_pack(held: Sequence[Sheet]) -> bool:
    """Whether the last of some pages says that the file is a pack: in words, or by a new stamp."""
    last = held[-1]
    if len(held) == 1:
        top = (fold(line.text) for line in last.lines[:_PACK_LINES])
        return any(_PACK.search(text) for text in top)
    item = last.look.marks.item
    return bool(item) and all(sheet.look.marks.item != item for sheet in held[:-1])
