"""The tables of reports and of what hangs from them, as data."""

from __future__ import annotations

from extract.store.columns import (
    BOTH_PAGES,
    MEETING,
    OF_DOCUMENT,
    OF_REPORT,
    ONE_PLACE,
    PAGES,
    PLACE,
    array,
    flag,
    iso_date,
    one_of,
)

# The recommendation or implication that a sum or citation stands in, where it stands in one.
_STATED_IN = """\
recommendation_id INTEGER REFERENCES recommendations(id) ON DELETE CASCADE,
  implication_id INTEGER REFERENCES implications(id) ON DELETE CASCADE,
  within TEXT NOT NULL CHECK (within LIKE '/%')"""

#: `CREATE TABLE` statements by the table's name.
REPORT_TABLES: dict[str, str] = {
    "reports": f"""
CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  {OF_DOCUMENT},
  council_code TEXT REFERENCES councils(code),
  {MEETING},
  report_date TEXT {iso_date("report_date")},
  key_decision INTEGER {flag("key_decision")},
  confidentiality_status TEXT NOT NULL {one_of("reports", "confidentiality_status")},
  exemption_paragraphs TEXT NOT NULL {array("exemption_paragraphs")},
  {PAGES},
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
  {BOTH_PAGES}
) STRICT""",
    "report_sources": f"""
CREATE TABLE report_sources (
  report_id INTEGER NOT NULL REFERENCES reports(id) DEFERRABLE INITIALLY DEFERRED,
  {OF_DOCUMENT},
  shown INTEGER NOT NULL {flag("shown")},
  {PAGES},
  agenda_item TEXT,
  council_code TEXT REFERENCES councils(code),
  meeting_date TEXT {iso_date("meeting_date")},
  title_key TEXT NOT NULL,
  record TEXT,
  PRIMARY KEY (document_sha256, position),
  {BOTH_PAGES},
  CHECK (shown = (record IS NULL))
) STRICT""",
    "report_wards": f"""
CREATE TABLE report_wards (
  {OF_REPORT},
  ward TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID""",
    "contributions": f"""
CREATE TABLE contributions (
  {OF_REPORT},
  person_id TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL {one_of("contributions", "role")},
  kind TEXT NOT NULL {one_of("contributions", "kind")},
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
  {OF_REPORT},
  action TEXT {one_of("recommendations", "action")},
  label TEXT NOT NULL,
  parent TEXT,
  text TEXT NOT NULL,
  UNIQUE (report_id, position)
) STRICT""",
    "delegations": f"""
CREATE TABLE delegations (
  {OF_REPORT},
  recommendation_id INTEGER NOT NULL REFERENCES recommendations(id) ON DELETE CASCADE,
  part TEXT NOT NULL {one_of("delegations", "part")},
  office TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID""",
    "implications": f"""
CREATE TABLE implications (
  id INTEGER PRIMARY KEY,
  {OF_REPORT},
  type TEXT NOT NULL {one_of("implications", "type")},
  status TEXT NOT NULL {one_of("implications", "status")},
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (report_id, position)
) STRICT""",
    "appendices": f"""
CREATE TABLE appendices (
  {OF_REPORT},
  label TEXT NOT NULL,
  title TEXT NOT NULL,
  exemption_paragraphs TEXT NOT NULL {array("exemption_paragraphs")},
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID""",
    "background_papers": f"""
CREATE TABLE background_papers (
  {OF_REPORT},
  title TEXT NOT NULL,
  exemption_paragraphs TEXT NOT NULL {array("exemption_paragraphs")},
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID""",
    "sign_offs": f"""
CREATE TABLE sign_offs (
  {OF_REPORT},
  area TEXT NOT NULL {one_of("sign_offs", "area")},
  reference TEXT,
  date TEXT {iso_date("date")},
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID""",
    "sums": f"""
CREATE TABLE sums (
  {OF_REPORT},
  amount REAL NOT NULL,
  {_STATED_IN},
  text TEXT NOT NULL,
  context TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID""",
    "legislation": f"""
CREATE TABLE legislation (
  {OF_REPORT},
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
  {OF_REPORT},
  kind TEXT NOT NULL {one_of("sections", "kind")},
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 6),
  {PAGES},
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (report_id, position),
  {BOTH_PAGES}
) STRICT""",
    "evidence": f"""
CREATE TABLE evidence (
  {OF_REPORT},
  {PLACE},
  PRIMARY KEY (report_id, position),
  {ONE_PLACE}
) STRICT, WITHOUT ROWID""",
    "outcomes": f"""
CREATE TABLE outcomes (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  part_id INTEGER NOT NULL REFERENCES parts(id) ON DELETE CASCADE,
  as_recommended INTEGER NOT NULL {flag("as_recommended")},
  text_start INTEGER NOT NULL CHECK (text_start >= 0),
  text_end INTEGER NOT NULL CHECK (text_end > text_start),
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (report_id, part_id)
) STRICT""",
}
