"""The archive for measuring the site: as many reports as asked for, all different, all sound."""

from itertools import pairwise
from pathlib import Path

import pytest

from bench.archive import Archive
from extract.runs.saving import read_register
from extract.store import Store
from schemas import Document
from schemas.vocabulary import DocumentKind
from tests.store.databases import assert_sound
from tests.store.invented import DOCUMENTS
from tests.store.invented_packs import PACKS

REPORTS = 60


def made(seed: int) -> list[Document]:
    """Documents of an archive that varies invented records."""
    return list(Archive((*DOCUMENTS, *PACKS), read_register(), seed).documents(REPORTS))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "reports.db"
    with Store(path) as store:
        for document in made(seed=1):
            store.save(document, parser_version="1", register=read_register())
    return path


def test_it_holds_as_many_reports_as_asked_for_each_its_own(path: Path) -> None:
    with Store(path) as store:
        assert store.db["reports"].count == store.db["report_sources"].count == REPORTS
        assert store.db["search_entries"].count_where("kind = 'report'") == REPORTS
        assert store.db["councils"].count > 5
        assert_sound(store.db)


def test_some_meetings_have_packs_whose_papers_follow_each_other(path: Path) -> None:
    packs = [x for x in made(seed=1) if x.kind == DocumentKind.AGENDA_PACK]
    assert 0 < sum(len(pack.reports) for pack in packs) < REPORTS
    for pack in packs:
        spans = [part.pages for part in pack.parts]
        assert spans[0] == (1, 2)
        assert all(before and after and before[1] < after[0] for before, after in pairwise(spans))
        for report in pack.reports:
            pages = {place.page for place in report.evidence if place.page}
            assert report.pages
            assert pages <= set(range(report.pages[0], report.pages[1] + 1))


def test_the_seed_decides(path: Path, tmp_path: Path) -> None:
    assert made(seed=1) == made(seed=1)
    assert made(seed=1) != made(seed=2)
    with Store(path) as store:
        for document in made(seed=1):
            assert store.load(document.source.sha256) == document
