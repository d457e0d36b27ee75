"""The schema's history: small named steps, each applied once, in order.

A change to `tables` or `access` is a new step here, and so is a new value of a vocabulary: the
CHECK constraints of tables that exist already don't follow by themselves. Until such a step is
written, a database made before the change is refused (`StoreError`) rather than half usable.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sqlite_utils import Database, Migrations

from extract.store.access import FULL_TEXT, INDEXES, SEARCH_INDEX, TOKENIZER, VIEWS
from extract.store.outcomes import decide_all
from extract.store.remake import remake
from extract.store.same_report import title_key
from extract.store.search_index import enter_all
from extract.store.summaries import summarise
from extract.store.tables import TABLES

migrations = Migrations("council-reports")


def create_tables(db: Database) -> None:
    """Tables, keys, constraints and indexes."""
    _create(db)


def create_full_text(db: Database) -> None:
    """Full-text indexes, kept right by triggers on insert, update and delete."""
    for table, columns in FULL_TEXT.items():
        if db[table].detect_fts() is None:
            db[table].enable_fts(columns, tokenize=TOKENIZER, create_triggers=True)


def create_views(db: Database) -> None:
    """Views, as they are now."""
    for name, query in VIEWS.items():
        db.create_view(name, query.strip(), replace=True)


def add_selectors(db: Database) -> None:
    """Evidence in elements of Word and HTML files; problems for pages left unread."""
    remake(db, ("documents", "evidence", "problems"))


def add_packs(db: Database) -> None:
    """Meetings, agenda items and parts of documents; problems of packs."""
    remake(db, ("meetings", "documents", "problems"))
    _create(db, schema(db))
    create_full_text(db)
    create_views(db)


def add_report_sources(db: Database) -> None:
    """Sources of reports: so far each report has the document that it was read from.

    Copies find each other when their documents are read again, by a newer parser.
    """
    _create(db, there=schema(db))
    reports = db.query(
        "SELECT id, document_sha256, position, first_page, last_page, agenda_item, council_code,"
        " meeting_date, title FROM reports"
    )
    db["report_sources"].insert_all(
        {
            "report_id": row.pop("id"),
            "title_key": title_key(row.pop("title")),
            **row,
            "shown": 1,
        }
        for row in list(reports)
    )
    create_views(db)


def add_summaries(db: Database) -> None:
    """Counts for the site's pages."""
    _create(db, there=schema(db))
    summarise(db)


def add_search(db: Database) -> None:
    """One index of words over everything, with what is there already."""
    _create(db, there=schema(db))
    create_views(db)
    db.execute(SEARCH_INDEX.strip())
    enter_all(db)


def add_files(db: Database) -> None:
    """Files with their sizes and times; codes of failures, each with its cause and remedy."""
    remake(db, ("documents", "problems", "document_counts", "problem_counts", "runs"))
    _create(db, there=schema(db))


def add_outcomes(db: Database) -> None:
    """What was decided on reports, from the minutes and notices that are there already."""
    _create(db, there=schema(db))
    create_full_text(db)
    decide_all(db)


def drop_evidence_by_path(db: Database) -> None:
    """An index of the longest table, for what its key finds as well: a report's evidence is few."""
    db.execute("DROP INDEX IF EXISTS evidence_by_path")


def _create(db: Database, there: Mapping[str, str] = MappingProxyType({})) -> None:
    """Tables that are not there, and indexes that are not there as they should be."""
    for name, sql in TABLES.items():
        if name not in there:
            db.execute(sql.strip())
    for name, target in INDEXES.items():
        sql = f"CREATE INDEX {name} ON {target}"
        if there.get(name) != sql:
            db.execute(f"DROP INDEX IF EXISTS {name}")
            db.execute(sql)


for step in (create_tables, create_full_text, create_views):
    migrations()(step)
for step in (add_selectors, add_packs):
    migrations(transactional=False)(step)
for step in (add_report_sources, add_summaries, add_search):
    migrations()(step)
migrations(transactional=False)(add_files)
for step in (add_outcomes, drop_evidence_by_path):
    migrations()(step)


def schema(db: Database) -> dict[str, str]:
    """The statement that made each table, index, trigger and view, as SQLite keeps it."""
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    return dict(db.execute(f"{query} AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").fetchall())
