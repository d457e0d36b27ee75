"""The home page: a search box, what is in the archive and what is not, and where to begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from extract.site.addresses import Addresses
from extract.site.pages import page
from extract.site.questions import Archive, Question, archive_of

#: Meetings that the page shows.
NEWEST: Final = 8


@dataclass(frozen=True, slots=True)
class Totals:
    """What the archive holds; days are ISO dates, None where no paper has one."""

    current: int
    councils: int
    committees: int
    meetings: int
    documents: int
    failed: int
    pages: int
    reports: int
    recommendations: int
    implications: int
    people: int
    first_meeting: str | None
    last_meeting: str | None


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A meeting of the list of the newest; `date` is an ISO date."""

    id: str
    date: str
    committee: str
    council: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class Number:
    """One of the numbers of the page, and where its rows are."""

    label: str
    count: int
    link: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that people come to do."""

    title: str
    text: str
    link: str


TOTALS = Question(
    """
SELECT current, councils, committees, meetings, documents, failed, pages, reports,
  recommendations, implications, people, first_meeting, last_meeting
FROM totals WHERE id = 1""",
    Totals,
)

#: The order is that of an index, so that only so many meetings are read.
NEWEST_MEETINGS = Question(
    """
SELECT meetings.id, meetings.date, committees.name AS committee,
  coalesce(councils.nice_name, councils.official_name) AS council,
  (SELECT count(*) FROM reports WHERE meeting_id = meetings.id) AS reports
FROM meetings
CROSS JOIN committees ON committees.id = meetings.committee_id
LEFT JOIN councils ON councils.code = committees.council_code
ORDER BY meetings.date DESC
LIMIT :most""",
    NewMeeting,
)


async def view(datasette: Datasette, request: Request) -> Response:
    """The page."""
    archive = await archive_of(datasette)
    totals = await archive.found("count of what is here", TOTALS)
    addresses = Addresses(datasette)
    content = {
        "totals": totals,
        "numbers": _numbers(totals, archive, addresses),
        "meetings": await archive.all(NEWEST_MEETINGS, most=NEWEST),
        "entries": _entries(archive, addresses),
    }
    return await page(datasette, request, "home.html", content)


async def data(datasette: Datasette) -> Response:
    """To Datasette's page of the database, under whatever name it is served."""
    return Response.redirect(datasette.urls.database((await archive_of(datasette)).name))


def _numbers(totals: Totals, archive: Archive, addresses: Addresses) -> tuple[Number, ...]:
    def rows(table: str) -> str:
        return addresses.rows(archive.name, table)

    return (
        Number("councils", totals.councils, addresses.councils()),
        Number("committees", totals.committees, rows("committees")),
        Number("meetings", totals.meetings, rows("meetings")),
        Number("reports", totals.reports, addresses.search()),
        Number("recommendations", totals.recommendations, rows("recommendations")),
        Number("implications", totals.implications, rows("implications")),
        Number("people and posts", totals.people, rows("people")),
        Number("pages", totals.pages, rows("documents")),
    )


def _entries(archive: Archive, addresses: Addresses) -> tuple[Entry, ...]:
    def question(name: str) -> str:
        return addresses.question(archive.name, name)

    return (
        Entry(
            "Compare councils",
            "For researchers: who leaves equality, climate or legal implications blank, and how"
            " that has changed.",
            addresses.compare(),
        ),
        Entry(
            "What came to my committee",
            "For scrutiny officers: every past report on a subject, and what was recommended.",
            question("committee_recommendations"),
        ),
        Entry(
            "Follow the money",
            "For journalists: the largest sums, and what they are for.",
            question("largest_sums"),
        ),
        Entry(
            "Key decisions in a ward",
            "For journalists: what was decided about a place.",
            question("key_decisions_by_ward"),
        ),
        Entry(
            "What is taken in private",
            "For journalists: items that the press and public are kept out of, and why.",
            question("items_in_private"),
        ),
        Entry(
            "Who may decide alone",
            "For scrutiny officers: powers that were delegated, to whom.",
            question("delegated_powers"),
        ),
        Entry(
            "All tables and questions",
            "For everybody: filter, facet, ask in SQL, take it away as CSV or JSON.",
            str(archive.datasette.urls.database(archive.name)),
        ),
    )
