"""Words of office: what `lexicon/people.toml` says of titles, posts, portfolios and honorifics."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# Phrases begin and end where such a run of characters does.
_RUN = re.compile(r"[\w-]+")


class Titles:
    """Phrases, in small letters, to be found in a text as whole words, however that is printed.

    Most texts hold none of the words with which one begins, and that is told in no time.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        listed = sorted(set(phrases), key=len, reverse=True)
        self._first = frozenset(run[0] for phrase in listed if (run := _RUN.match(phrase)))
        self._any = re.compile(rf"(?<![\w-])(?:{_alternatives(listed)})(?![\w-])")

    def found_in(self, text: str) -> bool:
        """Whether a text holds one."""
        small = text.lower()
        if self._first.isdisjoint(_RUN.findall(small)):
            return False
        return self._any.search(small) is not None

    def all_in(self, text: str) -> list[str]:
        """Those that a text holds, in order."""
        return self._any.findall(text.lower())

    def opens(self, text: str) -> bool:
        """Whether a text begins with one."""
        return self._any.match(text.lower()) is not None

    def equals(self, text: str) -> bool:
        """Whether a text is one, and nothing else."""
        return self._any.fullmatch(text.lower()) is not None


def _alternatives(words: Iterable[str]) -> str:
    escaped = (re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in words)
    return "|".join(escaped)


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
    post: Titles
    honorific: re.Pattern[str]
    honorifics: Titles
    member_honorific: Titles
    postnominals: re.Pattern[str]
    member: Titles
    officer: Titles
    external: Titles


@cache
def words_of_office() -> WordsOfOffice:
    """The words of `lexicon/people.toml`, read once."""
    path = Path(__file__).parent / "lexicon" / "people.toml"
    data: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))

    def any_of(name: str) -> str:
        return _alternatives(sorted(set(data[name]), key=len, reverse=True))

    title = rf"(?:{any_of('honorifics')})(?:\(s\))?\.?"
    return WordsOfOffice(
        office=frozenset(data["heads"] + data["modifiers"] + data["subjects"]),
        subjects=frozenset(data["subjects"]),
        generic=frozenset(data["generic"]),
        surnames=frozenset(data["surnames"]),
        particles=frozenset(data["particles"]),
        nobody=frozenset(data["nobody"] + data["parties"]),
        served=frozenset(data["served"]),
        post=Titles(data["heads"] + data["phrases"]),
        honorific=re.compile(rf"{title}(?:\s+{title})*(?=\s)", re.IGNORECASE),
        honorifics=Titles(data["honorifics"]),
        member_honorific=Titles(data["member_honorifics"]),
        postnominals=re.compile(rf"(?:[\s,]+(?:{any_of('postnominals')}))+\Z", re.IGNORECASE),
        member=Titles(data["member_posts"]),
        officer=Titles(data["officer_posts"]),
        external=Titles(data["external"]),
    )
