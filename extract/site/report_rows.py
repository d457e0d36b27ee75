"""The rows that make a report's page, read in one turn.

Positions count from 0 in the order of the report, as in JSON Pointers; pages from 1 in the file.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from extract.site.questions import Question, answers
from extract.site.report_outcomes import DECISIONS, Decisions, Outcome, outcomes_of

#: Characters of sections that are read at once, and sums and Acts: a budget book has thousands.
MOST_TEXT: Final = 300_000
MOST_ROWS: Final = 150


@dataclass(frozen=True, slots=True)
class Report:
    """A report, its meeting, and the document that it is shown from; dates are ISO 8601."""

    id: int
    document_sha256: str
    council_code: str | None
    council: str | None
    committee_id: str | None
    committee: str | None
    meeting_id: str | None
    meeting_date: str | None
    meeting_time: str | None
    venue: str | None
    report_date: str | None
    key_decision: int | None
    confidentiality_status: str
    exemption_paragraphs: str
    confidentiality_statement: str | None
    first_page: int | None
    last_page: int | None
    agenda_item: str | None
    reference: str | None
    title: str | None
    summary: str | None
    reasons: str | None
    alternatives: str | None
    path: str | None
    url: str | None
    media_type: str
    document_pages: int | None

    @property
    def paragraphs(self) -> Sequence[str]:
        """Paragraphs of Schedule 12A that it relies on."""
        return _listed(self.exemption_paragraphs)


@dataclass(frozen=True, slots=True)
class Ward:
    """A ward as printed."""

    position: int
    ward: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person or post in one role."""

    position: int
    person_id: str | None
    role: str
    kind: str
    honorific: str | None
    name: str | None
    post: str | None
    email: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation, with its label as printed."""

    id: int
    position: int
    action: str | None
    label: str
    parent: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Delegation:
    """An office that a recommendation lets decide, or that is to be consulted."""

    recommendation_id: int
    part: str
    office: str


@dataclass(frozen=True, slots=True)
class Implication:
    """What the proposals imply in one subject."""

    position: int
    type: str
    status: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """An appendix or background paper; `label` is "" for the latter."""

    position: int
    label: str
    title: str
    exemption_paragraphs: str

    @property
    def paragraphs(self) -> Sequence[str]:
        """Paragraphs of Schedule 12A that exempt it."""
        return _listed(self.exemption_paragraphs)


@dataclass(frozen=True, slots=True)
class SignOff:
    """A clearance."""

    position: int
    area: str
    reference: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum in pounds, as printed, with its sentence and the value that states it."""

    position: int
    amount: float
    text: str
    context: str
    within: str


@dataclass(frozen=True, slots=True)
class Enactment:
    """Legislation that is cited, and the value that cites it."""

    position: int
    title: str
    provision: str | None
    url: str
    within: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section; `text` is None where it was left out for its length."""

    id: int
    position: int
    level: int
    heading: str
    first_page: int | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """A document that has the report; the report is shown from one of them."""

    document_sha256: str
    shown: int
    first_page: int | None
    last_page: int | None
    agenda_item: str | None
    kind: str
    reader: str
    path: str | None
    url: str | None
    pages: int | None
    media_type: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A part of the document that is attached to the report, or stands in place of one."""

    id: int
    kind: str
    label: str
    title: str
    first_page: int | None
    last_page: int | None


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read of the document."""

    code: str
    page: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Seen:
    """That a value was read from the page: its pointer, and the first page, if it has pages."""

    path: str
    page: int | None


@dataclass(frozen=True)
class Record:
    """All that a report's page shows."""

    report: Report
    wards: Sequence[Ward]
    people: Sequence[Person]
    recommendations: Sequence[Recommendation]
    delegations: Sequence[Delegation]
    implications: Sequence[Implication]
    appendices: Sequence[Attachment]
    background_papers: Sequence[Attachment]
    sign_offs: Sequence[SignOff]
    sums: Sequence[Sum]
    legislation: Sequence[Enactment]
    sections: Sequence[Section]
    sources: Sequence[Source]
    attached: Sequence[Attached]
    outcomes: Sequence[Outcome]
    decisions: Sequence[Decisions]
    problems: Sequence[Problem]
    seen: Sequence[Seen]


REPORT: Final = Question(
    """
SELECT reports.id, reports.document_sha256, reports.council_code,
  councils.official_name AS council,
  reports.committee_id, reports.committee, reports.meeting_id, reports.meeting_date,
  reports.meeting_time, reports.venue, reports.report_date, reports.key_decision,
  reports.confidentiality_status, reports.exemption_paragraphs,
  reports.confidentiality_statement, reports.first_page, reports.last_page,
  reports.agenda_item, reports.reference, reports.title, reports.summary, reports.reasons,
  reports.alternatives, documents.path, documents.url, documents.media_type,
  documents.pages AS document_pages
FROM reports
JOIN documents ON documents.sha256 = reports.document_sha256
LEFT JOIN councils ON councils.code = reports.council_code
WHERE reports.id = :report""",
    Report,
)

_OF_REPORT = "WHERE report_id = :report ORDER BY position"

WARDS: Final = Question(f"SELECT position, ward FROM report_wards {_OF_REPORT}", Ward)

PEOPLE: Final = Question(
    f"""
SELECT position, person_id, role, kind, honorific, name, post, email, phone
FROM contributions {_OF_REPORT}""",
    Person,
)

RECOMMENDATIONS: Final = Question(
    f"SELECT id, position, action, label, parent, text FROM recommendations {_OF_REPORT}",
    Recommendation,
)

DELEGATIONS: Final = Question(
    f"SELECT recommendation_id, part, office FROM delegations {_OF_REPORT}", Delegation
)

IMPLICATIONS: Final = Question(
    f"SELECT position, type, status, heading, text FROM implications {_OF_REPORT}", Implication
)

APPENDICES: Final = Question(
    f"SELECT position, label, title, exemption_paragraphs FROM appendices {_OF_REPORT}", Attachment
)

BACKGROUND_PAPERS: Final = Question(
    f"""
SELECT position, '' AS label, title, exemption_paragraphs
FROM background_papers {_OF_REPORT}""",
    Attachment,
)

SIGN_OFFS: Final = Question(
    f"SELECT position, area, reference, date FROM sign_offs {_OF_REPORT}", SignOff
)

SUMS: Final = Question(
    f"SELECT position, amount, text, context, within FROM sums {_OF_REPORT} LIMIT {MOST_ROWS + 1}",
    Sum,
)

LEGISLATION: Final = Question(
    f"""
SELECT position, title, provision, url, within FROM legislation {_OF_REPORT}
LIMIT {MOST_ROWS + 1}""",
    Enactment,
)

SECTIONS: Final = Question(
    f"""
SELECT id, position, level, heading, first_page,
  CASE WHEN position = :whole
    OR sum(length(text)) OVER (ORDER BY position) <= {MOST_TEXT}
  THEN text END AS text
FROM sections {_OF_REPORT}""",
    Section,
)

SOURCES: Final = Question(
    """
SELECT report_sources.document_sha256, report_sources.shown, report_sources.first_page,
  report_sources.last_page, report_sources.agenda_item, documents.kind, documents.reader,
  documents.path, documents.url, documents.pages, documents.media_type
FROM report_sources JOIN documents ON documents.sha256 = report_sources.document_sha256
WHERE report_sources.report_id = :report
ORDER BY report_sources.shown DESC, documents.kind, documents.sha256""",
    Source,
)

ATTACHED: Final = Question(
    """
SELECT id, kind, label, title, first_page, last_page FROM parts
WHERE report_id = :report AND document_sha256 = :sha256 AND kind <> 'report'
ORDER BY position""",
    Attached,
)

PROBLEMS: Final = Question(
    """
SELECT code, page, message FROM problems
WHERE document_sha256 = :sha256
  AND (page IS NULL OR :first_page IS NULL OR page BETWEEN :first_page AND :last_page)
ORDER BY position""",
    Problem,
)

SEEN: Final = Question(
    "SELECT path, min(page) AS page FROM evidence WHERE report_id = :report GROUP BY path", Seen
)

_Row = TypeVar("_Row")


def read_record(connection: sqlite3.Connection, report: int, *, whole: int | None) -> Record | None:
    """The rows of a report; None where there is no such report.

    `whole` is the position of a section to read however long the report is.
    """

    def ask(question: Question[_Row], **values: object) -> Sequence[_Row]:
        return answers(connection, question, **values)

    found = ask(REPORT, report=report)
    if not found:
        return None
    shown = found[0]
    of_document = {"sha256": shown.document_sha256}
    pages = {"first_page": shown.first_page, "last_page": shown.last_page}
    return Record(
        report=shown,
        wards=ask(WARDS, report=report),
        people=ask(PEOPLE, report=report),
        recommendations=ask(RECOMMENDATIONS, report=report),
        delegations=ask(DELEGATIONS, report=report),
        implications=ask(IMPLICATIONS, report=report),
        appendices=ask(APPENDICES, report=report),
        background_papers=ask(BACKGROUND_PAPERS, report=report),
        sign_offs=ask(SIGN_OFFS, report=report),
        sums=ask(SUMS, report=report),
        legislation=ask(LEGISLATION, report=report),
        sections=ask(SECTIONS, report=report, whole=whole),
        sources=ask(SOURCES, report=report),
        attached=ask(ATTACHED, report=report, **of_document),
        outcomes=outcomes_of(connection, report),
        decisions=ask(DECISIONS, meeting=shown.meeting_id),
        problems=ask(PROBLEMS, **of_document, **pages),
        seen=ask(SEEN, report=report),
    )


def _listed(array: str) -> Sequence[str]:
    values: list[str] = json.loads(array)
    return values
