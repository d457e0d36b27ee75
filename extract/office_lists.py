"""Offices listed in a sentence: "the Director of Housing and Care, the Leader and the Mayor".

An office is a run of words with capitals and small words that join them, or of words of office in
small letters ("the relevant director"), with the noun of a title in it. A list is parted at commas
and at "and" where an article, or such a noun, begins another office: "Director, Housing and Care"
is one, and so is "Director of Law and Monitoring Officer", for an officer holds the second beside
the first. Offsets are code points of the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from extract.office import words_of_office
from extract.verbs import delegating

Range = tuple[int, int]


class _Part(NamedTuple):
    begin: int
    end: int
    after_comma: bool
    has_article: bool


_ARTICLE = re.compile(
    r"\s*(?:that\s+)?(?P<the>(?:the|a|an|his|her|their|its|any|either|both)\s+)?", re.IGNORECASE
)
_TOKEN = re.compile(r"(?:,|[^\S\n])*(?P<word>[^\s,;:()]+)|[^\S\n]*\([^()\n]{1,60}\)")
_JOINER = frozenset({"of", "for", "and", "or", "&", "the", "/", "-", "–", "—"})
_SECTION_151 = re.compile(r"s\.?\d+|\d+")
_PARTS = re.compile(r"(?P<comma>\s*,\s*(?:(?:and|or)\s+)?)|\s+(?:and|or|&)\s+")
_LONGEST_LIST = 60
"""Tokens through which a list of offices may go on."""


def listed_offices(text: str, at: int, *, bodies: bool = False) -> list[Range]:
    """Where the offices stand that are listed from `at` on, without articles; none if none is.

    `bodies` lets committees and the like count too.
    """
    found: list[Range] = []
    pending: int | None = None
    for part in _parts(text, at):
        pending = part.begin if pending is None else pending
        if not found and _is_office(text[pending : part.end], bodies):
            found.append((pending, part.end))
        elif found and _begins_office(text, part, found[-1], bodies):
            found.append((part.begin, part.end))
        elif found:  # "Director, Housing", "Director of Law and Monitoring Officer"
            found[-1] = (found[-1][0], part.end)
    return found


def _begins_office(text: str, part: _Part, last: Range, bodies: bool) -> bool:
    """Whether a part of a list is an office of its own, and not more words of the last one."""
    words, of = text[part.begin : part.end], words_of_office()
    if part.has_article:
        return _is_office(words, bodies)
    if not any(map(of.post.equals, words.split())):
        return False
    held_beside = delegating().beside.fullmatch
    return part.after_comma or not held_beside(words) or bool(held_beside(text[last[0] : last[1]]))


def _parts(text: str, at: int) -> Iterator[_Part]:
    """What commas and "and" part a list of offices at `at` into, articles left out."""
    article = _ARTICLE.match(text, at)
    begin = article.end() if article else at
    end = _run_end(text, begin)
    after_comma = has_article = False
    for mark in _PARTS.finditer(text, begin, end):
        yield _Part(begin, mark.start(), after_comma, has_article)
        article = _ARTICLE.match(text, mark.end(), end)
        begin = article.end() if article else mark.end()
        after_comma, has_article = bool(mark["comma"]), bool(article and article["the"])
    if begin < end:
        yield _Part(begin, end, after_comma, has_article)


def _run_end(text: str, at: int) -> int:
    """Where the run of words that may name offices ends, from the first of them at `at`."""
    words = words_of_office()
    end, cursor, small, joiner = at, at, False, ""
    for token in islice(_TOKEN.finditer(text, at), _LONGEST_LIST):
        if token.start() != cursor:
            break
        cursor = token.end()
        if token["word"] is None:  # a bracket: "(Section 151 Officer)"
            if end == at:
                break
            end = cursor
            continue
        bare = token["word"].rstrip(".’'")
        comma = "," in text[token.start() : token.start("word")]
        if end > at and bare.lower() in _JOINER:
            if bare.lower() == "the" and not (joiner or comma):
                break  # "by 1 May the Director": what stood before names nobody
            joiner = bare.lower()
            continue
        if not (bare[:1].isupper() or (end > at and _SECTION_151.fullmatch(bare))):
            of_office = bare.lower().removesuffix("’s").removesuffix("'s") in words.office
            small |= of_office and end == at
            if not of_office:
                break
            if not (small or joiner == "of" or words.post.found_in(bare)):
                continue  # "and ward | members": only the noun will tell
        end = token.start("word") + len(bare)
        joiner = ""
        if token["word"].endswith("."):
            break
    return end


def _is_office(text: str, bodies: bool) -> bool:
    found = words_of_office().post.found_in(text)
    return found or (bodies and delegating().body.search(text) is not None)
