"""The pages of a PDF, those without usable text read from their pictures.

A page of a scan costs some hundred times a page with text, so OCR reads only the pages that need
it, and stops early in a long scan that is no committee paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.fields.kind import kind_of
from extract.fields.labelled import labelled_values
from extract.fields.outline import outline_of
from extract.layout.pages import lay_out
from extract.reading.errors import DamagedError
from extract.reading.ocr import OcrMissingError, OcrReader, ScannedPage, needs_ocr
from extract.reading.ocr_turn import Turn
from extract.reading.page import Box, Page
from extract.reading.pdf import PdfFile
from schemas import Evidence, Problem
from schemas.vocabulary import DocumentKind, ProblemCode, Reader


@dataclass(frozen=True)
class OcrLimits:
    """How much of a document is read from pictures, and on how many of the machine's cores."""

    most: int = 60
    """Pages of one document: some three minutes' work. What is decided stands before that."""
    probe: int = 8
    """After so many scanned pages a longer document has shown whether it is a committee paper."""
    threads: int = 2


@dataclass
class PagesRead:
    """The pages of a PDF in order; what went wrong with them; how scanned ones were turned."""

    pages: list[Page] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    turns: dict[int, Turn] = field(default_factory=dict)

    @property
    def reader(self) -> Reader:
        """How the words were come by: printed, from pictures, or both."""
        worded = [page.number for page in self.pages if page.words]
        scanned = sum(number in self.turns for number in worded)
        if not scanned:
            return Reader.NATIVE
        return Reader.OCR if scanned == len(worded) else Reader.MIXED

    def as_shown(self, place: Evidence) -> Iterable[Evidence]:
        """Evidence with its box on the page as it is shown, whichever way it was scanned."""
        turn = self.turns.get(place.page or 0)
        if turn is None or place.bbox is None:
            return [place]
        box = turn.shown(Box(*place.bbox))
        return [place.model_copy(update={"bbox": tuple(round(side, 2) for side in box)})]


def read_pages(data: bytes, file: PdfFile, limits: OcrLimits) -> PagesRead:
    """Every page of a PDF, `data` being its bytes.

    Pages that OCR cannot read are kept as they are, with a problem. Raises OcrMissingError where
    OCR is not installed and no page has any words.
    """
    read = PagesRead()
    reader = OcrReader(threads=limits.threads)
    unread: list[int] = []
    why = ""
    for page in file.pages():
        if not needs_ocr(page):
            read.pages.append(page)
            continue
        why = why or _reason_to_stop(read, file.page_count, limits)
        if not why:
            try:
                page = reader.read(data, page.number)
            except DamagedError as error:
                read.problems.append(_failed(page.number, str(error)))
            except OcrMissingError as error:
                why = str(error)
        if isinstance(page, ScannedPage):
            read.turns[page.number] = page.turn
        elif why:
            unread.append(page.number)
        read.pages.append(page)
    read.problems += [_failed(number, message) for number, message in file.failed_pages]
    if unread:
        if not any(page.words for page in read.pages):
            raise OcrMissingError(why)
        read.problems.append(_left_unread(unread, why))
    return read


def _reason_to_stop(read: PagesRead, page_count: int, limits: OcrLimits) -> str:
    """Why no more pages are read from their pictures; empty to go on."""
    scanned = len(read.turns)
    if scanned >= limits.most:
        return f"OCR was to read {limits.most} pages of a document at most"
    all_scans = scanned == len(read.pages) == limits.probe
    if all_scans and page_count > 2 * limits.probe:
        layout = lay_out(read.pages)
        outline = outline_of(layout.blocks)
        if kind_of(layout, outline, labelled_values(outline)) is DocumentKind.OTHER:
            return f"the first {limits.probe} pages of the scan are of no committee paper"
    return ""


def _failed(page: int, message: str) -> Problem:
    return Problem(code=ProblemCode.PAGE_FAILED, message=message, page=page)


def _left_unread(pages: list[int], why: str) -> Problem:
    return Problem(
        code=ProblemCode.PAGES_UNREAD,
        message=f"{len(pages)} pages without text were left unread, from page {pages[0]} on: {why}",
        page=pages[0],
    )
