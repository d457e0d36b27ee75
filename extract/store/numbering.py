"""Numbers for keys: the first of several candidates that leaves room for all rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import count

from sqlite_utils import Database

from extract.store import keys
from schemas import Document, Report

#: Tables whose rows have integers for keys, counted from that of their report or document.
_BY_REPORT = ("reports", "sections", "recommendations", "implications")
_BY_DOCUMENT = ("agenda_items", "parts")

#: Tables whose keys stand beside each other in `search_entries`, and are different.
_SEARCHED = ("reports", "parts")


def report_number(db: Database, sha256: str, position: int, report: Report) -> int:
    """The key of a report, and of the first of each of its searchable rows."""
    candidates = (keys.report_number(sha256, position, attempt) for attempt in count())
    span = max(1, *(len(getattr(report, table)) for table in _BY_REPORT[1:]))
    return _first_free(db, candidates, {*_BY_REPORT, *_SEARCHED}, span)


def document_number(db: Database, document: Document) -> int:
    """The key of the document's first agenda item, and of its first part."""
    candidates = (keys.document_number(document.source.sha256, attempt) for attempt in count())
    span = max(1, *(len(getattr(document, table)) for table in _BY_DOCUMENT))
    return _first_free(db, candidates, {*_BY_DOCUMENT, *_SEARCHED}, span)


def _first_free(db: Database, candidates: Iterator[int], tables: Collection[str], span: int) -> int:
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
