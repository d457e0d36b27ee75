"""Councils against each other: the figures are those of the rows, and each leads to them."""

import csv
import io
import sqlite3
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from datasette.app import Datasette
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from extract.site.choices import Choice, council_code
from extract.site.spreadsheet import csv_text
from extract.spreadsheets import harmless
from tests.site.conftest import Serve


async def lines(site: Datasette, query: str = "") -> list[dict[str, str]]:
    answer = await site.client.get(f"/compare.csv{query}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


async def rows_behind(site: Datasette, link: str) -> int:
    """How many rows Datasette's page behind a number has."""
    parts = urlsplit(link)
    answer = await site.client.get(f"{parts.path}.json?{parts.query}&_size=max")
    assert answer.status_code == 200, link
    return len(answer.json()["rows"])


async def test_every_council_with_a_report_has_a_line_that_adds_up(
    serve: Serve, archive_db: Path
) -> None:
    with sqlite3.connect(archive_db) as db:
        sql = "SELECT council_code, count(*) FROM reports WHERE council_code NOT NULL GROUP BY 1"
        reports = dict(db.execute(sql))
    for type_ in ("equality", "legal", "financial"):
        found = {line["code"]: line for line in await lines(serve(), f"?type={type_}")}
        assert {code: int(line["reports"]) for code, line in found.items()} == reports
        for line in found.values():
            said = ("substantive", "no_direct", "none", "blank", "not mentioned")
            assert sum(int(line[one]) for one in said) == int(line["reports"])


@pytest.mark.parametrize("query", ["?type=legal", "?type=financial", "?measure=wording"])
async def test_each_number_leads_to_as_many_rows(serve: Serve, query: str) -> None:
    site = serve()
    page = LexborHTMLParser((await site.client.get(f"/compare{query}")).text)
    checked = 0
    for row in page.css("table.data")[0].css("tbody tr"):
        for cell in row.css("td"):
            count = cell.css_first(".soft")
            link = cell.css_first("a")
            if count is None or link is None:
                continue
            href = link.attributes["href"] or ""
            assert await rows_behind(site, href) == int(count.text()), href
            checked += 1
    assert checked


async def test_chosen_councils_years_and_nation_are_all_that_is_shown(serve: Serve) -> None:
    site = serve()
    every = await lines(site)
    code, nation = every[0]["code"], every[0]["nation"]
    assert [line["code"] for line in await lines(site, f"?council={code.lower()}")] == [code]
    assert {line["nation"] for line in await lines(site, f"?nation={nation}")} == {nation}
    assert await lines(site, "?since=1900&until=1901") == []
    page = (await site.client.get("/compare?since=1900&until=1901")).text
    assert "No report fits" in page


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("hbn", "HBN"),
        ("nyorc", "NYORC"),
        ("nir-b", "NIR-B"),
        ("e06000026", "E06000026"),
        ("aldford-parish-council", "aldford-parish-council"),
    ],
)
async def test_a_code_may_be_typed_in_small_letters(typed: str, stored: str) -> None:
    assert council_code(typed) == council_code(stored) == stored


async def test_lengths_are_drawn_and_wording_is_not(serve: Serve) -> None:
    site = serve()
    lengths = LexborHTMLParser((await site.client.get("/compare?measure=reports")).text)
    told = [svg.attributes["aria-label"] or "" for svg in lengths.css(".chart svg")]
    assert told
    assert all(one.endswith(" pages a report") for one in told)
    assert "100.00%" in [rect.attributes["width"] for rect in lengths.css(".chart rect")]
    wording = LexborHTMLParser((await site.client.get("/compare?measure=wording")).text)
    assert wording.css(".chart") == []
    assert "No chart" in wording.text()


@pytest.mark.parametrize("measure", ["implications", "reports", "wording"])
async def test_it_sorts_by_any_column_both_ways(serve: Serve, measure: str) -> None:
    site = serve()
    page = LexborHTMLParser((await site.client.get(f"/compare?measure={measure}")).text)
    for head in page.css("table.data")[0].css("thead a"):
        query = f"?{urlsplit(head.attributes['href'] or '').query}"
        (sort,) = parse_qs(query[1:])["sort"]
        down = [_value(line, sort[1:]) for line in await lines(site, query)]
        up = [
            _value(line, sort[1:]) for line in await lines(site, query.replace("sort=-", "sort="))
        ]
        assert sort.startswith("-")
        assert down == sorted(down, reverse=True)
        assert up == sorted(up)


def _value(line: dict[str, str], column: str) -> str | float:
    """What a table is sorted by: a name, a share or mean where there is one, else a count."""
    if column == "council":
        return line[column].casefold()
    figure = line.get(f"{column} share", line.get(f"{column} mean", line[column]))
    return float(figure or -1)


async def test_json_says_what_was_chosen(serve: Serve) -> None:
    answer = await serve().client.get("/compare.json?type=legal&since=2020")
    assert answer.json()["choice"] == {"type": "legal", "since": "2020"}


@given(
    st.fixed_dictionaries(
        {},
        optional={
            name: st.text(st.characters(codec="utf-8"), max_size=8)
            for name in ("measure", "type", "status", "council", "nation", "since", "until", "sort")
        },
    )
)
def test_whatever_is_asked_for_is_a_choice(asked: dict[str, str]) -> None:
    from urllib.parse import urlencode

    from datasette.utils.asgi import Request

    query = urlencode(asked).encode()
    choice = Choice.of(Request({"type": "http", "query_string": query, "headers": []}, None))
    again = urlencode(choice.pairs()).encode()
    assert (
        Choice.of(Request({"type": "http", "query_string": again, "headers": []}, None)) == choice
    )


@pytest.mark.parametrize("begin", ["=1+1", "+A1", "-A1", "@SUM(1)", "\t=1", "\r=1", " =1"])
def test_a_cell_that_begins_like_a_formula_is_made_harmless(begin: str) -> None:
    assert harmless(begin) == f"'{begin}"
    assert next(csv.reader(io.StringIO(csv_text([[begin]]), newline=""))) == [f"'{begin}"]


@pytest.mark.parametrize("plain", ["-12", "+3.5", "Garden waste", "", 7, -1.5, None])
def test_numbers_and_words_stay_as_they_are(plain: object) -> None:
    assert harmless(plain) == plain
