"""A report as rows: its own, and those of what hangs from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.store import keys
from extract.store.cells import Row, array, evidence_row, meeting_row, pages_row, secrecy_row
from schemas import Report

_POINTER = re.compile(r"/(?P<table>recommendations|implications)/(?P<at>\d{1,6})(?!\d)")


def report_rows(
    report: Report, number: int, sha256: str, position: int, code: str | None
) -> dict[str, list[Row]]:
    """Rows of one report by table; `number` is its key, `position` its place in the document."""
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
                    "exemption_paragraphs": array(appendix.paragraphs),
                }
                for appendix in report.appendices
            ),
        ),
        "background_papers": _numbered(
            number,
            (
                {"title": paper.title, "exemption_paragraphs": array(paper.paragraphs)}
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
                {**section.model_dump(exclude={"pages"}), **pages_row(section.pages)}
                for section in report.sections
            ),
        ),
        "evidence": _numbered(number, map(evidence_row, report.evidence)),
    }


def _report_row(report: Report, number: int, sha256: str, position: int, code: str | None) -> Row:
    return {
        "id": number,
        "document_sha256": sha256,
        "position": position,
        "council_code": code,
        **meeting_row(report.meeting, keys.owner(code, sha256)),
        "report_date": report.report_date,
        "key_decision": None if report.key_decision is None else int(report.key_decision),
        **secrecy_row(report.confidentiality),
        **pages_row(report.pages),
        "agenda_item": report.agenda_item,
        "reference": report.reference,
        "title": report.title,
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


def _numbered(report_id: int, rows: Iterable[Row]) -> list[Row]:
    return [
        {"report_id": report_id, "position": position, **row} for position, row in enumerate(rows)
    ]


def _searchable(report_id: int, rows: Iterable[Row]) -> list[Row]:
    return [
        {"id": report_id + position, **row}
        for position, row in enumerate(_numbered(report_id, rows))
    ]
