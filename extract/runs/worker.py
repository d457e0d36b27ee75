"""A process that reads documents one after the other, and this process's end of it."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Final

import psutil

from extract.collecting import collect_less, give_back, keep_loaded
from extract.options import Options
from extract.runs.limits import MEGABYTE, Limits
from schemas import Problem
from schemas.vocabulary import ProblemCode

if TYPE_CHECKING:
    from extract.runs.tasks import Result, Task

READY: Final = "ready"
"""What a worker sends when it has loaded the parser."""

STARTING: Final = 120.0
"""Seconds that a worker may take for that, on a busy machine: no document's fault."""

# Spawned, since a fork of a process that has threads (a progress bar's) may hang.
_CONTEXT: Final = get_context("spawn")

_BACKSTOP: Final = 2
"""Times the limit of memory at which the system itself refuses more, should `watch` be too late."""


def serve(tasks: Connection, options: Options, limits: Limits) -> None:
    """Read what comes until nothing more does: the whole life of a worker's process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that started us
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _keep_within(limits)
    collect_less()
    give_back()
    from extract.runs.reading import read  # loads the parser

    tasks.send(READY)
    for number in count(1):
        try:
            task: Task = tasks.recv()
        except EOFError:
            return
        tasks.send(read(task, options, limits))
        if number == 1:  # has had loaded what is loaded late
            keep_loaded()


def _end_with_parent() -> None:
    """End at once where the process that started us is no more: nobody waits for the record."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _keep_within(limits: Limits) -> None:
    """Have the system refuse memory far beyond the limit, and write no core files."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Of data, not of addresses: threads and models are given far more of those than they use.
    kind, most = resource.RLIMIT_DATA, limits.memory * _BACKSTOP
    soft, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most if soft < 0 else min(soft, most), hard))


class Worker:
    """A worker as the process sees it that gives it tasks, one at a time.

    A thread may call `look`; all else is called from one thread.
    """

    def __init__(self, options: Options, limits: Limits) -> None:
        self.limits = limits
        self.task: Task | None = None
        self.done = 0
        """Documents that it has read."""
        self.memory = 0
        """Bytes that it held in main memory when last looked at."""
        self.seconds = 0.0
        """How long it had been at its document when last looked at."""
        self.overrun: Problem | None = None
        """The limit for which it was ended, if it was."""
        self.ready = False
        """Whether it has loaded the parser."""
        self._lock = threading.Lock()
        self.connection, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=serve, args=(theirs, options, limits), daemon=True)
        with _deaf_to_interrupts():
            self._process.start()
        theirs.close()  # so that its end is seen here
        self._system = psutil.Process(self._process.pid)
        self._since = time.monotonic()
        self._cpu_before = 0.0

    @property
    def pid(self) -> int:
        """Number of its process."""
        return int(self._system.pid)

    def give(self, task: Task) -> None:
        """Have it read a document, at once or as soon as it has started."""
        with self._lock:
            self.task = task
            if self.ready:
                self._start_clock()
        try:
            self.connection.send(task)
        except OSError:
            return  # it has just died: `take` will say so

    def take(self) -> Result | None:
        """What it has sent: a result, or None where it has only started.

        Raises EOFError where it has died.
        """
        try:
            message = self.connection.recv()
        except OSError as error:  # in the middle of a message
            raise EOFError from error
        with self._lock:
            if message == READY:
                self.ready = True
                self._start_clock()
                return None
            self.task = None
            self.done += 1
        result: Result = message
        return result

    def look(self) -> None:
        """See what it takes, and end it where its document goes beyond a limit."""
        with self._lock:
            if self.overrun is not None:
                return
            usage = self._usage()
            if usage is None:
                return
            self.memory, cpu = usage
            if self.task is None:
                return
            self.seconds = time.monotonic() - self._since
            self.overrun = self._overrun(self.seconds, cpu)
            if self.overrun is not None or (not self.ready and self.seconds > STARTING):
                self._process.kill()

    def kill(self) -> None:
        """End it at once."""
        with self._lock:
            self._process.kill()

    def let_go(self) -> None:
        """Have it end by itself, which it does when nothing more can come."""
        self.connection.close()

    def join(self, seconds: float | None = None) -> bool:
        """Wait for its end; whether it has come."""
        self._process.join(seconds)
        return self._process.exitcode is not None

    def death(self) -> str:
        """How it died, in words."""
        self._process.join()
        code: int = self._process.exitcode or 0
        if code >= 0:
            return f"its process ended with {code}"
        return f"its process was ended by {signal.Signals(-code).name}"

    def _overrun(self, seconds: float, cpu: float) -> Problem | None:
        limits = self.limits
        if self.memory > limits.memory:
            return Problem(
                code=ProblemCode.OUT_OF_MEMORY,
                message=f"Reading it took more than {limits.memory / MEGABYTE:,.0f} MB of memory.",
            )
        if self.ready and seconds > limits.seconds:
            return Problem(
                code=ProblemCode.TIMED_OUT,
                message=f"It was not read within {limits.seconds:,.0f} seconds.",
            )
        if self.ready and cpu - self._cpu_before > limits.cpu_seconds:
            return Problem(
                code=ProblemCode.TIMED_OUT,
                message=f"It was not read within {limits.cpu_seconds:,.0f} seconds of a"
                " processor's time.",
            )
        return None

    def _start_clock(self) -> None:
        self._since = time.monotonic()
        usage = self._usage()
        self._cpu_before = usage[1] if usage else 0.0

    def _usage(self) -> tuple[int, float] | None:
        """Bytes in main memory, and seconds of processors' time; None where it is gone."""
        try:
            with self._system.oneshot():
                times: Any = self._system.cpu_times()
                return int(self._system.memory_info().rss), times.user + times.system
        except psutil.Error:
            return None


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Start processes that Ctrl+C does not reach, also while they start.

    Only the main thread can; what another starts hears Ctrl+C until it has started.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    # Held back, not ignored: a Ctrl+C that comes just now must not be lost.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
