"""Everything that `docs/performance.md` says, measured in one run, and written there.

    python -m bench.performance [--pages 1000] [--files 10000]

Takes some half an hour on two cores. Without the documents that are measured by default (see
`bench.speed.FOLDERS`) it measures the sample reports alone.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from bench.speed import FOLDERS, ROOT, Result, machine, measure, sample
from extract.options import DEFAULTS
from extract.runs.limits import DEFAULTS as LIMITS
from extract.runs.limits import MEGABYTE
from extract.runs.pool import Pool
from extract.runs.tasks import Task

PAGE = ROOT / "docs" / "performance.md"

#: A report that takes little: what a build costs beside reading shows.
REPORT = """\
Plymouth City Council

Date of meeting: 12 March 2026
Title of Report: Repairs to Wall {number}
Lead Member: Councillor Ann Example (Cabinet Member for Harbours)

Purpose of Report

The wall leaks. This report asks for its repair.

Recommendations and Reasons

1. That the Cabinet approves the repair of harbour wall {number}.
"""


@dataclass(frozen=True)
class Runs:
    """Builds: seconds with one worker and with two, and the most bytes that a worker held."""

    documents: int
    one: float
    two: float
    memory: int


@dataclass(frozen=True)
class Again:
    """Seconds of a first build of so many files, and of a second of the same."""

    files: int
    first: float
    second: float


def only_text(file: Path) -> bool:
    """Whether every page of a PDF has text and nothing else on it."""
    with pypdfium2.PdfDocument(file) as pdf:
        return all(
            thing.type == pdfium.FPDF_PAGEOBJ_TEXT for page in pdf for thing in page.get_objects()
        )


def builds(files: Sequence[Path], folder: Path) -> Runs:
    """Build from the files with one worker, then with two; then ask each worker what it took."""
    papers = folder / "papers"
    papers.mkdir()
    for number, file in enumerate(files):
        shutil.copy(file, papers / f"{number:04}-{file.name}")
    one, two = (build(papers, folder / f"{jobs}.db", jobs) for jobs in (1, 2))
    memory = 0
    with Pool(1, DEFAULTS, LIMITS) as pool:
        for file in files:
            pool.put(Task(str(file), str(file)))
            memory = max(memory, pool.take().memory)
    return Runs(len(files), one, two, memory)


def again(count: int, folder: Path) -> Again:
    """Build from small files, then once more when nothing has changed."""
    papers = folder / "small"
    papers.mkdir()
    for number in range(count):
        (papers / f"{number:06}.txt").write_text(REPORT.format(number=number), encoding="utf-8")
    first = build(papers, folder / "again.db", os.cpu_count() or 1)
    return Again(count, first, build(papers, folder / "again.db", os.cpu_count() or 1))


def build(papers: Path, db: Path, jobs: int) -> float:
    """Seconds of `council-reports build`, as somebody runs it. Files that fail are no matter."""
    command = ["-m", "extract.cli", "build", str(papers), "--db", str(db), "--jobs", str(jobs)]
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, check=False)
    if done.returncode not in (0, 8):
        sys.exit(done.stderr.decode())
    return time.perf_counter() - start


def text(results: Sequence[Result], plain: Sequence[Result], runs: Runs, second: Again) -> str:
    """The page."""
    return "\n".join((*_speed(results), *_plain(plain), *_runs(runs), *_again(second)))


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
        yield "None of the documents has only such pages.\n"
        return
    ours, _, bare = results
    yield f"{len(ours.timings)} documents with {ours.pages} pages that have no lines, fills or"
    yield "pictures: what is left is the work of understanding.\n"
    yield from _table(results)
    share = ours.pages_per_second / bare.pages_per_second
    yield f"\nOurs is {share:.2f} of the speed at which PDFium takes out characters.\n"


def _table(results: Sequence[Result]) -> Iterator[str]:
    yield "| engine | pages/s | ms of processor a page |"
    yield "| --- | ---: | ---: |"
    for result in results:
        cost = 1000 * result.processor_seconds / result.pages
        yield f"| {result.engine} | {result.pages_per_second:.1f} | {cost:.1f} |"


def _runs(runs: Runs) -> Iterator[str]:
    yield "## Builds\n"
    yield f"`council-reports build` of the same {runs.documents} documents, start and database"
    yield "included.\n"
    yield "| workers | seconds |"
    yield "| --- | ---: |"
    yield f"| 1 | {runs.one:.1f} |"
    yield f"| 2 | {runs.two:.1f} |"
    yield f"\nTwo workers are {runs.one / runs.two:.2f} times as fast as one. The most that a"
    yield f"worker held in main memory was {runs.memory / MEGABYTE:.0f} MB.\n"


def _again(second: Again) -> Iterator[str]:
    yield "## A second build\n"
    yield f"Of {second.files:,} files: {second.first:.1f} s the first time, {second.second:.2f} s"
    yield f"when nothing has changed: {second.second / second.first:.2%}."


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=1000, help="pages that are read (1000)")
    parser.add_argument("--files", type=int, default=10_000, help="of the second build (10,000)")
    parser.add_argument("--page", type=Path, default=PAGE, help="the page that is written")
    given = parser.parse_args()
    files = list(sample(FOLDERS, given.pages))
    with tempfile.TemporaryDirectory() as folder:
        page = text(
            measure(files),
            measure([file for file in files if only_text(file)]),
            builds(files, Path(folder)),
            again(given.files, Path(folder)),
        )
    given.page.write_text(f"{page}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
