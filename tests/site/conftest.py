"""Sites on invented records, served in this process by a real Datasette."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from playwright.sync_api import Browser

from docs.browser import NoBrowserError, open_browser
from extract.originals import Originals
from extract.runs.build import Settings
from extract.runs.outcome import State
from extract.store import Store
from extract.store.describe import metadata
from extract.store.files import Seen
from schemas.vocabulary import ProblemCode
from tests.cli.command import REPORT
from tests.runs.building import build
from tests.store.databases import fill
from tests.store.invented import DOCUMENTS, SCAN, SCAN_PROBLEM, digest
from tests.store.invented_copies import ALONE, PACK
from tests.store.invented_packs import PACKS

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "reports"
#: A sample that is not for publication as a whole.
EXEMPT_PAPER = "powys-county-council/lease-of-livestock-market.pdf"

#: Makes a site on a database, with settings of the plugin.
Serve = Callable[..., Datasette]


@pytest.fixture(scope="session")
def archive_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of invented records, one of them a failure."""
    path = tmp_path_factory.mktemp("archive") / "reports.db"
    with Store(path) as store:
        run = store.start_run(parser_version="1")
        with store.db.atomic():
            shut = Seen("papers/shut.pdf", problem=ProblemCode.UNREADABLE)
            store.files.note([shut], run)
        store.fail(SCAN, digest(SCAN), SCAN_PROBLEM, parser_version="1")
    fill(path, *DOCUMENTS, *PACKS, ALONE, PACK)
    return path


@pytest.fixture(scope="session")
def built_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that a build made of sample papers, with their originals beside it.

    Papers of one council, among them a pack; one of another that is exempt; a text.
    """
    folder = tmp_path_factory.mktemp("built")
    text = folder / "wall.txt"
    text.write_text(REPORT, encoding="utf-8")
    papers = [CORPUS / "plymouth-city-council", CORPUS / EXEMPT_PAPER, text]
    db = folder / "reports.db"
    outcomes = build(db, *papers, settings=Settings(originals=Originals.beside(db)))
    assert {outcome.state for outcome in outcomes} == {State.READ}
    return db


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real browser; where there is none, the tests that need it are skipped and say so.

    Closed with its module: while it is open no other event loop can run.
    """
    try:
        with open_browser() as browser:
            yield browser
    except NoBrowserError as error:
        pytest.skip(str(error))


@pytest.fixture
def serve(archive_db: Path) -> Serve:
    """A site on the invented records, or on another database."""

    def served(db: Path = archive_db, **settings: Any) -> Datasette:
        given: Mapping[str, Any] = {**metadata(), "plugins": {"council-reports": settings}}
        return Datasette(immutables=[str(db)], metadata=given)

    return served
