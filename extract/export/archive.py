"""The database as an export reads it: never changed, a few rows at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from extract.export.sheets import Owner, Sheet
from extract.store import StoreError
from extract.store.load import load_document
from extract.store.tables import READ
from schemas import Document

#: Rows that are held at once.
AT_ONCE: Final = 5_000

Rows = Sequence[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Share:
    """What belongs to one council (its code) and year, each None where not known."""

    council: str | None
    year: int | None


class Archive:
    """A database that is open to be read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for owner, statement in _OWNERS.items():
            connection.execute(
                f"CREATE TABLE {owner.table} (owner, of_council, of_year,"
                " PRIMARY KEY (of_council, of_year, owner))"
            )
            connection.execute(f"INSERT INTO {owner.table} {statement}")

    def count(self, sheet: Sheet) -> int:
        """How many rows a sheet has."""
        (count,) = self._connection.execute(f"SELECT count(*) FROM {sheet.name}").fetchone()
        return int(count)

    def rows(self, sheet: Sheet) -> Iterator[Rows]:
        """All rows of a sheet, some at a time."""
        return self._asked(sheet.query)

    def shares(self, owner: Owner) -> Sequence[Share]:
        """Every council and year that reports or documents are of."""
        found = self._connection.execute(
            f"SELECT DISTINCT of_council, of_year FROM {owner.table} ORDER BY of_council, of_year"
        )
        return [Share(*row) for row in found]

    def rows_of(self, sheet: Sheet, share: Share) -> Iterator[Rows]:
        """The rows of a sheet that are of a council and year, some at a time."""
        return self._asked(sheet.query_of_share, council=share.council, year=share.year)

    @property
    def read(self) -> int:
        """How many documents were read."""
        query = "SELECT count(*) FROM documents WHERE status = ?"
        return int(self._connection.execute(query, [READ]).fetchone()[0])

    def documents(self) -> Iterator[Document]:
        """The record of each document that was read, by its SHA-256."""
        db = Database(self._connection)
        found = db.execute("SELECT sha256 FROM documents WHERE status = ? ORDER BY sha256", [READ])
        for (sha256,) in found.fetchall():
            document = load_document(db, sha256)
            assert document is not None  # its status says so
            yield document

    def _asked(self, query: str, **values: object) -> Iterator[Rows]:
        found = self._connection.execute(query, values)
        while rows := found.fetchmany(AT_ONCE):
            yield rows


@contextmanager
def opened(db: Path) -> Iterator[Archive]:
    """A database that `build` made, read-only.

    Raises:
        StoreError: where it is none.
    """
    with closing(sqlite3.connect(f"{db.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            yield Archive(connection)
        except sqlite3.DatabaseError as error:
            raise StoreError(
                f"{db} can't be read ({error}): name one that `council-reports build` made"
            ) from error


_OWNERS: Final = {
    Owner.REPORT: """
        SELECT id, council_code,
          CAST(substr(coalesce(meeting_date, report_date), 1, 4) AS INTEGER) FROM reports""",
    Owner.DOCUMENT: """
        SELECT sha256, council_code, CAST(substr(meeting_date, 1, 4) AS INTEGER) FROM documents""",
}
