"""The ledger: what was read, what was not, what to do about it, what is missing."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from extract.problems import ADVICE
from extract.store import RunCounts, Store
from extract.store.coverage import MeetingYear, ReportYear, coverage
from schemas.vocabulary import ProblemCode
from tests.site.conftest import Serve
from tests.site.reading import links, read, section, text_of
from tests.store.databases import fill
from tests.store.invented import DOCUMENTS


async def test_what_was_read_is_counted_by_kind(serve: Serve, archive_db: Path) -> None:
    kinds = section(await read(serve(), "/ledger"), "read")
    shown = {row.css("th")[0].text(): int(row.css("td")[0].text()) for row in kinds.css("tbody tr")}
    with sqlite3.connect(archive_db) as db:
        (read_documents,) = db.execute(
            "SELECT count(*) FROM documents WHERE status = 'read'"
        ).fetchone()
    assert sum(shown.values()) == read_documents
    assert shown["notice of decisions"] == 1


async def test_what_was_not_read_stands_first_with_what_to_do(serve: Serve) -> None:
    problems = section(await read(serve(), "/ledger"), "problems")
    rows = [[cell.text().strip() for cell in row.css("th, td")] for row in problems.css("tbody tr")]
    assert rows[0] == [
        "Pictures of pages, without words. no_text",
        "Install the reader of pictures (OCR).",
        "1",
        "1",
        "1",
    ]
    assert {row[0].split()[-1] for row in rows} == {"no_text", "council_unknown", "page_failed"}
    found = list(links(problems))
    assert "/reports/problems?code=page_failed" in found
    assert "/reports/ledger?status=no_text" in found


def test_every_problem_has_its_meaning_and_advice() -> None:
    assert set(ADVICE) == set(ProblemCode)
    texts = [text for advice in ADVICE.values() for text in (advice.cause, advice.remedy)]
    assert all(text.endswith(".") for text in texts)
    assert len({advice.cause for advice in ADVICE.values()}) == len(ADVICE)


async def test_reports_without_a_council_are_counted_and_one_click_away(serve: Serve) -> None:
    missing = section(await read(serve(), "/ledger"), "missing")
    assert "1 without a council" in " ".join(
        f"{div.css('dd')[0].text()} {div.css('dt')[0].text()}" for div in missing.css("dl div")
    )
    assert "/reports/reports?council_code__isnull=1" in list(links(missing))


async def test_coverage_has_a_row_for_each_council(serve: Serve) -> None:
    table = section(await read(serve(), "/ledger"), "coverage")
    assert [row.css("th")[0].text() for row in table.css("tbody tr")] == [
        "Cwm Arian",
        "Felldale",
        "Harbourne",
    ]
    felldale = [" ".join(cell.text(separator=" ").split()) for cell in table.css("td")[2:4]]
    assert felldale == ["1 / 1 1 month empty December", "3 / 2 2 months empty January March"]


def test_a_gap_lies_between_the_first_and_the_last_meeting() -> None:
    table = coverage(
        {"HBN": "Harbourne", "NEV": "Never"},
        [
            MeetingYear("HBN", 2023, 2, "[10,12]"),
            MeetingYear("HBN", 2025, 1, "[2]"),
        ],
        [ReportYear("HBN", 2024, 3), ReportYear("HBN", 2026, 1)],
    )
    assert table.years == (2023, 2024, 2025, 2026)
    assert not table.more
    harbourne, never = table.rows
    assert [cell.in_gap for cell in harbourne.cells] == [False, True, False, False]
    assert [cell.reports for cell in harbourne.cells] == [0, 3, 0, 1]
    assert [len(cell.empty) for cell in harbourne.cells] == [1, 12, 1, 0]
    assert harbourne.cells[0].empty == ("November",)
    assert harbourne.cells[2].empty == ("January",)
    assert not any(cell.in_gap or cell.empty for cell in never.cells)


def test_no_paper_makes_no_table() -> None:
    assert coverage({"NEV": "Never"}, [], []).years == ()


def test_a_misprinted_year_does_not_make_a_table_of_centuries() -> None:
    meetings = [MeetingYear("HBN", 1026, 1, "[1]"), MeetingYear("HBN", 2026, 1, "[1]")]
    table = coverage({"HBN": "Harbourne"}, meetings, [])
    assert len(table.years) == 12
    assert table.years[-1] == 2026
    assert table.more


async def test_builds_are_listed_with_what_they_read(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "reports.db"
    with Store(path) as store:
        run = store.start_run(parser_version="1", at=datetime(2026, 3, 1, 9, 30, tzinfo=UTC))
        store.finish_run(
            run,
            RunCounts(read=4, unchanged=2, failed=1),
            at=datetime(2026, 3, 1, 9, 45, tzinfo=UTC),
        )
        store.start_run(parser_version="1", at=datetime(2026, 3, 2, 9, 30, tzinfo=UTC))
    runs = section(await read(serve(path), "/ledger"), "runs")
    rows = [[cell.text() for cell in row.css("th, td")] for row in runs.css("tbody tr")]
    assert rows == [
        ["2026-03-02 09:30", "Cut short, or still going", "0", "0", "0"],
        ["2026-03-01 09:30", "2026-03-01 09:45", "4", "2", "1"],
    ]


async def test_numbers_from_before_a_build_that_was_cut_short_are_marked(
    serve: Serve, tmp_path: Path
) -> None:
    path = fill(tmp_path / "reports.db", DOCUMENTS[0])
    words = "these numbers are those before it"
    assert words not in text_of(await read(serve(path), "/ledger"))
    with sqlite3.connect(path) as db:
        db.execute("UPDATE totals SET current = 0")
    assert words in text_of(await read(serve(path), "/ledger"))


async def test_an_archive_where_all_is_well_says_so(serve: Serve, tmp_path: Path) -> None:
    page = await read(serve(fill(tmp_path / "reports.db", DOCUMENTS[0])), "/ledger")
    assert "Every document was read, and everything added up." in text_of(page)
