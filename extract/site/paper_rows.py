"""The rows that make a paper's page, read in one turn, as far as they may be shown.

Pages count from 1 in the document; positions and characters from 0.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extract.site.questions import Question, answers
from extract.site.secrecy import Place, Secrecy, secrecy_of
from extract.site.shown import COUNCIL_NAME, REPORT_COLUMNS, ReportLine, paragraphs_of

#: Reports of the same meeting that are listed; a council's busiest meeting has not as many.
MOST_REPORTS: Final = 60


@dataclass(frozen=True, slots=True)
class Paper:
    """A part of a document: minutes, an agenda, an appendix. `date` is an ISO date.

    `text` is "" where it may not be shown; `report_id` is the report that it is, or belongs to.
    """

    id: int
    kind: str
    label: str
    title: str
    text: str
    report_id: int | None
    report: str | None
    exemption_paragraphs: str
    agenda_item: str | None
    item_title: str | None
    first_page: int | None
    last_page: int | None
    char_start: int | None
    char_end: int | None
    council_code: str | None
    council: str | None
    committee_id: str | None
    committee: str | None
    meeting_id: str | None
    date: str | None
    sha256: str
    document_kind: str
    media_type: str
    reader: str
    path: str | None
    url: str | None
    pages: int | None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs that the public is kept out by."""
        return paragraphs_of(self.exemption_paragraphs)

    @property
    def place(self) -> Place:
        """Where it stands in its document."""
        return Place(self.first_page, self.last_page, self.char_start, self.char_end)

    @property
    def lists_business(self) -> bool:
        """Whether the agenda items of its document are its own."""
        return self.kind == "agenda" or self.kind == self.document_kind == "minutes"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the business that an agenda or minutes list."""

    number: str
    title: str
    confidentiality_status: str
    exemption_paragraphs: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs that the public is kept out by."""
        return paragraphs_of(self.exemption_paragraphs)


@dataclass(frozen=True)
class Record:
    """All that a paper's page shows; `withheld` says why its words are not shown."""

    paper: Paper
    items: Sequence[Item]
    reports: Sequence[ReportLine]
    secrecy: Secrecy
    withheld: str | None


# Minutes in the pack of a later meeting are not of the pack's meeting, whether or not they say of
# which; what else is in it is.
_OWN_MEETING: Final = (
    "parts.meeting_id IS NOT NULL"
    " OR (parts.kind IN ('minutes', 'decisions') AND documents.kind <> parts.kind)"
)


def _of_meeting(column: str) -> str:
    return f"CASE WHEN {_OWN_MEETING} THEN parts.{column} ELSE documents.{column} END"


PAPER: Final = Question(
    f"""
SELECT parts.id, parts.kind, parts.label, parts.title, parts.text, parts.report_id,
  reports.title AS report, parts.exemption_paragraphs, parts.agenda_item,
  agenda_items.title AS item_title, parts.first_page, parts.last_page, parts.char_start,
  parts.char_end, documents.council_code, {COUNCIL_NAME} AS council, committees.id AS committee_id,
  committees.name AS committee, {_of_meeting("meeting_id")} AS meeting_id,
  {_of_meeting("meeting_date")} AS date, documents.sha256, documents.kind AS document_kind,
  documents.media_type, documents.reader, documents.path, documents.url, documents.pages
FROM parts
CROSS JOIN documents ON documents.sha256 = parts.document_sha256
LEFT JOIN councils ON councils.code = documents.council_code
LEFT JOIN committees ON committees.id = {_of_meeting("committee_id")}
LEFT JOIN reports ON reports.id = parts.report_id
LEFT JOIN agenda_items ON agenda_items.id = parts.agenda_item_id
WHERE parts.id = :paper""",
    Paper,
)

ITEMS: Final = Question(
    """
SELECT number, title, confidentiality_status, exemption_paragraphs FROM agenda_items
WHERE document_sha256 = :sha256 ORDER BY position""",
    Item,
)

REPORTS: Final = Question(
    f"""
SELECT {REPORT_COLUMNS}
FROM reports LEFT JOIN committees ON committees.id = reports.committee_id
WHERE reports.meeting_id = :meeting
ORDER BY reports.position, reports.id LIMIT {MOST_REPORTS}""",
    ReportLine,
)


def read_record(connection: sqlite3.Connection, paper: int) -> Record | None:
    """The rows of a paper; None where there is no such paper."""
    found = answers(connection, PAPER, paper=paper)
    if not found:
        return None
    shown = found[0]
    secrecy = secrecy_of(connection, shown.sha256)
    items = answers(connection, ITEMS, sha256=shown.sha256) if shown.lists_business else ()
    return Record(
        paper=shown,
        items=items,
        reports=answers(connection, REPORTS, meeting=shown.meeting_id),
        secrecy=secrecy,
        withheld=secrecy.of_place(shown.place),
    )
