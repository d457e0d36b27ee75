"""Councils against each other: what their reports say, how long they are, how they word it.

The address is the question; the same as a page, as CSV and as JSON. Each number leads to its rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final
from urllib.parse import quote

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from extract.site.addresses import Addresses
from extract.site.choices import Choice, Measure
from extract.site.compare_counts import (
    ASKED,
    COUNCIL_REPORTS,
    COUNCILS,
    SAID,
    SAID_IN_TIME,
    YEAR_REPORTS,
    CouncilReports,
)
from extract.site.compare_page import lines_of, years_of
from extract.site.compare_tables import (
    OTHERS,
    SAYINGS,
    Cell,
    Column,
    OverTime,
    Row,
    Table,
    of_implications,
    of_reports,
    of_wording,
    over_time,
)
from extract.site.pages import page
from extract.site.questions import Archive, archive_of
from extract.site.spreadsheet import csv_response
from extract.site.wording import words_of
from schemas.vocabulary import ImplicationStatus, ImplicationType

#: Councils that the page shows where none are chosen: those with the most reports. The exports
#: have all of them.
SHOWN: Final = 25
#: Councils whose years are shown one by one.
IN_TIME: Final = 12


async def view(datasette: Datasette, request: Request) -> Response:
    """The page, or with `.csv` or `.json` its table."""
    archive, choice = await archive_of(datasette), Choice.of(request)
    councils = await _councils(archive, choice)
    form = request.url_vars["format"]
    # What is not shown is counted only where it decides what is.
    first = not (form or choice.councils or choice.sort)
    table = await _table(archive, choice, councils[:SHOWN] if first else councils)
    table = table.sorted_by(choice.sort)
    if form == "csv":
        return csv_response("compare.csv", _lines(table))
    if form == "json":
        return _json(choice, table)
    shown = table if choice.councils else Table(table.columns, table.rows[:SHOWN])
    links = _Links(Addresses(datasette), archive.name, choice)
    time = await _time(archive, choice, shown)
    content = {
        "choice": choice,
        "columns": shown.columns,
        "lines": lines_of(shown, links.rows, choice.measure),
        "hidden": len(councils) - len(shown.rows),
        "sayings": SAYINGS,
        "time": years_of(time, links.in_year) if time else None,
        "councils": await archive.kept(COUNCILS),
        "measures": [(str(measure), _MEASURES[measure]) for measure in Measure],
        "types": [(str(kind), words_of(kind)) for kind in ImplicationType],
        "statuses": [(str(status), words_of(status)) for status in ImplicationStatus],
        "links": links,
    }
    return await page(datasette, request, "compare.html", content, inner="_compare.html")


#: What the measures are called.
_MEASURES: Final = {
    Measure.IMPLICATIONS: "what they say of one kind of implication",
    Measure.REPORTS: "how long reports are, and how much they ask for",
    Measure.WORDING: "how they word their recommendations",
}


async def _councils(archive: Archive, choice: Choice) -> Sequence[CouncilReports]:
    """The councils that are compared, those with the most reports first."""
    listed = await archive.kept(COUNCILS)
    codes = choice.councils or [council.code for council in listed]
    return await archive.kept(COUNCIL_REPORTS, nation=choice.nation, **_values(choice, codes))


async def _table(archive: Archive, choice: Choice, councils: Sequence[CouncilReports]) -> Table:
    if choice.measure is Measure.REPORTS:
        return of_reports(councils)
    values = _values(choice, [council.code for council in councils])
    if choice.measure is Measure.WORDING:
        return of_wording(councils, await archive.kept(ASKED, **values))
    return of_implications(councils, await archive.kept(SAID, type=str(choice.type), **values))


def _values(choice: Choice, codes: Sequence[str]) -> dict[str, object]:
    return {"councils": json.dumps(codes), "since": choice.since, "until": choice.until}


async def _time(archive: Archive, choice: Choice, shown: Table) -> OverTime | None:
    """The share of one status over the years; None where councils are compared otherwise."""
    if choice.measure is not Measure.IMPLICATIONS or not shown.rows:
        return None
    first = Table(shown.columns, shown.rows[:IN_TIME])
    chosen = _values(choice, [row.code for row in first.rows])
    reports = await archive.all(YEAR_REPORTS, **chosen)
    said = await archive.all(SAID_IN_TIME, type=str(choice.type), **chosen)
    return over_time(first, reports, said, str(choice.status))


class _Links:
    """Where the figures of a comparison lead."""

    def __init__(self, addresses: Addresses, database: str, choice: Choice) -> None:
        self._addresses = addresses
        self._database = database
        self._choice = choice
        # The first part of hundreds of addresses, made once.
        self._said = addresses.question(database, "implications_in_reports", type=str(choice.type))

    def sort(self, key: str) -> str:
        """The same comparison by a column, from the largest down, or up where it is that."""
        sort = key if self._choice.sort == f"-{key}" else f"-{key}"
        return self._addresses.compare(pairs=self._choice.pairs(sort=sort))

    def export(self, suffix: str) -> str:
        """The same comparison as a file."""
        return self._addresses.compare(suffix, pairs=self._choice.pairs())

    def rows(self, row: Row, column: Column) -> str:
        """What is behind a number; "" for what has no rows of its own."""
        choice = self._choice
        if column.key == OTHERS:
            return ""
        if choice.measure is Measure.IMPLICATIONS and column.key in SAYINGS:
            return self._saying(row, column.key, choice.since, choice.until)
        if choice.measure is Measure.WORDING:
            return self._addresses.question(
                self._database,
                "recommendations_by_action",
                council=row.code,
                action="" if column.key in _COUNTED else column.key,
                since=choice.since,
                until=choice.until,
            )
        filters: dict[str, str | int | None] = {
            "council_code": row.code,
            "meeting_date__gte": choice.since,
            "meeting_date__lt": choice.until + 1 if choice.until else None,
        }
        if column.key == "key_decisions":
            filters["key_decision"] = 1
        if column.key == "exempt":
            filters["confidentiality_status__in"] = "exempt,part_exempt"
        return self._addresses.rows(self._database, "reports", **filters)

    def in_year(self, row: Row, year: int) -> str:
        """The reports of a year with the status that is shown over time."""
        return self._saying(row, str(self._choice.status), year, year)

    def _saying(self, row: Row, saying: str, since: int | None, until: int | None) -> str:
        years = f"&since={since}" * bool(since) + f"&until={until}" * bool(until)
        return f"{self._said}&council={quote(row.code)}&status={quote(saying)}{years}"


def _lines(table: Table) -> Iterator[tuple[object, ...]]:
    """The table for a spreadsheet: a count for each figure, and what it is of."""
    heads = [name for column in table.columns for name in _names(column)]
    yield ("code", "council", "nation", *heads)
    for row in table.rows:
        figures = [
            value
            for column, cell in zip(table.columns, row.cells, strict=True)
            for value in _figures(column, cell)
        ]
        yield (row.code, row.council, row.nation or "", *figures)


def _names(column: Column) -> tuple[str, ...]:
    per = "share" if column.unit else "mean"
    return (column.key,) if column.key in _COUNTED else (column.key, f"{column.key} {per}")


def _figures(column: Column, cell: Cell) -> tuple[object, ...]:
    if column.key in _COUNTED:
        return (cell.count,)
    return cell.count, "" if cell.per is None else round(cell.per, 4)


#: Columns that are counts and no more.
_COUNTED: Final = frozenset({"reports"})


def _json(choice: Choice, table: Table) -> Response:
    heads, *lines = _lines(table)
    rows: list[dict[str, Any]] = [dict(zip(map(str, heads), line, strict=True)) for line in lines]
    return Response.json({"choice": dict(choice.pairs()), "rows": rows})
