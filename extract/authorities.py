"""The rows of the register of councils, and the names and domains by which print knows them.

`read_authorities` reads `corpus/councils.csv`; `printed_names`, `place_names` and `domain_stems`
index it. Words are compared folded: small letters, no apostrophes, "&" as "and", "Council's" as
"council", so that a name broken over a line or set in capitals is the same name.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from extract.resources import data_file

Words = tuple[str, ...]
Codes = tuple[str, ...]

WORD = re.compile(r"[Ss][Tt]\.(?=\s)|[^\W_]++(?:['’][^\W_]++)*+|[&.;:|()\[\]]")
"""A word, or a mark that no name runs over."""

_BODY = re.compile(r"\b(?:council|borough|authority|corporation|cyngor|comhairle)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(council|borough|authority|corporation)['’]s")
_FOLDED = {"&": "and", "st.": "st"}
_AREA_WORDS = re.compile(r"^(?:the |city of )+| (?:city|county|ua|district)$", re.IGNORECASE)
_KINDS = ("City", "County", "District", "Borough")
_OFFICIAL = re.compile(r"\.(?:gov\.(?:uk|wales|scot)|llyw\.cymru|org\.uk|com|org|co\.uk)$")
_HOSTED = re.compile(r"\.(?:moderngov\.co\.uk|cmis\.uk\.com|cmis-ni\.org)$")
_STEM_TAILS = ("", "cc", "bc", "dc", "mbc", "council", "city", "ca", "borough")
"""What councils put behind their place in a domain: kentcc, staffordbc, bcpcouncil."""


@dataclass(frozen=True, slots=True)
class Authority:
    """One row of the register. `code` names the body, `gss_code` its area (None: never had one).

    `name` is the one it goes by in print: the official name, but for a few ("Cardiff Council").
    """

    code: str
    name: str
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


def read_authorities(names: Mapping[str, str]) -> tuple[Authority, ...]:
    """Every authority of the register; `names` gives the printed name of some, by code."""
    with data_file("corpus/councils.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(
            Authority(
                code=row["code"],
                name=names.get(row["code"], row["official_name"]),
                official_name=row["official_name"],
                nice_name=row["nice_name"],
                gss_code=row["gss_code"] or None,
                type=row["type"],
                nation=row["nation"],
                region=row["region"],
                start_date=_day(row["start_date"]),
                end_date=_day(row["end_date"]),
                replaced_by=row["replaced_by"] or None,
                alt_names=tuple(name for name in row["alt_names"].split("|") if name),
                system=row["system"] or None,
                base_url=row["base_url"] or None,
            )
            for row in csv.DictReader(rows)
        )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=1 << 14)  # a paper has few words, over and over
def fold(word: str) -> str:
    """A word as names are compared."""
    small = word.lower()
    if small.isalnum():
        return small
    owner = _POSSESSIVE.fullmatch(small)
    return _FOLDED.get(small) or (owner[1] if owner else re.sub("['’]", "", small))


def folded_words(text: str) -> Words:
    """The words of a name as names are compared."""
    return tuple(fold(match.group()) for match in WORD.finditer(text))


def printed_names(authorities: Iterable[Authority]) -> dict[Words, Codes]:
    """Full names to codes. A name made here yields to one that the register gives a council."""
    own: dict[Words, dict[str, None]] = defaultdict(dict)
    made: dict[Words, dict[str, None]] = defaultdict(dict)
    for authority in authorities:
        for name in (authority.official_name, authority.name, *authority.alt_names):
            # "City of Westminster" is a body; "Liverpool City Region" is a place and a body.
            if _BODY.search(name) or (
                name == authority.official_name and name != authority.nice_name
            ):
                own[folded_words(name)][authority.code] = None
        for name in _made_names(authority):
            made[folded_words(name)][authority.code] = None
    return {name: tuple(codes) for name, codes in (made | own).items()}


def _made_names(authority: Authority) -> Iterator[str]:
    """Names that print gives a council besides those of the register."""
    places = _places(authority)
    if authority.type in ("Combined authority", "Strategic Regional Authority"):
        for place in places:
            yield f"{place} Combined Authority"
            yield f"{place} Mayoral Combined Authority"
        return
    kinds = [kind for kind in _KINDS if kind in authority.official_name]
    for place in places:
        yield f"{place} Council"
        yield from (f"{place} {kind} Council" for kind in kinds)
        if authority.type == "London borough":
            yield f"{place} Borough Council"
            yield f"{place} London Borough Council"
            yield from (f"{of} {place}" for of in ("London Borough of", "Royal Borough of", "LB"))
        if authority.nation == "Wales":
            yield from (
                f"Cyngor {of}{place}" for of in ("", "Sir ", "Dinas ", "Bwrdeistref Sirol ")
            )


def place_names(authorities: Iterable[Authority], but: Iterable[str]) -> dict[Words, Codes]:
    """Names of areas to codes, without those in `but` that mean other things too."""
    index: dict[Words, dict[str, None]] = defaultdict(dict)
    not_places = {folded_words(name) for name in but}
    for authority in authorities:
        for place in _places(authority):
            words = folded_words(place)
            if words not in not_places:
                index[words][authority.code] = None
    return {words: tuple(codes) for words, codes in index.items()}


def _places(authority: Authority) -> list[str]:
    """What the area is called: "City of Bristol" and "Bristol"."""
    names = [authority.nice_name, *(n for n in authority.alt_names if not _BODY.search(n))]
    bare = [_AREA_WORDS.sub("", name) for name in names]
    return list(dict.fromkeys([*names, *bare]))


def domain_stem(host: str) -> str | None:
    """The label of a host that tells its owner, without hyphens; None outside councils' domains.

    "democracy.brighton-hove.gov.uk" gives "brightonhove", "kent.moderngov.co.uk" gives "kent".
    """
    host = host.lower().removeprefix("www.")
    for suffix in (_HOSTED, _OFFICIAL):
        stem = suffix.sub("", host)
        if stem != host:
            return stem.rsplit(".", 1)[-1].replace("-", "")
    return None


def domain_stems(
    authorities: Iterable[Authority], given: Mapping[str, Iterable[str]]
) -> dict[str, Codes]:
    """Stems of domains to codes: a `given` one before its site's, its site's before its name's."""
    named: dict[str, dict[str, None]] = defaultdict(dict)
    sited: dict[str, dict[str, None]] = defaultdict(dict)
    for authority in authorities:
        for place in {re.sub(r"[^a-z]", "", place.lower()) for place in _places(authority)}:
            for tail in _STEM_TAILS:
                named[place + tail][authority.code] = None
        stem = domain_stem(urlsplit(authority.base_url or "").hostname or "")
        if stem:
            sited[stem][authority.code] = None
    found = {stem: tuple(codes) for stem, codes in (named | sited).items()}
    return found | {stem: tuple(codes) for stem, codes in given.items()}
