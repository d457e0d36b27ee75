"""Builds as somebody runs them, and workers alone: what a second worker, a second build and the
way from the prompt cost.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bench.speed import ROOT, page_count
from extract.options import DEFAULTS
from extract.runs.limits import DEFAULTS as LIMITS
from extract.runs.limits import cores
from extract.runs.pool import Pool
from extract.runs.tasks import Task

TIMES = 3
"""Times that workers read the sample, and that a command is started."""

SIX_PAGES = 6
"""The report whose way from the prompt to its record is timed."""

FIRST_DAY = date(2026, 1, 5)

#: A report that takes little: what a build costs beside reading shows.
REPORT = """\
Plymouth City Council

Date of meeting: {day:%-d %B %Y}
Title of Report: Repairs to Wall {number}
Lead Member: Councillor Ann Example (Cabinet Member for Harbours)

Purpose of Report

The wall leaks. This report asks for its repair.

Recommendations and Reasons

1. That the Cabinet approves the repair of harbour wall {number}.
"""


@dataclass(frozen=True)
class Workers:
    """Pages per second of one worker and of two, and the most bytes that one held."""

    one: float
    two: float
    memory: int


@dataclass(frozen=True)
class Scans:
    """What one worker took for documents with scanned pages: seconds, and the most bytes held."""

    documents: int
    pages: int
    seconds: float
    memory: int


@dataclass(frozen=True)
class Builds:
    """Seconds of a whole build with one worker and with two."""

    documents: int
    one: float
    two: float


@dataclass(frozen=True)
class Again:
    """Seconds of a first build of so many files, and of a second of the same."""

    files: int
    first: float
    second: float


@dataclass(frozen=True)
class Prompt:
    """Seconds from the prompt to the end of `--help`, and of `parse` of a report."""

    help: float
    parse: float
    pages: int


def workers(files: Sequence[Path]) -> Workers:
    """Have one worker read the files, then two: from when each has read one to the last record."""
    often = [file for _ in range(TIMES) for file in files]
    one, memory = _read(often, 1)
    two, _ = _read(often, 2)
    pages = sum(map(page_count, often))
    return Workers(pages / one, pages / two, memory)


def scans(files: Sequence[Path]) -> Scans:
    """Have one worker, with one core, read documents with scanned pages."""
    seconds, memory = _read(files, 1)
    return Scans(len(files), sum(map(page_count, files)), seconds, memory)


def _read(files: Sequence[Path], jobs: int) -> tuple[float, int]:
    """Seconds that so many workers take for the files, and the most memory of one, in bytes."""
    memory = 0
    with Pool(jobs, DEFAULTS.on(1), LIMITS) as pool:
        for file in files[:jobs]:  # so that each has started
            pool.put(Task(str(file), str(file)))
        while pool.busy:
            pool.take()
        start = time.perf_counter()
        for file in files:
            if not pool.room:
                memory = max(memory, pool.take().memory)
            pool.put(Task(str(file), str(file)))
        while pool.busy:
            memory = max(memory, pool.take().memory)
        return time.perf_counter() - start, memory


def builds(files: Sequence[Path], folder: Path) -> Builds:
    """Build from the files with one worker, then with two."""
    papers = folder / "papers"
    papers.mkdir()
    for number, file in enumerate(files):
        shutil.copy(file, papers / f"{number:04}-{file.name}")
    one, two = (_build(papers, folder / f"{jobs}.db", jobs) for jobs in (1, 2))
    return Builds(len(files), one, two)


def again(count: int, folder: Path) -> Again:
    """Build from small reports, each of a day of its own, then once more when nothing changed."""
    papers = folder / "small"
    papers.mkdir()
    for number in range(count):
        report = REPORT.format(number=number, day=FIRST_DAY + timedelta(days=number))
        (papers / f"{number:06}.txt").write_text(report, encoding="utf-8")
    first = _build(papers, folder / "again.db", cores())
    return Again(count, first, _build(papers, folder / "again.db", cores()))


def prompt(files: Sequence[Path]) -> Prompt:
    """Start the command line: for its help, and for the file whose length is nearest six pages."""
    report = min(files, key=lambda file: abs(page_count(file) - SIX_PAGES))
    return Prompt(
        statistics.median(_command("--help") for _ in range(TIMES)),
        statistics.median(_command("parse", str(report)) for _ in range(TIMES)),
        page_count(report),
    )


def _build(papers: Path, db: Path, jobs: int) -> float:
    return _command("build", str(papers), "--db", str(db), "--jobs", str(jobs), fails=8)


def _command(*arguments: str, fails: int = 0) -> float:
    """Seconds that a command takes. It may end with `fails`: files that can't be read are no
    matter here.
    """
    command = [sys.executable, "-m", "extract.cli", *arguments]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode not in (0, fails):
        sys.exit(done.stderr.decode())
    return time.perf_counter() - start
