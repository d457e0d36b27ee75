"""Work on a database that is stopped where it takes too long.

Datasette does it with a function that SQLite calls every thousand steps of its own. That function
needs Python's lock: while another page is rendered, each call waits for it. A question over fifty
thousand rows makes hundreds of calls. Here nobody is asked on the way; the event loop interrupts
SQLite when the time is over.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from datasette.database import Database
from datasette.utils.asgi import Base400

Answer = TypeVar("Answer")


class TooSlowError(Base400):  # type: ignore[misc]  # Datasette has no types
    """A question took longer than the site allows; Datasette makes a page of it that says so."""

    status = 503

    def __init__(self) -> None:
        super().__init__("This took too long, and was stopped. Try again in a moment.")


class _Turn:
    """The connection that work is done on just now, if it is."""

    def __init__(self) -> None:
        self._lock = Lock()  # the connection may be another reader's the moment after
        self._connection: sqlite3.Connection | None = None
        self._stopped = False

    def take(
        self, work: Callable[[sqlite3.Connection], Answer], connection: sqlite3.Connection
    ) -> Answer:
        """Do the work, in a thread, unless its time is over before it begins."""
        with self._lock:
            if self._stopped:
                raise TooSlowError
            self._connection = connection
        try:
            return work(connection)
        except sqlite3.OperationalError as error:
            if self._stopped and str(error) == "interrupted":
                raise TooSlowError from error
            raise
        finally:
            with self._lock:
                self._connection = None

    def stop(self) -> None:
        """Interrupt the work, or let it not begin; from another thread."""
        with self._lock:
            self._stopped = True
            if self._connection is not None:
                self._connection.interrupt()


async def within(
    milliseconds: int, database: Database, work: Callable[[sqlite3.Connection], Answer]
) -> Answer:
    """What comes of work on a connection of the database.

    Raises:
        TooSlowError: where it took longer, waiting for a thread included.
    """
    turn = _Turn()
    timer = asyncio.get_running_loop().call_later(milliseconds / 1000, turn.stop)
    try:
        answer: Answer = await database.execute_fn(lambda connection: turn.take(work, connection))
    finally:
        timer.cancel()
    return answer
