"""What a build shows on standard error: how far it is while it goes on, a table when it is done."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from extract.runs.build import Build
from extract.runs.limits import MEGABYTE
from extract.runs.outcome import KindTally, Outcome, State, Tally
from schemas.vocabulary import DocumentKind

PLAIN_LINE_EVERY: Final = 30.0
"""Seconds between two lines where standard error is no terminal."""


class Display:
    """The progress of a build: a bar on a terminal, elsewhere a line now and then.

    A line for each failure, and for each file that was read but could not be kept, stays in either
    case. A context manager.
    """

    def __init__(self, build: Build, clock: Callable[[], float] = time.monotonic) -> None:
        self._build = build
        self._clock = clock
        self._console = Console(stderr=True, soft_wrap=True, highlight=False)
        self._progress = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.description}"),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._bar = self._progress.add_task("", total=len(build.found))
        self._start = self._told = clock()

    def __enter__(self) -> Display:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, outcome: Outcome) -> None:
        """Tell of one more file."""
        if outcome.problem and outcome.state is State.FAILED:
            self._console.print(f"failed: {escape(f'{outcome.path}: {outcome.problem.message}')}")
        if outcome.not_kept:
            self._console.print(f"not kept: {escape(f'{outcome.path}: {outcome.not_kept}')}")
        done, now = self._build.tally.done, self._clock()
        if self._console.is_terminal:
            self._progress.update(self._bar, completed=done, description=self._figures(now))
        elif now - self._told >= PLAIN_LINE_EVERY:
            self._told = now
            self._console.print(f"{done} of {len(self._build.found)} files; {self._figures(now)}")

    def _figures(self, now: float) -> str:
        """Rates, failures and memory, in few words."""
        tally, seconds = self._build.tally, max(now - self._start, 0.001)
        read = tally.states[State.READ] + tally.states[State.FAILED]
        return (
            f"{read / seconds:.1f} documents/s, {tally.pages / seconds:.1f} pages/s, "
            f"{tally.failed} failed, {self._build.memory / MEGABYTE:.0f} MB"
        )


def closing_table(tally: Tally) -> None:
    """Print how many were read, unchanged and failed, what they are, and what they failed by.

    Kinds of documents are told apart where there are others than reports: an agenda pack has
    many reports, and minutes none.
    """
    table = Table(box=None)
    table.add_column("")
    for heading in ("documents", "pages", "reports"):
        table.add_column(heading, justify="right")
    for state in State:
        count = tally.states[state]
        if state in (State.FAILED_BEFORE, State.LEFT_OUT) and not count:
            continue
        if state is State.READ:
            table.add_row(state.value, *_figures(KindTally(count, tally.pages, tally.reports)))
            if set(tally.kinds) > {DocumentKind.REPORT} or (
                tally.kinds and DocumentKind.REPORT not in tally.kinds
            ):
                for kind in DocumentKind:
                    if kind in tally.kinds:
                        table.add_row(f"  {kind}", *_figures(tally.kinds[kind]))
        else:
            table.add_row(state.value, str(count))
        for code, failures in tally.problems.get(state, {}).items():
            table.add_row(f"  {code}", str(failures))
    Console(stderr=True, highlight=False).print(table)


def _figures(kind: KindTally) -> tuple[str, str, str]:
    """How many documents, pages and reports."""
    return str(kind.documents), str(kind.pages), str(kind.reports)
