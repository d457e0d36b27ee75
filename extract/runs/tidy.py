"""`council-reports tidy`: originals that no document of the database needs are removed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extract.exits import ExitCode
from extract.usage import stop, stopping_at_faults


def tidy(
    db: Annotated[Path, typer.Option(metavar="FILE", help="A database that `build` made.")] = Path(
        "reports.db"
    ),
) -> None:
    """Remove kept copies of files that the database has no words of any more.

    A build keeps a copy of each file that it reads beside the database. One that a newer parser
    could not read again stays there, until this removes it. Not while a build is writing.

    \b
    Example: after a build with a newer parser
        council-reports tidy --db reports.db
    """
    from extract.originals import Originals
    from extract.runs.writer import OneWriter
    from extract.store import Store
    from extract.store.tables import READ

    if not db.is_file():
        stop(f"{db}: no such database; make it with `council-reports build`", ExitCode.NOT_FOUND)
    try:
        with stopping_at_faults(), OneWriter(db), Store(db) as store:
            sql = "SELECT 1 FROM documents WHERE sha256 = ? AND status = ?"
            removed = Originals.beside(db).remove_others(
                lambda sha256: store.db.execute(sql, [sha256, READ]).fetchone() is not None
            )
    except OSError as error:
        stop(f"{error.filename}: can't be removed ({error.strerror})", ExitCode.UNREADABLE)
    typer.echo(f"{removed} removed", err=True)
