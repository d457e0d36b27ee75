"""Delegations inside recommendations: to whom a decision is left, and whom they must consult.

A text delegates where it says that authority is delegated to somebody, or authorises somebody by
office. Around the words that say so (`lexicon/actions.toml`) stand those who get the decision:

- before them, with nothing but auxiliaries between: "the Head of Housing, in consultation with
  the Leader, be authorised to …", "the Town Clerk has delegated authority to …";
- right behind "authorises": "Authorise the Director of Place, in consultation with …, to …";
- behind the next "to" that leads to an office: "delegates the award of the contract to the
  Director of Place".

Those to be consulted stand behind "in consultation with" and its like, anywhere in the text. The
powers to delegate are in the Local Government Act 1972, section 101, the Local Government Act
2000, sections 9E and 14, the Local Government (Scotland) Act 1973, section 56, and the Local
Government Act (Northern Ireland) 2014, section 7.
"""

from __future__ import annotations

import re

from extract.fields.values import Found, Place
from extract.layout.passage import Passage
from extract.office_lists import Range, listed_offices
from extract.verbs import delegating
from schemas import Delegation

_TO = re.compile(r"\b(?:to|on|upon)\s+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;](?=\s)|\n\n")
_WORD = re.compile(r"(?<!\S)\w")


def delegation_of(text: Passage) -> Found[Delegation] | None:
    """To whom a recommendation's text leaves a decision; None where it leaves none."""
    to = _recipients(text.text)
    if not to:
        return None
    consulted = [
        office
        for match in delegating().consults.finditer(text.text)
        for office in listed_offices(text.text, match.end(), bodies=True)
    ]
    places: list[Place] = [
        (f"/{name}/{at}", text.slice(*office))
        for name, offices in (("to", to), ("in_consultation_with", consulted))
        for at, office in enumerate(offices)
    ]
    value = Delegation(
        to=tuple(text.text[begin:end] for begin, end in to),
        in_consultation_with=tuple(text.text[begin:end] for begin, end in consulted),
    )
    return Found(value, tuple(places))


def _recipients(text: str) -> list[Range]:
    """The offices that a decision is handed to, by the first words that do so."""
    for delegates in delegating().delegates.finditer(text):
        found = _before(text, delegates.start()) or _behind_to(text, delegates.end())
        if found:
            return found
    for authorises in delegating().authorises.finditer(text):
        found = _before(text, authorises.start()) or listed_offices(text, authorises.end())
        if found:
            return found
    return []


def _behind_to(text: str, at: int) -> list[Range]:
    """The offices behind the next "to" of the sentence that leads to any."""
    end = _SENTENCE_END.search(text, at)
    for to in _TO.finditer(text, at, end.start() if end else len(text)):
        if found := listed_offices(text, to.end(), bodies=True):
            return found
    return []


def _before(text: str, at: int) -> list[Range]:
    """The offices of which what stands at `at` is said: "the Head of Housing has been | given"."""
    begin = max((end.end() for end in _SENTENCE_END.finditer(text, 0, at)), default=0)
    for word in _WORD.finditer(text, begin, at):
        offices = listed_offices(text, word.start())
        if not offices:
            continue
        end = offices[-1][1]
        consults = delegating().consults.match(text, end)
        consulted = listed_offices(text, consults.end(), bodies=True) if consults else []
        end = consulted[-1][1] if consulted else end
        between = delegating().auxiliaries.match(text, end, at)
        if between and between.end() == at:
            return offices
        if delegating().gives.search(text, 0, word.start()) and text[end:at].isspace():
            return offices
    return []
