"""Packs, agendas, minutes and notices in the store: what they name, hold and are found by."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from extract.store import Store, keys
from extract.store.search_index import rebuild
from schemas import AgendaItem, Document, Part
from schemas.vocabulary import PartKind
from tests.accounted import UNACCOUNTED, unaccounted
from tests.store.invented import REGISTER, document
from tests.store.invented_packs import (
    AGENDA,
    DECISIONS,
    MINUTES,
    MOORINGS,
    PACK,
    PACKS,
    SITTING,
)

MEETING = "FEL_harbours-and-moorings-committee_2026-05-14"
LAST_MEETING = "FEL_harbours-and-moorings-committee_2026-02-19"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reports.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with filled(path, *PACKS) as store:
        yield store


def filled(path: Path, *contents: Document) -> Store:
    """A store of these documents, to be opened."""
    with Store(path) as store:
        for content in contents:
            store.save(content, parser_version="1", register=REGISTER)
    return Store(path)


def found(store: Store, words: str) -> list[str]:
    """Titles of the parts that the full-text index finds, in the order of the documents."""
    sql = (
        "SELECT title FROM parts WHERE id IN (SELECT rowid FROM parts_fts WHERE parts_fts MATCH ?)"
        " ORDER BY document_sha256, position"
    )
    return [title for (title,) in store.db.execute(sql, [words])]


class TestParts:
    def test_a_part_leads_to_its_report_and_its_item(self, store: Store) -> None:
        rows = store.db.execute(
            "SELECT parts.kind, parts.label, reports.title, agenda_items.title, parts.first_page"
            " FROM parts LEFT JOIN reports ON reports.id = parts.report_id"
            " LEFT JOIN agenda_items ON agenda_items.id = parts.agenda_item_id"
            " WHERE parts.document_sha256 = ? ORDER BY parts.position",
            [PACK.source.sha256],
        ).fetchall()
        dredging = "Dredging of the Inner Basin"
        assert rows == [
            ("agenda", "", None, None, 1),
            ("minutes", "", None, "Minutes of the last meeting", 3),
            ("report", "", dredging, dredging, 5),
            ("appendix", "A", dredging, dredging, 8),
            ("withheld", "B", dredging, dredging, 11),
            ("report", "", "Mooring charges", "Mooring charges", 12),
            ("blank", "", None, None, 14),
            ("other", "", None, None, 15),
        ]

    def test_of_two_items_of_one_number_a_part_belongs_to_the_one_with_its_pages(
        self, path: Path
    ) -> None:
        twice = PACK.model_copy(
            update={
                "agenda_items": tuple(
                    item.model_copy(update={"number": "9"}) for item in PACK.agenda_items
                ),
                "parts": (
                    Part(kind=PartKind.REPORT, agenda_item="9", pages=(12, 13)),
                    Part(kind=PartKind.REPORT, agenda_item="9", pages=(14, 15)),
                    Part(kind=PartKind.REPORT, agenda_item="10"),
                ),
            }
        )
        with filled(path, twice) as store:
            titles = store.db.execute(
                "SELECT agenda_items.title FROM parts LEFT JOIN agenda_items"
                " ON agenda_items.id = agenda_item_id ORDER BY parts.position"
            ).fetchall()
        assert titles == [("Mooring charges",), ("Apologies",), (None,)]

    def test_an_item_is_known_by_its_number_however_that_is_printed(self, path: Path) -> None:
        item = AgendaItem(number="4 (a)", title="Buoys")
        part = Part(kind=PartKind.REPORT, agenda_item="4A")
        with filled(path, PACK.model_copy(update={"agenda_items": (item,), "parts": (part,)})) as s:
            (row,) = s.db["parts"].rows
            assert s.db["agenda_items"].get(row["agenda_item_id"])["title"] == "Buoys"

    def test_a_report_that_is_not_there_is_kept_as_it_is(self, path: Path) -> None:
        astray = PACK.model_copy(update={"parts": (Part(kind=PartKind.REPORT, report=7),)})
        with filled(path, astray) as store:
            (row,) = store.db["parts"].rows
            assert (row["report_position"], row["report_id"]) == (7, None)
            assert store.load(PACK.source.sha256) == astray

    @pytest.mark.parametrize(
        ("words", "titles"),
        [
            ("pontoon", ["Minutes"]),
            ("soundings", ["Soundings"]),
            ("silt", ["Soundings"]),
            ("trailer", ["Notice of decision: the North Slipway"]),
            ("dredging AND september", ["Minutes of the Harbours and Moorings Committee"]),
        ],
    )
    def test_minutes_notices_and_appendices_are_found_by_their_words(
        self, store: Store, words: str, titles: list[str]
    ) -> None:
        assert found(store, words) == titles

    def test_a_replaced_pack_leaves_no_ghost(self, store: Store) -> None:
        short = PACK.model_copy(update={"parts": (), "agenda_items": (), "evidence": ()})
        store.save(short, parser_version="2", register=REGISTER)
        assert found(store, "pontoon") == []
        assert store.load(PACK.source.sha256) == short
        assert store.db["meetings"].count_where("id = ?", [LAST_MEETING]) == 0

    def test_packs_whose_keys_collide_are_both_kept(self, path: Path) -> None:
        """The first candidate of one pack's key lies among another's parts."""
        other = PACK.model_copy(
            update={"source": PACK.source.model_copy(update={"sha256": "f" * 64}), "reports": ()}
        )
        with filled(path, PACK) as store:
            wanted = keys.document_number(other.source.sha256)
            shift = wanted - 3 - keys.document_number(PACK.source.sha256)
            with store.db.atomic():
                store.db.execute("PRAGMA defer_foreign_keys = ON")
                store.db.execute("UPDATE agenda_items SET id = id + ?", [shift])
                store.db.execute(
                    "UPDATE parts SET id = id + ?, agenda_item_id = agenda_item_id + ?",
                    [shift, shift],
                )
                store.db.execute("UPDATE members SET part_id = part_id + ?", [shift])
                store.db.execute(
                    "UPDATE search_entries SET id = id + ?, part_id = part_id + ?"
                    " WHERE part_id IS NOT NULL",
                    [shift, shift],
                )
                rebuild(store.db)
            store.save(other, parser_version="1", register=REGISTER)
            assert store.load(other.source.sha256) == other
            assert store.load(PACK.source.sha256) == PACK


class TestMeetings:
    @pytest.mark.parametrize("content", [AGENDA, MINUTES, PACK], ids=lambda x: x.kind)
    def test_a_meeting_that_only_its_own_papers_name_exists(
        self, path: Path, content: Document
    ) -> None:
        with filled(path, content.model_copy(update={"reports": ()})) as store:
            meeting = store.db["meetings"].get(MEETING)
            assert store.db["committees"].count == 1
        assert meeting["chair_id"] == "FEL_oona-pellow"

    def test_a_meeting_of_minutes_in_a_pack_exists_with_its_chair(self, store: Store) -> None:
        meeting = store.db["meetings"].get(LAST_MEETING)
        assert (meeting["time"], meeting["chair_id"]) == (None, "FEL_rhys-cadby")
        (part,) = store.db["parts"].rows_where("meeting_id = ?", [LAST_MEETING])
        assert (part["kind"], part["committee"]) == ("minutes", "HARBOURS AND MOORINGS COMMITTEE")

    def test_time_and_place_come_from_the_agenda_and_in_any_order(self, tmp_path: Path) -> None:
        """Though most of its papers have others: a report alone, and minutes twice over."""
        alone = document("moorings.pdf", MOORINGS)
        papers = (alone, MINUTES, AGENDA)
        for at, order in enumerate(permutations(papers)):
            with filled(tmp_path / f"{at}.db", *order) as store:
                meeting = store.db["meetings"].get(MEETING)
                assert (meeting["time"], meeting["venue"]) == ("10:30", SITTING.venue)

    def test_without_an_agenda_minutes_tell_the_time_and_a_report_the_place(
        self, path: Path
    ) -> None:
        with filled(path, document("moorings.pdf", MOORINGS), MINUTES) as store:
            meeting = store.db["meetings"].get(MEETING)
        assert (meeting["time"], meeting["venue"]) == ("10:45", "Town Hall")

    def test_members_are_people_of_the_council(self, store: Store) -> None:
        rows = store.db.execute(
            "SELECT people.name, members.role, members.honorific FROM members"
            " JOIN people ON people.id = person_id"
            " WHERE meeting_id = ? AND document_sha256 = ? ORDER BY position",
            [MEETING, PACK.source.sha256],
        ).fetchall()
        assert rows == [
            ("Oona Pellow", "chair", "Councillor"),
            ("Rhys Cadby", "vice_chair", "Councillor"),
            ("Tamsin Verrier", "member", "Dr"),
        ]

    def test_what_only_a_removed_paper_named_is_gone(self, store: Store) -> None:
        nothing = DECISIONS.model_copy(update={"meeting": None, "parts": ()})
        store.save(nothing, parser_version="2", register=REGISTER)
        assert store.db["committees"].count_where("name LIKE 'Portfolio%'") == 0
        bare = [
            paper.model_copy(update={"meeting": None, "parts": (), "reports": ()})
            for paper in (PACK, AGENDA, MINUTES)
        ]
        for paper in bare:
            store.save(paper, parser_version="2", register=REGISTER)
        assert [store.db[table].count for table in ("meetings", "committees", "people")] == [0] * 3
        assert store.db["councils"].count == 1, "the papers still say whose they are"


class TestPages:
    @pytest.mark.parametrize("content", PACKS, ids=lambda content: content.source.path)
    def test_every_page_belongs_to_one_part(self, content: Document) -> None:
        assert unaccounted(content) == []

    @pytest.mark.parametrize(
        "spans",
        [[(0, 9), (10, 20)], [(0, 9), (8, 20)], [(1, 9)], [(0, 9), None], [(0, 0)]],
        ids=str,
    )
    def test_so_does_every_character_of_a_text(self, spans: list[tuple[int, int] | None]) -> None:
        runs = [span or (None, None) for span in spans]
        parts = tuple(Part(kind=PartKind.OTHER, start=a, end=b) for a, b in runs)
        assert unaccounted(DECISIONS.model_copy(update={"parts": parts}))

    def test_what_a_part_belongs_to_is_there(self) -> None:
        astray = Part(kind=PartKind.APPENDIX, report=2, agenda_item="6", pages=(1, 15))
        assert len(unaccounted(PACK.model_copy(update={"parts": (astray,)}))) == 2

    def test_and_so_it_is_in_the_database(self, store: Store) -> None:
        assert store.db.execute(UNACCOUNTED).fetchall() == []

    @pytest.mark.parametrize(
        "pages",
        [
            [(1, 7), (9, 15)],
            [(1, 8), (8, 15)],
            [(2, 15)],
            [(1, 14)],
            [(1, 16)],
            [(8, 15), (1, 7)],
            [(1, 15), (16, 15)],
            [None],
            [],
        ],
        ids=str,
    )
    def test_a_page_too_few_or_too_many_is_seen(
        self, path: Path, pages: list[tuple[int, int] | None]
    ) -> None:
        parts = tuple(Part(kind=PartKind.OTHER, pages=run) for run in pages)
        wrong = PACK.model_copy(update={"parts": parts})
        assert unaccounted(wrong)
        with filled(path, wrong) as store:
            assert store.db.execute(UNACCOUNTED).fetchall() == [("papers/harbours-pack.pdf",)]
