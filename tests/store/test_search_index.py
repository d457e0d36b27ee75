"""The index over everything: what its entries are, and that it keeps to what is stored."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.store import Store
from extract.store.describe import descriptions, metadata
from extract.store.search_index import BITS, rebuild
from schemas import Appendix, Document, Implication, Meeting, Part, Report, Section
from schemas.vocabulary import ImplicationStatus, ImplicationType, PartKind
from tests.store.databases import assert_sound, fill, rows
from tests.store.invented import DOCUMENTS, FERRY, HARBOURNE, LIBRARY, REGISTER, document
from tests.store.invented_copies import ALONE, PACK, PIER, SCAN
from tests.store.invented_packs import MINUTES, PACKS

BRIDGE = Report(
    council=HARBOURNE,
    meeting=Meeting(committee="Cabinet", date="2024-05-02"),
    title="Painting of the Swing Bridge",
    summary="The bridge is rusting.",
    key_decision=True,
    implications=(
        Implication(
            type=ImplicationType.EQUALITY,
            status=ImplicationStatus.SUBSTANTIVE,
            heading="Equality",
            text="Ramps will be kept free.",
        ),
        Implication(
            type=ImplicationType.EQUALITY,
            status=ImplicationStatus.SUBSTANTIVE,
            heading="Equality again",
            text="At night too.",
        ),
        Implication(
            type=ImplicationType.FINANCIAL,
            status=ImplicationStatus.SUBSTANTIVE,
            heading="Finance",
            text="£40,000.",
        ),
        Implication(
            type=ImplicationType.LEGAL,
            status=ImplicationStatus.NONE,
            heading="Legal",
            text="None.",
        ),
    ),
    appendices=(Appendix(label="A", title="Colours"),),
    sections=(
        Section(heading="Scaffold", text="It hangs from the parapet."),
        Section(heading="Closure", text="Traffic stops at midnight."),
    ),
)
#: The same report in a pack with its appendix and the minutes before it.
BRIDGE_PACK = Document(
    source=document("bridge-pack.pdf").source,
    kind=PACKS[0].kind,
    council=HARBOURNE,
    reports=(BRIDGE,),
    parts=(
        Part(kind=PartKind.MINUTES, title="Minutes", text="The mayor thanked the painters."),
        Part(kind=PartKind.REPORT, title="Painting", report=0),
        Part(kind=PartKind.APPENDIX, title="Colours", text="Heron grey.", report=0),
        Part(kind=PartKind.BLANK),
    ),
)


def found(store: Store, words: str) -> list[str]:
    """Titles of the entries that match, in order."""
    sql = (
        "SELECT title FROM search_texts WHERE id IN"
        " (SELECT rowid FROM search_fts WHERE search_fts MATCH ?) ORDER BY title"
    )
    return [title for (title,) in store.db.execute(sql, [words])]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reports.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(fill(path, document("bridge.pdf", BRIDGE), BRIDGE_PACK, *DOCUMENTS)) as store:
        yield store
        assert_sound(store.db)


class TestEntries:
    def test_a_report_is_one_entry_however_often_it_is_published(self, store: Store) -> None:
        (entry,) = store.db["search_entries"].rows_where("year = 2024 AND kind = 'report'")
        (report,) = store.db["reports"].rows_where("title = ?", [BRIDGE.title])
        assert entry == {
            "id": report["id"],
            "kind": "report",
            "report_id": report["id"],
            "part_id": None,
            "council_code": "HBN",
            "committee_id": "HBN_cabinet",
            "date": "2024-05-02",
            "year": 2024,
            "key_decision": 1,
            "substantive": BITS[ImplicationType.EQUALITY] + BITS[ImplicationType.FINANCIAL],
        }

    def test_words_of_one_question_may_stand_in_different_parts_of_a_report(
        self, store: Store
    ) -> None:
        assert found(store, "swing rusting ramp parapet midnight heron") == [BRIDGE.title]

    def test_a_column_of_a_question_is_a_kind_of_text(self, store: Store) -> None:
        assert found(store, "implications : ramps") == [BRIDGE.title]
        assert found(store, "title : ramps") == []

    def test_a_paper_that_belongs_to_no_report_is_an_entry(self, store: Store) -> None:
        assert found(store, "thanked painters") == ["Minutes"]
        (entry,) = store.db["search_entries"].rows_where("report_id IS NULL")
        assert (entry["kind"], entry["council_code"]) == ("minutes", "HBN")
        assert entry["id"] == entry["part_id"]

    def test_minutes_have_the_meeting_that_they_are_of(self, path: Path) -> None:
        with Store(fill(path, MINUTES)) as store:
            (entry,) = store.db["search_entries"].rows
        assert MINUTES.meeting
        assert entry["date"] == MINUTES.meeting.date
        assert entry["committee_id"] == "FEL_harbours-and-moorings-committee"

    def test_a_report_without_a_meeting_has_the_day_that_it_bears(self, path: Path) -> None:
        undated = BRIDGE.model_copy(update={"meeting": Meeting(), "report_date": "2023-12-31"})
        with Store(fill(path, document("x.pdf", undated, LIBRARY))) as store:
            years = [row["year"] for row in store.db["search_entries"].rows_where(order_by="year")]
        assert years == [2023, int((LIBRARY.meeting.date or "")[:4])]

    def test_every_type_of_implication_has_a_bit_that_is_described(self) -> None:
        described = descriptions(metadata())["search_entries"]["columns"]["substantive"]
        assert len(set(BITS.values())) == len(ImplicationType)
        assert ", ".join(f"{bit} {kind}" for kind, bit in BITS.items()) in described


class TestKeeping:
    def test_an_appendix_goes_with_the_pack_that_has_it(self, store: Store) -> None:
        assert found(store, "heron") == [BRIDGE.title]
        changed = BRIDGE_PACK.model_copy(update={"parts": BRIDGE_PACK.parts[:2]})
        store.save(changed, parser_version="2", register=REGISTER)
        assert found(store, "heron") == []
        assert found(store, "swing midnight") == [BRIDGE.title]

    def test_what_a_document_no_longer_says_is_not_found(self, store: Store) -> None:
        assert found(store, "estuary") == [FERRY.title]
        store.save(document("ferry-pack.pdf", LIBRARY), parser_version="2", register=REGISTER)
        assert found(store, "estuary") == []

    def test_a_copy_that_takes_over_is_found_once(self, path: Path) -> None:
        with Store(fill(path, SCAN, PACK)) as store:
            assert found(store, "crane") == [PIER.title]
            store.save(ALONE, parser_version="1", register=REGISTER)
            assert found(store, "crane") == [PIER.title]
            assert_sound(store.db)

    def test_a_report_cannot_go_while_it_is_in_the_index(self, store: Store) -> None:
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            store.db.execute("DELETE FROM reports")

    def test_the_index_is_the_one_that_is_made_of_the_whole(self, store: Store) -> None:
        """Every word of every entry, at its place, after replacements."""
        store.save(document("ferry-pack.pdf", LIBRARY), parser_version="2", register=REGISTER)
        store.save(BRIDGE_PACK, parser_version="2", register=REGISTER)
        kept = instances(store)
        rebuild(store.db)
        assert instances(store) == kept
        assert kept


class TestOlderDatabases:
    def test_one_without_the_index_gets_it_with_all_that_it_holds(self, path: Path) -> None:
        contents = (*DOCUMENTS, *PACKS, ALONE, PACK)
        before = rows(fill(path, *contents))
        with sqlite3.connect(path) as connection:
            connection.execute("DROP TABLE search_fts")
            connection.execute("DROP VIEW search_texts")
            connection.execute("DROP TABLE search_entries")
            connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'add_search'")
        connection.close()
        with Store(path) as store:
            assert_sound(store.db)
            assert found(store, "crane") == [PIER.title]
        assert rows(path) == before


def instances(store: Store) -> list[tuple[object, ...]]:
    """Every word of the index: term, entry, column, place."""
    store.db.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, search_fts, instance)"
    )
    words: list[tuple[object, ...]] = store.db.execute(
        "SELECT * FROM words ORDER BY 1, 2, 3, 4"
    ).fetchall()
    return words
