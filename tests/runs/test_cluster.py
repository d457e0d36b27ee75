"""A build whose documents a real Dask cluster reads: two worker processes of this machine."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster

from extract.runs.build import Build, Settings
from extract.runs.find import find_documents
from extract.runs.outcome import State
from extract.runs.readers import ReadersError
from tests.runs.building import build
from tests.store.databases import rows

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "reports"


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    settings = {"distributed.worker.daemon": False, "distributed.admin.tick.limit": "60s"}
    with (
        dask.config.set(settings),
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as running,
    ):
        yield running


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the corpus' reports and a file that can't be read."""
    folder = tmp_path_factory.mktemp("papers")
    for file in sorted(CORPUS.rglob("*.pdf"))[:8]:
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    return folder


@pytest.fixture(scope="module")
def alone(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What this machine makes of them without a cluster."""
    db = tmp_path_factory.mktemp("alone") / "reports.db"
    build(db, papers)
    return db


def test_a_cluster_makes_the_same_database(
    cluster: LocalCluster, papers: Path, alone: Path, tmp_path: Path
) -> None:
    db = tmp_path / "reports.db"
    outcomes = build(db, papers, settings=Settings(cluster=cluster.scheduler_address))
    assert sorted({outcome.state for outcome in outcomes}) == [State.FAILED, State.READ]
    assert rows(db) == rows(alone)


def test_it_does_also_when_a_worker_is_killed_half_way(
    cluster: LocalCluster, papers: Path, alone: Path, tmp_path: Path
) -> None:
    db = tmp_path / "reports.db"
    building = Build(find_documents([str(papers)]), db, Settings(cluster=cluster.scheduler_address))
    done = 0
    for _ in building.outcomes():
        done += 1
        if done == 2:
            victim = next(iter(cluster.workers.values()))
            os.kill(victim.process.pid, signal.SIGKILL)
    assert done == len(building.found)
    assert rows(db) == rows(alone)


def test_a_cluster_that_goes_away_is_told_and_the_next_build_goes_on(
    papers: Path, alone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.runs.cluster.PATIENCE", 2)
    db = tmp_path / "reports.db"
    with dask.config.set({"distributed.worker.daemon": False}):
        going = LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None)
    building = Build(find_documents([str(papers)]), db, Settings(cluster=going.scheduler_address))
    outcomes = building.outcomes()
    next(outcomes)
    going.close()
    with pytest.raises(ReadersError, match="gone"):
        list(outcomes)
    build(db, papers)
    assert rows(db) == rows(alone)


def test_an_address_without_a_scheduler_is_told(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.runs.cluster.PATIENCE", 1)
    with pytest.raises(ReadersError, match="no Dask scheduler"):
        build(tmp_path / "x.db", papers, settings=Settings(cluster="tcp://127.0.0.1:9"))


def test_workers_that_may_have_no_processes_are_told(papers: Path, tmp_path: Path) -> None:
    with (
        dask.config.set({"distributed.worker.daemon": True}),
        LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as daemonic,
        pytest.raises(ReadersError, match="DASK_DISTRIBUTED__WORKER__DAEMON"),
    ):
        build(tmp_path / "x.db", papers, settings=Settings(cluster=daemonic.scheduler_address))
