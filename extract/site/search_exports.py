"""What a search found, for programs: CSV for spreadsheets, JSON, and Atom for feed readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final
from xml.etree import ElementTree

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from extract.site.addresses import Addresses
from extract.site.paging import Paging
from extract.site.search_choice import Asked
from extract.site.search_passages import Found, Passage
from extract.site.search_results import Answer, Result
from extract.site.spreadsheet import csv_response
from extract.site.wording import words_of

#: Forms beside the page.
FORMS: Final = ("csv", "json", "atom")
#: Rows of a CSV file.
MOST_ROWS: Final = 5_000

_COLUMNS: Final = (
    "date",
    "council",
    "committee",
    "kind",
    "title",
    "reference",
    "key_decision",
    "confidentiality_status",
    "address",
)
_ATOM: Final = "http://www.w3.org/2005/Atom"
#: Characters that XML 1.0 has no way to write.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Places:
    """Whole addresses, for files that are read elsewhere."""

    def __init__(self, datasette: Datasette, request: Request) -> None:
        self._datasette = datasette
        self._request = request
        self._addresses = Addresses(datasette)

    def result(self, result: Result) -> str:
        """Of a result's page."""
        if result.part_id is not None:
            return self._whole(self._addresses.paper(result.part_id))
        return self._whole(self._addresses.report(result.id))

    def passage(self, result: Result, passage: Passage) -> str:
        """Of the place on a report's page that a passage stands in."""
        anchor = f"#{passage.anchor}" if passage.anchor else ""
        return f"{self.result(result)}{anchor}"

    def search(self, asked: Asked, suffix: str = "", page: int | None = None) -> str:
        """Of the search."""
        return self._whole(self._addresses.search(suffix, asked.pairs(), page=page))

    def _whole(self, path: str) -> str:
        return str(self._datasette.absolute_url(self._request, path))


def as_csv(rows: Sequence[Result], places: Places) -> Response:
    """The results as lines of a spreadsheet, without passages."""
    return csv_response("search.csv", _lines(rows, places))


def _lines(rows: Sequence[Result], places: Places) -> Iterator[tuple[object, ...]]:
    yield _COLUMNS
    for row in rows:
        said = _said(row) | {"address": places.result(row)}
        yield tuple("" if said[name] is None else said[name] for name in _COLUMNS)


def _said(row: Result) -> dict[str, str | int | None]:
    return {
        "id": row.id,
        "kind": row.kind,
        "title": row.title,
        "date": row.date,
        "reference": row.reference,
        "key_decision": row.key_decision,
        "confidentiality_status": row.confidentiality_status,
        "council_code": row.council_code,
        "council": row.council,
        "committee_id": row.committee_id,
        "committee": row.committee,
    }


def as_json(
    asked: Asked,
    answer: Answer,
    paging: Paging,
    results: Sequence[tuple[Result, Found]],
    places: Places,
) -> Response:
    """A page of results with passages, and the counts of every filter."""
    later = paging.page + 1 if paging.page < paging.pages else None
    content: dict[str, Any] = {
        "q": asked.q,
        "read_as_plain_words": answer.words.plain,
        "ranking": answer.ranking,
        "total": paging.total,
        "page": paging.page,
        "pages": paging.pages,
        "next": places.search(asked, ".json", later) if later else None,
        "counts": {name: facet.counts for name, facet in answer.facets.items()},
        "results": [
            _said(row)
            | {
                "address": places.result(row),
                "passage": _passage(row, found.passage, places) if found.passage else None,
            }
            for row, found in results
        ],
    }
    return Response.json(content)


def _passage(row: Result, passage: Passage, places: Places) -> dict[str, str | int | None]:
    return {
        "text": passage.text,
        "place": passage.place,
        "page": passage.page,
        "address": places.passage(row, passage),
    }


def as_atom(
    asked: Asked,
    answer: Answer,
    paging: Paging,
    results: Sequence[tuple[Result, Found]],
    places: Places,
) -> Response:
    """A page of results as a feed; `sort=newest` makes it one of what is new."""
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    here = places.search(asked, ".atom", paging.page if paging.page > 1 else None)
    days = [row.date for row, _ in results if row.date]
    _add(feed, "title", f"Council reports: {asked.q}" if asked.q else "Council reports")
    _add(feed, "id", here)
    _add(feed, "updated", _moment(max(days, default=None)))
    _add(feed, "link", rel="self", href=here)
    _add(feed, "link", rel="alternate", type="text/html", href=places.search(asked))
    if paging.page < paging.pages:
        _add(feed, "link", rel="next", href=places.search(asked, ".atom", paging.page + 1))
    for row, found in results:
        entry = _add(feed, "entry")
        _add(entry, "title", row.title or f"{words_of(row.kind).capitalize()} without a title")
        _add(entry, "id", places.result(row))
        _add(entry, "updated", _moment(row.date))
        _add(entry, "link", rel="alternate", type="text/html", href=places.result(row))
        _add(_add(entry, "author"), "name", row.council or "A council that is not known")
        if row.committee:
            _add(entry, "category", term=_xml(row.committee))
        if found.passage:
            _add(entry, "summary", found.passage.text)
    text = ElementTree.tostring(feed, encoding="unicode", xml_declaration=False)
    return Response(
        f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n',
        content_type="application/atom+xml; charset=utf-8",
    )


def _add(
    parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = None if text is None else _xml(text)
    return element


def _xml(text: str) -> str:
    return _NOT_XML.sub(" ", text)


def _moment(day: str | None) -> str:
    """A day as Atom has it; where there is none, the first of all days."""
    return f"{day or '1970-01-01'}T00:00:00Z"
