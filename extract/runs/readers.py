"""What reads the documents of a build: workers of this machine, or of a cluster."""

from __future__ import annotations

from typing import Protocol, Self

from extract.runs.tasks import Result, Task


class Readers(Protocol):
    """Takes documents while it has room, and gives results, in whichever order. A context manager.

    However many documents are to come, only some are on their way at a time.
    """

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    @property
    def room(self) -> bool:
        """Whether one more document can be taken."""
        ...

    @property
    def busy(self) -> bool:
        """Whether results are still to come."""
        ...

    @property
    def memory(self) -> int:
        """Bytes that the workers hold in main memory, as far as is known."""
        ...

    def put(self, task: Task) -> None:
        """Have a document read. There must be `room`."""
        ...

    def take(self) -> Result:
        """The next result; waits for it. There must be one to come (`busy`).

        Raises:
            ReadersError: where nobody can read any more.
        """
        ...


class ReadersError(Exception):
    """No document can be read any more; the message says why and what to do."""
