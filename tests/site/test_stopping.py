"""Questions that take too long are stopped, and only they."""

import asyncio
import sqlite3
import time

import pytest

from extract.site import questions
from extract.site.questions import Archive, archive_of
from extract.site.stopping import TooSlowError, within
from tests.site.conftest import Serve

#: A count that takes SQLite minutes.
ENDLESS = """
WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1e10)
SELECT count(*) FROM numbers"""


def endless(connection: sqlite3.Connection) -> None:
    connection.execute(ENDLESS).fetchone()


def quick(connection: sqlite3.Connection) -> int:
    count: int = connection.execute("SELECT count(*) FROM councils").fetchone()[0]
    return count


async def archive(serve: Serve) -> Archive:
    return await archive_of(serve())


async def test_what_takes_too_long_is_stopped(serve: Serve) -> None:
    database = (await archive(serve)).database
    start = time.perf_counter()
    with pytest.raises(TooSlowError):
        await within(50, database, endless)
    assert time.perf_counter() - start < 5


async def test_others_on_the_same_connections_are_answered(serve: Serve) -> None:
    database = (await archive(serve)).database
    slow = [within(50, database, endless) for _ in range(5)]
    first = await asyncio.gather(*slow, within(60_000, database, quick), return_exceptions=True)
    assert all(isinstance(answer, TooSlowError) for answer in first[:5])
    assert first[5] == await within(60_000, database, quick) > 0


async def test_what_waited_too_long_for_a_thread_is_not_begun(serve: Serve) -> None:
    database = (await archive(serve)).database
    threads = database.ds.setting("num_sql_threads")
    begun: list[sqlite3.Connection] = []
    busy = [within(400, database, endless) for _ in range(threads)]
    late = within(100, database, begun.append)
    assert isinstance((await asyncio.gather(*busy, late, return_exceptions=True))[-1], TooSlowError)
    assert not begun


async def test_a_mistake_in_a_statement_is_told_as_it_is(serve: Serve) -> None:
    database = (await archive(serve)).database
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        await within(60_000, database, lambda connection: connection.execute("SELECT * FROM mud"))


@pytest.mark.parametrize(
    ("path", "words"), [("/councils", "took too long"), ("/search?q=a", "takes too long")]
)
async def test_a_page_says_that_it_took_too_long(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, path: str, words: str
) -> None:
    site = serve()
    assert (await site.client.get("/robots.txt")).status_code == 200  # it has started
    database = (await archive_of(site)).database
    threads = database.ds.setting("num_sql_threads")
    monkeypatch.setattr(questions, "LONGEST", 50)
    busy = [asyncio.create_task(within(1_000, database, endless)) for _ in range(threads)]
    await asyncio.sleep(0)  # so that they begin first
    answer = await site.client.get(path)
    await asyncio.gather(*busy, return_exceptions=True)
    assert answer.status_code == 503
    assert words in answer.text
