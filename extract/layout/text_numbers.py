"""Labels of a text that do not look like labels, or stand apart from what they label.

"8 The cost is met", "9 The main risk is": a number without a point begins many lines that it does
not label: the rest of a sentence, a row of figures, an address. Labels count up from one to the
next, each before a capital.

Text that was taken from columns has a label in a line, and what it labels in the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from extract.layout.labels import is_bullet, is_firm, is_label, tells_when
from extract.reading.page import Word
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


def with_labels(lines: Iterable[TextLine]) -> Iterator[TextLine]:
    """The lines, labels that stand in a line of their own put before the line below."""
    held: TextLine | None = None
    for line in lines:
        if held is not None:
            together = None if _lone_label(line) else _together(held, line)
            yield together or held
            held = None
            if together:
                continue
        if _lone_label(line):
            held = line
        else:
            yield line
    if held is not None:
        yield held


def _lone_label(line: TextLine) -> Word | None:
    """The label that is all of a line: "2.", "(b)" or a bullet; a number alone may be a page's."""
    if line.bullet or line.heading or line.tabbed or len(line.cells[0]) != 1:
        return None
    word = line.cells[0][0]
    said = is_bullet(word.text) or (is_label(word.text) and is_firm(word.text))
    return word if said else None


def _together(above: TextLine, line: TextLine) -> TextLine | None:
    """A label's line with the one below, unless that says by itself what it is."""
    if line.bullet or line.heading or line.tabbed or not line.cells[0]:
        return None
    if not line.blank_above and line.cells[0][0].text[:1].islower():  # it goes on with a sentence
        return None
    label = above.cells[0][0]
    if is_bullet(label.text):
        return replace(line, bullet=label, blank_above=above.blank_above)
    return replace(line, cells=((label, *line.cells[0]),), blank_above=above.blank_above)
