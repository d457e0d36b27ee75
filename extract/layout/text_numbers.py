"""Bare numbers that label the paragraphs of a text: "8 The cost is met", "9 The main risk is".

A number without a point begins many lines that it does not label: the rest of a sentence, a row of
figures, an address. Labels count up from one to the next, each before a capital.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from extract.layout.labels import tells_when
from extract.reading.text import TextLine

#: So many numbers that count up are labels; a list of fewer begins with one, its items closed.
_LEAST: Final = 3
_LEAST_CLOSED: Final = 2
_DIGITS: Final = 3
_FIRST: Final = 1


def bare_labels(lines: Sequence[TextLine]) -> frozenset[int]:
    """The places of the lines that begin with a number as their label."""
    open_chains: dict[int, list[int]] = {}  # by the number with which they would go on
    chains: list[list[int]] = []
    firsts: set[int] = set()
    for at, value in _candidates(lines):
        chain = open_chains.pop(value, None)
        if chain is None:
            chain = []
            chains.append(chain)
            if value == _FIRST:
                firsts.add(at)
        chain.append(at)
        open_chains[value + 1] = chain
    return frozenset(
        at
        for chain in chains
        if len(chain) >= (_LEAST_CLOSED if chain[0] in firsts else _LEAST)
        for at in chain
    )


def _candidates(lines: Sequence[TextLine]) -> Iterator[tuple[int, int]]:
    """The places and numbers of lines of one cell that begin with a number before a capital."""
    for at, line in enumerate(lines):
        if line.bullet or line.heading or len(line.cells) > 1:
            continue
        words = [word.text for word in line.cells[0][:2]]
        if len(words) < 2 or not words[0].isdigit() or len(words[0]) > _DIGITS:
            continue
        if words[1].lstrip("‘“'\"(")[:1].isupper() and not tells_when(*words):
            yield at, int(words[0])
