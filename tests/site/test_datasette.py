"""The site as Datasette serves it: every table, row and question answers, quickly and in words.

The tests run on two databases: one of invented records, and the one that `make demo` serves.
"""

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from datasette.app import Datasette
from datasette.utils import escape_fts, path_from_row_pks
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from extract.store import Store
from extract.store.access import FULL_TEXT, VIEWS
from extract.store.describe import metadata, tables_page
from extract.store.tables import TABLES
from schemas import Document
from tests.store.invented import DOCUMENTS, REGISTER, SCAN, SCAN_PROBLEM, digest, document
from tests.store.invented_copies import ALONE, PACK
from tests.store.invented_packs import PACKS

#: The site is made once for a database, and lives in one event loop.
one_loop = pytest.mark.asyncio(loop_scope="module")

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus" / "reports"
COMMAND = Path(sys.executable).with_name("council-reports")

METADATA = metadata()
DATABASE = METADATA["databases"]["reports"]
TABLE_METADATA: dict[str, dict[str, Any]] = DATABASE["tables"]
QUERIES: dict[str, dict[str, Any]] = DATABASE["queries"]

#: Rows of one table whose pages are asked for; of more, these many at even distances.
MOST_ROWS = 100
#: A question's longest time on the demo, in seconds.
LONGEST = 0.1

#: Where a value for a parameter is found: a column of what the question itself answers.
SAMPLES = {
    "q": "title",
    "council": "council",
    "committee": "committee",
    "since": "meeting_date",
    "until": "meeting_date",
    "action": "action",
    "as_recommended": "as_recommended",
    "at_least": "largest_sum",
    "exempt_appendix": "exempt_appendix",
    "type": "type",
    "paragraph": "exemption_paragraphs",
    "name": "name",
    "ward": "ward",
    "report": "report_id",
    "capacity": "capacity",
    "delegate": "delegate",
    "path": "path",
    "status": "status",
    "date": "meeting_date",
    "document": "document",
}

#: Questions that search in full text.
SEARCHES = ("search", "minutes")

#: Tables of which there are few rows however many reports there are: reading them all is no sin.
SMALL = {"councils", "committees", "people", "documents"}

#: The sample reports have no problems; records that were not read from files have none.
MAY_BE_EMPTY = {"files", "problems", "problem_counts"}


@pytest.fixture(scope="module", params=["invented", "corpus"])
def demo_db(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled database, under the name that the metadata knows."""
    path = tmp_path_factory.mktemp(request.param) / "reports.db"
    if request.param == "corpus":
        if not CORPUS.is_dir():
            pytest.skip("the corpus has no reports")
        command = [str(COMMAND), "build", str(CORPUS), "--db", str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return fill(path, *PACKS, ALONE, PACK)  # the sample reports are none
    with Store(path) as store:
        store.start_run(parser_version="1")
        store.fail(SCAN, digest(SCAN), SCAN_PROBLEM, parser_version="1")
    return fill(path, *DOCUMENTS, *PACKS, ALONE, PACK)


def fill(path: Path, *contents: Document) -> Path:
    """Save invented documents."""
    with Store(path) as store:
        for content in contents:
            store.save(content, parser_version="1", register=REGISTER)
    return path


def datasette(path: Path) -> Datasette:
    """The site on a database, read-only as `council-reports serve` has it."""
    return Datasette(
        immutables=[str(path)],
        metadata=json.loads(json.dumps(METADATA)),  # Datasette writes into what it is given
        settings={"trace_debug": True},
    )


@pytest.fixture(scope="module")
def site(demo_db: Path) -> Datasette:
    """The site on that database; one for all tests."""
    return datasette(demo_db)


@pytest.fixture
def db(demo_db: Path) -> Iterator[sqlite3.Connection]:
    connection = connect(demo_db)
    yield connection
    connection.close()


def connect(path: Path) -> sqlite3.Connection:
    """A connection with the functions that Datasette adds."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    connection.create_function("escape_fts", 1, escape_fts)
    return connection


async def rows_of(site: Datasette, query: str, **params: str) -> list[dict[str, Any]]:
    response = await site.client.get(
        f"/reports/{query}.json", params={"_shape": "objects", **params}
    )
    assert response.status_code == 200, response.text
    rows: list[dict[str, Any]] = response.json()["rows"]
    return rows


async def samples(site: Datasette, query: str) -> dict[str, str]:
    """A value for each parameter of a question, all taken from one of its rows."""
    names = QUERIES[query].get("params", ())
    row = next(
        row
        for row in await rows_of(site, query)
        if all(row[SAMPLES[name]] not in (None, "", "[]") for name in names)
    )
    values = {name: str(row[SAMPLES[name]]) for name in names}
    if "paragraph" in values:
        values["paragraph"] = json.loads(values["paragraph"])[0]
    return values


@one_loop
class TestPages:
    @pytest.mark.parametrize("path", ["/", "/reports", "/reports?_show_hidden=1", "/-/metadata"])
    async def test_front_pages_answer(self, site: Datasette, path: str) -> None:
        response = await site.client.get(path)
        assert response.status_code == 200

    async def test_the_front_page_says_what_it_is_and_lists_the_questions(
        self, site: Datasette
    ) -> None:
        page = (await site.client.get("/reports")).text
        assert DATABASE["description"] in page
        assert "invented" in page
        assert all(str(escape(query["title"])) in page for query in QUERIES.values())

    @pytest.mark.parametrize("table", [*TABLES, *VIEWS])
    async def test_every_table_answers_and_explains_its_columns(
        self, site: Datasette, table: str
    ) -> None:
        page = await site.client.get(f"/reports/{table}")
        assert page.status_code == 200
        for column in TABLE_METADATA[table]["columns"]:
            assert f"<dt>{column}</dt>" in page.text
        data = await site.client.get(f"/reports/{table}.json")
        assert data.status_code == 200
        if table not in MAY_BE_EMPTY:
            assert data.json()["rows"] != []

    @pytest.mark.parametrize("table", TABLES)
    async def test_every_row_answers(
        self, site: Datasette, db: sqlite3.Connection, table: str
    ) -> None:
        db.row_factory = sqlite3.Row
        keys = [
            row["name"]
            for row in sorted(db.execute(f"PRAGMA table_info({table})"), key=lambda row: row["pk"])
            if row["pk"]
        ]
        rows = db.execute(f"SELECT {', '.join(keys)} FROM {table}").fetchall()
        assert rows or table in MAY_BE_EMPTY
        for row in rows[:: len(rows) // MOST_ROWS + 1]:
            address = f"/reports/{table}/{path_from_row_pks(row, keys, use_rowid=False)}"
            for page in (address, f"{address}.json"):
                response = await site.client.get(page)
                assert response.status_code == 200, page

    @pytest.mark.parametrize("table", [*FULL_TEXT, "report_overview"])
    async def test_tables_with_text_have_a_search_box(
        self, site: Datasette, db: sqlite3.Connection, table: str
    ) -> None:
        source = "reports" if table == "report_overview" else table
        column = FULL_TEXT[source][0]
        (text,) = db.execute(
            f"SELECT {column} FROM {source} WHERE length({column}) > 0 LIMIT 1"
        ).fetchone()
        word = max(re.findall(r"\w+", text), key=len)
        response = await site.client.get(f"/reports/{table}.json", params={"_search": word})
        assert response.json()["filtered_table_rows_count"] > 0
        nothing = await site.client.get(f"/reports/{table}.json", params={"_search": "xyzzy"})
        assert nothing.json()["filtered_table_rows_count"] == 0

    async def test_only_tables_of_ours_are_shown(self, site: Datasette) -> None:
        tables = (await site.client.get("/reports.json")).json()["tables"]
        assert {table["name"] for table in tables if not table["hidden"]} == set(TABLES)


class TestDescriptions:
    @pytest.fixture
    def columns(self, tmp_path: Path) -> dict[str, list[str]]:
        """Columns of each table and view of a new store, but for the full-text indexes."""
        with Store(tmp_path / "new.db") as store:
            return {
                table.name: [column.name for column in table.columns]
                for table in [*store.db.tables, *store.db.views]
                if "_fts" not in table.name
            }

    def test_every_table_and_column_is_described_and_no_other(
        self, columns: dict[str, list[str]]
    ) -> None:
        described = {name: list(table["columns"]) for name, table in TABLE_METADATA.items()}
        assert described == columns
        for table in TABLE_METADATA.values():
            assert all(text.endswith(".") for text in table["columns"].values())
            assert table["description"].endswith(".")
            assert table["title"]

    def test_what_is_named_in_the_settings_exists(self, columns: dict[str, list[str]]) -> None:
        for name, table in TABLE_METADATA.items():
            facets = [
                facet["array"] if isinstance(facet, dict) else facet
                for facet in table.get("facets", ())
            ]
            named = [table.get("sort"), table.get("sort_desc"), table.get("label_column"), *facets]
            assert {column for column in named if column} <= set(columns[name]), name

    def test_source_and_licence_are_told(self) -> None:
        for part in (METADATA, DATABASE):
            assert "invented" in part["source"]
            assert part["license"].startswith("CC0")
        assert "Apache" in METADATA["about"]

    def test_the_page_of_tables_is_current(self) -> None:
        page = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
        assert page == tables_page(METADATA), "run python -m extract.store.describe"


class TestStatements:
    """The questions' SQL, before it is served."""

    def test_there_are_enough_of_them_with_titles_and_descriptions(self) -> None:
        assert len(QUERIES) >= 10
        assert not set(QUERIES) & {*TABLES, *VIEWS}, "one address would hide the other"
        assert len({query["title"] for query in QUERIES.values()}) == len(QUERIES)
        assert all(query["description"].startswith("For ") for query in QUERIES.values())

    @pytest.mark.parametrize("query", QUERIES)
    def test_the_form_has_the_parameters_that_the_statement_has(self, query: str) -> None:
        sql = re.sub(r"--.*|'[^']*'", "", QUERIES[query]["sql"])
        assert set(QUERIES[query].get("params", ())) == set(re.findall(r":(\w+)", sql))
        assert ";" not in sql, "one statement"

    @pytest.mark.parametrize("query", QUERIES)
    def test_it_reads_large_tables_through_an_index(self, tmp_path: Path, query: str) -> None:
        """Planned on an empty store, where SQLite knows no sizes and takes tables for large."""
        with Store(tmp_path / "new.db"):
            pass
        db = connect(tmp_path / "new.db")
        params = dict.fromkeys(QUERIES[query].get("params", ()), "")
        plan = [row[3] for row in db.execute("EXPLAIN QUERY PLAN " + QUERIES[query]["sql"], params)]
        db.close()
        for step in plan:
            scanned = re.fullmatch(r"SCAN (\w+)(?! USING)( VIRTUAL TABLE INDEX (\S+))?", step)
            if scanned and scanned[1].endswith("_fts"):
                assert "M" in scanned[3], f"{step}: the index of words is read without words"
            elif scanned:
                assert scanned[1] not in set(TABLES) - SMALL, step

    @settings(deadline=None)  # two searches: on a busy machine they may well take their time
    @given(q=st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")))
    def test_no_text_at_all_is_a_syntax_error(self, demo_db: Path, q: str) -> None:
        db = connect(demo_db)
        for query in SEARCHES:
            db.execute(QUERIES[query]["sql"], {"q": q, "council": ""}).fetchall()
        db.close()


@one_loop
class TestQuestions:
    @pytest.mark.parametrize("query", QUERIES)
    async def test_it_answers_with_rows_when_nothing_is_filled_in(
        self, site: Datasette, query: str
    ) -> None:
        page = await site.client.get(f"/reports/{query}")
        assert page.status_code == 200
        assert str(escape(QUERIES[query]["title"])) in page.text
        assert await rows_of(site, query)

    @pytest.mark.parametrize("query", QUERIES)
    async def test_it_answers_with_parameters_of_the_database(
        self, site: Datasette, query: str
    ) -> None:
        params = await samples(site, query)
        page = await site.client.get(f"/reports/{query}", params=params)
        assert page.status_code == 200
        assert await rows_of(site, query, **params)

    @pytest.mark.parametrize("query", QUERIES)
    async def test_what_nothing_matches_gives_no_rows_and_no_error(
        self, site: Datasette, query: str
    ) -> None:
        for name in QUERIES[query].get("params", ()):
            value = {"since": "9999-12-31", "until": "0001-01-01"}.get(name, "xyzzy")
            rows = await rows_of(site, query, **{name: value})
            assert [row for row in rows if row.get("ward") != "All"] == []

    @pytest.mark.parametrize("query", QUERIES)
    async def test_it_takes_less_than_a_tenth_of_a_second(
        self, site: Datasette, query: str
    ) -> None:
        for params in ({}, await samples(site, query)):
            times = []
            for _ in range(3):
                start = perf_counter()
                await rows_of(site, query, **params)
                times.append(perf_counter() - start)
            assert min(times) < LONGEST

    @pytest.mark.parametrize("query", QUERIES)
    async def test_it_is_one_statement_however_many_rows_it_gives(
        self, site: Datasette, query: str
    ) -> None:
        await rows_of(site, query)  # Datasette looks at the schema once
        response = await site.client.get(f"/reports/{query}.json", params={"_trace": "1"})
        ours = [
            trace["sql"]
            for trace in response.json()["_trace"]["traces"]
            if trace["database"] == "reports" and not re.match("(?i)pragma", trace["sql"])
        ]
        assert ours == [QUERIES[query]["sql"]]


@one_loop
class TestSearch:
    async def test_it_finds_a_word_wherever_it_stands(
        self, site: Datasette, db: sqlite3.Connection
    ) -> None:
        for table, columns in FULL_TEXT.items():
            column = columns[-1] if table != "reports" else "title"
            # What was decided on a report stands in the minutes, and is found as these.
            shown = "part_id" if table == "outcomes" else "report_id"
            key = "id" if table == "reports" else shown
            text, number = db.execute(
                f"SELECT {column}, {key} FROM {table}"
                f" WHERE length({column}) > 12 AND {key} IS NOT NULL LIMIT 1"
            ).fetchone()
            word = max(re.findall(r"\w+", text), key=len)
            found = {row[shown]: row for row in await rows_of(site, "search", q=word)}
            assert number in found, (table, word)
            assert "[" in found[number]["passage"]
            assert found[number]["rank"] is not None

    @pytest.mark.parametrize(
        ("word", "title", "kind", "committee", "date"),
        [
            ("pontoon", "Minutes", "minutes", "Harbours and Moorings Committee", "2026-02-19"),
            (
                "trailer",
                "Notice of decision: the North Slipway",
                "decisions",
                "Portfolio Holder for Leisure",
                "2026-04-02",
            ),
            (
                "silt",
                "Dredging of the Inner Basin",
                "report",
                "Harbours and Moorings Committee",
                "2026-05-14",
            ),
            (
                "chandlery",
                "Agenda",
                "agenda",
                "Harbours and Moorings Committee",
                "2026-05-14",
            ),
        ],
    )
    async def test_it_finds_papers_that_are_no_reports(
        self, site: Datasette, word: str, title: str, kind: str, committee: str, date: str
    ) -> None:
        (row,) = await rows_of(site, "search", q=word, council="felldale")
        assert (row["title"], row["kind"]) == (title, kind)
        assert (row["committee"], row["meeting_date"]) == (committee, date)
        assert (row["part_id"] is None) is (kind == "report"), "it stands for its appendix"
        assert "[" in row["passage"]

    async def test_the_best_comes_first_and_each_report_once(self, site: Datasette) -> None:
        rows = await rows_of(site, "search", q="the report")
        ranks = [row["rank"] for row in rows]
        assert len(rows) > 1
        assert ranks == sorted(ranks, reverse=True)
        assert len({(row["report_id"], row["part_id"]) for row in rows}) == len(rows)

    @pytest.mark.parametrize(
        "q",
        ['"', '"unclosed', "AND OR NOT", "(", "title:", "^", "a*b", "NEAR(", "-", "' OR 1=1 --"],
    )
    async def test_no_query_is_a_syntax_error(self, site: Datasette, q: str) -> None:
        for query in SEARCHES:
            await rows_of(site, query, q=q)
            page = await site.client.get(f"/reports/{query}", params={"q": q})
            assert page.status_code == 200


@one_loop
class TestAnswers:
    """What the questions say of the invented reports."""

    @pytest.fixture
    def site(self, tmp_path: Path) -> Datasette:
        return datasette(fill(tmp_path / "reports.db", *DOCUMENTS))

    async def test_implications_are_compared_in_percent(self, site: Datasette) -> None:
        rows = await rows_of(site, "implications_compared", type="Financial")
        shares = {
            row["council"]: (
                row["none_percent"],
                row["no_direct_percent"],
                row["substantive_percent"],
                row["blank_percent"],
            )
            for row in rows
        }
        assert shares == {
            "Felldale": (0, 0, 100, 0),
            "Harbourne": (0, 50, 50, 0),
            "Cwm Arian": (100, 0, 0, 0),
        }

    async def test_a_ward_also_has_the_decisions_of_all_wards(self, site: Datasette) -> None:
        rows = await rows_of(site, "key_decisions_by_ward", ward="quay")
        assert [row["report"] for row in rows] == ["Replacement of the Chain Ferry"]

    async def test_a_person_is_found_in_every_role(self, site: Datasette) -> None:
        rows = await rows_of(site, "person", name="tregarth", council="harbourne")
        assert [(row["role"], row["post_then"]) for row in rows] == [
            ("lead_member", "Cabinet Member for Transport"),
            ("lead_member", "Leader of the Council"),
        ]

    async def test_attachments_of_a_report_by_its_reference(self, site: Datasette) -> None:
        rows = await rows_of(site, "report_attachments", report="CAB/26/14")
        assert [(row["attached_as"], row["title"]) for row in rows] == [
            ("appendix", "Hull survey"),
            ("appendix", "Tender prices"),
            ("background paper", "Transport Plan 2025 to 2035"),
            ("background paper", "Valuation of the old vessel"),
        ]

    async def test_sign_offs_count_the_days_before_the_meeting(self, site: Datasette) -> None:
        rows = await rows_of(site, "who_signs_off", capacity="legal")
        assert [(row["signed_off_by"], row["days_before_meeting"]) for row in rows] == [
            ("JD/4401", 16)
        ]

    async def test_exempt_appendices_by_paragraph(self, site: Datasette) -> None:
        rows = await rows_of(site, "exempt_appendices", paragraph="5")
        assert [row["appendix"] for row in rows] == ["Tender prices"]
        assert await rows_of(site, "exempt_appendices", paragraph="7") == []

    async def test_delegations_say_who_decides_what_and_asks_whom(self, site: Datasette) -> None:
        rows = await rows_of(site, "delegated_powers")
        assert [
            (row["delegate"], row["in_consultation_with"], row["powers"], row["label"])
            for row in rows
        ] == [
            (
                "Director of Place",
                "Cabinet Member for Transport",
                "a let the contract; and b dispose of the old vessel.",
                "2",
            ),
            ("Head of Housing", None, None, "2.2"),
        ]
        assert [
            row["label"] for row in await rows_of(site, "delegated_powers", delegate="place")
        ] == ["2"]

    async def test_actions_are_counted_by_committee_and_year(self, site: Datasette) -> None:
        rows = await rows_of(site, "recommendation_actions", committee="cabinet", council="HBN")
        assert [
            (row["year"], row["action"], row["recommendations"], row["reports"], row["percent"])
            for row in rows
        ] == [
            ("2026", "other", 2, 2, 33.3),
            ("2026", "approve", 1, 1, 16.7),
            ("2026", "award", 1, 1, 16.7),
            ("2026", "delegate", 1, 1, 16.7),
            ("2026", "not told", 1, 1, 16.7),
        ]

    async def test_the_largest_sums_that_somebody_decides_on(self, site: Datasette) -> None:
        rows = await rows_of(site, "largest_sums")
        assert [(row["amount"], row["council"], row["action"]) for row in rows] == [
            (4_200_000, "Harbourne", "approve"),
            (2_100_000, "Felldale", None),
        ]
        assert [row["council"] for row in await rows_of(site, "largest_sums", council="fel")] == [
            "Felldale"
        ]

    async def test_legislation_is_counted_by_council_and_subject(self, site: Datasette) -> None:
        (row,) = await rows_of(site, "legislation_cited")
        assert (row["title"], row["council"], row["type"], row["reports"], row["provisions"]) == (
            "Local Government Act 1972",
            "Harbourne",
            "legal",
            1,
            "Section 111",
        )
        assert await rows_of(site, "legislation_cited", type="financial") == []

    async def test_a_report_that_is_published_twice_has_both_its_documents(
        self, site: Datasette, tmp_path: Path
    ) -> None:
        assert await rows_of(site, "published_twice") == []
        fill(tmp_path / "reports.db", ALONE, PACK)
        rows = await rows_of(datasette(tmp_path / "reports.db"), "published_twice", report="pier")
        assert [
            (row["shown"], row["document"], row["agenda_item"], row["first_page"]) for row in rows
        ] == [(1, "papers/pier.pdf", None, 1), (0, "papers/cabinet-pack.pdf", "7", 15)]


@one_loop
class TestMeetings:
    """What the questions say of the invented meeting."""

    @pytest.fixture
    def site(self, tmp_path: Path) -> Datasette:
        return datasette(fill(tmp_path / "reports.db", *DOCUMENTS, *PACKS))

    async def test_the_items_of_a_meeting_come_in_order_and_once(self, site: Datasette) -> None:
        rows = await rows_of(site, "meeting_items", committee="harbours")
        assert [
            (row["number"], row["title"], row["report"], row["first_page"], row["withheld"])
            for row in rows
        ] == [
            ("1", "Apologies", None, None, 0),
            ("2", "Minutes of the last meeting", None, 3, 0),
            ("3", "Dredging of the Inner Basin", "Dredging of the Inner Basin", 5, 0),
            ("4", "Mooring charges", "Mooring charges", 12, 0),
            ("5", "Sale of the Old Chandlery", None, None, 1),
        ]
        assert {row["document"] for row in rows} >= {"papers/harbours-pack.pdf"}
        assert rows[4]["confidentiality_status"] == "exempt"
        assert (rows[4]["printed_first_page"], rows[4]["printed_last_page"]) == (17, 20)

    async def test_an_agenda_alone_leads_to_reports_published_alone(self, tmp_path: Path) -> None:
        pack, agenda, *_ = PACKS
        alone = document("moorings.pdf", *pack.reports[1:])
        site = datasette(fill(tmp_path / "reports.db", agenda, alone))
        rows = await rows_of(site, "meeting_items", date="2026-05-14")
        assert [row["number"] for row in rows if row["report"]] == ["4"]

    async def test_what_is_taken_in_private_is_told_once_with_its_grounds(
        self, site: Datasette
    ) -> None:
        rows = await rows_of(site, "items_in_private", council="felldale")
        assert [
            (row["number"], row["confidentiality_status"], row["withheld"]) for row in rows
        ] == [("3", "part_exempt", 0), ("5", "exempt", 1)]
        dredging, sale = await rows_of(site, "items_in_private", paragraph="3")
        assert dredging["exemption_paragraphs"] == '["3"]', "of an appendix"
        assert (sale["title"], sale["statement"]) == (
            "Sale of the Old Chandlery",
            "Not for publication by virtue of paragraph 3",
        )
        assert await rows_of(site, "items_in_private", paragraph="5") == []

    async def test_reports_stand_with_their_appendices_and_pages(self, site: Datasette) -> None:
        rows = await rows_of(site, "report_pages", report="HM/26/09")
        assert [
            (row["kind"], row["label"], row["first_page"], row["last_page"]) for row in rows
        ] == [("report", "", 5, 7), ("appendix", "A", 8, 10), ("withheld", "B", 11, 11)]
        assert [row["printed_first_page"] for row in rows] == [7, 10, 13]

    async def test_a_pack_is_shown_part_by_part(self, site: Datasette) -> None:
        rows = await rows_of(site, "pack_contents", document="harbours-pack")
        pages = [(row["first_page"], row["last_page"]) for row in rows]
        assert pages == [(1, 2), (3, 4), (5, 7), (8, 10), (11, 11), (12, 13), (14, 14), (15, 15)]
        assert [row["item"] for row in rows[1:3]] == [
            "Minutes of the last meeting",
            "Dredging of the Inner Basin",
        ]

    async def test_minutes_and_notices_are_found_alone_and_in_packs(self, site: Datasette) -> None:
        latest = await rows_of(site, "minutes")
        assert [row["meeting_date"] for row in latest] == ["2026-05-14", "2026-04-02", "2026-02-19"]
        assert all(row["passage"] for row in latest)
        rows = await rows_of(site, "minutes", q="resolved")
        assert {row["document"] for row in rows} == {
            "papers/harbours-minutes.html",
            "papers/harbours-pack.pdf",
        }
        assert await rows_of(site, "minutes", q="soundings") == [], "an appendix decides nothing"

    async def test_a_person_is_found_by_a_seat_once_a_meeting(self, site: Datasette) -> None:
        rows = await rows_of(site, "person", name="cadby")
        assert [(row["role"], row["meeting_date"], row["committee"]) for row in rows] == [
            ("vice_chair", "2026-05-14", "Harbours and Moorings Committee"),
            ("chair", "2026-02-19", "Harbours and Moorings Committee"),
        ]
