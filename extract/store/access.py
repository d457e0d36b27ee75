"""How the tables are reached: indexes, full-text search and views, as data."""

from __future__ import annotations

#: Agenda items that the public may not hear, or not wholly, or whose report it may not read.
PRIVATE = "withheld OR confidentiality_status IN ('exempt', 'part_exempt')"

#: Index name to what it is on. Beside the keys there is one for each foreign key (a delete
#: cascades along it, a row's page counts along it) and for each filter and order of the site.
INDEXES: dict[str, str] = {
    "committees_by_council": "committees(council_code, name)",
    "meetings_by_committee": "meetings(committee_id, date)",
    "meetings_by_date": "meetings(date)",
    "meetings_by_chair": "meetings(chair_id)",
    "documents_by_status": "documents(status)",
    "documents_by_kind": "documents(kind, meeting_date)",
    "documents_by_council": "documents(council_code, meeting_date)",
    "documents_by_committee": "documents(committee_id)",
    "documents_by_meeting": "documents(meeting_id)",
    "agenda_items_by_meeting": "agenda_items(meeting_id)",
    "agenda_items_private": f"agenda_items(meeting_id) WHERE {PRIVATE}",
    "parts_by_kind": "parts(kind)",
    "parts_of_decisions": (
        "parts(meeting_date, committee_id) WHERE kind IN ('minutes', 'decisions')"
    ),
    "parts_by_report": "parts(report_id)",
    "parts_by_item": "parts(agenda_item_id, kind)",
    "parts_by_committee": "parts(committee_id)",
    "parts_by_meeting": "parts(meeting_id)",
    "members_by_part": "members(part_id)",
    "members_by_meeting": "members(meeting_id, role)",
    "members_by_person": "members(person_id)",
    "reports_by_date": "reports(meeting_date)",
    "reports_by_council": "reports(council_code, meeting_date)",
    "reports_by_committee": "reports(committee_id, meeting_date)",
    "reports_by_meeting": "reports(meeting_id, agenda_item)",
    "reports_by_key_decision": "reports(key_decision, meeting_date)",
    "reports_by_confidentiality": "reports(confidentiality_status)",
    "reports_exempt": "reports(id) WHERE exemption_paragraphs <> '[]'",
    "report_sources_by_report": "report_sources(report_id)",
    "report_sources_not_shown": "report_sources(report_id) WHERE shown = 0",
    "report_sources_by_meeting": "report_sources(council_code, meeting_date, title_key)",
    "report_sources_by_title": "report_sources(title_key, council_code, meeting_date)",
    "report_wards_by_ward": "report_wards(ward)",
    "people_by_council": "people(council_code)",
    "people_by_name": "people(name)",
    "contributions_by_person": "contributions(person_id, role)",
    "contributions_by_role": "contributions(role)",
    "recommendations_by_action": "recommendations(action)",
    "delegations_by_recommendation": "delegations(recommendation_id, part)",
    "delegations_by_office": "delegations(part, office)",
    "implications_by_type": "implications(type, status)",
    "implications_by_status": "implications(status, type)",
    "appendices_exempt": "appendices(report_id, position) WHERE exemption_paragraphs <> '[]'",
    "background_papers_exempt": (
        "background_papers(report_id, position) WHERE exemption_paragraphs <> '[]'"
    ),
    "sign_offs_by_area": "sign_offs(area, date)",
    "sums_by_amount": "sums(amount)",
    "sums_by_recommendation": "sums(recommendation_id)",
    "sums_by_implication": "sums(implication_id)",
    "legislation_by_title": "legislation(title, provision)",
    "legislation_by_recommendation": "legislation(recommendation_id)",
    "legislation_by_implication": "legislation(implication_id)",
    "sections_by_kind": "sections(kind)",
    "outcomes_by_report": "outcomes(report_id)",
    "outcomes_by_part": "outcomes(part_id)",
    "outcomes_by_wording": "outcomes(as_recommended)",
    "problems_by_code": "problems(code)",
    "files_by_size": "files(size)",
    "files_by_document": "files(document_sha256)",
    "files_by_run": "files(run_id)",
    "files_by_problem": "files(problem) WHERE problem IS NOT NULL",
    "report_counts_by_committee": "report_counts(committee_id, year)",
    "contribution_counts_by_committee": (
        "contribution_counts(committee_id, role, person_id, reports)"
    ),
    "contribution_counts_by_council": "contribution_counts(council_code, role, person_id, reports)",
    "implication_counts_by_type": "implication_counts(type, council_code, status, year, reports)",
    "search_entries_by_report": "search_entries(report_id)",
    "search_entries_by_part": "search_entries(part_id)",
    "search_entries_by_council": "search_entries(council_code, date)",
    "search_entries_by_committee": "search_entries(committee_id, date)",
    "search_entries_by_date": "search_entries(date)",
}

#: Tables searched in full text, and the columns that are.
FULL_TEXT: dict[str, tuple[str, ...]] = {
    "reports": ("title", "summary", "reasons", "alternatives"),
    "sections": ("heading", "text"),
    "recommendations": ("text",),
    "implications": ("heading", "text"),
    "parts": ("title", "text"),
    "outcomes": ("text",),
}
TOKENIZER = "porter unicode61"

#: The index over everything (see `search_index`), and its columns. It reads a view.
SEARCH_COLUMNS: tuple[str, ...] = ("title", "summary", "recommendations", "implications", "body")
SEARCH_INDEX = f"""
CREATE VIRTUAL TABLE search_fts USING fts5(
  {", ".join(SEARCH_COLUMNS)}, content='search_texts', content_rowid='id', tokenize='{TOKENIZER}'
)"""

#: View name to its query.
VIEWS: dict[str, str] = {
    "search_texts": """
SELECT
  search_entries.id,
  search_entries.report_id,
  search_entries.part_id,
  coalesce(reports.title, parts.title) AS title,
  coalesce(reports.summary, '') || char(10) || coalesce(reports.reasons, '') || char(10)
    || coalesce(reports.alternatives, '') AS summary,
  (SELECT group_concat(text, char(10)) FROM (
     SELECT text FROM recommendations WHERE report_id = reports.id ORDER BY position
   )) AS recommendations,
  (SELECT group_concat(text, char(10)) FROM (
     SELECT heading || char(10) || text AS text FROM implications
     WHERE report_id = reports.id ORDER BY position
   )) AS implications,
  coalesce(parts.text, (SELECT group_concat(text, char(10)) FROM (
     SELECT * FROM (
       SELECT heading || char(10) || text AS text FROM sections
       WHERE report_id = reports.id ORDER BY position
     )
     UNION ALL
     SELECT * FROM (
       SELECT attached.title || char(10) || attached.text FROM parts AS attached
       WHERE attached.report_id = reports.id AND attached.kind <> 'report'
       ORDER BY attached.document_sha256, attached.position
     )
   ))) AS body
FROM search_entries
LEFT JOIN reports ON reports.id = search_entries.report_id
LEFT JOIN parts ON parts.id = search_entries.part_id""",
    "report_overview": """
SELECT
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
  documents.path AS document,
  (SELECT count(*) FROM report_sources WHERE report_id = reports.id) AS sources
FROM reports
JOIN documents ON documents.sha256 = reports.document_sha256
LEFT JOIN councils ON councils.code = reports.council_code
LEFT JOIN committees ON committees.id = reports.committee_id""",
    "attachments": """
SELECT report_id, 'appendix' AS attached_as, position, label, title, exemption_paragraphs
FROM appendices
UNION ALL
SELECT report_id, 'background_paper', position, '', title, exemption_paragraphs
FROM background_papers""",
    "exemptions": """
SELECT reports.id AS report_id, 'report' AS applies_to, '' AS label, reports.title,
  paragraph.value AS paragraph
FROM reports, json_each(reports.exemption_paragraphs) AS paragraph
WHERE reports.exemption_paragraphs <> '[]'
UNION ALL
SELECT report_id, attached_as, label, title, paragraph.value
FROM attachments, json_each(attachments.exemption_paragraphs) AS paragraph
WHERE attachments.exemption_paragraphs <> '[]'""",
}
