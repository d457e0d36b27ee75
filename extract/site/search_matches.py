"""Which entries match the words, best first.

Every match is fetched in one row: SQLite then works without Python's lock, and other readers'
pages are made meanwhile. To rank a match takes ten times as long as to find it. So where there are
more than `MOST_RANKED`, which only happens with words that stand in most papers and thus rank
little, entries come by where the words stand, and then by date; the page says so.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from extract.site.search_entries import Codes, Entries, Ints
from extract.site.search_words import Words

#: Matches that are ranked; some 30 ms of work.
MOST_RANKED: Final = 10_000
#: What a word weighs in the columns of the index: title, summary, recommendations, implications,
#: body.
WEIGHTS: Final = (8.0, 4.0, 4.0, 2.0, 1.0)

FOUND: Final = "SELECT group_concat(rowid) FROM search_fts WHERE search_fts MATCH :words"

# `OFFSET 0` keeps SQLite from merging the two: bm25 can't be asked for within an aggregate.
RANKED: Final = f"""
SELECT group_concat(id), group_concat(score) FROM (
  SELECT rowid AS id,
    CAST(bm25(search_fts, {", ".join(map(str, WEIGHTS))}) * -1e9 AS INTEGER) AS score
  FROM search_fts WHERE search_fts MATCH :words LIMIT -1 OFFSET 0
)"""


class Ranking(StrEnum):
    """How matches are ordered."""

    BEST = "best"
    """By how well they fit."""
    PLACE = "place"
    """By the part of the paper that the words stand in, then by date."""
    DATE = "date"
    """By date, as nothing was looked for."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Places of the entries that match, in order."""

    places: Codes
    ranking: Ranking


def match(connection: sqlite3.Connection, entries: Entries, words: Words) -> Matches:
    """All matches of the words; all entries where nothing is looked for."""
    if not words.expression:
        nothing = np.array([], np.int32)
        return Matches(nothing if words.plain else entries.newest, Ranking.DATE)
    places = _found(connection, entries, words.expression)
    if len(places) > MOST_RANKED:
        return Matches(_by_place(connection, entries, places, words.expression), Ranking.PLACE)
    ids, scores = connection.execute(RANKED, {"words": words.expression}).fetchone()
    ranked, known = entries.places_of(_numbers(ids))
    order = np.lexsort((-entries.dates[ranked], -_numbers(scores)[known]))
    return Matches(ranked[order], Ranking.BEST)


def _by_place(
    connection: sqlite3.Connection, entries: Entries, places: Codes, expression: str
) -> Codes:
    """Entries with the words in the title, those with them in what sums them up, the others."""
    tier = np.full(len(entries.ids), 2, np.int8)
    for number, columns in ((1, "title summary recommendations"), (0, "title")):
        tier[_found(connection, entries, f"{{{columns}}} : {expression}")] = number
    return places[np.lexsort((-entries.dates[places], tier[places]))]


def _found(connection: sqlite3.Connection, entries: Entries, expression: str) -> Codes:
    (ids,) = connection.execute(FOUND, {"words": expression}).fetchone()
    return entries.places_of(_numbers(ids))[0]


def _numbers(text: str | None) -> Ints:
    """Numbers with commas between them; None where there are none."""
    return np.fromstring(text or "", np.int64, sep=",")
