"""What a build shows on standard error: a bar while it goes on, a table when it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from extract.build import Outcome, State
from schemas.vocabulary import DocumentKind


def watch(outcomes: Iterable[Outcome], *, total: int) -> tuple[Outcome, ...]:
    """Take the outcomes as they come, with a progress bar and a line for each failure.

    A file that was read but could not be kept has a line too.

    Where standard error is no terminal there are only the lines.
    """
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    taken = []
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as progress:
        task = progress.add_task("", total=total)
        for outcome in outcomes:
            if outcome.problem and outcome.state is State.FAILED:
                console.print(f"failed: {escape(f'{outcome.path}: {outcome.problem.message}')}")
            if outcome.not_kept:
                console.print(f"not kept: {escape(f'{outcome.path}: {outcome.not_kept}')}")
            progress.update(task, advance=1, description=escape(outcome.path.name))
            taken.append(outcome)
    return tuple(taken)


def closing_table(outcomes: Sequence[Outcome]) -> None:
    """Print how many were read, unchanged and failed, what they are, and what they failed by.

    Kinds of documents are told apart where there are others than reports: an agenda pack has
    many reports, and minutes none.
    """
    table = Table(box=None)
    table.add_column("")
    for heading in ("documents", "pages", "reports"):
        table.add_column(heading, justify="right")
    for state in State:
        group = [outcome for outcome in outcomes if outcome.state is state]
        if state is State.FAILED_BEFORE and not group:
            continue
        if state is State.READ:
            table.add_row(state.value, *_figures(group))
            for kind, of_kind in _by_kind(group).items():
                table.add_row(f"  {kind}", *_figures(of_kind))
        else:
            table.add_row(state.value, str(len(group)))
        failures = Counter(outcome.problem.code.value for outcome in group if outcome.problem)
        for code, count in failures.most_common():
            table.add_row(f"  {code}", str(count))
    Console(stderr=True, highlight=False).print(table)


def _figures(read: Sequence[Outcome]) -> tuple[str, str, str]:
    """How many documents, pages and reports."""
    pages = sum(outcome.pages or 0 for outcome in read)
    return str(len(read)), str(pages), str(sum(outcome.reports for outcome in read))


def _by_kind(read: Sequence[Outcome]) -> dict[DocumentKind, list[Outcome]]:
    """The documents of each kind there is; nothing where all are reports."""
    kinds = {kind: [one for one in read if one.kind is kind] for kind in DocumentKind}
    there = {kind: found for kind, found in kinds.items() if found}
    return {} if set(there) <= {DocumentKind.REPORT} else there
