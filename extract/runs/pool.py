"""Workers that read documents, some at once. One that dies costs its document, never the others.

No pool of the standard library, nor pebble's, does for this: each has workers share a pipe, so that
none can say which process reads which document, and what that takes in memory. Here each worker
has a pipe of its own and one document at a time: whatever becomes of the process is that
document's.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from multiprocessing.connection import Connection, wait
from typing import Final

from extract.options import Options
from extract.runs.limits import RECYCLED_AFTER, Limits
from extract.runs.readers import ReadersError
from extract.runs.tasks import Result, Task
from extract.runs.worker import Worker
from schemas import Problem
from schemas.vocabulary import ProblemCode

LOOKED_AT_EVERY: Final = 0.1
"""Seconds between two looks at what the workers take."""

MOST_FAILED_STARTS: Final = 3
"""Workers in a row that may die before they can read: then none will ever."""


class PoolError(ReadersError):
    """No worker can be started; the message says what became of the last."""


class Pool:
    """Up to `jobs` workers, started as they are needed. A context manager.

    Give it tasks with `put` while it has `room`, and `take` results while it is `busy`. Not more
    than `jobs` documents are on their way, so however many are to come, they need no memory here.

    Where a worker dies and not by a limit, its document is read once more, alone, when all others
    are done: the system may have ended it for the sake of a neighbour's memory.
    """

    def __init__(self, jobs: int, options: Options, limits: Limits) -> None:
        self._jobs = jobs
        self._options = options
        self._limits = limits
        self._workers: list[Worker] = []
        self._leaving: list[Worker] = []
        self._again: deque[Task] = deque()
        self._alone: Task | None = None
        self._failed_starts = 0
        self._closing = threading.Event()
        self._watch = threading.Thread(target=self._look_after, daemon=True)

    def __enter__(self) -> Pool:
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End every worker, whatever it is doing."""
        self._closing.set()
        workers = (*self._workers, *self._leaving)
        for worker in workers:
            worker.kill()
        for worker in workers:
            worker.join()
        self._workers.clear()
        self._leaving.clear()

    @property
    def room(self) -> bool:
        """Whether one more document can be read at once."""
        if self._alone is not None:
            return False
        return len(self._reading()) < self._jobs

    @property
    def busy(self) -> bool:
        """Whether results are still to come."""
        return bool(self._reading() or self._again)

    @property
    def memory(self) -> int:
        """Bytes that the workers hold in main memory."""
        return sum(worker.memory for worker in self._workers)

    @property
    def reading(self) -> Sequence[int]:
        """Numbers of the processes that are reading a document just now."""
        return [worker.pid for worker in self._reading() if worker.ready]

    def put(self, task: Task) -> None:
        """Have a document read. There must be `room`."""
        idle = next((worker for worker in self._workers if worker.task is None), None)
        if idle is None:
            idle = Worker(self._options, self._limits)
            self._workers.append(idle)
        idle.give(task)

    def take(self) -> Result:
        """The next result, in whichever order; waits for it. The pool must be `busy`.

        Raises:
            PoolError: where workers die before they can read anything.
        """
        while True:
            if not self._reading():
                self._alone = self._again.popleft()
                self.put(self._alone)
            reading = {worker.connection: worker for worker in self._reading()}
            for ready in wait(list(reading)):
                assert isinstance(ready, Connection)
                result = self._from(reading[ready])
                if result is not None:
                    if result.task == self._alone:
                        self._alone = None
                    return result

    def _from(self, worker: Worker) -> Result | None:
        """What a worker has sent; None where it is no result, or its document is read again."""
        task = worker.task
        assert task is not None
        try:
            result = worker.take()
        except EOFError:
            return self._mourn(worker, task)
        self._failed_starts = 0
        if result is not None and (worker.overrun or self._worn_out(worker, result)):
            self._dismiss(worker)
        return result

    def _mourn(self, worker: Worker, task: Task) -> Result | None:
        """Deal with a worker that is dead, and its document."""
        how = worker.death()
        self._dismiss(worker)
        if worker.overrun is not None:
            return _without_record(task, worker, worker.overrun)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= MOST_FAILED_STARTS:
                raise PoolError(f"The parser cannot be started: {how}")
        elif task == self._alone:
            # With much memory in its hands it was refused more, or ended for the sake of others.
            much = worker.memory > self._limits.memory // 2
            problem = Problem(
                code=ProblemCode.OUT_OF_MEMORY if much else ProblemCode.CRASHED,
                message=f"The parser died of it, and again when it was read alone: {how}.",
            )
            return _without_record(task, worker, problem)
        self._alone = None
        self._again.append(task)
        return None

    def _worn_out(self, worker: Worker, result: Result) -> bool:
        """Whether another worker should take its place."""
        return (
            worker.done >= RECYCLED_AFTER
            or result.memory > self._limits.memory // 2
            or (result.problem is not None and result.problem.code == ProblemCode.OUT_OF_MEMORY)
        )

    def _dismiss(self, worker: Worker) -> None:
        self._workers.remove(worker)
        worker.let_go()
        self._leaving = [one for one in (*self._leaving, worker) if not one.join(0)]

    def _reading(self) -> list[Worker]:
        return [worker for worker in self._workers if worker.task is not None]

    def _look_after(self) -> None:
        while not self._closing.wait(LOOKED_AT_EVERY):
            for worker in tuple(self._workers):
                worker.look()


def _without_record(task: Task, worker: Worker, problem: Problem) -> Result:
    """The result of a document that its worker did not outlive."""
    return Result(task, problem=problem, seconds=worker.seconds, memory=worker.memory)
