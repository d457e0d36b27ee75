-- A database of the version before agenda packs: its schema, and rows of three documents
-- that tests/store/invented.py had then and one that could not be read.

CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
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
) STRICT, WITHOUT ROWID;
CREATE TABLE committees (
  id TEXT PRIMARY KEY,
  council_code TEXT REFERENCES councils(code),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE meetings (
  id TEXT PRIMARY KEY,
  committee_id TEXT NOT NULL REFERENCES committees(id),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  time TEXT CHECK (time GLOB '[0-9][0-9]:[0-9][0-9]'),
  venue TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE documents (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  path TEXT,
  url TEXT,
  status TEXT NOT NULL CHECK (status IN ('read', 'not_found', 'unsupported', 'not_a_pdf', 'encrypted', 'damaged', 'empty', 'no_text', 'no_pages', 'page_failed', 'pages_unread', 'council_unknown', 'council_ambiguous', 'date_unreadable', 'no_recommendations', 'not_a_report', 'pack_not_split')),
  kind TEXT CHECK (kind IN ('report', 'agenda_pack', 'agenda', 'minutes', 'decisions', 'appendix', 'other')),
  media_type TEXT,
  pages INTEGER CHECK (pages >= 0),
  reader TEXT CHECK (reader IN ('native', 'ocr', 'mixed', 'docx', 'html', 'text')),
  parser_version TEXT NOT NULL,
  CHECK (status <> 'read' OR media_type || kind || reader IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  document_sha256 TEXT NOT NULL REFERENCES documents(sha256) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  council_code TEXT REFERENCES councils(code),
  committee_id TEXT REFERENCES committees(id) DEFERRABLE INITIALLY DEFERRED,
  meeting_id TEXT REFERENCES meetings(id) DEFERRABLE INITIALLY DEFERRED,
  meeting_date TEXT CHECK (meeting_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  meeting_time TEXT CHECK (meeting_time GLOB '[0-9][0-9]:[0-9][0-9]'),
  report_date TEXT CHECK (report_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  key_decision INTEGER CHECK (key_decision IN (0, 1)),
  confidentiality_status TEXT NOT NULL CHECK (confidentiality_status IN ('open', 'part_exempt', 'exempt', 'unstated')),
  exemption_paragraphs TEXT NOT NULL CHECK (json_type(exemption_paragraphs) = 'array'),
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
) STRICT;
CREATE TABLE report_wards (
  report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  ward TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE people (
  id TEXT PRIMARY KEY,
  council_code TEXT REFERENCES councils(code),
  name TEXT NOT NULL,
  is_post INTEGER NOT NULL CHECK (is_post IN (0, 1)),
  post TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('member', 'officer', 'external', 'unknown'))
) STRICT, WITHOUT ROWID;
CREATE TABLE contributions (
  report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  person_id TEXT REFERENCES people(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL CHECK (role IN ('lead_member', 'lead_director', 'report_of', 'author', 'contact', 'presenter', 'signatory', 'approver', 'consultee', 'chair', 'other')),
  kind TEXT NOT NULL CHECK (kind IN ('member', 'officer', 'external', 'unknown')),
  honorific TEXT,
  name TEXT,
  post TEXT,
  email TEXT,
  phone TEXT,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE recommendations (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  action TEXT CHECK (action IN ('note', 'receive', 'consider', 'review', 'comment', 'approve', 'agree', 'adopt', 'endorse', 'recommend', 'delegate', 'authorise', 'instruct', 'appoint', 'award', 'allocate', 'grant', 'refuse', 'defer', 'other')),
  label TEXT NOT NULL,
  parent TEXT,
  text TEXT NOT NULL,
  UNIQUE (report_id, position)
) STRICT;
CREATE TABLE delegations (
  report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  recommendation_id INTEGER NOT NULL REFERENCES recommendations(id) ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('to', 'in_consultation_with')),
  office TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE implications (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  type TEXT NOT NULL CHECK (type IN ('financial', 'legal', 'equality', 'environmental', 'risk', 'workforce', 'property', 'procurement', 'health', 'health_and_safety', 'community_safety', 'data_protection', 'policy', 'children', 'wellbeing_of_future_generations', 'welsh_language', 'human_rights', 'social_value', 'consultation', 'digital', 'rural', 'other')),
  status TEXT NOT NULL CHECK (status IN ('none', 'no_direct', 'substantive', 'blank')),
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (report_id, position)
) STRICT;
CREATE TABLE appendices (
  report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  label TEXT NOT NULL,
  title TEXT NOT NULL,
  exemption_paragraphs TEXT NOT NULL CHECK (json_type(exemption_paragraphs) = 'array'),
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE background_papers (
  report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  title TEXT NOT NULL,
  exemption_paragraphs TEXT NOT NULL CHECK (json_type(exemption_paragraphs) = 'array'),
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE sign_offs (
  report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  area TEXT NOT NULL CHECK (area IN ('finance', 'legal', 'monitoring_officer', 'hr', 'assets', 'procurement', 'director', 'member', 'other')),
  reference TEXT,
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE sums (
  report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  amount REAL NOT NULL,
  recommendation_id INTEGER REFERENCES recommendations(id) ON DELETE CASCADE,
  implication_id INTEGER REFERENCES implications(id) ON DELETE CASCADE,
  within TEXT NOT NULL CHECK (within LIKE '/%'),
  text TEXT NOT NULL,
  context TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE legislation (
  report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  title TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1000 AND 9999),
  provision TEXT,
  recommendation_id INTEGER REFERENCES recommendations(id) ON DELETE CASCADE,
  implication_id INTEGER REFERENCES implications(id) ON DELETE CASCADE,
  within TEXT NOT NULL CHECK (within LIKE '/%'),
  url TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE sections (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('front_matter', 'summary', 'purpose', 'recommendations', 'reasons', 'alternatives', 'implications', 'background', 'consultation', 'conclusion', 'appendices', 'background_papers', 'contacts', 'sign_off', 'confidentiality', 'other')),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 6),
  first_page INTEGER CHECK (first_page >= 1),
  last_page INTEGER CHECK (last_page >= 1),
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (report_id, position),
  CHECK ((first_page IS NULL) = (last_page IS NULL))
) STRICT;
CREATE TABLE evidence (
  report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
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
) STRICT, WITHOUT ROWID;
CREATE TABLE problems (
  document_sha256 TEXT NOT NULL REFERENCES documents(sha256) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  code TEXT NOT NULL CHECK (code IN ('not_found', 'unsupported', 'not_a_pdf', 'encrypted', 'damaged', 'empty', 'no_text', 'no_pages', 'page_failed', 'pages_unread', 'council_unknown', 'council_ambiguous', 'date_unreadable', 'no_recommendations', 'not_a_report', 'pack_not_split')),
  page INTEGER CHECK (page >= 1),
  message TEXT NOT NULL,
  PRIMARY KEY (document_sha256, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  finished TEXT,
  parser_version TEXT NOT NULL,
  read INTEGER NOT NULL DEFAULT 0 CHECK (read >= 0),
  unchanged INTEGER NOT NULL DEFAULT 0 CHECK (unchanged >= 0),
  failed INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0)
) STRICT;
CREATE VIRTUAL TABLE "reports_fts" USING FTS5 (
    "title", "summary", "reasons", "alternatives",
    tokenize='porter unicode61',
    content="reports"
);
CREATE VIRTUAL TABLE "sections_fts" USING FTS5 (
    "heading", "text",
    tokenize='porter unicode61',
    content="sections"
);
CREATE VIRTUAL TABLE "recommendations_fts" USING FTS5 (
    "text",
    tokenize='porter unicode61',
    content="recommendations"
);
CREATE VIRTUAL TABLE "implications_fts" USING FTS5 (
    "heading", "text",
    tokenize='porter unicode61',
    content="implications"
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX committees_by_council ON committees(council_code, name);
CREATE INDEX meetings_by_committee ON meetings(committee_id, date);
CREATE INDEX meetings_by_date ON meetings(date);
CREATE INDEX documents_by_status ON documents(status);
CREATE INDEX documents_by_kind ON documents(kind);
CREATE INDEX reports_by_date ON reports(meeting_date);
CREATE INDEX reports_by_council ON reports(council_code, meeting_date);
CREATE INDEX reports_by_committee ON reports(committee_id, meeting_date);
CREATE INDEX reports_by_meeting ON reports(meeting_id);
CREATE INDEX reports_by_key_decision ON reports(key_decision, meeting_date);
CREATE INDEX reports_by_confidentiality ON reports(confidentiality_status);
CREATE INDEX reports_exempt ON reports(id) WHERE exemption_paragraphs <> '[]';
CREATE INDEX report_wards_by_ward ON report_wards(ward);
CREATE INDEX people_by_council ON people(council_code);
CREATE INDEX people_by_name ON people(name);
CREATE INDEX contributions_by_person ON contributions(person_id, role);
CREATE INDEX contributions_by_role ON contributions(role);
CREATE INDEX recommendations_by_action ON recommendations(action);
CREATE INDEX delegations_by_recommendation ON delegations(recommendation_id, part);
CREATE INDEX delegations_by_office ON delegations(part, office);
CREATE INDEX implications_by_type ON implications(type, status);
CREATE INDEX implications_by_status ON implications(status, type);
CREATE INDEX appendices_exempt ON appendices(report_id, position) WHERE exemption_paragraphs <> '[]';
CREATE INDEX background_papers_exempt ON background_papers(report_id, position) WHERE exemption_paragraphs <> '[]';
CREATE INDEX sign_offs_by_area ON sign_offs(area, date);
CREATE INDEX sums_by_amount ON sums(amount);
CREATE INDEX sums_by_recommendation ON sums(recommendation_id);
CREATE INDEX sums_by_implication ON sums(implication_id);
CREATE INDEX legislation_by_title ON legislation(title, provision);
CREATE INDEX legislation_by_recommendation ON legislation(recommendation_id);
CREATE INDEX legislation_by_implication ON legislation(implication_id);
CREATE INDEX sections_by_kind ON sections(kind);
CREATE INDEX evidence_by_path ON evidence(report_id, path);
CREATE INDEX problems_by_code ON problems(code);
CREATE TRIGGER "reports_ai" AFTER INSERT ON "reports" BEGIN
  INSERT INTO "reports_fts" (rowid, "title", "summary", "reasons", "alternatives") VALUES (new.rowid, new."title", new."summary", new."reasons", new."alternatives");
END;
CREATE TRIGGER "reports_ad" AFTER DELETE ON "reports" BEGIN
  INSERT INTO "reports_fts" ("reports_fts", rowid, "title", "summary", "reasons", "alternatives") VALUES('delete', old.rowid, old."title", old."summary", old."reasons", old."alternatives");
END;
CREATE TRIGGER "reports_au" AFTER UPDATE ON "reports" BEGIN
  INSERT INTO "reports_fts" ("reports_fts", rowid, "title", "summary", "reasons", "alternatives") VALUES('delete', old.rowid, old."title", old."summary", old."reasons", old."alternatives");
  INSERT INTO "reports_fts" (rowid, "title", "summary", "reasons", "alternatives") VALUES (new.rowid, new."title", new."summary", new."reasons", new."alternatives");
END;
CREATE TRIGGER "sections_ai" AFTER INSERT ON "sections" BEGIN
  INSERT INTO "sections_fts" (rowid, "heading", "text") VALUES (new.rowid, new."heading", new."text");
END;
CREATE TRIGGER "sections_ad" AFTER DELETE ON "sections" BEGIN
  INSERT INTO "sections_fts" ("sections_fts", rowid, "heading", "text") VALUES('delete', old.rowid, old."heading", old."text");
END;
CREATE TRIGGER "sections_au" AFTER UPDATE ON "sections" BEGIN
  INSERT INTO "sections_fts" ("sections_fts", rowid, "heading", "text") VALUES('delete', old.rowid, old."heading", old."text");
  INSERT INTO "sections_fts" (rowid, "heading", "text") VALUES (new.rowid, new."heading", new."text");
END;
CREATE TRIGGER "recommendations_ai" AFTER INSERT ON "recommendations" BEGIN
  INSERT INTO "recommendations_fts" (rowid, "text") VALUES (new.rowid, new."text");
END;
CREATE TRIGGER "recommendations_ad" AFTER DELETE ON "recommendations" BEGIN
  INSERT INTO "recommendations_fts" ("recommendations_fts", rowid, "text") VALUES('delete', old.rowid, old."text");
END;
CREATE TRIGGER "recommendations_au" AFTER UPDATE ON "recommendations" BEGIN
  INSERT INTO "recommendations_fts" ("recommendations_fts", rowid, "text") VALUES('delete', old.rowid, old."text");
  INSERT INTO "recommendations_fts" (rowid, "text") VALUES (new.rowid, new."text");
END;
CREATE TRIGGER "implications_ai" AFTER INSERT ON "implications" BEGIN
  INSERT INTO "implications_fts" (rowid, "heading", "text") VALUES (new.rowid, new."heading", new."text");
END;
CREATE TRIGGER "implications_ad" AFTER DELETE ON "implications" BEGIN
  INSERT INTO "implications_fts" ("implications_fts", rowid, "heading", "text") VALUES('delete', old.rowid, old."heading", old."text");
END;
CREATE TRIGGER "implications_au" AFTER UPDATE ON "implications" BEGIN
  INSERT INTO "implications_fts" ("implications_fts", rowid, "heading", "text") VALUES('delete', old.rowid, old."heading", old."text");
  INSERT INTO "implications_fts" (rowid, "heading", "text") VALUES (new.rowid, new."heading", new."text");
END;
CREATE VIEW "report_overview" AS SELECT
  reports.id AS report_id,
  coalesce(councils.nice_name, councils.official_name) AS council,
  committees.name AS committee,
  reports.meeting_date,
  reports.title,
  reports.reference,
  reports.key_decision,
  reports.confidentiality_status,
  (SELECT count(*) FROM recommendations WHERE report_id = reports.id) AS recommendations,
  (SELECT count(*) FROM implications WHERE report_id = reports.id) AS implications,
  (SELECT count(*) FROM appendices WHERE report_id = reports.id) AS appendices,
  (SELECT count(*) FROM background_papers WHERE report_id = reports.id) AS background_papers,
  (SELECT group_concat(ward, '; ') FROM report_wards WHERE report_id = reports.id) AS wards,
  documents.path AS document
FROM reports
JOIN documents ON documents.sha256 = reports.document_sha256
LEFT JOIN councils ON councils.code = reports.council_code
LEFT JOIN committees ON committees.id = reports.committee_id;
CREATE VIEW "attachments" AS SELECT report_id, 'appendix' AS attached_as, position, label, title, exemption_paragraphs
FROM appendices
UNION ALL
SELECT report_id, 'background_paper', position, '', title, exemption_paragraphs
FROM background_papers;
CREATE VIEW "exemptions" AS SELECT reports.id AS report_id, 'report' AS applies_to, '' AS label, reports.title,
  paragraph.value AS paragraph
FROM reports, json_each(reports.exemption_paragraphs) AS paragraph
WHERE reports.exemption_paragraphs <> '[]'
UNION ALL
SELECT report_id, attached_as, label, title, paragraph.value
FROM attachments, json_each(attachments.exemption_paragraphs) AS paragraph
WHERE attachments.exemption_paragraphs <> '[]';

INSERT INTO _sqlite_migrations VALUES(1, 'council-reports', 'create_tables', '2026-03-01 09:30:00');
INSERT INTO _sqlite_migrations VALUES(2, 'council-reports', 'create_full_text', '2026-03-01 09:30:00');
INSERT INTO _sqlite_migrations VALUES(3, 'council-reports', 'create_views', '2026-03-01 09:30:00');
INSERT INTO _sqlite_migrations VALUES(4, 'council-reports', 'add_selectors', '2026-03-01 09:30:00');
INSERT INTO councils VALUES('HBN', 'Harbourne City Council', 'Harbourne', 'E06999901', 'unitary authority', 'England', 'South West', '1998-04-01', NULL, NULL, 'Harbourne|City of Harbourne', 'ModernGov', 'https://democracy.harbourne.example/');
INSERT INTO committees VALUES('unknown_7d8067f5f445_cabinet', NULL, 'Cabinet');
INSERT INTO committees VALUES('HBN_cabinet', 'HBN', 'Cabinet');
INSERT INTO meetings VALUES('HBN_cabinet_2026-03-12', 'HBN_cabinet', '2026-03-12', '14:00', 'Council Chamber, Harbourne');
INSERT INTO meetings VALUES('unknown_7d8067f5f445_cabinet_2026-02-02', 'unknown_7d8067f5f445_cabinet', '2026-02-02', NULL, NULL);
INSERT INTO documents VALUES('087bbbfbcc05f949a3dd1d2c7e9af861fba668f28449e8869b60f065bd15c755', 'papers/plan.pdf', NULL, 'read', 'appendix', 'application/pdf', 6, 'native', '1');
INSERT INTO documents VALUES('7d8067f5f445212abc4f99197fcf0047e42cec816b9e13b51d31cbf2ffa6961d', 'papers/whose.pdf', NULL, 'read', 'report', 'application/pdf', 1, 'native', '1');
INSERT INTO documents VALUES('b0a21fc5cbf800a098ddd8fd3cd497a1c21df20b6f4a7c7ced9f72d441a10fab', 'papers/ferry-pack.pdf', NULL, 'read', 'agenda_pack', 'application/pdf', 6, 'native', '1');
INSERT INTO documents VALUES('b5ddb3f92ec2673621d3fcaef296efc0b4b99aeb38d17e5938f122fc49ae6136', 'papers/scan.pdf', NULL, 'no_text', NULL, NULL, NULL, NULL, '1');
INSERT INTO reports VALUES(1117356941396993, 'b0a21fc5cbf800a098ddd8fd3cd497a1c21df20b6f4a7c7ced9f72d441a10fab', 0, 'HBN', 'HBN_cabinet', 'HBN_cabinet_2026-03-12', '2026-03-12', '14:00', '2026-02-27', 1, 'part_exempt', '["3"]', 1, 4, '7', 'CAB/26/14', 'Replacement of the Chain Ferry', 'Cabinet', 'Council Chamber, Harbourne', 'Part I, with a Part II appendix', 'The chain ferry is sixty years old. This report asks for its replacement.', 'The hull no longer passes its survey.', 'A bridge was considered and rejected: it would cost nine times as much.');
INSERT INTO reports VALUES(1268200979871668, '7d8067f5f445212abc4f99197fcf0047e42cec816b9e13b51d31cbf2ffa6961d', 0, NULL, 'unknown_7d8067f5f445_cabinet', 'unknown_7d8067f5f445_cabinet_2026-02-02', '2026-02-02', NULL, NULL, NULL, 'unstated', '[]', 1, 1, NULL, NULL, 'Parking Charges', 'Cabinet', NULL, NULL, NULL, NULL, NULL);
INSERT INTO reports VALUES(3351921179928592, 'b0a21fc5cbf800a098ddd8fd3cd497a1c21df20b6f4a7c7ced9f72d441a10fab', 1, 'HBN', 'HBN_cabinet', 'HBN_cabinet_2026-03-12', '2026-03-12', NULL, NULL, 0, 'unstated', '[]', 5, 6, NULL, NULL, 'Opening Hours of Libraries', 'CABINET', NULL, NULL, NULL, NULL, NULL);
INSERT INTO report_wards VALUES(3351921179928592, 0, 'All');
INSERT INTO report_wards VALUES(1117356941396993, 0, 'Quayside');
INSERT INTO report_wards VALUES(1117356941396993, 1, 'St Brannoc');
INSERT INTO people VALUES('HBN_ann-tregarth', 'HBN', 'Ann Tregarth', 0, 'Cabinet Member for Transport', 'member');
INSERT INTO people VALUES('HBN_ben-okafor', 'HBN', 'Ben Okafor', 0, 'Senior Engineer', 'officer');
INSERT INTO people VALUES('HBN_carys-mellin', 'HBN', 'Carys Mellin', 0, NULL, 'officer');
INSERT INTO people VALUES('HBN_post_director-of-place', 'HBN', 'Director of Place', 1, 'Director of Place', 'officer');
INSERT INTO people VALUES('unknown_7d8067f5f445_ann-tregarth', NULL, 'Ann Tregarth', 0, NULL, 'unknown');
INSERT INTO contributions VALUES(1117356941396993, 0, 'HBN_ann-tregarth', 'lead_member', 'member', 'Councillor', 'Ann Tregarth', 'Cabinet Member for Transport', NULL, NULL);
INSERT INTO contributions VALUES(1117356941396993, 1, 'HBN_post_director-of-place', 'report_of', 'officer', NULL, NULL, 'Director of Place', NULL, NULL);
INSERT INTO contributions VALUES(1117356941396993, 2, 'HBN_ben-okafor', 'author', 'officer', NULL, 'Ben Okafor', 'Senior Engineer', 'ben.okafor@harbourne.example', '01632 960 001');
INSERT INTO contributions VALUES(1268200979871668, 0, 'unknown_7d8067f5f445_ann-tregarth', 'author', 'unknown', NULL, 'Ann Tregarth', NULL, NULL, NULL);
INSERT INTO contributions VALUES(3351921179928592, 0, 'HBN_ann-tregarth', 'lead_member', 'unknown', 'Cllr', 'ANN TREGARTH', 'Leader of the Council', NULL, NULL);
INSERT INTO contributions VALUES(3351921179928592, 1, 'HBN_carys-mellin', 'contact', 'officer', NULL, 'Carys Mellin', NULL, NULL, NULL);
INSERT INTO recommendations VALUES(1117356941396993, 1117356941396993, 0, 'approve', '1', NULL, 'Approve the purchase of one chain ferry at £4.2m.');
INSERT INTO recommendations VALUES(1117356941396994, 1117356941396993, 1, 'delegate', '2', NULL, 'Delegate authority to the Director of Place, in consultation with the Cabinet Member for Transport, to:');
INSERT INTO recommendations VALUES(1117356941396995, 1117356941396993, 2, 'award', 'a', '2', 'let the contract; and');
INSERT INTO recommendations VALUES(1117356941396996, 1117356941396993, 3, 'other', 'b', '2', 'dispose of the old vessel.');
INSERT INTO recommendations VALUES(1268200979871668, 1268200979871668, 0, NULL, '', NULL, 'That charges stay as they are.');
INSERT INTO recommendations VALUES(3351921179928592, 3351921179928592, 0, 'other', '', NULL, 'That libraries open on Sundays from June.');
INSERT INTO recommendations VALUES(3351921179928593, 3351921179928592, 1, NULL, '', NULL, 'That a report on the ferry café comes back in a year.');
INSERT INTO delegations VALUES(1117356941396993, 0, 1117356941396994, 'to', 'Director of Place');
INSERT INTO delegations VALUES(1117356941396993, 1, 1117356941396994, 'in_consultation_with', 'Cabinet Member for Transport');
INSERT INTO implications VALUES(1117356941396993, 1117356941396993, 0, 'financial', 'substantive', 'Financial implications', '£4.2m of capital over two years, from the transport reserve.');
INSERT INTO implications VALUES(1117356941396994, 1117356941396993, 1, 'legal', 'substantive', 'Legal implications', 'Section 111 of the Local Government Act 1972 gives the power to buy it.');
INSERT INTO implications VALUES(1117356941396995, 1117356941396993, 2, 'environmental', 'blank', 'Carbon footprint', '');
INSERT INTO implications VALUES(3351921179928592, 3351921179928592, 0, 'financial', 'no_direct', 'Finance', 'There are no direct financial implications; staff costs are met.');
INSERT INTO implications VALUES(3351921179928593, 3351921179928592, 1, 'equality', 'blank', 'Equality', '');
INSERT INTO appendices VALUES(1117356941396993, 0, 'A', 'Hull survey', '[]');
INSERT INTO appendices VALUES(1117356941396993, 1, 'B', 'Tender prices', '["3", "5"]');
INSERT INTO background_papers VALUES(1117356941396993, 0, 'Transport Plan 2025 to 2035', '[]');
INSERT INTO background_papers VALUES(1117356941396993, 1, 'Valuation of the old vessel', '["3"]');
INSERT INTO sign_offs VALUES(1117356941396993, 0, 'finance', 'pl.25.26.101', '2026-02-20');
INSERT INTO sign_offs VALUES(1117356941396993, 1, 'legal', 'JD/4401', '2026-02-24');
INSERT INTO sign_offs VALUES(3351921179928592, 0, 'finance', 'pl.25.26.102', NULL);
INSERT INTO sums VALUES(1117356941396993, 0, 4200000.0, 1117356941396993, NULL, '/recommendations/0/text', '£4.2m', 'Approve the purchase of one chain ferry at £4.2m.');
INSERT INTO sums VALUES(1117356941396993, 1, 4200000.0, NULL, 1117356941396993, '/implications/0/text', '£4.2m', '£4.2m of capital over two years, from the transport reserve.');
INSERT INTO legislation VALUES(1117356941396993, 0, 'Local Government Act 1972', 1972, 'Section 111', NULL, 1117356941396994, '/implications/1/text', 'https://www.legislation.gov.uk/ukpga/1972/70/section/111');
INSERT INTO sections VALUES(1117356941396993, 1117356941396993, 0, 'front_matter', 1, NULL, NULL, 'Replacement of the Chain Ferry', '');
INSERT INTO sections VALUES(1117356941396994, 1117356941396993, 1, 'background', 1, 2, 3, 'Background', 'The ferry carries nine hundred vehicles a day across the estuary.');
INSERT INTO sections VALUES(1117356941396995, 1117356941396993, 2, 'other', 2, 3, 3, 'The vessel', 'Built in 1966 at Appledene.');
INSERT INTO evidence VALUES(1117356941396993, 0, '/title', 1, 72.0, 90.0, 300.5, 102.0, NULL, NULL, NULL, 0.9);
INSERT INTO evidence VALUES(1117356941396993, 1, '/recommendations/0/text', 1, 72.0, 300.0, 300.5, 312.0, NULL, NULL, NULL, 0.9);
INSERT INTO evidence VALUES(1117356941396993, 2, '/recommendations/1/text', 1, 72.0, 320.0, 300.5, 332.0, NULL, NULL, NULL, 0.9);
INSERT INTO evidence VALUES(1117356941396993, 3, '/recommendations/1/text', 2, 72.0, 72.0, 300.5, 84.0, NULL, NULL, NULL, 0.9);
INSERT INTO evidence VALUES(1117356941396993, 4, '/summary', 1, 72.0, 200.0, 500.0, 224.0, NULL, NULL, NULL, NULL);
INSERT INTO problems VALUES('7d8067f5f445212abc4f99197fcf0047e42cec816b9e13b51d31cbf2ffa6961d', 0, 'council_unknown', NULL, 'No council is named; say whose it is with --council.');
INSERT INTO problems VALUES('7d8067f5f445212abc4f99197fcf0047e42cec816b9e13b51d31cbf2ffa6961d', 1, 'page_failed', 1, 'No words on the page.');
INSERT INTO problems VALUES('b5ddb3f92ec2673621d3fcaef296efc0b4b99aeb38d17e5938f122fc49ae6136', 0, 'no_text', NULL, 'Pictures of pages: it needs OCR.');
INSERT INTO runs VALUES(1, '2026-03-01T09:30:00+00:00', '2026-03-01T09:30:00+00:00', '1', 3, 0, 1);
