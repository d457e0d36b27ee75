"""What an implications heading is about: its words read as topics, triggers and words between."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.lexicon.folding import fold, remember
from extract.lexicon.phrases import Phrases
from schemas.vocabulary import ImplicationType

# Advice headed by the post of who gives it; and headings that only link to the council's plans.
_ADVICE = ("comment", "advice", "view", "observation", "implications provided by")
_LINKS = ("link", "relevance to", "contribution to", "how do", "how are")
# A heading that names no subject is an implication only by one of these words.
_ROOF = frozenset({"implication", "implications", "impacts", "considerations", "issues"})
# Words that only say whose the subject behind them is ("Corporate finance").
_ADJECTIVES = frozenset({"corporate", "strategic"})
_WORDS, _TOKENS = re.compile(r"[\w'-]+"), re.compile(r"[\w'-]+|/")
# Words that say so themselves.
_NAMED = frozenset({"implication", "implications"})
# Longest question of a form, in words; any other heading of more than sixteen is a sentence.
_ASKED_WORDS = 40
# Subjects that a post or a question names in passing.
_VAGUE = frozenset({ImplicationType.POLICY, ImplicationType.OTHER, ImplicationType.CONSULTATION})


@dataclass(frozen=True, eq=False)
class Subjects:
    """`implications.toml`, and the part of `tokens.toml` for headings that it does not know."""

    topics: Mapping[str, ImplicationType]
    longest: Mapping[str, int]
    """How many words the longest topic has that begins with a word."""
    posts: Mapping[str, ImplicationType]
    standing: Phrases
    triggers: frozenset[str]
    stop: frozenset[str]
    statements: re.Pattern[str]
    narrative: tuple[str, ...]
    advice: re.Pattern[str]
    links: re.Pattern[str]
    questions: re.Pattern[str]
    asked: re.Pattern[str]
    tail: re.Pattern[str]
    never: re.Pattern[str]
    broad: frozenset[str]
    regard: frozenset[str]
    beside: frozenset[str]

    @classmethod
    def of(cls, table: Mapping[str, Any], guesses: Mapping[str, Any]) -> Subjects:
        """The tables as they are read from the files."""
        topics = _kinds(table["topics"])
        longest: dict[str, int] = {}
        for first, *others in map(str.split, topics):
            longest[first] = max(longest.get(first, 0), 1 + len(others))
        return cls(
            topics=topics,
            longest=longest,
            posts=_kinds(table["posts"]),
            standing=Phrases({"standing": table["standing"]}),
            triggers=frozenset(table["triggers"]),
            stop=frozenset(table["stop"]),
            statements=re.compile(rf"(?:{'|'.join(table['statements'])})\b"),
            narrative=tuple(table["narrative"]),
            advice=re.compile(guesses["advice"]),
            links=re.compile(guesses["links"]),
            questions=re.compile(guesses["questions"]),
            asked=re.compile(guesses["asked"]),
            tail=re.compile(guesses["tail"]),
            never=re.compile("|".join(guesses["never"]) or "(?!)"),
            broad=frozenset(guesses["broad"]),
            regard=frozenset(guesses["regard"]),
            beside=frozenset(guesses["with"]),
        )

    @remember
    def known(self, key: str, in_run: bool) -> tuple[ImplicationType, ...]:
        """The subjects of a heading whose words are all accounted for; empty if it is none."""
        if self._is_none(key):
            return ()
        advice = key.startswith(_ADVICE)
        for post in filter(key.__contains__, self.posts):
            if key.startswith(f"{post}:"):
                return ()  # who holds the post
            if advice or key.startswith(post):
                return (self.posts[post],)
        if (named := self._named_behind(key)) is not None:
            return named
        if self.advice.match(key):  # the subject of the post, where it has one
            advised = [subject for subject in self._scan(key)[0] if subject not in _VAGUE]
            return tuple(advised[:1])
        standing = key in self.standing
        if standing and key.startswith(_LINKS):
            return (ImplicationType.POLICY,)
        if len(key.split()) > 16:
            return ()
        found, others, trigger = self._scan(key)
        if not found:
            return (ImplicationType.POLICY,) if standing else ()
        leftover = len(others)
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

    @remember
    def guessed(self, key: str, in_run: bool) -> tuple[ImplicationType, ...]:
        """The subjects of a heading that goes on ("… of the course proposed"), or that asks."""
        if self._is_none(key):
            return ()
        if (tail := self.tail.fullmatch(key)) and (head := self.known(tail["head"], in_run)):
            return head
        asks = bool(self.questions.match(key))
        if len(key.split()) > (_ASKED_WORDS if asks else 16):
            return ()
        if self.links.fullmatch(key):
            return (ImplicationType.POLICY,)
        if asked := self.asked.fullmatch(key):  # "The Equality Act: is an assessment needed"
            return self.known(asked["head"], in_run)
        found, others, _ = self._scan(key.replace(" it ", " ") if asks else key)  # it, not IT
        named = dict.fromkeys(subject for subject in found if subject not in _VAGUE)
        foreign = sum(word not in self.beside for word in others)
        if _NAMED & set(key.split()) and foreign <= 3:
            return tuple(named) or ((ImplicationType.OTHER,) if in_run and others else ())
        if asks or self.regard & set(key.split()):
            return tuple(named) if foreign <= 1 else ()
        return ()

    def bare(self, key: str) -> bool:
        """Whether a heading holds nothing but the name of a subject ("Finance")."""
        found, others, _ = self._scan(key)
        return bool(found) and not others and len(key.split()) <= 4

    @remember
    def _is_none(self, key: str) -> bool:
        """Whether a heading is a sentence, or one of the body."""
        if self.statements.match(key) or key.startswith(self.narrative):
            return True
        return self.never.search(key) is not None

    def _named_behind(self, key: str) -> tuple[ImplicationType, ...] | None:
        """The subjects behind the colon, where what stands before it names none in particular."""
        head, colon, tail = key.partition(": ")
        if not colon or not self.broad.issuperset(_WORDS.findall(head)):
            return None
        found, others, _ = self._scan(tail)
        return tuple(dict.fromkeys(found)) if found and not others else None

    def _scan(self, key: str) -> tuple[list[ImplicationType], list[str], bool]:
        """Topics in order, the words that are neither topic nor trigger, and any trigger."""
        tokens = _TOKENS.findall(key)
        found: list[ImplicationType] = []
        others: list[str] = []
        trigger, at = False, 0
        while at < len(tokens):
            for length in range(min(self.longest.get(tokens[at], 0), len(tokens) - at), 0, -1):
                phrase = " ".join(tokens[at : at + length])
                subject = self.topics.get(phrase)
                if subject is not None and not (phrase == "it" and len(tokens) > 3):
                    at += length
                    behind = tokens[at] if at < len(tokens) else ""
                    if phrase not in _ADJECTIVES or behind not in self.topics:
                        found.append(subject)
                    break
            else:
                if tokens[at] in self.triggers:
                    trigger = True
                elif tokens[at] not in self.stop:
                    others.append(tokens[at])
                at += 1
        return found, others, trigger


def _kinds(listed: Mapping[str, list[str]]) -> dict[str, ImplicationType]:
    return {fold(line): ImplicationType(kind) for kind, lines in listed.items() for line in lines}
