"""A stored document back as the record: the inverse of `rows`, for export and for proof."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from sqlite_utils import Database

from extract.store.cells import evidence_of, meeting_of, pages_of, paragraphs_of, secrecy_of
from extract.store.load_papers import load_papers
from extract.store.tables import READ
from schemas import (
    Appendix,
    BackgroundPaper,
    Council,
    Delegation,
    Document,
    Enactment,
    Implication,
    Meeting,
    Model,
    Person,
    Problem,
    Recommendation,
    Report,
    Section,
    SignOff,
    Source,
    Sum,
)

AnyModel = TypeVar("AnyModel", bound=Model)


def load_document(db: Database, sha256: str) -> Document | None:
    """The record of these bytes; None if they were never read, or could not be."""
    query = """
        SELECT documents.*, councils.official_name, councils.gss_code
        FROM documents LEFT JOIN councils ON councils.code = documents.council_code
        WHERE sha256 = ? AND status = ?"""
    for row in db.query(query, [sha256, READ]):
        return Document(
            source=Source(
                path=row["path"],
                url=row["url"],
                sha256=sha256,
                media_type=row["media_type"],
                pages=row["pages"],
                reader=row["reader"],
            ),
            kind=row["kind"],
            council=_council(row),
            **load_papers(db, row),
            reports=tuple(report for _, report in sorted(_reports(db, sha256), key=_position)),
            problems=tuple(
                Problem(code=x["code"], message=x["message"], page=x["page"])
                for x in db["problems"].rows_where(
                    "document_sha256 = ?", [sha256], order_by="position"
                )
            ),
        )
    return None


def load_report(db: Database, number: int) -> Report:
    """The report with this key, from the rows of its shown source."""
    (row,) = db.query(f"{_SHOWN} WHERE reports.id = ?", [number])
    return _report(db, row)


def as_record(report: Report) -> str:
    """A report as JSON, but for its council, which is a column; see `from_record`."""
    return report.model_dump_json(exclude={"council"}, exclude_defaults=True)


def from_record(row: Mapping[str, Any]) -> Report:
    """The report of a source that is not shown, from its row and that of its council."""
    return Report.model_validate_json(row["record"]).model_copy(update={"council": _council(row)})


_SHOWN = """
    SELECT reports.*, councils.official_name, councils.gss_code
    FROM reports LEFT JOIN councils ON councils.code = reports.council_code"""

_NOT_SHOWN = """
    SELECT report_sources.position, record, councils.official_name, councils.gss_code
    FROM report_sources LEFT JOIN councils ON councils.code = report_sources.council_code
    WHERE document_sha256 = ? AND record IS NOT NULL"""


def _reports(db: Database, sha256: str) -> Iterator[tuple[int, Report]]:
    """The reports of a document with their positions in it."""
    for row in db.query(f"{_SHOWN} WHERE document_sha256 = ?", [sha256]):
        yield row["position"], _report(db, row)
    for row in db.query(_NOT_SHOWN, [sha256]):
        yield row["position"], from_record(row)


def _position(placed: tuple[int, Report]) -> int:
    return placed[0]


def _report(db: Database, row: dict[str, Any]) -> Report:
    number = row["id"]
    return Report(
        pages=pages_of(row),
        council=_council(row),
        meeting=Meeting(**meeting_of(row)),
        title=row["title"],
        reference=row["reference"],
        agenda_item=row["agenda_item"],
        report_date=row["report_date"],
        confidentiality=secrecy_of(row),
        key_decision=None if row["key_decision"] is None else bool(row["key_decision"]),
        wards=tuple(x["ward"] for x in _rows(db, "report_wards", number)),
        summary=row["summary"],
        people=tuple(_plain(Person, x) for x in _rows(db, "contributions", number)),
        recommendations=tuple(_recommendations(db, number)),
        reasons=row["reasons"],
        alternatives=row["alternatives"],
        implications=tuple(_plain(Implication, x) for x in _rows(db, "implications", number)),
        appendices=tuple(
            Appendix(label=x["label"], title=x["title"], paragraphs=paragraphs_of(x))
            for x in _rows(db, "appendices", number)
        ),
        background_papers=tuple(
            BackgroundPaper(title=x["title"], paragraphs=paragraphs_of(x))
            for x in _rows(db, "background_papers", number)
        ),
        sign_offs=tuple(_plain(SignOff, x) for x in _rows(db, "sign_offs", number)),
        sums=tuple(_plain(Sum, x) for x in _rows(db, "sums", number)),
        legislation=tuple(_plain(Enactment, x) for x in _rows(db, "legislation", number)),
        sections=tuple(
            _plain(Section, {**x, "pages": pages_of(x)}) for x in _rows(db, "sections", number)
        ),
        evidence=tuple(evidence_of(x) for x in _rows(db, "evidence", number)),
    )


def _council(row: Mapping[str, Any]) -> Council:
    return Council(name=row["official_name"], gss_code=row["gss_code"])


def _rows(db: Database, table: str, report_id: int) -> Iterator[dict[str, Any]]:
    rows: Iterator[dict[str, Any]] = db[table].rows_where(
        "report_id = ?", [report_id], order_by="position"
    )
    return rows


def _plain(model: type[AnyModel], row: dict[str, Any]) -> AnyModel:
    """A model whose fields are the row's columns."""
    return model(**{name: row[name] for name in model.model_fields})


def _recommendations(db: Database, report_id: int) -> Iterator[Recommendation]:
    offices: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _rows(db, "delegations", report_id):
        offices[row["recommendation_id"]][row["part"]].append(row["office"])
    for row in _rows(db, "recommendations", report_id):
        parts = offices.get(row["id"])
        yield _plain(Recommendation, {**row, "delegation": parts and Delegation(**parts)})
