"""The workers of a Dask cluster that is there already, reading the documents of a build.

Each Dask worker has a process of its own for documents, as a build on one machine has: one that
takes too much is ended there, and neither the Dask worker nor its other work suffers. Where a Dask
worker dies (a machine is taken away), the scheduler gives its documents to another.

The workers need this package, at the same version, and must see the files under the same addresses:
on storage that they share, or in object storage. See docs/scale.md.
"""

from __future__ import annotations

import threading
from multiprocessing import current_process
from typing import Any, Final
from uuid import uuid4

from distributed import Client, as_completed
from distributed.scheduler import KilledWorker

from extract.options import Options
from extract.runs.limits import Limits
from extract.runs.pool import Pool
from extract.runs.readers import ReadersError
from extract.runs.tasks import Result, Task
from schemas import Problem
from schemas.vocabulary import ProblemCode

AHEAD: Final = 2
"""Documents on their way for each thread of the cluster: while one is read another waits there."""

PATIENCE: Final = 30
"""Seconds until a scheduler that does not answer is taken for gone."""

_IMPATIENT: Final = "Nobody reads: see the cluster's dashboard, and build again to go on."


class Cluster:
    """Readers on the cluster whose scheduler has an address like `tcp://scheduler:8786`."""

    def __init__(self, address: str, options: Options, limits: Limits) -> None:
        self._address = address
        self._how = (options, limits)
        self._client: Any = None
        self._done: Any = None
        self._tasks: dict[Any, Task] = {}

    def __enter__(self) -> Cluster:
        """Raises ReadersError where there is no scheduler."""
        try:
            self._client = Client(self._address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ReadersError(
                f"There is no Dask scheduler at {self._address} ({error}). Check the address."
            ) from error
        self._done = as_completed(loop=self._client.loop)
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of what is not read yet; the cluster goes on without us."""
        self._client.cancel(list(self._tasks), force=True)
        self._client.close()

    @property
    def room(self) -> bool:
        """Whether one more document can be on its way: of a cluster without workers, one."""
        return len(self._tasks) < max(1, AHEAD * sum(self._threads()))

    @property
    def busy(self) -> bool:
        """Whether results are still to come."""
        return bool(self._tasks)

    @property
    def memory(self) -> int:
        """Bytes that the Dask workers hold; not those of the processes that read."""
        workers = self._client.scheduler_info()["workers"].values()
        return sum(int(worker["metrics"].get("memory", 0)) for worker in workers)

    def put(self, task: Task) -> None:
        """Have a document read."""
        future = self._client.submit(
            read_apart, task, *self._how, key=f"council-reports-{uuid4()}", pure=False
        )
        self._tasks[future] = task
        self._done.add(future)

    def take(self) -> Result:
        """The next result. Raises ReadersError where the cluster is gone, or can't read."""
        future = next(self._done)
        task = self._tasks.pop(future)
        if future.status == "cancelled":
            raise ReadersError(f"The cluster at {self._address} is gone. {_IMPATIENT}")
        error = future.exception()
        if error is None:
            result: Result = future.result()
            return result
        if isinstance(error, KilledWorker):
            return Result(task, problem=Problem(code=ProblemCode.CRASHED, message=_DEADLY))
        raise ReadersError(
            f"The cluster's workers can't read ({type(error).__name__}: {error})."
        ) from error

    def _threads(self) -> list[int]:
        workers = self._client.scheduler_info()["workers"].values()
        return [int(worker["nthreads"]) for worker in workers]


_DEADLY: Final = "Every worker of the cluster that was to read it died."


class NoChildrenError(Exception):
    """A Dask worker may have no processes of its own; the message says how it may."""


_OWN = threading.local()


def read_apart(task: Task, options: Options, limits: Limits) -> Result:
    """Read a document on a Dask worker: in a process beside it, kept for the next.

    Raises:
        NoChildrenError: where the worker was started so that it can't have one.
    """
    if current_process().daemon:
        raise NoChildrenError(
            "start them with DASK_DISTRIBUTED__WORKER__DAEMON=False in their environment, so that"
            " each can read documents in a process of its own"
        )
    kept = getattr(_OWN, "kept", None)
    if kept is None or kept[0] != (options, limits):
        if kept is not None:
            kept[1].__exit__(None, None, None)
        pool = Pool(1, options, limits)
        pool.__enter__()
        _OWN.kept = kept = ((options, limits), pool)
    pool = kept[1]
    pool.put(task)
    result: Result = pool.take()
    return result
