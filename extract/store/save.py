"""A document into the database, in one transaction: new, changed or as it was."""

from __future__ import annotations

from enum import StrEnum

from sqlite_utils import Database

from extract.store.entities import Named, named_in_database, named_in_rows, refresh
from extract.store.insert import insert
from extract.store.numbering import document_number
from extract.store.outcomes import decide, decided_in
from extract.store.paper_rows import paper_rows
from extract.store.readings import readings_of
from extract.store.rows import Register, Rows, council_code, document_rows, failure_rows
from extract.store.search_index import enter, entries_of, leave
from extract.store.sources import place, reports_with_sources_in
from extract.store.summaries import outdate
from schemas import Document, Problem


class Saved(StrEnum):
    """What saving did."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


def save_document(
    db: Database,
    document: Document,
    parser_version: str,
    register: Register | None,
    *,
    again: bool = False,
) -> Saved:
    """Store a document, unless this parser version has stored the same bytes before.

    With `again` what it has stored is replaced.
    """
    sha256 = document.source.sha256
    with db.atomic():
        before = parser_version_of(db, sha256)
        if before == parser_version and not again:
            return Saved.UNCHANGED
        outdate(db)
        undecided = decided_in(db, sha256)
        named, left = _remove(db, sha256)
        rows = document_rows(document, parser_version, register)
        insert(db, rows)
        placed = place(db, readings_of(document, register), left)
        code = council_code(document.council, register)
        papers = Rows(paper_rows(document, document_number(db, document), code, placed.numbers))
        insert(db, papers)
        enter(db, placed.reports, sha256)
        decide(db, undecided | placed.reports, sha256)
        refresh(db, named | placed.named | named_in_rows(rows) | named_in_rows(papers))
    return Saved.ADDED if before is None else Saved.REPLACED


def save_failure(
    db: Database,
    path: str,
    sha256: str,
    problem: Problem,
    parser_version: str,
    *,
    again: bool = False,
) -> Saved:
    """Store that a document could not be read, unless that is known already and not `again`."""
    with db.atomic():
        before = parser_version_of(db, sha256)
        if before == parser_version and not again:
            return Saved.UNCHANGED
        outdate(db)
        undecided = decided_in(db, sha256)
        named, left = _remove(db, sha256)
        insert(db, failure_rows(path, sha256, problem, parser_version))
        placed = place(db, (), left)
        enter(db, placed.reports, sha256)
        decide(db, undecided | placed.reports, sha256)
        refresh(db, named | placed.named)
    return Saved.ADDED if before is None else Saved.REPLACED


def parser_version_of(db: Database, sha256: str) -> str | None:
    """Version of the parser that read these bytes, or failed to; None if they are new."""
    row = db.execute("SELECT parser_version FROM documents WHERE sha256 = ?", [sha256]).fetchone()
    return None if row is None else str(row[0])


def _remove(db: Database, sha256: str) -> tuple[Named, set[int]]:
    """Delete a document and all that hangs from it, from the index over everything too.

    Gives what it named, for `refresh` to tidy, and the reports that it was a source of, for
    `place` to give to their other sources.
    """
    named = named_in_database(db, sha256)
    left = reports_with_sources_in(db, sha256)
    leave(db, left | entries_of(db, sha256))
    db.execute("DELETE FROM documents WHERE sha256 = ?", [sha256])
    return named, left
