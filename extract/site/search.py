"""Search over everything: reports by all that they say, and the papers that belong to none.

The address is the question; the same as a page, as CSV, as JSON and as an Atom feed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from extract.site import search_exports as exports
from extract.site.addresses import Addresses
from extract.site.contacts import without_contacts
from extract.site.pages import page
from extract.site.paging import Paging, pager, paging_of
from extract.site.questions import archive_of
from extract.site.search_choice import Asked, Sort
from extract.site.search_filters import Filters
from extract.site.search_matches import MOST_RANKED
from extract.site.search_passages import Found, Piece
from extract.site.search_results import Answer, Result, Searches, searches_of
from extract.site.settings import settings_of
from extract.site.stopping import TooSlowError

#: Results on a page.
SIZE: Final = 20
#: Characters of a paper's beginning that are shown where no words are looked for.
BEGINNING: Final = 240


async def view(datasette: Datasette, request: Request) -> Response:
    """The page, or with `.csv`, `.json` or `.atom` its results."""
    archive, asked = await archive_of(datasette), Asked.of(request)
    searches, form = searches_of(archive), request.url_vars["format"]
    try:
        answer = await searches.answer(asked)
        if form == "csv":
            rows = await searches.rows(answer, exports.MOST_ROWS)
            return exports.as_csv(rows, exports.Places(datasette, request))
        paging = paging_of(request, len(answer.places), SIZE)
        results = await searches.results(answer, paging)
    except TooSlowError:
        return await _too_slow(datasette, request, asked)
    if form in ("json", "atom"):
        export = exports.as_json if form == "json" else exports.as_atom
        places = exports.Places(datasette, request)
        return export(asked, answer, paging, results, places)
    return await _page(datasette, request, asked, answer, searches, paging, results)


async def _page(
    datasette: Datasette,
    request: Request,
    asked: Asked,
    answer: Answer,
    searches: Searches,
    paging: Paging,
    results: Sequence[tuple[Result, Found]],
) -> Response:
    addresses = Addresses(datasette)

    def address(number: int | None) -> str:
        return addresses.search(pairs=asked.pairs(), page=number)

    filters = Filters(addresses, asked, answer.facets, await searches.entries())
    hidden = settings_of(datasette).hide_contacts
    content = {
        "asked": asked,
        "answer": answer,
        "results": results,
        "pager": pager(paging, address),
        "groups": filters.groups(),
        "chosen": list(filters.chosen()),
        "kept": [pair for pair in asked.pairs() if pair[0] not in _FIELDS],
        "sorts": tuple(Sort),
        "exports": {form: addresses.search(f".{form}", asked.pairs()) for form in exports.FORMS},
        "most_rows": exports.MOST_ROWS,
        "most_ranked": MOST_RANKED,
        "without_filters": addresses.search(q=asked.q),
        "any_of": _any_of(asked.q),
        "beginning": lambda result: _beginning(result, hidden=hidden),
        "plain": lambda text: (Piece(text),),
    }
    return await page(datasette, request, "search.html", content, inner="_search.html")


#: What the form of the page has fields for; other filters go along unseen.
_FIELDS: Final = ("q", "since", "until", "sort")


async def _too_slow(datasette: Datasette, request: Request, asked: Asked) -> Response:
    content = {"asked": asked, "too_slow": True, "kept": [], "sorts": tuple(Sort)}
    return await page(datasette, request, "search.html", content, inner="_search.html", status=503)


def _beginning(result: Result, *, hidden: bool) -> str:
    """How a paper begins, cut at a word."""
    text = without_contacts(result.beginning or "") if hidden else result.beginning or ""
    if len(text) <= BEGINNING:
        return text
    return f"{text[:BEGINNING].rpartition(' ')[0]} …"


def _any_of(q: str) -> str:
    """Several plain words as a search for any of them; "" where that is no other search."""
    words = q.split()
    plain = len(words) > 1 and all(word.isalnum() for word in words)
    return " OR ".join(words) if plain and not {"AND", "OR", "NOT"} & set(words) else ""
