"""How long the site's pages take on a large database: 200 requests of each kind, 4 at a time.

    python -m bench.site --db archive.db [--requests 200] [--at-once 4] [--json]

`python -m bench.archive archive.db` makes such a database. The site is served by the command on
loopback, as to a reader; each request is for another page of its kind, with other words or for
another council. The exit status is 1 where a kind's 95th percentile is above `MOST_MILLISECONDS`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlencode

import httpx
from rich.console import Console
from rich.table import Table

from bench.speed import machine
from docs.browser import served
from extract.site.choices import Measure
from schemas.vocabulary import ImplicationType

MOST_MILLISECONDS = 200
#: Words as people search them: common and rare ones, phrases, prefixes, several together.
WORDS = (
    "budget",
    "housing",
    "climate change",
    '"equality impact"',
    "hous*",
    "school OR college",
    "contract award",
    "parking NOT charges",
    "council",
    "delegated authority",
    "library",
    "report",
)


@dataclass(frozen=True)
class Timing:
    """Milliseconds of the requests for one kind of page."""

    kind: str
    requests: int
    median: float
    p95: float
    slowest: float


def addresses(db: Path, kind: str, chance: random.Random) -> Iterator[str]:
    """Addresses of pages of a kind, without end, each drawn at random."""
    with sqlite3.connect(f"file:{db}?mode=ro", uri=True) as rows:
        keys = {
            table: [str(key) for (key,) in rows.execute(sql)] for table, sql in _KEYS[kind].items()
        }
        words = _title_words(rows)
    while True:
        drawn = {table: chance.choice(found) for table, found in keys.items()}
        yield _address(kind, drawn, words, chance)


def _title_words(rows: sqlite3.Connection) -> Sequence[str]:
    titles = rows.execute("SELECT title FROM reports WHERE title IS NOT NULL LIMIT 500").fetchall()
    return sorted({word.strip(".,:()") for (title,) in titles for word in title.split()})


_KEYS = {
    "home": {},
    "search": {},
    "search, filtered": {"councils": "SELECT DISTINCT council_code FROM report_counts"},
    "report": {"reports": "SELECT id FROM reports ORDER BY meeting_date DESC LIMIT 2000"},
    "paper": {"parts": "SELECT id FROM parts WHERE kind <> 'report' LIMIT 2000"},
    "compare": {"councils": "SELECT DISTINCT council_code FROM report_counts"},
    "council": {"councils": "SELECT DISTINCT council_code FROM report_counts"},
    "committee": {"committees": "SELECT id FROM committees LIMIT 2000"},
    "meeting": {"meetings": "SELECT id FROM meetings LIMIT 2000"},
    "person": {"people": "SELECT id FROM people LIMIT 2000"},
}


def _address(kind: str, drawn: dict[str, str], words: Sequence[str], chance: random.Random) -> str:
    if kind == "home":
        return "/"
    if kind.startswith("search"):
        asked = chance.choice(WORDS) if chance.random() < 0.5 else chance.choice(words)
        query = {"q": asked, "page": chance.choice((1, 1, 1, 2))}
        if drawn:
            query["council"] = drawn["councils"]
        return f"/search?{urlencode(query)}"
    if kind == "compare":
        query = {
            "measure": chance.choice(list(Measure)),
            "type": chance.choice(list(ImplicationType)),
        }
        if chance.random() < 0.5:
            query["council"] = drawn["councils"]
        return f"/compare?{urlencode(query)}"
    (key,) = drawn.values()
    return f"/{kind}/{key}"


async def timing(site: str, db: Path, kind: str, requests: int, at_once: int) -> Timing:
    """Ask for so many pages of a kind, some at a time.

    Raises:
        httpx.HTTPStatusError: where a page does not answer with 200.
    """
    queue = addresses(db, kind, random.Random(kind))
    asked = [next(queue) for _ in range(requests)]
    taken: list[float] = []
    gate = asyncio.Semaphore(at_once)
    async with httpx.AsyncClient(base_url=site, timeout=60) as client:

        async def ask(address: str) -> None:
            async with gate:
                start = time.perf_counter()
                (await client.get(address)).raise_for_status()
                taken.append(1000 * (time.perf_counter() - start))

        await ask(asked[0])  # what is loaded once, at the first page of a kind
        taken.clear()
        await asyncio.gather(*map(ask, asked))
    ninety_fifth = statistics.quantiles(taken, n=20, method="inclusive")[-1]
    return Timing(kind, requests, statistics.median(taken), ninety_fifth, max(taken))


def show(timings: Sequence[Timing], reports: int) -> None:
    """Print the table."""
    table = Table(title=f"{reports:,} reports")
    for heading in ("page", "requests", "median ms", "p95 ms", "slowest ms"):
        table.add_column(heading, justify="left" if heading == "page" else "right")
    for one in timings:
        figures = (one.median, one.p95, one.slowest)
        table.add_row(one.kind, str(one.requests), *(f"{figure:.0f}" for figure in figures))
    console = Console()
    console.print(table)
    console.print(machine())


def main() -> None:
    """Measure and print; fail where a kind of page is too slow."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--db", type=Path, required=True)
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--at-once", type=int, default=4)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with served(given.db) as site:
        timings = [
            asyncio.run(timing(site, given.db, kind, given.requests, given.at_once))
            for kind in _KEYS
        ]
    with sqlite3.connect(given.db) as rows:
        (reports,) = rows.execute("SELECT count(*) FROM reports").fetchone()
    if given.json:
        print(json.dumps([asdict(one) for one in timings], indent=1))
    else:
        show(timings, reports)
    if any(one.p95 > MOST_MILLISECONDS for one in timings):
        sys.exit(f"a kind of page takes more than {MOST_MILLISECONDS} ms")


if __name__ == "__main__":
    main()
