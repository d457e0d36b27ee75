"""The tables as data; `access` has the indexes, the full-text search and the views.

What each table and column means is written where its readers see it, in `datasette_metadata.json`;
`docs/tables.md` is made from both. Conventions:

- `position` counts from 0 in the order of the document, as the JSON Pointers of `evidence` do.
- Reports, agenda items, parts and the searchable rows of reports have an integer `id` (see
  `keys`); what hangs from a report or document is unique by its `position` in that.
- Reports, documents, parts, contributions and members keep what was printed. Committees, meetings
  and people are gathered from them (see `entities`), so references to those are checked at the
  end of the transaction.
- Lists of exemption paragraphs are JSON arrays, which Datasette can facet.
- The constraints say what the models of `schemas` say, no more: what is a record can be stored.
- Wide text comes last in a row: SQLite reads a row only as far as it has to.
"""

from __future__ import annotations

from extract.store.columns import READ, VOCABULARIES
from extract.store.tables_of_documents import (
    DOCUMENT_TABLES,
    ENTITY_TABLES,
    LEDGER_TABLES,
    SEARCH_TABLES,
)
from extract.store.tables_of_reports import REPORT_TABLES
from extract.store.tables_of_summaries import SUMMARY_TABLES

__all__ = ["READ", "TABLES", "VOCABULARIES"]

#: `CREATE TABLE` statements, by the table's name.
TABLES: dict[str, str] = {
    **ENTITY_TABLES,
    **DOCUMENT_TABLES,
    **REPORT_TABLES,
    **SUMMARY_TABLES,
    **SEARCH_TABLES,
    **LEDGER_TABLES,
}
