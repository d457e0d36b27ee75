"""The tables as data; `access` has the indexes, the full-text search and the views.

What each table and column means is written where its readers see it, in `datasette_metadata.json`;
`docs/tables.md` is made from both. Conventions:

- `position` counts from 0 in the order of the document, as the JSON Pointers of `evidence` do.
- `report_id` and the three searchable tables' `id` are integers (see `keys`); everything that
  hangs from a report has the key (`report_id`, `position`) or is unique in it.
- Reports and contributions keep what was printed. Committees, meetings and people are gathered
  from them (see `entities`), so those references are checked at the end of the transaction.
- Lists of exemption paragraphs are JSON arrays, which Datasette can facet.
- The constraints say what the models of `schemas` say, no more: what is a record can be stored.
- Wide text comes last in a row: SQLite reads a row only as far as it has to.
"""

from __future__ import annotations

from schemas import Delegation
from schemas.vocabulary import (
    ConfidentialityStatus,
    DocumentKind,
    ImplicationStatus,
    ImplicationType,
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
    ("problems", "code"): tuple(ProblemCode),
}


def _one_of(table: str, column: str) -> str:
    values = ", ".join(f"'{value}'" for value in VOCABULARIES[table, column])
    return f"CHECK ({column} IN ({values}))"


def _iso_date(column: str) -> str:
    return f"CHECK ({column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"


def _iso_time(column: str) -> str:
    return f"CHECK ({column} GLOB '[0-9][0-9]:[0-9][0-9]')"


def _array(column: str) -> str:
    return f"CHECK (json_type({column}) = 'array')"


_OF_REPORT = """\
report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0)"""

# The recommendation or implication that a sum or citation stands in, where it stands in one.
_STATED_IN = """\
recommendation_id INTEGER REFERENCES recommendations(id) ON DELETE CASCADE,
  implication_id INTEGER REFERENCES implications(id) ON DELETE CASCADE,
  within TEXT NOT NULL CHECK (within LIKE '/%')"""

#: `CREATE TABLE` statements, each after those that it refers to.
TABLES: dict[str, str] = {
    "councils": """
CREATE TABLE councils (
  code TEXT PRIMARY KEY,
  official_name TEXT NOT NULL,
  nice_name TEXT,
  gss_code TEXT,
  type TEXT,
  nation TEXT,
  region TEXT,
  start_date TEXT,
  end_date TEXT,
  replaced_by TEXT,
  alt_names TEXT,
  system TEXT,
  base_url TEXT
) STRICT, WITHOUT ROWID""",
    "committees": """
CREATE TABLE committees (
  id TEXT PRIMARY KEY,
  council_code TEXT REFERENCES councils(code),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    "meetings": f"""
CREATE TABLE meetings (
  id TEXT PRIMARY KEY,
  committee_id TEXT NOT NULL REFERENCES committees(id),
  date TEXT NOT NULL {_iso_date("date")},
  time TEXT {_iso_time("time")},
  venue TEXT
) STRICT, WITHOUT ROWID""",
    "documents": f"""
CREATE TABLE documents (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  path TEXT,
  url TEXT,
  status TEXT NOT NULL {_one_of("documents", "status")},
  kind TEXT {_one_of("documents", "kind")},
  media_type TEXT,
  pages INTEGER CHECK (pages >= 0),
  reader TEXT {_one_of("documents", "reader")},
  parser_version TEXT NOT NULL,
  CHECK (status <> 'read' OR media_type || kind || reader IS NOT NULL)
) STRICT, WITHOUT ROWID""",
    "reports": f"""
CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  document_sha256 TEXT NOT NULL REFERENCES documents(sha256) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  council_code TEXT REFERENCES councils(code),
  committee_id TEXT REFERENCES committees(id) DEFERRABLE INITIALLY DEFERRED,
  meeting_id TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
  meeting_date TEXT {_iso_date("meeting_date")},
  meeting_time TEXT {_iso_time("meeting_time")},
  report_date TEXT {_iso_date("report_date")},
  key_decision INTEGER CHECK (key_decision IN (0, 1)),
  confidentiality_status TEXT NOT NULL {_one_of("reports", "confidentiality_status")},
  exemption_paragraphs TEXT NOT NULL {_array("exemption_paragraphs")},
  first_page INTEGER CHECK (first_page >= 1),
  last_page INTEGER CHECK (last_page >= 1),
  agenda_item TEXT,
  reference TEXT,
  title TEXT,
  committee TEXT,
  venue TEXT,
  confidentiality_statement TEXT,
  summary TEXT,
  reasons TEXT,
  alternatives TEXT,
  UNIQUE (document_sha256, position),
  CHECK ((first_page IS NULL) = (last_page IS NULL))
) STRICT""",
    "report_wards": f"""
CREATE TABLE report_wards (
  {_OF_REPORT},
  ward TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID""",
    "people": f"""
CREATE TABLE people (
  id TEXT PRIMARY KEY,
  council_code TEXT REFERENCES councils(code),
  name TEXT NOT NULL,
  is_post INTEGER NOT NULL CHECK (is_post IN (0, 1)),
  post TEXT,
  kind TEXT NOT NULL {_one_of("people", "kind")}
) STRICT, WITHOUT ROWID""",
    "contributions": f"""
CREATE TABLE contributions (
  {_OF_REPORT},
  person_id TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL {_one_of("contributions", "role")},
  kind TEXT NOT NULL {_one_of("contributions", "kind")},
  honorific TEXT,
  name TEXT,
  post TEXT,
  email TEXT,
  phone TEXT,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID""",
    "recommendations": f"""
CREATE TABLE recommendations (
  id INTEGER PRIMARY KEY,
  {_OF_REPORT},
  action TEXT {_one_of("recommendations", "action")},
  label TEXT NOT NULL,
  parent TEXT,
  text TEXT NOT NULL,
  UNIQUE (report_id, position)
) STRICT""",
    "delegations": f"""
CREATE TABLE delegations (
  {_OF_REPORT},
  recommendation_id INTEGER NOT NULL REFERENCES recommendations(id) ON DELETE CASCADE,
  part TEXT NOT NULL {_one_of("delegations", "part")},
  office TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID""",
    "implications": f"""
CREATE TABLE implications (
  id INTEGER PRIMARY KEY,
  {_OF_REPORT},
  type TEXT NOT NULL {_one_of("implications", "type")},
  status TEXT NOT NULL {_one_of("implications", "status")},
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (report_id, position)
) STRICT""",
    "appendices": f"""
CREATE TABLE appendices (
  {_OF_REPORT},
  label TEXT NOT NULL,
  title TEXT NOT NULL,
  exemption_paragraphs TEXT NOT NULL {_array("exemption_paragraphs")},
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID""",
    "background_papers": f"""
CREATE TABLE background_papers (
  {_OF_REPORT},
  title TEXT NOT NULL,
  exemption_paragraphs TEXT NOT NULL {_array("exemption_paragraphs")},
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID""",
    "sign_offs": f"""
CREATE TABLE sign_offs (
  {_OF_REPORT},
  area TEXT NOT NULL {_one_of("sign_offs", "area")},
  reference TEXT,
  date TEXT {_iso_date("date")},
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID""",
    "sums": f"""
CREATE TABLE sums (
  {_OF_REPORT},
  amount REAL NOT NULL,
  {_STATED_IN},
  text TEXT NOT NULL,
  context TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID""",
    "legislation": f"""
CREATE TABLE legislation (
  {_OF_REPORT},
  title TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1000 AND 9999),
  provision TEXT,
  {_STATED_IN},
  url TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID""",
    "sections": f"""
CREATE TABLE sections (
  id INTEGER PRIMARY KEY,
  {_OF_REPORT},
  kind TEXT NOT NULL {_one_of("sections", "kind")},
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 6),
  first_page INTEGER CHECK (first_page >= 1),
  last_page INTEGER CHECK (last_page >= 1),
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (report_id, position),
  CHECK ((first_page IS NULL) = (last_page IS NULL))
) STRICT""",
    "evidence": f"""
CREATE TABLE evidence (
  {_OF_REPORT},
  path TEXT NOT NULL,
  page INTEGER CHECK (page >= 1),
  x0 REAL,
  top REAL,
  x1 REAL,
  bottom REAL,
  char_start INTEGER CHECK (char_start >= 0),
  char_end INTEGER CHECK (char_end >= 0),
  selector TEXT,
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  PRIMARY KEY (report_id, position),
  CHECK ((page + x0 + top + x1 + bottom IS NULL) <> (char_start + char_end IS NULL))
) STRICT, WITHOUT ROWID""",
    "problems": f"""
CREATE TABLE problems (
  document_sha256 TEXT NOT NULL REFERENCES documents(sha256) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  code TEXT NOT NULL {_one_of("problems", "code")},
  page INTEGER CHECK (page >= 1),
  message TEXT NOT NULL,
  PRIMARY KEY (document_sha256, position)
) STRICT, WITHOUT ROWID""",
    "runs": """
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  finished TEXT,
  parser_version TEXT NOT NULL,
  read INTEGER NOT NULL DEFAULT 0 CHECK (read >= 0),
  unchanged INTEGER NOT NULL DEFAULT 0 CHECK (unchanged >= 0),
  failed INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0)
) STRICT""",
}
