"""The list of councils, and a council's page."""

from pathlib import Path

from schemas import Council, Meeting, Report
from tests.site.conftest import Serve
from tests.site.reading import links, read, section, text_of
from tests.store.databases import fill
from tests.store.invented import CWM_ARIAN, FELLDALE, HARBOURNE, REGISTER, document


async def test_councils_stand_under_their_nations_with_their_numbers_and_years(
    serve: Serve,
) -> None:
    page = await read(serve(), "/councils")
    assert [heading.text() for heading in page.css("h2")][:2] == ["England", "Wales"]
    rows = [[cell.text() for cell in row.css("th, td")] for row in page.css("tbody tr")]
    assert rows == [
        ["Felldale", "non-metropolitan district", "3", "2025 to 2026"],
        ["Harbourne", "unitary authority", "3", "2026"],
        ["Cwm Arian", "Welsh unitary authority", "1", "2026"],
    ]
    assert "/council/HBN" in list(links(page))


async def test_a_council_outside_the_register_is_listed_last(serve: Serve, tmp_path: Path) -> None:
    report = Report(pages=(1, 1), council=Council(name="Isle of Nowhere Council"))
    db = fill(tmp_path / "reports.db", document("a.pdf", report))
    site = serve(db)
    page = await read(site, "/councils")
    assert page.css("h2")[0].text() == "Nation not known"
    page = await read(site, "/council/isle-of-nowhere-council")
    assert text_of(page, "h1") == "Isle of Nowhere Council"
    assert "No paper here names a body of this council." in text_of(page)


async def test_it_says_what_the_register_knows_of_the_council(serve: Serve) -> None:
    page = await read(serve(), "/council/HBN")
    facts = dict(
        zip(
            [term.text() for term in page.css(".facts dt")],
            [fact.text() for fact in page.css(".facts dd")],
            strict=True,
        )
    )
    assert facts == {
        "Official name": "Harbourne City Council",
        "Also called": "City of Harbourne",
        "Type": "unitary authority",
        "Where": "South West, England",
        "GSS code": "E06999901",
        "Since": "1 April 1998",
    }


async def test_councils_before_and_after_it_are_linked_where_something_of_them_is_here(
    serve: Serve, tmp_path: Path
) -> None:
    reports = [
        Report(pages=(page, page), council=council, title="A paper")
        for page, council in enumerate((HARBOURNE, FELLDALE, CWM_ARIAN), start=1)
    ]
    register = {
        code: {**row, "replaced_by": "HBN|GON", "end_date": "2019-03-31"}
        if row["code"] in ("FEL", "CWA")
        else row
        for code, row in REGISTER.items()
    }
    db = fill(tmp_path / "reports.db", document("a.pdf", *reports), register=register)
    site = serve(db)
    page = await read(site, "/council/FEL")
    assert "Replaced by Harbourne, GON (nothing of it is here)" in text_of(page)
    assert "Until 31 March 2019" in text_of(page)
    assert "/council/HBN" in list(links(page))
    assert "Took the place of Cwm Arian, Felldale" in text_of(await read(site, "/council/HBN"))


async def test_reports_are_counted_by_year_in_a_chart_and_a_table(
    serve: Serve, tmp_path: Path
) -> None:
    dates = ("2023-05-01", "2023-06-01", "2026-01-05", None)
    reports = [
        Report(
            pages=(page, page),
            council=HARBOURNE,
            meeting=Meeting(committee="Cabinet", date=date),
            title=f"Paper {page}",
            key_decision=page == 1,
        )
        for page, date in enumerate(dates, start=1)
    ]
    db = fill(tmp_path / "reports.db", document("a.pdf", *reports))
    page = await read(serve(db), "/council/HBN")
    years = section(page, "years")
    picture = years.css("svg")[0].attributes["aria-label"] or ""
    assert picture.endswith("2023: 2, 2024: 0, 2025: 0, 2026: 1")
    rows = [[cell.text() for cell in row.css("th, td")] for row in years.css("tbody tr")]
    assert rows == [
        ["2026", "1", "0", "0", "0"],
        ["2023", "2", "1", "0", "0"],
        ["No date", "1", "0", "0", "0"],
    ]


async def test_newest_meetings_and_reports_and_all_committees_are_shown(serve: Serve) -> None:
    page = await read(serve(), "/council/FEL")
    assert [link.text() for link in section(page, "meetings").css("li a")] == [
        "14 May 2026: Harbours and Moorings Committee",
        "2 April 2026: Portfolio Holder for Leisure",
        "19 February 2026: Harbours and Moorings Committee",
        "5 November 2025: Housing Committee",
    ]
    assert {link.text() for link in section(page, "reports").css("a[href^='/report/']")} == {
        "Dredging of the Inner Basin",
        "Mooring charges",
        "Homes for Rent at Mill Lane",
    }
    committees = [
        [cell.text() for cell in row.css("th, td")]
        for row in section(page, "committees").css("tbody tr")
    ]
    assert committees == [
        ["Harbours and Moorings Committee", "2", "2", "14 May 2026"],
        ["Housing Committee", "1", "1", "5 November 2025"],
        ["Portfolio Holder for Leisure", "0", "1", "2 April 2026"],
    ]


async def test_it_says_what_is_left_blank_and_leads_to_the_comparison(serve: Serve) -> None:
    blank = section(await read(serve(), "/council/HBN"), "blank")
    rows = [[cell.text() for cell in row.css("th, td")][:4] for row in blank.css("tbody tr")]
    assert ["equality", "1", "1", "100 %"] in rows
    assert ["legal", "1", "0", "0 %"] in rows
    assert "/compare?type=equality&status=blank" in list(links(blank))


async def test_who_is_named_in_most_reports_comes_first_with_their_roles(serve: Serve) -> None:
    people = section(await read(serve(), "/council/HBN"), "people")
    first = [cell.text() for cell in people.css("tbody tr")[0].css("th, td")]
    assert first == ["Ann Tregarth", "Cabinet Member for Transport", "2", "lead member (2)"]
