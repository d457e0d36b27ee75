"""What holds of every page of a council, a committee, a meeting, a person, and of the lists."""

import re
import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from datasette.app import Datasette
from selectolax.lexbor import LexborHTMLParser

from extract.site.paging import Paging, pager
from schemas import Meeting, Member, Person, Recommendation, Report, Sitting
from schemas.vocabulary import MemberRole, PersonRole, RecommendationAction
from tests.site.conftest import Serve
from tests.site.reading import links, read, text_of
from tests.store.databases import fill
from tests.store.invented import HARBOURNE, document

ENTITIES = {"council": "councils", "committee": "committees", "meeting": "meetings"}
LISTS = ("/councils", "/ledger")


def addresses(db: Path) -> Iterator[str]:
    """The address of every page of an entity that a database holds, and of the lists."""
    yield from LISTS
    with sqlite3.connect(db) as connection:
        for page, table in (*ENTITIES.items(), ("person", "people")):
            key = "code" if page == "council" else "id"
            for (value,) in connection.execute(f"SELECT {key} FROM {table}"):
                yield f"/{page}/{value}"


async def pages(site: Datasette, db: Path) -> list[tuple[str, LexborHTMLParser]]:
    return [(path, await read(site, path)) for path in addresses(db)]


async def test_each_has_one_heading_of_its_own_and_the_others_in_order(
    serve: Serve, archive_db: Path
) -> None:
    titles = []
    for path, page in await pages(serve(), archive_db):
        levels = [int(str(heading.tag)[1]) for heading in page.css("h1, h2, h3, h4")]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        titles.append(text_of(page, "title"))
        assert text_of(page, "h1").split(",")[0] in titles[-1] or path in LISTS
    assert all(title.endswith("· Council reports") for title in titles)


async def test_what_a_screen_reader_needs_is_there(serve: Serve, archive_db: Path) -> None:
    for path, page in await pages(serve(), archive_db):
        ids = [element.attributes["id"] for element in page.css("[id]")]
        assert len(ids) == len(set(ids)), path
        for table in page.css("table"):
            assert any(caption.text(strip=True) for caption in table.css("caption")), path
            assert all(cell.attributes.get("scope") for cell in table.css("th")), path
        for labelled in page.css("[aria-labelledby]"):
            assert labelled.attributes["aria-labelledby"] in ids, path
        for field in page.css("input:not([type=hidden])"):
            assert page.css_first(f"label[for='{field.attributes['id']}']"), path
        for picture in page.css("svg"):
            assert picture.attributes["aria-label"], path
        for scrolling in page.css(".scroll"):
            assert scrolling.attributes["tabindex"] == "0", path


async def test_none_has_inline_script_or_style(serve: Serve, archive_db: Path) -> None:
    for path, page in await pages(serve(), archive_db):
        assert page.css("[style], style, script:not([src])") == [], path
        for element in page.css("*"):
            assert not [name for name in element.attributes if name.startswith("on")], path


async def test_every_link_leads_somewhere(serve: Serve, archive_db: Path) -> None:
    site = serve()
    found = {link for _, page in await pages(site, archive_db) for link in links(page)}
    # of Datasette's pages one of each kind: the same table, filtered by the same columns
    kinds = {
        re.sub(r"=[^&]*", "", link) if link.startswith("/reports") else link: link for link in found
    }
    assert len(kinds) < len(found)
    for link in kinds.values():
        response = await site.client.get(link, follow_redirects=True)
        assert response.status_code == 200, link


@pytest.mark.parametrize("kind", ["council", "committee", "meeting", "person"])
@pytest.mark.parametrize("key", ["nothing", "~00", "~FF~FE", "'--", "x" * 3000, "~D8~00"])
async def test_an_unknown_one_is_told_in_plain_words(serve: Serve, kind: str, key: str) -> None:
    response = await serve().client.get(f"/{kind}/{key}", follow_redirects=True)
    assert response.status_code == 404
    page = LexborHTMLParser(response.text)
    assert text_of(page, "h1") == "Not found"
    assert f"There is no such {kind}" in text_of(page)
    assert "/councils" in list(links(page))


async def test_a_mistyped_address_is_told_to_the_reader_and_not_at_length_to_the_log(
    serve: Serve, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in ("/council/nothing", "/no-such-database", "/reports/reports/0"):
        assert (await serve().client.get(path)).status_code == 404
    output = capsys.readouterr()
    assert output.out + output.err == ""


HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)> \u202egnp.exe'
HOSTILE_REPORT = Report(
    pages=(1, 1),
    council=HARBOURNE,
    meeting=Meeting(committee=f"Committee {HOSTILE}", date="2026-03-12", venue=HOSTILE),
    title=HOSTILE,
    reference=HOSTILE,
    people=(
        Person(name=f"Name {HOSTILE}", honorific=HOSTILE, post=HOSTILE, role=PersonRole.AUTHOR),
        Person(
            name="Ann Tregarth",
            role=PersonRole.CONTACT,
            email='"><script>alert(1)</script>@example.com',
        ),
    ),
    recommendations=(
        Recommendation(label="<b>", text=HOSTILE, action=RecommendationAction.APPROVE),
    ),
)


async def test_hostile_text_is_shown_as_text(serve: Serve, tmp_path: Path) -> None:
    sitting = Sitting(
        committee=f"Committee {HOSTILE}",
        date="2026-03-12",
        members=(Member(name=f"Name {HOSTILE}", honorific="<i>", role=MemberRole.CHAIR),),
    )
    hostile = document("<script>alert(1)</script>.pdf", HOSTILE_REPORT)
    db = fill(tmp_path / "reports.db", hostile.model_copy(update={"meeting": sitting}))
    shown = 0
    for path, page in await pages(serve(db), db):
        assert page.css("script:not([src]), main img, main b, main i, [onerror]") == [], path
        shown += "<script>alert" in text_of(page)
    assert shown >= 3


async def test_the_lists_of_an_archive_with_nothing_in_it_say_so(
    serve: Serve, tmp_path: Path
) -> None:
    site = serve(fill(tmp_path / "reports.db"))
    assert "No paper here names its council." in text_of(await read(site, "/councils"))
    ledger = text_of(await read(site, "/ledger"))
    assert "No document was read." in ledger
    assert "No paper here says when a council met." in ledger


async def test_a_date_that_is_no_day_is_shown_as_it_stands(serve: Serve, tmp_path: Path) -> None:
    sitting = Meeting(committee="Cabinet", date="2026-02-30")
    report = Report(pages=(1, 1), council=HARBOURNE, meeting=sitting, title="A paper")
    db = fill(tmp_path / "reports.db", document("a.pdf", report))
    for path, page in await pages(serve(db), db):
        assert "2026-02-30" in text_of(page) or path in LISTS


async def test_what_is_long_is_shown_a_page_at_a_time(serve: Serve, tmp_path: Path) -> None:
    number = 45
    reports = [
        Report(
            pages=(place, place),
            council=HARBOURNE,
            meeting=Meeting(committee="Cabinet", date=f"2026-01-{place % 28 + 1:02}"),
            title=f"Paper {place}",
            people=(Person(name="Ann Tregarth", role=PersonRole.AUTHOR),),
        )
        for place in range(1, number + 1)
    ]
    db = fill(tmp_path / "reports.db", document("pack.pdf", *reports))
    site = serve(db)
    for start in ("/committee/HBN_cabinet", "/person/HBN_ann-tregarth"):
        titles: list[str] = []
        dates: list[str] = []
        address = start
        while address:
            page = await read(site, address)
            titles += [
                a.text() for a in page.css("section[aria-labelledby=reports] a[href^='/report/']")
            ]
            dates += re.findall(
                r"\d+ January 2026", text_of(page, "section[aria-labelledby=reports]")
            )
            later = page.css_first("a[rel=next]")
            address = (later.attributes["href"] or "").partition("#")[0] if later else ""
        assert sorted(titles) == sorted(f"Paper {place}" for place in range(1, number + 1))
        days = [int(date.split()[0]) for date in dates]
        assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("asked", ["0", "-1", "99", "1e9", "x", "9" * 40, "²", ""])
async def test_any_page_that_is_asked_for_is_answered(serve: Serve, asked: str) -> None:
    page = await read(serve(), f"/committee/HBN_cabinet?page={asked}&action={asked}")
    assert page.css("section[aria-labelledby=reports] a[href^='/report/']")


def test_the_first_page_has_one_address() -> None:
    here = pager(Paging(page=2, size=10, total=25), lambda number: f"?page={number}")
    assert (here.earlier, here.later) == ("?page=None", "?page=3")
    assert (here.paging.first, here.paging.last, here.paging.pages) == (11, 20, 3)
    assert Paging(page=1, size=10, total=0).first == 0
