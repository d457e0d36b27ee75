"""Rows into the tables."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from sqlite_utils import Database

from extract.store.cells import Row
from extract.store.rows import COUNCIL_COLUMNS, Rows

#: What comes after the values. A council may be there already: then its row is brought up to date.
_ENDINGS = {
    "councils": " ON CONFLICT (code) DO UPDATE SET "
    + ", ".join(f"{column} = excluded.{column}" for column in COUNCIL_COLUMNS[1:])
}


def insert(db: Database, rows: Rows) -> None:
    """Insert rows that are new; councils may be there already."""
    for table, table_rows in rows.tables.items():
        if table_rows:
            _insert(db, table, table_rows)


def _insert(db: Database, table: str, rows: Sequence[Row]) -> None:
    """Plain SQLite: a report has hundreds of rows, and sqlite-utils looks at each of their values.

    All rows of a table have the same columns.
    """
    columns = sorted(rows[0])
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks}){_ENDINGS.get(table, '')}"
    cells = itemgetter(*columns)  # by position: SQLite looks each name up for each row
    db.conn.executemany(sql, map(cells, rows))
