"""The ledger's questions: what was read, what was not, what is missing, and when builds were.

The site's page and `council-reports status` ask the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extract.problems import ADVICE, Advice
from extract.store.columns import READ
from extract.store.coverage import MeetingYear, ReportYear
from extract.store.questions import COUNCIL_NAME, Question
from schemas.vocabulary import ProblemCode


@dataclass(frozen=True, slots=True)
class KindCount:
    """Documents of a kind that were read."""

    kind: str
    documents: int
    pages: int


@dataclass(frozen=True, slots=True)
class ProblemCount:
    """How often a problem came up, in how many documents, and how many it kept from being read."""

    code: str
    problems: int
    documents: int
    unread: int

    @property
    def advice(self) -> Advice:
        """What it means, and what to do about it."""
        return ADVICE[ProblemCode(self.code)]


@dataclass(frozen=True, slots=True)
class Missing:
    """Reports that are in no council's, year's or committee's list."""

    reports: int
    without_council: int
    without_date: int
    without_committee: int


@dataclass(frozen=True, slots=True)
class CouncilName:
    """A council of the table of coverage."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class CouncilTotal:
    """How many councils there are."""

    councils: int


@dataclass(frozen=True, slots=True)
class State:
    """Whether the counts are those of the rows: 1 or 0."""

    current: int


@dataclass(frozen=True, slots=True)
class Run:
    """A build; times are ISO 8601 in UTC, `finished` None where it was cut short or still runs."""

    started: str
    finished: str | None
    found: int
    not_taken: int
    read: int
    unchanged: int
    failed: int


@dataclass(frozen=True, slots=True)
class FileCount:
    """Files that builds have found; `problem` says why they could not be opened, None if read."""

    problem: str | None
    files: int


@dataclass(frozen=True, slots=True)
class Unsure:
    """A document with values that the parser was not sure of, and its lowest confidence."""

    path: str | None
    sha256: str
    values_unsure: int
    lowest: float


#: All of these read counts that were made when a build ended: some hundreds or thousands of rows.
KINDS: Final = Question(
    f"""
SELECT kind, sum(documents) AS documents, sum(pages) AS pages FROM document_counts
WHERE status = '{READ}' GROUP BY kind ORDER BY documents DESC, kind""",
    KindCount,
)

PROBLEMS: Final = Question(
    """
SELECT problem_counts.code, problem_counts.problems, problem_counts.documents,
  coalesce(stopped.documents, 0) AS unread
FROM problem_counts
LEFT JOIN (SELECT status, sum(documents) AS documents FROM document_counts GROUP BY status)
  AS stopped ON stopped.status = problem_counts.code
ORDER BY unread DESC, problem_counts.documents DESC, problem_counts.code""",
    ProblemCount,
)

MISSING: Final = Question(
    """
SELECT coalesce(sum(reports), 0) AS reports,
  coalesce(sum(reports) FILTER (WHERE council_code IS NULL), 0) AS without_council,
  coalesce(sum(reports) FILTER (WHERE year IS NULL), 0) AS without_date,
  coalesce(sum(reports) FILTER (WHERE committee_id IS NULL), 0) AS without_committee
FROM report_counts""",
    Missing,
)

COUNCIL_TOTAL: Final = Question("SELECT count(*) AS councils FROM councils", CouncilTotal)

COUNCILS: Final = Question(
    f"""
SELECT code, {COUNCIL_NAME} AS name FROM councils
ORDER BY name, code LIMIT :most OFFSET :offset""",
    CouncilName,
)

MEETINGS: Final = Question(
    f"""
WITH chosen AS (
  SELECT code FROM councils ORDER BY {COUNCIL_NAME}, code LIMIT :most OFFSET :offset
)
SELECT chosen.code, year, meetings, months
FROM chosen CROSS JOIN meeting_counts ON meeting_counts.council_code = chosen.code""",
    MeetingYear,
)

REPORTS: Final = Question(
    f"""
WITH chosen AS (
  SELECT code FROM councils ORDER BY {COUNCIL_NAME}, code LIMIT :most OFFSET :offset
)
SELECT chosen.code, year, sum(reports) AS reports
FROM chosen CROSS JOIN report_counts ON report_counts.council_code = chosen.code
WHERE year IS NOT NULL GROUP BY 1, 2""",
    ReportYear,
)

STATE: Final = Question("SELECT current FROM totals WHERE id = 1", State)

RUNS: Final = Question(
    """
SELECT started, finished, found, not_taken, read, unchanged, failed
FROM runs ORDER BY id DESC LIMIT :most""",
    Run,
)

FILES: Final = Question(
    "SELECT problem, count(*) AS files FROM files GROUP BY problem ORDER BY problem", FileCount
)

LOW_CONFIDENCE: Final = 0.5
"""Below this a value is more likely to be something else; of most values the parser is certain."""

UNSURE: Final = Question(
    """
WITH unsure AS (
  SELECT reports.document_sha256 AS sha256, evidence.confidence
  FROM evidence JOIN reports ON reports.id = evidence.report_id
  WHERE evidence.confidence < :low
  UNION ALL
  SELECT document_sha256, confidence FROM document_evidence WHERE confidence < :low
)
SELECT documents.path, unsure.sha256, count(*) AS values_unsure, min(confidence) AS lowest
FROM unsure JOIN documents ON documents.sha256 = unsure.sha256
GROUP BY unsure.sha256 ORDER BY lowest, documents.path, unsure.sha256""",
    Unsure,
)
