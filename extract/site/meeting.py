"""A meeting's page: who met, when and where, on what business, and in which papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    MEMBERS,
    REPORT_COLUMNS,
    ReportLine,
    RowsLink,
    file_name,
    paragraphs_of,
    trail_to,
    web,
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting with its body; `date` is an ISO date, `time` is HH:MM."""

    id: str
    date: str
    time: str | None
    venue: str | None
    committee_id: str
    committee: str
    council_code: str | None
    council: str | None
    chair_id: str | None
    chair: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """An item of business; pages are of the document, printed pages those on the paper."""

    number: str
    title: str
    confidentiality_status: str
    exemption_paragraphs: str
    confidentiality_statement: str | None
    withheld: int
    first_page: int | None
    last_page: int | None
    document: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs that the public is kept out by."""
        return paragraphs_of(self.exemption_paragraphs)


@dataclass(frozen=True, slots=True)
class MeetingReport(ReportLine):
    """A report with the number and the title of its item, None where no part says them."""

    agenda_item: str | None
    item_number: str | None
    item_title: str | None


@dataclass(frozen=True, slots=True)
class Business:
    """An item with its reports."""

    item: Item
    reports: tuple[MeetingReport, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the meeting, or a part of one that belongs to no report; pages are the part's.

    `part_id` has its own page; None where no part of the document is of its kind.
    """

    sha256: str
    path: str | None
    url: str | None
    kind: str
    title: str
    pages: int | None
    first_page: int | None
    last_page: int | None
    of: str | None
    """What the document of another meeting is that the part is in."""
    part_id: int | None

    @property
    def name(self) -> str:
        """The file's name."""
        return file_name(self.path or self.url)

    @property
    def link(self) -> str | None:
        """Where it was published."""
        return web(self.url)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another meeting of the body; `date` is an ISO date."""

    id: str
    date: str


MEETING: Final = Question(
    f"""
SELECT meetings.id, meetings.date, meetings.time, meetings.venue, meetings.committee_id,
  committees.name AS committee, committees.council_code, {COUNCIL_NAME} AS council,
  meetings.chair_id, people.name AS chair
FROM meetings CROSS JOIN committees ON committees.id = meetings.committee_id
LEFT JOIN councils ON councils.code = committees.council_code
LEFT JOIN people ON people.id = meetings.chair_id
WHERE meetings.id = :id""",
    Meeting,
)

#: An item that both the agenda and the pack have is shown once, with its pages.
ITEMS: Final = Question(
    """
WITH items AS (
  SELECT id, row_number() OVER (
    PARTITION BY number, lower(title) ORDER BY first_page IS NULL, id) AS printing
  FROM agenda_items WHERE meeting_id = :id
)
SELECT agenda_items.number, agenda_items.title, agenda_items.confidentiality_status,
  agenda_items.exemption_paragraphs, agenda_items.confidentiality_statement,
  agenda_items.withheld, agenda_items.first_page, agenda_items.last_page,
  coalesce(documents.path, documents.url, '') AS document
FROM items
CROSS JOIN agenda_items ON agenda_items.id = items.id
CROSS JOIN documents ON documents.sha256 = agenda_items.document_sha256
WHERE items.printing = 1
ORDER BY agenda_items.position, agenda_items.id""",
    Item,
)

#: A report of a pack is a part of its item; one that is published alone names the item's number.
REPORTS: Final = Question(
    f"""
WITH found AS (
  SELECT parts.report_id AS id, agenda_items.number, agenda_items.title
  FROM agenda_items
  CROSS JOIN parts ON parts.agenda_item_id = agenda_items.id AND parts.kind = 'report'
  WHERE agenda_items.meeting_id = :id AND parts.report_id IS NOT NULL
  UNION ALL
  SELECT id, NULL, NULL FROM reports WHERE meeting_id = :id
)
SELECT {REPORT_COLUMNS}, reports.agenda_item, max(found.number) AS item_number,
  max(found.title) AS item_title
FROM found
CROSS JOIN reports ON reports.id = found.id
LEFT JOIN committees ON committees.id = reports.committee_id
GROUP BY reports.id ORDER BY min(reports.position), reports.id""",
    MeetingReport,
)

# A document is led to by the part of it that is of its kind: a pack by its agenda.
_OF_KIND: Final = """
(SELECT id FROM parts
 WHERE document_sha256 = documents.sha256
   AND kind = CASE documents.kind WHEN 'agenda_pack' THEN 'agenda' ELSE documents.kind END
 ORDER BY position LIMIT 1)"""

#: The "+" keeps SQLite from going through all minutes that there are.
PAPERS: Final = Question(
    f"""
SELECT sha256, path, url, kind, '' AS title, pages, NULL AS first_page, NULL AS last_page,
  NULL AS of, {_OF_KIND} AS part_id
FROM documents WHERE meeting_id = :id AND kind IS NOT NULL
UNION ALL
SELECT documents.sha256, documents.path, documents.url, parts.kind, '', documents.pages,
  parts.first_page, parts.last_page, documents.kind, parts.id
FROM parts CROSS JOIN documents ON documents.sha256 = parts.document_sha256
WHERE parts.meeting_id = :id AND +parts.kind IN ('agenda', 'minutes', 'decisions')
  AND documents.meeting_id IS NOT :id
UNION ALL
SELECT documents.sha256, documents.path, documents.url, parts.kind, parts.title, documents.pages,
  parts.first_page, parts.last_page, NULL, parts.id
FROM documents CROSS JOIN parts ON parts.document_sha256 = documents.sha256
WHERE documents.meeting_id = :id AND parts.report_id IS NULL
  AND +parts.kind IN ('supplement', 'appendix', 'other') AND documents.kind <> 'other'
ORDER BY kind, path, url, first_page""",
    Paper,
)

EARLIER: Final = Question(
    """
SELECT id, date FROM meetings WHERE committee_id = :committee AND date < :date
ORDER BY date DESC LIMIT 1""",
    Neighbour,
)
LATER: Final = Question(
    """
SELECT id, date FROM meetings WHERE committee_id = :committee AND date > :date
ORDER BY date LIMIT 1""",
    Neighbour,
)


async def view(datasette: Datasette, request: Request) -> Response:
    """The page."""
    key = tilde_decode(request.url_vars["id"])
    archive = await archive_of(datasette)
    meeting = await archive.found("meeting", MEETING, id=key)
    items = await archive.all(ITEMS, id=key)
    reports = await archive.all(REPORTS, id=key)
    placed = _placed(items, reports)
    shown = {report.id for business in placed for report in business.reports}
    beside = {"committee": meeting.committee_id, "date": meeting.date}
    addresses = Addresses(datasette)
    content = {
        "meeting": meeting,
        "members": await archive.all(MEMBERS, meeting=key),
        "business": placed,
        "other_reports": [report for report in reports if report.id not in shown],
        "papers": await archive.all(PAPERS, id=key),
        "earlier": await archive.one(EARLIER, **beside),
        "later": await archive.one(LATER, **beside),
        "file_name": file_name,
        "trail_of": [
            *trail_to(addresses, meeting.council_code, meeting.council),
            (meeting.committee, addresses.committee(meeting.committee_id)),
        ],
        "rows": tuple(_rows(archive, addresses, key)),
    }
    return await page(datasette, request, "meeting.html", content)


def _placed(items: Sequence[Item], reports: Sequence[MeetingReport]) -> tuple[Business, ...]:
    """The items in order, each with its reports; a report stands under one item alone."""
    by_item: dict[tuple[str, str], list[MeetingReport]] = {}
    numbers: Mapping[str | None, Item] = {item.number: item for item in reversed(items)}
    for report in reports:
        if report.item_number is not None and report.item_title is not None:
            item_key = (report.item_number, report.item_title.lower())
        elif report.agenda_item in numbers:
            item_key = _key(numbers[report.agenda_item])
        else:
            continue
        by_item.setdefault(item_key, []).append(report)
    return tuple(Business(item, tuple(by_item.get(_key(item), ()))) for item in items)


def _key(item: Item) -> tuple[str, str]:
    return item.number, item.title.lower()


def _rows(archive: Archive, addresses: Addresses, key: str) -> Iterator[RowsLink]:
    yield RowsLink("the meeting", addresses.rows(archive.name, "meetings", id=key))
    for label, table in (
        ("agenda items", "agenda_items"),
        ("reports", "reports"),
        ("documents", "documents"),
        ("parts of documents", "parts"),
        ("members", "members"),
    ):
        yield RowsLink(label, addresses.rows(archive.name, table, meeting_id=key))
