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
_SLASH = re.compile(r"\s*/\s*")
# A label's end that is none: the line goes on below.
_OPEN = re.compile(r"\b(?:the|an?|of|for|or|and)$")
_OTHER = re.compile(r"[^\w\s]+|_")


@dataclass(frozen=True, slots=True)
class _Subject:
    """One subject of `tokens.toml`."""

    name: str
    about: re.Pattern[str]
    never: re.Pattern[str]
    beside: frozenset[str]
    free: int
    most: int

    def fits(self, words: str, count: int) -> bool:
        """Whether a label or heading of these words, so many, is about it."""
        if count > self.most or not self.about.search(words) or self.never.search(words):
            return False
        rest = self.about.sub(" ", words).split()
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
        words = _words(key.partition("?")[0])  # behind a question stands what to do about it
        count = len(words.split())
        if count < 2 or _OPEN.search(words):
            return frozenset()
        return frozenset(s.name for s in self._labels if s.fits(words, count))

    @lru_cache(maxsize=8192)  # noqa: B019
    def kind(self, key: str) -> str | None:
        """What a heading of these words introduces: the first kind that fits."""
        words = _words(key)
        count = len(words.split())
        if count < 2 or ":" in key:
            return None
        return next((s.name for s in self._headings if s.fits(words, count)), None)

    def narrows(self, key: str) -> bool:
        """Whether a heading below an implication only says which part of it follows."""
        words = _words(key)
        return self._narrowing.fits(words, len(words.split()))


def _words(key: str) -> str:
    """A folded key as plain words, in the form that `tokens.toml` is written for."""
    apart = _SLASH.sub(" or ", _LETTER.sub("", key).replace("'", ""))
    return " ".join(_OTHER.sub(" ", apart).split())


def _subject(name: str, entry: Mapping[str, Any], common: frozenset[str]) -> _Subject:
    return _Subject(
        name,
        about=_any(entry["about"]),
        never=_any(entry.get("never", ())),
        beside=common | frozenset(entry["with"]),
        free=entry.get("free", 0),
        most=entry.get("most", _LABEL_WORDS),
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns) or "(?!)")
