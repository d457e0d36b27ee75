"""The pages in a real browser: with a keyboard, a phone and no JavaScript; nothing that axe finds.

Each kind of page is found by its links from the ones before, as a reader finds it.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from docs.browser import served

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "reports"

#: A page of each kind.
PAGES = {
    "home": "/",
    "compare implications": "/compare?type=financial",
    "compare reports": "/compare?measure=reports",
    "compare wording": "/compare?measure=wording",
    "compare nothing": "/compare?since=1900&until=1901",
    "councils": "/councils",
    "council": "/council/PLY",
    "committee": "/committee/PLY_cabinet?action=agree",
    "meeting": "/meeting/PLY_cabinet_2024-07-09",
    "person": "/person/PLY_morwenna-tregidden",
    "ledger": "/ledger",
    "search": "/search?q=school+OR+harbour&nation=England",
    "search nothing": "/search?q=xyzzy",
}
#: Pages of Datasette's own, in our head and foot.
DATASETTE_PAGES = {
    "tables": "/reports",
    "table": "/reports/reports",
    "question": "/reports/largest_sums",
    "SQL": "/reports?sql=select+1",
    "not found": "/reports/no-such-table",
}
#: What axe calls a violation that keeps people out.
SERIOUS = ("serious", "critical")
WIDTHS = (1280, 375)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site that `make demo` serves."""
    db = tmp_path_factory.mktemp("site") / "reports.db"
    command = [sys.executable, "-m", "extract.cli", "build", str(CORPUS), "--db", str(db)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    with served(db) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page with JavaScript, and one without."""
    context = browser.new_context(java_script_enabled=request.param, accept_downloads=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", [*PAGES.values(), *DATASETTE_PAGES.values()])
def test_axe_finds_nothing_serious_and_the_console_is_empty(
    site: str, browser: Browser, path: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(site + path)
    found = Axe().run(page).response["violations"]
    page.close()
    told = [
        f"{one['id']}: {node['html'][:200]}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]
    assert told == []
    assert [one for one in complaints if "404" not in one] == []


@pytest.mark.parametrize("path", PAGES.values())
def test_nothing_sticks_out_where_the_page_is_as_narrow_as_at_four_times_its_size(
    site: str, browser: Browser, path: str
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(site + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


@pytest.mark.parametrize("path", PAGES.values())
def test_the_keyboard_reaches_the_content_past_the_head(
    site: str, browser: Browser, path: str
) -> None:
    page = browser.new_page()
    page.goto(site + path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.close()


def test_two_councils_are_compared_sorted_and_taken_away(site: str, page: Page) -> None:
    page.goto(site)
    page.get_by_role("link", name="Compare", exact=True).click()
    page.get_by_label("Kind of implication").select_option("legal")
    page.get_by_text("Councils: choose some").click()
    boxes = page.get_by_role("checkbox")
    for at in (0, 1):
        boxes.nth(at).check()
    page.get_by_role("button", name="Compare").click()
    assert page.get_by_role("heading", level=1).text_content() == (
        "Compare councils: legal implications"
    )
    table = page.get_by_role("table").first
    assert table.locator("tbody tr").count() == 2
    table.get_by_role("link", name="council", exact=True).click()
    names = page.get_by_role("table").first.locator("tbody th").all_text_contents()
    assert names == sorted(names, reverse=True)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 3
    assert [line.split(",")[1] for line in lines[1:]] == names
    number = page.get_by_role("table").first.locator("td a").nth(1)
    number.click()
    assert "/reports/implications_in_reports?" in page.url


def test_a_search_is_narrowed_followed_to_the_words_and_taken_away(site: str, page: Page) -> None:
    page.goto(site)
    page.get_by_label("Search reports, recommendations").fill("harbour OR school")
    page.get_by_label("Search reports, recommendations").press("Enter")
    assert page.get_by_role("heading", level=1).text_content() == "Search: harbour OR school"
    found = page.locator("#results").text_content() or ""
    page.locator(".filters").get_by_role("link", name="Plymouth", exact=True).click()
    narrowed = page.locator("#results").text_content() or ""
    assert int(narrowed.split()[0]) < int(found.split()[0])
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + int(narrowed.split()[0])
    place = page.locator(".passage a").first
    word = page.locator(".passage mark").first.text_content() or ""
    place.click()
    anchor = page.url.partition("#")[2]
    assert anchor
    assert word in (page.locator(f"[id='{anchor}']").text_content() or "")
