"""Everything that `docs/performance.md` says, measured in one run, and written there.

    python -m bench.performance [--pages 1000] [--scanned 40] [--files 10000]

Takes some ten minutes on two cores. Without the documents that are measured by default (see
`bench.speed.FOLDERS`) it measures the sample reports alone.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from bench.builds import (
    Again,
    Builds,
    Prompt,
    Scans,
    Workers,
    again,
    builds,
    prompt,
    scans,
    workers,
)
from bench.speed import FOLDERS, ROOT, Result, machine, measure, sample
from extract.runs.limits import MEGABYTE

PAGE = ROOT / "docs" / "performance.md"


def text_alone(files: Sequence[Path], folder: Path) -> Iterator[Path]:
    """A PDF for each file that has such pages, of its pages on which nothing but text is drawn."""
    folder.mkdir()
    for number, file in enumerate(files):
        with pypdfium2.PdfDocument(file) as pdf, pypdfium2.PdfDocument.new() as other:
            places = [place for place, page in enumerate(pdf) if _has_text_alone(page)]
            if places:
                other.import_pages(pdf, places)
                path = folder / f"{number:04}.pdf"
                other.save(path)
                yield path


def _has_text_alone(page: pypdfium2.PdfPage) -> bool:
    kinds = {thing.type for thing in page.get_objects()}
    return kinds == {pdfium.FPDF_PAGEOBJ_TEXT}


def text(
    results: Sequence[Result],
    plain: Sequence[Result],
    of_workers: Workers,
    of_scans: Scans,
    of_builds: Builds,
    second: Again,
    start: Prompt,
) -> str:
    """The page."""
    return "\n".join(
        (
            *_speed(results),
            *_plain(plain),
            *_workers(of_workers, of_builds),
            *_scans(of_scans),
            *_again(second),
            *_prompt(start),
        )
    )


def _speed(results: Sequence[Result]) -> Iterator[str]:
    ours, plumbed, _ = results
    yield "# Performance\n"
    yield "<!-- Written by `python -m bench.performance` (`make bench`). -->\n"
    yield f"Measured on {datetime.now(UTC):%-d %B %Y} on {machine()}. Speed depends on the machine;"
    yield "the ratios depend on it less.\n"
    yield "## Pages per second\n"
    yield f"One process, {len(ours.timings)} documents with {ours.pages} pages, none"
    yield "scanned: reports, packs, minutes and decisions. `parse` is the whole way from bytes to a"
    yield "record with evidence.\n"
    yield from _table(results)
    ratio = ours.pages_per_second / plumbed.pages_per_second
    yield f"\nOurs is {ratio:.1f} times pdfplumber's.\n"


def _plain(results: Sequence[Result]) -> Iterator[str]:
    yield "## Pages with nothing but text\n"
    if not results:
        yield "None of the documents has such a page.\n"
        return
    ours, _, bare = results
    yield f"The {ours.pages} pages of these documents that have no lines, fills or pictures, as"
    yield f"{len(ours.timings)} documents: what is left is the work of understanding.\n"
    yield from _table(results)
    share = ours.pages_per_second / bare.pages_per_second
    yield f"\nOurs is {share:.2f} of the speed at which PDFium takes out characters.\n"


def _table(results: Sequence[Result]) -> Iterator[str]:
    yield "| engine | pages/s | ms of processor a page |"
    yield "| --- | ---: | ---: |"
    for result in results:
        cost = 1000 * result.processor_seconds / result.pages
        yield f"| {result.engine} | {result.pages_per_second:.1f} | {cost:.1f} |"


def _workers(of_workers: Workers, of_builds: Builds) -> Iterator[str]:
    yield "## Workers\n"
    yield "The same documents, each three times, read by workers that have started; and the whole"
    yield f"`council-reports build` of them ({of_builds.documents} documents), in which workers"
    yield "start for a second or two and one process writes the database.\n"
    yield "| workers | pages/s read | seconds of the build |"
    yield "| --- | ---: | ---: |"
    yield f"| 1 | {of_workers.one:.1f} | {of_builds.one:.1f} |"
    yield f"| 2 | {of_workers.two:.1f} | {of_builds.two:.1f} |"
    reading, building = of_workers.two / of_workers.one, of_builds.one / of_builds.two
    yield f"\nTwo workers read {reading:.2f} times as fast as one; the build is {building:.2f}"
    yield "times as fast. The most that a worker held in main memory was"
    yield f"{of_workers.memory / MEGABYTE:.0f} MB.\n"


def _scans(of_scans: Scans) -> Iterator[str]:
    if not of_scans.documents:
        return
    yield f"{of_scans.documents} documents with scanned pages ({of_scans.pages} pages) took one"
    yield f"worker on one core {of_scans.seconds / of_scans.pages:.1f} s a page, and"
    yield f"{of_scans.memory / MEGABYTE:.0f} MB.\n"


def _again(second: Again) -> Iterator[str]:
    yield "## A second build\n"
    yield f"Of {second.files:,} reports of half a page, which take next to nothing to read:"
    yield f"{second.first:.1f} s the first time, {second.second:.2f} s when nothing has changed:"
    yield f"{second.second / second.first:.2%}.\n"


def _prompt(start: Prompt) -> Iterator[str]:
    yield "## From the prompt\n"
    yield f"`council-reports --help` takes {start.help:.2f} s, `parse` of a report of {start.pages}"
    yield f"pages {start.parse:.2f} s."


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=1000, help="pages that are read (1000)")
    parser.add_argument("--scanned", type=int, default=40, help="scanned pages (40)")
    parser.add_argument("--files", type=int, default=10_000, help="of the second build (10,000)")
    parser.add_argument("--page", type=Path, default=PAGE, help="the page that is written")
    given = parser.parse_args()
    files = list(sample(FOLDERS, given.pages))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = text(
            measure(files),
            measure(list(text_alone(files, folder / "text"))),
            workers(files),
            scans(list(sample(FOLDERS, given.scanned, scanned=True))),
            builds(files, folder),
            again(given.files, folder),
            prompt(files),
        )
    given.page.write_text(f"{page}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
