"""Limits on what one query may take, and what it may see; the rest is in `extract.serving`.

Datasette stops a query after a time, but can't while SQLite makes a single value: one
`replace(hex(zeroblob(…)))` of a gigabyte takes most of a minute and 4 GB. A limit on the length
of a value stops it at once.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from extract.site.settings import Settings

#: Bytes of the longest value; the text of the longest part of a pack is well below it.
LONGEST_VALUE: Final = 50_000_000
#: Bytes of a statement; questions of ours have 5,000.
LONGEST_SQL: Final = 100_000
#: Parts of a compound SELECT, and the depth of an expression.
_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: LONGEST_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: LONGEST_SQL,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
}
#: Columns that hold officers' e-mail addresses and telephone numbers.
CONTACTS: Final = frozenset({("contributions", "email"), ("contributions", "phone")})


def limit(conn: sqlite3.Connection, settings: Settings) -> None:
    """Put the limits on a connection, and hide contacts where that is set."""
    for what, most in _LIMITS.items():
        conn.setlimit(what, most)
    if settings.hide_contacts:
        conn.set_authorizer(_without_contacts)


def _without_contacts(
    action: int, table: str | None, column: str | None, _database: str | None, _view: str | None
) -> int:
    """SQLite's authorizer: columns of contacts read as null, whoever asks, in whatever format."""
    if action == sqlite3.SQLITE_READ and (table, column) in CONTACTS:
        return sqlite3.SQLITE_IGNORE
    return sqlite3.SQLITE_OK
