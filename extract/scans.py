"""The pages of a PDF, those without usable text read from their pictures.

A page of a scan costs some hundred times a page with text, so OCR reads only the pages that need
it, and stops early in a long scan that is no committee paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.fields.kind import kind_of
from extract.fields.labelled import labelled_values
from extract.fields.outline import outline_of
from extract.layout.pages import lay_out
from extract.options import OcrLimits
from extract.reading.errors import DamagedError
from extract.reading.ocr import OcrMissingError, OcrReader, needs_ocr
from extract.reading.ocr_turn import Turn
from extract.reading.page import Box, Page
from extract.reading.pdf import PdfFile
from schemas import Evidence, Problem
from schemas.vocabulary import DocumentKind, ProblemCode, Reader


class PageStream:
    """The pages of a PDF in order, read as they are taken, once; `data` being its bytes.

    What went wrong with them, and how they were come by, is known when all are taken.
    """

    def __init__(self, data: bytes, file: PdfFile, limits: OcrLimits) -> None:
        self._data = data
        self._file = file
        self._limits = limits
        self._reader = OcrReader(threads=limits.threads)
        self._unread: list[int] = []
        self._why = ""
        self._probed: list[Page] | None = []
        self._worded = 0
        self._failures: list[Problem] = []
        self.turns: dict[int, Turn] = {}
        """How each page that was read from its picture is turned."""

    def __iter__(self) -> Iterator[Page]:
        """Each page. Pages that OCR cannot read are kept as they are, with a problem.

        Raises OcrMissingError behind the last where OCR is not installed and none has any words.
        """
        for page in self._file.pages():
            if needs_ocr(page):
                page = self._recognised(page)
            self._worded += bool(page.words)
            if self._probed is not None:
                self._probed.append(page)
                if len(self._probed) > self._limits.probe:
                    self._probed = None
            yield page
        if self._unread and not self._worded:
            raise OcrMissingError(self._why)

    @property
    def reader(self) -> Reader:
        """How the words were come by: printed, from pictures, or both."""
        if not self.turns:
            return Reader.NATIVE
        return Reader.OCR if len(self.turns) >= self._worded else Reader.MIXED

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What went wrong with the pages."""
        failed = [_failed(number, message) for number, message in self._file.failed_pages]
        unread = [_left_unread(self._unread, self._why)] if self._unread else []
        return (*self._failures, *failed, *unread)

    def as_shown(self, places: Iterable[Evidence]) -> Iterable[Evidence]:
        """Evidence with its boxes on the pages as these are shown, however they were scanned."""
        return map(self._shown, places) if self.turns else places

    def _shown(self, place: Evidence) -> Evidence:
        turn = self.turns.get(place.page or 0)
        if turn is None or place.bbox is None:
            return place
        box = turn.shown(Box(*place.bbox))
        return place.model_copy(update={"bbox": tuple(round(side, 2) for side in box)})

    def _recognised(self, page: Page) -> Page:
        self._why = self._why or self._reason_to_stop()
        if not self._why:
            try:
                read = self._reader.read(self._data, page.number)
            except DamagedError as error:
                self._failures.append(_failed(page.number, str(error)))
            except OcrMissingError as error:
                self._why = str(error)
            else:
                self.turns[page.number] = read.turn
                return read
        if self._why:
            self._unread.append(page.number)
        return page

    def _reason_to_stop(self) -> str:
        """Why no more pages are read from their pictures; empty to go on."""
        scanned, limits = len(self.turns), self._limits
        if scanned >= limits.most:
            return f"OCR was to read {limits.most} pages of a document at most"
        probed = self._probed or []
        all_scans = scanned == len(probed) == limits.probe
        if all_scans and self._file.page_count > 2 * limits.probe:
            layout = lay_out(probed)
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
