"""Pictures of pages, drawn from the originals that a build kept: `/-/page/<sha256>/<n>.png`.

What the public may not see is refused with 403 (see `secrecy`), what is not there with 404; both
say why in a line of text. With `hide_contacts`, e-mail addresses and telephone numbers are painted
over: those of the evidence, and those that the page's text shows.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from extract.originals import Originals
from extract.site.pdf_pages import Box, on_pdfium, picture_of
from extract.site.questions import Archive, Question, answers, archive_of
from extract.site.secrecy import secrecy_of
from extract.site.settings import settings_of

PDF: Final = "application/pdf"
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,5}")

#: The bytes of a page never change: it is named by the SHA-256 of its file.
_FOR_EVER: Final = {"cache-control": "public, max-age=31536000, immutable"}
#: A refusal is asked about anew: a later build may know better.
_ANEW: Final = {"cache-control": "no-cache"}


@dataclass(frozen=True, slots=True)
class _Document:
    media_type: str


DOCUMENT: Final = Question(
    "SELECT media_type FROM documents WHERE sha256 = :sha256 AND status = 'read'", _Document
)

# Of the report as it is shown, and of a source that is not shown, from its record.
CONTACTS: Final = Question(
    """
SELECT evidence.x0, evidence.top, evidence.x1, evidence.bottom
FROM reports JOIN evidence ON evidence.report_id = reports.id
WHERE reports.document_sha256 = :sha256
  AND evidence.path >= '/people/' AND evidence.path < '/people0'
  AND (evidence.path LIKE '%/email' OR evidence.path LIKE '%/phone')
  AND evidence.page = :page AND evidence.x0 IS NOT NULL
UNION
SELECT json_extract(place.value, '$.bbox[0]'), json_extract(place.value, '$.bbox[1]'),
  json_extract(place.value, '$.bbox[2]'), json_extract(place.value, '$.bbox[3]')
FROM report_sources, json_each(report_sources.record, '$.evidence') AS place
WHERE report_sources.document_sha256 = :sha256 AND report_sources.record IS NOT NULL
  AND (json_extract(place.value, '$.path') LIKE '/people/%/email'
    OR json_extract(place.value, '$.path') LIKE '/people/%/phone')
  AND json_extract(place.value, '$.page') = :page
  AND json_extract(place.value, '$.bbox') IS NOT NULL""",
    Box,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the database says of a page: of which type its file is, and what keeps it back."""

    media_type: str
    refused: str | None
    contacts: tuple[Box, ...]


async def view(datasette: Datasette, request: Request) -> Response:
    """The picture, or why there is none."""
    sha256, number = request.url_vars["sha256"], request.url_vars["page"]
    if not _NUMBER.fullmatch(number):
        return _no(404, "Pages are counted from 1.")
    page = int(number)
    archive = await archive_of(datasette)
    asked = await archive.at_once(lambda connection: _ask(connection, sha256, page))
    if asked is None:
        return _no(404, "No document with these bytes is in this archive.")
    if asked.refused:
        return _no(403, f"This page may not be shown: {asked.refused}.")
    if asked.media_type != PDF:
        return _no(404, "The document is no PDF, and has no pages to draw.")
    path = original_of(archive, sha256, asked.media_type)
    if path is None:
        return _no(404, "The original is not kept here; see where it was published.")
    hide = settings_of(datasette).hide_contacts
    covered = asked.contacts if hide else ()
    picture = await on_pdfium(picture_of, path, page, covered, hide_contacts=hide)
    if picture is None:
        return _no(404, f"The document has no page {page}, or it can't be drawn.")
    return Response(picture, content_type="image/png", headers=_FOR_EVER)


def original_of(archive: Archive, sha256: str, media_type: str) -> Path | None:
    """The file of a document, where the build kept it."""
    if archive.database.path is None:  # a database in memory has no folder beside it
        return None
    return Originals.beside(Path(archive.database.path)).find(sha256, media_type)


def _ask(connection: sqlite3.Connection, sha256: str, page: int) -> Asked | None:
    documents = answers(connection, DOCUMENT, sha256=sha256)
    if not documents:
        return None
    return Asked(
        media_type=documents[0].media_type,
        refused=secrecy_of(connection, sha256).of_page(page),
        contacts=tuple(answers(connection, CONTACTS, sha256=sha256, page=page)),
    )


def _no(status: int, why: str) -> Response:
    return Response(f"{why}\n", status=status, content_type="text/plain", headers=_ANEW)
