"""The list of councils: where a reader finds theirs, and how much of it is here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from extract.site.addresses import Addresses
from extract.site.pages import page
from extract.site.questions import Question, archive_of
from extract.site.shown import COUNCIL_NAME, RowsLink

#: The heading of councils that the register does not know.
_NO_NATION: Final = "Nation not known"


@dataclass(frozen=True, slots=True)
class CouncilLine:
    """A council in the list; years of the first and the last report with a date."""

    code: str
    name: str
    nation: str | None
    type: str | None
    reports: int
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True, slots=True)
class Nation:
    """Councils of a nation, by name."""

    name: str
    councils: tuple[CouncilLine, ...]


COUNCILS: Final = Question(
    f"""
SELECT councils.code, {COUNCIL_NAME} AS name, councils.nation, councils.type,
  coalesce(sum(report_counts.reports), 0) AS reports,
  min(report_counts.year) AS first_year, max(report_counts.year) AS last_year
FROM councils
LEFT JOIN report_counts ON report_counts.council_code = councils.code
GROUP BY councils.code
ORDER BY councils.nation IS NULL, councils.nation, name, councils.code""",
    CouncilLine,
)


async def view(datasette: Datasette, request: Request) -> Response:
    """The page."""
    archive = await archive_of(datasette)
    councils = await archive.all(COUNCILS)
    addresses = Addresses(datasette)
    content = {
        "nations": _nations(councils),
        "trail_of": [("Home", addresses.home())],
        "rows": (
            RowsLink("councils", addresses.rows(archive.name, "councils")),
            RowsLink(
                "reports by council, committee and year",
                addresses.rows(archive.name, "report_counts"),
            ),
        ),
    }
    return await page(datasette, request, "councils.html", content)


def _nations(councils: Sequence[CouncilLine]) -> tuple[Nation, ...]:
    """The councils under their nations, in the order of the answer."""
    return tuple(
        Nation(name or _NO_NATION, tuple(lines))
        for name, lines in groupby(councils, key=lambda line: line.nation)
    )
