"""A report that is published more than once is one report with several sources."""

from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.store import Store
from schemas import Council, Document, Problem, Report, Source
from schemas.vocabulary import DocumentKind, ProblemCode, Reader
from tests.store.databases import assert_sound, fill, rows
from tests.store.invented import LIBRARY, REGISTER, digest, document
from tests.store.invented_copies import (
    ALONE,
    IN_PACK,
    PACK,
    PIER,
    SCAN,
    UPDATE,
    changed,
    misread,
)

DAMAGED = Problem(code=ProblemCode.DAMAGED, message="Half of the file is missing.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reports.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A store of the report alone and in its pack."""
    with Store(fill(path, ALONE, PACK)) as store:
        yield store
        assert_sound(store.db)


def published(store: Store) -> dict[str, list[str]]:
    """Titles of the reports, with the paths of their sources, the shown one first."""
    found: dict[str, list[str]] = {}
    for title, source in store.db.execute(
        "SELECT reports.id || ' ' || reports.title, documents.path FROM reports"
        " JOIN report_sources ON report_sources.report_id = reports.id"
        " JOIN documents ON documents.sha256 = report_sources.document_sha256"
        " ORDER BY reports.title, shown DESC, documents.path"
    ):
        found.setdefault(title, []).append(source.removeprefix("papers/"))
    return {key.split(" ", 1)[1]: sources for key, sources in found.items()}


def save(store: Store, content: Document, version: str) -> None:
    store.save(content, parser_version=version, register=REGISTER)


class TestPublishedTwice:
    def test_it_is_one_report_with_two_sources(self, store: Store) -> None:
        assert published(store) == {
            "Opening Hours of Libraries": ["cabinet-pack.pdf"],
            "Repair of the Stone Pier, Phase 2": ["pier.pdf", "cabinet-pack.pdf"],
        }
        for table, count in (("recommendations", 4), ("sums", 1), ("documents", 2)):
            assert store.db[table].count == count, table
        overview = store.db["report_overview"].rows_where("title = ?", [PIER.title])
        assert [(row["document"], row["sources"]) for row in overview] == [("papers/pier.pdf", 2)]

    def test_full_text_finds_it_once(self, store: Store) -> None:
        hits = store.db.execute(
            "SELECT count(*) FROM sections_fts WHERE sections_fts MATCH 'crane'"
        )
        assert hits.fetchone() == (1,)

    def test_each_source_says_where_the_report_stands_in_it(self, store: Store) -> None:
        found = store.db["report_sources"].rows_where("title_key LIKE 'repair%'", order_by="shown")
        assert [
            (row["position"], row["shown"], row["first_page"], row["last_page"], row["agenda_item"])
            for row in found
        ] == [(1, 0, 15, 17, "7"), (0, 1, 1, 3, None)]

    def test_both_documents_are_given_back(self, store: Store) -> None:
        for content in (ALONE, PACK):
            assert store.load(content.source.sha256) == content

    def test_parts_of_the_pack_lead_to_the_report(self, store: Store) -> None:
        titles = store.db.execute(
            "SELECT reports.title FROM parts JOIN reports ON reports.id = parts.report_id"
            " ORDER BY parts.position"
        )
        assert [title for (title,) in titles] == [LIBRARY.title, PIER.title, PIER.title]

    @pytest.mark.parametrize("order", list(permutations((ALONE, PACK, SCAN, UPDATE))))
    def test_the_order_of_reading_does_not_matter(
        self, tmp_path: Path, order: Sequence[Document]
    ) -> None:
        expected = rows(fill(tmp_path / "expected.db", ALONE, PACK, SCAN, UPDATE))
        assert rows(fill(tmp_path / "other.db", *order)) == expected

    @pytest.mark.parametrize(
        ("documents", "shown"),
        [
            ((PACK, ALONE, SCAN), "pier.pdf"),
            ((SCAN, PACK), "cabinet-pack.pdf"),
            ((SCAN,), "pier-scan.pdf"),
        ],
        ids=["alone", "with its text", "what there is"],
    )
    def test_the_best_source_is_shown(
        self, path: Path, documents: Sequence[Document], shown: str
    ) -> None:
        with Store(fill(path, *documents)) as store:
            assert published(store)[PIER.title or ""][0] == shown

    def test_an_update_is_a_report_of_its_own(self, path: Path) -> None:
        with Store(fill(path, ALONE, UPDATE)) as store:
            assert store.db["reports"].count == 2
            assert store.db["report_sources"].count_where("shown = 0") == 0

    def test_one_document_is_not_searched_for_copies(self, path: Path) -> None:
        twice = document("twice.pdf", PIER, PIER)
        with Store(fill(path, twice)) as store:
            assert store.db["reports"].count == 2
            save(store, ALONE, "1")
            assert store.db["reports"].count == 1, "a third copy ties the two"
            assert store.load(twice.source.sha256) == twice


class TestComingAndGoing:
    def test_when_the_shown_one_fails_the_other_takes_over(self, store: Store) -> None:
        store.fail("papers/pier.pdf", ALONE.source.sha256, DAMAGED, parser_version="2")
        assert published(store)[PIER.title or ""] == ["cabinet-pack.pdf"]
        assert store.load(PACK.source.sha256) == PACK
        assert store.load(ALONE.source.sha256) is None

    def test_it_takes_over_with_its_council_though_the_shown_one_named_none(
        self, path: Path
    ) -> None:
        nobodys = document("pier.pdf", PIER.model_copy(update={"council": Council()}))
        with Store(fill(path, nobodys, PACK)) as store:
            assert len(published(store)) == 2
            store.fail("papers/pier.pdf", nobodys.source.sha256, DAMAGED, parser_version="2")
        assert rows(path)["reports"] == rows(fill(path.with_name("pack.db"), PACK))["reports"]

    def test_when_the_other_fails_nothing_of_the_report_changes(self, store: Store) -> None:
        before = store.db["reports"].get(_key(store, "pier.pdf"))
        store.fail("papers/cabinet-pack.pdf", PACK.source.sha256, DAMAGED, parser_version="2")
        assert published(store) == {PIER.title: ["pier.pdf"]}
        assert store.db["reports"].get(before["id"]) == before

    @pytest.mark.parametrize("first", [ALONE, PACK], ids=["alone", "pack"])
    def test_a_newer_parser_may_read_either_again(self, store: Store, first: Document) -> None:
        for version, content in enumerate((first, ALONE, PACK), start=2):
            save(store, content, str(version))
            assert published(store)[PIER.title or ""] == ["pier.pdf", "cabinet-pack.pdf"]
            for document_ in (ALONE, PACK):
                assert store.load(document_.source.sha256) == document_

    def test_a_newer_parser_may_see_that_it_is_no_copy(self, store: Store) -> None:
        other = document("pier.pdf", changed(PIER, "£1,250,000", "£1,375,000"))
        save(store, other, "2")
        assert store.db["reports"].count == 3
        assert store.load(PACK.source.sha256) == PACK
        save(store, ALONE, "3")
        assert store.db["reports"].count == 2

    def test_parts_follow_when_another_source_is_shown(self, store: Store) -> None:
        for version in ("2", "3"):
            if version == "2":
                store.fail("papers/pier.pdf", ALONE.source.sha256, DAMAGED, parser_version="2")
            else:
                save(store, ALONE, "3")
            parts = store.db["parts"].rows_where("report_position = 1")
            assert {row["report_id"] for row in parts} == {_key(store, "cabinet-pack.pdf")}

    def test_copies_that_only_a_third_tied_together_part_when_it_goes(self, path: Path) -> None:
        """The third says neither whose it is nor to whom it goes; the others differ in that."""
        elsewhere = PIER.meeting.model_copy(update={"committee": "Harbour Committee"})
        nowhere = PIER.meeting.model_copy(update={"committee": None})
        other = document("other.pdf", PIER.model_copy(update={"meeting": elsewhere}))
        third = document("third.pdf", PIER.model_copy(update={"meeting": nowhere}))
        with Store(fill(path, ALONE, other)) as store:
            assert store.db["reports"].count == 2
            save(store, third, "1")
            assert store.db["reports"].count == 1
            store.fail("papers/third.pdf", third.source.sha256, DAMAGED, parser_version="2")
            assert store.db["reports"].count == 2
            assert_sound(store.db)


def _key(store: Store, name: str) -> int:
    """Key of the report on the pier that a document is a source of."""
    (row,) = store.db["report_sources"].rows_where(
        "document_sha256 = ? AND title_key LIKE 'repair%'", [digest(name)]
    )
    return int(row["report_id"])


#: What a document may come to hold: copies of one report, its update, and another report.
REPORTS = (
    PIER,
    IN_PACK,
    misread(PIER),
    changed(PIER, "£1,250,000", "£1,375,000"),
    PIER.model_copy(update={"council": Council()}),
    PIER.model_copy(update={"meeting": PIER.meeting.model_copy(update={"committee": None})}),
    LIBRARY,
)


@st.composite
def readings(draw: st.DrawFn) -> Document:
    """What a parser makes of one of four files: a report, a pack of up to three, or a failure."""
    reports: list[Report] = draw(st.lists(st.sampled_from(REPORTS), max_size=3))
    return Document(
        source=Source(
            sha256=draw(st.sampled_from("abcd")) * 64,
            media_type="application/pdf",
            reader=draw(st.sampled_from([Reader.NATIVE, Reader.OCR, Reader.HTML])),
        ),
        kind=DocumentKind.REPORT if len(reports) == 1 else DocumentKind.AGENDA_PACK,
        reports=tuple(reports),
    )


class TestAnyHistory:
    @settings(max_examples=30, deadline=None)
    @given(history=st.lists(st.tuples(readings(), st.booleans()), min_size=2, max_size=8))
    def test_only_the_last_reading_of_each_document_counts(
        self, history: list[tuple[Document, bool]]
    ) -> None:
        """Whatever was read, failed and read again before, and in whatever order."""
        with TemporaryDirectory() as folder:
            path, fresh = Path(folder) / "reports.db", Path(folder) / "fresh.db"
            latest: dict[str, tuple[Document, str, bool]] = {}
            with Store(path) as store:
                for step, (content, readable) in enumerate(history):
                    latest[content.source.sha256] = (content, str(step), readable)
                    _read(store, content, str(step), readable=readable)
                assert_sound(store.db)
                for content, _, readable in latest.values():
                    expected = content if readable else None
                    assert store.load(content.source.sha256) == expected
            with Store(fresh) as store:
                for _, (content, version, readable) in sorted(latest.items()):
                    _read(store, content, version, readable=readable)
            assert rows(path) == rows(fresh)


def _read(store: Store, content: Document, version: str, *, readable: bool) -> None:
    if readable:
        save(store, content, version)
    else:
        store.fail("x.pdf", content.source.sha256, DAMAGED, parser_version=version)
