"""The page of a paper that is no report: minutes, an agenda, an appendix."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from datasette.app import Datasette

from extract.originals import Originals
from extract.site.contacts import HIDDEN
from extract.site.paper_text import STRETCH, Passage, stretches
from schemas import Document
from tests.site.conftest import Serve
from tests.site.reading import links, read, section, text_of
from tests.site.test_pdf_pages import pdf
from tests.store.databases import fill
from tests.store.invented_packs import AGENDA, MINUTES, MINUTES_TEXT, PACK

HARBOURS = "/meeting/FEL_harbours-and-moorings-committee_2026-05-14"
BEFORE = "/meeting/FEL_harbours-and-moorings-committee_2026-02-19"


def paper_of(db: Path, kind: str, document: str = "harbours-pack.pdf") -> str:
    """The address of the first paper of a kind in a document."""
    with closing(sqlite3.connect(db)) as connection:
        (number,) = connection.execute(
            "SELECT parts.id FROM parts JOIN documents ON documents.sha256 = document_sha256"
            " WHERE parts.kind = ? AND path LIKE '%' || ? ORDER BY position",
            [kind, document],
        ).fetchone()
    return f"/paper/{number}"


def with_text(document: Document, at: int, text: str) -> Document:
    """The document with another text of one of its parts."""
    parts = list(document.parts)
    parts[at] = parts[at].model_copy(update={"text": text})
    return document.model_copy(update={"parts": tuple(parts)})


async def test_minutes_in_a_later_pack_are_of_their_own_meeting(
    serve: Serve, archive_db: Path
) -> None:
    page = await read(serve(), paper_of(archive_db, "minutes"))
    assert text_of(page, "h1") == "Minutes: Harbours and Moorings Committee, 19 February 2026"
    facts = text_of(page, ".facts")
    assert "19 February 2026" in facts
    assert "harbours-pack.pdf (agenda pack, pages 3 to 4 of 15)" in facts
    assert BEFORE in list(links(page))
    said = [one.text() for one in section(page, "text").css("p.said")]
    assert said == MINUTES_TEXT.split("\n\n")
    assert page.css_first("#items") is None
    assert page.css_first("#reports") is None


async def test_an_agenda_has_its_items_and_the_reports_of_its_meeting(
    serve: Serve, archive_db: Path
) -> None:
    page = await read(serve(), paper_of(archive_db, "agenda"))
    items = [" ".join(one.text().split()) for one in section(page, "items").css("li")]
    assert items[0] == "1 Apologies"
    assert items[4] == "5 Sale of the Old Chandlery Exempt, paragraph 3"
    reports = [link.text() for link in section(page, "reports").css("a[href^='/report/']")]
    assert reports == ["Dredging of the Inner Basin", "Mooring charges"]


async def test_an_appendix_leads_to_its_report_and_a_report_has_its_own_page(
    serve: Serve, archive_db: Path
) -> None:
    site = serve()
    page = await read(site, paper_of(archive_db, "appendix"))
    (report,) = [link for link in links(page) if link.startswith("/report/")][:1]
    assert "Dredging of the Inner Basin" in text_of(await read(site, report), "h1")
    assert paper_of(archive_db, "appendix") in list(links(await read(site, report)))
    answer = await site.client.get(paper_of(archive_db, "report"))
    assert answer.status_code == 302
    assert answer.headers["location"] == report


async def test_what_is_withheld_is_not_shown_but_named(serve: Serve, archive_db: Path) -> None:
    page = await read(serve(), paper_of(archive_db, "withheld"))
    assert text_of(page, "h1") == "B: Tenders received"
    told = text_of(section(page, "text"), "section")
    assert "These words may not be shown: it stands in place of a paper that is withheld." in told
    assert "this page is left out" not in (page.html or "")
    assert "This page may not be shown" in text_of(page, "#leaf")


async def test_it_is_cited_with_its_committee_and_day(serve: Serve, archive_db: Path) -> None:
    page = await read(serve(), paper_of(archive_db, "minutes", "harbours-minutes.html"))
    assert text_of(page, "#cite-line").startswith(
        "Felldale. “Minutes of the Harbours and Moorings Committee”."
        " Minutes, Harbours and Moorings Committee, 14 May 2026. Retrieved from http"
    )
    tags = {tag.attributes["name"]: tag.attributes["content"] for tag in page.css("meta[name]")}
    assert tags["DC.title"] == "Minutes of the Harbours and Moorings Committee"
    assert tags["DC.date"] == "2026-05-14"
    assert page.css_first("#source") is None  # a web page has no pages to draw


async def test_a_long_text_is_read_in_parts(serve: Serve, tmp_path: Path) -> None:
    text = "\n\n".join(f"Paragraph {number}. {'Silt. ' * 40}" for number in range(4000))
    db = fill(tmp_path / "reports.db", with_text(PACK, 1, text))
    site, address = serve(db), paper_of(tmp_path / "reports.db", "minutes")
    first = await read(site, address)
    assert "Paragraph 0." in text_of(first)
    assert len(first.html or "") < 3 * STRETCH
    second = await read(site, first.css("nav.pages a[rel=next]")[0].attributes["href"] or "")
    assert "Paragraph 0." not in text_of(second)
    assert re.search(r"Part 2 of \d+ of a long text", text_of(second))
    place = text.index("Paragraph 3000.")
    found = await read(site, f"{address}?passage={place}-{place + 10}")
    (marked,) = found.css("p.shown")
    assert marked.text().startswith("Paragraph 3000.")
    assert marked.attributes["id"] == "passage"
    for odd in ("passage=9-1", "passage=999999999-999999999", "text=0", "text=x", "page=999"):
        assert (await site.client.get(f"{address}?{odd}")).status_code == 200


async def test_from_a_search_the_reader_comes_to_the_words(serve: Serve, tmp_path: Path) -> None:
    text = "\n\n".join(
        f"Paragraph {number}. {'Two pontoons sank. ' * (number % 1500 == 1400)}{'Silt. ' * 40}"
        for number in range(4000)
    )
    db = fill(tmp_path / "reports.db", with_text(PACK, 1, text))
    site = serve(db)
    found = await read(site, "/search?q=pontoon")
    (link,) = [one for one in links(found) if one.startswith("/paper/")]
    page = await read(site, link)
    assert [one.text()[:15] for one in page.css("p.shown")] == ["Paragraph 1400."]
    told = text_of(page, "section[aria-labelledby='text']")
    assert re.search(r"What you searched for stands in parts \d+, \d+\.", told)
    later = await read(site, page.css("section p.soft a")[1].attributes["href"] or "")
    assert [one.text()[:15] for one in later.css("p.shown")] == ["Paragraph 2900."]
    for odd in ("q=", "q=%22", "q=(AND", "q=*", "q=" + "x" * 2000, "q=pontoon&text=1"):
        assert (await site.client.get(f"{link.partition('?')[0]}?{odd}")).status_code == 200


def test_no_paragraph_is_lost_between_stretches() -> None:
    text = "\n\n".join("x" * size for size in (1, STRETCH + 1, 2, STRETCH, 3))
    parts = stretches(text, Passage(0, 1))
    found = [one for part in parts for one in part]
    assert [one.text for one in found] == text.split("\n\n")
    assert [text[one.start : one.start + len(one.text)] for one in found] == text.split("\n\n")
    assert [one.marked for one in found] == [True, False, False, False, False]
    assert len(parts) > 1
    assert stretches("") == [[]]


async def test_pages_of_the_document_stand_beside_it(serve: Serve, tmp_path: Path) -> None:
    db = fill(tmp_path / "reports.db", AGENDA)
    Originals.beside(db).keep(
        AGENDA.source.sha256, "application/pdf", pdf(tmp_path / "any.pdf").read_bytes()
    )
    site, address = serve(db), paper_of(db, "agenda", "harbours-agenda.pdf")
    page = await read(site, address)
    picture = page.css("#leaf img")[0].attributes["src"] or ""
    assert picture.endswith("/1.png")
    assert (await site.client.get(picture)).status_code == 200
    (after,) = page.css("#leaf nav a")
    beside = await read(site, after.attributes["href"] or "")
    assert (beside.css("#leaf img")[0].attributes["src"] or "").endswith("/2.png")
    alone = await site.client.get(f"{address}/page?page=2")
    assert "/2.png" in alone.text
    assert "<html" not in alone.text


async def test_contacts_are_hidden_on_request(serve: Serve, tmp_path: Path) -> None:
    text = "Ask Edwin Thrale, e.thrale@felldale.example, 01632 960 123."
    db = fill(tmp_path / "reports.db", with_text(MINUTES, 0, text))
    address = paper_of(db, "minutes", "harbours-minutes.html")
    assert text in text_of(await read(serve(db), address))
    hidden = text_of(await read(serve(db, hide_contacts=True), address))
    assert f"Ask Edwin Thrale, {HIDDEN}, {HIDDEN}." in hidden


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30])
async def test_no_paper_is_told_so(serve: Serve, number: str) -> None:
    answer = await serve().client.get(f"/paper/{number}")
    assert answer.status_code == 404
    assert "no such paper" in answer.text


async def test_search_leads_there(serve: Serve, archive_db: Path) -> None:
    site: Datasette = serve()
    page = await read(site, "/search?q=pontoon")
    assert f"{paper_of(archive_db, 'minutes')}?q=pontoon" in list(links(page))
    answer = (await site.client.get("/search.json?q=pontoon")).json()
    assert paper_of(archive_db, "minutes") in str(answer)
