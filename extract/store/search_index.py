"""One index of words over everything: an entry a report, and one a paper that belongs to none.

An entry gathers what stands apart in the other tables, so that the words of one question may stand
in different sections of a report. The index keeps no text of its own: it reads `search_texts`. So
an entry is taken out while its texts are still what they were when it went in (`leave`), and goes
in again when they are what they shall be (`enter`). An entry refers to its report or part, which
hence cannot go before it.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from extract.store.columns import ENTRY_KINDS
from schemas.vocabulary import ImplicationStatus, ImplicationType, PartKind

#: What each type of implication counts for in `search_entries.substantive`: 1, 2, 4 …
BITS: dict[ImplicationType, int] = {kind: 1 << at for at, kind in enumerate(ImplicationType)}


def leave(db: Database, entries: Iterable[int]) -> None:
    """Take entries out of the index; those that are not in it are no matter."""
    for entry in entries:
        if db.execute("SELECT 1 FROM search_entries WHERE id = ?", [entry]).fetchone():
            db.execute("DELETE FROM search_fts WHERE rowid = ?", [entry])
            db.execute("DELETE FROM search_entries WHERE id = ?", [entry])


def enter(db: Database, reports: Iterable[int], sha256: str) -> None:
    """Put reports into the index, and what a document holds that belongs to no report."""
    for report in reports:
        db.execute(f"{_REPORT_ENTRIES} WHERE reports.id = ?", [report])
        db.execute(f"{_FILL} WHERE id = ?", [report])
    db.execute(f"{_PART_ENTRIES} AND parts.document_sha256 = ?", [sha256])
    db.execute(f"{_FILL} WHERE id IN ({_PARTS_WITH_ENTRIES})", [sha256])


def entries_of(db: Database, sha256: str) -> set[int]:
    """Entries of what a document holds that belongs to no report."""
    return {entry for (entry,) in db.execute(_PARTS_WITH_ENTRIES, [sha256])}


def enter_all(db: Database) -> None:
    """Put everything into an index that has nothing yet."""
    db.execute(_REPORT_ENTRIES)
    db.execute(_PART_ENTRIES)
    rebuild(db)


def rebuild(db: Database) -> None:
    """Index the words of all entries anew."""
    db.execute("INSERT INTO search_fts (search_fts) VALUES ('rebuild')")


def optimize(db: Database) -> None:
    """Merge what many transactions have left of the index into one."""
    db.execute("INSERT INTO search_fts (search_fts) VALUES ('optimize')")


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f"'{value}'" for value in values)


_BIT = " ".join(f"WHEN '{kind}' THEN {bit}" for kind, bit in BITS.items())

_COLUMNS = """
INSERT INTO search_entries (id, kind, report_id, part_id, council_code, committee_id, date, year,
  key_decision, substantive)"""

_REPORT_ENTRIES = f"""{_COLUMNS}
SELECT id, '{PartKind.REPORT}', id, NULL, council_code, committee_id,
  coalesce(meeting_date, report_date),
  CAST(substr(coalesce(meeting_date, report_date), 1, 4) AS INTEGER), key_decision, (
    SELECT coalesce(sum(DISTINCT CASE type {_BIT} END), 0) FROM implications
    WHERE report_id = reports.id AND status = '{ImplicationStatus.SUBSTANTIVE}'
  )
FROM reports"""

_PART_ENTRIES = f"""{_COLUMNS}
SELECT parts.id, parts.kind, NULL, parts.id, documents.council_code,
  coalesce(parts.committee_id, documents.committee_id),
  coalesce(parts.meeting_date, documents.meeting_date),
  CAST(substr(coalesce(parts.meeting_date, documents.meeting_date), 1, 4) AS INTEGER), NULL, 0
FROM parts CROSS JOIN documents ON documents.sha256 = parts.document_sha256
WHERE parts.report_id IS NULL AND parts.kind IN ({_listed(ENTRY_KINDS)})"""

_PARTS_WITH_ENTRIES = """
SELECT search_entries.id FROM parts CROSS JOIN search_entries ON search_entries.part_id = parts.id
WHERE parts.document_sha256 = ?"""

_FILL = """
INSERT INTO search_fts (rowid, title, summary, recommendations, implications, body)
SELECT id, title, summary, recommendations, implications, body FROM search_texts"""
