"""The search: what it finds, in which order and with which passages; filters, counts, exports."""

import csv
import io
import re
import sqlite3
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from datasette.app import Datasette
from selectolax.lexbor import LexborHTMLParser

from extract.site import search_matches, search_results
from extract.site.search_entries import COMMITTEES, COUNCILS
from extract.site.search_matches import FOUND, RANKED
from extract.site.search_passages import (
    APPENDICES,
    IMPLICATIONS,
    OWN_TEXTS,
    PAGE,
    PAPER,
    RECOMMENDATIONS,
    SECTIONS,
    TEXTS,
    _pieces,
    _without_contacts,
)
from extract.site.search_results import RESULTS
from extract.store import Store
from schemas import Implication, Meeting, Recommendation, Report, Section
from schemas.vocabulary import ImplicationStatus, ImplicationType
from tests.site.conftest import Serve
from tests.store.databases import fill
from tests.store.invented import (
    CWM_ARIAN,
    DOCUMENTS,
    FERRY,
    HARBOURNE,
    LIBRARY,
    REGISTER,
    document,
)
from tests.store.invented_copies import ALONE, PACK
from tests.store.invented_packs import PACKS

#: Words that stand in an attribute, a tag and a formula; in every text of a report.
HOSTILE = '<img src=x onerror=alert(1)> "><script>heron()</script> ‮=cmd|calc heron'


def _report(number: int, **values: Any) -> Report:
    """One of many like reports on lamps."""
    return Report(
        council=CWM_ARIAN if number % 3 else HARBOURNE,
        meeting=Meeting(committee="Highways Committee", date=f"20{10 + number % 10}-05-01"),
        title=f"Lamps, part {number}",
        summary="Lamps are dark.",
        key_decision=number % 2 == 0,
        implications=(
            Implication(
                type=ImplicationType.RISK,
                status=ImplicationStatus.SUBSTANTIVE if number % 5 else ImplicationStatus.NONE,
                heading="Risk",
                text="Dark streets.",
            ),
        ),
        **values,
    )


LAMPS = [
    document(f"lamps-{number}.pdf", _report(number, sections=(Section(heading=f"Pole {number}"),)))
    for number in range(45)
]
HERON = document(
    "heron.pdf",
    Report(
        council=HARBOURNE,
        meeting=Meeting(committee="Cabinet", date="2024-01-09"),
        title=f"={HOSTILE}",
        summary=HOSTILE,
        recommendations=(Recommendation(text=HOSTILE),),
        sections=(
            Section(heading=HOSTILE, text=f"Write to ann.heron@harbourne.example. {HOSTILE}"),
            Section(heading="Ringing", text="Egrets ask kestrel@harbourne.example or 01632 960123"),
        ),
    ),
)


@pytest.fixture(scope="module")
def search_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("search") / "reports.db"
    return fill(path, *DOCUMENTS, *PACKS, ALONE, PACK, *LAMPS, HERON)


@pytest.fixture
def site(serve: Serve, search_db: Path) -> Datasette:
    return serve(search_db)


async def asked(site: Datasette, **params: Any) -> dict[str, Any]:
    """The search's answer as JSON."""
    answer = await site.client.get("/search.json", params=params)
    assert answer.status_code == 200
    content: dict[str, Any] = answer.json()
    return content


async def titles(site: Datasette, **params: Any) -> list[str]:
    return [result["title"] for result in (await asked(site, **params))["results"]]


async def html(site: Datasette, **params: Any) -> LexborHTMLParser:
    answer = await site.client.get("/search", params=params)
    assert answer.status_code == 200
    return LexborHTMLParser(answer.text)


def text_of(page: LexborHTMLParser, selector: str) -> str:
    found = page.css_first(selector)
    assert found
    return found.text()


def attribute(page: LexborHTMLParser, selector: str, name: str) -> str:
    found = page.css_first(selector)
    assert found
    return found.attributes[name] or ""


class TestFinding:
    async def test_words_may_stand_in_different_parts_of_a_report(self, site: Datasette) -> None:
        assert await titles(site, q="appledene estuary vessel") == [FERRY.title]

    async def test_a_title_counts_more_than_a_text(self, site: Datasette) -> None:
        found = await titles(site, q="ferry")
        assert found[0] == FERRY.title
        assert LIBRARY.title in found[1:]

    async def test_minutes_are_found_too_and_lead_to_their_text(self, site: Datasette) -> None:
        page = await html(site, q="pontoon")
        (link,) = page.css(".found h3 a")
        assert (link.attributes["href"] or "").startswith("/paper/")
        assert (await site.client.get(link.attributes["href"])).status_code == 200
        assert "Minutes" in text_of(page, ".found .flag")

    async def test_with_nothing_to_look_for_the_latest_come_first(self, site: Datasette) -> None:
        days = [result["date"] for result in (await asked(site))["results"]]
        assert days == sorted(days, reverse=True)

    async def test_newest_first_where_that_is_asked_for(self, site: Datasette) -> None:
        content = await asked(site, q="lamps", sort="newest")
        days = [result["date"] for result in content["results"]]
        assert days == sorted(days, reverse=True)
        assert content["ranking"] == "date"

    async def test_what_cannot_be_read_is_said_and_searched_as_words(self, site: Datasette) -> None:
        page = await html(site, q='"ferry AND (')
        assert "read as plain words" in text_of(page, ".notice")
        assert page.css(".found h3 a")

    async def test_nothing_found_says_what_to_try(self, site: Datasette) -> None:
        page = await html(site, q="lamps xyzzy", council="HBN")
        text = text_of(page, "main")
        assert "Nothing found" in text
        assert page.css_first('a[href="/search?q=lamps+OR+xyzzy"]')
        page = await html(site, q="ferry", nation="Wales")
        assert page.css_first('.found a[href="/search?q=ferry"]')

    @pytest.mark.parametrize("q", ['"', "(", "NOT", "*", "a" * 9000, "\0", "=1", "'; DROP"])
    async def test_nothing_that_is_typed_is_an_error(self, site: Datasette, q: str) -> None:
        for form in ("", ".csv", ".json", ".atom"):
            answer = await site.client.get(f"/search{form}", params={"q": q, "page": "x"})
            assert answer.status_code == 200

    async def test_filters_that_make_no_sense_are_none(self, site: Datasette) -> None:
        whole = (await asked(site, q="lamps"))["total"]
        assert (await asked(site, q="lamps", since="soon", key="x", sort="?"))["total"] == whole
        assert (await asked(site, q="lamps", council="ZZZ"))["total"] == 0
        assert (await asked(site, q="lamps", page=999))["page"] == 3

    async def test_very_common_words_come_by_place_and_date_and_the_page_says_so(
        self, site: Datasette, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(search_matches, "MOST_RANKED", 10)
        content = await asked(site, q="lamps OR ferry")
        assert content["ranking"] == "place"
        assert content["total"] == 47
        days = [result["date"] for result in content["results"]]
        assert days == sorted(days, reverse=True)
        last = (await asked(site, q="lamps OR ferry", page=3))["results"][-1]
        assert last["title"] == LIBRARY.title, "it has a ferry in a recommendation only"
        page = await html(site, q="lamps OR ferry")
        assert "too many to say" in text_of(page, ".notice")


class TestPassages:
    @pytest.mark.parametrize(
        ("q", "title", "place", "anchor", "page"),
        [
            ("estuary", FERRY.title, "Background", "section-", None),
            ("appledene", FERRY.title, "The vessel", "section-", 3),
            ("café", LIBRARY.title, "recommendation", "recommendation-1", None),
            ("reserve", FERRY.title, "Financial", "implication-0", None),
        ],
    )
    async def test_it_says_where_it_stands(
        self, site: Datasette, q: str, title: str, place: str, anchor: str, page: int | None
    ) -> None:
        results = (await asked(site, q=q))["results"]
        passage = next(x["passage"] for x in results if x["title"] == title)
        assert passage["place"].startswith(place) or place == "Background"
        assert f"#{anchor}" in passage["address"]
        assert page is None or passage["page"] == page

    async def test_the_words_are_marked_and_the_place_is_a_link(self, site: Datasette) -> None:
        page = await html(site, q="appledene")
        assert [mark.text() for mark in page.css(".passage mark")] == ["Appledene"]
        link = attribute(page, ".passage a", "href")
        assert re.fullmatch(r"/report/\d+#section-\d+", link)

    async def test_the_passage_with_most_of_the_words_is_shown(self, site: Datasette) -> None:
        (result,) = (await asked(site, q="appledene built estuary"))["results"]
        assert "Built in 1966 at Appledene" in result["passage"]["text"]

    async def test_an_appendix_in_a_pack_is_a_place_too(self, site: Datasette) -> None:
        (result,) = (await asked(site, q='"high water"'))["results"]
        assert result["passage"]["place"] == "appendix Tide tables"

    async def test_hidden_contacts_stand_in_no_passage_and_no_export(
        self, serve: Serve, search_db: Path
    ) -> None:
        for hidden in (False, True):
            site = serve(search_db, hide_contacts=hidden)
            for form in ("", ".json", ".atom", ".csv"):
                for q in ("kestrel", "egrets ringing", "ann write", ""):
                    text = (await site.client.get(f"/search{form}", params={"q": q})).text
                    shown = re.sub(r'"q": ?"[^"]*"|<title>[^<]*|value="[^"]*"|<h1>.*', "", text)
                    if hidden:
                        assert "@harbourne" not in shown
                        assert "kestrel" not in re.sub("q=kestrel", "", shown)
                        assert "960123" not in shown
                    elif q == "egrets ringing" and form != ".csv":
                        assert "960123" in shown

    @pytest.mark.parametrize(
        ("snippet", "shown"),
        [
            ("…to \x02ann\x03.heron@harbourne.example or…", "…to [contact hidden] or…"),
            ("Write to ann.\x02heron\x03@harbourne…", "Write to [contact hidden]"),
            ("heron@harbourne.example or ring \x0201632\x03 960…", None),
            ("…\x02harbourne\x03.example or ring", "[contact hidden] or ring"),
        ],
    )
    def test_a_contact_that_is_cut_in_two_is_hidden_too(
        self, snippet: str, shown: str | None
    ) -> None:
        text = "Write to ann.heron@harbourne.example or ring 01632 960123 by day."
        pieces = _without_contacts(_pieces(snippet), text)
        assert "".join(piece.text for piece in pieces).lstrip("…") == (
            shown or "[contact hidden] or ring [contact hidden]"
        ).lstrip("…")

    async def test_a_report_without_title_or_summary_is_shown_as_such(
        self, serve: Serve, tmp_path: Path
    ) -> None:
        bare = Report(reasons="A curlew.", sections=(Section(heading="Curlew", text=""),))
        page = await html(serve(fill(tmp_path / "bare.db", document("bare.pdf", bare))), q="curlew")
        assert text_of(page, ".found h3") == "Report without a title"
        assert "Council not known" in text_of(page, ".found")


class TestFilters:
    async def test_counts_are_those_of_the_rows(self, site: Datasette, search_db: Path) -> None:
        counts = (await asked(site))["counts"]
        with sqlite3.connect(search_db) as db:
            for name, column in (("council", "council_code"), ("kind", "kind"), ("year", "year")):
                rows = db.execute(
                    f"SELECT CAST({column} AS TEXT), count(*) FROM search_entries"
                    f" WHERE {column} IS NOT NULL GROUP BY 1"
                )
                assert counts[name] == dict(rows.fetchall())

    @pytest.mark.parametrize(
        "name", ["council", "nation", "committee", "kind", "implication", "key", "year"]
    )
    async def test_each_value_gives_as_many_as_it_says(self, site: Datasette, name: str) -> None:
        counts = (await asked(site))["counts"][name]
        assert counts
        for value, count in list(counts.items())[:6]:
            params = {"since": value, "until": value} if name == "year" else {name: value}
            assert (await asked(site, **params))["total"] == count, (name, value)

    async def test_the_values_of_a_filter_are_joined_by_or_filters_by_and(
        self, site: Datasette
    ) -> None:
        both = await asked(site, q="lamps", council=["HBN", "CWA"])
        assert both["total"] == 45
        one = await asked(site, q="lamps", council="HBN", key="1", since=2012, until=2014)
        assert 0 < one["total"] < 15
        assert {result["council_code"] for result in one["results"]} == {"HBN"}
        assert one["counts"]["council"].keys() > {"HBN"}, "the other values can still be chosen"

    async def test_a_choice_is_one_click_and_one_click_takes_it_back(self, site: Datasette) -> None:
        page = await html(site, q="lamps")
        (link,) = [x for x in page.css(".filters a") if x.text() == "Cwm Arian"]
        chosen = LexborHTMLParser((await site.client.get(link.attributes["href"])).text)
        assert attribute(chosen, ".chips a", "href") == "/search?q=lamps"
        assert text_of(chosen, ".filters a[aria-current]") == "Cwm Arian"
        kept = attribute(chosen, 'form input[name="council"]', "value")
        assert kept == "CWA", "words may be changed under the filter"

    async def test_years_have_fields_and_show_as_a_filter(self, site: Datasette) -> None:
        page = await html(site, q="lamps", since=2012)
        assert attribute(page, "input#since", "value") == "2012"
        assert "2012 to now" in text_of(page, ".chips")


class TestPaging:
    async def test_pages_hold_each_result_once(self, site: Datasette) -> None:
        pages = [await titles(site, q="lamps", page=number) for number in (1, 2, 3)]
        assert [len(page) for page in pages] == [20, 20, 5]
        assert len({title for page in pages for title in page}) == 45

    async def test_the_page_leads_on_with_all_that_was_asked(self, site: Datasette) -> None:
        page = await html(site, q="lamps", sort="newest", nation=["Wales", "England"])
        link = attribute(page, 'a[rel="next"]', "href")
        assert link == "/search?q=lamps&nation=Wales&nation=England&sort=newest&page=2"

    async def test_matches_are_looked_for_once(
        self, site: Datasette, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await asked(site, q="lamps")
        monkeypatch.setattr(search_results, "match", None)
        assert await titles(site, q="lamps", page=2, council="CWA")


class TestExports:
    async def test_csv_has_every_result_and_no_formula(self, site: Datasette) -> None:
        answer = await site.client.get("/search.csv?q=lamps+OR+heron")
        assert answer.headers["content-type"].startswith("text/csv")
        rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
        assert len(rows) == 46
        assert all(row["address"].startswith("http://localhost/report/") for row in rows)
        (heron,) = [row for row in rows if "heron" in row["title"]]
        assert heron["title"].startswith("'=")

    async def test_json_leads_to_the_next_page(self, site: Datasette) -> None:
        first = await asked(site, q="lamps")
        assert (first["total"], first["pages"]) == (45, 3)
        second = (await site.client.get(first["next"].removeprefix("http://localhost"))).json()
        assert second["page"] == 2
        assert second["results"][0]["id"] != first["results"][0]["id"]

    async def test_atom_is_a_feed_of_the_same(self, site: Datasette) -> None:
        answer = await site.client.get("/search.atom?q=lamps&sort=newest")
        assert answer.headers["content-type"].startswith("application/atom+xml")
        feed = ElementTree.fromstring(answer.text)
        names = {"a": "http://www.w3.org/2005/Atom"}
        entries = feed.findall("a:entry/a:title", names)
        assert [entry.text for entry in entries] == await titles(site, q="lamps", sort="newest")
        for parent in (feed, *feed.findall("a:entry", names)):
            for needed in ("a:id", "a:title", "a:updated"):
                assert parent.findtext(needed, namespaces=names), needed

    async def test_the_page_names_its_feed(self, site: Datasette) -> None:
        page = await html(site, q="lamps")
        feed = attribute(page, 'link[type="application/atom+xml"]', "href")
        assert feed == "/search.atom?q=lamps"


class TestHostile:
    async def test_text_of_documents_is_text_everywhere(self, site: Datasette) -> None:
        answer = await site.client.get("/search", params={"q": "heron"})
        assert "<script>heron" not in answer.text
        assert "<img" not in answer.text
        page = LexborHTMLParser(answer.text)
        assert page.css(".passage mark")
        assert "<script>heron()</script>" in text_of(page, ".found h3")
        feed = ElementTree.fromstring((await site.client.get("/search.atom?q=heron")).text)
        assert not any("script" in element.tag for element in feed.iter())

    async def test_what_was_asked_is_text_too(self, site: Datasette) -> None:
        answer = await site.client.get("/search", params={"q": '"><script>x</script>'})
        assert "<script>x" not in answer.text


class TestSpeed:
    @pytest.mark.parametrize(
        "sql",
        [
            FOUND,
            RANKED,
            RESULTS.sql,
            OWN_TEXTS,
            RECOMMENDATIONS,
            IMPLICATIONS,
            SECTIONS,
            APPENDICES,
            PAPER,
            PAGE,
            TEXTS.replace("?", ":id"),
        ],
    )
    def test_no_table_is_read_from_end_to_end(self, search_db: Path, sql: str) -> None:
        names = dict.fromkeys(re.findall(r":(\w+)", sql), 1)
        with sqlite3.connect(search_db) as db:
            plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", names)]
        for step in plan:
            if step.startswith("SCAN") and "_fts" in step:
                assert re.search(r"VIRTUAL TABLE INDEX \d+:.*M", step), step
            else:
                assert not step.startswith("SCAN") or "wanted" in step or "subquery" in step, step

    async def test_a_file_that_changes_is_read_again(self, serve: Serve, tmp_path: Path) -> None:
        path = fill(tmp_path / "reports.db", LAMPS[0])
        site = Datasette([str(path)])
        assert (await asked(site, q="lamps"))["total"] == 1
        with Store(path) as store:
            store.save(LAMPS[1], parser_version="1", register=REGISTER)
        assert (await asked(site, q="lamps"))["total"] == 2

    def test_names_are_read_of_small_tables_only(self) -> None:
        assert "reports" not in COUNCILS + COMMITTEES
