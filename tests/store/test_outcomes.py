"""Outcomes in the store: whatever came first, and whatever goes."""

import sqlite3
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest

from extract.store import Store
from schemas import Council, Document, Meeting, Part, Problem, Report, Sitting, Source
from schemas.vocabulary import DocumentKind, PartKind, ProblemCode, Reader
from tests.store.databases import assert_sound, fill, rows
from tests.store.invented import FELLDALE, HARBOURNE, digest
from tests.store.invented_packs import MINUTES, PACK

DAY = "2026-04-02"
TITLE = "Closure of the North Slipway"
RESOLVED = "RESOLVED: That the recommendations in the report be approved."


def report_to(committee: str, name: str = "slipway.pdf", council: Council = FELLDALE) -> Document:
    """A document with one report."""
    return Document(
        source=Source(
            path=name,
            sha256=digest(name),
            media_type="application/pdf",
            pages=2,
            reader=Reader.NATIVE,
        ),
        kind=DocumentKind.REPORT,
        council=council,
        reports=(
            Report(
                council=council,
                meeting=Meeting(committee=committee, date=DAY),
                title=TITLE,
                agenda_item="4",
            ),
        ),
    )


def minutes_of(
    committee: str,
    text: str = f"4. {TITLE}\n\n{RESOLVED}",
    *,
    name: str = "minutes.txt",
    kind: PartKind = PartKind.MINUTES,
) -> Document:
    """A document of minutes, or a notice."""
    sitting = Sitting(committee=committee, date=DAY)
    return Document(
        source=Source(path=name, sha256=digest(name), media_type="text/plain", reader=Reader.TEXT),
        kind=DocumentKind(kind),
        council=FELLDALE,
        meeting=sitting,
        parts=(Part(kind=kind, title="Minutes", start=0, end=9, meeting=sitting, text=text),),
    )


NOTICE = minutes_of("Cabinet", name="notice.txt", kind=PartKind.DECISIONS)


def outcomes(path: Path) -> list[tuple[str, str, int]]:
    """Titles of reports with their outcomes and whether they say "as recommended"."""
    with sqlite3.connect(path) as connection:
        return connection.execute(
            "SELECT reports.title, outcomes.text, as_recommended FROM outcomes"
            " JOIN reports ON reports.id = report_id ORDER BY outcomes.id"
        ).fetchall()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reports.db"


def test_minutes_say_what_became_of_a_report(path: Path) -> None:
    fill(path, report_to("Cabinet"), minutes_of("Cabinet"))
    assert outcomes(path) == [(TITLE, RESOLVED, 1)]
    with sqlite3.connect(path) as connection:
        (printed, text) = connection.execute(
            "SELECT substr(parts.text, text_start + 1, text_end - text_start), outcomes.text"
            " FROM outcomes JOIN parts ON parts.id = part_id"
        ).fetchone()
    assert printed == text


@pytest.mark.parametrize("printed", ["THE CABINET", "Felldale Borough Council Cabinet"])
def test_one_body_may_be_printed_in_two_ways(path: Path, printed: str) -> None:
    fill(path, report_to("Cabinet"), minutes_of(printed))
    assert len(outcomes(path)) == 1


@pytest.mark.parametrize(
    "other",
    [
        report_to("Cabinet Committee"),
        report_to("Scrutiny Committee"),
        report_to("Cabinet", council=HARBOURNE),
    ],
)
def test_what_another_body_decided_is_no_outcome(path: Path, other: Document) -> None:
    fill(path, other, minutes_of("Cabinet"))
    assert outcomes(path) == []


@pytest.mark.parametrize(
    "order", list(permutations((report_to("Cabinet"), minutes_of("Cabinet"), NOTICE, PACK)))
)
def test_the_order_of_reading_does_not_matter(
    path: Path, tmp_path: Path, order: Sequence[Document]
) -> None:
    expected = fill(
        tmp_path / "first.db", PACK, report_to("Cabinet"), NOTICE, minutes_of("Cabinet")
    )
    assert rows(fill(path, *order)) == rows(expected)
    assert len(outcomes(path)) == 2


def test_with_the_paper_the_outcome_goes_and_with_its_words_it_changes(path: Path) -> None:
    fill(path, report_to("Cabinet"), NOTICE, minutes_of("Cabinet"))
    fill(path, minutes_of("Cabinet", f"4. {TITLE}\n\nRESOLVED: That it stays open."), version="2")
    assert {text for _, text, _ in outcomes(path)} == {RESOLVED, "RESOLVED: That it stays open."}
    problem = Problem(code=ProblemCode.DAMAGED, message="Half of the file is missing.")
    with Store(path) as store:
        for name in ("minutes.txt", "notice.txt"):
            store.fail(name, digest(name), problem, parser_version="3")
        assert_sound(store.db)
    assert outcomes(path) == []
    fill(path, NOTICE, version="4")
    expected = fill(path.with_name("anew.db"), report_to("Cabinet"), NOTICE)
    assert rows(path)["outcomes"] == rows(expected)["outcomes"]


def test_a_report_that_goes_takes_its_outcome_along(path: Path) -> None:
    fill(path, report_to("Cabinet"), minutes_of("Cabinet"))
    retitled = report_to("Cabinet")
    other = retitled.reports[0].model_copy(update={"title": "Opening of the South Slipway"})
    fill(path, retitled.model_copy(update={"reports": (other,)}), version="2")
    assert outcomes(path) == []


def test_older_databases_get_them(path: Path) -> None:
    before = rows(fill(path, PACK, MINUTES, report_to("Cabinet"), minutes_of("Cabinet")))
    assert len(before["outcomes"]) == 2
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE outcomes_fts")
        connection.execute("DROP TABLE outcomes")
        connection.execute("DROP INDEX parts_of_decisions")
        connection.execute(
            "CREATE INDEX parts_of_decisions ON parts(meeting_date)"
            " WHERE kind IN ('minutes', 'decisions')"
        )
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'add_outcomes'")
    connection.close()
    with Store(path) as store:
        assert_sound(store.db)
    assert rows(path) == before
