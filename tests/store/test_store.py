"""The store: round trips, keys, constraints, replacement, full-text search and the ledger."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlite_utils import Database

from extract.store import RunCounts, Saved, Store, StoreError, keys
from extract.store.access import FULL_TEXT, VIEWS
from extract.store.files import Seen
from extract.store.search_index import rebuild
from extract.store.tables import TABLES, VOCABULARIES
from schemas import Document, Meeting, Person, Report, Section
from schemas.vocabulary import PersonRole, ProblemCode, SectionKind
from tests.store.databases import assert_sound, dump, fill, rows
from tests.store.invented import (
    CWM_ARIAN,
    DOCUMENTS,
    FERRY,
    HARBOURNE,
    LIBRARY,
    REGISTER,
    SCAN,
    SCAN_PROBLEM,
    digest,
    document,
)
from tests.store.invented_packs import PACKS
from tests.store.strategies import documents

FERRY_PACK = DOCUMENTS[0]
PAPERS = (*DOCUMENTS, *PACKS)

#: A database that the version before packs made of three of the documents and a scan.
BEFORE_PACKS = Path(__file__).with_name("before_packs.sql")


def matches(db: Database, table: str, words: str) -> int:
    """How many entries of a table's full-text index match."""
    query = f"SELECT count(*) FROM {table}_fts WHERE {table}_fts MATCH ?"
    return int(db.execute(query, [words]).fetchone()[0])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reports.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An open store of the invented documents, one of them unreadable."""
    with Store(path) as store:
        for content in PAPERS:
            store.save(content, parser_version="1", register=REGISTER)
        store.fail(SCAN, digest(SCAN), SCAN_PROBLEM, parser_version="1")
        shut = Seen("shut.pdf", problem=ProblemCode.UNREADABLE)
        run = store.start_run(parser_version="1")
        with store.db.atomic():
            store.files.note([shut], run)
        yield store


class TestRoundTrip:
    @pytest.mark.parametrize("content", PAPERS, ids=lambda content: content.source.path)
    def test_a_stored_document_is_the_record_again(self, store: Store, content: Document) -> None:
        assert store.load(content.source.sha256) == content

    @settings(
        max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(content=documents())
    def test_whatever_the_models_admit_can_be_stored(self, store: Store, content: Document) -> None:
        version = content.model_dump_json()
        saved = store.save(content, parser_version=version)
        assert saved in {Saved.ADDED, Saved.REPLACED} or store.has(content.source.sha256, version)
        assert store.load(content.source.sha256) == content
        assert_sound(store.db)

    def test_what_was_not_read_cannot_be_loaded(self, store: Store) -> None:
        assert store.load(digest(SCAN)) is None
        assert store.load("0" * 64) is None


class TestSaving:
    def test_has_asks_for_bytes_and_version(self, store: Store) -> None:
        assert store.has(FERRY_PACK.source.sha256, "1")
        assert not store.has(FERRY_PACK.source.sha256, "2")
        assert not store.has("0" * 64, "1")
        assert store.has(digest(SCAN), "1"), "a scan is not tried again by the same version"

    def test_saving_twice_changes_nothing(self, path: Path) -> None:
        before = dump(fill(path, *PAPERS))
        with Store(path) as store:
            for content in PAPERS:
                saved = store.save(content, parser_version="1", register=REGISTER)
                assert saved is Saved.UNCHANGED
        assert dump(path) == before

    def test_the_order_of_reading_does_not_matter(self, tmp_path: Path) -> None:
        forwards = fill(tmp_path / "forwards.db", *PAPERS)
        backwards = fill(tmp_path / "backwards.db", *reversed(PAPERS))
        assert rows(forwards) == rows(backwards)

    def test_another_version_replaces_all_rows_and_only_those(self, tmp_path: Path) -> None:
        renamed = LIBRARY.model_copy(
            update={"meeting": Meeting(committee="Executive", date="2026-03-12"), "people": ()}
        )
        changed = document("ferry-pack.pdf", renamed)
        path = fill(tmp_path / "replaced.db", *PAPERS)
        with Store(path) as store:
            saved = store.save(changed, parser_version="1b", register=REGISTER)
            assert saved is Saved.REPLACED
            for content in PAPERS[1:]:
                assert store.load(content.source.sha256) == content
            assert store.load(changed.source.sha256) == changed
            assert_sound(store.db)

        fresh = fill(tmp_path / "fresh.db", *PAPERS[1:])
        fill(fresh, changed, version="1b")
        assert rows(path) == rows(fresh), "committees and people that nobody names are gone too"

    def test_a_replaced_document_leaves_no_ghost_in_the_index(self, store: Store) -> None:
        db = store.db
        assert matches(db, "reports", "ferry") == 1
        assert matches(db, "sections", "estuary") == 1
        assert matches(db, "recommendations", "vessel") == 1
        assert matches(db, "implications", "reserve") == 1
        store.save(document("ferry-pack.pdf", LIBRARY), parser_version="2", register=REGISTER)
        assert matches(db, "reports", "ferry") == 0
        assert matches(db, "reports", "libraries") == 1
        assert matches(db, "sections", "estuary") == 0
        assert matches(db, "recommendations", "vessel") == 0
        assert matches(db, "implications", "reserve") == 0
        assert_sound(db)

    def test_a_document_that_fails_half_way_leaves_what_was_there(self, store: Store) -> None:
        broken = Section.model_construct(
            heading="Too deep", kind=SectionKind.OTHER, level=7, text=""
        )
        report = FERRY.model_copy(update={"sections": (broken,), "title": "Half"})
        before = "\n".join(store.db.conn.iterdump())
        with pytest.raises(sqlite3.IntegrityError, match="level"):
            store.save(document("ferry-pack.pdf", report), parser_version="2", register=REGISTER)
        assert "\n".join(store.db.conn.iterdump()) == before

    def test_reports_whose_keys_collide_are_both_kept(self, path: Path) -> None:
        """The first candidate of one report's key lies inside another's rows."""
        content = document("collides.pdf", FERRY)
        wanted = keys.report_number(content.source.sha256, 0)
        with Store(path) as store:
            store.save(document("first.pdf", FERRY), parser_version="1")
            shift = wanted - 2 - next(store.db["reports"].rows)["id"]
            with store.db.atomic():
                store.db.execute("PRAGMA defer_foreign_keys = ON")
                store.db.execute("UPDATE reports SET id = id + ?", [shift])
                for table in TABLES:
                    if "report_id" in store.db[table].columns_dict:
                        store.db.execute(f"UPDATE {table} SET report_id = report_id + ?", [shift])
                    for column in ("recommendation_id", "implication_id"):
                        if column in store.db[table].columns_dict:
                            store.db.execute(f"UPDATE {table} SET {column} = {column} + ?", [shift])
                for table in set(FULL_TEXT) - {"reports"}:
                    store.db.execute(f"UPDATE {table} SET id = id + ?", [shift])
                store.db.execute("UPDATE search_entries SET id = id + ?", [shift])
                rebuild(store.db)
            store.save(content, parser_version="1")
            assert store.load(content.source.sha256) == content
            assert store.load(digest("first.pdf")) == document("first.pdf", FERRY)
            assert_sound(store.db)

    def test_a_document_that_could_not_be_read_has_its_row(self, store: Store) -> None:
        row = store.db["documents"].get(digest(SCAN))
        assert (row["path"], row["status"], row["kind"]) == (SCAN, "no_text", None)
        (problem,) = store.db["problems"].rows_where("document_sha256 = ?", [digest(SCAN)])
        assert (problem["code"], problem["message"]) == ("no_text", SCAN_PROBLEM.message)

    def test_a_failure_and_a_reading_replace_each_other(self, store: Store) -> None:
        sha256 = FERRY_PACK.source.sha256
        store.fail("x.pdf", sha256, SCAN_PROBLEM, parser_version="2")
        assert store.load(sha256) is None
        assert store.db["reports"].count_where("document_sha256 = ?", [sha256]) == 0
        store.save(FERRY_PACK, parser_version="3", register=REGISTER)
        assert store.load(sha256) == FERRY_PACK
        assert store.db["problems"].count_where("document_sha256 = ?", [sha256]) == 0
        assert_sound(store.db)


class TestEntities:
    def test_only_councils_that_a_report_names_are_stored(self, store: Store) -> None:
        codes = {row["code"] for row in store.db["councils"].rows}
        assert codes == {"HBN", "FEL", "CWA"}
        council = store.db["councils"].get("FEL")
        assert council["nice_name"] == "Felldale"
        assert council["base_url"] is None, "an empty cell of the register is no value"

    def test_two_printings_of_a_committee_are_one(self, store: Store) -> None:
        committee = store.db["committees"].get("HBN_cabinet")
        assert committee == {"id": "HBN_cabinet", "council_code": "HBN", "name": "Cabinet"}
        printed = {
            row["committee"]
            for row in store.db["reports"].rows_where("committee_id = ?", ["HBN_cabinet"])
        }
        assert printed == {"Cabinet", "CABINET"}, "reports keep what they print"

    def test_a_meeting_knows_what_any_of_its_reports_prints(self, store: Store) -> None:
        meeting = store.db["meetings"].get("HBN_cabinet_2026-03-12")
        assert (meeting["time"], meeting["venue"]) == ("14:00", "Council Chamber, Harbourne")
        reports = list(store.db["reports"].rows_where("meeting_id = ?", [meeting["id"]]))
        assert len(reports) == 2

    def test_bodies_and_people_of_unknown_councils_are_kept_apart(self, store: Store) -> None:
        tregarths = list(store.db["people"].rows_where("name = ?", ["Ann Tregarth"]))
        assert [row["council_code"] for row in tregarths] == ["HBN", None]
        cabinets = list(store.db["committees"].rows_where("name = ?", ["Cabinet"]))
        assert {row["council_code"] for row in cabinets} == {"HBN", "CWA", None}

    def test_a_person_has_the_plain_name_the_known_kind_and_the_latest_post(
        self, store: Store
    ) -> None:
        later = Report(
            council=HARBOURNE,
            meeting=Meeting(committee="Cabinet", date="2026-09-01"),
            people=(
                Person(name="Ann Tregarth", role=PersonRole.CHAIR, post="Lord Mayor"),
                Person(name="ANN TREGARTH", role=PersonRole.OTHER),
                Person(name="ANN TREGARTH", role=PersonRole.OTHER),
            ),
        )
        store.save(document("later.pdf", later), parser_version="1", register=REGISTER)
        person = store.db["people"].get("HBN_ann-tregarth")
        assert person["name"] == "Ann Tregarth"
        assert (person["post"], person["kind"], person["is_post"]) == ("Lord Mayor", "member", 0)

    def test_an_unnamed_post_is_an_entry_of_its_council(self, store: Store) -> None:
        posts = {
            (row["council_code"], row["name"])
            for row in store.db["people"].rows_where("is_post = 1")
        }
        assert posts == {("HBN", "Director of Place"), ("CWA", "Director of Place")}

    def test_a_contact_without_name_or_post_is_nobody(self, store: Store) -> None:
        (contact,) = store.db["contributions"].rows_where("phone = ?", ["01632 960 444"])
        assert contact["person_id"] is None

    def test_a_council_outside_the_register_has_a_key_of_its_own(self, path: Path) -> None:
        fill(
            path, document("x.pdf", Report(council=CWM_ARIAN.model_copy(update={"gss_code": None})))
        )
        with Store(path) as store:
            (council,) = store.db["councils"].rows
        assert council["code"] == "cwm-arian-county-council"
        assert council["official_name"] == "Cwm Arian County Council"


class TestStatements:
    """Sums, legislation and delegations lead to what states them."""

    def test_a_delegation_has_a_row_for_each_office(self, store: Store) -> None:
        rows = store.db.query(
            "SELECT label, part, office FROM delegations"
            " JOIN recommendations ON recommendations.id = recommendation_id ORDER BY label, part"
        )
        assert [tuple(row.values()) for row in rows] == [
            ("2", "in_consultation_with", "Cabinet Member for Transport"),
            ("2", "to", "Director of Place"),
            ("2.2", "to", "Head of Housing"),
        ]

    def test_a_sum_leads_to_the_recommendation_or_implication_that_states_it(
        self, store: Store
    ) -> None:
        rows = store.db.query(
            "SELECT sums.context, recommendations.text AS asked, implications.text AS implied"
            " FROM sums LEFT JOIN recommendations ON recommendations.id = recommendation_id"
            " LEFT JOIN implications ON implications.id = implication_id"
        )
        stated = {row["context"]: row["asked"] or row["implied"] for row in rows}
        assert stated.pop("A refund of -£0.50.") is None, "it stands in a summary"
        assert len(stated) == 3
        assert all(context == text for context, text in stated.items())

    def test_a_pointer_that_leads_nowhere_is_kept_as_it_is(self, path: Path) -> None:
        nowhere = FERRY.sums[0].model_copy(update={"within": "/recommendations/9/text"})
        content = document("nowhere.pdf", FERRY.model_copy(update={"sums": (nowhere,)}))
        with Store(path) as store:
            store.save(content, parser_version="1")
            (row,) = store.db["sums"].rows
            assert (row["recommendation_id"], row["implication_id"]) == (None, None)
            assert store.load(content.source.sha256) == content


class TestKeys:
    @pytest.mark.parametrize(
        ("printed", "slug"),
        [
            ("Cabinet", "cabinet"),
            (" THE  CABINET ", "cabinet"),
            ("Children’s Services & Skills Panel", "childrens-services-and-skills-panel"),
            ("Siân Prŷs-Jones", "sian-prys-jones"),
            ("O'Brien", "obrien"),
        ],
    )
    def test_a_name_folds(self, printed: str, slug: str) -> None:
        assert keys.slug(printed) == slug

    def test_long_names_stay_apart(self) -> None:
        first, second = keys.slug("a " * 200 + "one"), keys.slug("a " * 200 + "two")
        assert first != second
        assert len(first) <= keys.LONGEST_SLUG

    def test_names_without_latin_letters_stay_apart(self) -> None:
        assert keys.slug("委員会") != keys.slug("内閣")

    def test_report_keys_are_exact_as_doubles(self) -> None:
        numbers = {keys.report_number(digest(name), 0) for name in "abcdefgh"}
        assert len(numbers) == 8
        assert all(int(float(number + 4000)) == number + 4000 for number in numbers)


class TestSchema:
    @pytest.mark.parametrize(("table", "column"), VOCABULARIES)
    def test_a_value_outside_its_vocabulary_is_refused(
        self, store: Store, table: str, column: str
    ) -> None:
        assert store.db[table].count > 0
        with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
            store.db.execute(f"UPDATE {table} SET {column} = 'no such value'")

    @pytest.mark.parametrize(
        ("table", "assignment"),
        [
            ("reports", "meeting_date = '12 March 2026'"),
            ("reports", "key_decision = 2"),
            ("reports", "exemption_paragraphs = '3'"),
            ("reports", "last_page = NULL WHERE last_page IS NOT NULL"),
            ("meetings", "time = '2 pm'"),
            ("documents", "sha256 = 'abc'"),
            ("documents", "reader = NULL WHERE status = 'read'"),
            ("evidence", "bottom = NULL WHERE page IS NOT NULL"),
            ("evidence", "confidence = 1.5"),
            ("sections", "level = 7"),
            ("report_sources", "shown = 0"),
            ("sums", "within = 'recommendations/0'"),
            ("legislation", "year = 72"),
            ("runs", "read = -1"),
            ("agenda_items", "withheld = 2"),
            ("parts", "printed_last_page = NULL WHERE printed_last_page IS NOT NULL"),
            ("parts", "char_start = -1"),
            ("document_evidence", "page = 0 WHERE page IS NOT NULL"),
        ],
    )
    def test_an_impossible_value_is_refused(
        self, store: Store, table: str, assignment: str
    ) -> None:
        store.start_run(parser_version="1")
        with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
            store.db.execute(f"UPDATE {table} SET {assignment}")

    @pytest.mark.parametrize("table", TABLES)
    def test_every_table_has_a_key_and_strict_types(self, store: Store, table: str) -> None:
        assert store.db[table].pks != ["rowid"]
        assert store.db[table].strict

    @pytest.mark.parametrize("table", TABLES)
    def test_every_reference_leads_an_index(self, store: Store, table: str) -> None:
        """Or a delete would read the whole table to cascade."""
        leading = {index.columns[0] for index in store.db[table].indexes}
        leading.add(store.db[table].pks[0])
        for key in store.db[table].foreign_keys:
            assert key.column in leading

    @pytest.mark.parametrize(
        ("table", "column", "value"),
        [
            ("reports", "committee_id", "HBN_no-such-committee"),
            ("reports", "council_code", "ZZZ"),
            ("contributions", "person_id", "HBN_nobody"),
            ("sections", "report_id", 1),
            ("report_sources", "report_id", 1),
            ("report_sources", "council_code", "ZZZ"),
            ("delegations", "recommendation_id", 1),
            ("sums", "recommendation_id", 1),
            ("legislation", "implication_id", 1),
            ("problems", "document_sha256", "0" * 64),
            ("documents", "meeting_id", "FEL_never"),
            ("parts", "report_id", 1),
            ("parts", "agenda_item_id", 1),
            ("members", "person_id", "FEL_nobody"),
            ("meetings", "chair_id", "FEL_nobody"),
        ],
    )
    def test_a_reference_to_nothing_is_refused(
        self, store: Store, table: str, column: str, value: str | int
    ) -> None:
        key = store.db[table].pks[0]
        change = (
            f"UPDATE {table} SET {column} = ? WHERE {key} IN (SELECT {key} FROM {table} LIMIT 1)"
        )
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), store.db.atomic():
            store.db.execute(change, [value])

    def test_the_store_is_sound(self, store: Store) -> None:
        assert_sound(store.db)

    def test_search_knows_word_stems_and_accents(self, store: Store) -> None:
        assert matches(store.db, "recommendations", "delegation") == 2
        assert matches(store.db, "recommendations", "CAFE") == 1

    def test_views_answer(self, store: Store) -> None:
        assert all(store.db[view].count > 0 for view in VIEWS)
        exempt = store.db.execute("SELECT applies_to, paragraph FROM exemptions ORDER BY 1, 2")
        assert exempt.fetchall() == [
            ("appendix", "3"),
            ("appendix", "3"),
            ("appendix", "5"),
            ("background_paper", "3"),
            ("report", "14"),
            ("report", "21"),
            ("report", "3"),
        ]


class TestRuns:
    def test_a_run_is_entered_with_its_counts(self, path: Path) -> None:
        with Store(path) as store:
            run = store.start_run(parser_version="7", at=datetime(2026, 3, 1, 9, 30, tzinfo=UTC))
            store.save(FERRY_PACK, parser_version="7", register=REGISTER)
            store.finish_run(
                run,
                RunCounts(found=8, not_taken=2, read=1, unchanged=4, failed=2),
                at=datetime(2026, 3, 1, 9, 31, tzinfo=UTC),
            )
            assert list(store.db["runs"].rows) == [
                {
                    "id": 1,
                    "started": "2026-03-01T09:30:00+00:00",
                    "finished": "2026-03-01T09:31:00+00:00",
                    "parser_version": "7",
                    "found": 8,
                    "not_taken": 2,
                    "read": 1,
                    "unchanged": 4,
                    "failed": 2,
                }
            ]

    def test_a_run_that_is_cut_short_is_seen(self, path: Path) -> None:
        def build() -> None:
            with Store(path) as store:
                store.start_run(parser_version="1")
                store.save(FERRY_PACK, parser_version="1", register=REGISTER)
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            build()
        with Store(path) as store:
            assert [row["finished"] for row in store.db["runs"].rows] == [None]
            assert store.load(FERRY_PACK.source.sha256) == FERRY_PACK

    def test_a_second_run_over_the_same_folder_leaves_the_same_dump(self, path: Path) -> None:
        def build() -> RunCounts:
            counts = {"read": 0, "unchanged": 0}
            with Store(path) as store:
                run = store.start_run(parser_version="1")
                for content in PAPERS:
                    if store.has(content.source.sha256, "1"):
                        counts["unchanged"] += 1
                    else:
                        store.save(content, parser_version="1", register=REGISTER)
                        counts["read"] += 1
                store.finish_run(run, RunCounts(**counts))
            return RunCounts(**counts)

        assert build() == RunCounts(read=len(PAPERS))
        before = dump(path)
        assert build() == RunCounts(unchanged=len(PAPERS))
        assert dump(path) == before


class TestOpening:
    def test_a_closed_store_is_one_file_that_opens_read_only(self, path: Path) -> None:
        fill(path, *DOCUMENTS)
        assert [file.name for file in path.parent.iterdir()] == [path.name]
        connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("SELECT count(*) FROM reports").fetchone() == (5,)
        connection.close()

    def test_it_can_be_filled_while_somebody_reads(self, path: Path) -> None:
        fill(path, FERRY_PACK)
        reader = sqlite3.connect(path)
        fill(path, DOCUMENTS[1])  # in WAL mode from here on
        with Store(path) as store:
            reader.execute("SELECT count(*) FROM reports").fetchall()
            store.save(DOCUMENTS[2], parser_version="1", register=REGISTER)
        assert reader.execute("SELECT count(*) FROM reports").fetchone() == (4,)
        reader.close()
        fill(path, DOCUMENTS[3])
        assert [file.name for file in path.parent.iterdir()] == [path.name]

    def test_a_file_that_is_no_database_is_refused(self, path: Path) -> None:
        path.write_text("Minutes of the last meeting. " * 200, encoding="utf-8")
        with pytest.raises(StoreError, match="not a database"), Store(path):
            pass
        assert path.read_text(encoding="utf-8").startswith("Minutes")

    def test_a_folder_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match="nowhere"), Store(tmp_path / "nowhere" / "x.db"):
            pass

    def test_a_database_of_something_else_is_refused(self, path: Path) -> None:
        with Database(path) as db:
            db["documents"].insert({"id": 1, "name": "not ours"})
        with pytest.raises(StoreError, match="already exists"), Store(path):
            pass

    def test_a_database_with_older_vocabularies_is_refused(self, path: Path) -> None:
        fill(path, FERRY_PACK)
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute(
                "UPDATE sqlite_master SET sql = replace(sql, ', ''rural''', '')"
                " WHERE name = 'implications'"
            )
        with pytest.raises(StoreError, match="other tables or vocabularies"), Store(path):
            pass

    def test_a_database_without_selectors_gets_them(self, path: Path) -> None:
        before = rows(fill(path, *DOCUMENTS))
        with sqlite3.connect(path) as connection:
            connection.execute("ALTER TABLE evidence DROP COLUMN selector")
            connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'add_selectors'")
        with Store(path) as store:
            assert store.db.execute("PRAGMA foreign_keys").fetchone() == (1,)
            assert store.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert rows(path) == before

    def test_a_database_from_before_packs_gets_their_tables(self, path: Path) -> None:
        with sqlite3.connect(path) as connection:
            connection.executescript(BEFORE_PACKS.read_text(encoding="utf-8"))
        connection.close()
        contents = (FERRY_PACK, *DOCUMENTS[3:])
        with Store(path) as store:
            for content in contents:
                assert store.load(content.source.sha256) == content
            assert_sound(store.db)
            assert store.db.execute("PRAGMA foreign_keys").fetchone() == (1,)
        fresh = path.with_name("fresh.db")
        with Store(fresh) as store:
            for content in contents:
                store.save(content, parser_version="1", register=REGISTER)
            store.fail(SCAN, digest(SCAN), SCAN_PROBLEM, parser_version="1")
        assert rows(path) == rows(fresh)
        fill(path, *PAPERS)
        fill(fresh, *PAPERS)
        assert rows(path) == rows(fresh)
        with Store(path) as store:
            assert matches(store.db, "parts", "pontoon") == 1

    def test_tables_that_somebody_added_are_no_hindrance(self, path: Path) -> None:
        fill(path, FERRY_PACK)
        with Database(path) as db:
            db["notes"].insert({"id": 1, "note": "asked the clerk"}, pk="id")
        fill(path, *DOCUMENTS)
        with Store(path) as store:
            assert store.db["notes"].count == 1

    def test_a_store_that_is_not_open_says_so(self, path: Path) -> None:
        with pytest.raises(StoreError, match="with statement"):
            Store(path).has("0" * 64, "1")

    def test_opening_again_applies_no_migration_twice(self, path: Path) -> None:
        before = dump(fill(path, *PAPERS))
        with Store(path):
            pass
        assert dump(path) == before
