"""Files that are read by URL, as from object storage; here those of this machine, by `file://`."""

import errno
import os
from pathlib import Path

import pytest

from extract.addresses import (
    MissingPackageError,
    exists,
    is_folder,
    opened,
    remote_files,
    status_of,
)
from extract.runs.find import find_documents
from extract.runs.outcome import State
from tests.cli.command import REPORT
from tests.runs.building import build
from tests.store.databases import rows


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    (folder / "below").mkdir(parents=True)
    (folder / "one.txt").write_text(REPORT)
    (folder / "below" / "two.txt").write_text(REPORT.replace("Harbour Wall", "Slipway"))
    (folder / "notes.csv").write_text("a,b")
    return folder


def test_a_url_is_a_file_as_a_path_is(papers: Path) -> None:
    here = papers / "one.txt"
    url = here.as_uri()
    assert exists(url)
    assert is_folder(papers.as_uri())
    assert not is_folder(url)
    assert not exists(f"{url}.gone")
    assert status_of(url).size == status_of(str(here)).size == len(REPORT)
    assert abs(status_of(url).mtime_ns - status_of(str(here)).mtime_ns) < 1_000_000
    with opened(url) as (file, status):
        assert file.read() == REPORT.encode()
        assert status == status_of(url)


def test_folders_are_searched_by_url(papers: Path) -> None:
    found = find_documents([papers.as_uri()])
    names = {path.removeprefix(papers.as_uri()) for path in found.paths}
    assert names == {"/one.txt", "/below/two.txt"}
    assert found.not_taken == 1
    assert sorted(remote_files(papers.as_uri())) == sorted(
        path.as_uri() for path in papers.rglob("*.*")
    )


def test_a_build_from_urls_is_one_from_paths_and_goes_on_as_one(
    papers: Path, tmp_path: Path
) -> None:
    near, far = tmp_path / "near.db", tmp_path / "far.db"
    build(near, papers)
    build(far, papers.as_uri())
    without_paths = [
        {table: found for table, found in rows(db).items() if table not in ("documents", "files")}
        for db in (near, far)
    ]
    assert without_paths[0] == without_paths[1]
    assert len(rows(far)["documents"]) == 2
    again = build(far, papers.as_uri())
    assert {outcome.state for outcome in again} == {State.UNCHANGED}
    os.utime(papers / "one.txt", ns=(0, 77_000_000))
    assert {outcome.state for outcome in build(far, papers.as_uri())} == {State.UNCHANGED}


def test_what_is_gone_is_told_as_of_a_path(papers: Path) -> None:
    with pytest.raises(FileNotFoundError):
        status_of((papers / "gone.txt").as_uri())
    with pytest.raises(FileNotFoundError), opened((papers / "gone.txt").as_uri()):
        pass


def test_an_error_of_a_storage_is_one_of_the_system(papers: Path) -> None:
    with pytest.raises(OSError, match="nonsense") as told:
        status_of("nonsense://bucket/one.txt")
    assert told.value.errno == errno.EIO


def test_a_storage_that_needs_another_package_says_which() -> None:
    with pytest.raises(MissingPackageError, match="gcsfs"):
        exists("gs://bucket/one.txt")
