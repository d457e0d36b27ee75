"""A report's page in a real browser: pointing at a value shows where it stands."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from docs.browser import served

TITLES = (
    "Harbour Wall Repairs and Tidal Flood Defence",
    "Surrender and New Lease of the Livestock Market",
    "Repairs to the Harbour Wall",
)
WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 375, "height": 700}


@pytest.fixture(scope="module")
def reports(built_db: Path) -> Iterator[dict[str, str]]:
    """Addresses of reports on a running site, by their titles."""
    with closing(sqlite3.connect(built_db)) as connection:
        numbers = dict(connection.execute("SELECT title, id FROM reports"))
    with served(built_db) as address:
        yield {title: f"{address}/report/{numbers[title]}" for title in TITLES}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=WIDE)  # type: ignore[arg-type]
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.close()
    assert complaints == []


def assert_marked_beside(page: Page, name: str) -> None:
    """The source of a value is shown, and its box can be seen."""
    expect(page.locator("#source-name")).to_have_text(f"Source: {name}")
    box = page.locator("#source .found").first
    expect(box).to_be_in_viewport()
    assert (box.bounding_box() or {"width": 0})["width"] > 5


def test_pointing_at_a_value_shows_its_box(reports: dict[str, str], page: Page) -> None:
    page.goto(reports[TITLES[0]])
    page.locator("#recommendation-2").hover()
    assert_marked_beside(page, "Recommendation 3")
    expect(page).to_have_url(f"{reports[TITLES[0]]}?show=%2Frecommendations%2F2")
    expect(page.locator("#recommendation-2")).to_have_class("shown")
    page.locator("#implication-3 .said").first.hover()
    assert_marked_beside(page, "Implication 4")
    picture = page.locator("#source image").get_attribute("href") or ""
    assert picture.endswith("/2.png")
    page.reload()
    assert_marked_beside(page, "Implication 4")


def test_the_keyboard_shows_sources_and_turns_pages(reports: dict[str, str], page: Page) -> None:
    page.goto(reports[TITLES[0]])
    link = page.locator("#implication-1 a.see")
    link.focus()
    assert_marked_beside(page, "Implication 2")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#source")).to_be_focused()
    page.get_by_role("link", name="page after").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#source")).to_contain_text("Page 3 of 5")
    page.get_by_role("link", name="back to the value").press("Enter")
    assert page.url.endswith("#implication-1")


def test_on_a_phone_the_source_comes_below(reports: dict[str, str], page: Page) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(reports[TITLES[0]])
    page.locator("#recommendation-1 a.see").click()
    assert_marked_beside(page, "Recommendation 2")
    page.get_by_role("link", name="back to the value").click()
    expect(page.locator("#recommendation-1")).to_be_in_viewport()


def test_without_javascript_the_links_do_it(reports: dict[str, str], browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reports[TITLES[0]])
    page.locator("#recommendation-1 a.see").click()
    assert_marked_beside(page, "Recommendation 2")
    page.get_by_role("link", name="page after").click()
    expect(page.locator("#source")).to_contain_text("Page 2 of 5")
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("size", [WIDE, PHONE, {"width": 320, "height": 700}])
@pytest.mark.parametrize("title", TITLES)
def test_axe_finds_nothing_and_nothing_sticks_out(
    reports: dict[str, str], page: Page, title: str, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(f"{reports[title]}?show=/recommendations/0")
    found = Axe().run(page).response["violations"]
    assert [f"{one['id']}: {n['html'][:200]}" for one in found for n in one["nodes"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
