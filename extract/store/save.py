"""A document into the database, in one transaction: new, changed or as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import count

from sqlite_utils import Database

from extract.store import keys
from extract.store.entities import Named, named_in_database, named_in_rows, refresh
from extract.store.rows import Register, Rows, document_rows, failure_rows
from schemas import Document, Problem, Report

#: Tables whose rows have integers for keys, counted from that of their report or document.
_NUMBERED_BY_REPORT = ("reports", "sections", "recommendations", "implications")
_NUMBERED_BY_DOCUMENT = ("agenda_items", "parts")


class Saved(StrEnum):
    """What saving did."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


def save_document(
    db: Database, document: Document, parser_version: str, register: Register | None
) -> Saved:
    """Store a document, unless this parser version has stored the same bytes before."""
    sha256 = document.source.sha256
    with db.atomic():
        before = parser_version_of(db, sha256)
        if before == parser_version:
            return Saved.UNCHANGED
        named = _remove(db, sha256)
        report_numbers = [
            _report_number(db, sha256, position, report)
            for position, report in enumerate(document.reports)
        ]
        number = _document_number(db, document)
        rows = document_rows(document, parser_version, register, number, report_numbers)
        _insert(db, rows)
        refresh(db, named | named_in_rows(rows))
    return Saved.ADDED if before is None else Saved.REPLACED


def save_failure(
    db: Database, path: str, sha256: str, problem: Problem, parser_version: str
) -> Saved:
    """Store that a document could not be read, unless that is known already."""
    with db.atomic():
        before = parser_version_of(db, sha256)
        if before == parser_version:
            return Saved.UNCHANGED
        named = _remove(db, sha256)
        _insert(db, failure_rows(path, sha256, problem, parser_version))
        refresh(db, named)
    return Saved.ADDED if before is None else Saved.REPLACED


def parser_version_of(db: Database, sha256: str) -> str | None:
    """Version of the parser that read these bytes, or failed to; None if they are new."""
    row = db.execute("SELECT parser_version FROM documents WHERE sha256 = ?", [sha256]).fetchone()
    return None if row is None else str(row[0])


def _remove(db: Database, sha256: str) -> Named:
    """Delete a document and all that hangs from it; what it named is for `refresh` to tidy."""
    named = named_in_database(db, sha256)
    db.execute("DELETE FROM documents WHERE sha256 = ?", [sha256])
    return named


def _insert(db: Database, rows: Rows) -> None:
    for table, table_rows in rows.tables.items():
        if table == "councils":
            db[table].upsert_all(table_rows, pk="code")
        else:
            db[table].insert_all(table_rows)


def _report_number(db: Database, sha256: str, position: int, report: Report) -> int:
    """The report's key: the first of its candidates that leaves room for its rows too."""
    candidates = (keys.report_number(sha256, position, attempt) for attempt in count())
    span = max(1, *(len(getattr(report, table)) for table in _NUMBERED_BY_REPORT[1:]))
    return _first_free(db, candidates, _NUMBERED_BY_REPORT, span)


def _document_number(db: Database, document: Document) -> int:
    """The key of the document's first agenda item and part, found in the same way."""
    candidates = (keys.document_number(document.source.sha256, attempt) for attempt in count())
    span = max(1, *(len(getattr(document, table)) for table in _NUMBERED_BY_DOCUMENT))
    return _first_free(db, candidates, _NUMBERED_BY_DOCUMENT, span)


def _first_free(db: Database, candidates: Iterator[int], tables: Sequence[str], span: int) -> int:
    """The first candidate from which on `span` keys are free in all of the tables."""
    return next(
        first
        for first in candidates
        if not any(
            db.execute(
                f"SELECT 1 FROM {table} WHERE id BETWEEN ? AND ?", [first, first + span - 1]
            ).fetchone()
            for table in tables
        )
    )
