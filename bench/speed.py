"""Pages per second of our whole parse, beside pdfplumber's words and tables, and PDFium's text.

    python -m bench.speed [--pages 300] [--json] [FILE…]

Each engine has a process of its own, which loads its modules (and ours its language pipeline) and
reads the first document before the clock starts. File by file one engine reads while the others
wait: what else the machine is doing slows all. `parse` is the whole way from bytes to a record
with evidence; pdfplumber does `extract_text` and `extract_tables` of every page and nothing else,
PDFium takes the characters of every page.
Documents that our parser refuses (encrypted files) are left out for all, and so are those with
scanned pages: to read a page from its picture is another trade, and takes some hundred times as
long.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from importlib.metadata import version
from itertools import chain, zip_longest
from multiprocessing import get_context
from pathlib import Path
from types import MappingProxyType

from rich.console import Console
from rich.table import Table

from extract.reading.errors import ReadingError
from extract.reading.ocr import needs_ocr
from extract.reading.pdf import open_pdf

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (
    ROOT / "corpus" / "reports",
    ROOT.parent / "shared" / "real",
    ROOT.parent / "shared" / "synthetic" / "docs",
)
LARGEST = 0.2
"""A document with more than this share of the pages is left out: one pack is no sample."""


@dataclass(frozen=True)
class Timing:
    """One engine's reading of one file: pages, seconds of wall clock and of the processor."""

    file: str
    pages: int
    seconds: float
    processor_seconds: float


@dataclass(frozen=True)
class Result:
    """One engine's readings of all files."""

    engine: str
    timings: tuple[Timing, ...]

    @property
    def pages(self) -> int:
        """Pages read."""
        return sum(timing.pages for timing in self.timings)

    @property
    def seconds(self) -> float:
        """Seconds of wall clock."""
        return sum(timing.seconds for timing in self.timings)

    @property
    def processor_seconds(self) -> float:
        """Seconds of the processor, which other work on the machine does not stretch."""
        return sum(timing.processor_seconds for timing in self.timings)

    @property
    def pages_per_second(self) -> float:
        """The figure that this is about."""
        return self.pages / self.seconds


def parse_whole(path: Path) -> int | None:
    """Parse with our pipeline: the number of pages, or None where the file is refused."""
    from extract.pipeline import parse_file

    try:
        return parse_file(path).source.pages
    except ReadingError:
        return None


def warm_up(path: Path) -> None:
    """Set up as a worker does, load all that is loaded late, and parse a document."""
    from extract.collecting import collect_less, keep_loaded
    from extract.prose import pipeline

    collect_less()
    pipeline()
    parse_whole(path)
    keep_loaded()


def plumb(path: Path) -> int | None:
    """Take every page's text and tables with pdfplumber: the number of pages."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
        return len(pdf.pages)


def bare(path: Path) -> int | None:
    """Take every page's characters with PDFium: the number of pages."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            words = page.get_textpage()
            words.get_text_range()
            words.close()
            page.close()
        return len(pdf)


#: What reads a file, by its name; ours first.
ENGINES: Mapping[str, Callable[[Path], int | None]] = MappingProxyType(
    {
        "council-reports parse": parse_whole,
        "pdfplumber text and tables": plumb,
        "PDFium text alone": bare,
    }
)


def timed(read: Callable[[Path], int | None], file: Path) -> Timing | None:
    """Read one file with the clock on; None where it is refused."""
    start, processor = time.perf_counter(), time.process_time()
    pages = read(file)
    processor, seconds = time.process_time() - processor, time.perf_counter() - start
    return Timing(str(file), pages, seconds, processor) if pages else None


def measure(files: Sequence[Path]) -> tuple[Result, ...]:
    """Each engine's readings of the files that all of them take; none where there are none."""
    if not files:
        return ()
    spawn = get_context("spawn")
    found: list[tuple[Timing, ...]] = []
    with ExitStack() as stack:
        processes = {
            read: stack.enter_context(ProcessPoolExecutor(1, spawn)) for read in ENGINES.values()
        }
        for read, process in processes.items():
            process.submit(warm_up if read is parse_whole else read, files[0]).result()
        for file in files:
            timings = [
                process.submit(timed, read, file).result() for read, process in processes.items()
            ]
            taken = tuple(timing for timing in timings if timing is not None)
            if len(taken) == len(timings):
                found.append(taken)
    return (
        tuple(
            Result(name, timings)
            for name, timings in zip(ENGINES, zip(*found, strict=True), strict=True)
        )
        if found
        else ()
    )


def sample(folders: Iterable[Path], pages: int, *, scanned: bool = False) -> Iterator[Path]:
    """PDFs of the folders in turn, up to a number of pages, each document as a whole: those that
    have scanned pages, or the others.
    """
    queues = (sorted(folder.rglob("*.pdf")) for folder in folders)
    left = pages
    for file in chain.from_iterable(zip_longest(*queues)):
        if file is None:
            continue
        count = page_count(file)
        if 0 < count <= min(left, pages * LARGEST) and is_scanned(file) == scanned:
            left -= count
            yield file


def page_count(path: Path) -> int:
    """Pages of a PDF; 0 where it does not open."""
    try:
        return open_pdf(path.read_bytes()).page_count
    except ReadingError:
        return 0


def is_scanned(path: Path) -> bool:
    """Whether a page of a PDF has to be read from its picture."""
    return any(map(needs_ocr, open_pdf(path.read_bytes()).pages()))


def machine() -> str:
    """The processor, its cores, Python and the engines: a figure means nothing without them."""
    processor = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        models = [line for line in cpuinfo.read_text().splitlines() if "model name" in line]
        processor = models[0].partition(":")[2].strip() if models else processor
    engines = ", ".join(
        f"{name} {version(name)}" for name in ("pdf_oxide", "pdfplumber", "pypdfium2")
    )
    return f"{processor}, {os.cpu_count()} cores, Python {platform.python_version()}, {engines}"


def show(results: Sequence[Result], ratio: float) -> None:
    """Print the table."""
    table = Table(title=f"{len(results[0].timings)} documents, {results[0].pages} pages")
    table.add_column("engine")
    for heading in ("pages", "seconds", "of processor", "pages/s"):
        table.add_column(heading, justify="right")
    for result in results:
        seconds = (result.seconds, result.processor_seconds, result.pages_per_second)
        table.add_row(result.engine, str(result.pages), *(f"{value:.1f}" for value in seconds))
    console = Console()
    console.print(table)
    console.print(machine(), highlight=False)
    console.print(f"ours / pdfplumber: {ratio:.1f}", highlight=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where there was nothing to measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="PDFs to read")
    parser.add_argument("--pages", type=int, default=300, help="at most this many (300)")
    parser.add_argument("--json", action="store_true", help="every timing, as JSON")
    given = parser.parse_args(arguments)

    files = given.files or list(sample(FOLDERS, given.pages))
    if not files:
        print("no PDFs to read", file=sys.stderr)
        return 1
    results = measure(files)
    if not results:
        print("the parser refused every file", file=sys.stderr)
        return 1
    ratio = results[0].pages_per_second / results[1].pages_per_second
    if given.json:
        timings = [asdict(result) for result in results]
        print(json.dumps({"machine": machine(), "ratio": round(ratio, 2), "results": timings}))
    else:
        show(results, ratio)
    return 0


if __name__ == "__main__":
    sys.exit(main())
