"""Committees, meetings and people: gathered from the reports that name them.

Reports print one committee as "CABINET" and "Cabinet", and one person with three job titles. A
row here is what all the reports that point at it agree on, worked out again whenever one of them
comes or goes, so that it does not depend on the order in which documents were read. An entity
that no report names any more is removed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlite_utils import Database

from extract.store.rows import Rows


@dataclass(frozen=True)
class Named:
    """Keys of what some reports name."""

    councils: set[str] = field(default_factory=set)
    committees: set[str] = field(default_factory=set)
    meetings: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)

    def __or__(self, other: Named) -> Named:
        return Named(
            self.councils | other.councils,
            self.committees | other.committees,
            self.meetings | other.meetings,
            self.people | other.people,
        )


def named_in_rows(rows: Rows) -> Named:
    """What the rows of a new document name."""
    return Named(
        rows.column("reports", "council_code"),
        rows.column("reports", "committee_id"),
        rows.column("reports", "meeting_id"),
        rows.column("contributions", "person_id"),
    )


def named_in_database(db: Database, document_sha256: str) -> Named:
    """What the stored reports of a document name."""

    def keys(sql: str) -> set[str]:
        return {key for (key,) in db.execute(sql, [document_sha256]) if key is not None}

    return Named(
        keys("SELECT council_code FROM reports WHERE document_sha256 = ?"),
        keys("SELECT committee_id FROM reports WHERE document_sha256 = ?"),
        keys("SELECT meeting_id FROM reports WHERE document_sha256 = ?"),
        keys(
            "SELECT person_id FROM contributions JOIN reports ON reports.id = report_id"
            " WHERE document_sha256 = ?"
        ),
    )


def refresh(db: Database, named: Named) -> None:
    """Bring the rows of `named` in line with the reports, inside the caller's transaction."""
    for sql, keys in (
        (_GATHER_COMMITTEE, named.committees),
        (_GATHER_MEETING, named.meetings),
        (_GATHER_PERSON, named.people),
        (_DROP_UNUSED_MEETING, named.meetings),
        (_DROP_UNUSED_PERSON, named.people),
        (_DROP_UNUSED_COMMITTEE, named.committees),
        (_DROP_UNUSED_COUNCIL, named.councils),
    ):
        for key in sorted(keys):
            db.execute(sql, {"key": key})


# A name in capitals gives way to one that is not; then the most frequent, then the first.
_GATHER_COMMITTEE = """
INSERT INTO committees (id, council_code, name)
SELECT committee_id, council_code, committee
FROM reports
WHERE committee_id = :key
GROUP BY committee
ORDER BY committee = upper(committee), count(*) DESC, committee
LIMIT 1
ON CONFLICT (id) DO UPDATE SET name = excluded.name"""

_GATHER_MEETING = """
INSERT INTO meetings (id, committee_id, date, time, venue)
SELECT meeting_id, committee_id, meeting_date,
  (SELECT meeting_time FROM reports WHERE meeting_id = :key AND meeting_time IS NOT NULL
   GROUP BY meeting_time ORDER BY count(*) DESC, meeting_time LIMIT 1),
  (SELECT venue FROM reports WHERE meeting_id = :key AND venue IS NOT NULL
   GROUP BY venue ORDER BY count(*) DESC, venue LIMIT 1)
FROM reports
WHERE meeting_id = :key
LIMIT 1
ON CONFLICT (id) DO UPDATE SET time = excluded.time, venue = excluded.venue"""

# The post is the latest one printed: people move on, and the newest report knows best.
_GATHER_PERSON = """
WITH printed AS (
  SELECT coalesce(nullif(contributions.name, ''), contributions.post) AS shown,
    coalesce(contributions.name, '') = '' AS is_post, contributions.post, contributions.kind,
    reports.council_code, coalesce(reports.meeting_date, reports.report_date, '') AS day
  FROM contributions JOIN reports ON reports.id = contributions.report_id
  WHERE contributions.person_id = :key
)
INSERT INTO people (id, council_code, name, is_post, post, kind)
SELECT :key, council_code, shown, is_post,
  (SELECT post FROM printed WHERE post IS NOT NULL ORDER BY day DESC, post LIMIT 1),
  coalesce(
    (SELECT kind FROM printed WHERE kind <> 'unknown'
     GROUP BY kind ORDER BY count(*) DESC, kind LIMIT 1),
    'unknown')
FROM printed
GROUP BY shown
ORDER BY shown = upper(shown), count(*) DESC, shown
LIMIT 1
ON CONFLICT (id) DO UPDATE SET name = excluded.name, post = excluded.post, kind = excluded.kind"""

_DROP_UNUSED_MEETING = """
DELETE FROM meetings
WHERE id = :key AND NOT EXISTS (SELECT 1 FROM reports WHERE meeting_id = :key)"""

_DROP_UNUSED_PERSON = """
DELETE FROM people
WHERE id = :key AND NOT EXISTS (SELECT 1 FROM contributions WHERE person_id = :key)"""

_DROP_UNUSED_COMMITTEE = """
DELETE FROM committees
WHERE id = :key AND NOT EXISTS (SELECT 1 FROM reports WHERE committee_id = :key)"""

_DROP_UNUSED_COUNCIL = """
DELETE FROM councils
WHERE code = :key AND NOT EXISTS (SELECT 1 FROM reports WHERE council_code = :key)"""
