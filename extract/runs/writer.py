"""One build at a time writes to a database: a lock beside it, which goes with its process."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout


class BeingWrittenError(Exception):
    """Another process is writing to the database; the message says which, and since when."""


class OneWriter:
    """Held while a database is written to: `reports.db.lock`, which the system lets go of by
    itself when the process ends, however it ends. A context manager.

    Raises:
        BeingWrittenError: on entering, where somebody else holds it.
    """

    def __init__(self, db: Path) -> None:
        self._db = db
        self._file = Path(f"{db.resolve()}.lock")
        self._lock = FileLock(self._file, blocking=False)

    def __enter__(self) -> OneWriter:
        try:
            self._lock.acquire()
        except Timeout as timeout:
            raise BeingWrittenError(
                f"{self._db} is being written by another build{self._who()}."
                " Wait for it, or stop it."
            ) from timeout
        since = datetime.now(UTC).isoformat(timespec="seconds")
        self._file.write_text(json.dumps({"process": os.getpid(), "since": since}))
        return self

    def __exit__(self, *_: object) -> None:
        self._file.unlink(missing_ok=True)  # still ours: who waits for it finds it gone
        self._lock.release()

    def _who(self) -> str:
        """Which process holds it; "" where it has just begun and not yet said so."""
        try:
            told = json.loads(self._file.read_text())
        except (OSError, ValueError):
            return ""
        return f" (process {told['process']}, since {told['since']})"
