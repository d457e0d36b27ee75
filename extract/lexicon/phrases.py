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

    @remember
    def names(self, key: str) -> tuple[str, ...]:
        """The names under which a phrase stands, those of exact phrases first."""
        exact = self._exact.get(key, [])
        matched = [name for name, globs in self._globs if globs.fullmatch(key)]
        return tuple(dict.fromkeys([*exact, *matched]))

    def __contains__(self, key: str) -> bool:
        return bool(self.names(key))


def any_of(alternatives: Iterable[str], whole: bool) -> re.Pattern[str]:
    """One pattern of many: for a whole text, or for a place anywhere in it."""
    body = "|".join(f"(?:{a})" for a in alternatives) or "(?!)"  # nothing left matches nothing
    return re.compile(f"^(?:{body})$" if whole else body, re.IGNORECASE)
