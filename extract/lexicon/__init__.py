"""What councils call things, as data: read once from the TOML files beside this module.

A new council's words are a line of data there, never a condition in the code. This module only
folds printed headings and labels to the form in which they are compared, and looks them up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extract.lexicon.folding import fold, fold_heading, remember
from extract.lexicon.phrases import Phrases, Sayings, any_of
from extract.lexicon.provenance import left_out, only_from, without
from extract.lexicon.subjects import Subjects
from extract.lexicon.tokens import GUESS, Tokens
from schemas.vocabulary import ConfidentialityStatus, ImplicationType, SectionKind, SignOffArea

__all__ = ["Lexicon", "fold", "fold_heading", "lexicon", "says", "wording"]

# Parts of the body, whose headings join with anything.
_BODY = frozenset({"background", "other", "conclusion", "consultation", "contacts"})


@dataclass(frozen=True, eq=False)  # one of its kind: compared and hashed by identity
class Lexicon:
    """The lexicon's tables, ready to be asked. Keys are folded headings and labels."""

    sections: Phrases
    labels: Phrases
    tokens: Tokens
    prefixes: Mapping[str, re.Pattern[str]]
    subjects: Subjects
    none: re.Pattern[str]
    none_sentence: re.Pattern[str]
    no_direct: Sayings
    all_wards: re.Pattern[str]
    no_wards: re.Pattern[str]
    boilerplate: Sayings
    reminders: Sayings
    adviser: Sayings
    lead_in: Sayings
    attendance: Sayings
    yes: re.Pattern[str]
    no: re.Pattern[str]
    confidentiality: Mapping[ConfidentialityStatus, Sayings]
    sign_offs: Mapping[SignOffArea, Sayings]

    @property
    def statements(self) -> re.Pattern[str]:
        """Openings of sentences, and of questions that are answered with yes or no."""
        return self.subjects.statements

    @property
    def triggers(self) -> frozenset[str]:
        """Words that make an implication beside a subject."""
        return self.subjects.triggers

    @remember
    def section_kind(self, key: str) -> SectionKind | None:
        """What a heading introduces, or None for words that the lexicon does not know."""
        kinds = (name for name in self.sections.names(key) if name != "narrowing")
        whole = next((SectionKind(kind) for kind in kinds), None)
        return whole or self._combined(key) or self._guessed_kind(key)

    def _guessed_kind(self, key: str) -> SectionKind | None:
        """What the words of an unknown heading tell; those of an implication are left to it."""
        kind = self.tokens.kind(key)
        if kind is None or self.labels.names(key) or self.implication(key):
            return None
        return None if self.boilerplate.found_in(key) else SectionKind(kind)

    def _combined(self, key: str) -> SectionKind | None:
        """A heading made of two that are known ("Purpose of report/Summary of main issues")."""
        if "/" not in key and " and " not in key:
            return None
        parts = [part.strip() for part in re.split(r"/| and ", key) if part.strip()]
        kinds = [name for part in parts for name in self.sections.names(part)[:1]]
        if len(parts) < 2 or len(kinds) < len(parts) or _BODY & set(kinds):
            return None
        return next((SectionKind(k) for k in self.sections.order if k in kinds), None)

    def heading_confidence(self, key: str) -> float | None:
        """How sure `section_kind` or `implication` is: None for certain, or for no answer."""
        if self.sections.names(key) or self._combined(key) or self.subjects.known(key, in_run=True):
            return None
        guessed = self._guessed_kind(key) or self.subjects.guessed(key, in_run=True)
        return GUESS if guessed else None

    def label_confidence(self, key: str) -> float | None:
        """How sure `fields` is: None for certain, or for no answer."""
        return None if self.labels.names(key) or not self._guessed_fields(key) else GUESS

    def narrows(self, key: str) -> bool:
        """Whether a heading only narrows the section above it."""
        return "narrowing" in self.sections.names(key) or self.tokens.narrows(key)

    def field(self, key: str) -> str | None:
        """The field, or the person's role, that a label of front matter names."""
        return next(iter(self.labels.names(key) or sorted(self._guessed_fields(key))), None)

    @remember
    def fields(self, key: str) -> frozenset[str]:
        """Every field that a label can name ("title" is a subject, and a contact's post)."""
        known = frozenset(self.labels.names(key)) or self._named_twice(key)
        return known or self._guessed_fields(key)

    def _named_twice(self, key: str) -> frozenset[str]:
        """The fields of a label that is given twice, in two languages ("Dyddiad / Date")."""
        if "/" not in key and "|" not in key:
            return frozenset()
        named = [frozenset(self.labels.names(part.strip())) for part in re.split(r"[/|]", key)]
        return frozenset().union(*named) if all(named) else frozenset()

    def _guessed_fields(self, key: str) -> frozenset[str]:
        """What the words of an unknown label tell."""
        guessed = self.tokens.fields(key)
        if not guessed:
            return guessed
        heads = set(self.sections.names(key)) - {SectionKind.CONTACTS}
        return frozenset() if heads or self.boilerplate.found_in(key) else guessed

    def implication(self, key: str, *, in_run: bool = False) -> tuple[ImplicationType, ...]:
        """The subjects of an implications heading; empty if it is none.

        `in_run` says that the heading stands among implications, where a bare topic ("Legal")
        is enough.
        """
        return self.subjects.known(key, in_run) or self.subjects.guessed(key, in_run)

    def asks(self, key: str) -> bool:
        """Whether a label of a form asks, or tells its author what to write."""
        return self.subjects.questions.match(key) is not None

    def bare_topic(self, key: str) -> bool:
        """Whether a heading holds nothing but the name of a subject ("Finance")."""
        return self.subjects.bare(key)


def lexicon() -> Lexicon:
    """The lexicon, read on first use; inside `leaving_out`, less what that council taught."""
    return _lexicon(left_out())


@cache
def _lexicon(council_left_out: str | None) -> Lexicon:
    forgotten = only_from(council_left_out) if council_left_out else frozenset()
    headings, labels, implications, phrases = (
        without(_read(name), forgotten)
        for name in ("headings", "labels", "implications", "phrases")
    )
    tokens = _read("tokens")  # general words: nobody's alone
    prefixes: dict[str, list[str]] = labels.pop("prefixes")
    return Lexicon(
        sections=Phrases(headings),
        labels=Phrases(labels),
        tokens=Tokens(tokens),
        prefixes={
            name: re.compile(rf"(?:{'|'.join(listed) or '(?!)'})\s+(?=\S)", re.IGNORECASE)
            for name, listed in prefixes.items()
        },
        subjects=Subjects.of(implications, tokens["implications"]),
        none=any_of(phrases["none"]),
        none_sentence=any_of(phrases["none_sentence"]),
        no_direct=Sayings(phrases["no_direct"]),
        all_wards=any_of(phrases["all_wards"]),
        no_wards=any_of(phrases["no_wards"]),
        boilerplate=Sayings(phrases["boilerplate"]),
        reminders=Sayings(phrases["reminders"]),
        adviser=Sayings(phrases["adviser"]),
        lead_in=Sayings(phrases["lead_in"]),
        attendance=Sayings(phrases["attendance"]),
        yes=any_of(phrases["yes"]),
        no=any_of(phrases["no"]),
        sign_offs={
            SignOffArea(area): Sayings(listed) for area, listed in phrases["sign_offs"].items()
        },
        confidentiality={
            ConfidentialityStatus(status): Sayings(phrases["confidentiality"][key])
            for status, key in (("part_exempt", "part"), ("open", "open"), ("exempt", "exempt"))
        },
    )


@cache
def wording(name: str) -> str:
    """A list of `wording.toml` as one group of alternatives, to build a pattern with.

    General words: `leaving_out` does not touch them, for patterns are built of them at import.
    """
    alternatives: list[str] = _wordings()[name]
    return "(?:" + "|".join(re.sub(r"\((?!\?)", "(?:", a) for a in alternatives) + ")"


def says(name: str) -> re.Pattern[str]:
    """A list of `wording.toml` as a pattern."""
    return re.compile(wording(name), re.IGNORECASE)


@cache
def _wordings() -> dict[str, Any]:
    return _read("wording")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))
