"""`council-reports tidy`: what it removes, and when it stops."""

import hashlib
from pathlib import Path

from extract.exits import ExitCode
from extract.originals import Originals
from extract.runs.writer import OneWriter
from tests.cli.command import REPORT, Run


def test_originals_without_a_document_go(run: Run, tmp_path: Path) -> None:
    paper = tmp_path / "wall.txt"
    paper.write_text(REPORT, encoding="utf-8")
    db = tmp_path / "out.db"
    assert run("build", paper, "--db", db).returncode == 0
    originals = Originals.beside(db)
    kept = originals.path_of(hashlib.sha256(paper.read_bytes()).hexdigest(), "text/plain")
    assert kept.is_file()
    gone = originals.path_of(hashlib.sha256(b"gone").hexdigest(), "text/plain")
    originals.keep(gone.stem, "text/plain", b"gone")
    done = run("tidy", "--db", db)
    assert (done.returncode, done.stderr.strip()) == (0, "1 removed")
    assert kept.is_file()
    assert not gone.exists()


def test_it_waits_for_nobody_and_makes_nothing(run: Run, tmp_path: Path) -> None:
    db = tmp_path / "out.db"
    assert run("tidy", "--db", db).returncode == ExitCode.NOT_FOUND
    assert not db.exists()
    db.touch()
    with OneWriter(db):
        done = run("tidy", "--db", db)
    assert done.returncode == ExitCode.BEING_WRITTEN
    assert "is being written by another build" in done.stderr
