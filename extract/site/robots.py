"""What search engines are asked to take up (`robots.txt`, RFC 9309)."""

from __future__ import annotations

from typing import Final

from datasette.app import Datasette
from datasette.utils.asgi import Response

from extract.site.questions import archive_of
from extract.site.settings import Robots, settings_of

#: Addresses without end: every choice of filters of the search and the comparison is one.
_ENDLESS: Final = ("/search", "/compare", "/-/")


async def view(datasette: Datasette) -> Response:
    """The file: nothing, or the pages for people without Datasette's tables."""
    if settings_of(datasette).robots is Robots.NONE:
        return Response.text("User-agent: *\nDisallow: /\n")
    tables = f"/{(await archive_of(datasette)).name}"
    lines = [f"Disallow: {datasette.urls.path(path)}" for path in (tables, *_ENDLESS)]
    return Response.text("\n".join(("User-agent: *", *lines)) + "\n")
