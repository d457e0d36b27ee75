"""Reports as documents have them: those of a new document, and the stored ones beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from extract.store.cells import meeting_of
from extract.store.load import from_record, load_report
from extract.store.rows import Register, council_code
from extract.store.same_report import Wording, titles_agree
from schemas import Document, Meeting, Recommendation, Report, Section
from schemas.vocabulary import DocumentKind, Reader

#: Whose words came from pictures, in whole or in part.
_SCANNED = (Reader.OCR, Reader.MIXED)

#: Readers from the one that shows most of a page to the one that shows least.
_READERS = (
    Reader.NATIVE,
    Reader.DOCX,
    Reader.HTML,
    Reader.TEXT,
    Reader.MIXED,
    Reader.OCR,
)


@dataclass(frozen=True)
class Reading:
    """A report as one document has it.

    `stored` is the key of the report that it is stored as a source of, None if it is new; `shown`
    says that the rows of that report are made of it. Then `wording` has only what is compared.
    """

    sha256: str
    position: int
    kind: DocumentKind
    reader: Reader
    wording: Wording
    stored: int | None = None
    shown: bool = False

    @property
    def rank(self) -> tuple[bool, bool, int, str, int]:
        """Of the sources of a report the one with the lowest rank is shown, whichever was read
        first: words that nobody had to guess, then a document of its own, then the best view of
        a page; else the key decides.
        """
        return (
            self.wording.scanned,
            self.kind != DocumentKind.REPORT,
            _READERS.index(self.reader),
            self.sha256,
            self.position,
        )

    def whole(self, db: Database) -> Report:
        """The report with all that it says."""
        if self.shown and self.stored is not None:
            return load_report(db, self.stored)
        return self.wording.report


def readings_of(document: Document, register: Register | None) -> tuple[Reading, ...]:
    """The reports of a document that is about to be stored."""
    source = document.source
    return tuple(
        Reading(
            sha256=source.sha256,
            position=position,
            kind=document.kind,
            reader=source.reader,
            wording=Wording(
                report, council_code(report.council, register), source.reader in _SCANNED
            ),
        )
        for position, report in enumerate(document.reports)
    )


def sources_of(db: Database, numbers: Collection[int]) -> list[Reading]:
    """All sources of the reports with these keys."""
    return [
        _stored(db, row)
        for number in sorted(numbers)
        for row in db.query(f"{_SOURCES} WHERE report_sources.report_id = ?", [number])
    ]


def candidates(db: Database, reading: Reading) -> Iterator[Reading]:
    """Stored sources of other documents that may be of the same report, by what an index tells.

    None that `is_same` would say yes to is missing.
    """
    wording = reading.wording
    known = {
        "sha256": reading.sha256,
        "council": wording.council,
        "date": wording.date,
        "title": wording.title,
    }
    if not wording.title:
        return
    found = {
        rowid
        for rowid, title in db.execute(f"{_OF_ITS_MEETING} UNION {_OF_ITS_TITLE}", known)
        if titles_agree(wording.title, title)
    }
    for rowid in sorted(found):
        for row in db.query(f"{_SOURCES} WHERE report_sources.rowid = ?", [rowid]):
            if row["document_sha256"] != reading.sha256:
                yield _stored(db, row)


_OF_ITS_MEETING = """
    SELECT rowid, title_key FROM report_sources
    WHERE council_code = :council AND meeting_date = :date"""

_OF_ITS_TITLE = """
    SELECT rowid, title_key FROM report_sources
    WHERE title_key = :title
      AND (council_code = :council OR council_code IS NULL OR :council IS NULL)
      AND (meeting_date = :date OR meeting_date IS NULL OR :date IS NULL)"""

_SOURCES = """
    SELECT report_sources.report_id, report_sources.document_sha256, report_sources.position,
      report_sources.council_code, report_sources.shown, report_sources.record,
      councils.official_name, councils.gss_code, documents.kind, documents.reader,
      reports.title, reports.summary,
      reports.committee, reports.meeting_date, reports.meeting_time, reports.venue
    FROM report_sources
    JOIN documents ON documents.sha256 = report_sources.document_sha256
    LEFT JOIN councils ON councils.code = report_sources.council_code
    LEFT JOIN reports ON reports.id = report_sources.report_id"""


def _stored(db: Database, row: Mapping[str, Any]) -> Reading:
    report = _worded(db, row) if row["shown"] else from_record(row)
    return Reading(
        sha256=row["document_sha256"],
        position=row["position"],
        kind=DocumentKind(row["kind"]),
        reader=Reader(row["reader"]),
        wording=Wording(report, row["council_code"], row["reader"] in _SCANNED),
        stored=row["report_id"],
        shown=bool(row["shown"]),
    )


def _worded(db: Database, row: Mapping[str, Any]) -> Report:
    """Of a report that is shown, what is compared: the rest has many more rows."""
    of_report = [row["report_id"]]
    asked = db.execute(
        "SELECT text FROM recommendations WHERE report_id = ? ORDER BY position", of_report
    )
    sections = db.execute("SELECT heading, text FROM sections WHERE report_id = ?", of_report)
    return Report(
        meeting=Meeting(**meeting_of(row)),
        title=row["title"],
        summary=row["summary"],
        recommendations=tuple(Recommendation(text=text) for (text,) in asked),
        sections=tuple(Section(heading=heading, text=text) for heading, text in sections),
    )
