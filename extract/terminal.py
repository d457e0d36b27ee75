"""What a build shows on standard error: a bar while it goes on, a table when it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from extract.build import Outcome, State


def watch(outcomes: Iterable[Outcome], *, total: int) -> tuple[Outcome, ...]:
    """Take the outcomes as they come, with a progress bar and a line for each failure.

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
            progress.update(task, advance=1, description=escape(outcome.path.name))
            taken.append(outcome)
    return tuple(taken)


def closing_table(outcomes: Sequence[Outcome]) -> None:
    """Print how many were read, unchanged and failed, and what they failed by."""
    table = Table(box=None)
    table.add_column("")
    for heading in ("documents", "pages", "reports"):
        table.add_column(heading, justify="right")
    for state in State:
        group = [outcome for outcome in outcomes if outcome.state is state]
        if state is State.FAILED_BEFORE and not group:
            continue
        figures = [str(len(group))]
        if state is State.READ:
            figures.append(str(sum(outcome.pages or 0 for outcome in group)))
            figures.append(str(sum(outcome.reports for outcome in group)))
        table.add_row(state.value, *figures)
        failures = Counter(outcome.problem.code.value for outcome in group if outcome.problem)
        for code, count in failures.most_common():
            table.add_row(f"  {code}", str(count))
    Console(stderr=True, highlight=False).print(table)
