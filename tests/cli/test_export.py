"""`council-reports export`, as somebody runs it."""

from pathlib import Path

import pytest

from extract.exits import ExitCode
from tests.cli.command import Run
from tests.store.databases import fill
from tests.store.invented import DOCUMENTS


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return fill(tmp_path / "archive.db", *DOCUMENTS)


def test_it_writes_what_it_is_asked_for(run: Run, db: Path, tmp_path: Path) -> None:
    done = run("export", tmp_path / "out", "--db", db, "--format", "jsonl")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len((tmp_path / "out" / "records.jsonl").read_text().splitlines()) == len(DOCUMENTS)


def test_a_folder_that_has_something_is_refused(run: Run, db: Path, tmp_path: Path) -> None:
    refused = run("export", tmp_path, "--db", db, "--format", "csv")
    assert refused.returncode == ExitCode.NOT_EXPORTED
    assert "already" in refused.stderr


def test_a_missing_database_is_told(run: Run, tmp_path: Path) -> None:
    missing = run("export", tmp_path / "out", "--db", tmp_path / "no.db", "--format", "csv")
    assert missing.returncode == ExitCode.NOT_FOUND
