"""The tables of counts that are made when a run ends, as data; `summaries` fills them."""

from __future__ import annotations

from extract.store.columns import array, flag, one_of

# A council or committee that goes in the middle of a run takes its counts along.
_COUNCIL = "council_code TEXT REFERENCES councils(code) ON DELETE CASCADE"

#: `CREATE TABLE` statements by the table's name.
SUMMARY_TABLES: dict[str, str] = {
    "report_counts": f"""
CREATE TABLE report_counts (
  id INTEGER PRIMARY KEY,
  {_COUNCIL},
  committee_id TEXT REFERENCES committees(id) ON DELETE CASCADE,
  year INTEGER,
  reports INTEGER NOT NULL,
  key_decisions INTEGER NOT NULL,
  exempt INTEGER NOT NULL,
  with_pages INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  recommendations INTEGER NOT NULL,
  UNIQUE (council_code, committee_id, year)
) STRICT""",
    "implication_counts": f"""
CREATE TABLE implication_counts (
  id INTEGER PRIMARY KEY,
  {_COUNCIL},
  year INTEGER,
  type TEXT NOT NULL {one_of("implications", "type")},
  status TEXT NOT NULL {one_of("implications", "status")},
  reports INTEGER NOT NULL,
  UNIQUE (council_code, type, year, status)
) STRICT""",
    "recommendation_counts": f"""
CREATE TABLE recommendation_counts (
  id INTEGER PRIMARY KEY,
  {_COUNCIL},
  year INTEGER,
  action TEXT {one_of("recommendations", "action")},
  recommendations INTEGER NOT NULL,
  UNIQUE (council_code, year, action)
) STRICT""",
    "action_counts": f"""
CREATE TABLE action_counts (
  id INTEGER PRIMARY KEY,
  committee_id TEXT NOT NULL REFERENCES committees(id) ON DELETE CASCADE,
  action TEXT {one_of("recommendations", "action")},
  recommendations INTEGER NOT NULL,
  UNIQUE (committee_id, action)
) STRICT""",
    "contribution_counts": f"""
CREATE TABLE contribution_counts (
  id INTEGER PRIMARY KEY,
  {_COUNCIL},
  committee_id TEXT REFERENCES committees(id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  role TEXT {one_of("contributions", "role")},
  reports INTEGER NOT NULL,
  UNIQUE (person_id, committee_id, council_code, role)
) STRICT""",
    "meeting_counts": f"""
CREATE TABLE meeting_counts (
  id INTEGER PRIMARY KEY,
  {_COUNCIL},
  year INTEGER NOT NULL,
  meetings INTEGER NOT NULL,
  months TEXT NOT NULL {array("months")},
  UNIQUE (council_code, year)
) STRICT""",
    "document_counts": f"""
CREATE TABLE document_counts (
  id INTEGER PRIMARY KEY,
  {_COUNCIL},
  year INTEGER,
  kind TEXT {one_of("documents", "kind")},
  status TEXT NOT NULL {one_of("documents", "status")},
  documents INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  UNIQUE (council_code, year, kind, status)
) STRICT""",
    "problem_counts": f"""
CREATE TABLE problem_counts (
  code TEXT PRIMARY KEY {one_of("problems", "code")},
  problems INTEGER NOT NULL,
  documents INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
    "totals": f"""
CREATE TABLE totals (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  current INTEGER NOT NULL {flag("current")},
  councils INTEGER NOT NULL,
  committees INTEGER NOT NULL,
  meetings INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  recommendations INTEGER NOT NULL,
  implications INTEGER NOT NULL,
  people INTEGER NOT NULL,
  first_meeting TEXT,
  last_meeting TEXT
) STRICT""",
}
