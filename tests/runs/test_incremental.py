"""A second build reads what is new or has changed, or what somebody asks for, and nothing else."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from extract.runs.build import Settings
from extract.runs.choice import Wanted
from extract.runs.find import find_documents
from extract.runs.limits import Limits
from extract.runs.outcome import Outcome, State
from extract.store import Store
from schemas.vocabulary import ProblemCode
from tests.runs.building import build
from tests.runs.papers import reports
from tests.store.databases import dump, rows

ONE = Settings(jobs=1)


def states(outcomes: list[Outcome]) -> Counter[State]:
    return Counter(outcome.state for outcome in outcomes)


def paths_of(db: Path) -> list[tuple[str, str | None]]:
    """Each document's path and its media type."""
    with Store(db) as store:
        sql = "SELECT path, media_type FROM documents ORDER BY path"
        return list(store.db.execute(sql).fetchall())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports(tmp_path / "papers", 4)
    (tmp_path / "papers" / "empty.txt").write_bytes(b"")
    return tmp_path / "papers"


@pytest.fixture
def db(folder: Path, tmp_path: Path) -> Path:
    db = tmp_path / "reports.db"
    assert states(build(db, folder)) == {State.READ: 4, State.FAILED: 1}
    return db


def test_what_is_as_it_was_is_not_even_opened(folder: Path, db: Path) -> None:
    before = dump(db)
    for file in folder.iterdir():
        times = file.stat()
        file.write_bytes(b"x" * times.st_size)  # other bytes, but nothing to show for it
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert states(build(db, folder)) == {State.UNCHANGED: 4, State.FAILED_BEFORE: 1}
    assert dump(db) == before


def test_a_file_that_was_touched_is_hashed_and_its_time_kept(folder: Path, db: Path) -> None:
    before = rows(db)
    for file in folder.iterdir():
        os.utime(file, ns=(0, 77))
    assert states(build(db, folder)) == {State.UNCHANGED: 4, State.FAILED_BEFORE: 1}
    assert rows(db) == before
    with Store(db) as store:
        assert store.db.execute("SELECT DISTINCT mtime_ns, run_id FROM files").fetchall() == [
            (77, 2)
        ]


def test_a_file_that_has_changed_is_read(folder: Path, db: Path) -> None:
    file = folder / "report-00001.txt"
    file.write_text(file.read_text().replace("The wall leaks", "The clock is slow"))
    found = {Path(outcome.path).name: outcome.state for outcome in build(db, folder)}
    assert found.pop(file.name) is State.READ
    assert State.READ not in found.values()
    with Store(db) as store:  # what it was before stays in the archive
        assert store.db["documents"].count == 6
        assert store.db["files"].count == 5


def test_a_file_that_was_moved_is_not_read_again(folder: Path, db: Path) -> None:
    moved = folder / "deeper" / "moved.txt"
    moved.parent.mkdir()
    shutil.move(folder / "report-00002.txt", moved)
    assert states(build(db, folder)) == {State.UNCHANGED: 4, State.FAILED_BEFORE: 1}
    assert (str(moved), "text/plain") in paths_of(db)


def test_a_copy_is_not_read_and_the_first_path_is_kept(folder: Path, db: Path) -> None:
    original, copy = folder / "report-00002.txt", folder / "a-copy.txt"
    shutil.copy(original, copy)
    shutil.copy(original, folder / "z-copy.txt")
    shutil.copy(folder / "report-00003.txt", folder / "a-copy.md")  # its ending tells another type
    assert states(build(db, folder)) == {
        State.UNCHANGED: 6,
        State.READ: 1,
        State.FAILED_BEFORE: 1,
    }
    kept = dict(paths_of(db))
    assert str(copy) in kept
    assert str(original) not in kept
    assert kept[str(folder / "a-copy.md")] == "text/markdown"
    fresh = db.with_name("fresh.db")
    build(fresh, folder, settings=Settings(jobs=2))
    assert rows(db) == rows(fresh)
    before = dump(db)
    build(db, folder)
    assert dump(db) == before


def test_failures_are_read_again_when_somebody_asks(folder: Path, db: Path) -> None:
    again = replace(ONE, wanted=Wanted(retry_failed=True))
    before = rows(db)
    assert states(build(db, folder, settings=again)) == {State.UNCHANGED: 4, State.FAILED: 1}
    assert rows(db) == before


def test_a_limit_that_was_too_low_can_be_raised(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "small.db"
    strict = replace(ONE, limits=Limits(file_size=100))
    outcomes = build(db, folder, settings=strict)
    codes = Counter(outcome.problem.code for outcome in outcomes if outcome.problem)
    assert codes == {ProblemCode.TOO_LARGE: 4, ProblemCode.EMPTY: 1}
    assert states(build(db, folder)) == {State.FAILED_BEFORE: 5}
    again = replace(ONE, wanted=Wanted(retry_failed=True))
    assert states(build(db, folder, settings=again)) == {State.READ: 4, State.FAILED: 1}


def test_everything_is_read_again_when_somebody_asks(folder: Path, db: Path) -> None:
    shutil.copy(folder / "report-00002.txt", folder / "z-copy.txt")
    before = rows(db)
    again = replace(ONE, wanted=Wanted(reparse=True))
    outcomes = build(db, folder, settings=again)
    assert states(outcomes) == {State.READ: 4, State.FAILED: 1, State.UNCHANGED: 1}
    assert rows(db) == before


def test_only_what_has_changed_since_a_day(folder: Path, tmp_path: Path) -> None:
    for number, file in enumerate(sorted(folder.iterdir())):
        os.utime(file, ns=(0, number))
    recent = replace(ONE, wanted=Wanted(changed_since=3))
    outcomes = build(tmp_path / "recent.db", folder, settings=recent)
    assert states(outcomes) == {State.LEFT_OUT: 3, State.READ: 2}


def test_a_database_from_before_files_were_known_reads_nothing_again(
    folder: Path, db: Path
) -> None:
    with Store(db) as store, store.db.atomic():
        store.db.execute("DELETE FROM files")
    assert states(build(db, folder)) == {State.UNCHANGED: 4, State.FAILED_BEFORE: 1}
    with Store(db) as store:
        assert store.files.complete()
        assert store.db["files"].count == 5


def test_what_cannot_be_opened_has_a_row(folder: Path, db: Path) -> None:
    (folder / "report-00001.txt").unlink()
    (folder / "report-00001.txt").symlink_to(folder / "nowhere")
    outcomes = build(db, folder / "report-00001.txt")
    assert [outcome.problem.code for outcome in outcomes if outcome.problem] == [
        ProblemCode.NOT_FOUND
    ]
    with Store(db) as store:
        sql = "SELECT problem, document_sha256 FROM files WHERE path LIKE '%00001.txt'"
        assert store.db.execute(sql).fetchall() == [("not_found", None)]


def test_a_name_that_is_no_text_is_spelt_out(tmp_path: Path) -> None:
    (made,) = reports(tmp_path / "papers", 1)
    odd = os.fsencode(made.parent) + b"/caf\xe9.txt"
    os.rename(made, odd)  # noqa: PTH104 - bytes
    db = tmp_path / "reports.db"
    assert states(build(db, tmp_path / "papers")) == {State.READ: 1}
    assert states(build(db, tmp_path / "papers")) == {State.UNCHANGED: 1}
    with Store(db) as store:
        ((path,),) = store.db.execute("SELECT path FROM files").fetchall()
    assert path.endswith("caf\\xe9.txt")


def test_files_are_found_in_the_order_of_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["b/x.txt", "b-c/x.PDF", "b.txt", "a/b/c.html", "a/b.md", "notes.csv", "README"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("words", encoding="utf-8")
    found = find_documents(map(str, [tmp_path, tmp_path / "b", tmp_path / "b.txt"]))
    taken = [tmp_path / name for name in names[:5]]
    assert list(found.paths) == [str(path) for path in sorted(taken)]
    assert found.not_taken == 2
    monkeypatch.chdir(tmp_path)
    assert find_documents(["."]).paths == tuple(map(str, sorted(map(Path, names[:5]))))
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "nowhere")
    assert len(find_documents([str(tmp_path)])) == 5
    assert find_documents([str(tmp_path / "notes.csv")]).paths == (str(tmp_path / "notes.csv"),)
