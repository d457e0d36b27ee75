"""Tables made again as `tables` has them now: what SQLite has no ALTER TABLE for."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from extract.store.access import INDEXES
from extract.store.tables import TABLES


def remake(db: Database, tables: Iterable[str]) -> None:
    """Give each table its present columns and constraints, its rows and its indexes.

    Columns that are new are empty, those that are gone are lost. A table that is as it should be
    is left alone. Not for tables with full-text search, whose triggers would go.

    Follows the steps of https://www.sqlite.org/lang_altertable.html#otheralter, and so needs
    foreign keys off and must not run inside a transaction; both are seen to here.
    """
    changed = [table for table in tables if db[table].schema != TABLES[table].strip()]
    if not changed:
        return
    enforced = db.execute("PRAGMA foreign_keys").fetchone()[0]
    db.conn.commit()
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("PRAGMA legacy_alter_table = ON")  # references go on naming the table
    with db.conn:
        db.execute("BEGIN")
        for table in changed:
            _remake(db, table)
        if broken := db.execute("PRAGMA foreign_key_check").fetchone():
            raise ValueError(f"a row of {broken[0]} would lose the row that it refers to")
    db.execute("PRAGMA legacy_alter_table = OFF")
    db.execute(f"PRAGMA foreign_keys = {enforced}")


def _remake(db: Database, table: str) -> None:
    before = f"{table}_before"
    db.execute(f"ALTER TABLE {table} RENAME TO {before}")
    db.execute(TABLES[table].strip())
    kept = ", ".join(
        column for column in db[table].columns_dict if column in db[before].columns_dict
    )
    db.execute(f"INSERT INTO {table} ({kept}) SELECT {kept} FROM {before}")
    db.execute(f"DROP TABLE {before}")
    for name, target in INDEXES.items():
        if target.startswith(f"{table}("):
            db.execute(f"CREATE INDEX {name} ON {target}")
