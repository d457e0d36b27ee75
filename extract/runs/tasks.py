"""What goes to a worker and what comes back: both small to send, both quick to load."""

from __future__ import annotations

from dataclasses import dataclass

from schemas import Problem


@dataclass(frozen=True)
class Task:
    """A file to read: where it is, and what it is called in its record (its path, as text).

    `again` says that it is read also where its document is known.
    """

    path: str
    name: str
    again: bool = False


@dataclass(frozen=True)
class Result:
    """What became of a task: a record, or a problem.

    `sha256`, `size` (bytes) and `mtime_ns` are those of the file as it was opened, None where it
    could not be. `record` is the record as JSON in UTF-8. `seconds` is the time by the clock,
    `memory` the most bytes that the process has held in main memory so far.
    """

    task: Task
    sha256: str | None = None
    size: int | None = None
    mtime_ns: int | None = None
    record: bytes | None = None
    problem: Problem | None = None
    seconds: float = 0.0
    memory: int = 0
