"""Words to vary texts with, and names for people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from random import Random

#: Of the words of a text the part that is replaced, and of those the part by an invented one.
REPLACED = 0.3
INVENTED = 0.1
#: How many words are invented; the nth is as frequent as 1 / (n + 20).
VOCABULARY = 30_000

FIRST_NAMES = (
    "Ada",
    "Bram",
    "Cleo",
    "Dilys",
    "Ewan",
    "Fay",
    "Gwen",
    "Hamza",
    "Iris",
    "Jo",
    "Kofi",
    "Lena",
    "Mair",
    "Noor",
    "Owen",
    "Priya",
)
LAST_NAMES = (
    "Ashdown",
    "Birch",
    "Carr",
    "Dunmore",
    "Ellis",
    "Fenwick",
    "Gower",
    "Hartley",
    "Ibbot",
    "Jago",
    "Kerr",
    "Loxley",
)
SYLLABLES = (
    "ba",
    "den",
    "fro",
    "gil",
    "hul",
    "kes",
    "lor",
    "min",
    "nar",
    "pel",
    "quo",
    "rud",
    "sal",
    "tor",
    "ulm",
    "ven",
    "wix",
    "yar",
    "zed",
)

_WORDS = re.compile(r"([A-Za-z]{4,})")


class Words:
    """Texts with some of their words replaced."""

    def __init__(self, texts: Sequence[str], rng: Random) -> None:
        self._rng = rng
        spoken = [word for text in texts for word in _WORDS.findall(text)]
        invented = ["".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))) for _ in range(VOCABULARY)]
        weights = list(accumulate(1 / (rank + 20) for rank in range(VOCABULARY)))
        rare = rng.choices(invented, cum_weights=weights, k=100_000)
        common = rng.choices(spoken, k=round(len(rare) / INVENTED) - len(rare))
        self._pool = rare + common

    def vary(self, text: str) -> str:
        """The text with other words in some places."""
        pieces = list(_pieces(text))
        places = range(1, len(pieces), 2)
        if not places:
            return text
        count = int(len(places) * REPLACED + self._rng.random())
        chosen = self._rng.choices(places, k=count)
        for at, word in zip(chosen, self._rng.choices(self._pool, k=count), strict=True):
            pieces[at] = word
        return "".join(pieces)

    def name(self) -> str:
        """A short name that is hardly ever the same, for titles."""
        return " ".join(word.title() for word in self._rng.choices(self._pool, k=2))


@cache
def _pieces(text: str) -> tuple[str, ...]:
    """What is not a word, a word, what is not …"""
    return tuple(_WORDS.split(text))


def person(rng: Random) -> str:
    """Somebody's name."""
    return f"{rng.choice(FIRST_NAMES)} {rng.choice(LAST_NAMES)}"
