"""Exemption paragraphs with the words that cite them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.fields.values import Place
from extract.language import exempt_paragraphs
from extract.layout.passage import NOWHERE, Passage

_CITES = r"\b(?:para|categor)[^.;]{0,80}?(?<![\w.])"


@dataclass(frozen=True, slots=True)
class Exemption:
    """The number of an exemption paragraph, and where it stands.

    Nowhere for one that a range leaves out ("1 to 3").
    """

    number: str
    words: Passage = NOWHERE


def exemptions_in(passage: Passage) -> tuple[Exemption, ...]:
    """The exemption paragraphs that a text cites, each once."""
    return tuple(
        Exemption(number, _printed(number, passage)) for number in exempt_paragraphs(passage.text)
    )


def exemption_places(found: Sequence[Exemption]) -> Iterator[Place]:
    """Their places as those of the list `paragraphs` of a value."""
    for at, exemption in enumerate(found):
        if exemption.words:
            yield f"/paragraphs/{at}", exemption.words


def _printed(number: str, passage: Passage) -> Passage:
    match = re.search(rf"{_CITES}({re.escape(number)})(?!\w)", passage.text, re.IGNORECASE)
    return passage.slice(match.start(1), match.end(1)) if match else NOWHERE
