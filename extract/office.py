"""Words of office: what `lexicon/people.toml` says of titles, posts, portfolios and honorifics."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class WordsOfOffice:
    """Words of office, in lower case, and patterns of phrases made of them."""

    office: frozenset[str]
    subjects: frozenset[str]
    generic: frozenset[str]
    surnames: frozenset[str]
    particles: frozenset[str]
    nobody: frozenset[str]
    served: frozenset[str]
    post: re.Pattern[str]
    honorific: re.Pattern[str]
    member_honorific: re.Pattern[str]
    postnominals: re.Pattern[str]
    member: re.Pattern[str]
    officer: re.Pattern[str]
    external: re.Pattern[str]


@cache
def words_of_office() -> WordsOfOffice:
    """The words of `lexicon/people.toml`, read once."""
    path = Path(__file__).parent / "lexicon" / "people.toml"
    data: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))

    def any_of(*names: str) -> str:
        words = sorted({word for name in names for word in data[name]}, key=len, reverse=True)
        escaped = (re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in words)
        return "|".join(escaped)

    def phrases(*names: str) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{any_of(*names)})(?![\w-])", re.IGNORECASE)

    title = rf"(?:{any_of('honorifics')})(?:\(s\))?\.?"
    return WordsOfOffice(
        office=frozenset(data["heads"] + data["modifiers"] + data["subjects"]),
        subjects=frozenset(data["subjects"]),
        generic=frozenset(data["generic"]),
        surnames=frozenset(data["surnames"]),
        particles=frozenset(data["particles"]),
        nobody=frozenset(data["nobody"] + data["parties"]),
        served=frozenset(data["served"]),
        post=phrases("heads", "phrases"),
        honorific=re.compile(rf"{title}(?:\s+{title})*(?=\s)", re.IGNORECASE),
        member_honorific=phrases("member_honorifics"),
        postnominals=re.compile(rf"(?:[\s,]+(?:{any_of('postnominals')}))+\Z", re.IGNORECASE),
        member=phrases("member_posts"),
        officer=phrases("officer_posts"),
        external=phrases("external"),
    )
