"""The items of an agenda: number, title, text, printed pages, and whether they are public."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from extract.dates import find_dates
from extract.fields.agenda_chain import items_at
from extract.fields.agenda_entries import entries_of
from extract.fields.agenda_entry import Entry
from extract.fields.agenda_groups import (
    Group,
    excluding,
    group_of,
    heading_of,
    is_group,
    is_statement,
    item_secrecy,
)
from extract.fields.agenda_pages import PrintedPages, is_range, pages_alone
from extract.fields.meeting_lines import same_paragraph
from extract.fields.values import Found, Place
from extract.layout.blocks import Block, BlockKind
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, says, wording
from extract.names import is_name
from schemas import AgendaItem
from schemas.vocabulary import ConfidentialityStatus

_CLOSING = says("agenda_closing")
_OPENS_TEXT = says("agenda_opens_text")
_RECORDED = says("agenda_recorded")
_STATE = re.compile(rf"\s*[(\[]\s*{wording('agenda_paper_state')}\s*[)\]]\s*$", re.IGNORECASE)
# What a web page says of the file behind a title.
_FILE = re.compile(
    r"(?:\s+\w+ icon)?\s+\b(?:PDF|DOCX?|Word|Excel)\s+\d+(?:\.\d+)?\s*[KM]B$", re.IGNORECASE
)
_LOOSE = re.compile(r"\s+(?=\.)")
_FRINGE = re.compile(r"[\s:–—-]+$")
# Words set this much further left than the titles, in points, no longer belong to an item; and how
# close below the first line of a title its second stands, in sizes of the print.
_OUTDENT, _CLOSE = 6.0, 0.7


@dataclass(slots=True)
class _Draft:
    """An item while its entries are taken in."""

    opening: Entry
    group: Group
    below: list[Entry] = field(default_factory=list)
    within: str = ""  # number of the item that a lettered matter is part of


@dataclass(frozen=True, slots=True)
class Item:
    """The passages of an item."""

    number: Passage
    title: Passage
    text: Passage
    pages: PrintedPages
    secrecy: Passage
    group: Group
    within: str  # number of the item that a lettered matter is part of

    @property
    def printed_number(self) -> str:
        """The number as printed; of "(a)" below "6." it is "6(a)"."""
        printed = f"{self.within}({self.number.text})" if self.within else self.number.text
        return _LOOSE.sub("", printed)


def agenda_items(blocks: Sequence[Block]) -> tuple[list[Found[AgendaItem]], Block | None]:
    """The items in order, and the block that opens the first of them."""
    items, first = items_in(blocks)
    return [_found(each) for each in _excluded(items)], first


def items_in(blocks: Sequence[Block]) -> tuple[list[Item], Block | None]:
    """The items as passages, with nothing said of secrecy, and the block that opens the first."""
    entries = entries_of(blocks)
    headings = {
        at for at, entry in enumerate(entries) if is_group(entry) and not _marks(entries, at)
    }
    openings = items_at(entries, headings)
    if not openings:
        return [], None
    drafts = _drafts(entries, openings, headings - set(openings))
    _end_last(drafts)
    read = [item for draft in drafts if (item := _read(draft)).title]
    return _with_ends(read), entries[openings[0]].block


def _drafts(entries: Sequence[Entry], openings: Sequence[int], headings: set[int]) -> list[_Draft]:
    """The entries shared out among the items, each item with the group that it stands in."""
    drafts: list[_Draft] = []
    marks = sorted({*openings, *headings})
    group = Group()
    for at, end in zip(marks, [*marks[1:], len(entries)], strict=True):
        entry, below = entries[at], list(entries[at + 1 : end])
        if at in headings:
            group = group_of(heading_of(entry), [each.words for each in below])
            continue
        while below and end in openings and _heads_next(entry, below[-1]):
            below.pop()
        own = group_of(entry.head, entry.rest)  # "12. EXEMPT ITEMS", numbered
        if own.status is not ConfidentialityStatus.UNSTATED:
            group = own
        drafts += _by_letter(_Draft(entry, group, list(takewhile(_is_agenda, below))))
    return drafts


def _marks(entries: Sequence[Entry], at: int) -> bool:
    """Whether a mark such as "CONFIDENTIAL" is of the item above, not of those below."""
    entry, above = entries[at], entries[at - 1] if at else None
    if above is None or not is_statement(entry.words):
        return False
    beside = entry.block.page and abs(entry.x0 - above.x0) < _OUTDENT and above.number
    return entry.block.close or bool(beside)


def _by_letter(draft: _Draft) -> list[_Draft]:
    """An item, and the lettered matters within it that have pages, each by itself."""
    places = [at for at, entry in enumerate(draft.below) if entry.letter]
    if not any(draft.below[at].pages for at in places):
        return [draft]
    drafts = [replace(draft, below=draft.below[: places[0]])]
    for at, end in zip(places, [*places[1:], len(draft.below)], strict=True):
        below = draft.below[at + 1 : end]
        drafts.append(_Draft(draft.below[at], draft.group, below, draft.opening.number.text))
    return drafts


def _is_agenda(entry: Entry) -> bool:
    """Whether an entry below an item is not yet what a web page records of it ("Minutes:")."""
    return not _RECORDED.fullmatch(fold(entry.whole.text))


def _heads_next(opening: Entry, last: Entry) -> bool:
    """Whether a line right above the next item heads a part of the agenda."""
    if last.number or last.pages or not last.bold or len(last.head.words) > 12 or last.rest:
        return False
    return last.block.caps or 0 < last.x0 < opening.x0 - _OUTDENT


def _end_last(drafts: list[_Draft]) -> None:
    """Take from the last item what follows the business: notes, addresses, signatures."""
    last = drafts[-1]
    indented = all(
        each.x0 > draft.opening.x0 - _OUTDENT for draft in drafts[:-1] for each in draft.below
    )
    for at, entry in enumerate(last.below):
        outdented = entry.block.page and entry.x0 < last.opening.x0 - _OUTDENT
        following = last.below[at + 1] if at + 1 < len(last.below) else None
        signs = is_name(entry.words.text) and (following is None or _closes(following))
        if signs or _closes(entry) or (indented and outdented):
            del last.below[at:]
            return


def _closes(entry: Entry) -> bool:
    """Whether an entry is no part of any item: a note, an address, a date, a heading."""
    text = fold(entry.whole.text)
    if entry.number:
        return False
    if _CLOSING.match(text) or "@" in text:
        return True
    days = find_dates(text)
    if days and days[0].end - days[0].start > len(text) - 4:
        return True
    return entry.bold and (entry.block.caps or entry.block.level > 0) and not entry.rest


def _read(draft: _Draft) -> Item:
    """An item's title and text, from the entries that it is made of."""
    opening, below = draft.opening, list(draft.below)
    title, rest, pages = opening.head, list(opening.rest), opening.pages
    last = opening
    while below and not rest and _goes_on(last, below[0], title, pages):
        last = below.pop(0)
        title = Passage.run_on([title, last.head]) if title else last.head
        rest, pages = list(last.rest), pages or last.pages
    parts = list(rest)
    before: Entry | None = None
    for entry in below:
        words = entry.whole
        if not pages and is_range(words):
            pages, words = pages_alone(words), NOWHERE
        pages = pages or entry.pages
        if before is not None and parts and same_paragraph(before.block, entry.block):
            parts[-1] = Passage.join([parts[-1], words], " ")
        elif words:
            parts.append(words)
        before = entry
    title, state = _trimmed(title)
    text = Passage.join([part for part in (state, *parts) if part])
    number = opening.letter if draft.within else opening.number
    return Item(number, title, text, pages, opening.secrecy, draft.group, draft.within)


def _goes_on(above: Entry, below: Entry, title: Passage, pages: PrintedPages) -> bool:
    """Whether an entry is the title of a number that stands alone, or the next line of a title."""
    if not below.head or (below.number and title):
        return False
    if not title:
        return True
    if below.block.kind is BlockKind.ROW and below.pages and not pages:
        return above.bold is below.bold and not title.text.endswith((".", ":"))
    if same_paragraph(above.block, below.block):
        return not _OPENS_TEXT.match(fold(below.head.text)) and not title.text.endswith(".")
    if (
        not above.block.page
        or above.block.page != below.block.page
        or below.block.caps is not above.block.caps
    ):
        return False
    return above.bold and below.bold and below.block.gap < _CLOSE * below.block.size


def _trimmed(title: Passage) -> tuple[Passage, Passage]:
    """A title without the colon or dash that closes it, and what is said of its papers."""
    state = NOWHERE
    if found := _STATE.search(title.text):
        state, title = title.slice(found.start()), title.slice(0, found.start())
    if found := _FILE.search(title.text):
        title = title.slice(0, found.start())
    if found := _FRINGE.search(title.text):
        title = title.slice(0, found.start())
    return title, state


def _with_ends(read: Sequence[Item]) -> list[Item]:
    """Where only the page is given on which each item begins, it ends before the next begins."""
    paged = [each for each in read if each.pages]
    if len(paged) < 2 or not all(each.pages.begins for each in paged):
        return list(read)
    begins = [each.pages.range[0] for each in paged if each.pages.range]
    ends = dict(zip(begins, (after - 1 for after in begins[1:]), strict=False))

    def whole(pages: PrintedPages) -> PrintedPages:
        if pages.range is None:
            return pages
        begin = pages.range[0]
        return replace(pages, range=(begin, max(ends.get(begin, begin), begin)))

    return [replace(each, pages=whole(each.pages)) for each in read]


def _excluded(read: Sequence[Item]) -> list[Item]:
    """The items, those behind the exclusion of the public in a group of its own."""
    result: list[Item] = []
    excluded: Group | None = None
    for at, each in enumerate(read):
        open_again = each.group.status is ConfidentialityStatus.OPEN
        if excluded is not None and each.group.status is ConfidentialityStatus.UNSTATED:
            each = replace(each, group=excluded)
        elif excluded is not None and open_again and each.group is not result[-1].group:
            excluded = None
        result.append(each)
        found = excluding(each.title, each.text, [later.title for later in read[at + 1 :]])
        excluded = found or excluded
    return result


def _found(read: Item) -> Found[AgendaItem]:
    secrecy = item_secrecy(read.title, read.text, read.secrecy, read.group)
    value = AgendaItem(
        number=read.printed_number,
        title=read.title.text,
        text=read.text.text,
        printed_pages=read.pages.range,
        confidentiality=secrecy.value,
    )
    return Found(value, (*_places(read), *secrecy.at("/confidentiality")))


def _places(read: Item) -> Iterator[Place]:
    parts = {
        "/number": read.number,
        "/title": read.title,
        "/text": read.text,
        "/printed_pages": read.pages.words,
    }
    return ((path, words) for path, words in parts.items() if words)
