"""Documents in workers: limits are kept, and what dies takes nothing along. All is real."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from extract.options import DEFAULTS
from extract.pipeline import parse_file
from extract.runs.limits import MEGABYTE, Limits
from extract.runs.pool import Pool
from extract.runs.tasks import Result, Task
from schemas import Document
from schemas.vocabulary import ProblemCode
from tests.runs.papers import endless, reports, swelling


def read_all(pool: Pool, *paths: Path) -> dict[str, Result]:
    """Each file's result, by its name."""
    results = []
    for path in paths:
        if not pool.room:
            results.append(pool.take())
        pool.put(Task(str(path), path.name))
    while pool.busy:
        results.append(pool.take())
    assert len(results) == len(paths)
    return {result.task.name: result for result in results}


def code_of(result: Result) -> ProblemCode | None:
    return result.problem.code if result.problem else None


@contextmanager
def killing(pool: Pool, times: int) -> Iterator[None]:
    """Meanwhile kill so many of the pool's processes as soon as they are reading."""
    stop = threading.Event()

    def kill() -> None:
        killed: set[int] = set()
        while len(killed) < times and not stop.wait(0.002):
            for pid in pool.reading:
                if pid not in killed:
                    killed.add(pid)
                    os.kill(pid, signal.SIGKILL)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def test_a_document_within_its_limits_is_as_when_it_is_read_alone(tmp_path: Path) -> None:
    made = reports(tmp_path, 3)
    with Pool(2, DEFAULTS, Limits()) as pool:
        results = read_all(pool, *made)
    for path in made:
        result = results[path.name]
        assert result.record is not None
        alone = parse_file(path)
        source = alone.source.model_copy(update={"path": path.name})
        assert Document.model_validate_json(result.record) == alone.model_copy(
            update={"source": source}
        )
        assert result.sha256 == alone.source.sha256
        assert result.size == path.stat().st_size
        assert result.memory > 20 * MEGABYTE


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(seconds=2), "within 2 seconds."),
        (Limits(cpu_seconds=2), "within 2 seconds of a processor's time"),
    ],
)
def test_what_takes_too_long_is_ended_and_the_next_is_read(
    tmp_path: Path, limits: Limits, words: str
) -> None:
    slow = endless(tmp_path / "slow.pdf")
    (good,) = reports(tmp_path, 1)
    start = time.monotonic()
    with Pool(1, DEFAULTS, limits) as pool:
        results = read_all(pool, slow, good)
    assert time.monotonic() - start < 60
    assert code_of(results["slow.pdf"]) == ProblemCode.TIMED_OUT
    assert results["slow.pdf"].problem is not None
    assert words in results["slow.pdf"].problem.message
    assert results[good.name].record is not None


def test_what_takes_too_much_memory_is_ended(tmp_path: Path) -> None:
    big = swelling(tmp_path / "big.pdf", 1200)
    (good,) = reports(tmp_path, 1)
    with Pool(1, DEFAULTS, Limits(memory=400 * MEGABYTE)) as pool:
        results = read_all(pool, big, good)
    assert code_of(results["big.pdf"]) == ProblemCode.OUT_OF_MEMORY
    assert 400 * MEGABYTE < results["big.pdf"].memory < 800 * MEGABYTE
    assert results[good.name].record is not None


def test_what_is_too_large_or_long_is_not_read(tmp_path: Path) -> None:
    (good,) = reports(tmp_path, 1)
    with Pool(1, DEFAULTS, Limits(file_size=100)) as pool:
        result = read_all(pool, good)[good.name]
    assert code_of(result) == ProblemCode.TOO_LARGE
    assert result.sha256 is not None
    with Pool(1, DEFAULTS, Limits(output=100)) as pool:
        assert code_of(read_all(pool, good)[good.name]) == ProblemCode.OUTPUT_TOO_LARGE
    pack = Path("corpus/reports/plymouth-city-council/public-reports-pack-cabinet-july-2024.pdf")
    with Pool(1, DEFAULTS, Limits(pages=22)) as pool:
        result = read_all(pool, pack)[pack.name]
    assert code_of(result) == ProblemCode.TOO_MANY_PAGES
    assert result.problem is not None
    assert "23 pages" in result.problem.message


def test_files_that_cannot_be_opened_have_no_digest(tmp_path: Path) -> None:
    with Pool(1, DEFAULTS, Limits()) as pool:
        results = read_all(pool, tmp_path / "gone.txt", tmp_path)
    assert code_of(results["gone.txt"]) == ProblemCode.NOT_FOUND
    assert code_of(results[tmp_path.name]) == ProblemCode.UNREADABLE
    assert {result.sha256 for result in results.values()} == {None}


def test_a_document_whose_worker_is_killed_is_read_again(tmp_path: Path) -> None:
    pack = Path("corpus/reports/plymouth-city-council/public-reports-pack-cabinet-july-2024.pdf")
    made = reports(tmp_path, 6)
    with Pool(2, DEFAULTS, Limits()) as pool, killing(pool, 2):
        results = read_all(pool, pack, *made)
    assert {code_of(result) for result in results.values()} == {None}


def test_a_document_that_kills_its_worker_twice_has_crashed_it(tmp_path: Path) -> None:
    slow = endless(tmp_path / "slow.pdf")
    with Pool(1, DEFAULTS, Limits()) as pool, killing(pool, 2):
        results = read_all(pool, slow)
    problem = results["slow.pdf"].problem
    assert problem is not None
    assert problem.code == ProblemCode.CRASHED
    assert "SIGKILL" in problem.message


def test_workers_end_with_the_pool(tmp_path: Path) -> None:
    slow = endless(tmp_path / "slow.pdf")
    with Pool(1, DEFAULTS, Limits()) as pool:
        pool.put(Task(str(slow), slow.name))
        (worker,) = pool._workers
        assert not worker.join(0)
    assert worker.join(0)
