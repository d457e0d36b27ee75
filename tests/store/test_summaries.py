"""Counts that are made when a run ends."""

import sqlite3
from pathlib import Path

from extract.store import Store
from extract.store.summaries import are_current
from tests.store.databases import fill
from tests.store.invented import DOCUMENTS, REGISTER


def count(path: Path, sql: str) -> int:
    with sqlite3.connect(path) as db:
        return int(db.execute(sql).fetchone()[0])


def test_they_add_up_to_the_rows(tmp_path: Path) -> None:
    path = fill(tmp_path / "reports.db", *DOCUMENTS)
    reports = count(path, "SELECT count(*) FROM reports")
    assert reports
    assert count(path, "SELECT sum(reports) FROM report_counts") == reports
    assert count(path, "SELECT reports FROM totals") == reports
    assert count(path, "SELECT sum(recommendations) FROM recommendation_counts") == count(
        path, "SELECT count(*) FROM recommendations"
    )
    assert count(path, "SELECT sum(reports) FROM implication_counts") == count(
        path, "SELECT count(*) FROM (SELECT DISTINCT report_id, type, status FROM implications)"
    )


def test_counts_of_a_run_that_was_cut_short_are_marked_and_made_by_the_next(
    tmp_path: Path,
) -> None:
    path = fill(tmp_path / "reports.db", *DOCUMENTS[:1])
    before = count(path, "SELECT reports FROM totals")
    store = Store(path)
    store.__enter__()
    store.save(DOCUMENTS[1], parser_version="1", register=REGISTER)
    assert not are_current(store.db)
    store.db.close()  # as a process that is killed leaves it
    assert count(path, "SELECT reports FROM totals") == before
    with Store(path):
        pass
    assert count(path, "SELECT current FROM totals") == 1
    assert count(path, "SELECT reports FROM totals") == count(path, "SELECT count(*) FROM reports")
