"""Takes the pictures of the site that README.md and the walk-throughs show.

    python docs/pictures.py --db reports.db

Serves the database on a free port and photographs a page of each kind at two widths.
"""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from docs.browser import NoBrowserError, open_browser, served

FOLDER = Path(__file__).resolve().parent / "pictures"
#: Widths and heights of the pictures, in pixels: a screen and a phone.
SIZES = ((1280, 900), (375, 812))
#: Colours of a picture: the pages have few, and the files stay small.
COLOURS = 64
_FIVE = ("CRF", "FIF", "KEN", "PLY", "STH")
#: Kinds of pages, each by its address or by the link to follow on another page.
PAGES = {
    "home": "/",
    "search": "/search?q=budget",
    "report": ("search", "main a[href*='/report/']"),
    "compare": "/compare?type=equality",
    "council": "/council/PLY",
    "committee": ("council", "main a[href*='/committee/']"),
    "meeting": ("committee", "main a[href*='/meeting/']"),
    "paper": ("/search?kind=minutes", "main a[href*='/paper/']"),
    "person": ("committee", "main a[href*='/person/']"),
    "ledger": "/ledger",
    "table": "/reports/report_overview",
    "walk-researcher-1": "/compare?type=equality&" + "&".join(map("council={}".format, _FIVE)),
    "walk-researcher-2": "/reports/implications_in_reports?council=STH&type=equality&status=none",
    "walk-scrutiny-1": "/search?q=harbour&committee=PLY_cabinet",
    "walk-journalist-1": (
        "/reports/key_decisions_with_money?ward=Castle&at_least=1,000,000&exempt_appendix=yes"
    ),
    "walk-journalist-2": ("walk-journalist-1", "td a[href*='/report/']"),
}


def find(page: Page, site: str, kind: str) -> str:
    """The address of a page of a kind; an address is that of itself."""
    how = PAGES.get(kind, kind)
    if isinstance(how, str):
        return site + how
    before, link = how
    page.goto(find(page, site, before))
    return site + (page.locator(link).first.get_attribute("href") or "")


def photograph(browser: Browser, address: str, picture: Path, width: int, height: int) -> None:
    """Write a page's picture as PNG."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address, wait_until="networkidle")
    taken = Image.open(io.BytesIO(page.screenshot()))
    taken.convert("RGB").quantize(COLOURS).save(picture, optimize=True)
    page.close()


def main() -> None:
    """Take every picture."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--db", type=Path, default=Path("reports.db"))
    db = parser.parse_args().db
    FOLDER.mkdir(exist_ok=True)
    try:
        with served(db) as site, open_browser() as browser:
            finder = browser.new_page()
            for kind in PAGES:
                address = find(finder, site, kind)
                for width, height in SIZES:
                    name = f"{kind}-{width}.png"
                    photograph(browser, address, FOLDER / name, width, height)
                    print(f"docs/pictures/{name}")
    except NoBrowserError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
