"""Kinds of columns: the constraints that the tables share, and the vocabularies they keep to."""

from __future__ import annotations

from schemas import Delegation
from schemas.vocabulary import (
    ConfidentialityStatus,
    DocumentKind,
    ImplicationStatus,
    ImplicationType,
    MemberRole,
    PartKind,
    PersonKind,
    PersonRole,
    ProblemCode,
    Reader,
    RecommendationAction,
    SectionKind,
    SignOffArea,
)

#: `documents.status` of a document that was read; else the code of the problem that stopped it.
READ = "read"

#: `search_entries.kind`: reports, and parts that hold something to read.
ENTRY_KINDS: tuple[str, ...] = tuple(kind for kind in PartKind if kind != PartKind.BLANK)

#: Columns that hold a value of a vocabulary, and its values.
VOCABULARIES: dict[tuple[str, str], tuple[str, ...]] = {
    ("documents", "status"): (READ, *ProblemCode),
    ("documents", "kind"): tuple(DocumentKind),
    ("documents", "reader"): tuple(Reader),
    ("reports", "confidentiality_status"): tuple(ConfidentialityStatus),
    ("people", "kind"): tuple(PersonKind),
    ("contributions", "role"): tuple(PersonRole),
    ("contributions", "kind"): tuple(PersonKind),
    ("recommendations", "action"): tuple(RecommendationAction),
    ("delegations", "part"): tuple(Delegation.model_fields),
    ("implications", "type"): tuple(ImplicationType),
    ("implications", "status"): tuple(ImplicationStatus),
    ("sign_offs", "area"): tuple(SignOffArea),
    ("sections", "kind"): tuple(SectionKind),
    ("agenda_items", "confidentiality_status"): tuple(ConfidentialityStatus),
    ("parts", "kind"): tuple(PartKind),
    ("members", "role"): tuple(MemberRole),
    ("problems", "code"): tuple(ProblemCode),
    ("files", "problem"): tuple(ProblemCode),
    ("search_entries", "kind"): ENTRY_KINDS,
}


def one_of(table: str, column: str) -> str:
    """A value of the column's vocabulary, or null."""
    values = ", ".join(f"'{value}'" for value in VOCABULARIES[table, column])
    return f"CHECK ({column} IN ({values}))"


def iso_date(column: str) -> str:
    """A day, ISO 8601."""
    return f"CHECK ({column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"


def iso_time(column: str) -> str:
    """A time of day, 24-hour HH:MM."""
    return f"CHECK ({column} GLOB '[0-9][0-9]:[0-9][0-9]')"


def array(column: str) -> str:
    """A JSON array, which Datasette can facet."""
    return f"CHECK (json_type({column}) = 'array')"


def flag(column: str) -> str:
    """1 for yes, 0 for no."""
    return f"CHECK ({column} IN (0, 1))"


#: Columns of a row of a document.
OF_DOCUMENT = """\
document_sha256 TEXT NOT NULL REFERENCES documents(sha256) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0)"""

#: Columns of a row of a report.
OF_REPORT = """\
report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0)"""

#: Columns of a meeting as one paper prints it, and the meeting that it is.
MEETING = f"""\
committee_id TEXT REFERENCES committees(id) DEFERRABLE INITIALLY DEFERRED,
  meeting_id TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
  meeting_date TEXT {iso_date("meeting_date")},
  meeting_time TEXT {iso_time("meeting_time")}"""

#: Columns of a run of pages, both null for text.
PAGES = """\
first_page INTEGER CHECK (first_page >= 1),
  last_page INTEGER CHECK (last_page >= 1)"""
BOTH_PAGES = "CHECK ((first_page IS NULL) = (last_page IS NULL))"

#: The same of the numbers printed on the pages.
PRINTED_PAGES = """\
printed_first_page INTEGER CHECK (printed_first_page >= 1),
  printed_last_page INTEGER CHECK (printed_last_page >= 1)"""
BOTH_PRINTED_PAGES = "CHECK ((printed_first_page IS NULL) = (printed_last_page IS NULL))"

#: Columns of one place of a source: a box on a page, or a range of characters.
PLACE = """\
path TEXT NOT NULL,
  page INTEGER CHECK (page >= 1),
  x0 REAL,
  top REAL,
  x1 REAL,
  bottom REAL,
  char_start INTEGER CHECK (char_start >= 0),
  char_end INTEGER CHECK (char_end >= 0),
  selector TEXT,
  confidence REAL CHECK (confidence BETWEEN 0 AND 1)"""
ONE_PLACE = "CHECK ((page + x0 + top + x1 + bottom IS NULL) <> (char_start + char_end IS NULL))"
