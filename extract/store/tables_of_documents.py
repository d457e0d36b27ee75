"""The tables of documents, of what they are made of and of what they name, as data."""

from __future__ import annotations

from extract.store.columns import (
    BOTH_PAGES,
    BOTH_PRINTED_PAGES,
    MEETING,
    OF_DOCUMENT,
    ONE_PLACE,
    PAGES,
    PLACE,
    PRINTED_PAGES,
    array,
    flag,
    iso_date,
    iso_time,
    one_of,
)

#: What papers name: `CREATE TABLE` statements by the table's name.
ENTITY_TABLES: dict[str, str] = {
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
    "people": f"""
CREATE TABLE people (
  id TEXT PRIMARY KEY,
  council_code TEXT REFERENCES councils(code),
  name TEXT NOT NULL,
  is_post INTEGER NOT NULL {flag("is_post")},
  post TEXT,
  kind TEXT NOT NULL {one_of("people", "kind")}
) STRICT, WITHOUT ROWID""",
    "meetings": f"""
CREATE TABLE meetings (
  id TEXT PRIMARY KEY,
  committee_id TEXT NOT NULL REFERENCES committees(id),
  date TEXT NOT NULL {iso_date("date")},
  time TEXT {iso_time("time")},
  venue TEXT,
  chair_id TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID""",
}

#: Files, and what an agenda, a pack, minutes or a notice of decisions holds beside reports.
DOCUMENT_TABLES: dict[str, str] = {
    "documents": f"""
CREATE TABLE documents (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  path TEXT,
  url TEXT,
  status TEXT NOT NULL {one_of("documents", "status")},
  kind TEXT {one_of("documents", "kind")},
  media_type TEXT,
  pages INTEGER CHECK (pages >= 0),
  reader TEXT {one_of("documents", "reader")},
  parser_version TEXT NOT NULL,
  council_code TEXT REFERENCES councils(code),
  {MEETING},
  committee TEXT,
  venue TEXT,
  CHECK (status <> 'read' OR media_type || kind || reader IS NOT NULL)
) STRICT, WITHOUT ROWID""",
    "agenda_items": f"""
CREATE TABLE agenda_items (
  id INTEGER PRIMARY KEY,
  {OF_DOCUMENT},
  meeting_id TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
  number TEXT NOT NULL,
  confidentiality_status TEXT NOT NULL {one_of("agenda_items", "confidentiality_status")},
  exemption_paragraphs TEXT NOT NULL {array("exemption_paragraphs")},
  withheld INTEGER NOT NULL {flag("withheld")},
  {PRINTED_PAGES},
  {PAGES},
  title TEXT NOT NULL,
  confidentiality_statement TEXT,
  text TEXT NOT NULL,
  UNIQUE (document_sha256, position),
  {BOTH_PRINTED_PAGES},
  {BOTH_PAGES}
) STRICT""",
    "parts": f"""
CREATE TABLE parts (
  id INTEGER PRIMARY KEY,
  {OF_DOCUMENT},
  kind TEXT NOT NULL {one_of("parts", "kind")},
  report_id INTEGER REFERENCES reports(id) DEFERRABLE INITIALLY DEFERRED,
  report_position INTEGER CHECK (report_position >= 0),
  agenda_item_id INTEGER REFERENCES agenda_items(id) DEFERRABLE INITIALLY DEFERRED,
  agenda_item TEXT,
  {MEETING},
  {PAGES},
  {PRINTED_PAGES},
  char_start INTEGER CHECK (char_start >= 0),
  char_end INTEGER CHECK (char_end >= 0),
  exemption_paragraphs TEXT NOT NULL {array("exemption_paragraphs")},
  label TEXT NOT NULL,
  title TEXT NOT NULL,
  committee TEXT,
  venue TEXT,
  text TEXT NOT NULL,
  UNIQUE (document_sha256, position),
  {BOTH_PAGES},
  {BOTH_PRINTED_PAGES}
) STRICT""",
    "members": f"""
CREATE TABLE members (
  {OF_DOCUMENT},
  part_id INTEGER REFERENCES parts(id) ON DELETE CASCADE,
  meeting_id TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
  person_id TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL {one_of("members", "role")},
  honorific TEXT,
  name TEXT NOT NULL,
  PRIMARY KEY (document_sha256, position)
) STRICT, WITHOUT ROWID""",
    "document_evidence": f"""
CREATE TABLE document_evidence (
  {OF_DOCUMENT},
  {PLACE},
  PRIMARY KEY (document_sha256, position),
  {ONE_PLACE}
) STRICT, WITHOUT ROWID""",
}

#: What is found by its words.
SEARCH_TABLES: dict[str, str] = {
    "search_entries": f"""
CREATE TABLE search_entries (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL {one_of("search_entries", "kind")},
  report_id INTEGER REFERENCES reports(id),
  part_id INTEGER REFERENCES parts(id),
  council_code TEXT REFERENCES councils(code),
  committee_id TEXT REFERENCES committees(id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT {iso_date("date")},
  year INTEGER,
  key_decision INTEGER {flag("key_decision")},
  substantive INTEGER NOT NULL CHECK (substantive >= 0),
  CHECK ((report_id IS NULL) <> (part_id IS NULL))
) STRICT""",
}

#: What went wrong, and when files were read.
LEDGER_TABLES: dict[str, str] = {
    "problems": f"""
CREATE TABLE problems (
  {OF_DOCUMENT},
  code TEXT NOT NULL {one_of("problems", "code")},
  page INTEGER CHECK (page >= 1),
  message TEXT NOT NULL,
  PRIMARY KEY (document_sha256, position)
) STRICT, WITHOUT ROWID""",
    "problem_codes": f"""
CREATE TABLE problem_codes (
  code TEXT PRIMARY KEY {one_of("problems", "code")},
  cause TEXT NOT NULL,
  remedy TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    "files": f"""
CREATE TABLE files (
  path TEXT PRIMARY KEY,
  size INTEGER CHECK (size >= 0),
  mtime_ns INTEGER,
  document_sha256 TEXT REFERENCES documents(sha256) DEFERRABLE INITIALLY DEFERRED,
  problem TEXT {one_of("files", "problem")},
  run_id INTEGER NOT NULL REFERENCES runs(id),
  CHECK ((document_sha256 IS NULL) <> (problem IS NULL)),
  CHECK (document_sha256 IS NULL OR size + mtime_ns IS NOT NULL)
) STRICT""",
    "runs": """
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  finished TEXT,
  parser_version TEXT NOT NULL,
  found INTEGER NOT NULL DEFAULT 0 CHECK (found >= 0),
  not_taken INTEGER NOT NULL DEFAULT 0 CHECK (not_taken >= 0),
  read INTEGER NOT NULL DEFAULT 0 CHECK (read >= 0),
  unchanged INTEGER NOT NULL DEFAULT 0 CHECK (unchanged >= 0),
  failed INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0)
) STRICT""",
}
