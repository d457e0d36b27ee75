"""A document's bytes as runs of pages laid out, whichever format, and how places are named."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from extract.layout.marked import lay_out_marked
from extract.options import OcrLimits
from extract.packs.expected import expected_of
from extract.packs.papers import published_kind
from extract.packs.runs import Run, whole_run
from extract.packs.sheets import Extent, PageSheets
from extract.packs.splitting import Splitter
from extract.packs.texts import text_runs
from extract.reading import open_source
from extract.reading.errors import NoTextError
from extract.reading.marked import MarkedFile
from extract.reading.pdf import PdfFile
from extract.reading.text import TextFile
from extract.scans import PageStream
from schemas import Evidence, Problem, Source
from schemas.vocabulary import Reader


@dataclass(frozen=True)
class LaidOut:
    """A document as the runs of its papers, to be taken once, in order.

    The rest is known when they are taken: the file they come from, and what could not be read.
    """

    runs: Iterable[Run]
    source: Callable[[], Source]
    problems: Callable[[], tuple[Problem, ...]]
    placed: Callable[[Iterable[Evidence]], Iterable[Evidence]]
    """Evidence as the layout gives it to evidence as it stands in the file."""

    def kept(self) -> LaidOut:
        """The same with its runs held, to be taken more than once."""
        return replace(self, runs=tuple(self.runs))


def lay_out_source(data: bytes, path: str | None, limits: OcrLimits) -> LaidOut:
    """The papers of a document given as bytes; `path` only says what somebody took it for.

    Raises a ReadingError, here or as the runs are taken, that says what is wrong with the file
    and what to do.
    """
    opened = open_source(data, path or "")

    def source(reader: Reader, pages: int | None = None) -> Source:
        return Source(
            path=path,
            sha256=hashlib.sha256(data).hexdigest(),
            media_type=opened.media_type,
            pages=pages,
            reader=reader,
        )

    match opened.file:
        case TextFile() as text:
            runs: Iterable[Run] = text_runs(text)
            return LaidOut(runs, lambda: source(opened.reader), tuple, lambda places: places)
        case MarkedFile() as marked:
            layout = lay_out_marked(marked)
            return LaidOut(
                [whole_run(lambda: layout, Extent())],
                lambda: source(opened.reader),
                tuple,
                _by_element(marked),
            )
        case PdfFile() as pdf:
            pages = PageStream(data, pdf, limits)
            return LaidOut(
                _with_text(
                    Splitter(
                        PageSheets(pages, pdf.page_count),
                        pdf.outline(),
                        published_kind,
                        expected_of,
                    )
                ),
                lambda: source(pages.reader, pdf.page_count),
                lambda: pages.problems,
                pages.as_shown,
            )


def _with_text(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs of a file that holds any words at all."""
    worded = False
    for run in runs:
        worded = worded or bool(run.layout.blocks)
        yield run
    if not worded:
        raise NoTextError("The pages hold no text, and OCR found none. Look at the file.")


def _by_element(file: MarkedFile) -> Callable[[Iterable[Evidence]], Iterable[Evidence]]:
    """Evidence parted by the elements of the file, each named."""

    def placed(places: Iterable[Evidence]) -> Iterator[Evidence]:
        for place in places:
            if place.start is None or place.end is None:
                yield place
                continue
            for start, end, path in file.within(place.start, place.end):
                yield place.model_copy(update={"start": start, "end": end, "selector": path})

    return placed
