"""No page of a pack is unaccounted for: in the record, and in a database made of it."""

from pathlib import Path

import pytest

from extract.evaluate.gold import read_gold
from extract.pipeline import parse_file
from extract.store import Store
from schemas.vocabulary import DocumentKind
from tests.accounted import UNACCOUNTED, unaccounted

ROOT = Path(__file__).resolve().parents[2]
PLACES = (ROOT / "corpus", ROOT.parent / "shared")

#: Documents that are labelled as packs: the project's own, and those beside it where they are.
PACKS = [
    place / gold.stated.document
    for place in PLACES
    if place.is_dir()
    for gold in read_gold([place / "gold"])
    if gold.stated.kind is DocumentKind.AGENDA_PACK
]


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem[:40])
def test_every_page_of_a_published_pack_is_in_one_part(path: Path, tmp_path: Path) -> None:
    document = parse_file(path)
    assert document.kind is DocumentKind.AGENDA_PACK
    assert unaccounted(document) == []
    with Store(tmp_path / "packs.db") as store:
        store.save(document, parser_version="1")
        assert store.db.execute(UNACCOUNTED).fetchall() == []
        parts = store.db["parts"].count
        assert parts == len(document.parts) > 1
        assert store.load(document.source.sha256) == document
