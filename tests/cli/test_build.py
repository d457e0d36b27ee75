"""`council-reports build` and `serve`."""

import errno
import hashlib
import re
import shutil
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

from extract.exits import ExitCode
from extract.originals import Originals
from extract.runs.find import find_documents
from extract.runs.outcome import Outcome, State, Tally
from extract.runs.show import closing_table as print_closing_table
from schemas.vocabulary import DocumentKind
from tests.cli.command import COMMAND, REPORT, Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports, one below the other, and a file that is no report."""
    folder = tmp_path / "reports"
    (folder / "2026").mkdir(parents=True)
    (folder / "wall.txt").write_text(REPORT, encoding="utf-8")
    other = REPORT.replace("Harbour Wall", "Town Clock").replace("HW/26/1", "TC/26/2")
    (folder / "2026" / "clock.MD").write_text(other, encoding="utf-8")
    (folder / "notes.csv").write_text("not,a,report\n", encoding="utf-8")
    return folder


def dump(db: Path) -> str:
    with closing(sqlite3.connect(db)) as connection:
        return "\n".join(connection.iterdump())


def select(db: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(sql).fetchall()


def closing_table(stderr: str) -> dict[str, int]:
    """Number of documents by what became of them."""
    rows = re.findall(r"^ +([a-z_ ]+?) {2,}(\d+)", stderr, re.MULTILINE)
    return {name: int(count) for name, count in rows}


def test_documents_are_found_once_and_in_order(folder: Path) -> None:
    found = find_documents(map(str, [folder, folder / "wall.txt", folder / "notes.csv"]))
    names = [Path(path).relative_to(folder).as_posix() for path in found.paths]
    assert names == ["2026/clock.MD", "notes.csv", "wall.txt"]
    assert found.not_taken == 0
    assert find_documents(map(str, [folder])).not_taken == 1


def test_build_saves_every_report(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("build", folder, "--db", "out.db")
    assert done.returncode == ExitCode.OK
    assert done.stdout == ""
    assert closing_table(done.stderr) == {"read": 2, "unchanged": 0, "failed": 0}
    titles = select(tmp_path / "out.db", "select title from reports order by title")
    assert titles == [("Repairs to the Harbour Wall",), ("Repairs to the Town Clock",)]


def test_second_build_reads_nothing_and_changes_nothing(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (folder / "broken.pdf").write_bytes(b"")
    first = run("build", folder, "--db", "out.db")
    assert closing_table(first.stderr) == {"read": 2, "unchanged": 0, "failed": 1, "empty": 1}
    before = dump(tmp_path / "out.db")
    second = run("build", folder, "--db", "out.db")
    assert closing_table(second.stderr) == {
        "read": 0,
        "unchanged": 2,
        "failed": 0,
        "failed before": 1,
        "empty": 1,
    }
    assert first.returncode == second.returncode == ExitCode.SOME_FAILED
    assert dump(tmp_path / "out.db") == before


def test_a_moved_document_is_known_by_its_bytes(run: Run, folder: Path, tmp_path: Path) -> None:
    run("build", folder, "--db", "out.db")
    shutil.move(folder / "wall.txt", folder / "moved.txt")
    assert run("build", folder, "--db", "out.db").returncode == ExitCode.OK
    assert select(tmp_path / "out.db", "select count(*) from documents") == [(2,)]


def test_failures_are_told_counted_and_kept(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4\n")
    done = run("build", folder, "--db", "out.db")
    assert done.returncode == ExitCode.SOME_FAILED
    assert f"failed: {folder / 'broken.pdf'}: " in done.stderr
    assert "\x1b" not in done.stderr
    assert select(tmp_path / "out.db", "select code from problems where code = 'damaged'")
    assert select(tmp_path / "out.db", "select count(*) from reports") == [(2,)]


def kept(folder: Path) -> dict[str, bytes]:
    """Files below a folder, by their path in it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_originals_are_kept_beside_the_database(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4\n")
    shutil.copy(folder / "wall.txt", folder / "copy.txt")
    run("build", folder, "--db", "out.db")
    originals = tmp_path / "out-originals"
    there = kept(originals)
    for name, suffix in (("wall.txt", ".txt"), ("2026/clock.MD", ".md")):
        data = (folder / name).read_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        assert there.pop(f"{sha256[:2]}/{sha256}{suffix}") == data
    assert there == {}
    times = {path: path.stat().st_mtime_ns for path in originals.rglob("*")}
    run("build", folder, "--db", "out.db")
    assert {path: path.stat().st_mtime_ns for path in originals.rglob("*")} == times


def test_originals_are_not_kept_unless_wanted(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("build", folder, "--db", "out.db", "--no-originals")
    assert done.returncode == ExitCode.OK
    assert not (tmp_path / "out-originals").exists()
    done = run("build", folder, "--db", "out.db")  # of what an earlier build read
    assert closing_table(done.stderr) == {"read": 0, "unchanged": 2, "failed": 0}
    assert len(kept(tmp_path / "out-originals")) == 2


def test_originals_that_cannot_be_kept_are_told(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out-originals").write_text("in the way", encoding="utf-8")
    done = run("build", folder, "--db", "out.db")
    assert done.returncode == ExitCode.SOME_FAILED
    assert f"not kept: {folder / 'wall.txt'}: its original can't be kept in" in done.stderr
    assert closing_table(done.stderr) == {"read": 2, "unchanged": 0, "failed": 0}
    assert select(tmp_path / "out.db", "select count(*) from reports") == [(2,)]


def test_an_original_is_there_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    originals = Originals.beside(tmp_path / "out.db")
    sha256 = hashlib.sha256(b"words").hexdigest()

    def fail(path: Path, data: bytes) -> None:
        path.open("wb").close()
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full_disk:
        full_disk.setattr(Path, "write_bytes", fail)
        with pytest.raises(OSError, match="No space left"):
            originals.keep(sha256, "text/plain", b"words")
    assert kept(originals.folder) == {}
    assert originals.find(sha256, "text/plain") is None
    path = originals.path_of(sha256, "text/plain")
    path.write_bytes(b"wor")  # as a power cut may leave it
    originals.keep(sha256, "text/plain", b"words")
    assert path.read_bytes() == b"words"
    assert originals.find(sha256, "text/plain") == path


def test_kinds_are_told_apart_where_not_all_are_reports(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = Outcome("a.pdf", State.READ, kind=DocumentKind.REPORT, pages=4, reports=1)
    pack = Outcome("b.pdf", State.READ, kind=DocumentKind.AGENDA_PACK, pages=90, reports=7)
    tally = Tally()
    for outcome in (report, pack, pack):
        tally.add(outcome)
    print_closing_table(tally)
    lines = [line.split() for line in capsys.readouterr().err.splitlines()]
    assert ["read", "3", "184", "15"] in lines
    assert ["agenda_pack", "2", "180", "14"] in lines
    tally = Tally()
    tally.add(report)
    print_closing_table(tally)
    assert "  report " not in capsys.readouterr().err


def test_nothing_to_build_is_told(run: Run, tmp_path: Path) -> None:
    assert run("build", tmp_path / "nowhere").returncode == ExitCode.NOT_FOUND
    (tmp_path / "hollow").mkdir()
    done = run("build", "hollow")
    assert done.returncode == ExitCode.NOT_FOUND
    assert done.stderr == "hollow: no document in it (.pdf, .docx, .html, .txt, .md)\n"
    assert not (tmp_path / "reports.db").exists()


def test_serve_needs_a_database(run: Run) -> None:
    done = run("serve", "--db", "none.db")
    assert done.returncode == ExitCode.NOT_FOUND
    assert "council-reports build" in done.stderr


@contextmanager
def serving(db: Path) -> Iterator[str]:
    """Serve a database on a free port; the address, once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [str(COMMAND), "serve", "--db", str(db), "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        assert address in process.stderr.readline()
        deadline = time.monotonic() + 60
        while True:
            try:
                httpx.get(f"{address}/-/versions.json").raise_for_status()
                break
            except httpx.TransportError:
                assert process.poll() is None
                assert time.monotonic() < deadline
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=30)


def test_serve_opens_datasette_with_our_metadata(run: Run, folder: Path, tmp_path: Path) -> None:
    run("build", folder, "--db", "reports.db")
    with serving(tmp_path / "reports.db") as address:
        (database,) = httpx.get(f"{address}/-/databases.json").json()
        assert database["is_mutable"] is False
        rows = httpx.get(f"{address}/reports/reports.json?_shape=array").json()
        assert len(rows) == 2
        metadata = httpx.get(f"{address}/-/metadata.json").json()
        assert metadata["title"]
