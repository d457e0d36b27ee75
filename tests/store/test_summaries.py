"""Counts that are made when a run ends."""

import sqlite3
from pathlib import Path

from extract.store import Store
from extract.store.summaries import are_current
from tests.store.databases import fill
from tests.store.invented import DOCUMENTS, REGISTER, SCAN, SCAN_PROBLEM, digest
from tests.store.invented_packs import PACKS


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
        path, "SELECT count(*) FROM (SELECT DISTINCT report_id, type FROM implications)"
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


def test_what_a_committee_is_asked_and_by_whom_adds_up_to_the_rows(tmp_path: Path) -> None:
    path = fill(tmp_path / "reports.db", *DOCUMENTS, *PACKS)
    assert count(path, "SELECT sum(recommendations) FROM action_counts") == count(
        path,
        "SELECT count(*) FROM recommendations JOIN reports ON reports.id = report_id"
        " WHERE committee_id IS NOT NULL",
    )
    by_role = "SELECT count(*) FROM (SELECT DISTINCT report_id, person_id, role FROM contributions"
    assert count(
        path, "SELECT sum(reports) FROM contribution_counts WHERE role IS NOT NULL"
    ) == count(path, f"{by_role} WHERE person_id IS NOT NULL)")
    assert count(path, "SELECT sum(reports) FROM contribution_counts WHERE role IS NULL") == count(
        path, f"{by_role.replace(', role', '')} WHERE person_id IS NOT NULL)"
    )


def test_meetings_are_counted_by_year_with_their_months(tmp_path: Path) -> None:
    path = fill(tmp_path / "reports.db", *PACKS)
    with sqlite3.connect(path) as db:
        counted = db.execute("SELECT council_code, year, meetings, months FROM meeting_counts")
        assert counted.fetchall() == [("FEL", 2026, 3, "[2,4,5]")]


def test_documents_and_problems_are_counted_whether_read_or_not(tmp_path: Path) -> None:
    path = tmp_path / "reports.db"
    with Store(path) as store:
        store.fail(SCAN, digest(SCAN), SCAN_PROBLEM, parser_version="1")
    fill(path, *PACKS)
    with sqlite3.connect(path) as db:
        counted = db.execute(
            "SELECT council_code, year, kind, status, documents, pages FROM document_counts"
        )
        assert set(counted.fetchall()) == {
            (None, None, None, "no_text", 1, 0),
            ("FEL", 2026, "agenda", "read", 1, 2),
            ("FEL", 2026, "agenda_pack", "read", 1, 15),
            ("FEL", 2026, "decisions", "read", 1, 0),
            ("FEL", 2026, "minutes", "read", 1, 0),
        }
        assert db.execute("SELECT * FROM problem_counts").fetchall() == [("no_text", 1, 1)]
