"""Counts that the site shows at once: made anew when a run ends, from the rows that they count.

To count half a million implications takes longer than a reader waits. A run that is cut short
leaves the counts of the run before, marked as not current; the next run makes them.
"""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

from extract.store.columns import READ
from schemas.vocabulary import ImplicationStatus

_YEAR = "CAST(substr(reports.meeting_date, 1, 4) AS INTEGER)"

#: Of several implications of one type, a report counts by the one that says most.
_MOST_FIRST: Final = (
    ImplicationStatus.SUBSTANTIVE,
    ImplicationStatus.NO_DIRECT,
    ImplicationStatus.NONE,
    ImplicationStatus.BLANK,
)
_RANKS: Final = " ".join(f"WHEN '{status}' THEN {at}" for at, status in enumerate(_MOST_FIRST))
_STATUSES: Final = " ".join(f"WHEN {at} THEN '{status}'" for at, status in enumerate(_MOST_FIRST))

#: For each table of counts, the statement that fills it.
_FILL: Final[dict[str, str]] = {
    "report_counts": f"""
INSERT INTO report_counts
SELECT NULL, council_code, committee_id, {_YEAR}, count(*), sum(key_decision IS 1),
  sum(confidentiality_status IN ('exempt', 'part_exempt')),
  count(first_page), coalesce(sum(last_page - first_page + 1), 0),
  coalesce(sum(
    (SELECT count(*) FROM recommendations WHERE report_id = reports.id AND parent IS NULL)), 0)
FROM reports GROUP BY 2, 3, 4""",
    "implication_counts": f"""
INSERT INTO implication_counts
SELECT NULL, reports.council_code, {_YEAR}, said.type,
  CASE said.rank {_STATUSES} END, count(*)
FROM (
  SELECT report_id, type, min(CASE status {_RANKS} END) AS rank
  FROM implications GROUP BY report_id, type
) AS said
JOIN reports ON reports.id = said.report_id
GROUP BY 2, 3, 4, said.rank""",
    "recommendation_counts": f"""
INSERT INTO recommendation_counts
SELECT NULL, reports.council_code, {_YEAR}, recommendations.action, count(*)
FROM recommendations JOIN reports ON reports.id = recommendations.report_id
GROUP BY 2, 3, 4""",
    "action_counts": """
INSERT INTO action_counts
SELECT NULL, reports.committee_id, recommendations.action, count(*)
FROM recommendations JOIN reports ON reports.id = recommendations.report_id
WHERE reports.committee_id IS NOT NULL
GROUP BY 2, 3""",
    # Whoever is two things to a report has it once in the row without a role.
    "contribution_counts": """
INSERT INTO contribution_counts
SELECT NULL, council_code, committee_id, person_id, role, count(*)
FROM (
  SELECT DISTINCT reports.council_code, reports.committee_id, contributions.person_id,
    contributions.role, contributions.report_id
  FROM contributions JOIN reports ON reports.id = contributions.report_id
  WHERE contributions.person_id IS NOT NULL
  UNION ALL
  SELECT DISTINCT reports.council_code, reports.committee_id, contributions.person_id,
    NULL, contributions.report_id
  FROM contributions JOIN reports ON reports.id = contributions.report_id
  WHERE contributions.person_id IS NOT NULL
)
GROUP BY 2, 3, 4, 5""",
    "meeting_counts": """
INSERT INTO meeting_counts
SELECT NULL, council_code, year, sum(meetings), json_group_array(month)
FROM (
  SELECT committees.council_code, CAST(substr(meetings.date, 1, 4) AS INTEGER) AS year,
    CAST(substr(meetings.date, 6, 2) AS INTEGER) AS month, count(*) AS meetings
  FROM meetings JOIN committees ON committees.id = meetings.committee_id
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
)
GROUP BY 2, 3""",
    "document_counts": """
INSERT INTO document_counts
SELECT NULL, council_code, CAST(substr(meeting_date, 1, 4) AS INTEGER), kind, status,
  count(*), coalesce(sum(pages), 0)
FROM documents GROUP BY 2, 3, 4, 5""",
    "problem_counts": """
INSERT INTO problem_counts
SELECT code, count(*), count(DISTINCT document_sha256) FROM problems GROUP BY code""",
    "totals": f"""
INSERT INTO totals
SELECT 1, 1,
  (SELECT count(DISTINCT council_code) FROM report_counts),
  (SELECT count(*) FROM committees),
  (SELECT count(*) FROM meetings),
  (SELECT count(*) FROM documents),
  (SELECT count(*) FROM documents WHERE status <> '{READ}'),
  (SELECT coalesce(sum(pages), 0) FROM documents),
  (SELECT coalesce(sum(reports), 0) FROM report_counts),
  (SELECT count(*) FROM recommendations),
  (SELECT count(*) FROM implications),
  (SELECT count(*) FROM people),
  (SELECT min(date) FROM meetings),
  (SELECT max(date) FROM meetings)""",
}


def summarise(db: Database) -> None:
    """Make every count anew, in one transaction."""
    with db.atomic():
        for table, statement in _FILL.items():
            db.execute(f"DELETE FROM {table}")
            db.execute(statement)


def outdate(db: Database) -> None:
    """Mark the counts as not current, in the transaction that changes what they count."""
    db.execute("UPDATE totals SET current = 0 WHERE current")


def are_current(db: Database) -> bool:
    """Whether the counts are those of the rows."""
    return bool(db.execute("SELECT coalesce(max(current), 0) FROM totals").fetchone()[0])
