"""No page reads a table that grows with the number of reports from end to end.

Every question of the site is planned on an empty store, where SQLite knows no sizes and takes
tables for large.
"""

import importlib
import pkgutil
import re
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

import extract.site
from extract.site.questions import Question
from extract.store import Store
from extract.store.tables import TABLES, VOCABULARIES
from extract.store.tables_of_summaries import SUMMARY_TABLES

#: Tables of which there are few rows however many reports there are: the few hundred councils,
#: runs, and counts of a council's or committee's years. Counts of people are many.
SMALL = {"councils", "runs", *SUMMARY_TABLES} - {"contribution_counts", "action_counts"}

#: Questions that walk an index of a large table in its order, and stop at their LIMIT.
WALKS = {("extract.site.home.NEWEST_MEETINGS", "meetings")}

_SCAN = re.compile(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX \w+)?(?: VIRTUAL TABLE INDEX (\S+))?")
#: A search by nothing but a kind, a role or the like finds a good part of the table.
_BY_KIND = re.compile(r"SEARCH (\w+) USING (?:COVERING )?INDEX \w+ \((\w+)=\?\)$")
_ALIAS = re.compile(r"\b(?:FROM|JOIN|,)\s+(\w+)\s+AS\s+(\w+)", re.IGNORECASE)


def questions() -> Iterator[tuple[str, Question[Any]]]:
    """Every question that a module of the site holds, with its name."""
    for module in pkgutil.iter_modules(extract.site.__path__, "extract.site."):
        for name, value in vars(importlib.import_module(module.name)).items():
            held = value.items() if isinstance(value, dict) else [("", value)]
            for key, one in held:
                if isinstance(one, Question):
                    yield f"{module.name}.{name}{f'.{key}' if key else ''}", one


QUESTIONS = dict(questions())


@pytest.fixture(scope="module")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("empty") / "reports.db"
    with Store(path):
        pass
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def plan(store: sqlite3.Connection, sql: str) -> list[str]:
    values = dict.fromkeys(re.findall(r":(\w+)", sql), "")
    return [str(row[3]) for row in store.execute(f"EXPLAIN QUERY PLAN {sql}", values)]


def scanned(store: sqlite3.Connection, sql: str) -> Iterator[str]:
    """Tables that a statement reads from end to end, or for the most part."""
    tables = {alias: table for table, alias in _ALIAS.findall(sql)}
    for step in plan(store, sql):
        scan = _SCAN.match(step)
        by_kind = _BY_KIND.match(step)
        if by_kind and (tables.get(by_kind[1], by_kind[1]), by_kind[2]) in VOCABULARIES:
            yield str(tables.get(by_kind[1], by_kind[1]))
        if scan is None:
            continue
        table = str(tables.get(scan[1], scan[1]))
        if table.endswith("_fts"):
            assert "M" in (scan[2] or ""), f"{step}: the index of words is read without words"
        elif table in TABLES:
            yield table


def test_the_questions_of_all_pages_are_found() -> None:
    modules = {name.split(".")[2] for name in QUESTIONS}
    pages = {"home", "council", "councils", "committee", "meeting", "person", "ledger"}
    assert modules >= pages | {"report_rows", "paper_rows"}


@pytest.mark.parametrize("name", QUESTIONS)
def test_it_reads_large_tables_through_an_index(empty_store: sqlite3.Connection, name: str) -> None:
    sql = QUESTIONS[name].sql
    walked = {table for question, table in WALKS if question == name}
    assert not walked or "LIMIT" in sql
    assert set(scanned(empty_store, sql)) <= SMALL | walked


def test_a_statement_that_reads_a_large_table_whole_is_found_out(
    empty_store: sqlite3.Connection,
) -> None:
    for sql, table in (
        ("SELECT * FROM reports", "reports"),
        ("SELECT count(*) FROM implications AS some WHERE text = :q", "implications"),
        ("SELECT max(meeting_date) OVER () FROM reports", "reports"),
        ("SELECT title FROM parts AS some WHERE some.kind = 'minutes'", "parts"),
    ):
        assert list(scanned(empty_store, sql)) == [table]
