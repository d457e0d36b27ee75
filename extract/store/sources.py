"""Which report each document's reports are: copies of one report are one row with many sources.

Sources of one report are those that `is_same` leads from one to the next among all that are
stored. So the report that a source belongs to, and the source that it is shown from, are told by
the documents in the database alone, and not by the order in which they were read. Whenever a
document comes or goes, the sources that it touches are sorted out anew.

The rows of a report are made from its shown source. Of each other source the record is kept, so
that its document can be given back, and so that it can take over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from extract.store.cells import Row, pages_row
from extract.store.entities import Named, named_in_report, named_in_rows
from extract.store.insert import insert
from extract.store.load import as_record
from extract.store.numbering import report_number
from extract.store.readings import Reading, candidates, sources_of
from extract.store.report_rows import report_rows
from extract.store.rows import Rows
from extract.store.same_report import is_same
from extract.store.search_index import leave


@dataclass(frozen=True)
class Placed:
    """Where readings went.

    `numbers` are the keys of the reports that the new readings are now sources of, in their order;
    `reports` those of all reports that came or may have changed; `named` is what rows that were
    made or deleted name.
    """

    numbers: list[int]
    reports: set[int]
    named: Named


def reports_with_sources_in(db: Database, sha256: str) -> set[int]:
    """Keys of the reports that a document is a source of."""
    query = "SELECT report_id FROM report_sources WHERE document_sha256 = ?"
    return {number for (number,) in db.execute(query, [sha256])}


def place(db: Database, new: Sequence[Reading], left: Collection[int]) -> Placed:
    """Store new readings, and find a place for the sources of the reports that lost one.

    Reports that may change leave the index over everything; who calls enters them again.
    """
    touched = set(left)
    for reading in new:
        touched.update(
            candidate.stored
            for candidate in candidates(db, reading)
            if candidate.stored is not None and is_same(reading.wording, candidate.wording)
        )
    leave(db, touched)
    numbers: dict[int, int] = {}
    reports: set[int] = set()
    tables: dict[str, list[Row]] = {"reports": [], "report_sources": []}
    gone = Named()
    for group in _groups((*new, *sources_of(db, touched))):
        number, made, named = _settle(db, group)
        gone |= named
        reports.add(number)
        for table, rows in made.items():
            tables.setdefault(table, []).extend(rows)
        numbers.update((x.position, number) for x in group if x.stored is None)
    insert(db, Rows(tables))
    placed = [numbers[reading.position] for reading in new]
    return Placed(placed, reports, gone | named_in_rows(Rows(tables)))


def _groups(readings: Iterable[Reading]) -> list[list[Reading]]:
    """The readings of each report. A document is not searched for copies within itself."""
    groups: list[list[Reading]] = []
    for reading in readings:
        joined, apart = [reading], []
        for group in groups:
            if any(_copies(reading, other) for other in group):
                joined += group
            else:
                apart.append(group)
        groups = [*apart, joined]
    return groups


def _copies(one: Reading, other: Reading) -> bool:
    return one.sha256 != other.sha256 and is_same(one.wording, other.wording)


def _settle(db: Database, group: Sequence[Reading]) -> tuple[int, dict[str, list[Row]], Named]:
    """Make one report of a group of sources.

    Gives its key, the rows that are to be made, and what rows that are deleted name.
    """
    shown, *others = sorted(group, key=lambda reading: reading.rank)
    gone = Named()
    records: list[str | None] = [None]
    for other in others:
        fresh = other.shown or other.stored is None
        records.append(as_record(other.whole(db)) if fresh else None)
        if other.shown and other.stored is not None:
            gone |= named_in_report(db, other.stored)
            db.execute("DELETE FROM reports WHERE id = ?", [other.stored])
    if shown.shown and shown.stored is not None:
        number, made = shown.stored, {}
    else:
        report = shown.whole(db)
        number = report_number(db, shown.sha256, shown.position, report)
        code = shown.wording.council
        made = report_rows(report, number, shown.sha256, shown.position, code)
    made["report_sources"] = []
    for source, record in zip((shown, *others), records, strict=True):
        if source.stored is None:
            made["report_sources"].append(_source_row(source, number, record))
        elif (source.stored, source.shown) != (number, source is shown):
            _point(db, source, number, record, shown=source is shown)
    return number, made, gone


def _source_row(reading: Reading, number: int, record: str | None) -> Row:
    report = reading.wording.report
    return {
        "report_id": number,
        "document_sha256": reading.sha256,
        "position": reading.position,
        "shown": int(record is None),
        **pages_row(report.pages),
        "agenda_item": report.agenda_item,
        "council_code": reading.wording.council,
        "meeting_date": reading.wording.date,
        "title_key": reading.wording.title,
        "record": record,
    }


def _point(db: Database, reading: Reading, number: int, record: str | None, *, shown: bool) -> None:
    """Make a stored source, and the parts of its document that are of it, ones of this report."""
    here = {"sha256": reading.sha256, "position": reading.position, "number": number}
    db.execute(_POINT_SOURCE, {**here, "shown": int(shown), "record": record})
    db.execute(_POINT_PARTS, here)


# A source that was not shown before and is not now keeps its record.
_POINT_SOURCE = """
UPDATE report_sources
SET report_id = :number, shown = :shown,
  record = CASE WHEN :shown THEN NULL ELSE coalesce(:record, record) END
WHERE document_sha256 = :sha256 AND position = :position"""

_POINT_PARTS = """
UPDATE parts SET report_id = :number
WHERE document_sha256 = :sha256 AND report_position = :position"""
