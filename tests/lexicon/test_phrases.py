"""Patterns of the lexicon: which are tried on a text, and that none is missed by it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import extract.lexicon
from extract.lexicon.phrases import Sayings, word_of


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        (r"\blarge print\b", "large print"),
        (r"\b(documents|papers) listed (here|below)\b", " listed "),
        (r"\bfinanc(e|ial) (officer|(business )?partner)", "financ"),
        (r"costs? of it", " of it"),
        (r"harbour|quay", ""),
        (r"tolls+ due", "tolls"),
        (r"[a-z]{3} ab{0,2}c", " a"),
        (r"section\.151", "section"),
        (r"(?<!not )for (public )?release", "release"),
    ],
)
def test_the_word_that_a_pattern_cannot_do_without(pattern: str, word: str) -> None:
    assert word_of(pattern) == word


def test_a_saying_is_found_where_it_may_stand() -> None:
    said = Sayings(["^report ends$", r"\blarge print\b", "(quay|harbour) (dues|tolls)"])
    assert said.found_in("report ends")
    assert said.found_in("ask for it in large print, please")
    assert said.found_in("the harbour tolls")
    assert not said.found_in("the report ends")
    assert not said.found_in("a larger print")
    assert not Sayings(["^report ends$"]).found_in("")


def _listed(table: dict[str, Any]) -> Iterator[str]:
    for entry in table.values():
        yield from _listed(entry) if isinstance(entry, dict) else entry


def test_patterns_are_written_as_they_are_tried() -> None:
    """In small letters, and none a choice of which only one side is bound to the beginning."""
    path = Path(extract.lexicon.__file__).with_name("phrases.toml")
    for pattern in _listed(tomllib.loads(path.read_text("utf-8"))):
        bare = re.sub(r"\\.", "", pattern)
        assert bare == bare.lower(), pattern
        while (inner := re.sub(r"\([^()]*\)", "", bare)) != bare:
            bare = inner
        assert "|" not in bare, pattern
