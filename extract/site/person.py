"""A person's or post's page: what they put before whom, where they sit, what is left to them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from datasette.app import Datasette
from datasette.utils import tilde_decode
from datasette.utils.asgi import Request, Response

from extract.site.addresses import Addresses
from extract.site.pages import page
from extract.site.paging import pager, paging_of
from extract.site.questions import Archive, Question, archive_of
from extract.site.shown import COUNCIL_NAME, REPORT_COLUMNS, ReportLine, RowsLink, trail_to
from extract.store.columns import VOCABULARIES

REPORTS_A_PAGE: Final = 20
MOST_SEATS: Final = 20
MOST_DELEGATIONS: Final = 10
_ROLES: Final = VOCABULARIES["contributions", "role"]


@dataclass(frozen=True, slots=True)
class Person:
    """A person, or a post without a name (`is_post`), of a council where that is known."""

    id: str
    name: str
    is_post: int
    post: str | None
    kind: str
    council_code: str | None
    council: str | None

    @property
    def office(self) -> str:
        """The office that powers are delegated to; "" where none is printed."""
        return self.post or (self.name if self.is_post else "")


@dataclass(frozen=True, slots=True)
class Role:
    """In how many reports the person is something; None for in whatever role."""

    role: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class Post:
    """A post as reports print it, with the ISO dates of the first and the last of them."""

    post: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Contact:
    """An e-mail address and a telephone number, as a report prints them."""

    email: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class CommitteeCount:
    """A committee, and how many of its reports name the person."""

    id: str
    name: str
    reports: int


@dataclass(frozen=True, slots=True)
class NamedIn(ReportLine):
    """A report that names the person; `roles` is a JSON array."""

    roles: str

    @property
    def named_as(self) -> tuple[str, ...]:
        """What the person is to it."""
        return tuple(json.loads(self.roles))


@dataclass(frozen=True, slots=True)
class Seat:
    """A meeting that the person sat in; `total` is the number of all those meetings."""

    id: str
    date: str
    committee: str
    role: str
    rank: int
    total: int


@dataclass(frozen=True, slots=True)
class Delegated:
    """A recommendation that leaves a decision to the office, or has it consulted."""

    part: str
    text: str
    report_id: int
    title: str | None
    date: str | None
    total: int


PERSON: Final = Question(
    f"""
SELECT people.id, people.name, people.is_post, people.post, people.kind, people.council_code,
  {COUNCIL_NAME} AS council
FROM people LEFT JOIN councils ON councils.code = people.council_code WHERE people.id = :id""",
    Person,
)

ROLES: Final = Question(
    """
SELECT role, sum(reports) AS reports FROM contribution_counts
WHERE person_id = :id GROUP BY role ORDER BY role IS NOT NULL, reports DESC, role""",
    Role,
)

POSTS: Final = Question(
    """
SELECT contributions.post, min(reports.meeting_date) AS first, max(reports.meeting_date) AS last
FROM contributions CROSS JOIN reports ON reports.id = contributions.report_id
WHERE contributions.person_id = :id AND contributions.post IS NOT NULL
GROUP BY contributions.post ORDER BY last DESC, contributions.post LIMIT 12""",
    Post,
)

#: As the latest report prints them. Where contacts are hidden, SQLite gives none.
CONTACT: Final = Question(
    """
SELECT contributions.email, contributions.phone
FROM contributions CROSS JOIN reports ON reports.id = contributions.report_id
WHERE contributions.person_id = :id
  AND (contributions.email IS NOT NULL OR contributions.phone IS NOT NULL)
ORDER BY reports.meeting_date DESC, reports.id DESC, contributions.position LIMIT 1""",
    Contact,
)

COMMITTEES: Final = Question(
    """
SELECT committees.id, committees.name, sum(contribution_counts.reports) AS reports
FROM contribution_counts CROSS JOIN committees
  ON committees.id = contribution_counts.committee_id
WHERE contribution_counts.person_id = :id AND contribution_counts.role IS NULL
GROUP BY committees.id ORDER BY reports DESC, committees.name LIMIT 50""",
    CommitteeCount,
)

REPORTS: Final = Question(
    f"""
WITH named AS (
  SELECT report_id, json_group_array(DISTINCT role) AS roles FROM contributions
  WHERE person_id = :id AND (:role = '' OR role = :role) GROUP BY report_id
)
SELECT {REPORT_COLUMNS}, named.roles
FROM named CROSS JOIN reports ON reports.id = named.report_id
LEFT JOIN committees ON committees.id = reports.committee_id
ORDER BY reports.meeting_date DESC, reports.id DESC LIMIT :most OFFSET :offset""",
    NamedIn,
)

#: Once for each meeting, in the highest seat that a paper of it gives them.
SEATS: Final = Question(
    """
WITH seats AS (
  SELECT meeting_id, role,
    min(CASE role WHEN 'chair' THEN 0 WHEN 'vice_chair' THEN 1 ELSE 2 END) AS rank
  FROM members WHERE person_id = :id AND meeting_id IS NOT NULL GROUP BY meeting_id
)
SELECT meetings.id, meetings.date, committees.name AS committee, seats.role, seats.rank,
  count(*) OVER () AS total
FROM seats
CROSS JOIN meetings ON meetings.id = seats.meeting_id
CROSS JOIN committees ON committees.id = meetings.committee_id
ORDER BY meetings.date DESC, meetings.id LIMIT :most""",
    Seat,
)

#: Texts are read for those alone that are shown.
DELEGATIONS: Final = Question(
    """
WITH newest AS (
  SELECT delegations.part, delegations.recommendation_id, reports.id, reports.title,
    reports.meeting_date AS date, count(*) OVER () AS total
  FROM delegations CROSS JOIN reports ON reports.id = delegations.report_id
  WHERE delegations.part IN ('to', 'in_consultation_with') AND delegations.office = :office
    AND reports.council_code IS :council
  ORDER BY date DESC, reports.id DESC, delegations.position LIMIT :most
)
SELECT newest.part, recommendations.text, newest.id AS report_id, newest.title, newest.date,
  newest.total
FROM newest CROSS JOIN recommendations ON recommendations.id = newest.recommendation_id""",
    Delegated,
)


async def view(datasette: Datasette, request: Request) -> Response:
    """The page; `?role=` for reports in one role, `?page=` for earlier ones."""
    key = tilde_decode(request.url_vars["id"])
    asked = request.args.get("role") or ""
    role = asked if asked in _ROLES else ""
    archive = await archive_of(datasette)
    person = await archive.found("person or post", PERSON, id=key)
    roles = await archive.all(ROLES, id=key)
    total = next((one.reports for one in roles if (one.role or "") == role), 0)
    contact = await archive.one(CONTACT, id=key)
    paging = paging_of(request, total, REPORTS_A_PAGE)
    addresses = Addresses(datasette)
    content = {
        "person": person,
        "roles": roles,
        "role": role,
        "posts": await archive.all(POSTS, id=key),
        "contact": contact,
        "committees": await archive.all(COMMITTEES, id=key),
        "reports": await archive.all(
            REPORTS, id=key, role=role, most=paging.size, offset=paging.offset
        ),
        "pager": pager(
            paging, lambda number: addresses.person(key, page=number, role=role) + "#reports"
        ),
        "seats": await archive.all(SEATS, id=key, most=MOST_SEATS),
        "delegations": await archive.all(
            DELEGATIONS, office=person.office, council=person.council_code, most=MOST_DELEGATIONS
        ),
        "trail_of": trail_to(addresses, person.council_code, person.council),
        "rows": tuple(_rows(archive, addresses, person)),
    }
    return await page(datasette, request, "person.html", content)


def _rows(archive: Archive, addresses: Addresses, person: Person) -> Iterator[RowsLink]:
    yield RowsLink("the person or post", addresses.rows(archive.name, "people", id=person.id))
    for label, table in (
        ("what they are to reports", "contributions"),
        ("where they sit", "members"),
    ):
        yield RowsLink(label, addresses.rows(archive.name, table, person_id=person.id))
    if person.office:
        yield RowsLink(
            "what is delegated to the office",
            addresses.rows(archive.name, "delegations", office=person.office),
        )
