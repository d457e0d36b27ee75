"""Pictures of pages as the site serves them, and those that it does not."""

import sqlite3
from contextlib import closing
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from PIL import Image

from extract.originals import Originals
from extract.site.pdf_pages import COVER, WIDTH
from schemas import Document
from tests.site.conftest import Serve
from tests.site.test_pdf_pages import pdf
from tests.store.databases import fill
from tests.store.invented import FERRY, box, digest, document
from tests.store.invented_copies import ALONE, PACK
from tests.store.invented_packs import PACK as HARBOURS


def address(sha256: str, page: int | str) -> str:
    return f"/-/page/{quote(sha256)}/{quote(str(page))}.png"


def sha256_of(db: Path, name: str) -> str:
    """The document whose path ends so."""
    with closing(sqlite3.connect(db)) as connection:
        sql = "SELECT sha256 FROM documents WHERE path LIKE '%' || ?"
        return str(connection.execute(sql, [name]).fetchone()[0])


def kept(tmp_path: Path, *documents: Document) -> Path:
    """A database of documents, each with a PDF of two pages as its original."""
    db = fill(tmp_path / "reports.db", *documents)
    data = pdf(tmp_path / "any.pdf").read_bytes()
    for one in documents:
        Originals.beside(db).keep(one.source.sha256, "application/pdf", data)
    return db


def colours(response: httpx.Response, page_box: tuple[float, float, float, float]) -> set[object]:
    """The colours inside a box, in points, of a page 600 points wide."""
    image = Image.open(BytesIO(response.content))
    scale = image.size[0] / 600
    inside = image.crop(tuple(int(edge * scale) for edge in page_box))
    return {colour for _, colour in inside.getcolors(1_000_000) or ()}


def assert_told(response: httpx.Response, status: int, words: str) -> None:
    """A refusal is one plain line that no browser takes for anything else."""
    assert response.status_code == status
    assert words in response.text
    assert response.headers["content-type"].startswith("text/plain")
    assert "max-age" not in response.headers["cache-control"]


async def test_a_page_is_a_picture_to_keep(serve: Serve, built_db: Path) -> None:
    sha256 = sha256_of(built_db, "harbour-wall-repairs.pdf")
    response = await serve(built_db).client.get(address(sha256, 1))
    assert response.status_code == 200
    assert response.headers["content-type"] == "image/png"
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert response.headers["x-content-type-options"] == "nosniff"
    image = Image.open(BytesIO(response.content))
    assert image.format == "PNG"
    assert image.size[0] == pytest.approx(WIDTH, abs=1)


async def test_what_is_not_there_is_told(serve: Serve, built_db: Path, archive_db: Path) -> None:
    client = serve(built_db).client
    sha256 = sha256_of(built_db, "harbour-wall-repairs.pdf")
    for page in (99, 999_999):
        assert_told(await client.get(address(sha256, page)), 404, f"has no page {page}")
    for number in ("0", "-1", "01", "1e3", "٣", "9" * 5000):
        assert_told(await client.get(address(sha256, number)), 404, "counted from 1")
    for unknown in ("0" * 64, sha256.upper(), "' OR 1"):
        assert_told(await client.get(address(unknown, 1)), 404, "No document")
    assert_told(await client.get(address(sha256_of(built_db, "wall.txt"), 1)), 404, "no PDF")
    not_kept = address(digest("ferry-pack.pdf"), 1)
    assert_told(await serve(archive_db).client.get(not_kept), 404, "is not kept here")


async def test_a_damaged_original_is_told(serve: Serve, tmp_path: Path) -> None:
    db = kept(tmp_path, ALONE)
    Originals.beside(db).path_of(ALONE.source.sha256, "application/pdf").write_bytes(b"%PDF-")
    assert_told(await serve(db).client.get(address(ALONE.source.sha256, 1)), 404, "can't be drawn")


async def test_exempt_papers_are_never_served(serve: Serve, built_db: Path) -> None:
    sha256 = sha256_of(built_db, "lease-of-livestock-market.pdf")
    for page in (1, 2, 3, 99):
        response = await serve(built_db).client.get(address(sha256, page))
        assert_told(response, 403, "may not be shown: ")
        assert "exempt from publication" in response.text


async def test_a_leaf_in_a_pack_is_refused_and_its_neighbours_are_served(
    serve: Serve, tmp_path: Path
) -> None:
    parts = tuple(
        one.model_copy(update={"pages": (2, 2) if one.kind == "withheld" else (1, 1)})
        for one in HARBOURS.parts
    )
    paper = HARBOURS.model_copy(update={"parts": parts})
    client = serve(kept(tmp_path, paper)).client
    assert (await client.get(address(paper.source.sha256, 1))).status_code == 200
    assert_told(await client.get(address(paper.source.sha256, 2)), 403, "withheld")


async def test_contacts_are_painted_over_where_the_site_hides_them(
    serve: Serve, tmp_path: Path
) -> None:
    """On the first page by the evidence, of whichever source; on the second by the words."""
    there = FERRY.model_copy(update={"evidence": (box("/people/2/email", 1, 300.0),)})
    copy = PACK.reports[1].model_copy(
        update={"evidence": (box("/people/0/phone", 1, 300.0), box("/title", 1, 400.0))}
    )
    twice = PACK.model_copy(update={"reports": (PACK.reports[0], copy), "parts": ()})
    paper = document("ferry.pdf", there)
    db = kept(tmp_path, paper, ALONE, twice)
    email, title, words = (73, 301, 300, 311), (73, 401, 300, 411), (97, 93, 252, 99)
    for sha256 in (paper.source.sha256, twice.source.sha256):
        shown, hidden = (serve(db, hide_contacts=hide).client for hide in (False, True))
        assert COVER not in colours(await shown.get(address(sha256, 1)), email)
        assert COVER not in colours(await shown.get(address(sha256, 2)), words)
        assert colours(await hidden.get(address(sha256, 1)), email) == {COVER}
        assert COVER not in colours(await hidden.get(address(sha256, 1)), title)
        assert colours(await hidden.get(address(sha256, 2)), words) == {COVER}
