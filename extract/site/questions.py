"""How pages ask the database: through Datasette, and some things once only."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from datasette.app import Datasette
from datasette.database import Database
from datasette.utils.asgi import NotFound

from extract.site.stopping import within
from extract.store.questions import Question as Question
from extract.store.questions import Row
from extract.store.questions import answers as answers

#: The database's name where it has the one that the metadata know.
DATABASE: Final = "reports"
#: Tables that tell a database of ours from others that are served beside it.
_OURS: Final = frozenset({"reports", "report_sources", "agenda_items"})


Answer = TypeVar("Answer")


#: Milliseconds that a page's questions may take: of fifty thousand reports a tenth of a second, but
#: a busy machine may take its time.
LONGEST: Final = 5_000
#: Answers that are kept at once: of each measure and type of implication, and some choices.
_KEPT: Final = 100


class Archive:
    """The database of reports that a site serves, and how pages ask it."""

    def __init__(self, datasette: Datasette, database: Database) -> None:
        self.datasette = datasette
        self.database = database
        self._kept: dict[tuple[object, ...], Sequence[Any]] = {}

    @property
    def name(self) -> str:
        """The database's name in Datasette's addresses."""
        return str(self.database.name)

    async def all(self, question: Question[Row], **values: object) -> Sequence[Row]:
        """Every row of the answer."""
        return await self.at_once(lambda connection: answers(connection, question, **values))

    async def kept(self, question: Question[Row], **values: object) -> Sequence[Row]:
        """Every row of the answer, kept for the next who asks: for figures over everything.

        Nothing is kept of a database that may change while it is served.
        """
        if self.database.is_mutable:
            return await self.all(question, **values)
        key = (question.sql, tuple(sorted(values.items())))
        if key not in self._kept:
            self._kept[key] = await self.all(question, **values)
            if len(self._kept) > _KEPT:
                del self._kept[next(iter(self._kept))]
        kept: Sequence[Row] = self._kept[key]
        return kept

    async def at_once(self, work: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """What comes of many questions that are asked in one turn (see `answers`).

        Raises:
            TooSlowError: where they took longer than `LONGEST`.
        """
        return await within(LONGEST, self.database, work)

    async def one(self, question: Question[Row], **values: object) -> Row | None:
        """The first row of the answer, None if there is none."""
        rows = await self.all(question, **values)
        return rows[0] if rows else None

    async def found(self, what: str, question: Question[Row], **values: object) -> Row:
        """The row that a page is about.

        Raises:
            NotFound: where there is none; Datasette makes a page of it that says so.
        """
        row = await self.one(question, **values)
        if row is None:
            raise NotFound(f"There is no such {what} here. Search for it by its name.")
        return row


#: The archive of each running site; looked for once.
_ARCHIVES: WeakKeyDictionary[Datasette, Archive] = WeakKeyDictionary()


async def archive_of(datasette: Datasette) -> Archive:
    """The database of ours that is served: the one named "reports", else the first.

    Raises:
        NotFound: where none is.
    """
    if datasette not in _ARCHIVES:
        _ARCHIVES[datasette] = await _find(datasette)
    return _ARCHIVES[datasette]


async def _find(datasette: Datasette) -> Archive:
    databases: Mapping[str, Any] = datasette.databases
    first = [databases[DATABASE]] if DATABASE in databases else []
    for database in (*first, *databases.values()):
        if set(await database.table_names()) >= _OURS:
            return Archive(datasette, database)
    raise NotFound("No database of council reports is served here.")
