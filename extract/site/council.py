"""A council's page: what it is, what is here of it, and who asks whom for what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from datasette.app import Datasette
from datasette.utils import tilde_decode
from datasette.utils.asgi import Request, Response

from extract.site.addresses import Addresses
from extract.site.pages import page
from extract.site.questions import Archive, Question, archive_of
from extract.site.shown import (
    COUNCIL_NAME,
    REPORT_COLUMNS,
    YEAR_COLUMNS,
    Contributor,
    MeetingLine,
    ReportLine,
    RowsLink,
    YearCount,
    year_chart,
)

#: Meetings, reports and people that the page shows.
NEWEST: Final = 8
MOST_PEOPLE: Final = 10


@dataclass(frozen=True, slots=True)
class Council:
    """A council as the register has it; lists are separated by "|"."""

    code: str
    name: str
    official_name: str
    gss_code: str | None
    type: str | None
    nation: str | None
    region: str | None
    start_date: str | None
    end_date: str | None
    replaced_by: str | None
    alt_names: str | None

    @property
    def other_names(self) -> tuple[str, ...]:
        """Names that the page does not show as its heading or official name, each once."""
        names = {name.casefold(): name for name in reversed((self.alt_names or "").split("|"))}
        shown = {"", self.official_name.casefold(), self.name.casefold()}
        return tuple(name for folded, name in reversed(names.items()) if folded not in shown)

    @property
    def successors(self) -> tuple[str, ...]:
        """Codes of the councils that took its place."""
        return tuple(code for code in (self.replaced_by or "").split("|") if code)


@dataclass(frozen=True, slots=True)
class Related:
    """A council before or after this one; `name` is None where no paper here names it."""

    code: str
    name: str | None


@dataclass(frozen=True, slots=True)
class CommitteeLine:
    """A committee of the council; `last` is the ISO date of its last meeting here."""

    id: str
    name: str
    reports: int
    meetings: int
    last: str | None


@dataclass(frozen=True, slots=True)
class Blank:
    """A type of implication: reports that have it, and those that leave it blank."""

    type: str
    reports: int
    blank: int

    @property
    def percent(self) -> int:
        """Those that leave it blank, of a hundred."""
        return round(100 * self.blank / self.reports)


COUNCIL: Final = Question(
    f"""
SELECT code, {COUNCIL_NAME} AS name, official_name, gss_code, type, nation, region, start_date,
  end_date, replaced_by, alt_names
FROM councils WHERE code = :code""",
    Council,
)

#: There are a few hundred councils, whatever the number of reports.
PREDECESSORS: Final = Question(
    f"""
SELECT code, {COUNCIL_NAME} AS name FROM councils
WHERE '|' || replaced_by || '|' LIKE '%|' || :code || '|%'
ORDER BY name""",
    Related,
)

YEARS: Final = Question(
    f"""
SELECT {YEAR_COLUMNS}
FROM report_counts WHERE council_code = :code
GROUP BY year ORDER BY year IS NULL, year DESC""",
    YearCount,
)

COMMITTEES: Final = Question(
    """
SELECT committees.id, committees.name,
  (SELECT coalesce(sum(reports), 0) FROM report_counts WHERE committee_id = committees.id)
    AS reports,
  (SELECT count(*) FROM meetings WHERE committee_id = committees.id) AS meetings,
  (SELECT max(date) FROM meetings WHERE committee_id = committees.id) AS last
FROM committees WHERE committees.council_code = :code
ORDER BY committees.name, committees.id""",
    CommitteeLine,
)

#: Reports are counted for those meetings alone that are shown.
MEETINGS: Final = Question(
    """
WITH newest AS (
  SELECT meetings.id, meetings.date, committees.name AS committee
  FROM committees CROSS JOIN meetings ON meetings.committee_id = committees.id
  WHERE committees.council_code = :code
  ORDER BY meetings.date DESC, meetings.id LIMIT :most
)
SELECT newest.id, newest.date, newest.committee,
  (SELECT count(*) FROM reports WHERE meeting_id = newest.id) AS reports
FROM newest ORDER BY newest.date DESC, newest.id""",
    MeetingLine,
)

REPORTS: Final = Question(
    f"""
SELECT {REPORT_COLUMNS}
FROM reports LEFT JOIN committees ON committees.id = reports.committee_id
WHERE reports.council_code = :code
ORDER BY reports.meeting_date DESC, reports.id DESC LIMIT :most""",
    ReportLine,
)

BLANKS: Final = Question(
    """
SELECT type, sum(reports) AS reports,
  coalesce(sum(reports) FILTER (WHERE status = 'blank'), 0) AS blank
FROM implication_counts WHERE council_code = :code
GROUP BY type ORDER BY blank DESC, reports DESC, type""",
    Blank,
)

#: Rows without a role count each report of a person once. The "+" has SQLite look the roles up by
#: the person, not by the council.
PEOPLE: Final = Question(
    """
WITH most AS (
  SELECT person_id, sum(reports) AS reports
  FROM contribution_counts WHERE council_code = :code AND role IS NULL
  GROUP BY person_id ORDER BY 2 DESC, 1 LIMIT :most
)
SELECT people.id, people.name, people.post, people.kind, most.reports,
  (SELECT json_group_object(role, reports) FROM (
    SELECT role, sum(reports) AS reports FROM contribution_counts
    WHERE person_id = most.person_id AND +council_code = :code AND role IS NOT NULL
    GROUP BY role)) AS roles
FROM most CROSS JOIN people ON people.id = most.person_id
ORDER BY most.reports DESC, people.name""",
    Contributor,
)


async def view(datasette: Datasette, request: Request) -> Response:
    """The page."""
    code = tilde_decode(request.url_vars["code"])
    archive = await archive_of(datasette)
    council = await archive.found("council", COUNCIL, code=code)
    years = await archive.all(YEARS, code=code)
    committees = await archive.all(COMMITTEES, code=code)
    addresses = Addresses(datasette)
    content = {
        "council": council,
        "predecessors": await archive.all(PREDECESSORS, code=code),
        "successors": [await _related(archive, one) for one in council.successors],
        "years": years,
        "chart": year_chart(years),
        "reports_here": sum(year.reports for year in years),
        "meetings_here": sum(committee.meetings for committee in committees),
        "committees": committees,
        "meetings": await archive.all(MEETINGS, code=code, most=NEWEST),
        "reports": await archive.all(REPORTS, code=code, most=NEWEST),
        "blanks": await archive.all(BLANKS, code=code),
        "people": await archive.all(PEOPLE, code=code, most=MOST_PEOPLE),
        "trail_of": [("Home", addresses.home()), ("Councils", addresses.councils())],
        "rows": tuple(_rows(archive, addresses, code)),
    }
    return await page(datasette, request, "council.html", content)


async def _related(archive: Archive, code: str) -> Related:
    found = await archive.one(COUNCIL, code=code)
    return Related(code, None if found is None else found.name)


def _rows(archive: Archive, addresses: Addresses, code: str) -> Iterator[RowsLink]:
    tables: Sequence[tuple[str, str]] = (
        ("reports", "reports"),
        ("committees", "committees"),
        ("people", "people"),
        ("documents", "documents"),
        ("counts of reports", "report_counts"),
        ("counts of implications", "implication_counts"),
    )
    yield RowsLink("the council", addresses.rows(archive.name, "councils", code=code))
    for label, table in tables:
        yield RowsLink(label, addresses.rows(archive.name, table, council_code=code))
    for label, name in (
        ("its reports that leave implications blank", "blank_implications"),
        ("its largest sums", "largest_sums"),
        ("what its officers may decide", "delegated_powers"),
        ("what it takes in private", "items_in_private"),
    ):
        yield RowsLink(label, addresses.question(archive.name, name, council=code))
