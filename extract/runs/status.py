"""`council-reports status`: what a database holds, what could not be read, and what is missing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from extract.store import StoreError
from extract.store.coverage import Row, coverage
from extract.store.ledger import (
    COUNCILS,
    FILES,
    KINDS,
    LOW_CONFIDENCE,
    MEETINGS,
    PROBLEMS,
    REPORTS,
    RUNS,
    STATE,
    UNSURE,
    FileCount,
    KindCount,
    ProblemCount,
    Run,
    Unsure,
)
from extract.store.questions import answers

_ALL: Final = {"most": -1, "offset": 0}
_MOST_SHOWN: Final = 10
"""Lines of one list on the terminal; `--json` has all."""


@dataclass(frozen=True)
class Status:
    """The ledger of a database. `runs` begin with the latest; `current` says whether the counts
    are those of the rows, which they are not while a build goes on.
    """

    current: bool
    runs: Sequence[Run]
    files: Sequence[FileCount]
    kinds: Sequence[KindCount]
    problems: Sequence[ProblemCount]
    unsure: Sequence[Unsure]
    coverage: Sequence[Row]


def status_of(db: Path) -> Status:
    """The ledger of the database at `db`, which is only read.

    Raises:
        StoreError: where it is none that this version's `build` has made or used.
    """
    with closing(sqlite3.connect(f"{db.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            state = answers(connection, STATE)
            councils = answers(connection, COUNCILS, **_ALL)
            table = coverage(
                {council.code: council.name for council in councils},
                answers(connection, MEETINGS, **_ALL),
                answers(connection, REPORTS, **_ALL),
            )
            return Status(
                current=bool(state and state[0].current),
                runs=answers(connection, RUNS, most=_MOST_SHOWN),
                files=answers(connection, FILES),
                kinds=answers(connection, KINDS),
                problems=answers(connection, PROBLEMS),
                unsure=answers(connection, UNSURE, low=LOW_CONFIDENCE),
                coverage=table.rows,
            )
        except sqlite3.DatabaseError as error:
            raise StoreError(
                f"{db} can't be read ({error}): name a database that `build` has made, or build"
                " once more with this version"
            ) from error


def as_json(status: Status) -> str:
    """All of it, with what to do about each problem."""
    told: dict[str, Any] = asdict(status)
    told["problems"] = [
        {**asdict(problem), "cause": problem.advice.cause, "remedy": problem.advice.remedy}
        for problem in status.problems
    ]
    return json.dumps(told, ensure_ascii=False, indent=2)


def print_status(status: Status) -> None:
    """The ledger in words and tables, on standard output."""
    console = Console(highlight=False)
    if not status.current:
        console.print("A build is under way or was cut short: counts are those before it.\n")
    for block in (
        _runs(status.runs[:1]),
        _files(status.files),
        _documents(status),
        _problems(status.problems),
        _unsure(status.unsure),
        _missing(status.coverage),
    ):
        if block.row_count:
            console.print(block)
            console.print()


def _runs(runs: Sequence[Run]) -> Table:
    table = _table("Last build", "files")
    for run in runs:
        table.add_row(f"begun {run.started}, {_ended(run)}", "")
        for what, count in (
            ("found", run.found),
            ("read", run.read),
            ("unchanged", run.unchanged),
            ("failed", run.failed),
            ("of other kinds, not looked at", run.not_taken),
        ):
            table.add_row(what, f"{count:,}")
    return table


def _ended(run: Run) -> str:
    return f"finished {run.finished}" if run.finished else "not finished"


def _files(files: Sequence[FileCount]) -> Table:
    table = _table("Files that builds have found", "files")
    for count in files:
        what = f"could not be opened: {count.problem}" if count.problem else "known by their bytes"
        table.add_row(what, f"{count.files:,}")
    return table


def _documents(status: Status) -> Table:
    table = _table("In the database", "documents", "pages")
    for kind in status.kinds:
        table.add_row(kind.kind.replace("_", " "), f"{kind.documents:,}", f"{kind.pages:,}")
    failed = sum(problem.unread for problem in status.problems)
    table.add_row("not read", f"{failed:,}", "")
    return table


def _problems(problems: Sequence[ProblemCount]) -> Table:
    table = _table("What did not add up", "documents", "not read")
    table.add_column("what to do")
    for problem in problems:
        told = f"{problem.advice.cause} {problem.advice.remedy}"
        table.add_row(problem.code, f"{problem.documents:,}", f"{problem.unread:,}", told)
    return table


def _unsure(unsure: Sequence[Unsure]) -> Table:
    table = _table(f"{len(unsure):,} documents of low confidence", "values", "lowest")
    for one in unsure[:_MOST_SHOWN]:
        name = one.path or one.sha256
        table.add_row(name, f"{one.values_unsure:,}", f"{one.lowest:.2f}")
    return table


def _missing(rows: Sequence[Row]) -> Table:
    table = _table("Months without a meeting", "year")
    table.add_column("months")
    for row in rows:
        for cell in row.cells:
            if cell.empty:
                months = "all" if cell.in_gap else ", ".join(cell.empty)
                table.add_row(row.name, str(cell.year), months)
    return table


def _table(title: str, *numbers: str) -> Table:
    """A table whose first column has the title, and the others numbers."""
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column(title, no_wrap=True)
    for heading in numbers:
        table.add_column(heading, justify="right")
    return table
