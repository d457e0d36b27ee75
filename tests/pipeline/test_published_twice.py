"""Documents to database: a report that is published alone and in a pack is there once."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from extract.runs.outcome import State
from extract.store import Store
from tests.packs.leaves import agenda, bound, minutes, report
from tests.runs.building import build

SHARED = Path(__file__).parents[3] / "shared"
HARBOUR, GREEN = "Repair of the harbour wall", "Letting of pitches on the green"


def published(db: Path, documents: Iterable[Path]) -> list[tuple[str, list[str]]]:
    """Each report of a new database: its title, and the files that it was published in."""
    outcomes = build(db, *documents)
    assert {outcome.state for outcome in outcomes} == {State.READ}
    found: dict[tuple[str, int], list[str]] = {}
    with Store(db) as store:
        for title, key, path in store.db.execute(
            "SELECT reports.title, reports.id, documents.path FROM reports"
            " JOIN report_sources ON report_sources.report_id = reports.id"
            " JOIN documents ON documents.sha256 = report_sources.document_sha256"
            " ORDER BY reports.title, documents.path"
        ):
            found.setdefault((title, key), []).append(Path(path).name)
    return [(title, names) for (title, _), names in found.items()]


def test_reports_of_a_pack_and_the_same_alone(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    pack = [
        agenda(
            "1. Minutes (Pages 2 - 2)",
            f"2. {GREEN} (Pages 3 - 4)",
            f"3. {HARBOUR} (Pages 5 - 6)",
        ),
        *minutes(),
        *report(GREEN),
        *report(HARBOUR),
    ]
    numbered = [page.numbered(f"Page {at}") for at, page in enumerate(pack, 1)]
    (folder / "pack.pdf").write_bytes(bound(numbered))
    (folder / "green.pdf").write_bytes(bound(report(GREEN)))
    (folder / "wall.pdf").write_bytes(bound(report(HARBOUR)))
    assert published(tmp_path / "reports.db", [folder]) == [
        (GREEN, ["green.pdf", "pack.pdf"]),
        (HARBOUR, ["pack.pdf", "wall.pdf"]),
    ]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not here")
@pytest.mark.parametrize(
    ("council", "reports", "twice"),
    [("plymouth-city-council", 5, 2), ("sheffield-city-council", 5, 2)],
)
def test_published_packs_and_their_reports(
    tmp_path: Path, council: str, reports: int, twice: int
) -> None:
    found = published(tmp_path / "reports.db", [SHARED / "synthetic" / "docs" / council])
    assert len(found) == reports
    sources = sorted(len(names) for _, names in found)
    assert sources == [1] * (reports - twice) + [2] * twice


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not here")
def test_a_report_that_was_published_again_with_other_figures(tmp_path: Path) -> None:
    """It was in the pack of the meeting first; a supplement has it with this year's numbers."""
    papers = sorted((SHARED / "real" / "kent-county-council").glob("*0109-transfer*"))
    assert len(papers) == 2
    (title, names), (title_again, names_again) = published(tmp_path / "reports.db", papers)
    assert title == title_again
    assert {*names, *names_again} == {path.name for path in papers}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not here")
def test_a_report_alone_and_in_a_pack_that_is_plain_text(tmp_path: Path) -> None:
    papers = SHARED / "real" / "bristol-city-council"
    alone = papers / "src-bcc-0009-committee-report-wpl-october-2025.pdf"
    found = published(tmp_path / "reports.db", [papers / "src-bcc-0011.txt", alone])
    assert [names for _, names in found if len(names) > 1] == [[alone.name, "src-bcc-0011.txt"]]
