"""The ledger: what was read, what was not and what to do about it, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from extract.problems import ADVICE, Advice
from extract.site.addresses import Addresses
from extract.site.coverage import MeetingYear, ReportYear, coverage
from extract.site.pages import page
from extract.site.paging import pager, paging_of
from extract.site.questions import Archive, Question, archive_of
from extract.site.shown import COUNCIL_NAME, RowsLink
from extract.store.columns import READ
from schemas.vocabulary import ProblemCode

#: Councils in one table of coverage.
COUNCILS_A_PAGE: Final = 40
MOST_RUNS: Final = 10


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
    read: int
    unchanged: int
    failed: int


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
SELECT started, finished, read, unchanged, failed FROM runs ORDER BY id DESC LIMIT :most""",
    Run,
)


async def view(datasette: Datasette, request: Request) -> Response:
    """The page; `?page=` for further councils of the table of coverage."""
    archive = await archive_of(datasette)
    addresses = Addresses(datasette)
    total = await archive.found("count of councils", COUNCIL_TOTAL)
    paging = paging_of(request, total.councils, COUNCILS_A_PAGE)
    chosen = {"most": paging.size, "offset": paging.offset}
    councils = await archive.all(COUNCILS, **chosen)
    content = {
        "state": await archive.found("count of what is here", STATE),
        "kinds": await archive.all(KINDS),
        "problems": await archive.all(PROBLEMS),
        "missing": await archive.found("count of reports", MISSING),
        "coverage": coverage(
            {council.code: council.name for council in councils},
            await archive.all(MEETINGS, **chosen),
            await archive.all(REPORTS, **chosen),
        ),
        "pager": pager(paging, lambda number: addresses.ledger(page=number) + "#coverage"),
        "runs": await archive.all(RUNS, most=MOST_RUNS),
        "database_name": archive.name,
        "trail_of": [("Home", addresses.home())],
        "rows": tuple(_rows(archive, addresses)),
    }
    return await page(datasette, request, "ledger.html", content)


def _rows(archive: Archive, addresses: Addresses) -> Iterator[RowsLink]:
    yield RowsLink("every document with its problems", addresses.question(archive.name, "ledger"))
    for label, table in (
        ("documents", "documents"),
        ("problems", "problems"),
        ("builds", "runs"),
        ("counts of documents", "document_counts"),
        ("counts of meetings", "meeting_counts"),
    ):
        yield RowsLink(label, addresses.rows(archive.name, table))
