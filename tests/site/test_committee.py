"""A committee's page."""

from tests.site.conftest import Serve
from tests.site.reading import links, read, section, text_of

CABINET = "/committee/HBN_cabinet"
HARBOURS = "/committee/FEL_harbours-and-moorings-committee"


async def test_the_way_back_leads_over_the_council(serve: Serve) -> None:
    page = await read(serve(), CABINET)
    assert [link.text() for link in page.css(".trail a")] == ["Home", "Councils", "Harbourne"]


async def test_a_search_is_limited_to_it(serve: Serve) -> None:
    page = await read(serve(), CABINET)
    form = page.css("main form")[0]
    assert form.attributes["action"] == "/search"
    assert form.css("input[name=committee]")[0].attributes["value"] == "HBN_cabinet"
    assert form.css("input[name=q]")


async def test_its_newest_reports_are_a_feed(serve: Serve) -> None:
    site = serve()
    for path, feed in (
        (CABINET, "/search.atom?committee=HBN_cabinet"),
        ("/council/HBN", "/search.atom?council=HBN"),
    ):
        page = await read(site, path)
        assert list(links(page)).count(feed) == 2, "in the head and for people"
        entries = (await site.client.get(feed)).text
        assert "Replacement of the Chain Ferry" in entries
        assert "Homes for Rent" not in entries


async def test_its_reports_bear_their_marks(serve: Serve) -> None:
    reports = section(await read(serve(), CABINET), "reports")
    entries = {
        link.text(): " ".join(entry.text().split())
        for entry in reports.css("li")
        for link in entry.css("a")
    }
    assert "Key decision" in entries["Replacement of the Chain Ferry"]
    assert "Exempt in part, paragraph 3" in entries["Replacement of the Chain Ferry"]
    assert "CAB/26/14" in entries["Replacement of the Chain Ferry"]
    assert "Key decision" not in entries["Opening Hours of Libraries"]


async def test_recommendations_are_shown_by_what_they_ask_for(serve: Serve) -> None:
    site = serve()
    everything = section(await read(site, CABINET), "recommendations")
    kinds = [" ".join(kind.text().split()) for kind in everything.css("nav li")]
    assert kinds[0] == "Everything"
    assert "award 1" in kinds
    assert "/committee/HBN_cabinet?action=award" in list(links(everything))
    awards = section(await read(site, f"{CABINET}?action=award"), "recommendations")
    assert len(awards.css(".entries li")) == 1
    assert "a let the contract; and" in text_of(awards, ".entries")
    assert [link.text() for link in awards.css("[aria-current]")] == ["award"]


async def test_people_who_report_to_it_are_ranked(serve: Serve) -> None:
    people = section(await read(serve(), CABINET), "people")
    names = [link.text() for link in people.css("a")]
    assert names[0] == "Ann Tregarth"
    assert {"Ben Okafor", "Director of Place", "Carys Mellin"} <= set(names)
    assert "/person/HBN_ann-tregarth" in list(links(people))


async def test_members_are_those_of_the_latest_list(serve: Serve) -> None:
    site = serve()
    members = text_of(section(await read(site, HARBOURS), "members"), "section")
    assert "for the meeting of 14 May 2026" in members
    assert "Councillor Oona Pellow (chair) Councillor Rhys Cadby (vice chair)" in members
    nobody = text_of(section(await read(site, CABINET), "members"), "section")
    assert "No paper here lists its members." in nobody


async def test_its_meetings_stand_by_year(serve: Serve) -> None:
    meetings = section(await read(serve(), HARBOURS), "meetings")
    assert [year.text() for year in meetings.css("dt")] == ["2026"]
    assert [day.text() for day in meetings.css("li")] == ["14 May 2026", "19 February 2026"]


async def test_a_body_of_an_unknown_council_says_so(serve: Serve) -> None:
    page = await read(serve(), "/committee/unknown_7d8067f5f445_cabinet")
    assert "No paper says which council this body is of." in text_of(page)
    assert [link.text() for link in page.css(".trail a")] == ["Home", "Councils"]


async def test_its_minutes_are_one_click_away(serve: Serve) -> None:
    site = serve()
    papers = section(await read(site, HARBOURS), "papers")
    shown = [link.text() for link in papers.css("li a")]
    assert shown == ["Minutes, 14 May 2026", "Minutes, 19 February 2026"]
    first, *_, every = links(papers)
    assert "Minutes of the Harbours" in text_of(await read(site, first), "h1")
    assert len((await read(site, every)).css("#results ~ ol > li")) == len(shown)
    assert (await read(site, CABINET)).css("#papers") == []
