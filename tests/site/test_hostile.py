"""Whatever stands in a document is shown as text, on every page and in every export."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from selectolax.lexbor import LexborHTMLParser

from schemas import Document
from tests.site.conftest import Serve
from tests.store.databases import fill
from tests.store.invented import DOCUMENTS
from tests.store.invented_packs import PACKS

SCRIPT = "<script>document.title='taken'</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
HOSTILE = (
    SCRIPT,
    IMAGE,
    "=HYPERLINK(1)",
    "{{ 7919 * 7907 }}",
    "</textarea></title></style>",
    "\u202etnemucod",
    "w" * 3000,
)
#: Keys of a record whose values are words of the document.
WORDS = (
    *("title", "text", "name", "post", "committee", "venue", "heading", "summary", "reasons"),
    *("alternatives", "statement", "ward", "reference", "context"),
)
#: Attributes that run what they hold.
RUNS = ("onerror", "onload", "onclick", "onmouseover", "onfocus")


def spoilt(value: Any, hostile: str, key: str = "") -> Any:
    """A record as JSON with the hostile words before each of its words."""
    if isinstance(value, dict):
        return {name: spoilt(one, hostile, name) for name, one in value.items()}
    if isinstance(value, list):
        return [spoilt(one, hostile, key) for one in value]
    return f"{hostile} {value}" if key in WORDS and isinstance(value, str) else value


@pytest.fixture(scope="module", params=HOSTILE, ids=lambda hostile: str(hostile)[:12])
def hostile(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def hostile_db(hostile: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    records = (
        Document.model_validate(spoilt(one.model_dump(mode="json"), hostile))
        for one in (*DOCUMENTS[:2], PACKS[0])
    )
    return fill(tmp_path_factory.mktemp("hostile") / "reports.db", *records)


async def pages(site: Datasette) -> dict[str, str]:
    """Every page that is found by the links of the others, by its address."""
    found: dict[str, str] = {}
    waiting = ["/", "/search?q=the", "/compare", "/councils", "/ledger", "/reports/reports"]
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        answer = await site.client.get(address)
        assert answer.status_code == 200, address
        found[address] = answer.text
        for link in LexborHTMLParser(answer.text).css("main a[href]"):
            href = (link.attributes["href"] or "").partition("#")[0]
            kind = href.split("/")[1] if href.startswith("/") else ""
            wanted = kind in ("report", "paper", "council", "committee", "person", "meeting")
            if wanted and "?" not in href:
                waiting.append(href)
    return found


async def test_no_page_runs_what_a_document_says(
    serve: Serve, hostile_db: Path, hostile: str
) -> None:
    found = await pages(serve(hostile_db))
    kinds = {address.split("/")[1].partition("?")[0] for address in found}
    assert {"", "search", "report", "paper", "council", "committee", "person", "meeting"} <= kinds
    shown = 0
    for address, text in found.items():
        page = LexborHTMLParser(text)
        for script in page.css("script"):
            assert "taken" not in script.text(), address
        assert page.css("img[src=x]") == [], address
        for attribute in RUNS:
            assert page.css(f"[{attribute}]") == [], address
        assert len(page.css("main")) == 1, address
        assert page.css("footer"), address
        assert "62615533" not in text, address  # what a template would make of it
        body = page.body
        shown += body is not None and hostile in " ".join(body.text().split("\n"))
    assert shown >= len(found) / 2


async def test_no_spreadsheet_computes_what_a_document_says(
    serve: Serve, hostile_db: Path, hostile: str
) -> None:
    site = serve(hostile_db)
    for address in ("/search.csv", "/compare.csv"):
        text = (await site.client.get(address)).text.removeprefix("\ufeff")
        cells = [cell for line in csv.reader(io.StringIO(text, newline="")) for cell in line]
        assert not [cell for cell in cells if cell.startswith("=")]
    found = (await site.client.get("/search.csv")).text
    assert hostile.replace('"', '""') in found


async def test_feeds_and_json_hold_it_as_text(serve: Serve, hostile_db: Path, hostile: str) -> None:
    from xml.etree import ElementTree

    site = serve(hostile_db)
    feed = await site.client.get("/search.atom")
    titles = [one.text or "" for one in ElementTree.fromstring(feed.text).iter() if one.text]
    assert any(hostile in title for title in titles)
    assert hostile in str((await site.client.get("/search.json")).json()) or "\u202e" in hostile
