"""Which pages of a document the public may not see: their pictures and words are never served.

The rule leans to refusing. Nothing is served

1. of a part that stands in place of what is withheld, that has exemption paragraphs, whose title
   says in brackets that it is exempt, confidential, closed, private or restricted, or that says
   in its first lines that it is not for publication;
2. of an exempt report, or of what is attached to one. A report is exempt where it says so in any
   document that it is published in, or where an agenda has it under an exempt item;
3. of the pages and parts of an exempt item of an agenda;
4. of what is attached to a report that is exempt in part, or stands under an item of which
   something is withheld, unless the report lists it, by its label or its title, as an open
   appendix. The report itself is served;
5. of a document all of whose reports are exempt, or that holds an exempt report or part of which
   it is not known where it stands.

Pages are counted from 1, characters from 0; a document has the one or the other.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from extract.lexicon import fold, says, wording
from extract.site.questions import Question, answers
from extract.store.keys import folded

_REPORT: Final = "it belongs to a report that is exempt from publication"
_ITEM: Final = "it belongs to an item of the agenda that is taken in private"
_LEAF: Final = "it stands in place of a paper that is withheld"
_PART: Final = "it belongs to a paper that is exempt from publication"
_UNLISTED: Final = (
    "it is attached to a paper of which something is withheld, and is not listed there as open"
)
_DOCUMENT: Final = "it is in a document whose reports are exempt from publication"
_NOWHERE: Final = "its document holds something exempt, and it is not known on which pages"

_SECRET_TITLE: Final = re.compile(
    rf"\((?:{wording('secrecy')}|restricted|not for publication)\b[^()]*\)", re.IGNORECASE
)
#: What a paper says above its first words, by lines; and how many characters of it are looked at.
_SECRET_LINE: Final = says("page_withheld")
_OPENING: Final = 400
_ATTACHED: Final = ("appendix", "supplement")


class Place(NamedTuple):
    """A run of pages, both ends in it, or of characters, the end not in it."""

    first_page: int | None
    last_page: int | None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Secrecy:
    """What may not be shown of a document; a reason is the end of "may not be shown because"."""

    whole: str | None = None
    places: tuple[tuple[Place, str], ...] = ()

    def of_page(self, page: int) -> str | None:
        """Why a page (from 1) may not be shown; None where it may."""
        found = (
            why
            for place, why in self.places
            if place.first_page is not None and place.last_page is not None
            if place.first_page <= page <= place.last_page
        )
        return self.whole or next(found, None)

    def of_characters(self, start: int, end: int) -> str | None:
        """Why a range of characters (`end` not in it) may not be shown; None where it may."""
        found = (
            why
            for place, why in self.places
            if place.start is not None and place.end is not None
            if place.start < end and start < place.end
        )
        return self.whole or next(found, None)

    def of_place(self, place: Place) -> str | None:
        """Why something may not be shown of a run of pages or characters; None where all may."""
        if self.whole:
            return self.whole
        if place.first_page is not None and place.last_page is not None:
            pages = range(place.first_page, place.last_page + 1)
            return next(filter(None, map(self.of_page, pages)), None)
        if place.start is not None and place.end is not None:
            return self.of_characters(place.start, place.end)
        return None


def secrecy_of(connection: sqlite3.Connection, sha256: str) -> Secrecy:
    """What may not be shown of a document that the database holds."""
    found = answers(connection, REPORTS, sha256=sha256)
    reports: dict[int | None, _Report] = {report.position: report for report in found}
    if reports and all(report.exempt for report in reports.values()):
        return Secrecy(whole=_DOCUMENT)
    exempt = [report for report in reports.values() if report.exempt]
    closed = [
        (Place(report.first_page, report.last_page), _REPORT)
        for report in exempt
        if report.first_page is not None
    ]
    unplaced: set[int | None] = {r.position for r in exempt if r.first_page is None}
    for part in answers(connection, PARTS, sha256=sha256):
        if why := _why_part(connection, part, reports.get(part.report_position)):
            if part.place is None:
                return Secrecy(whole=_NOWHERE)
            closed.append((part.place, why))
            if part.kind == "report":
                unplaced.discard(part.report_position)
    if unplaced:
        return Secrecy(whole=_NOWHERE)
    closed += [(place, _ITEM) for place in answers(connection, ITEMS, sha256=sha256)]
    return Secrecy(places=tuple(closed))


@dataclass(frozen=True, slots=True)
class _Report:
    """A report of a document, with its pages there; the last two are 0 or 1."""

    position: int
    first_page: int | None
    last_page: int | None
    id: int
    exempt: int
    partly: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a document; the last three are 0 or 1."""

    first_page: int | None
    last_page: int | None
    char_start: int | None
    char_end: int | None
    kind: str
    label: str
    title: str
    opening: str
    report_position: int | None
    exempt: int
    item_exempt: int
    item_withheld: int

    @property
    def place(self) -> Place | None:
        """Where it stands; None where that is not known."""
        if self.first_page is None and self.char_start is None:
            return None
        return Place(self.first_page, self.last_page, self.char_start, self.char_end)


@dataclass(frozen=True, slots=True)
class _Listed:
    """An appendix as its report lists it; `paragraphs` is a JSON array."""

    label: str
    title: str
    paragraphs: str


# Of a source that is not the one shown, its record says whether it is exempt; see `store.sources`.
REPORTS: Final = Question(
    """
SELECT here.position, here.first_page, here.last_page, reports.id,
  reports.confidentiality_status = 'exempt'
  OR EXISTS (
    SELECT 1 FROM report_sources AS other
    WHERE other.report_id = reports.id
      AND json_extract(other.record, '$.confidentiality.status') = 'exempt')
  OR EXISTS (
    SELECT 1 FROM parts JOIN agenda_items ON agenda_items.id = parts.agenda_item_id
    WHERE parts.report_id = reports.id AND agenda_items.confidentiality_status = 'exempt')
  AS exempt,
  reports.confidentiality_status = 'part_exempt'
  OR reports.exemption_paragraphs <> '[]'
  OR EXISTS (
    SELECT 1 FROM appendices
    WHERE appendices.report_id = reports.id AND appendices.exemption_paragraphs <> '[]')
  OR EXISTS (
    SELECT 1 FROM report_sources AS other
    WHERE other.report_id = reports.id
      AND json_extract(other.record, '$.confidentiality.status') = 'part_exempt')
  AS partly
FROM report_sources AS here JOIN reports ON reports.id = here.report_id
WHERE here.document_sha256 = :sha256""",
    _Report,
)

PARTS: Final = Question(
    f"""
SELECT parts.first_page, parts.last_page, parts.char_start, parts.char_end,
  parts.kind, parts.label, parts.title, parts.report_position,
  CASE WHEN parts.kind <> 'agenda' THEN substr(parts.text, 1, {_OPENING}) ELSE '' END AS opening,
  parts.exemption_paragraphs <> '[]' AS exempt,
  coalesce(agenda_items.confidentiality_status = 'exempt', 0) AS item_exempt,
  coalesce(agenda_items.withheld, 0) AS item_withheld
FROM parts LEFT JOIN agenda_items ON agenda_items.id = parts.agenda_item_id
WHERE parts.document_sha256 = :sha256""",
    _Part,
)

ITEMS: Final = Question(
    """
SELECT first_page, last_page FROM agenda_items
WHERE document_sha256 = :sha256
  AND confidentiality_status = 'exempt' AND first_page IS NOT NULL""",
    Place,
)

APPENDICES: Final = Question(
    """
SELECT label, title, exemption_paragraphs AS paragraphs FROM appendices
WHERE report_id = :report""",
    _Listed,
)


def _why_part(connection: sqlite3.Connection, part: _Part, of: _Report | None) -> str | None:
    """Why a part may not be shown; `of` is the report that it is, or is attached to."""
    if part.kind == "withheld":
        return _LEAF
    if part.exempt or _SECRET_TITLE.search(part.title) or _says_so(part.opening):
        return _PART
    if of is not None and of.exempt:
        return _REPORT
    if part.item_exempt:
        return _ITEM
    partly = part.item_withheld or (of is not None and of.partly)
    if partly and part.kind in _ATTACHED and not _listed_as_open(connection, part, of):
        return _UNLISTED
    return None


def _says_so(opening: str) -> bool:
    """Whether one of the first lines of a paper says that it is not for publication."""
    lines = (fold(line) for line in opening.splitlines())
    return any("not for publication" in line or _SECRET_LINE.search(line) for line in lines)


def _listed_as_open(connection: sqlite3.Connection, part: _Part, of: _Report | None) -> bool:
    """Whether the report names the part among its appendices, and as an open one alone."""
    if of is None:
        return False
    here = set(_names(part.label, part.title))
    listed = False
    for appendix in answers(connection, APPENDICES, report=of.id):
        if here.isdisjoint(_names(appendix.label, appendix.title)):
            continue
        if appendix.paragraphs != "[]" or _SECRET_TITLE.search(appendix.title):
            return False
        listed = True
    return listed


def _names(label: str, title: str) -> Iterator[str]:
    """What an appendix is called, to be compared: by its label, by its title, or by neither."""
    if label:
        yield f"label {fold(label)}"
    if folded(title):
        yield f"title {folded(title)}"
