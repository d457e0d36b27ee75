"""`council-reports export`: its options, and what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.exits import ExitCode
from extract.export.formats import Format
from extract.usage import stop, stopping_at_faults

if TYPE_CHECKING:
    from extract.export.run import Step


def export(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where to; it must be new, or empty.")
    ],
    form: Annotated[
        Format, typer.Option("--format", help="What to write; see below.", show_choices=True)
    ],
    db: Annotated[Path, typer.Option(metavar="FILE", help="A database that `build` made.")] = Path(
        "reports.db"
    ),
) -> None:
    """Write a database as files for other programs.

    \b
    parquet      a folder for each table, divided by council and year: DuckDB, Polars, Spark
    csv          a file for each table, for spreadsheets: no cell is taken for a formula
    jsonl        a line for each document: its record, as `parse` prints it
    datapackage  a CSV file for each table, every value as it is, and datapackage.json, which
                 says what each column means (Frictionless Data Package)

    The folder appears when all of it is written. Parquet needs pyarrow
    (`pip install 'council-reports[parquet]'`).

    \b
    Example: reports by council, with DuckDB
        council-reports export archive/ --db reports.db --format parquet
        duckdb -c "SELECT council, count(*) FROM 'archive/reports/**/*.parquet' GROUP BY 1"
    """
    from extract.export.run import ExportError
    from extract.export.run import export as exporting

    if not db.is_file():
        stop(f"{db}: no such database; make it with `council-reports build`", ExitCode.NOT_FOUND)
    try:
        with stopping_at_faults():
            _show(exporting(db, folder, form))
    except ExportError as error:
        stop(str(error), ExitCode.NOT_EXPORTED)


def _show(steps: Iterator[Step]) -> None:
    """A bar on standard error while it goes on."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("")
        for step in steps:
            progress.update(bar, total=step.of, completed=step.done)
