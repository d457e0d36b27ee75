"""Committees, meetings and people: gathered from the papers that name them.

Papers print one committee as "CABINET" and "Cabinet", and one person with three job titles. A
row here is what all agendas, minutes and reports that point at it agree on, worked out again
whenever one of them comes or goes, so that it does not depend on the order in which documents
were read. An entity that no paper names any more is removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlite_utils import Database

from extract.store.rows import Rows


@dataclass(frozen=True)
class Named:
    """Keys of what some papers name."""

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


#: The columns that name something: a council, a committee, a meeting, a person.
_NAMING: dict[str, tuple[tuple[str, str], ...]] = {
    "councils": (
        ("documents", "council_code"),
        ("reports", "council_code"),
        ("report_sources", "council_code"),
    ),
    "committees": (
        ("documents", "committee_id"),
        ("parts", "committee_id"),
        ("reports", "committee_id"),
    ),
    "meetings": (
        ("documents", "meeting_id"),
        ("parts", "meeting_id"),
        ("reports", "meeting_id"),
    ),
    "people": (("members", "person_id"), ("contributions", "person_id")),
}

#: How the rows of a document are found in each table.
_OF_DOCUMENT = {
    "documents": "sha256 = ?",
    "parts": "document_sha256 = ?",
    "members": "document_sha256 = ?",
    "reports": "document_sha256 = ?",
    "report_sources": "document_sha256 = ?",
    "contributions": "report_id IN (SELECT id FROM reports WHERE document_sha256 = ?)",
}

#: How the rows of a report are.
_OF_REPORT = {"reports": "id = ?", "contributions": "report_id = ?"}


def named_in_rows(rows: Rows) -> Named:
    """What the rows of a new document name."""
    return Named(
        **{
            entity: set().union(*(rows.column(table, column) for table, column in naming))
            for entity, naming in _NAMING.items()
        }
    )


def named_in_database(db: Database, document_sha256: str) -> Named:
    """What the stored rows of a document name."""
    return _named(db, _OF_DOCUMENT, document_sha256)


def named_in_report(db: Database, report_id: int) -> Named:
    """What the stored rows of a report name."""
    return _named(db, _OF_REPORT, report_id)


def _named(db: Database, found: Mapping[str, str], key: str | int) -> Named:
    """What the rows name that are found by a key."""

    def keys(table: str, column: str) -> set[str]:
        sql = f"SELECT {column} FROM {table} WHERE {found[table]}"
        return {named for (named,) in db.execute(sql, [key]) if named is not None}

    return Named(
        **{
            entity: set().union(
                *(keys(table, column) for table, column in naming if table in found)
            )
            for entity, naming in _NAMING.items()
        }
    )


def refresh(db: Database, named: Named) -> None:
    """Bring the rows of `named` in line with the papers, inside the caller's transaction."""
    for sql, keys in (
        (_GATHER_COMMITTEE, named.committees),
        (_GATHER_PERSON, named.people),
        (_GATHER_MEETING, named.meetings),
        (_drop_unused("meetings", "id"), named.meetings),
        (_drop_unused("people", "id"), named.people),
        (_drop_unused("committees", "id"), named.committees),
        (_drop_unused("councils", "code"), named.councils),
    ):
        for key in sorted(keys):
            db.execute(sql, {"key": key})


def _drop_unused(entity: str, key: str) -> str:
    """Statement that removes an entity that no row names any more."""
    named = (
        f"EXISTS (SELECT 1 FROM {table} WHERE {column} = :key)" for table, column in _NAMING[entity]
    )
    return f"DELETE FROM {entity} WHERE {key} = :key AND NOT ({' OR '.join(named)})"


# A name in capitals gives way to one that is not; then the most frequent, then the first.
_GATHER_COMMITTEE = """
WITH printed AS (
  SELECT council_code, committee FROM documents WHERE committee_id = :key
  UNION ALL
  SELECT council_code, parts.committee FROM parts JOIN documents ON sha256 = document_sha256
  WHERE parts.committee_id = :key
  UNION ALL
  SELECT council_code, committee FROM reports WHERE committee_id = :key
)
INSERT INTO committees (id, council_code, name)
SELECT :key, council_code, committee
FROM printed
GROUP BY committee
ORDER BY committee = upper(committee), count(*) DESC, committee
LIMIT 1
ON CONFLICT (id) DO UPDATE SET name = excluded.name"""

# Time and place as the agenda has them; else as minutes or a notice do; else as most reports do.
# The chair is whom most of its papers name.
_GATHER_MEETING = """
WITH printed AS (
  SELECT kind NOT IN ('agenda', 'agenda_pack') AS source, committee_id, meeting_date,
    meeting_time, venue
  FROM documents WHERE meeting_id = :key
  UNION ALL
  SELECT 1, committee_id, meeting_date, meeting_time, venue FROM parts WHERE meeting_id = :key
  UNION ALL
  SELECT 2, committee_id, meeting_date, meeting_time, venue FROM reports WHERE meeting_id = :key
)
INSERT INTO meetings (id, committee_id, date, time, venue, chair_id)
SELECT :key, committee_id, meeting_date,
  (SELECT meeting_time FROM printed WHERE meeting_time IS NOT NULL
   GROUP BY source, meeting_time ORDER BY source, count(*) DESC, meeting_time LIMIT 1),
  (SELECT venue FROM printed WHERE venue IS NOT NULL
   GROUP BY source, venue ORDER BY source, count(*) DESC, venue LIMIT 1),
  (SELECT person_id FROM members WHERE meeting_id = :key AND role = 'chair'
     AND person_id IS NOT NULL
   GROUP BY person_id ORDER BY count(*) DESC, person_id LIMIT 1)
FROM printed
LIMIT 1
ON CONFLICT (id) DO UPDATE
SET time = excluded.time, venue = excluded.venue, chair_id = excluded.chair_id"""

# The post is the latest one printed: people move on, and the newest report knows best.
_GATHER_PERSON = """
WITH printed AS (
  SELECT coalesce(nullif(contributions.name, ''), contributions.post) AS shown,
    coalesce(contributions.name, '') = '' AS is_post, contributions.post, contributions.kind,
    reports.council_code, coalesce(reports.meeting_date, reports.report_date, '') AS day
  FROM contributions JOIN reports ON reports.id = contributions.report_id
  WHERE contributions.person_id = :key
  UNION ALL
  SELECT members.name, 0, NULL, 'unknown', documents.council_code, ''
  FROM members JOIN documents ON documents.sha256 = members.document_sha256
  WHERE members.person_id = :key
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
