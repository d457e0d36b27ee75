"""A document's bytes as a layout, whichever format they are in, and how its places are named."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extract.layout.marked import lay_out_marked
from extract.layout.pages import Layout, lay_out
from extract.layout.texts import lay_out_text
from extract.reading import Opened, open_source
from extract.reading.errors import NoTextError
from extract.reading.marked import MarkedFile
from extract.reading.pdf import PdfFile
from extract.reading.text import TextFile
from extract.scans import OcrLimits, read_pages
from schemas import Evidence, Problem, Source
from schemas.vocabulary import Reader


@dataclass(frozen=True)
class LaidOut:
    """A document as blocks, the file they come from, and what could not be read of it."""

    layout: Layout
    source: Source
    problems: tuple[Problem, ...]
    placed: Callable[[Evidence], Iterable[Evidence]]
    """Evidence as the layout gives it to evidence as it stands in the file."""


def lay_out_source(data: bytes, path: str | None, limits: OcrLimits) -> LaidOut:
    """The layout of a document given as bytes; `path` only says what somebody took it for.

    Raises a ReadingError that says what is wrong with the file and what to do.
    """
    opened = open_source(data, path or "")
    match opened.file:
        case TextFile() as text:
            source = _source(data, path, opened, opened.reader)
            return LaidOut(lay_out_text(text), source, (), lambda place: [place])
        case MarkedFile() as marked:
            source = _source(data, path, opened, opened.reader)
            return LaidOut(lay_out_marked(marked), source, (), _by_element(marked))
        case PdfFile() as pdf:
            read = read_pages(data, pdf, limits)
            layout = lay_out(read.pages)
            if not layout.blocks:
                raise NoTextError("The pages hold no text, and OCR found none. Look at the file.")
            source = _source(data, path, opened, read.reader, pdf.page_count)
            return LaidOut(layout, source, tuple(read.problems), read.as_shown)


def _source(
    data: bytes, path: str | None, opened: Opened, reader: Reader, pages: int | None = None
) -> Source:
    return Source(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=opened.media_type,
        pages=pages,
        reader=reader,
    )


def _by_element(file: MarkedFile) -> Callable[[Evidence], Iterable[Evidence]]:
    """Evidence parted by the elements of the file, each named."""

    def placed(place: Evidence) -> Iterable[Evidence]:
        if place.start is None or place.end is None:
            return [place]
        return [
            place.model_copy(update={"start": start, "end": end, "selector": path})
            for start, end, path in file.within(place.start, place.end)
        ]

    return placed
