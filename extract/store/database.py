"""The store: one SQLite file that documents are saved into and the site reads."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database

from extract.store.closing import as_one_file, disk_error, tidy
from extract.store.files import Files, put_codes
from extract.store.load import load_document
from extract.store.migrations import migrations, schema
from extract.store.rows import Register
from extract.store.save import Saved, parser_version_of, save_document, save_failure
from extract.store.summaries import are_current, summarise
from schemas import Document, Problem


class StoreError(Exception):
    """The file can't be used as a store; the message says what to do."""


class DiskError(StoreError):
    """The disk has no room left, or can't be written. What was saved is sound."""


@dataclass(frozen=True)
class RunCounts:
    """How many documents a run read, found unchanged and failed to read.

    `found` files were looked at, or were to be; `not_taken` lay beside them, of other kinds.
    """

    found: int = 0
    not_taken: int = 0
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
            put_codes(db)
        except sqlite3.Error as error:
            if db is not None:
                db.close()
            if disk_error(error):
                raise self._disk_error(error) from error
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
            if disk_error(error):
                raise self._disk_error(error) from error
            # Whoever breaks off gets the counts of what is there, but does not wait for the rest.
            broken_off = isinstance(error, KeyboardInterrupt | GeneratorExit)
            if self._changed and (error is None or broken_off):
                summarise(db)
            if self._changed and error is None:
                tidy(db)
            as_one_file(db)
        except sqlite3.OperationalError as fault:
            if disk_error(fault):
                raise self._disk_error(fault) from fault
            raise
        finally:
            self._changed = False
            db.close()

    def _disk_error(self, error: BaseException | None) -> DiskError:
        return DiskError(
            f"{self.path} can't be written ({error}). What was saved is there: make room, and"
            " build again to go on."
        )

    @property
    def files(self) -> Files:
        """What is known of the files that documents were read from."""
        return Files(self.db)

    def has(self, sha256: str, parser_version: str) -> bool:
        """Whether this parser version has read these bytes, or failed to."""
        return parser_version_of(self.db, sha256) == parser_version

    def save(
        self,
        document: Document,
        *,
        parser_version: str,
        register: Register | None = None,
        again: bool = False,
    ) -> Saved:
        """Store a document in one transaction.

        The same bytes read by the same parser version change nothing, unless `again`; by another
        version, all rows of the document are replaced. A report that another document holds too,
        in the same words, is one report with two sources (see `sources`).

        `register` holds rows of `corpus/councils.csv` by GSS code; of its councils only those
        that a report names are stored. Pass the same register each time: a council that is not in
        it gets a key of its own.
        """
        saved = save_document(self.db, document, parser_version, register, again=again)
        return self._note(saved)

    def fail(
        self,
        source_path: Path | str,
        sha256: str,
        problem: Problem,
        *,
        parser_version: str,
        again: bool = False,
    ) -> Saved:
        """Store that a document could not be read, and why.

        It has its row in `documents`, with the problem's code as its status, and one in
        `problems`. What an older parser version had read of these bytes is replaced: rows are
        always of one version, and the ledger says what the present one makes of the file.
        """
        path = str(source_path)
        saved = save_failure(self.db, path, sha256, problem, parser_version, again=again)
        return self._note(saved)

    def rename(self, sha256: str, path: str) -> None:
        """Keep a document under another path."""
        with self.db.atomic():
            self.db.execute("UPDATE documents SET path = ? WHERE sha256 = ?", [path, sha256])

    def load(self, sha256: str) -> Document | None:
        """The record of these bytes; None if they were never read, or could not be."""
        return load_document(self.db, sha256)

    def start_run(self, *, parser_version: str, at: datetime | None = None) -> int:
        """Enter a run into the ledger; `at` is now unless given. Gives the run's key.

        A row without `finished` is a run that was cut short, or is still going.
        """
        row = {"started": _iso(at), "parser_version": parser_version}
        return int(self.db["runs"].insert(row).last_pk)

    def stop_run(self, run: int, counts: RunCounts) -> None:
        """Say how far a run came that is cut short."""
        self.db["runs"].update(run, asdict(counts))

    def finish_run(self, run: int, counts: RunCounts, *, at: datetime | None = None) -> bool:
        """Close a run's entry with its counts; gives whether it has one.

        A run that neither read nor failed to read anything, and to which no file was new, leaves
        no entry: building the same folder again leaves the database as it was, to the byte of its
        dump.
        """
        seen = self.db.execute("SELECT 1 FROM files WHERE run_id = ? LIMIT 1", [run]).fetchone()
        if counts.read == 0 and counts.failed == 0 and seen is None:
            self.db["runs"].delete(run)
            return False
        self.db["runs"].update(run, {"finished": _iso(at), **asdict(counts)})
        return True

    def _note(self, saved: Saved) -> Saved:
        self._changed = self._changed or saved is not Saved.UNCHANGED
        return saved


def _iso(moment: datetime | None) -> str:
    return (moment or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")


def _new_schema() -> dict[str, str]:
    with Database(memory=True) as db:
        migrations.apply(db)
        return schema(db)
