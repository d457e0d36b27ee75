"""What a label or heading is about, word by word, where no phrase of the lexicon fits.

Four hundred councils word "Report author" in more ways than a list of phrases will ever hold, but
out of few words. `tokens.toml` says for each subject which words make it, which may stand beside
them, and which rule it out. An answer from here is a guess: `GUESS` is how sure it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

GUESS = 0.8
"""Confidence of what was read under a label or heading that only its words tell of."""

# A label of more words is a sentence; headings say their own number.
_LABEL_WORDS = 16

# The letter of a part of a form ("B - What other options …").
_LETTER = re.compile(r"^[a-z]{1,2} - ")
# Letters by which a subject is ruled out before its patterns are tried.
_STEM = 3
_LITERAL = re.compile(r"(?<![\\a-z])[a-z]{3,}|(?<=\\b)[a-z]{3,}")
_SLASH = re.compile(r"\s*/\s*")
# A label's end that is none: the line goes on below.
_OPEN = re.compile(r"\b(?:the|an?|of|for|or|and)$")
_OTHER = re.compile(r"[^\w\s]+|_")


class _Words:
    """The words of a folded key, in the form that `tokens.toml` is written for."""

    def __init__(self, key: str) -> None:
        apart = _SLASH.sub(" or ", _LETTER.sub("", key).replace("'", ""))
        self.listed = _OTHER.sub(" ", apart).split()
        self.text = " ".join(self.listed)
        self.stems = {word[:_STEM] for word in self.listed}


@dataclass(frozen=True, slots=True)
class _Subject:
    """One subject of `tokens.toml`."""

    name: str
    about: re.Pattern[str]
    never: re.Pattern[str]
    beside: frozenset[str]
    free: int
    most: int
    stems: frozenset[str]  # with one of which a word begins, where `about` can match

    def fits(self, asked: _Words) -> bool:
        """Whether a label or heading of these words is about it."""
        if len(asked.listed) > self.most or self.stems.isdisjoint(asked.stems):
            return False
        if not self.about.search(asked.text) or self.never.search(asked.text):
            return False
        rest = self.about.sub(" ", asked.text).split()
        return sum(word not in self.beside for word in rest) <= self.free


class Tokens:
    """The subjects of labels and of headings. Keys are folded as the lexicon's are."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        common = frozenset(table["common"])
        self._labels = [_subject(n, entry, common) for n, entry in table["labels"].items()]
        self._headings = [_subject(n, entry, common) for n, entry in table["headings"].items()]
        self._narrowing = next(s for s in self._headings if s.name == "narrowing")
        self._headings.remove(self._narrowing)

    @lru_cache(maxsize=8192)  # noqa: B019 - one of its kind for each lexicon
    def fields(self, key: str) -> frozenset[str]:
        """Every field or role that a label of these words can name."""
        asked = _Words(key.partition("?")[0])  # behind a question stands what to do about it
        if len(asked.listed) < 2 or _OPEN.search(asked.text):
            return frozenset()
        return frozenset(subject.name for subject in self._labels if subject.fits(asked))

    @lru_cache(maxsize=8192)  # noqa: B019
    def kind(self, key: str) -> str | None:
        """What a heading of these words introduces: the first kind that fits."""
        asked = _Words(key)
        if len(asked.listed) < 2 or ":" in key:
            return None
        return next((subject.name for subject in self._headings if subject.fits(asked)), None)

    def narrows(self, key: str) -> bool:
        """Whether a heading below an implication only says which part of it follows."""
        return self._narrowing.fits(_Words(key))


def _subject(name: str, entry: Mapping[str, Any], common: frozenset[str]) -> _Subject:
    return _Subject(
        name,
        about=_any(entry["about"]),
        never=_any(entry.get("never", ())),
        beside=common | frozenset(entry["with"]),
        free=entry.get("free", 0),
        most=entry.get("most", _LABEL_WORDS),
        stems=frozenset(
            word[:_STEM]
            for pattern in entry["about"]
            for word in _LITERAL.findall(pattern)
            if word not in common
        ),
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns) or "(?!)")
