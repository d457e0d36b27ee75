"""A database whose build was cut short (kill -9, a power cut), made one ordinary file again."""

from __future__ import annotations

from pathlib import Path

from extract.runs.writer import OneWriter
from extract.store import Store


def cut_short(db: Path) -> bool:
    """Whether what was written last lies in a log beside the file: a build is writing, or was ended
    before it could bring it in.
    """
    log = Path(f"{db}-wal")
    return log.is_file() and log.stat().st_size > 0


def make_whole(db: Path) -> None:
    """Bring in the log, and the counts up to date; what the build had not read stays unread.

    Raises BeingWrittenError where a build is writing, and StoreError or DiskError.
    """
    with OneWriter(db), Store(db):
        pass  # closing it does all that
