"""What became of the files of a build, one by one and all together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from schemas import Problem
from schemas.vocabulary import DocumentKind, ProblemCode


class State(StrEnum):
    """What became of a file in one build."""

    READ = "read"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    FAILED_BEFORE = "failed before"
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class Outcome:
    """One file of a build: what became of it, what it is and holds, and why if it failed.

    `path` is the file's path as text. `seconds` is how long it was read, by the clock.
    """

    path: str
    state: State
    sha256: str | None = None
    kind: DocumentKind | None = None
    pages: int | None = None
    reports: int = 0
    problem: Problem | None = None
    not_kept: str | None = None
    """Why its original could not be kept, though it was read."""
    seconds: float = 0.0


@dataclass
class KindTally:
    """Documents of one kind that were read, with their pages and reports."""

    documents: int = 0
    pages: int = 0
    reports: int = 0


@dataclass
class Tally:
    """Outcomes, counted: as much room for a million files as for ten."""

    states: Counter[State] = field(default_factory=Counter)
    problems: dict[State, Counter[ProblemCode]] = field(default_factory=dict)
    kinds: dict[DocumentKind, KindTally] = field(default_factory=dict)
    not_kept: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one more."""
        self.states[outcome.state] += 1
        self.not_kept += outcome.not_kept is not None
        if outcome.problem is not None:
            of_state = self.problems.setdefault(outcome.state, Counter())
            of_state[outcome.problem.code] += 1
        if outcome.state is State.READ and outcome.kind is not None:
            kind = self.kinds.setdefault(outcome.kind, KindTally())
            kind.documents += 1
            kind.pages += outcome.pages or 0
            kind.reports += outcome.reports

    @property
    def done(self) -> int:
        """Files that are done with."""
        return self.states.total()

    @property
    def failed(self) -> int:
        """Files that could not be read, now or before."""
        return self.states[State.FAILED] + self.states[State.FAILED_BEFORE]

    @property
    def pages(self) -> int:
        """Pages that were read."""
        return sum(kind.pages for kind in self.kinds.values())

    @property
    def reports(self) -> int:
        """Reports in what was read."""
        return sum(kind.reports for kind in self.kinds.values())
