"""Many files into one database: find, hash, skip what is unchanged, parse, save.

One transaction a document. A document is known by the SHA-256 of its bytes: one that the store
holds from this version of the parser is not read again, wherever it lies. A document that gives
no words is kept too, with the problem that stopped it, so that nothing goes missing in silence.
The files that were read are kept beside the database, for the site to show values where they stand.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from extract.originals import Originals
from extract.pipeline import DEFAULTS, PARSER_VERSION, Options, parse_bytes
from extract.reading import SUFFIXES
from extract.reading.errors import ReadingError
from extract.resources import data_file
from extract.store import Register, RunCounts, Store
from schemas import Problem
from schemas.vocabulary import DocumentKind, ProblemCode


def read_register() -> Register:
    """Councils by GSS code, for the store. Of two with one code, the one that exists today."""
    with data_file("corpus/councils.csv").open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: row["end_date"] == "")
    return {row["gss_code"]: row for row in rows if row["gss_code"]}


class State(StrEnum):
    """What became of a file in one build."""

    READ = "read"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    FAILED_BEFORE = "failed before"


@dataclass(frozen=True)
class Outcome:
    """One file of a build: what became of it, what it is and holds, and why if it failed."""

    path: Path
    state: State
    kind: DocumentKind | None = None
    pages: int | None = None
    reports: int = 0
    problem: Problem | None = None
    not_kept: str | None = None
    """Why its original could not be kept, though it was read."""


def find_documents(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Files as given, folders to any depth; each file once, in sorted order."""
    found: set[Path] = set()
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES)
            found.update(file for file in inside if file.is_file())
        else:
            found.add(path)
    return tuple(sorted(found))


def build_database(
    documents: Sequence[Path],
    db: Path,
    options: Options = DEFAULTS,
    *,
    originals: Originals | None = None,
) -> Iterator[Outcome]:
    """Bring `db` up to date with the documents, and tell of each as it is done.

    The files that were read, now or in an earlier build, are kept in `originals`, where given.

    A generator: the work is done as the outcomes are taken. Whoever stops taking them stops the
    build between two documents, with all before it saved and its entry in `runs` left open.

    Raises:
        StoreError: where `db` can't be used.
    """
    register = read_register()
    tally: Counter[State] = Counter()
    with Store(db) as store:
        run = store.start_run(parser_version=PARSER_VERSION)
        for path in documents:
            outcome = _one(store, path, options, register, originals)
            tally[outcome.state] += 1
            yield outcome
        unchanged = tally[State.UNCHANGED] + tally[State.FAILED_BEFORE]
        counts = RunCounts(tally[State.READ], unchanged, tally[State.FAILED])
        store.finish_run(run, counts)


def _one(
    store: Store, path: Path, options: Options, register: Register, originals: Originals | None
) -> Outcome:
    try:
        data = path.read_bytes()
    except OSError as error:  # no bytes, so no key to keep it under: told, not stored
        message = f"cannot be opened ({error.strerror}); check the path and its permissions"
        problem = Problem(code=ProblemCode.NOT_FOUND, message=message)
        return Outcome(path, State.FAILED, problem=problem)
    sha256 = hashlib.sha256(data).hexdigest()
    if store.has(sha256, PARSER_VERSION):
        earlier = _failure(store, sha256)
        if earlier:
            return Outcome(path, State.FAILED_BEFORE, problem=earlier)
        not_kept = _keep(originals, sha256, _media_type(store, sha256), data)
        return Outcome(path, State.UNCHANGED, not_kept=not_kept)
    try:
        document = parse_bytes(data, str(path), options)
    except ReadingError as error:
        problem = Problem(code=error.code, message=str(error))
        store.fail(path, sha256, problem, parser_version=PARSER_VERSION)
        return Outcome(path, State.FAILED, problem=problem)
    store.save(document, parser_version=PARSER_VERSION, register=register)
    return Outcome(
        path,
        State.READ,
        kind=document.kind,
        pages=document.source.pages,
        reports=len(document.reports),
        not_kept=_keep(originals, sha256, document.source.media_type, data),
    )


def _keep(originals: Originals | None, sha256: str, media_type: str, data: bytes) -> str | None:
    """Keep a file that was read; why it can't be kept, where it can't."""
    if originals is None:
        return None
    try:
        originals.keep(sha256, media_type, data)
    except OSError as error:
        return f"its original can't be kept in {originals.folder} ({error.strerror})"
    return None


def _media_type(store: Store, sha256: str) -> str:
    """The media type of a document that was read."""
    sql = "SELECT media_type FROM documents WHERE sha256 = ?"
    return str(store.db.execute(sql, [sha256]).fetchone()[0])


def _failure(store: Store, sha256: str) -> Problem | None:
    """The problem that stopped a document in an earlier build; None where it was read."""
    sql = """
        SELECT code, message FROM problems JOIN documents ON sha256 = document_sha256
        WHERE sha256 = ? AND code = status
        """
    row = store.db.execute(sql, [sha256]).fetchone()
    return None if row is None else Problem(code=ProblemCode(row[0]), message=row[1])
