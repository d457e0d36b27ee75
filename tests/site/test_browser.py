"""The pages in a real browser: with a keyboard, a phone and no JavaScript; nothing that axe finds.

Each kind of page is found by its links from the ones before, as a reader finds it.
"""

import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from docs.browser import served
from docs.pictures import PAGES, find

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "reports"

#: Pages of ours in a state that the pictures do not show.
STATES = {
    "nothing found": "/search?q=xyzzy",
    "no question": "/search?q=(harbour+AND",
    "the latest": "/search",
    "compare reports": "/compare?measure=reports",
    "compare wording": "/compare?measure=wording",
    "compare nothing": "/compare?since=1900&until=1901",
    "councils": "/councils",
    "committee, one action": "/committee/PLY_cabinet?action=agree",
    "search, narrowed": "/search?q=school+OR+harbour&nation=England",
}
#: Pages of Datasette's own, in our head and foot.
DATASETTE = {
    "tables": "/reports",
    "rows": "/reports/reports",
    "question": "/reports/largest_sums",
    "SQL": "/reports?sql=select+1",
    "not found": "/reports/no-such-table",
}
#: Those of the walk-throughs are of kinds that come anyway.
KINDS = [kind for kind in PAGES if not kind.startswith("walk")]
OURS = [kind for kind in KINDS if kind != "table"]
#: What axe calls a violation that keeps people out.
SERIOUS = ("serious", "critical")
WIDTHS = (1280, 375)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[dict[str, str]]:
    """The address of a page of each kind, on the site that `make demo` serves."""
    db = tmp_path_factory.mktemp("demo") / "reports.db"
    command = [sys.executable, "-m", "extract.cli", "build", str(CORPUS), "--db", str(db)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    with served(db) as address:
        page = browser.new_page()
        found = {kind: find(page, address, kind) for kind in PAGES}
        page.close()
        yield found | {kind: address + path for kind, path in (STATES | DATASETTE).items()}


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page with JavaScript, and one without."""
    context = browser.new_context(java_script_enabled=request.param, accept_downloads=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("kind", "width"),
    [*product([*OURS, *STATES], WIDTHS), *product(["table", *DATASETTE], WIDTHS[:1])],
)
def test_axe_finds_nothing_serious_and_the_console_is_empty(
    site: dict[str, str], browser: Browser, kind: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(site[kind])
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


@pytest.mark.parametrize("kind", [*OURS, *STATES])
def test_nothing_sticks_out_where_the_page_is_as_narrow_as_at_four_times_its_size(
    site: dict[str, str], browser: Browser, kind: str
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(site[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


@pytest.mark.parametrize("kind", [*OURS, *STATES])
def test_the_keyboard_reaches_the_content_past_the_head(
    site: dict[str, str], browser: Browser, kind: str
) -> None:
    page = browser.new_page()
    page.goto(site[kind])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.close()


def test_two_councils_are_compared_sorted_and_taken_away(site: dict[str, str], page: Page) -> None:
    page.goto(site["home"])
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


def test_a_search_is_narrowed_followed_to_the_words_and_taken_away(
    site: dict[str, str], page: Page
) -> None:
    page.goto(site["home"])
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


def test_a_report_is_searched_for_narrowed_down_and_opened(
    site: dict[str, str], page: Page
) -> None:
    page.goto(site["home"])
    page.get_by_role("searchbox").fill("harbour")
    page.get_by_role("searchbox").press("Enter")
    before = page.locator("ol.entries > li").count()
    assert before
    narrowed = page.locator(".filters a", has_text="Cabinet").first
    narrowed.click()
    results = page.locator("ol.entries > li")
    assert 0 < results.count() <= before
    title = results.first.get_by_role("link").first
    name = (title.text_content() or "").strip()
    title.click()
    assert name in (page.get_by_role("heading", level=1).text_content() or "")
    link = page.get_by_role("link", name="p. 1").first
    link.click()
    assert page.locator("#source image").count() == 1
    assert page.locator("#source .found").count() >= 1
