"""Rows that several pages show, and the SQL of their columns."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from extract.site.addresses import Addresses
from extract.site.charts import BarChart, bar_chart, years_between
from extract.site.pages import long_date
from extract.site.questions import Question
from extract.site.wording import words_of
from extract.store.questions import COUNCIL_NAME as COUNCIL_NAME


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list; `date` is its meeting's ISO date."""

    id: int
    title: str | None
    date: str | None
    reference: str | None
    key_decision: int | None
    confidentiality_status: str
    exemption_paragraphs: str
    committee_id: str | None
    committee: str | None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs that the public is kept out by."""
        return paragraphs_of(self.exemption_paragraphs)


#: Columns of a `ReportLine`, from `reports` and `committees`.
REPORT_COLUMNS: Final = """\
reports.id, reports.title, reports.meeting_date AS date, reports.reference,
  reports.key_decision, reports.confidentiality_status, reports.exemption_paragraphs,
  reports.committee_id, committees.name AS committee"""


@dataclass(frozen=True, slots=True)
class YearCount:
    """Reports of a year; None for those without a date."""

    year: int | None
    reports: int
    key_decisions: int
    exempt: int
    recommendations: int


#: Columns of a `YearCount`, from `report_counts` grouped by year.
YEAR_COLUMNS: Final = """\
year, sum(reports) AS reports, sum(key_decisions) AS key_decisions, sum(exempt) AS exempt,
  sum(recommendations) AS recommendations"""


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list; `date` is an ISO date."""

    id: str
    date: str
    committee: str
    reports: int


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person or post with the reports that bear their name, and what they are to them."""

    id: str
    name: str
    post: str | None
    kind: str
    reports: int
    roles: str
    """Roles with their numbers, as a JSON object: {"author": 4}."""

    @property
    def roles_in_words(self) -> str:
        """The roles, most frequent first: "author (4), contact (2)"."""
        counts: dict[str, int] = json.loads(self.roles)
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return ", ".join(f"{words_of(role)} ({count})" for role, count in ordered)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who sits on a body, as a paper of a meeting lists them."""

    person_id: str | None
    role: str
    honorific: str | None
    name: str
    place: int
    """Chair first, then vice-chair, then the others in the order of the paper."""


#: Whoever several papers of the meeting list is there once, in the highest seat: beside a lone
#: min(), SQLite takes the other columns from the row that has it.
MEMBERS: Final = Question(
    """
SELECT person_id, role, honorific, name,
  min(position + CASE role WHEN 'chair' THEN 0 WHEN 'vice_chair' THEN 1000 ELSE 2000 END) AS place
FROM members WHERE meeting_id = :meeting
GROUP BY coalesce(person_id, name) ORDER BY place""",
    Member,
)


@dataclass(frozen=True, slots=True)
class RowsLink:
    """A way to Datasette's rows: what they are, and the address."""

    label: str
    link: str


def paragraphs_of(array: str) -> tuple[str, ...]:
    """The exemption paragraphs of a column, which has them as a JSON array."""
    return tuple(json.loads(array))


def file_name(path: str | None) -> str:
    """The last part of a path or address: where a file lay is nobody's business."""
    return PurePosixPath(path or "").name or "a file without a name"


def web(url: str | None) -> str | None:
    """The address, if a browser can go there; a record may hold any text."""
    return url if url and url.startswith(("https://", "http://")) else None


def year_chart(years: Sequence[YearCount]) -> BarChart | None:
    """A chart of the reports by year; those without a date are left out."""
    dated = {count.year: count.reports for count in years if count.year is not None}
    by_year = {str(year): reports for year, reports in years_between(dated).items()}
    return bar_chart("Reports by year of the meeting", by_year)


def trail_to(
    addresses: Addresses, council_code: str | None, council: str | None
) -> list[tuple[str, str]]:
    """Crumbs of what a council has: labels and addresses, from the home page."""
    way = [("Home", addresses.home()), ("Councils", addresses.councils())]
    if council_code and council:
        way.append((council, addresses.council(council_code)))
    return way


def trail_to_meeting(
    addresses: Addresses,
    council: tuple[str | None, str | None],
    committee: tuple[str | None, str | None],
    meeting: tuple[str | None, str | None],
) -> list[tuple[str, str]]:
    """Crumbs of what a meeting has; each is a key and a name, a meeting's name is its ISO date."""
    steps = trail_to(addresses, *council)
    if committee[0] and committee[1]:
        steps.append((committee[1], addresses.committee(committee[0])))
    if meeting[0]:
        steps.append((long_date(meeting[1]), addresses.meeting(meeting[0])))
    return steps
