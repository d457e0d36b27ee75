"""For each result the passage that answers best, marked, with the place that it stands in.

The index over everything tells which report has the words; where they stand, the indexes of its
own sections, recommendations and implications tell. Their keys are the report's own and those that
follow (see `extract.store.keys`), so each index is asked for one run of keys. Nothing is ranked
there: for that SQLite would read how frequent each word is in all papers, twenty times over.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any, Final

from extract.site.contacts import HIDDEN, contacts_in
from extract.site.search_words import Leaf, Words, folded

#: Around a word that was looked for: characters that no text of ours has.
_OPEN, _CLOSE = "\x02", "\x03"
#: Words of a passage.
LENGTH: Final = 36
#: Rows that one report can have in one table: keys beyond belong to others.
_SPAN: Final = 10_000
#: Forms of words that are looked for instead of how they begin.
MOST_FORMS: Final = 60
#: Sections of one report that are looked at; with this many hits, one is as good as another.
_MOST: Final = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a passage; `marked` where it is a word that was looked for."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a paper: `place` in words, `anchor` on the report's page, `page` from 1."""

    pieces: tuple[Piece, ...]
    place: str
    anchor: str = ""
    page: int | None = None

    @property
    def text(self) -> str:
        """Without marks."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def words(self) -> int:
        """How many different words of the search it has."""
        return len({piece.text.casefold() for piece in self.pieces if piece.marked})


_MARKS: Final = f"'{_OPEN}', '{_CLOSE}', '…', {LENGTH}"

OWN_TEXTS: Final = f"""
SELECT highlight(reports_fts, 0, '{_OPEN}', '{_CLOSE}'), snippet(reports_fts, 1, {_MARKS}),
  snippet(reports_fts, 2, {_MARKS}), snippet(reports_fts, 3, {_MARKS}),
  reports.summary, reports.reasons, reports.alternatives
FROM reports_fts CROSS JOIN reports ON reports.id = reports_fts.rowid
WHERE reports_fts MATCH :words AND reports_fts.rowid = :report"""

RECOMMENDATIONS: Final = f"""
SELECT recommendations.position, 'recommendation ' || recommendations.label,
  snippet(recommendations_fts, 0, {_MARKS}), recommendations.text, NULL
FROM recommendations_fts
CROSS JOIN recommendations ON recommendations.id = recommendations_fts.rowid
WHERE recommendations_fts MATCH :words AND recommendations_fts.rowid BETWEEN :report AND :last
  AND recommendations.report_id = :report
LIMIT :most"""

IMPLICATIONS: Final = f"""
SELECT implications.position, implications.heading,
  snippet(implications_fts, 1, {_MARKS}), implications.text, NULL
FROM implications_fts
CROSS JOIN implications ON implications.id = implications_fts.rowid
WHERE implications_fts MATCH :words AND implications_fts.rowid BETWEEN :report AND :last
  AND implications.report_id = :report
LIMIT :most"""

SECTIONS: Final = f"""
SELECT sections.position, sections.heading, snippet(sections_fts, 1, {_MARKS}), sections.text,
  sections.first_page
FROM sections_fts CROSS JOIN sections ON sections.id = sections_fts.rowid
WHERE sections_fts MATCH :words AND sections_fts.rowid BETWEEN :report AND :last
  AND sections.report_id = :report
LIMIT :most"""

#: All that an entry says.
TEXTS: Final = """
SELECT title, summary, recommendations, implications, body FROM search_texts WHERE id = ?"""

_OWN: Final = ("summary", "reasons", "alternatives")
_TABLES: Final = (
    ("recommendation", RECOMMENDATIONS),
    ("implication", IMPLICATIONS),
    ("section", SECTIONS),
)
#: Anchors of what has its page with the evidence.
_POINTED: Final = (*_OWN, "recommendation", "implication")
#: Page of a recommendation or implication.
PAGE: Final = "SELECT min(page) FROM evidence WHERE report_id = :report AND path = :path"

#: Appendices that stand in a pack with the report.
APPENDICES: Final = f"""
SELECT parts.label, parts.title, snippet(parts_fts, 1, {_MARKS}), parts.text, parts.first_page
FROM parts CROSS JOIN parts_fts ON parts_fts.rowid = parts.id
WHERE parts.report_id = :report AND parts.kind <> 'report' AND parts_fts MATCH :words
LIMIT :most"""

PAPER: Final = f"""
SELECT highlight(parts_fts, 0, '{_OPEN}', '{_CLOSE}'), snippet(parts_fts, 1, {_MARKS}),
  parts.text, parts.first_page
FROM parts_fts CROSS JOIN parts ON parts.id = parts_fts.rowid
WHERE parts_fts MATCH :words AND parts_fts.rowid = :part"""


@dataclass(frozen=True, slots=True)
class Found:
    """What is shown of a result: its title with marks, None where no word stands in it, and its
    best passage, None where only the title has any word.
    """

    title: tuple[Piece, ...] | None = None
    passage: Passage | None = None


class Passages:
    """Finds passages of some entries on one connection, for one search."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        words: Words,
        entries: Iterable[int],
        *,
        hide_contacts: bool,
    ) -> None:
        self._connection = connection
        self._needed = words.needed
        self._hide = hide_contacts
        self._words = " OR ".join(map(str, self._looked_for(words, entries)))

    def _looked_for(self, words: Words, entries: Iterable[int]) -> Iterable[Leaf]:
        """Whole words: to look up how one begins, SQLite reads all papers that have one so."""
        if not any(leaf.prefix for leaf in words.wanted):
            return words.wanted
        texts = [self._connection.execute(TEXTS, [entry]).fetchone() for entry in entries]
        text = folded("\n".join(part for row in texts for part in row or () if part))
        found = chain.from_iterable(leaf.among(text) for leaf in words.wanted)
        return tuple(islice(found, MOST_FORMS)) or words.wanted

    def of_report(self, report: int) -> Found:
        """The best passage of a report: the first that has all words, else the one with most.

        Of appendices, where no word stands in the report itself.
        """
        title, own = None, []
        for marked, *rest in self._rows(OWN_TEXTS, report=report):
            title = _pieces(marked or "")
            own = list(self._own_texts(*rest))
        best: Passage | None = None
        for passage in chain(own, self._of_tables(report)):
            if best is None or passage.words > best.words:
                best = passage
            if best.words >= self._needed:
                break
        if best is None:
            best = next(self._of_appendices(report), None)
        return Found(title, self._with_page(best, report) if best else None)

    def of_paper(self, part: int) -> Found:
        """The title of a paper that belongs to no report, and its best passage."""
        for title, snippet, text, page in self._rows(PAPER, part=part):
            return Found(_pieces(title), Passage(self._shown(snippet, text), "text", page=page))
        return Found()

    def _own_texts(self, *row: Any) -> Iterator[Passage]:
        """Those of summary, reasons and alternatives that have a word that is looked for."""
        for place, snippet, text in zip(_OWN, row[:3], row[3:], strict=True):
            if snippet and _OPEN in snippet:
                yield Passage(self._shown(snippet, text), place, place)

    def _of_tables(self, report: int) -> Iterator[Passage]:
        for name, sql in _TABLES:
            for position, heading, snippet, text, page in self._rows(sql, report=report):
                pieces = self._shown(snippet, text)
                yield Passage(pieces, heading.strip(), f"{name}-{position}", page)

    def _of_appendices(self, report: int) -> Iterator[Passage]:
        """Those of appendices that stand in a pack with the report."""
        for label, title, snippet, text, page in self._rows(APPENDICES, report=report):
            place = " ".join(filter(None, ("appendix", label, title)))
            yield Passage(self._shown(snippet, text), place, page=page)

    def _with_page(self, passage: Passage, report: int) -> Passage:
        """The passage with its page, where that stands with the evidence."""
        name, _, position = passage.anchor.partition("-")
        if passage.page or name not in _POINTED:
            return passage
        path = f"/{name}s/{position}/text" if position else f"/{name}"
        (page,) = self._connection.execute(PAGE, {"report": report, "path": path}).fetchone()
        return replace(passage, page=page)

    def _rows(self, sql: str, **values: int) -> Iterable[tuple[Any, ...]]:
        last = values.get("report", 0) + _SPAN
        given = {**values, "words": self._words, "last": last, "most": _MOST}
        rows: Iterable[tuple[Any, ...]] = self._connection.execute(sql, given)
        return rows

    def _shown(self, snippet: str, text: str) -> tuple[Piece, ...]:
        return _without_contacts(_pieces(snippet), text) if self._hide else _pieces(snippet)


def _pieces(text: str) -> tuple[Piece, ...]:
    """A text with marks in it, in pieces."""
    pieces: list[Piece] = []
    for at, run in enumerate(text.split(_OPEN)):
        marked, closed, rest = run.partition(_CLOSE)
        if at and closed:
            pieces.append(Piece(marked, marked=True))
        else:
            rest = run
        if rest:
            pieces.append(Piece(rest))
    return tuple(pieces)


def _without_contacts(pieces: tuple[Piece, ...], text: str) -> tuple[Piece, ...]:
    """The pieces without what is an e-mail address or telephone number in the whole text.

    In a passage one may be cut in two and not be known for what it is.
    """
    plain = "".join(piece.text for piece in pieces)
    words = plain.lstrip("…")
    start = text.find(words.rstrip("…")) - (len(plain) - len(words))
    hidden = [(first - start, last - start) for first, last in contacts_in(text)]
    shown: list[Piece] = []
    begin = 0
    for piece in pieces:
        end = begin + len(piece.text)
        at = begin
        for first, last in hidden:
            if last <= at or first >= end:
                continue
            shown.append(Piece(plain[at : max(at, first)], piece.marked))
            if first >= begin or begin == 0:  # else it began in a piece before
                shown.append(Piece(HIDDEN))
            at = min(last, end)
        shown.append(Piece(plain[at:end], piece.marked))
        begin = end
    return tuple(piece for piece in shown if piece.text)
