"""A report's page: its values, its links, and the source of each value beside it."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from datasette.app import Datasette
from selectolax.lexbor import LexborHTMLParser, LexborNode

from extract.originals import Originals
from extract.site import report_rows
from extract.site.contacts import HIDDEN
from extract.site.headers import STRICT_POLICY
from extract.site.pdf_pages import size_of
from extract.site.report import DEEPEST
from schemas import Document, Evidence, Part, Recommendation, Report, Section, Source
from schemas.vocabulary import DocumentKind, PartKind, Reader
from tests.cli.command import REPORT
from tests.site.conftest import Serve
from tests.site.test_pdf_pages import pdf
from tests.store.databases import fill
from tests.store.invented import FELLDALE, FERRY, HARBOURNE, box, digest, document
from tests.store.invented_packs import MINUTES, SECRET
from tests.store.invented_packs import PACK as HARBOURS

FERRY_TITLE = FERRY.title or ""


def number_of(db: Path, title: str) -> int:
    """The key of the report with this title."""
    with closing(sqlite3.connect(db)) as connection:
        sql = "SELECT id FROM reports WHERE title = ?"
        return int(connection.execute(sql, [title]).fetchone()[0])


async def page_of(site: Datasette, number: int, **query: str) -> LexborHTMLParser:
    response = await site.client.get(f"/report/{number}", params=query)
    assert response.status_code == 200, response.text
    return LexborHTMLParser(response.text)


def text(page: LexborHTMLParser | LexborNode, selector: str) -> str:
    """The words of an element, its white space folded."""
    found = page.css_first(selector)
    assert found is not None, selector
    return " ".join((found.text() or "").split())


def html(page: LexborHTMLParser) -> str:
    return page.html or ""


def links(page: LexborHTMLParser, selector: str = "a") -> list[str]:
    return [link.attributes["href"] or "" for link in page.css(selector)]


@pytest.fixture
def ferry(archive_db: Path) -> int:
    return number_of(archive_db, FERRY_TITLE)


async def test_it_shows_every_value_of_the_record(serve: Serve, ferry: int) -> None:
    page = await page_of(serve(), ferry)
    assert text(page, "h1") == FERRY_TITLE
    assert len(page.css("h1")) == 1
    record = text(page, "article.record")
    said = [
        FERRY.reference,
        FERRY.summary,
        FERRY.reasons,
        FERRY.alternatives,
        FERRY.meeting.venue,
        FERRY.confidentiality.statement,
        *FERRY.wards,
        *(r.text for r in FERRY.recommendations),
        *(i.heading for i in FERRY.implications),
        *(i.text for i in FERRY.implications),
        *(a.title for a in FERRY.appendices),
        *(p.title for p in FERRY.background_papers),
        *(s.reference for s in FERRY.sign_offs),
        *(s.text for s in FERRY.sums),
        *(e.title for e in FERRY.legislation),
        *(s.heading for s in FERRY.sections),
        *(s.text for s in FERRY.sections),
        *(p.name for p in FERRY.people),
        *(p.post for p in FERRY.people),
        *(p.email for p in FERRY.people),
        "12 March 2026, 14:00",
        "27 February 2026",
        "key decision",
        "exempt in part",
    ]
    for words in filter(None, said):
        assert words in record, words


async def test_every_value_has_an_anchor(serve: Serve, ferry: int) -> None:
    page = await page_of(serve(), ferry)
    anchors = {node.attributes["id"] for node in page.css("[id]")}
    for name, count in (
        ("recommendation", len(FERRY.recommendations)),
        ("implication", len(FERRY.implications)),
        ("section", len(FERRY.sections)),
        ("appendix", len(FERRY.appendices)),
        ("background-paper", len(FERRY.background_papers)),
        ("person", len(FERRY.people)),
        ("sign-off", len(FERRY.sign_offs)),
        ("sum", len(FERRY.sums)),
        ("ward", len(FERRY.wards)),
        ("act", len(FERRY.legislation)),
    ):
        assert {f"{name}-{at}" for at in range(count)} <= anchors
    assert {"title", "summary", "reasons", "alternatives", "source"} <= anchors
    assert len(page.css("[id]")) == len(anchors)
    inside = [link[1:] for link in links(page) if link.startswith("#")]
    assert set(inside) <= anchors


async def test_it_leads_to_the_council_the_committee_the_meeting_and_the_people(
    serve: Serve, ferry: int
) -> None:
    page = await page_of(serve(), ferry)
    assert links(page, "nav.trail a") == [
        "/",
        "/councils",
        "/council/HBN",
        "/committee/HBN_cabinet",
        "/meeting/HBN_cabinet_2026-03-12",
    ]
    assert "/person/HBN_ann-tregarth" in links(page, "#people a")
    assert FERRY.legislation[0].url in links(page, "#money-and-law a")
    assert "#recommendation-0" in links(page, "#money-and-law a")


async def test_recommendations_stand_in_those_that_they_belong_to(serve: Serve, ferry: int) -> None:
    page = await page_of(serve(), ferry)
    top = [text(item, ".label") for item in page.css("#recommendations > ol > li")]
    assert top == ["1", "2"]
    below = page.css("#recommendations > ol > li > ol > li")
    assert [text(item, ".label") for item in below] == ["a", "b"]
    delegating = text(page, "#recommendation-1")
    assert "Leaves the decision to Director of Place." in delegating
    assert "To be consulted: Cabinet Member for Transport." in delegating


async def test_what_implications_amount_to_is_a_word_and_a_shape(
    serve: Serve, archive_db: Path
) -> None:
    told = {}
    for title in (FERRY_TITLE, "Opening Hours of Libraries", "The Market Hall: Lettings"):
        page = await page_of(serve(), number_of(archive_db, title))
        for mark in page.css(".implication .flag"):
            told[text(mark, "span[aria-hidden]")] = (mark.text(deep=False) or "").strip()
    assert told == {
        "●": "has implications",
        "◐": "no direct implications",
        "○": "says none",
        "✕": "left blank",
    }


async def test_exempt_papers_are_marked_with_their_paragraphs(serve: Serve, ferry: int) -> None:
    page = await page_of(serve(), ferry)
    assert "exempt: paragraphs 3, 5" in text(page, "#appendix-1")
    assert "exempt" not in text(page, "#appendix-0")
    assert "exempt: paragraph 3" in text(page, "#background-paper-1")


async def test_what_was_not_found_is_told(serve: Serve, archive_db: Path) -> None:
    page = await page_of(serve(), number_of(archive_db, "Opening Hours of Libraries"))
    missing = text(page, "#not-found")
    for name in ("a summary", "reasons", "alternatives", "appendices"):
        assert name in missing
    for name in ("a title", "people", "recommendations"):
        assert name not in missing
    page = await page_of(serve(), number_of(archive_db, "Parking Charges"))
    assert "Page 1: No words on the page." in text(page, "#sources")


async def test_minutes_of_the_meeting_are_named_where_there_are_any(
    serve: Serve, tmp_path: Path, ferry: int
) -> None:
    assert (await page_of(serve(), ferry)).css("#outcome") == []
    db = fill(tmp_path / "reports.db", HARBOURS, MINUTES)
    page = await page_of(serve(db), number_of(db, "Mooring charges"))
    assert "may be in the papers" in text(page, "#outcome")
    told = text(page, "#outcome li")
    assert told.startswith("Minutes of the Harbours and Moorings Committee (minutes)")
    assert "harbours-minutes.html" in told
    (link,) = links(page, "#outcome a")
    assert "pontoon" not in html(page)  # the minutes of an earlier meeting
    assert (await serve(db).client.get(link)).status_code == 200


async def test_what_was_decided_stands_there_as_printed(serve: Serve, tmp_path: Path) -> None:
    minutes = "3. {}\n\nThey spoke.\n\nRESOLVED: That the recommendations {}be approved."
    title = "Dredging of the Inner Basin"

    async def shown(asked: str, **update: object) -> LexborHTMLParser:
        part = MINUTES.parts[0].model_copy(update={"text": minutes.format(title, asked), **update})
        paper = MINUTES.model_copy(update={"parts": (part,)})
        db = fill(tmp_path / f"{len(asked)}{len(update)}.db", HARBOURS, paper)
        page = await page_of(serve(db), number_of(db, title))
        for passage in page.css("#outcome blockquote"):
            (link,) = links(page, "#outcome figcaption a")
            read = LexborHTMLParser((await serve(db).client.get(link)).text)
            marked = [one.text() for one in read.css("p.shown")]
            assert marked == [(passage.text() or "").strip()]
        return page

    told = text(await shown(""), "#outcome figure")
    assert told.startswith("RESOLVED: That the recommendations be approved.")
    assert "as recommended Under “3. Dredging of the Inner Basin” in the minutes:" in told
    assert "as recommended" not in text(await shown("as amended "), "#outcome figcaption")
    hidden = await shown("", title="Minutes (exempt)")
    assert "RESOLVED" not in html(hidden)


async def test_it_says_how_to_cite_it(serve: Serve, ferry: int) -> None:
    page = await page_of(serve(), ferry)
    here = f"http://localhost/report/{ferry}"
    assert text(page, "#cite-line") == (
        f"Harbourne City Council. “{FERRY_TITLE}” (CAB/26/14)."
        f" Report to Cabinet, 12 March 2026, item 7. Retrieved from {here}."
    )
    tags = {tag.attributes["name"]: tag.attributes["content"] for tag in page.css("meta[name]")}
    assert tags["DC.title"] == tags["citation_title"] == FERRY_TITLE
    assert tags["DC.date"] == "2026-03-12"
    assert tags["DC.publisher"] == "Harbourne City Council"
    assert tags["DC.identifier"] == here
    assert tags["citation_author"] == "Ben Okafor"
    assert links(page, "link[rel=canonical]") == [here]


async def test_a_report_published_twice_names_both_documents(serve: Serve, built_db: Path) -> None:
    number = number_of(built_db, "Heat from the Sea for the Harbour Offices")
    page = await page_of(serve(built_db), number)
    sources = [" ".join((item.text() or "").split()) for item in page.css("#sources > ul > li")]
    assert len(sources) == 2
    assert "what this page shows" in sources[0]
    assert "the same report" in sources[1]
    assert any("agenda pack" in source and "pages" in source for source in sources)
    assert str(built_db.parent) not in html(page)  # where a file lay is nobody's business


class TestSource:
    """What stands beside the record."""

    async def test_a_value_is_shown_on_its_page_in_its_boxes(
        self, serve: Serve, built_db: Path
    ) -> None:
        number = number_of(built_db, "Harbour Wall Repairs and Tidal Flood Defence")
        site = serve(built_db)
        page = await page_of(site, number, show="/recommendations/0/text")
        assert text(page, "#source h2") == "Source: Recommendation 1"
        sheet = page.css_first("#source svg")
        assert sheet is not None
        _, _, width, height = map(float, (sheet.attributes["viewBox"] or "").split())
        boxes = page.css("#source svg rect")
        assert boxes
        for rect in boxes:
            x, y, w, h = (float(rect.attributes[k] or "") for k in ("x", "y", "width", "height"))
            assert 0 < x < x + w < width
            assert 0 < y < y + h < height
        image = page.css_first("#source svg image")
        assert image is not None
        picture = await site.client.get(image.attributes["href"] or "")
        assert picture.headers["content-type"] == "image/png"

    async def test_every_box_of_the_samples_lies_on_its_page(self, built_db: Path) -> None:
        originals = Originals.beside(built_db)
        sql = """
            SELECT document_sha256, media_type, page, min(x0), min(top), max(x1), max(bottom)
            FROM evidence JOIN reports ON reports.id = report_id
            JOIN documents ON documents.sha256 = document_sha256
            WHERE page IS NOT NULL GROUP BY document_sha256, page"""
        with closing(sqlite3.connect(built_db)) as connection:
            rows = connection.execute(sql).fetchall()
        assert rows
        for sha256, media_type, number, x0, top, x1, bottom in rows:
            size = size_of(originals.path_of(sha256, media_type), number)
            assert size is not None
            assert min(x0, top) >= -1
            assert x1 <= size.width + 1
            assert bottom <= size.height + 1

    async def test_each_link_to_a_source_shows_that_value(
        self, serve: Serve, built_db: Path
    ) -> None:
        number = number_of(built_db, "Harbour Wall Repairs and Tidal Flood Defence")
        site = serve(built_db)
        page = await page_of(site, number)
        found = page.css("a.see")
        assert len(found) > 40
        for link in found:
            address, pointer = link.attributes["href"] or "", link.attributes["data-show"] or ""
            assert address.startswith(f"/report/{number}?show=")
            assert address.endswith("#source")
            there = LexborHTMLParser((await site.client.get(address)).text)
            assert there.css("#source rect"), pointer
            shown = re.search(r"Page (\d+) of", text(there, "#source"))
            assert shown is not None
            assert (link.text() or "").endswith(f"p. {shown[1]}")

    async def test_it_can_be_had_alone(self, serve: Serve, built_db: Path) -> None:
        number = number_of(built_db, "Harbour Wall Repairs and Tidal Flood Defence")
        site = serve(built_db)
        whole = await page_of(site, number, show="/summary")
        query = {"show": "/summary"}
        alone = await site.client.get(f"/report/{number}/source", params=query)
        assert alone.headers["content-security-policy"] == STRICT_POLICY
        assert text(LexborHTMLParser(alone.text), "body") == text(whole, "#leaf")
        assert (await site.client.get("/report/1/source")).status_code == 404

    async def test_a_value_on_two_pages_leads_to_both(self, serve: Serve, tmp_path: Path) -> None:
        paper = document("ferry.pdf", FERRY)
        db = fill(tmp_path / "reports.db", paper)
        data = pdf(tmp_path / "any.pdf").read_bytes()
        Originals.beside(db).keep(paper.source.sha256, "application/pdf", data)
        site, number = serve(db), number_of(db, FERRY_TITLE)
        for asked, shown in (("", 1), ("2", 2), ("99", 1), ("0", 1), ("-1", 1), ("x", 1), ("٢", 1)):
            page = await page_of(site, number, show="/recommendations/1", page=asked)
            assert f"Page {shown} of" in text(page, "#source")
            assert len(page.css("#source rect")) == 1
        there = links(page, "#source nav a")
        assert f"/report/{number}?show=%2Frecommendations%2F1&page=2#source" in there

    async def test_a_pointer_that_leads_nowhere_is_no_error(
        self, serve: Serve, built_db: Path
    ) -> None:
        number = number_of(built_db, "Harbour Wall Repairs and Tidal Flood Defence")
        for pointer in (
            "/nothing",
            "/recommendations/999/text",
            "/recommendations/99999999999999999999",
            "/",
            "%",
            "' OR 1=1 --",
            '"><script>alert(1)</script>',
            "\0",
            "/" * 5000,
        ):
            page = await page_of(serve(built_db), number, show=pointer)
            assert "no place was recorded" in text(page, "#source")
            assert len(page.css("script")) == 1

    async def test_without_an_original_the_place_is_told_in_numbers(
        self, serve: Serve, ferry: int
    ) -> None:
        page = await page_of(serve(), ferry, show="/recommendations/0")
        told = text(page, "#source")
        assert "not kept here" in told
        assert "Page 1 of 6 of ferry-pack.pdf" in told
        assert "Box from 72.0, 300.0 to 300.5, 312.0 points" in told
        assert page.css("#source image") == []

    async def test_of_a_text_the_words_are_shown(self, serve: Serve, built_db: Path) -> None:
        number = number_of(built_db, "Repairs to the Harbour Wall")
        page = await page_of(serve(built_db), number)
        assert text(page, "#source mark") == "Repairs to the Harbour Wall"
        assert "Lead Member" in text(page, "#source blockquote")
        start = REPORT.index("Repairs to the Harbour Wall")
        assert f"Characters {start} to {start + 27}" in text(page, "#source")
        assert text(page, "a.see").endswith("source")
        page = await page_of(serve(built_db), number, show="/recommendations/0")
        assert [mark.text() for mark in page.css("#source mark")] == [
            "1.",
            "That the Cabinet approves the repair of the harbour wall.",
        ]
        assert len(page.css("#source blockquote")) == 1

    async def test_pages_and_words_that_may_not_be_shown_are_not(
        self, serve: Serve, built_db: Path, tmp_path: Path
    ) -> None:
        number = number_of(built_db, "Surrender and New Lease of the Livestock Market")
        page = await page_of(serve(built_db), number, show="/recommendations/0")
        assert "may not be shown" in text(page, "#source")
        assert page.css("#source image") == []
        assert "exempt from publication" in text(page, ".record .notice")
        secret = Document(
            source=Source(
                path="secret.txt",
                sha256=digest("secret.txt"),
                media_type="text/plain",
                reader=Reader.TEXT,
            ),
            kind=DocumentKind.REPORT,
            council=FELLDALE,
            reports=(
                Report(
                    title="The Price",
                    confidentiality=SECRET,
                    evidence=(Evidence(path="/title", start=0, end=9),),
                ),
            ),
        )
        db = fill(tmp_path / "reports.db", secret)
        Originals.beside(db).keep(secret.source.sha256, "text/plain", b"The Price is known")
        page = await page_of(serve(db), number_of(db, "The Price"))
        assert "These words may not be shown" in text(page, "#source")
        assert page.css("#source mark") == []

    async def test_words_around_a_value_are_left_out_where_they_are_secret(
        self, serve: Serve, tmp_path: Path
    ) -> None:
        words = "Open title. SECRET PRICE. More of the open title. SECRET NAME."
        secret = [words.index(word) for word in ("SECRET P", "More", "SECRET N")]
        paper = Document(
            source=Source(
                path="mixed.txt",
                sha256=digest("mixed.txt"),
                media_type="text/plain",
                reader=Reader.TEXT,
            ),
            kind=DocumentKind.REPORT,
            council=FELLDALE,
            parts=(
                Part(kind=PartKind.WITHHELD, start=secret[0], end=secret[1]),
                Part(kind=PartKind.WITHHELD, start=secret[2], end=len(words)),
            ),
            reports=(
                Report(
                    title="Open title",
                    evidence=(
                        Evidence(path="/title", start=0, end=10),
                        Evidence(path="/title", start=secret[1], end=secret[1] + 4),
                    ),
                ),
            ),
        )
        db = fill(tmp_path / "reports.db", paper)
        Originals.beside(db).keep(paper.source.sha256, "text/plain", words.encode())
        page = await page_of(serve(db), number_of(db, "Open title"))
        assert [mark.text() for mark in page.css("#source mark")] == ["Open title", "More"]
        assert "SECRET" not in html(page)

    async def test_a_neighbour_of_a_leaf_is_shown_and_the_leaf_is_not(
        self, serve: Serve, tmp_path: Path
    ) -> None:
        reports = (
            HARBOURS.reports[0].model_copy(update={"evidence": (box("/title", 11),)}),
            HARBOURS.reports[1],
        )
        db = fill(tmp_path / "reports.db", HARBOURS.model_copy(update={"reports": reports}))
        page = await page_of(serve(db), number_of(db, "Dredging of the Inner Basin"))
        assert "in place of a paper that is withheld" in text(page, "#source")


async def test_contacts_are_hidden_everywhere_by_one_setting(
    serve: Serve, built_db: Path, archive_db: Path
) -> None:
    for db, title, contact in (
        (archive_db, FERRY_TITLE, "ben.okafor@harbourne.example"),
        (built_db, "Repairs to the Harbour Wall", "ben.sample@plymouth.gov.uk"),
    ):
        number = number_of(db, title)
        for show in ("/title", "/people/2/email", "/people/1/email", "/sections/0"):
            page = await page_of(serve(db, hide_contacts=True), number, show=show)
            assert contact not in html(page)
            assert "01632 960 001" not in html(page)
        assert contact in html(await page_of(serve(db), number))
    paper = document(
        "words.pdf",
        Report(
            council=HARBOURNE,
            title="Words",
            summary="Write to a.b@c.example or ring 01632 960 001.",
            sections=(Section(heading="Ask x@y.example", text="Or ring 01632 960 001."),),
        ),
    )
    db = fill(built_db.parent / "words.db", paper)
    page = await page_of(serve(db, hide_contacts=True), number_of(db, "Words"))
    assert text(page, "#summary .said") == f"Write to {HIDDEN} or ring {HIDDEN}."
    assert text(page, "#section-0 h3") == f"Ask {HIDDEN}"
    assert "01632" not in html(page)


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;{{ 7*7 }}\u202egnol"


def spoilt(value: object) -> object:
    """The value with hostile words behind every text that is free."""
    if isinstance(value, dict):
        kept = ("status", "type", "role", "kind", "action", "area", "within", "path", "gss_code")
        fixed = (*kept, "date", "report_date", "time", "year", "amount")
        return {k: v if k in fixed else spoilt(v) for k, v in value.items()}
    if isinstance(value, list):
        return [spoilt(each) for each in value]
    return f"{value} {HOSTILE}" if isinstance(value, str) else value


async def test_hostile_words_are_words(serve: Serve, tmp_path: Path) -> None:
    report = Report.model_validate(spoilt(FERRY.model_dump(mode="json")))
    act = report.legislation[0].model_copy(update={"url": "javascript:alert(1)"})
    report = report.model_copy(update={"legislation": (act,)})
    paper = document("hostile.pdf", report)
    source = paper.source.model_copy(
        update={"path": f"papers/{HOSTILE.replace('/', '')}", "url": "javascript:alert(1)"}
    )
    db = fill(tmp_path / "reports.db", paper.model_copy(update={"source": source}))
    page = await page_of(serve(db), number_of(db, report.title or ""), show=f"/title{HOSTILE}")
    assert " ".join(HOSTILE.split()) in text(page, "h1")
    assert_clean(page)
    assert not any(link.startswith("javascript") for link in links(page))
    assert page.css("main img") == []


def assert_clean(page: LexborHTMLParser) -> None:
    """No script and no style but files of ours."""
    for script in page.css("script"):
        assert (script.attributes["src"] or "").startswith("/-/static-plugins/council-reports/")
        assert not (script.text() or "").strip()
    assert page.css("style") == []
    for node in page.css("*"):
        assert not any(name.startswith("on") or name == "style" for name in node.attributes)


async def test_its_policy_allows_nothing_inline_and_it_has_nothing_inline(
    serve: Serve, built_db: Path
) -> None:
    number = number_of(built_db, "Harbour Wall Repairs and Tidal Flood Defence")
    response = await serve(built_db).client.get(f"/report/{number}")
    assert response.headers["content-security-policy"] == STRICT_POLICY
    assert_clean(LexborHTMLParser(response.text))


async def test_headings_are_in_order(serve: Serve, built_db: Path) -> None:
    number = number_of(built_db, "Harbour Wall Repairs and Tidal Flood Defence")
    page = await page_of(serve(built_db), number)
    levels = [int((node.tag or "")[1:]) for node in page.css("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("address", ["1", "0", "-1", "x", "٣", "9" * 30, "1.5", "%00"])
async def test_a_report_that_is_not_there_is_told(serve: Serve, address: str) -> None:
    response = await serve().client.get(f"/report/{address}", follow_redirects=True)
    assert response.status_code == 404
    assert "no such report" in response.text


async def test_a_very_long_report_shows_its_beginning_and_any_section_asked_for(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "A sentence of the report. " * 1000
    count = report_rows.MOST_TEXT // len(long) + 5
    sections = tuple(Section(heading=f"Chapter {at}", text=long) for at in range(count))
    db = fill(
        tmp_path / "reports.db",
        document("long.pdf", Report(council=HARBOURNE, title="Long", sections=sections)),
    )
    site, number = serve(db), number_of(db, "Long")
    page = await page_of(site, number)
    shown = len(page.css(".section"))
    assert 0 < shown < count
    assert len(page.css(".headings li")) == count
    last = links(page, ".headings a")[-1]
    assert last == f"?section={count - 1}#section-{count - 1}"
    page = await page_of(site, number, section=str(count - 1))
    assert page.css(f"#section-{count - 1}")
    assert len(page.css(".section")) == shown + 1
    assert len((await page_of(site, number, section="x")).css(".section")) == shown


async def test_recommendations_without_end_in_each_other_are_set_in_so_far(
    serve: Serve, tmp_path: Path
) -> None:
    nested = tuple(
        Recommendation(label=str(at), parent=str(at - 1) if at else None, text=f"Ask {at}.")
        for at in range(2000)
    )
    db = fill(
        tmp_path / "reports.db",
        document("deep.pdf", Report(council=HARBOURNE, title="Deep", recommendations=nested)),
    )
    page = await page_of(serve(db), number_of(db, "Deep"))
    assert len(page.css("[id^=recommendation-]")) == 2000
    deepest = "#recommendations " + "> ol > li " * (DEEPEST + 1)
    assert page.css(deepest)
    assert not page.css(f"{deepest} > ol")


def questions() -> Iterator[tuple[str, str]]:
    """Every statement of the page and its source, by its name."""
    from extract.site import page_pictures, report_source, secrecy
    from extract.site.questions import Question

    for module in (report_rows, report_source, secrecy, page_pictures):
        for name, value in vars(module).items():
            if isinstance(value, Question) and name.isupper():
                yield f"{module.__name__}.{name}", value.sql


@pytest.mark.parametrize(("name", "sql"), tuple(questions()))
def test_no_question_reads_a_whole_table(archive_db: Path, name: str, sql: str) -> None:
    with closing(sqlite3.connect(archive_db)) as connection:
        values = dict.fromkeys(re.findall(r":([a-z_0-9]+)", sql), 1)
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert plan
    for step in plan:
        scanned = re.match(r"SCAN (\w+)", step)
        assert scanned is None or scanned[1] not in tables or "VIRTUAL" in step, (name, step)
