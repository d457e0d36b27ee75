"""The home page: what is here, what is not, where to begin."""

import sqlite3
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.site.conftest import Serve


async def test_its_numbers_are_those_of_the_rows(serve: Serve, archive_db: Path) -> None:
    page = LexborHTMLParser((await serve().client.get("/")).text)
    shown = {
        name.text(): int(number.text().replace(",", ""))
        for name, number in zip(page.css(".numbers dt"), page.css(".numbers dd"), strict=True)
    }
    with sqlite3.connect(archive_db) as db:
        for label in ("committees", "meetings", "reports", "recommendations", "implications"):
            assert shown[label] == db.execute(f"SELECT count(*) FROM {label}").fetchone()[0]


async def test_it_says_how_many_documents_failed(serve: Serve, archive_db: Path) -> None:
    with sqlite3.connect(archive_db) as db:
        (failed,) = db.execute("SELECT count(*) FROM documents WHERE status <> 'read'").fetchone()
    text = (await serve().client.get("/")).text
    assert failed
    assert f"{failed} of " in text
    assert "could not be read" in text


async def test_the_newest_meetings_come_first(serve: Serve, archive_db: Path) -> None:
    page = LexborHTMLParser((await serve().client.get("/")).text)
    links = [link.attributes["href"] for link in page.css("a[href^='/meeting/']")]
    with sqlite3.connect(archive_db) as db:
        newest = db.execute("SELECT max(date) FROM meetings").fetchone()[0]
    assert links[0] is not None
    assert links[0].endswith(newest)


async def test_where_the_site_is_below_a_path_links_lead_there(archive_db: Path) -> None:
    from datasette.app import Datasette

    site = Datasette(immutables=[str(archive_db)], settings={"base_url": "/papers/"})
    page = LexborHTMLParser((await site.client.get("/")).text)
    links = [link.attributes["href"] or "" for link in page.css("a[href], link[href]")]
    assert all(link.startswith(("/papers/", "#", "https://datasette.io")) for link in links), links
