"""Lists of the lexicon, ready to be asked: phrases looked up whole, and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from extract.lexicon.folding import remember


class Phrases:
    """Phrases by name, some with `*` for any words."""

    def __init__(self, listed: Mapping[str, Iterable[str]]) -> None:
        self.order = [name for name in listed if name != "narrowing"]
        self._exact: dict[str, list[str]] = {}
        self._globs: list[tuple[str, re.Pattern[str]]] = []
        for name, phrases in listed.items():
            globs = []
            for phrase in phrases:
                if "*" in phrase:
                    globs.append(re.escape(phrase).replace(r"\*", ".+"))
                else:
                    self._exact.setdefault(phrase, []).append(name)
            if globs:
                self._globs.append((name, re.compile("|".join(globs))))
        self._any_glob = re.compile("|".join(globs.pattern for _, globs in self._globs) or "(?!)")

    @remember
    def names(self, key: str) -> tuple[str, ...]:
        """The names under which a phrase stands, those of exact phrases first."""
        exact = self._exact.get(key, [])
        if self._any_glob.fullmatch(key) is None:  # as nearly always
            return tuple(dict.fromkeys(exact))
        matched = [name for name, globs in self._globs if globs.fullmatch(key)]
        return tuple(dict.fromkeys([*exact, *matched]))

    def __contains__(self, key: str) -> bool:
        return bool(self.names(key))


def any_of(alternatives: Iterable[str]) -> re.Pattern[str]:
    """One pattern of many for a whole text that is folded: small letters."""
    return re.compile(f"^(?:{_either(alternatives)})$")


class Sayings:
    """Patterns one of which is to be found in a folded text.

    A text is asked for dozens of them, and holds none as a rule. So those that stand at its
    beginning are tried there alone, and any other only where the text holds its longest word.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        listed = list(patterns)
        self._opening = re.compile(_either(p for p in listed if p.startswith("^")))
        self._inside = [(word_of(p), re.compile(p)) for p in listed if not p.startswith("^")]

    def found_in(self, text: str) -> bool:
        """Whether a folded text holds one of them."""
        if self._opening.match(text):
            return True
        return any(word in text and pattern.search(text) for word, pattern in self._inside)


_OPTIONAL = re.compile(r".(?:[?*]|\{[^}]*\})")
_NO_LETTER = re.compile(r"[\0.^$+]")


def word_of(pattern: str) -> str:
    """The longest run of characters that every match of a pattern holds; empty where none is sure.

    Groups, sets and escaped characters are no part of it.
    """
    rest = re.sub(r"\[.*?\]", "\0", re.sub(r"\\.", "\0", pattern))
    while (inner := re.sub(r"\([^()]*\)", "\0", rest)) != rest:
        rest = inner
    return "" if "|" in rest else max(_NO_LETTER.split(_OPTIONAL.sub("\0", rest)), key=len)


def _either(alternatives: Iterable[str]) -> str:
    return "|".join(f"(?:{a})" for a in alternatives) or "(?!)"  # nothing left matches nothing
