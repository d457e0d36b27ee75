"""Items stated, read and the same: counts, and what is worked out of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Counts:
    """How many items are stated in the gold, how many were read, and how many are the same."""

    gold: int = 0
    predicted: int = 0
    matched: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.gold + other.gold,
            self.predicted + other.predicted,
            self.matched + other.matched,
        )

    @property
    def precision(self) -> float | None:
        """Share of what was read that is right; None where nothing was read."""
        return self.matched / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Share of what is stated that was read; None where nothing is stated."""
        return self.matched / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where nothing is stated or read."""
        both = self.gold + self.predicted
        return 2 * self.matched / both if both else None

    @property
    def perfect(self) -> bool:
        """Whether everything that is stated was read, and nothing else."""
        return self.gold == self.predicted == self.matched


Tally = Mapping[str, Counts]
"""Counts by field."""


def total(tallies: Iterable[Tally]) -> Tally:
    """Tallies added up, in the order in which fields first come."""
    summed: dict[str, Counts] = defaultdict(Counts)
    for tally in tallies:
        for name, counts in tally.items():
            summed[name] += counts
    return dict(summed)


def micro(tally: Tally) -> Counts:
    """All items of all fields together."""
    return sum(tally.values(), Counts())


def macro_f1(tally: Tally) -> float | None:
    """Mean of the fields' F1, over the fields that the gold states at all."""
    figures = [counts.f1 or 0.0 for counts in tally.values() if counts.gold]
    return sum(figures) / len(figures) if figures else None
