"""Files as builds have seen them: path, size, time and digest, so that what is as it was is known.

A file whose size and time of change are those of its row is the document of that row, and costs
no more than to ask for them. All questions and answers are for many files at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from extract.problems import ADVICE
from schemas import Problem
from schemas.vocabulary import ProblemCode


@dataclass(frozen=True)
class Seen:
    """A file: its path as text, its size in bytes, and when it was last changed.

    It is the document `sha256`; or could not be opened, and `problem` says why.
    """

    path: str
    size: int | None = None
    mtime_ns: int | None = None
    sha256: str | None = None
    problem: ProblemCode | None = None


@dataclass(frozen=True)
class Stored:
    """A document that the store holds: read, or not, and then for which problem."""

    sha256: str
    path: str | None
    parser_version: str
    media_type: str | None
    problem: Problem | None


class Files:
    """The table `files` of an open store. It is written to in the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def seen(self, paths: Sequence[str]) -> Mapping[str, Seen]:
        """The rows of these paths, by path; those that are not known are missing."""
        rows = self._db.query(_SEEN, [json.dumps(paths)])
        return {
            row["path"]: Seen(
                row["path"],
                row["size"],
                row["mtime_ns"],
                row["document_sha256"],
                ProblemCode(row["problem"]) if row["problem"] else None,
            )
            for row in rows
        }

    def stored(self, digests: Iterable[str]) -> Mapping[str, Stored]:
        """The documents with these digests, by digest; those that are not stored are missing."""
        rows = self._db.query(_STORED, [json.dumps(sorted(digests))])
        return {row["sha256"]: _stored(row) for row in rows}

    def may_be_known(self, size: int) -> bool:
        """Whether a document of so many bytes is here: else a new file is a new document."""
        return self._db.execute(_OF_SIZE, [size]).fetchone() is not None

    def complete(self) -> bool:
        """Whether every document has a row: not in a database that an older program made."""
        return self._db.execute(_WITHOUT_A_FILE).fetchone() is None

    def note(self, files: Iterable[Seen], run: int) -> None:
        """Enter files as they are now, for a run that has seen them."""
        self._db.conn.executemany(
            _NOTE,
            [
                (file.path, file.size, file.mtime_ns, file.sha256, file.problem, run)
                for file in files
            ],
        )

    def see_again(self, paths: Sequence[str], run: int) -> None:
        """Say of files that are as they were that a run has seen them."""
        self._db.execute(_SEE_AGAIN, [run, json.dumps(paths)])


def put_codes(db: Database) -> None:
    """Bring the table of codes in line with this program."""
    codes = sorted((code.value, told.cause, told.remedy) for code, told in ADVICE.items())
    if (
        db.execute("SELECT code, cause, remedy FROM problem_codes ORDER BY code").fetchall()
        != codes
    ):
        with db.atomic():
            db.execute("DELETE FROM problem_codes")
            db.conn.executemany("INSERT INTO problem_codes VALUES (?, ?, ?)", codes)


def _stored(row: Mapping[str, Any]) -> Stored:
    problem = Problem(code=row["status"], message=row["message"]) if row["message"] else None
    return Stored(row["sha256"], row["path"], row["parser_version"], row["media_type"], problem)


_SEEN = """
SELECT path, size, mtime_ns, document_sha256, problem
FROM files WHERE path IN (SELECT value FROM json_each(?))"""

_STORED = """
SELECT sha256, path, parser_version, media_type, status, (
  SELECT message FROM problems WHERE document_sha256 = sha256 AND code = status LIMIT 1) AS message
FROM documents WHERE sha256 IN (SELECT value FROM json_each(?))"""

_OF_SIZE = "SELECT 1 FROM files WHERE size = ? AND document_sha256 IS NOT NULL LIMIT 1"

_WITHOUT_A_FILE = """
SELECT 1 FROM documents
WHERE NOT EXISTS (SELECT 1 FROM files WHERE document_sha256 = documents.sha256) LIMIT 1"""

_NOTE = """
INSERT INTO files (path, size, mtime_ns, document_sha256, problem, run_id)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (path) DO UPDATE SET size = excluded.size, mtime_ns = excluded.mtime_ns,
  document_sha256 = excluded.document_sha256, problem = excluded.problem,
  run_id = excluded.run_id"""

_SEE_AGAIN = "UPDATE files SET run_id = ? WHERE path IN (SELECT value FROM json_each(?))"
