"""Where a value of a report stands: its page with boxes around it, or the words around it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Request, Response

from extract.reading import open_source
from extract.reading.errors import ReadingError
from extract.reading.pdf import PdfFile
from extract.site.addresses import Addresses
from extract.site.contacts import masked
from extract.site.page_pictures import PDF, original_of
from extract.site.pages import number_in
from extract.site.pages import page as page_of
from extract.site.pdf_pages import Box, Size, on_pdfium, size_of
from extract.site.pointers import anchor_of, name_of
from extract.site.questions import Archive, Question, answers, archive_of
from extract.site.secrecy import Secrecy, secrecy_of
from extract.site.settings import settings_of
from extract.site.shown import file_name

#: What is shown where no value is asked for.
FIRST_SHOWN: Final = "/title"
LONGEST_POINTER: Final = 200
#: Excerpts of one value, and characters shown around each.
MOST_EXCERPTS: Final = 6
AROUND: Final = 160


@dataclass(frozen=True, slots=True)
class Document:
    """The document that a report is shown from, and the report's first page in it."""

    sha256: str
    media_type: str
    path: str | None
    pages: int | None
    first_page: int | None


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a value: a box on a page in points, or a range of characters."""

    page: int | None
    x0: float | None
    top: float | None
    x1: float | None
    bottom: float | None
    char_start: int | None
    char_end: int | None
    selector: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a document without pages: pieces in order, and whether each is of the value.

    `start` and `end` are the characters of its first mark and one past its last.
    """

    pieces: tuple[tuple[str, bool], ...]
    start: int
    end: int
    selectors: tuple[str, ...]


@dataclass(frozen=True)
class Pane:
    """What is shown beside a report of one of its values.

    `missing` says why there is neither a picture nor an excerpt. `page` is the one shown,
    `found_on` are all that the value stands on, `boxes` are those of the page shown.
    """

    report: int
    pointer: str
    name: str
    anchor: str
    file: str
    media_type: str
    page: int | None
    pages: int | None
    found_on: tuple[int, ...]
    boxes: tuple[Box, ...]
    size: Size | None
    picture: str | None
    excerpts: tuple[Excerpt, ...]
    more_excerpts: int
    missing: str | None
    confidence: float | None


DOCUMENT: Final = Question(
    """
SELECT documents.sha256, documents.media_type, documents.path, documents.pages,
  reports.first_page
FROM reports JOIN documents ON documents.sha256 = reports.document_sha256
WHERE reports.id = :report""",
    Document,
)

# A value and all that is in it: of "/people/0" the name, the post and so on.
SPOTS: Final = Question(
    """
SELECT page, x0, top, x1, bottom, char_start, char_end, selector, confidence
FROM evidence WHERE report_id = :report AND path = :pointer
UNION ALL
SELECT page, x0, top, x1, bottom, char_start, char_end, selector, confidence
FROM evidence
WHERE report_id = :report AND path > :pointer || '/' AND path < :pointer || '0'""",
    Spot,
)


async def view(datasette: Datasette, request: Request) -> Response:
    """The pane alone, for the page's script to put in place of another."""
    number = number_in(request, "report")
    pane = await pane_of(datasette, number, request.args.get("show"), request.args.get("page"))
    if pane is None:
        raise NotFound("There is no such report here. Search for it by its title.")
    return await page_of(datasette, request, "report_source.html", {"pane": pane})


async def pane_of(
    datasette: Datasette, report: int, pointer: str | None, page: str | None
) -> Pane | None:
    """What to show of a value, on the page asked for or else the first that it stands on.

    None where there is no such report. A pointer that leads nowhere, or a page that is not there,
    gives the first page of the report.
    """
    archive = await archive_of(datasette)
    pointer = (pointer or FIRST_SHOWN)[:LONGEST_POINTER]
    found = await archive.at_once(lambda connection: _read(connection, report, pointer))
    if found is None:
        return None
    pages = tuple(sorted({spot.page for spot in found.spots if spot.page is not None}))
    shown = _page_shown(found.document, pages, page)
    seen = await _seen(datasette, archive, found, shown)
    return Pane(
        report=report,
        pointer=pointer,
        name=name_of(pointer),
        anchor=anchor_of(pointer),
        file=file_name(found.document.path),
        media_type=found.document.media_type,
        page=shown,
        pages=found.document.pages,
        found_on=pages,
        boxes=tuple(_boxes(found.spots, shown)),
        size=seen.size,
        picture=seen.picture,
        excerpts=seen.excerpts,
        more_excerpts=seen.more_excerpts,
        missing=seen.missing,
        confidence=min(
            (s.confidence for s in found.spots if s.confidence is not None), default=None
        ),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    document: Document
    spots: Sequence[Spot]
    secrecy: Secrecy


@dataclass(frozen=True, slots=True)
class _Seen:
    """What can be shown of the original."""

    missing: str | None = None
    size: Size | None = None
    picture: str | None = None
    excerpts: tuple[Excerpt, ...] = ()
    more_excerpts: int = 0


def _read(connection: sqlite3.Connection, report: int, pointer: str) -> _Found | None:
    documents = answers(connection, DOCUMENT, report=report)
    if not documents:
        return None
    return _Found(
        documents[0],
        answers(connection, SPOTS, report=report, pointer=pointer),
        secrecy_of(connection, documents[0].sha256),
    )


def _page_shown(document: Document, pages: Sequence[int], asked: str | None) -> int | None:
    if document.pages is None:
        return None
    if asked and asked.isascii() and asked.isdigit() and len(asked) <= 6:
        number = int(asked)
        if 1 <= number <= document.pages:
            return number
    return pages[0] if pages else document.first_page or 1


def _boxes(spots: Sequence[Spot], page: int | None) -> list[Box]:
    return [
        Box(spot.x0, spot.top, spot.x1, spot.bottom)
        for spot in spots
        if spot.page is not None and spot.page == page
        if spot.x0 is not None and spot.top is not None
        if spot.x1 is not None and spot.bottom is not None
    ]


async def _seen(datasette: Datasette, archive: Archive, found: _Found, page: int | None) -> _Seen:
    document = found.document
    path = original_of(archive, document.sha256, document.media_type)
    if page is None:
        return await _words(found, path, hide=settings_of(datasette).hide_contacts)
    if why := found.secrecy.of_page(page):
        return _Seen(missing=f"This page may not be shown: {why}.")
    if path is None or document.media_type != PDF:
        return _Seen(missing=_NOT_KEPT)
    size = await on_pdfium(size_of, path, page)
    if size is None:
        return _Seen(missing="This page of the original can't be drawn.")
    return _Seen(size=size, picture=Addresses(datasette).page_picture(document.sha256, page))


_NOT_KEPT: Final = "The original is not kept here."


async def _words(found: _Found, path: Path | None, *, hide: bool) -> _Seen:
    """The words of a value in a document without pages."""
    ranges = [
        _Range(spot.char_start, spot.char_end, spot.selector)
        for spot in found.spots
        if spot.char_start is not None and spot.char_end is not None
    ]
    for one in ranges:
        if why := found.secrecy.of_characters(one.start, one.end):
            return _Seen(missing=f"These words may not be shown: {why}.")
    if path is None:
        return _Seen(missing=_NOT_KEPT)
    text = await asyncio.get_running_loop().run_in_executor(None, text_of, path)
    if text is None:
        return _Seen(missing="The original can't be read.")
    groups = _groups(ranges, found.secrecy)
    whole = masked(text) if hide else text
    return _Seen(
        excerpts=tuple(_excerpt(whole, group, found.secrecy) for group in groups[:MOST_EXCERPTS]),
        more_excerpts=max(len(groups) - MOST_EXCERPTS, 0),
    )


class _Range(NamedTuple):
    """Characters of a text, and the element that holds them."""

    start: int
    end: int
    selector: str | None


def _groups(ranges: Iterable[_Range], secrecy: Secrecy) -> list[list[_Range]]:
    """Ranges that one excerpt shows: those whose surroundings touch, with no secret in between."""
    groups: list[list[_Range]] = []
    for one in sorted(ranges, key=lambda each: each.start):
        above = groups[-1][-1] if groups else None
        near = above is not None and one.start - above.end <= 2 * AROUND
        if near and above and not secrecy.of_characters(above.start, one.end):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _excerpt(text: str, group: Sequence[_Range], secrecy: Secrecy) -> Excerpt:
    start, end = group[0].start, max(one.end for one in group)
    first, last = max(start - AROUND, 0), end + AROUND
    if secrecy.of_characters(first, last):
        first, last = start, end
    pieces: list[tuple[str, bool]] = []
    at = first
    for one in group:
        pieces += [(text[at : one.start], False), (text[max(at, one.start) : one.end], True)]
        at = max(at, one.end)
    pieces.append((text[at:last], False))
    selectors = dict.fromkeys(one.selector for one in group if one.selector)
    return Excerpt(tuple(piece for piece in pieces if piece[0]), start, end, tuple(selectors))


@lru_cache(maxsize=8)
def text_of(path: Path) -> str | None:
    """The plain text that evidence counts the characters of; None for a file that has none."""
    try:
        opened = open_source(path.read_bytes(), path.name)
    except (OSError, ReadingError):
        return None
    return None if isinstance(opened.file, PdfFile) else opened.file.text
