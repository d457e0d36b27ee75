"""PDF files, read with pdf_oxide one page at a time; the tags of tagged files with pdfium."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from typing import Any, Final, Self, TypeVar

import pdf_oxide
import pypdfium2
from pdf_oxide import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from extract.reading.errors import (
    DamagedError,
    EmptyError,
    EncryptedError,
    NoPagesError,
    NotAPdfError,
)
from extract.reading.frame import Frame
from extract.reading.glyphs import clean
from extract.reading.page import OutlineEntry, Page
from extract.reading.rules import rules_of
from extract.reading.tables import MAX_RULES, find_tables, free_rules
from extract.reading.tags import TagReader
from extract.reading.words import words_of

pdf_oxide.disable_logging()  # it reports every oddity of a file on stderr

HEADER_WITHIN: Final = 1024
"""A PDF's header stands within this many bytes (ISO 32000-1, annex H, note 13)."""

LONG: Final = 150
"""Pages of a file from which on its frames are got from pdfium."""

_Answer = TypeVar("_Answer")

#: A page with at most so many words, and images on less than this share of it, may be a scan whose
#: picture the engine does not see.
_FEW_WORDS: Final = 40
#: A page with more words than this is no scan and not empty, whatever pictures it has.
_MANY_WORDS: Final = 150
_HARDLY: Final = 0.5
#: Forms within forms in which images are looked for.
_DEPTH: Final = 5

_PASSWORD_NEEDED: Final = "The file needs a password. Ask its publisher for a copy without one."


class PdfFile:
    """An opened PDF: `extract.reading.page.PagedFile`. Made by `open_pdf`."""

    def __init__(self, document: Any, page_count: int, data: bytes) -> None:
        self._document = document
        self._data = data
        self.page_count = page_count
        self.failed_pages: list[tuple[int, str]] = []
        """Pages (1-based) that could not be read, and why; filled as `pages` goes on."""

    @property
    def has_structure_tree(self) -> bool:
        """Whether the file is tagged; a broken structure tree counts as none."""
        try:
            return bool(_ask(self._document.has_structure_tree))
        except _EngineError:
            return False

    def pages(self) -> Iterator[Page]:
        """The pages in order, each read when it is asked for.

        One that cannot be read comes without words and without a size, and is in `failed_pages`.
        """
        self.failed_pages = []
        bookmarks: dict[int | None, list[OutlineEntry]] = defaultdict(list)
        for entry in self.outline():
            bookmarks[entry.page].append(entry)
        tagged = self._data if self.has_structure_tree else None
        frames = _Frames(self._document, self.page_count, self._data)
        with TagReader(tagged) as tags, frames:
            for index in range(self.page_count):
                try:
                    page = self._page(index, frames, tags, bookmarks.get(index + 1, ()))
                except _EngineError as error:
                    self.failed_pages.append((index + 1, str(error)))
                    page = Page(number=index + 1, width=0.0, height=0.0, words=())
                yield page

    def outline(self) -> Sequence[OutlineEntry]:
        """The bookmarks in order; empty where there are none or they cannot be followed."""
        try:
            tree = _ask(self._document.get_outline) or ()
        except _EngineError:
            return ()
        entries: list[OutlineEntry] = []
        waiting = [(entry, 1) for entry in reversed(tree)]
        while waiting:
            entry, level = waiting.pop()
            index = entry["page"]
            title = clean(entry["title"]).strip()
            entries.append(OutlineEntry(title, level, None if index is None else index + 1))
            waiting += [(child, level + 1) for child in reversed(entry["children"])]
        return entries

    def _page(
        self, index: int, frames: _Frames, tags: TagReader, bookmarks: Sequence[OutlineEntry]
    ) -> Page:
        document = self._document
        frame = frames.of(index)
        words = words_of(_ask(document.extract_spans, index), frame, index + 1)
        paths = _ask(document.extract_paths, index)
        rules = rules_of(paths, frame)
        tables = find_tables(rules, frame.width, frame.height)
        return Page(
            number=index + 1,
            width=frame.width,
            height=frame.height,
            words=words,
            tables=tables,
            underlines=free_rules(rules, tables),
            image_share=self._image_share(index, frame, frames, len(words)),
            paths=len(paths),
            tags=tags.page(index, frame) if len(rules) <= MAX_RULES else (),
            bookmarks=bookmarks,
        )

    def _image_share(self, index: int, frame: Frame, frames: _Frames, words: int) -> float:
        """The share of the page that images cover, 0 to 1; 0 where it has many words.

        The engine does not see stencils, which is what many scanners make of a page in black and
        white; where there are few words and hardly a picture, pdfium is asked as well.
        """
        if words > _MANY_WORDS:
            return 0.0
        share = _image_share(self._document, index, frame)
        if words <= _FEW_WORDS and share < _HARDLY:
            return max(share, frames.image_share(index, frame))
        return share


def open_pdf(data: bytes) -> PdfFile:
    """Open a PDF from its bytes; a file with an empty user password opens like any other.

    Raises `EmptyError`, `NotAPdfError`, `EncryptedError`, `DamagedError` or `NoPagesError`.
    """
    if not data:
        raise EmptyError("The file is empty (0 bytes). Download it again.")
    if b"%PDF-" not in data[:HEADER_WITHIN]:
        raise NotAPdfError(
            "The file is not a PDF: there is no %PDF- at its start."
            " If it is a web page or of another format, give it its right name."
        )
    try:
        document = _ask(PdfDocument.from_bytes, data)
        locked = not _ask(document.authenticate, "")
        page_count = 0 if locked else _ask(lambda: int(document.page_count))
    except _EngineError as error:
        if "password" in str(error) or "Encrypt" in str(error):
            raise EncryptedError(_PASSWORD_NEEDED) from error
        raise DamagedError(
            "The file is damaged: the structure of the PDF cannot be followed."
            " Download it again, or open it in a PDF viewer and save it anew."
        ) from error
    if locked:
        raise EncryptedError(_PASSWORD_NEEDED)
    if page_count == 0:
        raise NoPagesError("The PDF has no pages. Download it again, or ask its publisher for it.")
    return PdfFile(document, page_count, data)


class _EngineError(Exception):
    """The engine could not do what it was asked."""


def _ask(call: Callable[..., _Answer], *args: object) -> _Answer:
    """Call the engine; whatever goes wrong inside it comes out as `_EngineError`.

    A broken file can make it panic, and a Rust panic is no `Exception` in Python: unchecked it
    would pass by every handler and end the whole run.
    """
    try:
        return call(*args)
    except (RuntimeError, ValueError, OSError) as error:
        raise _EngineError(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise _EngineError(f"the PDF engine failed: {error}") from error


def _frame(document: Any, index: int) -> Frame:
    """The part of the page that is shown: the crop box, as far as it lies in the media box."""
    media = _ask(document.page_media_box, index)
    crop = _ask(document.page_crop_box, index) or media
    x0, y0 = max(crop[0], media[0]), max(crop[1], media[1])
    x1, y1 = min(crop[2], media[2]), min(crop[3], media[3])
    if x1 <= x0 or y1 <= y0:
        x0, y0, x1, y1 = media
    return Frame(x0, y0, x1, y1, _ask(document.page_rotation, index) % 360)


class _Frames:
    """What pdfium knows of a file's pages: frames, and pictures that the engine does not see.

    Use it in a `with` statement: pdfium's memory is not Python's. The file is opened with the first
    page that it is asked of; where pdfium cannot open it, the engine's answer stands.
    """

    def __init__(self, document: Any, page_count: int, data: bytes) -> None:
        self._document = document
        self._is_long = page_count > LONG
        self._data = data
        self._opened = False
        self._pdfium: pypdfium2.PdfDocument | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._pdfium is not None:
            self._pdfium.close()

    def of(self, index: int) -> Frame:
        """The frame of a page (from 0).

        The engine goes through all pages of the file for each; of a long file pdfium is asked.
        """
        with self._page(index) if self._is_long else nullcontext() as page:
            if page is None:
                return _frame(self._document, index)
            x0, y0, x1, y1 = page.get_bbox()
            return Frame(x0, y0, x1, y1, page.get_rotation() % 360)

    def image_share(self, index: int, frame: Frame) -> float:
        """The share of a page that its images cover, 0 to 1; overlaps count twice."""
        area = frame.width * frame.height
        with self._page(index) as page:
            if page is None or area <= 0:
                return 0.0
            images = page.get_objects([FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH)
            boxes = [image.get_bounds() for image in images]
        covered: float = sum(abs((x1 - x0) * (y1 - y0)) for x0, y0, x1, y1 in boxes)
        return min(covered / area, 1.0)

    @contextmanager
    def _page(self, index: int) -> Iterator[pypdfium2.PdfPage | None]:
        if not self._opened:
            self._opened = True
            with suppress(pypdfium2.PdfiumError):
                self._pdfium = pypdfium2.PdfDocument(self._data)
        try:
            page = self._pdfium[index] if self._pdfium is not None else None
        except (pypdfium2.PdfiumError, IndexError):
            page = None
        try:
            yield page
        finally:
            if page is not None:
                page.close()


def _image_share(document: Any, index: int, frame: Frame) -> float:
    """The share of the page that images cover, 0 to 1; overlaps count twice, up to the whole.

    `page_images` would be the natural call, but it fails where the page's content is an array of
    streams, and misplaces images inside forms.
    """
    area = frame.width * frame.height
    if area <= 0:
        return 0.0
    try:
        images = _ask(document.extract_images, index)
    except _EngineError:
        return 0.0  # a broken image must not cost the page its words
    covered = 0.0
    for image in images:
        x, y, width, height = image["bbox"]
        across = min(x + width, frame.x1) - max(x, frame.x0)
        down = min(y + height, frame.y1) - max(y, frame.y0)
        covered += max(across, 0.0) * max(down, 0.0)
    return min(covered / area, 1.0)
