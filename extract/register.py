"""The register of UK councils, past ones included, and whose document a text is.

`Register.load()` reads `corpus/councils.csv` once (in an installed package `extract/data`).
`Register.resolve` weighs what a document says of its author:

- `FRONT_NAME`: a council's full name on the front sheet or in a running head. What stands in the
  body ("Example City Council were commissioned") weighs `BODY_NAME` each, up to `MOST_BODY_NAMES`.
- `EMAIL`: each different address at a council's domain, up to `MOST_EMAILS`; staff write with their
  own council's address. `WEB`: a host of its own, up to `MOST_HOSTS`; papers link to others too.
- `INITIALS`: "KCC" three times or more, with "Kent" the place named most: only beside such a place,
  since a dozen councils share each set of initials.
- Domains that two councils share (adur-worthing.gov.uk) weigh for both.

The best must reach `ENOUGH` and lead the next by `MARGIN`; otherwise nobody is named, and the
likeliest are the candidates. `on` picks the body that existed then: Northamptonshire County Council
before 2021. Parish, town and community councils are not in the register: one that the front names,
or the text twice, is given by its printed name, with no code, where no council of the register has
more to show.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

FRONT_NAME = 8.0
BODY_NAME, MOST_BODY_NAMES = 1.0, 3
EMAIL, MOST_EMAILS = 4.0, 3
WEB, MOST_HOSTS = 2.0, 1
INITIALS = 3.0
ENOUGH, MARGIN = 2.0, 2.0
CERTAIN = 12.0
"""Weight from which the confidence of an undisputed answer is 1."""

_LEXICON = Path(__file__).parent / "lexicon" / "councils.toml"
_PLACES = (
    Path(__file__).parent / "data" / "councils.csv",
    Path(__file__).parent.parent / "corpus" / "councils.csv",
)
_BODY_WORD = re.compile(
    r"\b(?:council|borough|authority|corporation|cyngor|comhairle)\b", re.IGNORECASE
)
_WORD = re.compile(r"st\.(?=\s)|[^\W_]+(?:['’][^\W_]+)*|[&.;:|()\[\]]", re.IGNORECASE)
_EMAIL = re.compile(
    r"[\w.+’'-]+@((?:[\w-]+\.)+(?:uk|wales|cymru|scot|com|org|info))\b", re.IGNORECASE
)
_HOST = re.compile(
    r"(?:https?://|\bwww\.)((?:[\w-]+\.)+(?:uk|wales|cymru|scot|com|org|info))\b", re.IGNORECASE
)
_OFFICIAL_SUFFIX = re.compile(r"\.(?:gov\.(?:uk|wales|scot)|llyw\.cymru|org\.uk|com|org)$")
_HOSTED_SUFFIX = re.compile(r"\.(?:moderngov\.co\.uk|cmis\.uk\.com|cmis-ni\.org)$")
_DOMAIN_TAILS = (
    "",
    "cc",
    "bc",
    "dc",
    "mbc",
    "council",
    "city",
    "ca",
    "borough",
    "county",
    "online",
)
_LOCAL = re.compile(
    r"(?P<name>\b[A-Z][\w’'-]*"
    r"(?:[ -](?:[A-Z][\w’'-]*|of|on|the|in|and|with|cum|le|upon|under|by|next))*?"
    r"\s+(?:Parish|Town|Community)\s+Council)\b"
)


@dataclass(frozen=True, slots=True)
class Authority:
    """One row of the register. `code` names the body, `gss_code` its area (None: never had one)."""

    code: str
    official_name: str
    nice_name: str
    gss_code: str | None
    type: str
    nation: str
    region: str
    start_date: date | None
    end_date: date | None
    replaced_by: str | None
    alt_names: tuple[str, ...]
    system: str | None
    base_url: str | None
    name: str
    """The name it goes by in print: the official one, but for a few ("Cardiff Council")."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whose document it is, and why.

    `council` is None where nothing decides, and for a parish, whose printed name stands in `name`.
    `evidence` is the offsets in the text of the words that weigh most; `confidence` 0 to 1.
    """

    council: Authority | None
    name: str | None
    gss_code: str | None
    candidates: tuple[Authority, ...]
    confidence: float
    evidence: tuple[int, int] | None
    why: str


@dataclass(frozen=True, slots=True)
class _Mention:
    """Something in the text that speaks for some councils."""

    codes: tuple[str, ...]
    weight: float
    at: tuple[int, int] | None
    why: str


def _words(text: str) -> list[str]:
    return [_fold(match.group()) for match in _WORD.finditer(text)]


def _fold(word: str) -> str:
    return {"&": "and", "st.": "st"}.get(
        word.lower(), word.lower().replace("’", "").replace("'", "")
    )


def _slug(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


class Register:
    """All councils, and the names and domains that lead to each."""

    def __init__(self, authorities: Iterable[Authority], domains: Mapping[str, list[str]]) -> None:
        self.authorities = tuple(authorities)
        self._by_code = {authority.code: authority for authority in self.authorities}
        self._names = self._index_names()
        self._first_words: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in sorted(self._names, key=len, reverse=True):
            self._first_words[words[0]].append(words)
        self._domains = self._index_domains(domains)

    @staticmethod
    @cache
    def load() -> Register:
        """The packaged register, read once."""
        path = next(place for place in _PLACES if place.exists())
        data = tomllib.loads(_LEXICON.read_text(encoding="utf-8"))
        with path.open(encoding="utf-8", newline="") as rows:
            authorities = [_authority(row, data["names"]) for row in csv.DictReader(rows)]
        return Register(authorities, data["domains"])

    def by_code(self, code: str) -> Authority | None:
        """The council of a three-letter (or longer) code of the register."""
        return self._by_code.get(code.upper())

    def by_gss(self, gss_code: str) -> Authority | None:
        """The council of an ONS code; the living one where several have had the area."""
        found = [a for a in self.authorities if a.gss_code == gss_code.upper()]
        return next((a for a in found if a.end_date is None), found[0] if found else None)

    def find_explicit(self, name_or_code: str) -> Authority | None:
        """The council that a user means by a code or a name of it; None if that is unclear."""
        text = name_or_code.strip()
        coded = self.by_code(text) or self.by_gss(text)
        if coded:
            return coded
        codes = self._names.get(tuple(_words(text))) or tuple(
            a.code
            for a in self.authorities
            if _slug(text) in {_slug(n) for n in (a.nice_name, a.name, *a.alt_names)}
        )
        codes = self._living(codes, None)
        return self._by_code[codes[0]] if len(codes) == 1 else None

    def resolve(self, text: str, *, front: str = "", on: date | None = None) -> Resolution:
        """Whose document `text` is; `front` is its front sheet and running heads, `on` its date."""
        mentions = list(self._mentions(text, front, on))
        totals: dict[str, float] = defaultdict(float)
        for mention in mentions:
            for code in mention.codes:
                totals[code] += mention.weight
        ranked = sorted(totals.items(), key=lambda total: -total[1])
        best, weight = ranked[0] if ranked else ("", 0.0)
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        local = _local_council(text, front)
        if local and local[1] > weight:
            name, at = local[0], local[2]
            return Resolution(None, name, None, (), 0.8, at, "a local council's printed name")
        if weight < ENOUGH or weight - second < MARGIN:
            close = tuple(self._by_code[c] for c, w in ranked if weight - w < MARGIN)
            why = "several councils are equally likely" if len(close) > 1 else "too little to go by"
            return Resolution(
                None, None, None, close, 0.0, None, why if ranked else "no council named"
            )
        council = self._by_code[best]
        mine = sorted((m for m in mentions if best in m.codes), key=lambda m: -m.weight)
        at = next((m.at for m in mine if m.at), None)
        sure = round(min(1.0, weight / CERTAIN) * (weight - second) / weight, 3)
        why = "; ".join(dict.fromkeys(mention.why for mention in mine))
        runners = tuple(self._by_code[code] for code, _ in ranked[:5])
        return Resolution(council, council.name, council.gss_code, runners, sure, at, why)

    def _mentions(self, text: str, front: str, on: date | None) -> Iterator[_Mention]:
        in_front: dict[tuple[str, ...], tuple[int, int] | None] = {}
        for codes, start, end in self._named(front, on):
            at = text.find(front[start:end])
            in_front.setdefault(codes, (at, at + end - start) if at >= 0 else None)
        for codes, place in in_front.items():
            yield _Mention(codes, FRONT_NAME, place, "name on the front")
        seen: Counter[tuple[str, ...]] = Counter()
        for codes, start, end in self._named(text, on):
            seen[codes] += 1
            if seen[codes] <= MOST_BODY_NAMES:
                yield _Mention(codes, BODY_NAME, (start, end), "name in the text")
        for pattern, each, most, why in (
            (_EMAIL, EMAIL, MOST_EMAILS, "e-mail addresses"),
            (_HOST, WEB, MOST_HOSTS, "web addresses"),
        ):
            yield from self._addressed(pattern, text, on, each, most, why)
        yield from self._initialled(text, on)

    def _named(self, text: str, on: date | None) -> Iterator[tuple[tuple[str, ...], int, int]]:
        """Codes and offsets of every full name of a council, the longest at each place."""
        marks = list(_WORD.finditer(text))
        words = [_fold(mark.group()) for mark in marks]
        position = 0
        while position < len(words):
            for name in self._first_words.get(words[position], ()):
                if tuple(words[position : position + len(name)]) == name:
                    last = position + len(name) - 1
                    codes = self._living(self._names[name], on)
                    if codes:
                        yield codes, marks[position].start(), marks[last].end()
                    position = last
                    break
            position += 1

    def _addressed(
        self, pattern: re.Pattern[str], text: str, on: date | None, each: float, most: int, why: str
    ) -> Iterator[_Mention]:
        seen: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for match in pattern.finditer(text):
            codes = self._living(self.by_domain(match[1]), on)
            address = match.group().lower()
            if codes and address not in seen[codes] and len(seen[codes]) < most:
                seen[codes].add(address)
                yield _Mention(codes, each, match.span(), why)

    def _initialled(self, text: str, on: date | None) -> Iterator[_Mention]:
        """ "KCC" and "Kent" over and over, and no other council of those initials."""
        counts = Counter(re.findall(r"\b[A-Z]{3,4}\b", text))
        for initials, count in counts.most_common(20):
            if count < 3:
                break
            scores: Counter[str] = Counter()
            for authority in self.authorities:
                short = "".join(w[0] for w in authority.name.split() if w[0].isupper())
                if short == initials and self._living((authority.code,), on):
                    scores[authority.code] = len(
                        re.findall(rf"\b{re.escape(authority.nice_name)}\b", text)
                    )
            (code, most), *others = [*scores.most_common(2), ("", 0)]
            if most >= 3 and most >= 3 * others[0][1]:
                at = text.index(initials)
                yield _Mention((code,), INITIALS, (at, at + len(initials)), "initials and place")

    def by_domain(self, host: str) -> tuple[str, ...]:
        """Codes of the councils whose domain `host` is, or is below."""
        host = host.lower().removeprefix("www.")
        for suffix in (_OFFICIAL_SUFFIX, _HOSTED_SUFFIX):
            stem = suffix.sub("", host)
            if stem != host:
                return self._domains.get(stem.rsplit(".", 1)[-1].replace("-", ""), ())
        return ()

    def _living(self, codes: tuple[str, ...], on: date | None) -> tuple[str, ...]:
        """Those of `codes` that existed on the day; without a day the living, if any is."""
        found = [self._by_code[code] for code in codes]
        if on is None:
            living = tuple(a.code for a in found if a.end_date is None)
            return living or codes
        then = [a for a in found if a.end_date is None or on <= a.end_date]
        old = [a for a in then if a.end_date is not None]
        # A start date may be that of the record: it counts only where a predecessor lived.
        if old and len(then) > 1:
            then = [a for a in then if a in old or a.start_date is None or a.start_date <= on]
        return tuple(a.code for a in then)

    def _index_names(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        own: dict[tuple[str, ...], list[str]] = defaultdict(list)
        made: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for authority in self.authorities:
            for name in (authority.official_name, authority.name, *authority.alt_names):
                if _BODY_WORD.search(name):
                    own[tuple(_words(name))].append(authority.code)
            for name in _made_names(authority):
                made[tuple(_words(name))].append(authority.code)
        index = {name: tuple(dict.fromkeys(codes)) for name, codes in made.items()}
        index |= {name: tuple(dict.fromkeys(codes)) for name, codes in own.items()}
        return index

    def _index_domains(self, given: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
        index: dict[str, tuple[str, ...]] = {}
        for stems in (self._name_stems(), self._site_stems(), given):
            for stem, codes in stems.items():
                index[stem] = tuple(dict.fromkeys(codes))
        return index

    def _name_stems(self) -> dict[str, list[str]]:
        stems: dict[str, list[str]] = defaultdict(list)
        for authority in self.authorities:
            for place in {_slug(place) for place in _places(authority)}:
                for tail in _DOMAIN_TAILS:
                    stems[place + tail].append(authority.code)
        return stems

    def _site_stems(self) -> dict[str, list[str]]:
        stems: dict[str, list[str]] = defaultdict(list)
        for authority in self.authorities:
            host = urlsplit(authority.base_url or "").hostname or ""
            for suffix in (_OFFICIAL_SUFFIX, _HOSTED_SUFFIX):
                if suffix.search(host):
                    stem = suffix.sub("", host).rsplit(".", 1)[-1].replace("-", "")
                    stems[stem].append(authority.code)
        return stems


def _authority(row: dict[str, str], names: Mapping[str, str]) -> Authority:
    def day(text: str) -> date | None:
        return date.fromisoformat(text) if text else None

    return Authority(
        code=row["code"],
        official_name=row["official_name"],
        nice_name=row["nice_name"],
        gss_code=row["gss_code"] or None,
        type=row["type"],
        nation=row["nation"],
        region=row["region"],
        start_date=day(row["start_date"]),
        end_date=day(row["end_date"]),
        replaced_by=row["replaced_by"] or None,
        alt_names=tuple(name for name in row["alt_names"].split("|") if name),
        system=row["system"] or None,
        base_url=row["base_url"] or None,
        name=names.get(row["code"], row["official_name"]),
    )


def _places(authority: Authority) -> list[str]:
    """The place's names: "Bristol" of "City of Bristol" too."""
    names = [authority.nice_name, *(n for n in authority.alt_names if not _BODY_WORD.search(n))]
    bare = [
        re.sub(r"^(?:the |city of )+| (?:city|county|ua|district)$", "", n, flags=re.I)
        for n in names
    ]
    return list(dict.fromkeys([*names, *bare]))


def _made_names(authority: Authority) -> Iterator[str]:
    """Names that print gives a council besides its own."""
    if authority.type in ("Combined authority", "Strategic Regional Authority"):
        for place in _places(authority):
            yield f"{place} Combined Authority"
            yield f"{place} Mayoral Combined Authority"
        return
    kinds = [
        kind
        for kind in ("City", "County", "District", "Borough")
        if kind in authority.official_name
    ]
    for place in _places(authority):
        yield f"{place} Council"
        yield from (f"{place} {kind} Council" for kind in kinds)
        if authority.type == "London borough":
            yield f"London Borough of {place}"
            yield f"London Borough {place}"
            yield f"LB {place}"
            yield f"Royal Borough of {place}"
            yield f"{place} London Borough Council"
            yield f"{place} Borough Council"
        if authority.nation == "Wales":
            for kind in ("", "Sir ", "Dinas ", "Bwrdeistref Sirol "):
                yield f"Cyngor {kind}{place}"


def _local_council(text: str, front: str) -> tuple[str, float, tuple[int, int] | None] | None:
    """The parish, town or community council named most: printed name, weight and place."""
    weights: dict[str, float] = defaultdict(float)
    for match in _LOCAL.finditer(front):
        weights[_printed(match["name"])] = max(FRONT_NAME, weights[_printed(match["name"])])
    for match in _LOCAL.finditer(text):
        weights[_printed(match["name"])] += BODY_NAME
    if not weights:
        return None
    name, weight = max(weights.items(), key=lambda found: found[1])
    found = re.search(r"\s+".join(map(re.escape, name.split())), text)
    return (name, weight, found.span() if found else None) if weight >= 2 * BODY_NAME else None


def _printed(name: str) -> str:
    return " ".join(name.split())
