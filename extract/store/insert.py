"""Rows into the tables."""

from __future__ import annotations

from sqlite_utils import Database

from extract.store.rows import Rows


def insert(db: Database, rows: Rows) -> None:
    """Insert rows that are new; councils may be there already."""
    for table, table_rows in rows.tables.items():
        if table == "councils":
            db[table].upsert_all(table_rows, pk="code")
        else:
            db[table].insert_all(table_rows)
