"""Builds that are stopped: whatever the moment, what was done is sound and the next goes on."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

import pytest

from docs.browser import served
from extract.exits import ExitCode
from extract.store import Store
from tests.cli.command import COMMAND
from tests.runs.papers import endless, reports
from tests.store.databases import assert_sound, rows

SEED = 6
KILLS = 20
PAPERS = 8


def start(folder: Path, db: Path, *options: str | Path) -> subprocess.Popen[str]:
    """A build in a process group of its own, as a terminal would start it."""
    command = [str(COMMAND), "build", str(folder), "--db", str(db), "--jobs", "1"]
    return subprocess.Popen(
        [*command, *map(str, options)],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finish(folder: Path, db: Path, *options: str | Path) -> tuple[int, str]:
    """A build to its end: exit code, and what it says."""
    process = start(folder, db, *options)
    _, said = process.communicate(timeout=120)
    return process.returncode, said


def lines(log: Path) -> int:
    return log.read_text(encoding="utf-8").count("\n") if log.is_file() else 0


def wait_for_lines(process: subprocess.Popen[str], log: Path, number: int) -> None:
    """Wait until a build has told of so many things, or has ended."""
    deadline = time.monotonic() + 60
    while process.poll() is None and lines(log) < number:
        assert time.monotonic() < deadline
        time.sleep(0.002)


def assert_sound_as_it_lies(db: Path, where: Path) -> None:
    """Look at a copy, with its log, so that the look mends nothing."""
    where.mkdir()
    for file in db.parent.glob(f"{db.name}*"):
        shutil.copy(file, where)
    with closing(sqlite3.connect(where / db.name)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def assert_finished_as(db: Path, undisturbed: Path) -> None:
    """One file that holds what the database of the undisturbed build holds."""
    beside = {file.name for file in db.parent.glob(f"{db.name}*")}
    assert beside == {db.name}
    assert rows(db) == rows(undisturbed)
    with Store(db) as store:
        assert_sound(store.db)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some reports, a copy of one, and files that cannot be read."""
    folder = tmp_path_factory.mktemp("papers")
    made = reports(folder, PAPERS)
    shutil.copy(made[3], folder / "a-copy.txt")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4\n")
    (folder / "empty.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a build that nobody stops."""
    db = tmp_path_factory.mktemp("undisturbed") / "reports.db"
    code, said = finish(folder, db, "--jobs", "2")
    assert code == ExitCode.SOME_FAILED, said
    return db


def test_kill_at_any_moment_and_go_on(folder: Path, undisturbed: Path, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    db, log = tmp_path / "0" / "reports.db", tmp_path / "log.jsonl"
    finished = 0
    for number in range(KILLS):
        db.parent.mkdir(exist_ok=True)
        before = lines(log)
        process = start(folder, db, "--log-json", log)
        # From before the database is opened to after its last document.
        wait_for_lines(process, log, before + chance.randint(0, PAPERS + 4))
        time.sleep(chance.random() * 0.05)
        process.kill()
        process.communicate()
        assert_sound_as_it_lies(db, tmp_path / f"look-{number}")
        if chance.random() < 0.3:
            finish(folder, db)
            assert_finished_as(db, undisturbed)
            finished += 1
            db = tmp_path / str(finished) / "reports.db"
    db.parent.mkdir(exist_ok=True)
    finish(folder, db)
    assert_finished_as(db, undisturbed)


def test_what_a_killed_build_saved_is_served(tmp_path: Path) -> None:
    db, log = tmp_path / "reports.db", tmp_path / "log.jsonl"
    papers = tmp_path / "papers"
    reports(papers, 3)
    endless(papers / "the-last.pdf")
    process = start(papers, db, "--log-json", log)
    wait_for_lines(process, log, 4)  # of its start, and of three reports
    code, said = _serve(db)
    assert code == ExitCode.BEING_WRITTEN, said
    assert f"(process {process.pid}, since 20" in said
    process.kill()
    process.communicate()
    assert Path(f"{db}-wal").stat().st_size > 0
    with closing(sqlite3.connect(f"file:{db}?immutable=1", uri=True)) as without_log:
        assert without_log.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    with served(db) as address, urlopen(f"{address}/reports/documents.json?_shape=array") as answer:
        assert len(json.load(answer)) == 3
    assert [file.name for file in tmp_path.glob("reports.db*")] == ["reports.db"]


def _serve(db: Path) -> tuple[int, str]:
    command = [str(COMMAND), "serve", "--db", str(db), "--port", "1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for a process's children")
@pytest.mark.parametrize("seed", [1, 2])
def test_a_worker_that_is_killed_costs_nothing(
    folder: Path, undisturbed: Path, tmp_path: Path, seed: int
) -> None:
    db = tmp_path / "reports.db"
    process = start(folder, db, "--jobs", "2")
    workers = [pid for pid in wait_for_children(process.pid, 3) if is_worker(pid)]
    chance = random.Random(seed)
    time.sleep(chance.random() * 3)
    with suppress(ProcessLookupError):  # the build is quicker than chance
        os.kill(chance.choice(workers), signal.SIGKILL)
    process.communicate(timeout=120)
    assert_finished_as(db, undisturbed)


def is_worker(pid: int) -> bool:
    """Whether a child reads documents; one that does not is Python's own helper."""
    return b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()


def test_ctrl_c_stops_at_once_and_says_how_to_go_on(
    folder: Path, undisturbed: Path, tmp_path: Path
) -> None:
    db, log = tmp_path / "reports.db", tmp_path / "log.jsonl"
    last_one = endless(folder / "zz.pdf")  # so that the build can't come to its end before
    process = start(folder, db, "--log-json", log)
    wait_for_lines(process, log, 4)
    os.killpg(process.pid, signal.SIGINT)  # as the terminal does: every process hears it
    _, said = process.communicate(timeout=30)
    last_one.unlink()
    assert process.returncode == ExitCode.INTERRUPTED
    assert "Stopped after" in said
    assert "Traceback" not in said
    last = json.loads(log.read_text(encoding="utf-8").splitlines()[-1])
    assert last["event"] == "end"
    assert last["finished"] is False
    with closing(sqlite3.connect(db)) as connection:
        done = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
        (run,) = connection.execute("SELECT finished, read + failed FROM runs").fetchall()
    assert 0 < done == run[1]
    assert run[0] is None
    assert {file.name for file in tmp_path.glob("reports.db*")} == {"reports.db"}
    finish(folder, db)
    assert_finished_as(db, undisturbed)


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for a process's children")
def test_ending_a_build_ends_its_workers(tmp_path: Path) -> None:
    endless(tmp_path / "papers.pdf")
    process = start(tmp_path, tmp_path / "reports.db")
    workers = wait_for_children(process.pid, 2)  # a worker, and Python's own helper
    process.kill()
    process.communicate()
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{pid}").exists() for pid in workers):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def wait_for_children(pid: int, number: int) -> set[int]:
    """The children of a process, as soon as it has so many."""
    deadline = time.monotonic() + 30
    while True:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        if len(text.split()) >= number:
            return set(map(int, text.split()))
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_second_build_on_the_same_database_says_who_writes(tmp_path: Path) -> None:
    endless(tmp_path / "slow.pdf")
    db = tmp_path / "reports.db"
    process = start(tmp_path, db)
    try:
        deadline = time.monotonic() + 30
        while not (tmp_path / "reports.db.lock").is_file():
            assert time.monotonic() < deadline
            time.sleep(0.01)
        time.sleep(0.2)
        code, said = finish(tmp_path, db)
        assert code == ExitCode.BEING_WRITTEN
        assert f"(process {process.pid}, since 20" in said
    finally:
        process.kill()
        process.communicate()
    reports(tmp_path / "good", 1)
    code, said = finish(tmp_path / "good", db)
    assert code == ExitCode.OK, said
    assert not (tmp_path / "reports.db.lock").exists()


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A file system of its own with so much room; skips where none can be made."""
    folder.mkdir()
    size = f"size={kilobytes}k"
    command = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=30)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no small disk can be made here: {error}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True, timeout=30)


@pytest.mark.parametrize("kilobytes", [1200, 1600])
def test_a_full_disk_stops_the_build_and_room_lets_it_go_on(
    folder: Path, undisturbed: Path, tmp_path: Path, kilobytes: int
) -> None:
    with small_disk(tmp_path / "disk", kilobytes) as disk:
        db = disk / "reports.db"
        code, said = finish(folder, db)
        assert code == ExitCode.DISK_FULL, said
        assert "make room" in said
        assert "Traceback" not in said
        assert_sound_as_it_lies(db, tmp_path / "look")
        room = "remount,size=64m"
        subprocess.run(["mount", "-o", room, str(disk)], check=True, timeout=30)
        finish(folder, db)
        assert_finished_as(db, undisturbed)
