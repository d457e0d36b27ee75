"""The entries of the index over everything, in memory: by what answers are narrowed and counted.

A row of `search_entries` takes some thirty bytes here. All are read when somebody first searches,
and again when the file has changed; then a filter, or the counts of all filters, of fifty thousand
matches takes a few milliseconds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from extract.site.search_choice import Asked
from extract.store.search_index import BITS

Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

#: Committees of an archive that can be chosen among though no council is.
FEW_COMMITTEES: Final = 30

#: Reads every entry: once, not for each answer.
ENTRIES: Final = """
SELECT id, kind, council_code, committee_id, coalesce(year, 0),
  coalesce(CAST(replace(date, '-', '') AS INTEGER), 0), coalesce(key_decision, -1), substantive
FROM search_entries ORDER BY id"""
COUNCILS: Final = """
SELECT code, coalesce(nice_name, official_name), coalesce(nation, '') FROM councils"""
COMMITTEES: Final = """
SELECT id, name || coalesce(', ' || coalesce(nice_name, official_name), '')
FROM committees LEFT JOIN councils ON councils.code = committees.council_code"""


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter that may have several values, and how many matches each would give."""

    name: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Column:
    """The values of a filter, by their places in `values`: one for each entry."""

    values: tuple[str, ...]
    codes: Codes
    _places: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, cells: Sequence[str | None]) -> Column:
        """A column of texts; "" where there is none."""
        places: dict[str, int] = {}
        codes = [places.setdefault(cell or "", len(places)) for cell in cells]
        return cls(tuple(places), np.array(codes, np.int32), places)

    def mapped(self, change: Callable[[str], str]) -> Column:
        """The column with other values, several of which may become one."""
        changed = Column.of([change(value) for value in self.values])
        return Column(changed.values, changed.codes[self.codes], changed._places)

    def fits(self, places: Codes, values: Sequence[str]) -> Flags:
        """Which of the entries at these places have one of the values."""
        wanted = np.zeros(len(self.values), np.bool_)
        wanted[[self._places[value] for value in values if value in self._places]] = True
        return wanted[self.codes[places]]

    def counts(self, places: Codes) -> dict[str, int]:
        """How many of the entries at these places have each value; none without a value."""
        found = np.bincount(self.codes[places], minlength=len(self.values))
        there = np.flatnonzero(found)
        counts = zip(there.tolist(), found[there].tolist(), strict=True)
        return {self.values[code]: count for code, count in counts if self.values[code]}


@dataclass(frozen=True)
class Entries:
    """All entries, by ascending id; a place counts from 0 in that order."""

    ids: Ints
    columns: Mapping[str, Column]
    """By the name of the filter."""
    years: Codes
    """0 for none."""
    dates: Codes
    """As 20260312; 0 for none."""
    substantive: Codes
    council_names: Mapping[str, str]
    committee_names: Mapping[str, str]

    @cached_property
    def newest(self) -> Codes:
        """Places, the latest first."""
        return self.by_date(np.arange(len(self.ids), dtype=np.int32))

    def places_of(self, ids: Ints) -> tuple[Codes, Flags]:
        """Places of the ids that are here, and which those are: others came a moment ago."""
        places = np.searchsorted(self.ids, ids)
        known = places < len(self.ids)
        known[known] = self.ids[places[known]] == ids[known]
        return places[known].astype(np.int32), known

    def by_date(self, places: Codes) -> Codes:
        """The same places, the latest first."""
        return places[np.lexsort((self.ids[places], -self.dates[places]))]

    def narrow(self, places: Codes, asked: Asked) -> Codes:
        """Those of the places that fit all filters, in their order."""
        fitting = self._fitting(places, asked)
        return places[np.logical_and.reduce(list(fitting.values()))] if fitting else places

    def facets(self, places: Codes, asked: Asked) -> dict[str, Facet]:
        """For each filter what each of its values would give, the other filters being as they are.

        Beside those of `columns` these are "year" and "implication". Thousands of committees are
        no choice: they are counted where there are few, or a council is chosen.
        """
        fitting = self._fitting(places, asked)

        def others(name: str) -> Codes:
            masks = [mask for filter_, mask in fitting.items() if filter_ != name]
            return places[np.logical_and.reduce(masks)] if masks else places

        one_body = asked.council or asked.committee
        counts = {
            name: column.counts(others(name))
            for name, column in self.columns.items()
            if name != "committee" or one_body or len(column.values) <= FEW_COMMITTEES
        }
        years, of_year = np.unique(self.years[others("year")], return_counts=True)
        counts["year"] = {
            str(year): int(count) for year, count in zip(years, of_year, strict=True) if year
        }
        masks = self.substantive[others("implication")]
        implied = {str(kind): int(np.count_nonzero(masks & bit)) for kind, bit in BITS.items()}
        counts["implication"] = {kind: count for kind, count in implied.items() if count}
        return {name: Facet(name, count) for name, count in counts.items()}

    def _fitting(self, places: Codes, asked: Asked) -> dict[str, Flags]:
        """For each filter that is set, which of the places fit it."""
        fitting: dict[str, Flags] = {}
        for name, column in self.columns.items():
            if chosen := asked.chosen(name):
                fitting[name] = column.fits(places, chosen)
        if asked.implication:
            bits = sum(bit for kind, bit in BITS.items() if kind in asked.implication)
            fitting["implication"] = (self.substantive[places] & bits) != 0
        if asked.since or asked.until:
            years = self.years[places]
            first, last = asked.since or 1, asked.until or 9999
            fitting["year"] = (years >= first) & (years <= last)
        return fitting


def load(connection: sqlite3.Connection) -> Entries:
    """Read the entries."""
    rows: list[tuple[Any, ...]] = connection.execute(ENTRIES).fetchall()
    ids, kinds, councils, committees, years, dates, keys, bits = (
        zip(*rows, strict=True) if rows else [()] * 8
    )
    names: dict[str, str] = {}
    nations: dict[str, str] = {"": ""}
    for code, name, nation in connection.execute(COUNCILS):
        names[code], nations[code] = name, nation
    council = Column.of(councils)
    return Entries(
        ids=np.array(ids, np.int64),
        columns={
            "council": council,
            "nation": council.mapped(lambda code: nations.get(code, "")),
            "committee": Column.of(committees),
            "kind": Column.of(kinds),
            "key": Column.of(["" if key < 0 else str(key) for key in keys]),
        },
        years=np.array(years, np.int32),
        dates=np.array(dates, np.int32),
        substantive=np.array(bits, np.int32),
        council_names=names,
        committee_names=dict(connection.execute(COMMITTEES).fetchall()),
    )
