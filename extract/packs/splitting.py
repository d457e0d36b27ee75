"""Where one paper of a file ends and the next begins, told while its pages go by.

Signs that a pack gives: a stamp with the item's number, a bookmark, a blank page before, a leaf in
place of a withheld paper, a page or a title that the front sheet names. Without them the look of a
first page tells, and the numbers of the pages. A file is a pack only where something says so: all
pages of a file that is none come out as one run. Of a pack only the pages of the present run are
held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from extract.layout.pages import Layout
from extract.lexicon import fold, says
from extract.packs.attached import opens_attached
from extract.packs.bookmarks import is_of_pack, paper_bookmarks
from extract.packs.counting import OwnCount
from extract.packs.expected import Expected, FrontSheet
from extract.packs.looks import FULL, MAY_OPEN, OPENS
from extract.packs.numbering import Numbering
from extract.packs.opened import Open
from extract.packs.runs import Run, Sign
from extract.packs.sheets import Material, Sheet
from extract.reading.page import OutlineEntry, Page
from schemas.vocabulary import DocumentKind

#: Sheets of one paper that are held; what goes on for longer comes out in several runs.
LONGEST: Final = 250
#: In a pack that marks its papers, a look alone must say more.
SURELY_OPENS: Final = OPENS + 2
#: A pack's first page has few other words.
_PACK = says("kind_pack")
_PACK_LINES = 8

_NO_PAPERS = (DocumentKind.OTHER, DocumentKind.APPENDIX)
_OF_ATTACHED = (Sign.HEADING, Sign.RUNNING)
_OF_ITEMS = (Sign.STAMP, Sign.BOOKMARK, Sign.RANGE)


class Splitter:
    """The runs of one file, taken once.

    `kind_of` tells what pages of a file that bears no marks of a pack would be by themselves;
    `expects` gives what a front sheet says of where the papers of its items begin.
    """

    def __init__(
        self,
        material: Material,
        outline: Sequence[OutlineEntry],
        kind_of: Callable[[Layout], DocumentKind],
        expects: Callable[[Layout], Expected],
    ) -> None:
        self._material = material
        self._bookmarks = paper_bookmarks(outline)
        self._is_pack = is_of_pack(outline)
        self._kind_of = kind_of
        self._front = FrontSheet(material.lay, kind_of, expects)
        self._numbering = Numbering()
        self._papers = 0
        self._marked = False
        self._stamped = False
        self._no_starts: set[int] = set()
        self._open = Open()

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
            self._is_pack = self._is_pack or _marks_pack(held) or self._front.foresees(held)
            if self._is_pack:
                yield from self._replay(held)
                held = []
            elif len(held) == LONGEST:
                break
        if held and self._is_report_from(held, opened, len(held)):
            yield from self._replay(held)
        elif held:
            yield self._run(Open(held), whole=True)
            yield from self._rest(sheets)
            return
        for sheet in sheets:
            yield from self._feed(sheet)
        if self._open.sheets:
            yield from self._closed()

    def _rest(self, sheets: Iterator[Sheet]) -> Iterator[Run]:
        """What is left of a long file that is no pack."""
        while held := list(islice(sheets, LONGEST)):
            yield self._run(Open(held, Sign.GOES_ON), whole=True)

    def _is_report_from(self, held: Sequence[Sheet], opened: Sequence[int], end: int) -> bool:
        """Whether the pages from the last that looked like a first one to `end` are a report.

        If they are no committee paper at all, that page is no start.
        """
        if not opened:
            return False
        kind = self._kind_of(self._material.lay(held[opened[-1] : end]))
        start = held[opened[-1]]
        if kind in _NO_PAPERS and start.look.points < SURELY_OPENS:
            self._no_starts.add(start.number)
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
            self._open = Open([sheet], Sign.GOES_ON, None, run.item)
            return
        self._papers += 1
        heading = self._heading(sheet) if sign is Sign.TITLE else ""
        yield from self._closed()
        self._open = self._opened(sheet, sign, run.item, heading)
        self._front.begin(self._open.item)
        bookmark = self._open.bookmark
        if sign is Sign.BOOKMARK and bookmark is not None and bookmark.attached:
            return  # such a bookmark may be the report's own
        self._stamped = self._stamped or sign in (Sign.STAMP, Sign.BOOKMARK)
        self._marked = self._marked or (sign in _OF_ITEMS and bool(self._open.item))

    def _opened(self, sheet: Sheet, sign: Sign, before: str, heading: str = "") -> Open:
        bookmark = self._bookmarks.get(sheet.number)
        named = sheet.look.marks.item or (bookmark.item if bookmark else "")
        carried = before if self._marked or sign is not Sign.LOOK else ""
        item = named or self._in_range(sheet) or heading or carried
        if (
            isinstance(sheet.source, Page) and bookmark is not None
        ):  # to the pack it leads to a paper, to the paper it is no heading
            sheet = replace(sheet, source=replace(sheet.source, bookmarks=()))
        return Open([sheet], sign, bookmark, item)

    def _closed(self) -> Iterator[Run]:
        """The run that is open, and the empty pages behind it as another."""
        sheets = self._open.sheets
        end = len(sheets)
        while end > 1 and sheets[end - 1].look.marks.empty:
            end -= 1
        for held in (replace(self._open, sheets=sheets[:end]), Open(sheets[end:], Sign.LEAF)):
            if not held.sheets:
                continue
            ends = (held.sheets[0], held.sheets[-1])
            first, last = (self._printed(sheet, guess=True) for sheet in ends)
            printed = (first, last) if first is not None and last is not None else None
            run = self._run(replace(held, item=self._open.item), printed=printed)
            if not self._front.closed:
                self._front.close(sheets[0], run.layout)
            yield run

    def _run(
        self, held: Open, *, printed: tuple[int, int] | None = None, whole: bool = False
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
            empty=frozenset(sheet.number for sheet in sheets if sheet.look.marks.empty),
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
        count = OwnCount(self._open.sheets, self._printed, self._open.sign is not Sign.GOES_ON)
        bookmark = self._bookmarks.get(sheet.number)
        if bookmark is not None and not (bookmark.may_head and count.goes_on(sheet)):
            return Sign.BOOKMARK
        if self._in_range(sheet):
            return Sign.RANGE
        if self._heading(sheet):
            return Sign.TITLE
        if look.marks.withheld or before.marks.withheld or before.marks.blank:
            return Sign.LEAF
        fronted = not self._papers and self._open.sheets[0].lists_items
        if sheet.number in self._no_starts or (count.goes_on(sheet) and not fronted):
            return None  # a front sheet's numbers are the pack's
        if look.points >= (SURELY_OPENS if self._marked else OPENS):
            return None if self._front.is_second(sheet, self._open) else Sign.LOOK
        ends = count.stops(sheet) and (look.points >= MAY_OPEN or before.full < FULL)
        if not look.attached and (ends or count.begins_anew(sheet)):
            return Sign.COUNT  # what bears a label may be bound in with its report
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
        elif run.ends_at_label(sheet):
            return Sign.HEADING
        return Sign.TYPE if run.is_set_unlike(sheet) else None

    def _heading(self, sheet: Sheet) -> str:
        """The item of the front sheet whose title heads a page of a pack that is not stamped."""
        if self._stamped or not isinstance(sheet.source, Page):
            return ""
        return self._front.titled(sheet, self._open.sheets)

    def _in_range(self, sheet: Sheet) -> str:
        """The item, not the one that is open, whose papers begin on a page as the front says."""
        if not self._front.starts:
            return ""
        item = self._front.starting_on(sheet, self._printed(sheet))
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
