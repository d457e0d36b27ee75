"""What councils call things, as data: read once from the TOML files beside this module.

A new council's words are a line of data there, never a condition in the code. This module only
folds printed headings and labels to the form in which they are compared, and looks them up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from extract.lexicon.provenance import left_out, only_from, without
from extract.lexicon.tokens import GUESS, Tokens
from schemas.vocabulary import ConfidentialityStatus, ImplicationType, SectionKind, SignOffArea

_FOLD = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "&": "+"}
)
_NUMBER = re.compile(
    r"^(?:(?:section|part) \d{1,2}\s*[-:.]?\s+"
    r"|(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)]\s+|\d{1,2}(?:\.\d{1,2})?\s+)"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_PLURAL = re.compile(r"\((e?s)\)|(?<=\w)/(e?s)\b")
_ASIDE = re.compile(r"[:,;]?\s+(?:e\.?g\.?|i\.?e\.?|for example|eg:).*$")
# Parts of the body, whose headings join with anything.
_BODY = frozenset({"background", "other", "conclusion", "consultation", "contacts"})
# Advice headed by the post of who gives it; and headings that only link to the council's plans.
_ADVICE = ("comment", "advice", "view", "observation", "implications provided by")
_LINKS = ("link", "relevance to", "contribution to", "how do", "how are")
# A heading that names no subject is an implication only by one of these words.
_ROOF = frozenset({"implication", "implications", "impacts", "considerations", "issues"})


# The same headings, labels and lines are asked about again and again while a report is read.
_remember = lru_cache(maxsize=8192)


@_remember
def fold(text: str) -> str:
    """Text as it is compared: small letters, plain quotes and hyphens, single spaces."""
    return " ".join(text.translate(_FOLD).replace("+", " and ").casefold().split())


@_remember
def fold_heading(text: str) -> str:
    """A heading or label as it is compared: no number, no brackets, no closing punctuation."""
    key = _PLURAL.sub(r"\1\2", fold(text).replace("s(s)", "s"))
    key = _NUMBER.sub("", key).strip(" *#:.-?;,!_")
    key = _ASIDE.sub("", key).replace(",", "")
    bare = _BRACKETS.sub("", key).strip(" :.-?;,")
    return re.sub(r"\s*/\s*", "/", bare or key)


class _Phrases:
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

    @_remember
    def names(self, key: str) -> tuple[str, ...]:
        """The names under which a phrase stands, those of exact phrases first."""
        exact = self._exact.get(key, [])
        matched = [name for name, globs in self._globs if globs.fullmatch(key)]
        return tuple(dict.fromkeys([*exact, *matched]))

    def __contains__(self, key: str) -> bool:
        return bool(self.names(key))


def _patterns(alternatives: Iterable[str], whole: bool) -> re.Pattern[str]:
    body = "|".join(f"(?:{a})" for a in alternatives) or "(?!)"  # nothing left matches nothing
    return re.compile(f"^(?:{body})$" if whole else body, re.IGNORECASE)


@dataclass(frozen=True, eq=False)  # one of its kind: compared and hashed by identity
class Lexicon:
    """The lexicon's tables, ready to be asked. Keys are folded headings and labels."""

    sections: _Phrases
    labels: _Phrases
    tokens: Tokens
    prefixes: Mapping[str, re.Pattern[str]]
    topics: Mapping[str, ImplicationType]
    posts: Mapping[str, ImplicationType]
    standing: _Phrases
    triggers: frozenset[str]
    stop: frozenset[str]
    statements: re.Pattern[str]
    none: re.Pattern[str]
    none_sentence: re.Pattern[str]
    no_direct: re.Pattern[str]
    all_wards: re.Pattern[str]
    no_wards: re.Pattern[str]
    boilerplate: re.Pattern[str]
    reminders: re.Pattern[str]
    adviser: re.Pattern[str]
    lead_in: re.Pattern[str]
    attendance: re.Pattern[str]
    yes: re.Pattern[str]
    no: re.Pattern[str]
    confidentiality: Mapping[ConfidentialityStatus, re.Pattern[str]]
    sign_offs: Mapping[SignOffArea, re.Pattern[str]]

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
        return None if self.boilerplate.search(key) else SectionKind(kind)

    def _combined(self, key: str) -> SectionKind | None:
        """A heading made of two that are known ("Purpose of report/Summary of main issues")."""
        parts = [part.strip() for part in re.split(r"/| and ", key) if part.strip()]
        kinds = [name for part in parts for name in self.sections.names(part)[:1]]
        if len(parts) < 2 or len(kinds) < len(parts) or _BODY & set(kinds):
            return None
        return next((SectionKind(k) for k in self.sections.order if k in kinds), None)

    def heading_confidence(self, key: str) -> float | None:
        """How sure `section_kind` is: None for certain, or for no answer."""
        known = self.sections.names(key) or self._combined(key)
        return None if known or self._guessed_kind(key) is None else GUESS

    def label_confidence(self, key: str) -> float | None:
        """How sure `fields` is: None for certain, or for no answer."""
        return None if self.labels.names(key) or not self._guessed_fields(key) else GUESS

    def narrows(self, key: str) -> bool:
        """Whether a heading only narrows the section above it."""
        return "narrowing" in self.sections.names(key)

    def field(self, key: str) -> str | None:
        """The field, or the person's role, that a label of front matter names."""
        return next(iter(self.labels.names(key) or sorted(self._guessed_fields(key))), None)

    def fields(self, key: str) -> frozenset[str]:
        """Every field that a label can name ("title" is a subject, and a contact's post)."""
        return frozenset(self.labels.names(key)) or self._guessed_fields(key)

    def _guessed_fields(self, key: str) -> frozenset[str]:
        """What the words of an unknown label tell."""
        guessed = self.tokens.fields(key)
        known = guessed and (self.sections.names(key) or self.boilerplate.search(key))
        return frozenset() if known else guessed

    def implication(self, key: str, *, in_run: bool = False) -> tuple[ImplicationType, ...]:
        """The subjects of an implications heading; empty if it is none.

        `in_run` says that the heading stands among implications, where a bare topic ("Legal")
        is enough.
        """
        return self._implication(key, in_run)

    @_remember
    def _implication(self, key: str, in_run: bool) -> tuple[ImplicationType, ...]:
        if self.statements.match(key):
            return ()
        advice = key.startswith(_ADVICE)
        for post, subject in self.posts.items():
            if key.startswith(post) or (advice and post in key):
                return (subject,)
        if key.startswith(_LINKS) and key in self.standing:
            return (ImplicationType.POLICY,)
        if len(key.split()) > 16:
            return ()
        standing = key in self.standing
        found, leftover, trigger = self._scan(key)
        if not found:
            return (ImplicationType.POLICY,) if standing else ()
        if not (standing or (trigger and leftover <= 2) or (in_run and leftover <= 1)):
            return ()
        words = key.split()
        if words[-1] in ("risk", "risks") and len(found) > 1 and "and" not in words:
            return (ImplicationType.RISK,)
        named = tuple(dict.fromkeys(t for t in found if t is not ImplicationType.OTHER))
        if named == (ImplicationType.CONSULTATION,) and not standing and "implication" not in key:
            return ()  # a narrative on consultation is a section of its own
        if named:
            return named
        return (ImplicationType.OTHER,) if in_run or _ROOF & set(words) else ()

    def bare_topic(self, key: str) -> bool:
        """Whether a heading holds nothing but the name of a subject ("Finance")."""
        found, leftover, _ = self._scan(key)
        return bool(found) and not leftover and len(key.split()) <= 4

    def _scan(self, key: str) -> tuple[list[ImplicationType], int, bool]:
        """Topics in order, the number of words that are neither topic nor trigger, any trigger."""
        tokens = re.findall(r"[\w'-]+|/", key)
        found: list[ImplicationType] = []
        leftover, trigger, at = 0, False, 0
        while at < len(tokens):
            for length in range(min(7, len(tokens) - at), 0, -1):
                phrase = " ".join(tokens[at : at + length])
                subject = self.topics.get(phrase)
                if subject is not None and not (phrase == "it" and len(tokens) > 3):
                    found.append(subject)
                    at += length
                    break
            else:
                if tokens[at] in self.triggers:
                    trigger = True
                elif tokens[at] not in self.stop:
                    leftover += 1
                at += 1
        return found, leftover, trigger


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
    prefixes: dict[str, list[str]] = labels.pop("prefixes")
    return Lexicon(
        sections=_Phrases(headings),
        labels=_Phrases(labels),
        tokens=Tokens(_read("tokens")),
        prefixes={
            name: re.compile(rf"(?:{'|'.join(listed) or '(?!)'})\s+(?=\S)", re.IGNORECASE)
            for name, listed in prefixes.items()
        },
        topics={
            fold(topic): ImplicationType(kind)
            for kind, listed in implications["topics"].items()
            for topic in listed
        },
        posts={
            post: ImplicationType(kind)
            for kind, listed in implications["posts"].items()
            for post in listed
        },
        standing=_Phrases({"standing": implications["standing"]}),
        triggers=frozenset(implications["triggers"]),
        stop=frozenset(implications["stop"]),
        statements=re.compile(rf"(?:{'|'.join(implications['statements'])})\b"),
        none=_patterns(phrases["none"], whole=True),
        none_sentence=_patterns(phrases["none_sentence"], whole=True),
        no_direct=_patterns(phrases["no_direct"], whole=False),
        all_wards=_patterns(phrases["all_wards"], whole=True),
        no_wards=_patterns(phrases["no_wards"], whole=True),
        boilerplate=_patterns(phrases["boilerplate"], whole=False),
        reminders=_patterns(phrases["reminders"], whole=False),
        adviser=_patterns(phrases["adviser"], whole=False),
        lead_in=_patterns(phrases["lead_in"], whole=False),
        attendance=_patterns(phrases["attendance"], whole=False),
        yes=_patterns(phrases["yes"], whole=True),
        no=_patterns(phrases["no"], whole=True),
        sign_offs={
            SignOffArea(area): _patterns(listed, whole=False)
            for area, listed in phrases["sign_offs"].items()
        },
        confidentiality={
            ConfidentialityStatus(status): _patterns(phrases["confidentiality"][key], whole=False)
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
