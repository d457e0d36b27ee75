"""An evaluation on a terminal, as Markdown, and as JSON for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten
from typing import Any, Literal

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table as RichTable

from extract.evaluate.core import core_f1
from extract.evaluate.counts import Counts, Tally
from extract.evaluate.matching import Matching
from extract.evaluate.run import Scored
from extract.evaluate.scoring import MISSES_BY
from extract.evaluate.tables import (
    Table,
    fields_of,
    figure,
    headline,
    right_kinds,
    share,
    tables,
    unseen_headline,
)

LONGEST_MISS = 240
"""Characters of a text that was missed or made up that are shown."""


def watch(scored: Iterable[Scored], *, total: int) -> tuple[Scored, ...]:
    """Take the documents as they are scored, with a progress bar on standard error.

    Where standard error is no terminal there is none.
    """
    console = Console(stderr=True, highlight=False)
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
        for one in scored:
            progress.update(task, advance=1, description=escape(one.name))
            taken.append(one)
    return tuple(taken)


def summary(scored: Sequence[Scored]) -> Iterator[str]:
    """The figures that stand for the whole, a line each."""
    reports = sum(len(one.gold.stated.reports) for one in scored)
    kinds = share(right_kinds(scored), scored)
    yield f"Documents {len(scored)}, reports {reports}, kind right {kinds}"
    unseen = unseen_headline(scored)
    if unseen is not None:
        yield f"Core F1 without the lines of the council scored {figure(unseen)}"
    yield f"Core F1 {figure(headline(scored))}"


def print_tables(scored: Sequence[Scored], *, misses: bool = False) -> None:
    """Print every table on standard output, the headline last; with `misses`, each of them."""
    console = Console(highlight=False)
    for table in tables(scored):
        console.print(_rich(table))
        console.print()
    if misses:
        for one in sorted(scored, key=lambda one: core_f1(one.score.core)):
            for line in told_misses(one):
                console.print(escape(line), soft_wrap=True)
    for line in summary(scored):
        console.print(line)


def told_misses(one: Scored) -> Iterator[str]:
    """A document's faults: "-" before what was missed, "+" before what was made up."""
    if one.score.misses:
        yield f"{one.name}: core F1 {figure(core_f1(one.score.core))} ({MISSES_BY})"
    for miss in one.score.misses:
        text = shorten(miss.text, LONGEST_MISS, placeholder=" …")
        yield f"  {'+' if miss.made_up else '-'} {miss.field}: {text}"


def _rich(table: Table) -> RichTable:
    shown = RichTable(title=table.title, title_justify="left", box=None, padding=(0, 1, 0, 0))
    for at, head in enumerate(table.heads):
        side: Literal["left", "right"] = "left" if at < table.words else "right"
        shown.add_column(head, justify=side, overflow="fold", no_wrap=at == 0)
    for row in table.rows:
        shown.add_row(*map(escape, row))
    return shown


def markdown(table: Table) -> str:
    """A table in Markdown, without its title."""
    marks = ["---" if at < table.words else "---:" for at in range(len(table.heads))]
    return "".join(
        f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n"
        for line in (table.heads, marks, *table.rows)
    )


def markdown_page(scored: Sequence[Scored]) -> str:
    """Every table in Markdown, below the figures that stand for the whole."""
    parts = ["".join(f"- {line}\n" for line in summary(scored))]
    parts += [f"## {table.title}\n\n{markdown(table)}" for table in tables(scored)]
    return "\n".join(parts)


def as_json(scored: Sequence[Scored]) -> dict[str, Any]:
    """All counts, as a whole and by document, for other programs."""
    return {
        "core_f1": headline(scored),
        "core_f1_left_out": unseen_headline(scored),
        "fields": {matching.value: _tally(fields_of(scored, matching)) for matching in Matching},
        "documents": [_document(one) for one in scored],
    }


def _document(one: Scored) -> dict[str, Any]:
    read = one.reading.document
    return {
        "document": one.name,
        "council": one.gold.owner.name,
        "reader": one.reader,
        "kind": one.gold.stated.kind,
        "kind_read": read.kind if read else None,
        "problem": one.reading.problem,
        "core_f1": core_f1(one.score.core),
        "core_f1_left_out": core_f1(one.unseen.core) if one.unseen else None,
        "core": _tally(one.score.core),
        "fields": {matching.value: _tally(tally) for matching, tally in one.score.fields.items()},
        "misses": list(told_misses(one)),
    }


def _tally(tally: Tally) -> dict[str, dict[str, float | None]]:
    return {name: _counts(counts) for name, counts in tally.items()}


def _counts(counts: Counts) -> dict[str, float | None]:
    return {
        "gold": counts.gold,
        "predicted": counts.predicted,
        "matched": counts.matched,
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
    }
