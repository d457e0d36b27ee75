"""The store: one SQLite file that documents are saved into and the site reads."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database

from extract.store.access import FULL_TEXT
from extract.store.load import load_document
from extract.store.migrations import migrations, schema
from extract.store.rows import Register
from extract.store.save import Saved, parser_version_of, save_document, save_failure
from extract.store.search_index import optimize
from extract.store.summaries import are_current, summarise
from schemas import Document, Problem


class StoreError(Exception):
    """The file can't be used as a store; the message says what to do."""


@dataclass(frozen=True)
class RunCounts:
    """How many documents a run read, found unchanged and failed to read."""

    read: int = 0
    unchanged: int = 0
    failed: int = 0


class Store:
    """Documents in SQLite, keyed by the SHA-256 of their bytes.

    A context manager. Opening makes the file if there is none and brings its schema up to date;
    each document is a transaction of its own, so a run that is cut short loses nothing that it
    has saved. Closing leaves one ordinary file, without a write-ahead log, that can be copied or
    opened read-only.

    Raises:
        StoreError: on entering, where the file is no database, or not one of this schema.

    Example:
        >>> with Store(Path("reports.db")) as store:  # doctest: +SKIP
        ...     if not store.has(sha256, parser_version="1"):
        ...         store.save(parse(path), parser_version="1", register=register)
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db: Database | None = None
        self._changed = False

    @property
    def db(self) -> Database:
        """The open database, for reading."""
        if self._db is None:
            raise StoreError(f"{self.path} is not open: use the store in a with statement")
        return self._db

    def __enter__(self) -> Store:
        db: Database | None = None
        try:
            db = Database(self.path)
            db.execute("PRAGMA foreign_keys = ON")
            db.enable_wal()
            db.execute("PRAGMA synchronous = NORMAL")  # safe from corruption with a WAL
            db.execute("PRAGMA cache_size = -64000")  # KB: keys are as good as random
            migrations.apply(db)
        except sqlite3.Error as error:
            if db is not None:
                db.close()
            raise StoreError(
                f"{self.path} can't be used ({error}): name a new file, or one that build made"
            ) from error
        if not _new_schema().items() <= schema(db).items():
            db.close()
            raise StoreError(
                f"{self.path} was made with other tables or vocabularies: "
                "move it away and build a new one"
            )
        self._db = db
        self._changed = not are_current(db)  # a run before may have been cut short
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        db, self._db = self.db, None
        try:
            if self._changed:
                summarise(db)
                _tune(db)
                self._changed = False
            _into_one_file(db)
        finally:
            db.close()

    def has(self, sha256: str, parser_version: str) -> bool:
        """Whether this parser version has read these bytes, or failed to."""
        return parser_version_of(self.db, sha256) == parser_version

    def save(
        self, document: Document, *, parser_version: str, register: Register | None = None
    ) -> Saved:
        """Store a document in one transaction.

        The same bytes read by the same parser version change nothing; by another version, all
        rows of the document are replaced. A report that another document holds too, in the same
        words, is one report with two sources (see `sources`).

        `register` holds rows of `corpus/councils.csv` by GSS code; of its councils only those
        that a report names are stored. Pass the same register each time: a council that is not in
        it gets a key of its own.
        """
        return self._note(save_document(self.db, document, parser_version, register))

    def fail(
        self, source_path: Path | str, sha256: str, problem: Problem, *, parser_version: str
    ) -> Saved:
        """Store that a document could not be read, and why.

        It has its row in `documents`, with the problem's code as its status, and one in
        `problems`. What an older parser version had read of these bytes is replaced: rows are
        always of one version, and the ledger says what the present one makes of the file.
        """
        return self._note(save_failure(self.db, str(source_path), sha256, problem, parser_version))

    def load(self, sha256: str) -> Document | None:
        """The record of these bytes; None if they were never read, or could not be."""
        return load_document(self.db, sha256)

    def start_run(self, *, parser_version: str, at: datetime | None = None) -> int:
        """Enter a run into the ledger; `at` is now unless given. Gives the run's key.

        A row without `finished` is a run that was cut short, or is still going.
        """
        row = {"started": _iso(at), "parser_version": parser_version}
        return int(self.db["runs"].insert(row).last_pk)

    def finish_run(self, run: int, counts: RunCounts, *, at: datetime | None = None) -> None:
        """Close a run's entry with its counts.

        A run that neither read nor failed to read anything leaves no entry: building the same
        folder again leaves the database as it was, to the byte of its dump.
        """
        if counts.read == 0 and counts.failed == 0:
            self.db["runs"].delete(run)
            return
        self.db["runs"].update(
            run,
            {
                "finished": _iso(at),
                "read": counts.read,
                "unchanged": counts.unchanged,
                "failed": counts.failed,
            },
        )

    def _note(self, saved: Saved) -> Saved:
        self._changed = self._changed or saved is not Saved.UNCHANGED
        return saved


def _tune(db: Database) -> None:
    """Merge the full-text indexes, and tell the planner what the tables hold."""
    for table in FULL_TEXT:
        db[table].optimize()
    optimize(db)
    db.execute("PRAGMA analysis_limit = 1000")  # a sample will do, however large the file
    db.analyze()


def _into_one_file(db: Database) -> None:
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


def _iso(moment: datetime | None) -> str:
    return (moment or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")


def _new_schema() -> dict[str, str]:
    with Database(memory=True) as db:
        migrations.apply(db)
        return schema(db)
