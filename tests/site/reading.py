"""Pages as a reader has them: parsed, with their links."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from datasette.app import Datasette
from selectolax.lexbor import LexborHTMLParser


async def read(site: Datasette, path: str) -> LexborHTMLParser:
    """The page at an address, which answers."""
    response = await site.client.get(path)
    assert response.status_code == 200, f"{path}: {response.text[:2000]}"
    return LexborHTMLParser(response.text)


def text_of(page: LexborHTMLParser, selector: str = "main") -> str:
    """The words of an element, with single spaces."""
    found = page.css_first(selector)
    assert found is not None, selector
    return " ".join(found.text().split())


def section(page: LexborHTMLParser, heading: str) -> LexborHTMLParser:
    """What stands under a heading, by the heading's id."""
    found = page.css_first(f"section[aria-labelledby='{heading}']")
    assert found is not None, heading
    return LexborHTMLParser(found.html or "")


def links(page: LexborHTMLParser) -> Iterator[str]:
    """Addresses on this site that the page leads to, without what is behind "#"."""
    for link in page.css("a[href], link[href]"):
        parts = urlsplit(link.attributes["href"] or "")
        if not parts.scheme and not parts.netloc and parts.path:
            yield f"{parts.path}?{parts.query}" if parts.query else parts.path
