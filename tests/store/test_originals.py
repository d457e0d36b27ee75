"""Files that are kept beside a database, and which of them go."""

from hashlib import sha256
from pathlib import Path

from extract.originals import Originals
from extract.store import Store
from tests.store.databases import fill
from tests.store.invented_packs import MINUTES, PACK


def test_what_the_database_has_no_more_goes_and_nothing_else(tmp_path: Path) -> None:
    db = fill(tmp_path / "reports.db", PACK, MINUTES)
    originals = Originals.beside(db)
    for paper in (PACK, MINUTES):
        originals.keep(paper.source.sha256, paper.source.media_type, b"a paper")
    gone = sha256(b"replaced").hexdigest()
    originals.keep(gone, "application/pdf", b"replaced")
    originals.keep(gone, "application/octet-stream", b"replaced")
    others = [originals.folder / "README", originals.path_of(gone, "").parent / "notes.txt"]
    for other in others:
        other.write_text("not ours")
    with Store(db) as store:
        removed = originals.remove_others(lambda one: store.load(one) is not None)
    assert removed == 2
    kept = {path for path in originals.folder.rglob("*") if path.is_file()}
    papers = {originals.path_of(x.source.sha256, x.source.media_type) for x in (PACK, MINUTES)}
    assert kept == {*papers, *others}
    assert originals.remove_others(lambda _: True) == 0


def test_there_may_be_none(tmp_path: Path) -> None:
    assert Originals(tmp_path / "none").remove_others(lambda _: False) == 0
