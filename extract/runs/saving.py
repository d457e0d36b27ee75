"""What a build enters into the store: documents, failures, and the files that they are in.

A document and its file are one transaction, so that a build that is cut short anywhere leaves both
or neither.
"""

from __future__ import annotations

import csv
import errno
import hashlib
from dataclasses import replace
from typing import Final

from extract.addresses import opened, status_of
from extract.digests import digest_of, unreadable
from extract.options import PARSER_VERSION
from extract.originals import Originals
from extract.resources import data_file
from extract.runs.choice import Chosen, Step, settle
from extract.runs.find import Found, shown
from extract.runs.outcome import Outcome, State
from extract.runs.tasks import Result
from extract.store import DiskError, Register, RunCounts, Store
from extract.store.files import Seen, Stored
from schemas import Document, Problem
from schemas.vocabulary import ProblemCode

_AT_ONCE: Final = 500
"""Files that are entered in one transaction, where no document comes with them."""

_CANNOT_BE_OPENED: Final = (ProblemCode.NOT_FOUND, ProblemCode.UNREADABLE)
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def read_register() -> Register:
    """Councils by GSS code, for the store. Of two with one code, the one that exists today."""
    with data_file("corpus/councils.csv").open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: row["end_date"] == "")
    return {row["gss_code"]: row for row in rows if row["gss_code"]}


class Saving:
    """One run's entries. `run` is its key."""

    def __init__(self, store: Store, originals: Originals | None) -> None:
        self._store = store
        self._originals = originals
        self._register = read_register()
        self._notes: list[Seen] = []
        self.run = store.start_run(parser_version=PARSER_VERSION)

    def without_reading(self, chosen: Chosen) -> Outcome:
        """Enter a file that need not be read, or can't be."""
        path, file, stored = chosen.task.path, chosen.file, chosen.stored
        if chosen.step is Step.LEFT_OUT:
            return Outcome(path, State.LEFT_OUT)
        if not chosen.noted:
            self._note(file)
        if stored is None:
            return Outcome(path, State.FAILED, problem=chosen.problem)
        if chosen.step is Step.RENAME:
            self._store.rename(stored.sha256, file.path)
        return self._known(path, file, stored)

    def save(self, result: Result) -> Outcome:
        """Enter a file that was read, or could not be."""
        task, problem = result.task, result.problem
        if problem is not None and result.sha256 is None:
            result = _identified(result)
            problem = result.problem
        if result.sha256 is None:
            assert problem is not None
            self._note(Seen(task.name, problem=problem.code))
            return Outcome(task.path, State.FAILED, problem=problem)
        file = Seen(task.name, result.size, result.mtime_ns, result.sha256)
        stored = self._store.files.stored([result.sha256]).get(result.sha256)
        step = settle(stored, task)
        if stored is not None and step is not Step.READ:  # a copy of one that came back before it
            if step is Step.RENAME:
                self._store.rename(stored.sha256, task.name)
            self._note(file)
            return self._known(task.path, file, stored)
        if problem is not None:
            return self._save_failure(result, file, problem)
        return self._save_record(result, file)

    def finish(self, found: Found, counts: RunCounts) -> None:
        """Enter what is left, and close the run's entry."""
        self._enter_notes()
        if self._store.finish_run(self.run, counts):
            for start in range(0, len(found.paths), _AT_ONCE):
                paths = [shown(path) for path in found.paths[start : start + _AT_ONCE]]
                with self._store.db.atomic():
                    self._store.files.see_again(paths, self.run)

    def _save_failure(self, result: Result, file: Seen, problem: Problem) -> Outcome:
        assert file.sha256 is not None
        with self._store.db.atomic():
            self._store.fail(
                file.path, file.sha256, problem, parser_version=PARSER_VERSION, again=True
            )
            self._store.files.note([file], self.run)
        return Outcome(
            result.task.path,
            State.FAILED,
            file.sha256,
            problem=problem,
            seconds=result.seconds,
        )

    def _save_record(self, result: Result, file: Seen) -> Outcome:
        assert result.record is not None
        document = Document.model_validate_json(result.record)
        source = document.source
        not_kept = self._keep(source.sha256, source.media_type, result.task.path, result.size)
        with self._store.db.atomic():
            self._store.save(
                document, parser_version=PARSER_VERSION, register=self._register, again=True
            )
            self._store.files.note([file], self.run)
        return Outcome(
            result.task.path,
            State.READ,
            source.sha256,
            kind=document.kind,
            pages=source.pages,
            reports=len(document.reports),
            not_kept=not_kept,
            seconds=result.seconds,
        )

    def _known(self, path: str, file: Seen, stored: Stored) -> Outcome:
        """A file whose document is here already, read or failed."""
        if stored.problem is not None:
            return Outcome(path, State.FAILED_BEFORE, stored.sha256, problem=stored.problem)
        not_kept = self._keep(stored.sha256, stored.media_type or "", path, file.size)
        return Outcome(path, State.UNCHANGED, stored.sha256, not_kept=not_kept)

    def _keep(self, sha256: str, media_type: str, path: str, size: int | None) -> str | None:
        """Keep a file that was read; why it can't be kept, where it can't."""
        originals = self._originals
        if originals is None:
            return None
        folder = originals.folder
        try:
            there = originals.find(sha256, media_type)
            if there is not None and there.stat().st_size == size:
                return None
            with opened(path) as (file, _):
                data = file.read()
            if hashlib.sha256(data).hexdigest() != sha256:
                return f"its original can't be kept in {folder} (it has changed since it was read)"
            originals.keep(sha256, media_type, data)
        except OSError as error:
            if error.errno in _FULL:
                raise DiskError(
                    f"{folder} can't be written ({error.strerror}). What was saved is there: make"
                    " room, and build again to go on."
                ) from error
            return f"its original can't be kept in {folder} ({error.strerror})"
        return None

    def _note(self, file: Seen) -> None:
        self._notes.append(file)
        if len(self._notes) >= _AT_ONCE:
            self._enter_notes()

    def _enter_notes(self) -> None:
        with self._store.db.atomic():
            self._store.files.note(self._notes, self.run)
        self._notes.clear()


def _identified(result: Result) -> Result:
    """The result of a document whose worker did not live to say what its file is."""
    if result.problem is not None and result.problem.code in _CANNOT_BE_OPENED:
        return result
    path = result.task.path
    try:
        status = status_of(path)
        return replace(result, sha256=digest_of(path), size=status.size, mtime_ns=status.mtime_ns)
    except OSError as error:
        return replace(result, problem=unreadable(error))
