"""A committee's page: its reports over time, what it is asked to do, who asks, when it meets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from datasette.app import Datasette
from datasette.utils import tilde_decode
from datasette.utils.asgi import Request, Response

from extract.site.addresses import Addresses
from extract.site.pages import page
from extract.site.paging import pager, paging_of
from extract.site.questions import Archive, Question, archive_of
from extract.site.shown import (
    COUNCIL_NAME,
    MEMBERS,
    REPORT_COLUMNS,
    YEAR_COLUMNS,
    Contributor,
    ReportLine,
    RowsLink,
    YearCount,
    trail_to,
    year_chart,
)
from extract.store.columns import VOCABULARIES

#: Reports on one page.
REPORTS_A_PAGE: Final = 20
NEWEST_RECOMMENDATIONS: Final = 10
NEWEST_PAPERS: Final = 8
MOST_PEOPLE: Final = 15
#: Meetings that the page lists; a body that meets weekly has as many in eleven years.
MOST_MEETINGS: Final = 600
_ACTIONS: Final = VOCABULARIES["recommendations", "action"]


@dataclass(frozen=True, slots=True)
class Committee:
    """A body, or single decision maker, with its council, None where that is not known."""

    id: str
    name: str
    council_code: str | None
    council: str | None


@dataclass(frozen=True, slots=True)
class Action:
    """How many recommendations ask for one thing; None where their verb does not say."""

    action: str | None
    recommendations: int


@dataclass(frozen=True, slots=True)
class RecommendationLine:
    """A recommendation with the report that it is from."""

    label: str
    text: str
    action: str | None
    report_id: int
    title: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class PaperLine:
    """Minutes, or a notice of decisions; `date` is the meeting's ISO date, None if not known."""

    id: int
    kind: str
    date: str | None


@dataclass(frozen=True, slots=True)
class MeetingDay:
    """A meeting; `date` is an ISO date."""

    id: str
    date: str


@dataclass(frozen=True, slots=True)
class MeetingYear:
    """The meetings of a year, latest first."""

    year: str
    meetings: tuple[MeetingDay, ...]


COMMITTEE: Final = Question(
    f"""
SELECT committees.id, committees.name, committees.council_code, {COUNCIL_NAME} AS council
FROM committees LEFT JOIN councils ON councils.code = committees.council_code
WHERE committees.id = :id""",
    Committee,
)

YEARS: Final = Question(
    f"""
SELECT {YEAR_COLUMNS}
FROM report_counts WHERE committee_id = :id
GROUP BY year ORDER BY year IS NULL, year DESC""",
    YearCount,
)

#: The order is that of the index, so that a page reads no more than its rows and those before.
REPORTS: Final = Question(
    f"""
SELECT {REPORT_COLUMNS}
FROM reports CROSS JOIN committees ON committees.id = reports.committee_id
WHERE reports.committee_id = :id
ORDER BY reports.meeting_date DESC, reports.id DESC LIMIT :most OFFSET :offset""",
    ReportLine,
)

ACTIONS: Final = Question(
    """
SELECT action, recommendations FROM action_counts WHERE committee_id = :id
ORDER BY action IS NULL, recommendations DESC, action""",
    Action,
)

#: Walks the committee's reports from the newest, until it has enough.
RECOMMENDATIONS: Final = Question(
    """
SELECT recommendations.label, recommendations.text, recommendations.action, reports.id AS report_id,
  reports.title, reports.meeting_date AS date
FROM reports CROSS JOIN recommendations ON recommendations.report_id = reports.id
WHERE reports.committee_id = :id AND (:action = '' OR recommendations.action = :action)
ORDER BY reports.meeting_date DESC, reports.id DESC, recommendations.position LIMIT :most""",
    RecommendationLine,
)

#: Rows without a role count each report of a person once. The "+" has SQLite look the roles up by
#: the person.
PEOPLE: Final = Question(
    """
WITH most AS (
  SELECT person_id, sum(reports) AS reports
  FROM contribution_counts WHERE committee_id = :id AND role IS NULL
  GROUP BY person_id ORDER BY 2 DESC, 1 LIMIT :most
)
SELECT people.id, people.name, people.post, people.kind, most.reports,
  (SELECT json_group_object(role, reports) FROM contribution_counts
   WHERE person_id = most.person_id AND +committee_id = :id AND role IS NOT NULL) AS roles
FROM most CROSS JOIN people ON people.id = most.person_id
ORDER BY most.reports DESC, people.name""",
    Contributor,
)

#: The "+" keeps SQLite from going through all minutes that there are.
PAPERS: Final = Question(
    """
SELECT id, kind, meeting_date AS date FROM parts
WHERE committee_id = :id AND +kind IN ('minutes', 'decisions')
ORDER BY meeting_date DESC, kind, id LIMIT :most""",
    PaperLine,
)

MEETINGS: Final = Question(
    """
SELECT id, date FROM meetings WHERE committee_id = :id ORDER BY date DESC LIMIT :most""",
    MeetingDay,
)

#: The newest meeting whose papers list who sits on the body.
LAST_SITTING: Final = Question(
    """
SELECT id, date FROM meetings
WHERE committee_id = :id AND EXISTS (SELECT 1 FROM members WHERE meeting_id = meetings.id)
ORDER BY date DESC LIMIT 1""",
    MeetingDay,
)


async def view(datasette: Datasette, request: Request) -> Response:
    """The page; `?page=` for earlier reports, `?action=` for recommendations of one kind."""
    key = tilde_decode(request.url_vars["id"])
    asked = request.args.get("action") or ""
    action = asked if asked in _ACTIONS else ""
    archive = await archive_of(datasette)
    committee = await archive.found("committee", COMMITTEE, id=key)
    years = await archive.all(YEARS, id=key)
    paging = paging_of(request, sum(year.reports for year in years), REPORTS_A_PAGE)
    sitting = await archive.one(LAST_SITTING, id=key)
    addresses = Addresses(datasette)
    content = {
        "committee": committee,
        "years": years,
        "chart": year_chart(years),
        "reports": await archive.all(REPORTS, id=key, most=paging.size, offset=paging.offset),
        "pager": pager(
            paging, lambda number: addresses.committee(key, page=number, action=action) + "#reports"
        ),
        "actions": await archive.all(ACTIONS, id=key),
        "action": action,
        "recommendations": await archive.all(
            RECOMMENDATIONS, id=key, action=action, most=NEWEST_RECOMMENDATIONS
        ),
        "people": await archive.all(PEOPLE, id=key, most=MOST_PEOPLE),
        "sitting": sitting,
        "members": await archive.all(MEMBERS, meeting=sitting.id) if sitting else (),
        "papers": await archive.all(PAPERS, id=key, most=NEWEST_PAPERS),
        "meeting_years": _by_year(await archive.all(MEETINGS, id=key, most=MOST_MEETINGS)),
        "trail_of": trail_to(addresses, committee.council_code, committee.council),
        "rows": tuple(_rows(archive, addresses, committee)),
    }
    return await page(datasette, request, "committee.html", content)


def _by_year(meetings: Sequence[MeetingDay]) -> tuple[MeetingYear, ...]:
    return tuple(
        MeetingYear(year, tuple(days)) for year, days in groupby(meetings, lambda day: day.date[:4])
    )


def _rows(archive: Archive, addresses: Addresses, committee: Committee) -> Iterator[RowsLink]:
    def rows(table: str, **values: str) -> str:
        return addresses.rows(archive.name, table, **values)

    yield RowsLink("the committee", rows("committees", id=committee.id))
    for table in ("reports", "meetings", "documents"):
        yield RowsLink(table, rows(table, committee_id=committee.id))
    yield RowsLink("who reports to it", rows("contribution_counts", committee_id=committee.id))
    asked = {"committee": committee.name, "council": committee.council_code}
    for label, name in (
        ("its recommendations over time", "committee_recommendations"),
        ("what it is asked to do over time", "recommendation_actions"),
    ):
        yield RowsLink(label, addresses.question(archive.name, name, **asked))
