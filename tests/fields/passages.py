"""Passages of a text, for tests of what is read out of values that were built already."""

from __future__ import annotations

import re
from typing import Any

from extract.fields.values import Found
from extract.layout.passage import Passage
from extract.reading.page import Word


def passage(text: str, begin: int = 0) -> Passage:
    """A text as a passage; "\\n\\n" parts paragraphs. Its first character stands at `begin`."""
    paragraphs: list[Passage] = []
    for paragraph in re.finditer(r"(?:(?!\n\n).)+", text, re.DOTALL):
        at = begin + paragraph.start()
        words = re.finditer(r"\S+", paragraph.group())
        paragraphs.append(
            Passage.of(
                Word(word.group(), 0, start=at + word.start(), end=at + word.end())
                for word in words
            )
        )
    return Passage.join(paragraphs)


def shown(found: Found[Any], relative: str = "") -> str:
    """The words that a part of a value was read from."""
    return " ".join(words.text for pointer, words in found.places if pointer == relative)
