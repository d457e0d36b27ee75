"""The texts of a report in which sums of money and laws are looked for.

They are the values that a reader of the record has before them: summary, recommendations, reasons,
alternatives and implications, in the record's order. What only the body of the report says stays
in its sections.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from extract.fields.values import Found
from extract.layout.passage import Passage
from extract.reading.page import Word
from schemas import Implication, Recommendation
from schemas.vocabulary import ImplicationType

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Statement:
    """A text of the record: its JSON Pointer in the report, its words, an implication's subject."""

    pointer: str
    words: Passage
    subject: ImplicationType | None = None

    def paragraphs(self) -> Iterator[tuple[int, str]]:
        """Where each paragraph begins, and its text: no sentence or name goes on over two."""
        at = 0
        for paragraph in self.words.text.split("\n\n"):
            yield at, paragraph
            at += len(paragraph) + 2


def statements(
    summary: Found[str] | None,
    recommendations: Found[tuple[Recommendation, ...]],
    reasons: Found[str] | None,
    alternatives: Found[str] | None,
    implications: Found[tuple[Implication, ...]],
) -> tuple[Statement, ...]:
    """The texts of values that were built already, with the passages that they were read from."""
    return (
        *_prose("/summary", summary),
        *_items("/recommendations", recommendations, [None] * len(recommendations.value)),
        *_prose("/reasons", reasons),
        *_prose("/alternatives", alternatives),
        *_items("/implications", implications, [x.type for x in implications.value]),
    )


def _prose(pointer: str, found: Found[str] | None) -> Iterator[Statement]:
    for _, words in found.places if found else ():
        yield Statement(pointer, words)


def _items(
    pointer: str,
    found: Found[tuple[T, ...]],
    subjects: list[ImplicationType] | list[None],
) -> Iterator[Statement]:
    for relative, words in found.places:
        _, at, leaf = relative.split("/", 2)
        if leaf == "text":
            yield Statement(pointer + relative, words, subjects[int(at)])


def printed_once(
    marks: Iterable[tuple[Statement, int, T]], subject: ImplicationType
) -> list[tuple[Statement, T]]:
    """What stands in statements, each printing of it once.

    `marks` are statements, offsets in their words and what stands there. A heading that names two
    subjects gives two implications of the same words: what they hold belongs to the one on
    `subject`, else to the first.
    """
    kept: dict[tuple[Word, int], tuple[Statement, T]] = {}
    for statement, start, value in marks:
        place = _place(statement.words, start)
        holder = kept[place][0] if place in kept else None
        if holder is None or (holder.subject and statement.subject is subject):
            kept[place] = statement, value
    return list(kept.values())


def _place(words: Passage, start: int) -> tuple[Word, int]:
    """The word that the character at `start` is printed in, and how far in."""
    at = bisect_right(words.starts, start) - 1
    return words.words[at], start - words.starts[at]
