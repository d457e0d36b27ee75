"""A meeting's page."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from schemas import Document
from schemas.vocabulary import DocumentKind
from tests.site.conftest import Serve
from tests.site.reading import links, read, section, text_of
from tests.store.databases import fill
from tests.store.invented import digest
from tests.store.invented_packs import AGENDA, MINUTES, MOORINGS, PACK

HARBOURS = "/meeting/FEL_harbours-and-moorings-committee_2026-05-14"
BEFORE = "/meeting/FEL_harbours-and-moorings-committee_2026-02-19"
CABINET = "/meeting/HBN_cabinet_2026-03-12"


def items(page: LexborHTMLParser) -> dict[str, str]:
    """What stands at each item of business, by its heading."""
    return {
        heading.text(): " ".join(item.text().split())
        for item in section(page, "business").css(".items > li")
        for heading in item.css("h3")
    }


async def test_it_says_who_met_when_and_where(serve: Serve) -> None:
    page = await read(serve(), HARBOURS)
    facts = text_of(page, ".facts")
    assert "When 14 May 2026, 10:30" in " ".join(facts.split())
    assert "Where Long Room, Customs House, Felldale" in facts
    assert "Chair Oona Pellow" in facts
    assert "Dr Tamsin Verrier" in text_of(section(page, "members"), "section")


async def test_business_is_in_order_and_once_though_agenda_and_pack_have_it(serve: Serve) -> None:
    assert list(items(await read(serve(), HARBOURS))) == [
        "1 Apologies",
        "2 Minutes of the last meeting",
        "3 Dredging of the Inner Basin",
        "4 Mooring charges",
        "5 Sale of the Old Chandlery",
    ]


async def test_items_have_their_reports_and_pages(serve: Serve) -> None:
    page = await read(serve(), HARBOURS)
    found = items(page)
    assert "HM/26/09" in found["3 Dredging of the Inner Basin"]
    assert "Pages 5 to 11 of harbours-pack.pdf" in found["3 Dredging of the Inner Basin"]
    reports = section(page, "business").css("a[href^='/report/']")
    assert [report.text() for report in reports] == [
        "Dredging of the Inner Basin",
        "Mooring charges",
    ]
    assert not page.css("#other")


async def test_secrecy_is_said_in_words(serve: Serve) -> None:
    found = items(await read(serve(), HARBOURS))
    assert "kept out of part of it" in found["3 Dredging of the Inner Basin"]
    secret = found["5 Sale of the Old Chandlery"]
    assert "Exempt, paragraph 3 The press and public are kept out." in secret
    assert "“Not for publication by virtue of paragraph 3”" in secret
    assert "Withheld Its report, or a part of it, is not published." in secret
    assert "kept out" not in found["1 Apologies"]


async def test_a_report_of_which_a_part_is_withheld_is_shown_all_the_same(
    serve: Serve, tmp_path: Path
) -> None:
    items_of = tuple(item.model_copy(update={"withheld": True}) for item in PACK.agenda_items)
    pack = PACK.model_copy(update={"agenda_items": items_of})
    found = items(await read(serve(fill(tmp_path / "reports.db", pack)), HARBOURS))
    dredging = found["3 Dredging of the Inner Basin"]
    assert "Withheld Part of its report is not published." in dredging
    assert "Dredging of the Inner Basin HM/26/09" in dredging


async def test_a_report_published_alone_stands_under_the_item_that_it_names(
    serve: Serve, tmp_path: Path
) -> None:
    alone = Document(
        source=AGENDA.source.model_copy(update={"sha256": digest("alone"), "path": "alone.pdf"}),
        kind=DocumentKind.REPORT,
        reports=(
            MOORINGS.model_copy(update={"pages": (1, 2)}),
            MOORINGS.model_copy(update={"pages": (1, 2), "agenda_item": None, "title": "Late"}),
        ),
    )
    page = await read(serve(fill(tmp_path / "reports.db", AGENDA, alone)), HARBOURS)
    under = section(page, "business").css("a[href^='/report/']")
    assert [report.text() for report in under] == ["Mooring charges"]
    assert [link.text() for link in section(page, "other").css("a")] == ["Late"]


async def test_papers_are_listed_with_what_they_are(serve: Serve) -> None:
    papers = section(await read(serve(), HARBOURS), "papers")
    shown = [" ".join(paper.text().split()) for paper in papers.css("li")]
    assert shown == [
        "Agenda: harbours-agenda.pdf, 2 pages",
        "Agenda pack: harbours-pack.pdf, 15 pages",
        "Minutes: harbours-minutes.html",
        "Other: Map of the harbour, page 15 of harbours-pack.pdf",
    ]
    ways = [link.attributes["href"] or "" for link in papers.css("li > a")]
    assert len({way for way in ways if way.startswith("/paper/")}) == len(shown)


async def test_minutes_in_the_pack_of_another_meeting_are_a_paper_of_this_one(serve: Serve) -> None:
    papers = text_of(section(await read(serve(), BEFORE), "papers"), "section")
    assert (
        "Minutes: harbours-pack.pdf, pages 3 to 4, in the agenda pack of another meeting" in papers
    )


async def test_a_paper_is_linked_where_it_was_published_on_the_web_alone(
    serve: Serve, tmp_path: Path
) -> None:
    addresses = ("https://felldale.example/agenda.pdf", "javascript:alert(1)")
    documents = [
        paper.model_copy(update={"source": paper.source.model_copy(update={"url": address})})
        for paper, address in zip((AGENDA, MINUTES), addresses, strict=True)
    ]
    page = await read(serve(fill(tmp_path / "reports.db", *documents)), HARBOURS)
    outside = [link.attributes["href"] for link in section(page, "papers").css("a[rel]")]
    assert outside == [addresses[0]]
    assert "javascript:" not in (page.html or "")


async def test_the_meetings_before_and_after_are_one_click_away(serve: Serve) -> None:
    site = serve()
    assert BEFORE in list(links(await read(site, HARBOURS)))
    later = (await read(site, BEFORE)).css("a[rel=next]")
    assert [link.attributes["href"] for link in later] == [HARBOURS]


async def test_a_meeting_known_from_reports_alone_lists_them(serve: Serve) -> None:
    page = await read(serve(), CABINET)
    assert "The agenda of this meeting is not here." in text_of(
        section(page, "business"), "section"
    )
    assert "Replacement of the Chain Ferry" in text_of(section(page, "other"), "section")
