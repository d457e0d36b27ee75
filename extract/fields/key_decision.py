"""Whether a report asks for a key decision."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.fields.front import front_lines, labelled_first
from extract.fields.labelled import Labelled
from extract.fields.nodes import Outline
from extract.fields.numbers import NUMBER_LINE
from extract.fields.ticks import ticked
from extract.fields.values import Found
from extract.lexicon import fold

_STATED = re.compile(r"\bkey decision\s*[-–—:]\s*(?P<answer>yes|no)\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:it|this|(?:the|this) (?:report|matter|item|decision|proposal|recommendation)) "
    r"(?:is|constitutes) (?P<not>not |a non-?|non-?)?(?:considered |deemed )?(?:to be )?"
    r"(?:an? )?key (?:executive )?decision\b",
    re.IGNORECASE,
)
# What stands alone in a line, or names the form: "Key decision", "Non-Key Decision Cabinet Report".
_NAMED = re.compile(r"(?P<not>non-|not (?:a )?)?key decision(?: (?:\w+ ){0,2}report)?")
# Longest line, in words, that says so besides something else ("Public   Key Decision – Yes").
_LINE_WORDS = 8


def key_decision_of(labelled: Sequence[Labelled], outline: Outline) -> Found[bool] | None:
    """Whether it is a key decision: by tick, by yes or no, or by the sentence that stands there."""
    for item in labelled_first(labelled, "key_decision", front=False):
        passage = item.passage
        answer = _yes_or_no(fold(passage.text), item.key)
        if answer is not None:
            return Found(answer, (("", passage),))
    for item in labelled_first(labelled, "reference"):
        if item.key.startswith("key decision") and any(c.isdigit() for c in item.passage.text):
            return Found(True, (("", item.passage),))  # only a key decision has a number as such
    for line in front_lines(outline, labels=True):
        if (number := NUMBER_LINE.fullmatch(line.text)) and "key" in fold(number[0][:4]):
            return Found(True, (("", line.passage),))
        if (stated := _STATED.search(line.text)) and len(line.passage.words) <= _LINE_WORDS:
            return Found(stated["answer"].casefold() == "yes", (("", line.passage),))
        # with a colon it asks, without one it says so
        if said := _NAMED.fullmatch(fold(line.text).strip(" .")):
            return Found(said["not"] is None, (("", line.passage),))
    return _in_a_sentence(outline)


def _in_a_sentence(outline: Outline) -> Found[bool] | None:
    """What a sentence of the report says of it ("This is not a key decision because …")."""
    for node in outline.nodes:
        for block in node.blocks:
            if said := _SENTENCE.search(block.text):
                place = block.passage.slice(said.start(), said.end())
                return Found(said["not"] is None, (("", place),))
    return None


def _yes_or_no(value: str, key: str) -> bool | None:
    if (answer := ticked(value)) is not None:
        return answer
    if re.match(r"(?:yes|y|ydy)\b|key(?: decision)?\b", value):
        return True
    kinds = "type" in key or "classification" in key  # "Non-urgent, executive, key"
    if kinds and re.search(r"\bkey\b", value) and not re.search(r"\b(?:non|not)[- ]key", value):
        return True
    if re.match(r"(?:no|n|non|not|n/a|for information|for noting)\b", value):
        return False
    if re.search(r"\b(?:is not|not) an? key decision|non-key", value):
        return False
    if re.search(r"\bis an? key decision|key decision", value):
        return True
    return None
