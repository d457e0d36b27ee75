"""Speed and memory of our parse on a long agenda pack, beside a short one of the same mix.

    python -m bench.packs [--pages 1000] [--against 50] [--json]

Both packs are bound from the papers of the corpus: an agenda, minutes, and reports with their
appendices over and over. Each is made, and each parsed, in a process of its own: a process's peak
memory never falls. The parser's own modules are loaded, and the short pack read once, before the
clock starts. The exit status is 1 where a pack takes more memory than `MOST_MEGABYTES` or a page
of the long one more than 1 / `LEAST_RATIO` of the time of a page of the short one.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from itertools import count, cycle
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.speed import machine
from corpus.bind import bind
from corpus.load import load_packs
from corpus.pack import SamplePack

MOST_MEGABYTES = 700
LEAST_RATIO = 0.8
#: Readings of the short pack: one is over too soon to be measured well.
READINGS = 5


@dataclass(frozen=True)
class Reading:
    """A pack as it was read: its pages, seconds of the processor for them, peak memory in MB."""

    pages: int
    reports: int
    seconds: float
    megabytes: float

    @property
    def pages_per_second(self) -> float:
        """The figure that this is about; the processor's seconds, which other work leaves be."""
        return self.pages / self.seconds


def repeated(pack: SamplePack, pages: int) -> SamplePack:
    """A pack with the reports of another over and over, of some `pages` pages.

    Each report has a number and a title of its own, as in a real pack.
    """
    bound = bind(pack)
    lengths = {
        item.number: last - first + 1
        for item in pack.items
        if (found := bound.pages_of(item))
        for first, last in [found]
    }
    reports = [item for item in pack.items if item.report]
    before = pack.items[: pack.items.index(reports[0])]
    items = list(before)
    held = sum(lengths.get(item.number, 0) for item in before)
    for number, item in zip(count(len(before) + 1), cycle(reports), strict=False):
        if held >= pages or item.report is None:
            break
        title = f"{item.report.title}: Paper {number}"
        named = {"number": str(number), "title": title}
        report = item.report.model_copy(update={"agenda_item": str(number), "title": title})
        items.append(item.model_copy(update=named | {"report": report}))
        held += lengths[item.number]
    return pack.model_copy(update={"items": tuple(items)})


def write_pack(path: Path, pages: int) -> None:
    """Write a pack of some `pages` pages."""
    longest = max(load_packs(), key=lambda pack: len(pack.items))
    path.write_bytes(bind(repeated(longest, pages)).data)


def read_pack(path: Path, times: int, before: Path) -> Reading:
    """Parse a pack so many times with the clock on, having parsed the one `before` without."""
    from extract.pipeline import parse_file

    parse_file(before)
    start = time.process_time()
    for _ in range(times):
        document = parse_file(path)
    seconds = (time.process_time() - start) / times
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Reading(document.source.pages or 0, len(document.reports), seconds, peak)


def measure(pages: int, against: int) -> tuple[Reading, Reading]:
    """The long pack's reading and the short one's, made and read in processes of their own."""
    spawn = get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        long, short = Path(folder) / "long.pdf", Path(folder) / "short.pdf"
        for path, size in ((long, pages), (short, against)):
            with ProcessPoolExecutor(1, spawn) as maker:
                maker.submit(write_pack, path, size).result()
        readings = []
        for path, times in ((long, 1), (short, READINGS)):
            with ProcessPoolExecutor(1, spawn) as parser:
                readings.append(parser.submit(read_pack, path, times, short).result())
    return readings[0], readings[1]


def show(readings: Sequence[Reading], ratio: float) -> None:
    """Print the table."""
    table = Table()
    for heading in ("pages", "reports", "seconds", "pages/s", "peak MB"):
        table.add_column(heading, justify="right")
    for reading in readings:
        figures = (reading.seconds, reading.pages_per_second, reading.megabytes)
        counts = (str(reading.pages), str(reading.reports))
        table.add_row(*counts, *(f"{figure:.1f}" for figure in figures))
    console = Console()
    console.print(table)
    console.print(machine(), highlight=False)
    console.print(f"long / short: {ratio:.2f} of the speed", highlight=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a floor is not kept."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=1000, help="of the long pack (1000)")
    parser.add_argument("--against", type=int, default=50, help="of the short pack (50)")
    parser.add_argument("--json", action="store_true", help="both readings, as JSON")
    given = parser.parse_args(arguments)

    long, short = measure(given.pages, given.against)
    ratio = long.pages_per_second / short.pages_per_second
    if given.json:
        told = {"machine": machine(), "ratio": round(ratio, 2)}
        print(json.dumps(told | {"long": asdict(long), "short": asdict(short)}))
    else:
        show((long, short), ratio)
    kept = long.megabytes <= MOST_MEGABYTES and ratio >= LEAST_RATIO
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
