"""A document as rows of the tables: a pure function of the record and the register."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.store import keys
from extract.store.tables import READ
from schemas import Council, Document, Evidence, Problem, Report

#: One row: column name to value.
Row = dict[str, str | int | float | None]

#: The register by GSS code: rows of `corpus/councils.csv` by column name; "" for what is empty.
Register = Mapping[str, Mapping[str, str | None]]

#: Columns of `councils`, which are those of the register.
COUNCIL_COLUMNS = (
    "code",
    "official_name",
    "nice_name",
    "gss_code",
    "type",
    "nation",
    "region",
    "start_date",
    "end_date",
    "replaced_by",
    "alt_names",
    "system",
    "base_url",
)

_POINTER = re.compile(r"/(?P<table>recommendations|implications)/(?P<at>\d{1,6})(?!\d)")


@dataclass(frozen=True)
class Rows:
    """Rows of one document by table, in an order that foreign keys allow."""

    tables: Mapping[str, Sequence[Row]] = field(default_factory=dict)

    def column(self, table: str, name: str) -> set[str]:
        """The text values that a column takes in these rows."""
        return {str(row[name]) for row in self.tables.get(table, ()) if row[name] is not None}


def document_rows(
    document: Document,
    parser_version: str,
    register: Register | None,
    numbers: Sequence[int],
) -> Rows:
    """Rows of a document that was read; `numbers` are the keys of its reports."""
    source = document.source
    tables: dict[str, list[Row]] = {
        "councils": [],
        "documents": [
            {
                "sha256": source.sha256,
                "path": source.path,
                "url": source.url,
                "status": READ,
                "kind": document.kind,
                "media_type": source.media_type,
                "pages": source.pages,
                "reader": source.reader,
                "parser_version": parser_version,
            }
        ],
        "problems": _problems(source.sha256, document.problems),
    }
    councils: dict[str, Row] = {}
    for position, (number, report) in enumerate(zip(numbers, document.reports, strict=True)):
        council = council_row(report.council, register)
        code = None if council is None else str(council["code"])
        if council is not None and code is not None:
            councils[code] = council
        for table, rows in _report(report, number, source.sha256, position, code).items():
            tables.setdefault(table, []).extend(rows)
    tables["councils"] = list(councils.values())
    return Rows(tables)


def failure_rows(path: str, sha256: str, problem: Problem, parser_version: str) -> Rows:
    """Rows of a document that could not be read: its place in the ledger, and why."""
    document: Row = {
        "sha256": sha256,
        "path": path,
        "status": problem.code,
        "parser_version": parser_version,
    }
    return Rows({"documents": [document], "problems": _problems(sha256, [problem])})


def council_row(council: Council, register: Register | None) -> Row | None:
    """The council's row of the register; else one made of what the record says of it.

    A council outside the register has its GSS code as its key, or its folded name: never one of
    the register's short codes. None where the record names no council.
    """
    known = (register or {}).get(council.gss_code or "")
    if known is not None:
        return {column: known.get(column) or None for column in COUNCIL_COLUMNS}
    if council.name is None and council.gss_code is None:
        return None
    return {
        **dict.fromkeys(COUNCIL_COLUMNS),
        "code": council.gss_code or keys.slug(council.name or ""),
        "official_name": council.name or council.gss_code,
        "gss_code": council.gss_code,
    }


def _report(
    report: Report, number: int, sha256: str, position: int, code: str | None
) -> dict[str, list[Row]]:
    owner = keys.owner(code, sha256)
    return {
        "reports": [_report_row(report, number, sha256, position, code)],
        "report_wards": _numbered(number, ({"ward": ward} for ward in report.wards)),
        "contributions": _numbered(
            number,
            (
                {
                    **person.model_dump(),
                    "person_id": keys.person_key(owner, person.name, person.post),
                }
                for person in report.people
            ),
        ),
        "recommendations": _searchable(
            number, (x.model_dump(exclude={"delegation"}) for x in report.recommendations)
        ),
        "delegations": _numbered(number, _delegations(report, number)),
        "implications": _searchable(number, (x.model_dump() for x in report.implications)),
        "appendices": _numbered(
            number,
            (
                {
                    "label": appendix.label,
                    "title": appendix.title,
                    "exemption_paragraphs": _array(appendix.paragraphs),
                }
                for appendix in report.appendices
            ),
        ),
        "background_papers": _numbered(
            number,
            (
                {"title": paper.title, "exemption_paragraphs": _array(paper.paragraphs)}
                for paper in report.background_papers
            ),
        ),
        "sign_offs": _numbered(number, (x.model_dump() for x in report.sign_offs)),
        "sums": _numbered(
            number,
            ({**x.model_dump(), **_stated_in(x.within, report, number)} for x in report.sums),
        ),
        "legislation": _numbered(
            number,
            (
                {**x.model_dump(), **_stated_in(x.within, report, number)}
                for x in report.legislation
            ),
        ),
        "sections": _searchable(
            number,
            (
                {**section.model_dump(exclude={"pages"}), **_pages(section.pages)}
                for section in report.sections
            ),
        ),
        "evidence": _numbered(number, map(_evidence, report.evidence)),
    }


def _report_row(report: Report, number: int, sha256: str, position: int, code: str | None) -> Row:
    meeting, secrecy = report.meeting, report.confidentiality
    committee = (
        keys.committee_key(keys.owner(code, sha256), meeting.committee)
        if meeting.committee
        else None
    )
    return {
        "id": number,
        "document_sha256": sha256,
        "position": position,
        "council_code": code,
        "committee_id": committee,
        "meeting_id": (
            keys.meeting_key(committee, meeting.date) if committee and meeting.date else None
        ),
        "meeting_date": meeting.date,
        "meeting_time": meeting.time,
        "report_date": report.report_date,
        "key_decision": None if report.key_decision is None else int(report.key_decision),
        "confidentiality_status": secrecy.status,
        "exemption_paragraphs": _array(secrecy.paragraphs),
        **_pages(report.pages),
        "agenda_item": report.agenda_item,
        "reference": report.reference,
        "title": report.title,
        "committee": meeting.committee,
        "venue": meeting.venue,
        "confidentiality_statement": secrecy.statement,
        "summary": report.summary,
        "reasons": report.reasons,
        "alternatives": report.alternatives,
    }


def _delegations(report: Report, number: int) -> Iterator[Row]:
    """A row for each office: to whom each recommendation delegates, and whom they consult."""
    for at, recommendation in enumerate(report.recommendations):
        if recommendation.delegation is None:
            continue
        for part, offices in recommendation.delegation:
            for office in offices:
                yield {"recommendation_id": number + at, "part": part, "office": office}


def _stated_in(pointer: str, report: Report, number: int) -> Row:
    """Keys of the recommendation or implication that a pointer leads to, as far as it does."""
    found = _POINTER.match(pointer)
    at = int(found["at"]) if found else 0
    table = found["table"] if found and at < len(getattr(report, found["table"])) else ""
    return {
        "recommendation_id": number + at if table == "recommendations" else None,
        "implication_id": number + at if table == "implications" else None,
    }


def _evidence(evidence: Evidence) -> Row:
    x0, top, x1, bottom = evidence.bbox or (None, None, None, None)
    return {
        "path": evidence.path,
        "page": evidence.page,
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "char_start": evidence.start,
        "char_end": evidence.end,
        "selector": evidence.selector,
        "confidence": evidence.confidence,
    }


def _problems(sha256: str, problems: Iterable[Problem]) -> list[Row]:
    return [
        {"document_sha256": sha256, "position": position, **problem.model_dump()}
        for position, problem in enumerate(problems)
    ]


def _numbered(report_id: int, rows: Iterable[Row]) -> list[Row]:
    return [
        {"report_id": report_id, "position": position, **row} for position, row in enumerate(rows)
    ]


def _searchable(report_id: int, rows: Iterable[Row]) -> list[Row]:
    return [
        {"id": report_id + position, **row}
        for position, row in enumerate(_numbered(report_id, rows))
    ]


def _pages(pages: tuple[int, int] | None) -> Row:
    first, last = pages or (None, None)
    return {"first_page": first, "last_page": last}


def _array(values: Sequence[str]) -> str:
    return json.dumps(values, ensure_ascii=False)
