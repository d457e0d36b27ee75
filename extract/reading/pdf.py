"""PDF files, read with pdf_oxide one page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import pdf_oxide
from pdf_oxide import PdfDocument

from extract.reading.errors import (
    DamagedError,
    EmptyError,
    EncryptedError,
    NoPagesError,
    NotAPdfError,
)
from extract.reading.frame import Frame
from extract.reading.page import OutlineEntry, Page
from extract.reading.tables import edges_of, find_tables, free_rules
from extract.reading.words import words_of

pdf_oxide.disable_logging()  # it warns of every oddity of a file on stderr

HEADER_WITHIN: Final = 1024
"""A PDF's header stands within this many bytes (ISO 32000-1, annex H, note 13)."""


class PdfFile:
    """An opened PDF: `extract.reading.page.PagedFile`."""

    def __init__(self, document: Any, page_count: int) -> None:
        self._document = document
        self.page_count = page_count
        self.failed_pages: list[tuple[int, str]] = []
        """Pages (1-based) that could not be read, and why; filled as `pages` goes on."""

    @property
    def has_structure_tree(self) -> bool:
        """Whether the file is tagged (headings, tables and paragraphs named by its writer)."""
        try:
            return bool(self._document.has_structure_tree())
        except RuntimeError:
            return False  # a broken tree is as good as none

    def pages(self) -> Iterator[Page]:
        """The pages in order; one that cannot be read comes without words, in `failed_pages`."""
        self.failed_pages = []
        for index in range(self.page_count):
            try:
                yield self._page(index)
            except (RuntimeError, ValueError) as error:
                self.failed_pages.append((index + 1, str(error)))
                yield Page(index + 1, 0.0, 0.0, ())

    def outline(self) -> Sequence[OutlineEntry]:
        """The bookmarks in order; empty where there are none or they cannot be followed."""
        try:
            tree = self._document.get_outline()
        except RuntimeError:
            return ()
        return tuple(_outline(tree or (), 1))

    def _page(self, index: int) -> Page:
        document = self._document
        frame = _frame(document, index)
        words = words_of(document.extract_spans(index), frame, index + 1)
        edges = edges_of(document.extract_paths(index), frame)
        tables = find_tables(edges, frame.width, frame.height)
        return Page(
            index + 1,
            frame.width,
            frame.height,
            words,
            tables,
            free_rules(edges, tables),
            _image_share(document, index, frame),
        )


def open_pdf(data: bytes) -> PdfFile:
    """Open a PDF from its bytes; a file with an empty user password opens like any other.

    Raises `EmptyError`, `NotAPdfError`, `EncryptedError`, `DamagedError` or `NoPagesError`.
    """
    if not data:
        raise EmptyError("The file is empty (0 bytes): download it again.")
    if b"%PDF-" not in data[:HEADER_WITHIN]:
        raise NotAPdfError("The file is not a PDF: its first bytes have no %PDF- header.")
    try:
        document = PdfDocument.from_bytes(data)
        count = int(document.page_count)
    except (RuntimeError, ValueError, OSError) as error:
        if "password" in str(error).lower() or "encrypt" in str(error).lower():
            raise EncryptedError(
                "The file needs a password: ask its publisher for a copy without one."
            ) from error
        raise DamagedError(
            f"The file is damaged and cannot be opened ({error}): download it again."
        ) from error
    if count == 0:
        raise NoPagesError("The PDF has no pages: download it again or ask its publisher.")
    return PdfFile(document, count)


def _frame(document: Any, index: int) -> Frame:
    """The shown part of the page: the crop box within the media box."""
    media = document.page_media_box(index)
    crop = document.page_crop_box(index) or media
    x0, y0 = max(crop[0], media[0]), max(crop[1], media[1])
    x1, y1 = min(crop[2], media[2]), min(crop[3], media[3])
    if x1 <= x0 or y1 <= y0:
        x0, y0, x1, y1 = media
    return Frame(x0, y0, x1, y1, document.page_rotation(index) % 360)


def _image_share(document: Any, index: int, frame: Frame) -> float:
    """The share of the page that images cover, 0 to 1; overlaps count twice, up to the whole.

    `page_images` would be the natural call, but it fails on content given as an array of streams
    and misplaces images inside forms.
    """
    area = 0.0
    for image in document.extract_images(index):
        x, y, width, height = image["bbox"]
        across = min(x + width, frame.x1) - max(x, frame.x0)
        down = min(y + height, frame.y1) - max(y, frame.y0)
        area += max(across, 0.0) * max(down, 0.0)
    return min(area / (frame.width * frame.height), 1.0)


def _outline(entries: Any, level: int) -> Iterator[OutlineEntry]:
    for entry in entries:
        page = entry.get("page")
        yield OutlineEntry(entry.get("title", ""), level, None if page is None else page + 1)
        yield from _outline(entry.get("children") or (), level + 1)
