"""The register of UK councils, past ones included, and whose document a text is.

`Register.load()` reads the register once; `resolve` weighs what a document says of its author:

- `FRONT_NAME`: a council's full name that begins a line of the front sheet or is a running head;
  `FRONT_MENTION`: one inside a sentence there. In the body ("Example City Council were asked")
  a name weighs `BODY_NAME` each time, up to `MOST_BODY_NAMES`.
- `EMAIL`: each different address at a council's domain, up to `MOST_EMAILS`: staff write from their
  own council. `WEB`: a host of its own, up to `MOST_HOSTS`: papers link to other councils too.
- `PLACE`: each mention of the place that the council is called after, up to `MOST_PLACES`.
- `INITIALS`: "KCC" `FEW` times or more, with Kent named `FEW` times and far more often than the
  place of any other council of those initials, of which there may be a dozen.
- A domain that two councils share (adur-worthing.gov.uk) speaks for both.

The best must reach `ENOUGH` and lead the next by `MARGIN`. Below that, a document that names one
place and no other is taken to be of that place, with the confidence `LONE_PLACE`. Otherwise
nobody is named and the likeliest are the candidates. `on` picks the body of that day.

Parish, town and community councils are not in the register. One that the front names, or that the
text names twice, is given by its printed name, with no code, where no council of the register has
more to show.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from extract.authorities import (
    WORD,
    Authority,
    Codes,
    Words,
    domain_stem,
    domain_stems,
    fold,
    folded_words,
    place_names,
    printed_names,
    read_authorities,
)
from extract.domains import emails, hosts
from extract.local_councils import BODY_NAME, MOST_BODY_NAMES, front_weight, local_council

EMAIL, MOST_EMAILS = 6.0, 3
WEB, MOST_HOSTS = 2.0, 1
PLACE, MOST_PLACES = 0.25, 8
INITIALS, FEW = 3.0, 3
ENOUGH, MARGIN = 2.0, 2.0
CERTAIN, LONE_PLACE = 15.0, 0.3
"""Weight from which an undisputed answer has the confidence 1; confidence of a place alone."""

MOST_CHARACTERS = 400_000
"""How much of a text is read: a pack says whose it is long before."""

_JOINED = re.compile(r"\s*(?:,|&|/|,?\s*and)\s*")
_AREA_OF = re.compile(
    r"^(?:the )?(?:(?:london|royal|metropolitan|county) )*(?:borough|city|county|district) of ",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\b[A-Z]{3,5}\b")


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whose document it is, and why.

    `council` is None where nothing decides, and for a local council, whose printed name stands in
    `name`. `start` and `end` are offsets in the text of the words that weigh most; `confidence`
    runs from 0 to 1; `why` is a sentence; `candidates` are the likeliest, best first.
    """

    council: Authority | None
    name: str | None
    candidates: tuple[Authority, ...]
    confidence: float
    start: int | None
    end: int | None
    why: str

    @property
    def gss_code(self) -> str | None:
        """The ONS code, None for a local council and where nothing decides."""
        return self.council.gss_code if self.council else None


@dataclass(slots=True)
class _Case:
    """What speaks for one council: its weight, reasons, and the words that weigh most."""

    weight: float = 0.0
    heaviest: float = 0.0
    at: tuple[int, int] | None = None
    reasons: list[str] = field(default_factory=list)

    def add(self, weight: float, at: tuple[int, int] | None, reason: str) -> None:
        self.weight += weight
        if at is not None and weight > self.heaviest:
            self.heaviest, self.at = weight, at
        if reason not in self.reasons:
            self.reasons.append(reason)


class Register:
    """All councils, and the names and domains that lead to each."""

    def __init__(self, authorities: tuple[Authority, ...], words: dict[str, Any]) -> None:
        """`words` is the content of `lexicon/councils.toml`."""
        self.authorities = authorities
        self._by_code = {authority.code: authority for authority in authorities}
        self._names = printed_names(authorities)
        self._places = place_names(authorities, words["not_places"])
        self._not_after_place = frozenset(fold(word) for word in words["not_after_place"])
        self._not_before_place = frozenset(words["not_before_place"])
        self._domains = domain_stems(authorities, words["domains"])
        self._starts: dict[Words, list[Words]] = defaultdict(list)  # by their first two words
        for name in sorted({*self._names, *self._places}, key=len, reverse=True):
            self._starts[name[:2]].append(name)
        self._first_words = frozenset(name[0] for name in self._starts)
        self._initials: dict[str, list[str]] = defaultdict(list)
        for authority in authorities:
            capitals = filter(str.isupper, (word[0] for word in authority.name.split()))
            self._initials["".join(capitals)].append(authority.code)

    @staticmethod
    @cache
    def load() -> Register:
        """The project's register, read once."""
        path = Path(__file__).parent / "lexicon" / "councils.toml"
        words = tomllib.loads(path.read_text(encoding="utf-8"))
        return Register(read_authorities(words["names"]), words)

    def by_code(self, code: str) -> Authority | None:
        """The council of a code of the register ("PLY")."""
        return self._by_code.get(code.strip().upper())

    def by_gss(self, gss_code: str) -> Authority | None:
        """The council of an ONS code; today's where several bodies have had the area."""
        found = [a for a in self.authorities if a.gss_code == gss_code.strip().upper()]
        return next((a for a in found if a.end_date is None), found[0] if found else None)

    def by_domain(self, host: str) -> tuple[Authority, ...]:
        """The councils whose web or e-mail domain `host` is, or is below."""
        return tuple(self._by_code[code] for code in self._domains.get(domain_stem(host) or "", ()))

    def find_explicit(self, name_or_code: str) -> Authority | None:
        """The council that somebody means by a code, an ONS code or any of its names.

        None if there is none such, and if several go by the name.
        """
        coded = self.by_code(name_or_code) or self.by_gss(name_or_code)
        if coded:
            return coded
        words = folded_words(name_or_code)
        places = place_names(self.authorities, ())
        codes = self._existing(self._names.get(words) or places.get(words, ()), None)
        return self._by_code[codes[0]] if len(codes) == 1 else None

    def is_authority(self, printed: str) -> bool:
        """Whether words are nothing but an authority's name or its area's."""
        rest = _AREA_OF.sub("", printed)
        first = WORD.search(rest)
        if first is None or fold(first.group()) not in self._first_words:
            return False  # as of nearly all lines
        words = folded_words(rest)
        return words in self._names or words in self._places

    def resolve(self, text: str, *, front: str = "", on: date | None = None) -> Resolution:
        """Whose document `text` is; `front` is its front sheet and running heads, `on` its date."""
        text = text[:MOST_CHARACTERS]
        cases: dict[str, _Case] = defaultdict(_Case)
        places = self._weigh_names(cases, text, front, on)
        self._weigh_addresses(cases, text, on)
        self._weigh_initials(cases, text, places, on)
        ranked = sorted(cases, key=lambda code: -cases[code].weight)
        best = cases[ranked[0]] if ranked else _Case()
        second = cases[ranked[1]].weight if len(ranked) > 1 else 0.0
        local = local_council(text, front)
        if local and local[1] > best.weight:
            name, weight, first, last = local
            sure = round(min(1.0, weight / CERTAIN), 3)
            return Resolution(None, name, (), sure, first, last, "A local council is named.")
        chosen = best.weight >= ENOUGH and best.weight - second >= MARGIN
        sure = round(min(1.0, best.weight / CERTAIN) * (1 - second / max(best.weight, 1.0)), 3)
        if not chosen and ranked and set(best.reasons) == {"place"}:
            chosen = places[ranked[0]] >= FEW * sum(places[code] for code in ranked[1:2]) > 0
            chosen = chosen or len(ranked) == 1
            sure = LONE_PLACE
        if not chosen and len(ranked) == 1 and "name" in best.reasons:
            chosen = True  # named in full, and nobody else is
        candidates = tuple(
            self._by_code[code] for code in ranked if best.weight - cases[code].weight < MARGIN
        )
        if not chosen:
            names = ", ".join(authority.name for authority in candidates[:5])
            why = f"Nothing decides between {names}." if names else "No council is named."
            return Resolution(None, None, candidates, 0.0, None, None, why)
        council = self._by_code[ranked[0]]
        start, end = best.at or (None, None)
        why = f"{council.name}: {', '.join(best.reasons)}."
        return Resolution(council, council.name, candidates, sure, start, end, why)

    def _weigh_names(
        self, cases: dict[str, _Case], text: str, front: str, on: date | None
    ) -> Counter[str]:
        """Weigh full names and places; gives how often each council's place is named."""
        named = list(self._named(text, on))  # which mostly begins with its front
        in_front = (
            [found for found in named if found[-1] <= len(front)]
            if text.startswith(front)
            else self._named(front, on)
        )
        fronts: dict[str, float] = {}
        weight, last = 0.0, 0
        for full, codes, start, end in in_front:
            if full:
                # Of "Adur District Council and Worthing Borough Council" the second is no less.
                joined = weight and _JOINED.fullmatch(front, last, start)
                weight, last = weight if joined else front_weight(front, start), end
                for code in codes:
                    more = weight - fronts.get(code, 0.0)
                    if more > 0:
                        at = text.find(front[start:end])
                        span = (at, at + end - start) if at >= 0 else None
                        cases[code].add(more, span, "name on the front")
                        fronts[code] = weight
        names: Counter[str] = Counter()
        places: Counter[str] = Counter()
        for full, codes, start, end in named:
            counts, most = (names, MOST_BODY_NAMES) if full else (places, MOST_PLACES)
            for code in codes:
                counts[code] += 1
                if counts[code] <= most:
                    weight, reason = (BODY_NAME, "name") if full else (PLACE, "place")
                    cases[code].add(weight, (start, end), reason)
        return places

    def _named(self, text: str, on: date | None) -> Iterator[tuple[bool, Codes, int, int]]:
        """Every name of a council (True) or of its place (False), longest first, with offsets."""
        marks = list(WORD.finditer(text))
        words = [fold(mark.group()) for mark in marks]
        reached = 0
        for position in [at for at, word in enumerate(words) if word in self._first_words]:
            if position < reached:
                continue
            two = tuple(words[position : position + 2])
            for name in (*self._starts.get(two, ()), *self._starts.get(two[:1], ())):
                after = position + len(name)
                if tuple(words[position:after]) != name:
                    continue
                full = name in self._names
                capital = marks[position].group()[0].isupper()
                followed = words[after] if after < len(words) else ""
                before = words[position - 1] if position else ""
                apart = before in self._not_before_place or followed in self._not_after_place
                if full or (capital and not apart):
                    codes = self._existing((self._names if full else self._places)[name], on)
                    yield full, codes, marks[position].start(), marks[after - 1].end()
                reached = after
                break

    def _weigh_addresses(self, cases: dict[str, _Case], text: str, on: date | None) -> None:
        for addresses, weight, most, reason in (
            (emails(text), EMAIL, MOST_EMAILS, "e-mail address"),
            (hosts(text), WEB, MOST_HOSTS, "web address"),
        ):
            seen: dict[Codes, set[str]] = defaultdict(set)
            for host, start, end in addresses:
                codes = self._existing(tuple(a.code for a in self.by_domain(host)), on)
                address = text[start:end].lower()
                if address not in seen[codes] and len(seen[codes]) < most:
                    seen[codes].add(address)
                    for code in codes:
                        cases[code].add(weight, (start, end), reason)

    def _weigh_initials(
        self, cases: dict[str, _Case], text: str, places: Counter[str], on: date | None
    ) -> None:
        counts = Counter(_INITIALS.findall(text))
        for initials in (short for short, count in counts.items() if count >= FEW):
            named = Counter(
                {
                    code: places[code]
                    for code in self._initials.get(initials, ())
                    if self._existing((code,), on)
                }
            )
            (code, most), (_, next_most) = [*named.most_common(2), ("", 0), ("", 0)][:2]
            if most >= FEW and most >= FEW * next_most:
                start = text.index(initials)
                cases[code].add(INITIALS, (start, start + len(initials)), "initials")

    def _existing(self, codes: Codes, on: date | None) -> Codes:
        """Those of `codes` that existed on the day; without a day today's, if there is one."""
        found = [self._by_code[code] for code in codes]
        if on is None:
            return tuple(a.code for a in found if a.end_date is None) or codes
        found = [a for a in found if a.end_date is None or on <= a.end_date]
        # A start may be the day of the record, so it only counts beside a body that came before.
        if any(a.end_date for a in found):
            found = [a for a in found if a.start_date is None or a.end_date or a.start_date <= on]
        return tuple(a.code for a in found)
