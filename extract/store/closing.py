"""What is done last: an index in one piece, no room wasted, one ordinary file. And full disks."""

from __future__ import annotations

import sqlite3
from typing import Final

from sqlite_utils import Database

from extract.store.access import FULL_TEXT
from extract.store.search_index import optimize

WASTED: Final = 0.25
"""The part of a file that may be empty. It is filled by the next build; but a file that is carried
about, or kept, should not be much larger than what it holds."""

# The disk's own faults: no room, or what the system answers where it has none or may not write.
_NO_ROOM: Final = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR})


def tidy(db: Database) -> None:
    """Merge the full-text indexes, tell the planner what the tables hold, give back empty room."""
    for table in FULL_TEXT:
        db[table].optimize()
    optimize(db)
    db.execute("PRAGMA analysis_limit = 1000")  # a sample will do, however large the file
    db.analyze()
    (pages,), (empty,) = (db.execute(f"PRAGMA {count}").fetchone() for count in _COUNTS)
    if empty > WASTED * pages:
        db.vacuum()


_COUNTS: Final = ("page_count", "freelist_count")


def as_one_file(db: Database) -> None:
    """Empty the write-ahead log and leave WAL mode, which needs a folder that can be written."""
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.execute("PRAGMA busy_timeout = 0")
    try:
        db.disable_wal()
    except sqlite3.OperationalError as error:
        # Somebody is reading the file (the site may be running): it stays in WAL mode, which
        # readers share, and the next run to close it alone changes it back.
        if "locked" not in str(error):
            raise


def disk_error(error: BaseException | None) -> bool:
    """Whether the disk is full, or can't be written."""
    if isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", None) is not None:
        return error.sqlite_errorcode & 0xFF in _NO_ROOM
    return False
