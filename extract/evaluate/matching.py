"""When a value read is the value stated: the four matchings that GROBID reports, and pairing.

- strict: equal as printed, but for how white space is set;
- soft: equal without capitals, spaces, punctuation and quotes;
- Levenshtein, the fuzzy one: at most a fifth of the longer text's characters edited;
- Ratcliff/Obershelp: similarity of at least 0.95.

The last two compare what soft compares, so that each matching takes all that the stricter one does.
After https://grobid.readthedocs.io/en/latest/End-to-end-evaluation/.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from rapidfuzz.distance import Indel, Levenshtein

G = TypeVar("G")
P = TypeVar("P")

LEVENSHTEIN_LEAST = 0.8
RATCLIFF_LEAST = 0.95
_ROUNDING = 1e-9


class Matching(StrEnum):
    """A rule by which two texts are taken to be the same, strictest first."""

    STRICT = "strict"
    SOFT = "soft"
    LEVENSHTEIN = "levenshtein"
    RATCLIFF = "ratcliff_obershelp"

    @property
    def label(self) -> str:
        """The name in a heading."""
        return _LABELS[self]


_LABELS = {
    Matching.STRICT: "Strict",
    Matching.SOFT: "Soft",
    Matching.LEVENSHTEIN: "Fuzzy",
    Matching.RATCLIFF: "R/O",
}


@lru_cache(maxsize=16384)
def spaced(text: str) -> str:
    """A text with its white space folded: layout is not wording."""
    return " ".join(text.split())


@lru_cache(maxsize=16384)
def soft(text: str) -> str:
    """A text without capitals, spaces, punctuation and control characters. Symbols (£, %) stay."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(
        character
        for character in folded
        if character == "%" or unicodedata.category(character)[0] not in "PZC"
    )


def closeness(matching: Matching, gold: str, predicted: str) -> float:
    """0 where the texts do not match; else how close they are, at most 1."""
    if matching is Matching.STRICT:
        return float(spaced(gold) == spaced(predicted))
    gold, predicted = soft(gold), soft(predicted)
    if gold == predicted:
        return 1.0
    if matching is Matching.LEVENSHTEIN:
        ratio = Levenshtein.normalized_similarity(gold, predicted)
        return ratio if ratio >= LEVENSHTEIN_LEAST else 0.0
    if matching is Matching.RATCLIFF:
        return _ratcliff(gold, predicted)
    return 0.0


def _ratcliff(gold: str, predicted: str) -> float:
    # What the blocks found in common add up to is never more than the longest common subsequence:
    # the slow measure is taken only where the fast one leaves it a chance.
    if Indel.normalized_similarity(gold, predicted) < RATCLIFF_LEAST - _ROUNDING:
        return 0.0
    ratio = SequenceMatcher(None, gold, predicted, autojunk=False).ratio()
    return ratio if ratio >= RATCLIFF_LEAST else 0.0


def pair_best_first(
    gold: Sequence[G],
    predicted: Sequence[P],
    score: Callable[[G, P], float],
    *,
    least: float,
) -> list[tuple[int, int]]:
    """Pair each item with at most one, the closest two first; of equals, the first in order.

    Gives pairs of indices, best first. Two items that score below `least` are never paired.
    """
    scored = [
        (score(g, p), at_gold, at_predicted)
        for at_gold, g in enumerate(gold)
        for at_predicted, p in enumerate(predicted)
    ]
    pairs: list[tuple[int, int]] = []
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    for closest, at_gold, at_predicted in sorted(scored, key=lambda row: -row[0]):
        if closest < least:
            break
        if at_gold in free_gold and at_predicted in free_predicted:
            free_gold.remove(at_gold)
            free_predicted.remove(at_predicted)
            pairs.append((at_gold, at_predicted))
    return pairs
