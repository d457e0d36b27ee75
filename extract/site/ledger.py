"""The ledger: what was read, what was not and what to do about it, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from extract.site.addresses import Addresses
from extract.site.pages import page
from extract.site.paging import pager, paging_of
from extract.site.questions import Archive, archive_of
from extract.site.shown import RowsLink
from extract.store.coverage import coverage
from extract.store.ledger import (
    COUNCIL_TOTAL,
    COUNCILS,
    KINDS,
    MEETINGS,
    MISSING,
    PROBLEMS,
    REPORTS,
    RUNS,
    STATE,
)

#: Councils in one table of coverage.
COUNCILS_A_PAGE: Final = 40
MOST_RUNS: Final = 10


async def view(datasette: Datasette, request: Request) -> Response:
    """The page; `?page=` for further councils of the table of coverage."""
    archive = await archive_of(datasette)
    addresses = Addresses(datasette)
    total = await archive.found("count of councils", COUNCIL_TOTAL)
    paging = paging_of(request, total.councils, COUNCILS_A_PAGE)
    chosen = {"most": paging.size, "offset": paging.offset}
    councils = await archive.all(COUNCILS, **chosen)
    content = {
        "state": await archive.found("count of what is here", STATE),
        "kinds": await archive.all(KINDS),
        "problems": await archive.all(PROBLEMS),
        "missing": await archive.found("count of reports", MISSING),
        "coverage": coverage(
            {council.code: council.name for council in councils},
            await archive.all(MEETINGS, **chosen),
            await archive.all(REPORTS, **chosen),
        ),
        "pager": pager(paging, lambda number: addresses.ledger(page=number) + "#coverage"),
        "runs": await archive.all(RUNS, most=MOST_RUNS),
        "database_name": archive.name,
        "trail_of": [("Home", addresses.home())],
        "rows": tuple(_rows(archive, addresses)),
    }
    return await page(datasette, request, "ledger.html", content)


def _rows(archive: Archive, addresses: Addresses) -> Iterator[RowsLink]:
    yield RowsLink("every document with its problems", addresses.question(archive.name, "ledger"))
    for label, table in (
        ("documents", "documents"),
        ("problems", "problems"),
        ("builds", "runs"),
        ("counts of documents", "document_counts"),
        ("counts of meetings", "meeting_counts"),
    ):
        yield RowsLink(label, addresses.rows(archive.name, table))
