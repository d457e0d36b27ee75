"""Verbs of recommendations: what `lexicon/actions.toml` says, ready to be matched.

The lexicon has each verb in its plain form; "notes" and "noted" are made of "note" here. Of a verb
of several words the first is changed ("writes off"); one that ends in its object also stands in
the passive behind it ("approval be given").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from schemas.vocabulary import RecommendationAction

_HISSES = re.compile(r"(?:[sxz]|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
# What only tells what will happen asks for nothing: "that a report will be made".
_TELLS = "".join(rf"(?<!\b{word} )" for word in ("will", "would", "can", "could", "may", "might"))
_BETWEEN = r"\s+(?:(?:\w+ly|hereby|also)\s+)*"


@dataclass(frozen=True)
class Verbs:
    """Patterns of the verbs in a text, each with the verb in its group `verb`.

    `active` is to be matched where a verb may stand, `passive` searched for; `form` has what
    every matched form amounts to, in small letters with single spaces.
    """

    active: re.Pattern[str]
    passive: re.Pattern[str]
    unknown_passive: re.Pattern[str]
    form: Mapping[str, RecommendationAction]
    noun: re.Pattern[str]
    body: re.Pattern[str]
    asked: re.Pattern[str]
    opening: re.Pattern[str]

    def amounts_to(self, printed: str) -> RecommendationAction:
        """What a form that `active` or `passive` has matched amounts to."""
        return self.form[" ".join(printed.lower().split())]


@dataclass(frozen=True)
class Delegating:
    """Patterns of the words that hand a decision to somebody, and of who may be handed one.

    `delegates` and `authorises` are searched for; `auxiliaries` and `consults` stand behind an
    office, `gives` before it; `body` and `beside` are asked of an office itself.
    """

    delegates: re.Pattern[str]
    authorises: re.Pattern[str]
    auxiliaries: re.Pattern[str]
    gives: re.Pattern[str]
    consults: re.Pattern[str]
    body: re.Pattern[str]
    beside: re.Pattern[str]


@cache
def verbs() -> Verbs:
    """The verbs, read on first use."""
    words = _words()
    active: dict[str, RecommendationAction] = {}
    passive: dict[str, RecommendationAction] = {}
    for action, listed in words["verbs"].items():
        for verb in listed:
            first, _, rest = verb.partition(" ")
            done = participle(first, words["participles"])
            tail = f" {rest}" if rest else ""
            for form in (first, _third_person(first)):
                active[form + tail] = RecommendationAction(action)
            passive[done + tail] = RecommendationAction(action)
            if rest:
                passive[f"{rest} be {done}"] = passive[f"{rest} is {done}"] = passive[done + tail]
    grammar = words["grammar"]
    direct = [form for form in passive if " be " not in form and " is " not in form]
    behind = [form for form in passive if form not in direct]
    given = "|".join(rf"(?<=\b{noun} )" for noun in grammar["given"])
    nouns = _any_of([*grammar["nouns"], *map(_third_person, grammar["nouns"])])
    return Verbs(
        active=_pattern(rf"(?P<verb>{_any_of(active)})(?![\w’'-])"),
        passive=_pattern(
            rf"\b(?:{_TELLS}be|(?:{given})(?:is|are)){_BETWEEN}(?P<verb>{_any_of(direct)})(?![\w’'-])"
            rf"|\b(?P<behind>{_any_of(behind)})(?![\w’'-])"
        ),
        unknown_passive=_pattern(rf"\b{_TELLS}be{_BETWEEN}(?P<verb>\w{{2,}}(?:ed|en))\b"),
        form={**passive, **active},
        noun=_pattern(rf"(?:{nouns})\s+{grammar['noun_before'][0]}"),
        body=_pattern(rf"\b(?:{'|'.join(grammar['bodies'])})\b"),
        asked=_pattern(rf"(?:{'|'.join(grammar['asked'])})(?!\w)"),
        opening=_pattern(rf"(?:{'|'.join(grammar['openings'])})\b"),
    )


@cache
def delegating() -> Delegating:
    """The words of delegation, read on first use."""
    words = _words()["delegation"]
    before = rf"(?:[,\s]|\b(?:{_any_of(words['consults_after'])})\b)*"
    return Delegating(
        delegates=_pattern(rf"\b(?:{'|'.join(words['delegates'])})"),
        authorises=_pattern(rf"\b(?:{'|'.join(words['authorises'])})"),
        auxiliaries=_pattern(rf",?\s+(?:(?:{_any_of(words['auxiliaries'])})\s+)+"),
        gives=_pattern(rf"\b(?:{'|'.join(words['gives'])})\s+(?:the\s+)?$"),
        consults=_pattern(rf"{before}\b(?:{'|'.join(words['consults'])})\s+"),
        body=_pattern(rf"\b(?:{'|'.join(words['bodies'])})\b"),
        beside=_pattern(rf"(?:the\s+)?(?:{'|'.join(words['beside'])})\b"),
    )


def participle(verb: str, irregular: Mapping[str, str]) -> str:
    """The past participle of a verb of one word."""
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if _CONSONANT_Y.search(verb) else f"{verb}ed"


def _third_person(verb: str) -> str:
    if _HISSES.search(verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if _CONSONANT_Y.search(verb) else f"{verb}s"


def _any_of(forms: Iterable[str]) -> str:
    ordered = sorted(set(forms), key=len, reverse=True)
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered)


def _pattern(body: str) -> re.Pattern[str]:
    return re.compile(body, re.IGNORECASE)


@cache
def _words() -> dict[str, Any]:
    path = Path(__file__).parent / "lexicon" / "actions.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
