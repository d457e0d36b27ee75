"""The filters beside the results: each value with its count, and the address that chooses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from extract.site.addresses import Addresses
from extract.site.search_choice import Asked
from extract.site.search_entries import Entries, Facet
from extract.site.wording import words_of

#: Values that are seen at once, and all that are shown, the others on request.
SHOWN: Final = 8
MOST: Final = 30

#: Filters in the order of the page.
TITLES: Final = {
    "kind": "Kind of paper",
    "nation": "Nation",
    "council": "Council",
    "committee": "Committee",
    "year": "Year",
    "implication": "Says something of substance on",
    "key": "Key decision",
}
_KEY: Final = {"1": "key decision", "0": "not a key decision"}


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter; `link` chooses it, or lets go of it where it is chosen."""

    label: str
    link: str
    chosen: bool
    count: str = ""
    """How many papers it would give, as it is printed: 1,234."""


@dataclass(frozen=True, slots=True)
class Group:
    """One filter: the values that are seen at once, those on request, and how many there are."""

    name: str
    title: str
    shown: tuple[Option, ...]
    more: tuple[Option, ...]
    total: int


class Filters:
    """The filters of one search."""

    def __init__(
        self, addresses: Addresses, asked: Asked, facets: Mapping[str, Facet], entries: Entries
    ) -> None:
        self._addresses = addresses
        self._asked = asked
        self._facets = facets
        self._entries = entries

    def groups(self) -> tuple[Group, ...]:
        """Every filter that has values to choose among."""
        return tuple(filter(None, map(self._group, TITLES)))

    def chosen(self) -> Iterator[Option]:
        """What is chosen, each with the address of the search without it."""
        asked = self._asked
        for name in TITLES:
            if name == "year":
                if asked.since or asked.until:
                    label = f"{asked.since or 'the beginning'} to {asked.until or 'now'}"
                    yield Option(
                        label, self._link(replace(asked, since=None, until=None)), chosen=True
                    )
                continue
            for value in asked.chosen(name):
                rest = tuple(other for other in asked.chosen(name) if other != value)
                link = self._link(asked.with_only(name, *rest))
                yield Option(self._label(name, value), link, chosen=True)

    def _group(self, name: str) -> Group | None:
        if name not in self._facets:
            return None
        counts = self._facets[name].counts
        chosen = self._chosen(name)
        if name == "year":
            ordered = sorted(counts, reverse=True)
        else:
            ordered = sorted(counts, key=lambda value: (value not in chosen, -counts[value], value))
        if not ordered:
            return None
        link = self._links(name)
        options = tuple(
            Option(self._label(name, value), link(value), value in chosen, f"{counts[value]:,}")
            for value in ordered[:MOST]
        )
        return Group(name, TITLES[name], options[:SHOWN], options[SHOWN:], len(ordered))

    def _chosen(self, name: str) -> tuple[str, ...]:
        """The values of a filter that are chosen; of years, one that is chosen alone."""
        if name != "year":
            return self._asked.chosen(name)
        year = self._asked.since
        return (str(year),) if year and year == self._asked.until else ()

    def _links(self, name: str) -> Callable[[str], str]:
        """What makes the address that chooses a value, or lets go of it where it is chosen.

        The address of all other choices is made once: a page has some eighty values.
        """
        asked, chosen = self._asked, self._chosen(name)
        years = name == "year"
        others = replace(asked, since=None, until=None) if years else asked.with_only(name)
        names = ("since", "until") if years else (name,)
        address = self._link(others)
        start = f"{address}{'&' if '?' in address else '?'}"

        def link(value: str) -> str:
            kept = () if years else chosen
            values = [one for one in kept if one != value]
            values += [] if value in chosen else [value]
            pairs = [(name, one) for one in values for name in names]
            return f"{start}{urlencode(pairs)}" if pairs else address

        return link

    def _label(self, name: str, value: str) -> str:
        if name == "council":
            return self._entries.council_names.get(value, value)
        if name == "committee":
            return self._entries.committee_names.get(value, value)
        if name == "key":
            return _KEY[value]
        return value if name == "nation" else words_of(value)

    def _link(self, asked: Asked) -> str:
        return self._addresses.search(pairs=asked.pairs())
