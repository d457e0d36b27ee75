"""The action of a recommendation: what its first verb asks the deciding body to do.

1. *The verb at its place*: at the start ("Approve …", "To agree …", "Notes …"), or behind who acts
   ("That Cabinet approves …", "The Committee is recommended to consider …"). What is only asked
   ("is recommended to") is no action; nor is a verb's noun ("Review of the plan").
2. Else *the first passive* of the first sentence: "that authority be delegated", "approval be
   given". What will be done anyway ("a report will be made") is none.
3. A text without one of these has the action of what it stands under, innermost first: the item
   it is nested in, then the lead-in before the list ("Cabinet is asked to NOTE:").

So an item has the action of its own first verb: under "Delegates authority to the Director of
Place to:" the item "award the contract" is `award`, and the delegation is its parent's. Where
grammar says that a verb stands ("to …", or behind a lead-in that ends in "to:") and the lexicon
doesn't know it, the action is `other`; where nothing says anything, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from extract.fields.values import Found
from extract.layout.passage import Passage
from extract.verbs import verbs
from schemas.vocabulary import RecommendationAction

# Labels and heads that got into a text: "a)", "(ii)", "RESOLVED:".
_MARKS = re.compile(
    r"[\W_]*(?:(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*)[).]|resolved|recommended"
    r"|recommendations?|decision)\s*[:.–-]*\s+)?",
    re.IGNORECASE,
)
# What may stand before a verb and says nothing of it.
_GLUE = re.compile(
    r"(?:(?:that|to|and|also|then|further|hereby|either|please|in principle"
    r"|(?!\w*(?:p|re|fami|assemb|ju)ly\b)\w+ly)\b[\s:,–-]*)*",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\S+")
_SPACE = re.compile(r"[\s:,–-]*")
_ASIDE = re.compile(r"[^,;:]{2,160},")
_JOINER = frozenset({"the", "of", "for", "and", "&", "in", "on", "with", "its", "this"})
_TO = re.compile(r"(?<!subject )(?<!regard )(?<!relation )(?<!respect )\bto\W*$", re.IGNORECASE)
_INFINITIVE = re.compile(r"(?:that\s+)?to\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_DETERMINERS = frozenset({"the", "a", "an", "any", "all", "each", "every", "that", "this", "its"})
_SENTENCE_END = re.compile(r"[.;](?=\s+[A-Z])|\n\n")
_LONGEST_SUBJECT = 30
_LONGEST_OPENING = 400
"""Tokens of who acts, and characters of an opening clause, that are looked through for a verb."""


class _Verb(NamedTuple):
    action: RecommendationAction
    start: int
    end: int


def action_of(text: Passage, above: Sequence[Passage] = ()) -> Found[RecommendationAction] | None:
    """The action of a recommendation's text, with the verb that says it.

    `above` holds what it stands under, innermost first: the texts of the items that it is nested
    in, and of the lead-in.
    """
    own = _verb(text.text)
    if own is not None:
        return _found(text, own)
    start = _marks_end(text.text)
    infinitive = _INFINITIVE.match(text.text, start)
    if infinitive or (above and _TO.search(above[0].text)):
        word = _WORD.match(text.text, infinitive.end() if infinitive else start)
        if word and word.group().lower() not in _DETERMINERS:
            return _found(text, _Verb(RecommendationAction.OTHER, word.start(), word.end()))
    for passage in above:
        if passage.text.endswith("."):
            break  # a whole sentence asks for something of its own
        inherited = _verb(passage.text)
        if inherited is not None:
            return _found(passage, inherited)
    unknown = verbs().unknown_passive.search(_first_sentence(text.text))
    if unknown is None:
        return None
    return _found(text, _Verb(RecommendationAction.OTHER, *unknown.span("verb")))


def _found(passage: Passage, verb: _Verb) -> Found[RecommendationAction]:
    return Found(verb.action, (("", passage.slice(verb.start, verb.end)),))


def _verb(text: str) -> _Verb | None:
    """The first verb that the lexicon knows, and where it stands."""
    start = _marks_end(text)
    return _active(text, start) or _behind_opening(text, start) or _passive(text)


def _marks_end(text: str) -> int:
    marks = _MARKS.match(text)
    return marks.end() if marks else 0


def _active(text: str, at: int) -> _Verb | None:
    """The verb at `at`, or behind who acts there and is asked."""
    for _ in range(3):  # "it is recommended that | the Cabinet | approves"
        at = _glue_end(text, at)
        verb = verbs().active.match(text, at)
        if verb and not verbs().noun.match(text, at):
            return _Verb(verbs().amounts_to(verb["verb"]), *verb.span("verb"))
        behind = _subject_end(text, at)
        if behind is None:
            return None
        asked = verbs().asked.match(text, behind)
        at = _space_end(text, asked.end()) if asked else behind
    return None


def _glue_end(text: str, at: int) -> int:
    glue = _GLUE.match(text, at)
    return glue.end() if glue else at


def _subject_end(text: str, at: int) -> int | None:
    """Where what a body does begins: "the Cabinet Member for Housing | approves".

    A subject is capitalised words and small ones that join them, a body's name among them.
    """
    body = False
    for token in islice(_TOKEN.finditer(text, at), _LONGEST_SUBJECT):
        word = token.group().strip(",:")
        named = bool(verbs().body.search(word))
        if not (named or word[:1].isupper() or word.lower() in _JOINER):
            return None
        body |= named
        aside = _ASIDE.match(text, token.end()) if token.group().endswith(",") else None
        for end in (token.end(), aside.end() if aside else token.end()):
            after = _space_end(text, end)
            if body and _begins_predicate(text, _glue_end(text, after), named):
                return after
    return None


def _space_end(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _begins_predicate(text: str, at: int, body_before: bool) -> bool:
    """Whether a verb stands here, or what says that the body is asked.

    A capitalised word is a verb only right behind the body's name: "Cabinet Approves", but "the
    Cabinet Member for Grants".
    """
    verb = verbs().active.match(text, at)
    if verb and not verbs().noun.match(text, at):
        titled = verb["verb"].istitle()
        return not titled or (body_before and verb["verb"].endswith("s"))
    return bool(verbs().asked.match(text, at))


def _behind_opening(text: str, start: int) -> _Verb | None:
    """The verb behind a clause that opens the sentence: "Subject to …, approve the budget"."""
    start = _glue_end(text, start)
    if not verbs().opening.match(text, start):
        return None
    at = text.find(", ", start, start + _LONGEST_OPENING)
    while at >= 0:
        verb = _active(text, at + 2)
        if verb is not None:
            return verb
        at = text.find(", ", at + 2, start + _LONGEST_OPENING)
    return None


def _passive(text: str) -> _Verb | None:
    match = verbs().passive.search(_first_sentence(text))
    if match is None:
        return None
    group = "verb" if match["verb"] else "behind"
    return _Verb(verbs().amounts_to(match[group]), *match.span(group))


def _first_sentence(text: str) -> str:
    end = _SENTENCE_END.search(text)
    return text[: end.start()] if end else text
