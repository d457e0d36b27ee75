"""Pages of the PDFs that a build kept, measured and drawn with PDFium.

PDFium can't be used from two threads at once, so all of it is done on one thread, whoever asks.
Coordinates are those of evidence: PDF points from the top left of the page as it is shown.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from math import ceil
from pathlib import Path
from time import monotonic
from typing import Any, Final, NamedTuple, ParamSpec, TypeVar

import pypdfium2
from PIL import ImageDraw
from pypdfium2 import raw

from extract.site.contacts import contacts_in

#: Width of a picture in pixels, and its greatest height: a page may be of any size and shape.
WIDTH: Final = 1000
MOST_HEIGHT: Final = 4000
#: Seconds that a page may take to draw: all others wait for it.
LONGEST: Final = 8.0
#: Pictures that are kept, of some 200 KB each (a scan's of 2 MB), and sizes of pages.
_PICTURES: Final = 32
_SIZES: Final = 4096
#: Quick to write; a smaller picture takes three times as long.
_COMPRESSION: Final = 3
#: The colour over what is hidden: one that no letter has.
COVER: Final = (75, 89, 103)

_PDFIUM = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pdfium")
_Arguments = ParamSpec("_Arguments")
_Answer = TypeVar("_Answer")


class Size(NamedTuple):
    """Width and height of a page in points."""

    width: float
    height: float


class Box(NamedTuple):
    """A rectangle of a page in points, y counted downwards."""

    x0: float
    top: float
    x1: float
    bottom: float


async def on_pdfium(
    work: Callable[_Arguments, _Answer], *args: _Arguments.args, **kwargs: _Arguments.kwargs
) -> _Answer:
    """Do something with PDFium, on its thread."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_PDFIUM, lambda: work(*args, **kwargs))


@lru_cache(maxsize=_SIZES)
def size_of(path: Path, number: int) -> Size | None:
    """The size of a page (from 1); None where there is none, or the file can't be opened."""
    with _page(path, number) as page:
        return None if page is None else _size(page)


@lru_cache(maxsize=_PICTURES)
def picture_of(
    path: Path, number: int, covered: tuple[Box, ...] = (), *, hide_contacts: bool = False
) -> bytes | None:
    """A page (from 1) as PNG, some boxes of it painted over.

    None as for `size_of`, and for a page that takes too long, as a map of a million lines does.

    With `hide_contacts`, so is every e-mail address and telephone number that its text shows.
    """
    with _page(path, number) as page:
        size = None if page is None else _size(page)
        if page is None or size is None:
            return None
        scale = min(WIDTH / size.width, MOST_HEIGHT / size.height)
        whole = (0, 0, ceil(size.width * scale), ceil(size.height * scale), 0)
        bitmap = _drawn(page, whole)
        if bitmap is None:
            return None
        image = bitmap.to_pil()
        paint = ImageDraw.Draw(image)
        for box in covered:
            paint.rectangle([edge * scale for edge in box], fill=COVER)
        if hide_contacts:
            position = pypdfium2.PdfPosConv(page, whole)
            for left, bottom, right, top in _contact_boxes(page):
                corners = position.to_bitmap(left, bottom), position.to_bitmap(right, top)
                (x0, x1), (y0, y1) = (sorted(pair) for pair in zip(*corners, strict=True))
                paint.rectangle((x0 - 1, y0 - 1, x1 + 1, y1 + 1), fill=COVER)
        written = BytesIO()
        image.save(written, "PNG", compress_level=_COMPRESSION)
        return written.getvalue()


@contextmanager
def _page(path: Path, number: int) -> Iterator[Any]:
    """A page of a file, closed with it; None where it can't be had."""
    try:
        pdf = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, FileNotFoundError):
        yield None
        return
    try:
        pdf.init_forms()
        try:
            page = pdf[number - 1] if 1 <= number <= len(pdf) else None
        except pypdfium2.PdfiumError:  # a broken page among good ones
            page = None
        yield page
    finally:
        pdf.close()


def _drawn(page: Any, whole: tuple[int, int, int, int, int]) -> Any:
    """A page as PDFium's bitmap, at PDFium's arguments of a place; None where it takes too long."""
    _, _, width, height, _ = whole
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGR, rev_byteorder=True)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    limit = monotonic() + LONGEST
    pause = raw.IFSDK_PAUSE(version=1)
    pause.NeedToPauseNow = type(pause.NeedToPauseNow)(lambda _: monotonic() > limit)
    flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
    status = raw.FPDF_RenderPageBitmap_Start(bitmap, page, *whole, flags, pause)
    raw.FPDF_RenderPage_Close(page)
    if status != raw.FPDF_RENDER_DONE:
        return None
    if page.formenv:
        raw.FPDF_FFLDraw(page.formenv, bitmap, page, *whole, flags)
    return bitmap


def _size(page: Any) -> Size | None:
    """The size of a page; None for one without area."""
    size = Size(*page.get_size())
    return size if size.width > 0 and size.height > 0 else None


def _contact_boxes(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """Rectangles around contacts, in PDF's own space: left, bottom, right, top."""
    text_page = page.get_textpage()
    codes = (raw.FPDFText_GetUnicode(text_page, at) for at in range(text_page.count_chars()))
    text = "".join(map(chr, codes))
    for start, end in contacts_in(text):
        for at in range(text_page.count_rects(start, end - start)):
            yield text_page.get_rect(at)
