"""What a label or heading is about, word by word, where no phrase of the lexicon fits.

Four hundred councils word "Report author" in more ways than a list of phrases will ever hold, but
out of few words. `tokens.toml` says for each subject which words make it, which may stand beside
them, and which rule it out. An answer from here is a guess: `GUESS` is how sure it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extract.lexicon.folding import remember

GUESS = 0.8
"""Confidence of what was read under a label or heading that only its words tell of."""

# A label of more words is a sentence; headings say their own number.
_LABEL_WORDS = 16

# The letter of a part of a form ("B - What other options …").
_LETTER = re.compile(r"^[a-z]{1,2} - ")
# Letters by which a subject is ruled out before its patterns are tried.
_STEM = 3
_LITERAL = re.compile(r"(?<![\\a-z])[a-z]{3,}|(?<=\\b)[a-z]{3,}")
# Words shorter than a stem, of which the plural ("nos") is none.
_SHORT = re.compile(r"(?<![\\a-z])[a-z]{2}(?![a-z])|(?<=\\b)[a-z]{2}(?![a-z])")
_SLASH = re.compile(r"\s*/\s*")
# A label's end that is none: the line goes on below.
_OPEN = frozenset({"the", "a", "an", "of", "for", "or", "and"})
_OTHER = re.compile(r"[^\w\s]+|_")
# What in a pattern can stand for any word.
_ANY_WORD = re.compile(r"\\w|\[|(?<!\\)\.")


class _Words:
    """The words of a folded key, in the form that `tokens.toml` is written for."""

    __slots__ = ("listed", "stems", "text")

    def __init__(self, key: str) -> None:
        apart = _LETTER.sub("", key).replace("'", "") if "'" in key or " - " in key else key
        if "/" in apart:
            apart = _SLASH.sub(" or ", apart)
        self.listed = _OTHER.sub(" ", apart).split()
        self.text = " ".join(self.listed)
        self.stems = _stems(self.listed)


_words = remember(_Words)


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
    known: frozenset[str]  # those of all words that are in `beside`, or in what `about` matches
    open: re.Pattern[str] | None  # those of `about` that take any word, foreign ones too

    def fits(self, asked: _Words) -> bool:
        """Whether a label or heading of these words is about it."""
        if len(asked.listed) > self.most:
            return False
        foreign = len(asked.stems - self.known) > self.free
        about = self.open if foreign else self.about
        if about is None or not about.search(asked.text) or self.never.search(asked.text):
            return False
        rest = self.about.sub(" ", asked.text).split()
        return sum(word not in self.beside for word in rest) <= self.free


class _Subjects:
    """Subjects in their order, found by the stems of a key's words.

    Sets of subjects are numbers, a bit for each: a key has few words and is asked about dozens.
    """

    def __init__(self, subjects: Iterable[_Subject]) -> None:
        self._listed = list(subjects)
        self._about: dict[str, int] = defaultdict(int)
        self._known: dict[str, int] = defaultdict(int)
        self._lenient = 0  # those that may take a foreign word
        for at, subject in enumerate(self._listed):
            for stem in subject.stems:
                self._about[stem] |= 1 << at
            for stem in subject.known:
                self._known[stem] |= 1 << at
            if subject.free or subject.open is not None:
                self._lenient |= 1 << at

    def about(self, asked: _Words) -> Iterator[str]:
        """The names of those that words are about."""
        some, every = 0, -1
        for stem in asked.stems:
            some |= self._about.get(stem, 0)
            every &= self._known.get(stem, 0)
        left = some & (every | self._lenient)
        while left:
            subject = self._listed[(left & -left).bit_length() - 1]
            left &= left - 1
            if subject.fits(asked):
                yield subject.name


class Tokens:
    """The subjects of labels and of headings. Keys are folded as the lexicon's are."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        common = frozenset(table["common"])
        headings = {n: _subject(n, entry, common) for n, entry in table["headings"].items()}
        self._narrowing = headings.pop("narrowing")
        self._headings = _Subjects(headings.values())
        self._labels = _Subjects(_subject(n, e, common) for n, e in table["labels"].items())

    @remember
    def fields(self, key: str) -> frozenset[str]:
        """Every field or role that a label of these words can name."""
        if key.isalnum():
            return frozenset()  # one word tells nothing
        asked = _words(key.partition("?")[0])  # behind a question stands what to do about it
        if len(asked.listed) < 2 or asked.listed[-1] in _OPEN:
            return frozenset()
        return frozenset(self._labels.about(asked))

    @remember
    def kind(self, key: str) -> str | None:
        """What a heading of these words introduces: the first kind that fits."""
        if key.isalnum():
            return None
        asked = _words(key)
        if len(asked.listed) < 2 or ":" in key:
            return None
        return next(self._headings.about(asked), None)

    def narrows(self, key: str) -> bool:
        """Whether a heading below an implication only says which part of it follows."""
        asked = _words(key)
        return not self._narrowing.stems.isdisjoint(asked.stems) and self._narrowing.fits(asked)


def _subject(name: str, entry: Mapping[str, Any], common: frozenset[str]) -> _Subject:
    beside = common | frozenset(entry["with"])
    stems = frozenset(
        word[:_STEM]
        for pattern in entry["about"]
        for word in _LITERAL.findall(pattern)
        if word not in common
    )
    plurals = (f"{short}s" for pattern in entry["about"] for short in _SHORT.findall(pattern))
    taking_any = [pattern for pattern in entry["about"] if _ANY_WORD.search(pattern)]
    return _Subject(
        name,
        about=_any(entry["about"]),
        never=_any(entry.get("never", ())),
        beside=beside,
        free=entry.get("free", 0),
        most=entry.get("most", _LABEL_WORDS),
        stems=stems,
        known=stems | _stems(beside) | _stems(plurals),
        open=_any(taking_any) if taking_any else None,
    )


def _stems(words: Iterable[str]) -> frozenset[str]:
    """The first letters of the words that have so many."""
    return frozenset({word[:_STEM] for word in words if len(word) >= _STEM})


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns) or "(?!)")
