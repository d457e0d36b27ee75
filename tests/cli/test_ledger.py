"""What builds tell: a log of JSON lines, and `council-reports status` of a database."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from extract.exits import ExitCode
from extract.problems import ADVICE
from extract.runs.status import Status, print_status, status_of
from schemas.vocabulary import ProblemCode
from tests.cli.command import Run
from tests.runs.papers import reports
from tests.store.databases import fill
from tests.store.invented import DOCUMENTS
from tests.store.invented_packs import PACKS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports, an empty one, and a file of another kind."""
    reports(tmp_path / "papers", 2)
    (tmp_path / "papers" / "empty.txt").write_bytes(b"")
    (tmp_path / "papers" / "notes.csv").write_bytes(b"not,a,report\n")
    return tmp_path / "papers"


def read_log(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]


def test_the_log_has_a_line_for_each_thing(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("build", folder, "--db", "out.db", "--log-json", "log.jsonl")
    assert done.returncode == ExitCode.SOME_FAILED
    start, *files, end = read_log(tmp_path / "log.jsonl")
    assert (start["event"], start["found"], start["not_taken"]) == ("start", 3, 1)
    assert (end["event"], end["finished"]) == ("end", True)
    assert end["files"] == {"read": 2, "failed": 1}
    by_name = {Path(file["path"]).name: file for file in files}
    assert by_name["empty.txt"]["event"] == "failure"
    assert by_name["empty.txt"]["code"] == "empty"
    report = by_name["report-00000.txt"]
    assert (report["event"], report["state"], report["kind"]) == ("document", "read", "report")
    assert report["seconds"] > 0
    run("build", folder, "--db", "out.db", "--log-json", "log.jsonl")
    again = read_log(tmp_path / "log.jsonl")[5:]
    assert [line.get("state") for line in again] == [
        None,
        "failed before",
        "unchanged",
        "unchanged",
        None,
    ]


def test_a_log_that_cannot_be_written_is_told(run: Run, folder: Path) -> None:
    done = run("build", folder, "--db", "out.db", "--log-json", "nowhere/log.jsonl")
    assert done.returncode == ExitCode.USAGE
    assert done.stderr == "nowhere/log.jsonl: cannot be written (No such file or directory)\n"


def test_status_tells_what_was_read_and_what_to_do_about_the_rest(run: Run, folder: Path) -> None:
    run("build", folder, "--db", "out.db")
    done = run("status", "--db", "out.db")
    assert done.returncode == ExitCode.OK
    lines = [line.split() for line in done.stdout.splitlines()]
    for words in ("found 3", "read 2", "failed 1", "of other kinds, not looked at 1"):
        assert words.split() in lines
    told = json.loads(run("status", "--db", "out.db", "--json").stdout)
    assert told["current"] is True
    assert told["files"] == [{"problem": None, "files": 3}]
    (empty,) = [problem for problem in told["problems"] if problem["code"] == "empty"]
    assert empty["unread"] == 1
    assert empty["remedy"] == ADVICE[ProblemCode.EMPTY].remedy


def test_status_needs_a_database_of_ours(run: Run, tmp_path: Path) -> None:
    assert run("status", "--db", "none.db").returncode == ExitCode.NOT_FOUND
    (tmp_path / "other.db").write_bytes(b"no database")
    done = run("status", "--db", "other.db")
    assert done.returncode == ExitCode.BAD_DATABASE
    assert "other.db can't be read" in done.stderr


def test_codes_stand_in_the_database_with_what_to_do(tmp_path: Path) -> None:
    db = fill(tmp_path / "reports.db", *DOCUMENTS)
    with closing(sqlite3.connect(db)) as connection:
        codes = connection.execute("SELECT code, cause, remedy FROM problem_codes").fetchall()
    assert {code for code, _, _ in codes} == set(ProblemCode)
    assert all((cause, remedy) == ADVICE[ProblemCode(code)][:2] for code, cause, remedy in codes)


@pytest.fixture
def archive(tmp_path: Path) -> Status:
    """The ledger of invented records, with one value that the parser is not sure of."""
    db = fill(tmp_path / "reports.db", *DOCUMENTS, *PACKS)
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute(
            "UPDATE evidence SET confidence = 0.3 WHERE report_id ="
            " (SELECT min(report_id) FROM evidence) AND position = 0"
        )
    return status_of(db)


def test_documents_with_low_confidence_are_listed(archive: Status) -> None:
    (unsure,) = archive.unsure
    assert unsure.lowest == 0.3
    assert unsure.path is not None


def test_months_without_a_meeting_are_told(
    archive: Status, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = [cell for row in archive.coverage for cell in row.cells if cell.empty]
    assert empty
    print_status(archive)
    shown = capsys.readouterr().out
    assert "Months without a meeting" in shown
    assert "1 documents of low confidence" in shown
