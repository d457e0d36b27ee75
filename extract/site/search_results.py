"""A search from words to results: what matches is kept, so that paging and filters are quick."""

from __future__ import annotations

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary

from datasette.app import Datasette

from extract.site.paging import Paging
from extract.site.questions import Archive, Question, answers
from extract.site.search_choice import Asked, Sort
from extract.site.search_entries import Codes, Entries, Facet, load
from extract.site.search_matches import Matches, Ranking, match
from extract.site.search_passages import Found, Passages
from extract.site.search_words import Words, read
from extract.site.settings import settings_of
from extract.site.shown import COUNCIL_NAME, paragraphs_of

#: Searches whose matches are kept.
KEPT: Final = 64


@dataclass(frozen=True, slots=True)
class Result:
    """A report, or a paper that belongs to none; `date` is an ISO date."""

    id: int
    kind: str
    part_id: int | None
    title: str | None
    date: str | None
    reference: str | None
    key_decision: int | None
    confidentiality_status: str | None
    exemption_paragraphs: str
    council_code: str | None
    council: str | None
    committee_id: str | None
    committee: str | None
    meeting_id: str | None
    beginning: str | None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs that the public is kept out by."""
        return paragraphs_of(self.exemption_paragraphs)


RESULTS: Final = Question(
    f"""
SELECT search_entries.id, search_entries.kind, search_entries.part_id,
  coalesce(reports.title, parts.title) AS title, search_entries.date, reports.reference,
  search_entries.key_decision, reports.confidentiality_status,
  coalesce(reports.exemption_paragraphs, parts.exemption_paragraphs, '[]') AS exemption_paragraphs,
  search_entries.council_code, {COUNCIL_NAME} AS council,
  search_entries.committee_id, committees.name AS committee,
  coalesce(reports.meeting_id, parts.meeting_id, documents.meeting_id) AS meeting_id,
  substr(coalesce(reports.summary, parts.text), 1, 600) AS beginning
FROM json_each(:ids) AS wanted
CROSS JOIN search_entries ON search_entries.id = wanted.value
LEFT JOIN reports ON reports.id = search_entries.report_id
LEFT JOIN parts ON parts.id = search_entries.part_id
LEFT JOIN documents ON documents.sha256 = parts.document_sha256
LEFT JOIN councils ON councils.code = search_entries.council_code
LEFT JOIN committees ON committees.id = search_entries.committee_id
ORDER BY wanted.key""",
    Result,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found: places of all that fits, in order, and the counts of each filter."""

    words: Words
    ranking: Ranking
    places: Codes
    facets: Mapping[str, Facet]
    unfiltered: int


class Searches:
    """Searches of one archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._hide = settings_of(archive.datasette).hide_contacts
        self._entries: Entries | None = None
        self._version: tuple[int, ...] = ()
        self._kept: OrderedDict[str, Matches] = OrderedDict()

    async def entries(self) -> Entries:
        """The entries; read again where the file has changed."""
        version = self._file_version()
        if self._entries is None or version != self._version:
            self._entries = await self._archive.at_once(load)
            self._version = version
            self._kept.clear()
        return self._entries

    async def answer(self, asked: Asked) -> Answer:
        """Everything that fits.

        Raises:
            TooSlowError: where it took longer than a page may.
        """
        entries, words = await self.entries(), read(asked.q)
        found = await self._matches(entries, words)
        places = entries.narrow(found.places, asked)
        ranking = found.ranking
        if asked.sort is Sort.NEWEST and ranking is not Ranking.DATE:
            places, ranking = entries.by_date(places), Ranking.DATE
        facets = entries.facets(found.places, asked)
        return Answer(words, ranking, places, facets, len(found.places))

    async def results(self, answer: Answer, paging: Paging) -> Sequence[tuple[Result, Found]]:
        """One page of what was found, with passages."""
        entries = await self.entries()
        shown = answer.places[paging.offset : paging.offset + paging.size]

        def look(connection: sqlite3.Connection) -> list[tuple[Result, Found]]:
            rows = answers(connection, RESULTS, ids=json.dumps(entries.ids[shown].tolist()))
            if not answer.words.expression:
                return [(row, Found()) for row in rows]
            ids = [row.id for row in rows]
            passages = Passages(connection, answer.words, ids, hide_contacts=self._hide)
            return [
                (row, passages.of_paper(row.id) if row.part_id else passages.of_report(row.id))
                for row in rows
            ]

        return await self._archive.at_once(look)

    async def rows(self, answer: Answer, most: int) -> Sequence[Result]:
        """The first of what was found, without passages."""
        ids = json.dumps((await self.entries()).ids[answer.places[:most]].tolist())
        return await self._archive.at_once(lambda connection: answers(connection, RESULTS, ids=ids))

    async def _matches(self, entries: Entries, words: Words) -> Matches:
        key = f"{words.plain} {words.expression}"
        if key not in self._kept:
            self._kept[key] = await self._archive.at_once(
                lambda connection: match(connection, entries, words)
            )
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return self._kept[key]

    def _file_version(self) -> tuple[int, ...]:
        """Changes with the file, where it may change while it is served."""
        database = self._archive.database
        if not database.is_mutable or database.path is None:
            return ()
        files = (Path(database.path), Path(f"{database.path}-wal"))
        stats = [file.stat() for file in files if file.exists()]
        return tuple(value for stat in stats for value in (stat.st_mtime_ns, stat.st_size))


_SEARCHES: WeakKeyDictionary[Datasette, Searches] = WeakKeyDictionary()


def searches_of(archive: Archive) -> Searches:
    """The searches of a running site."""
    if archive.datasette not in _SEARCHES:
        _SEARCHES[archive.datasette] = Searches(archive)
    return _SEARCHES[archive.datasette]
