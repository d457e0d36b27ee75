"""A paper's text in stretches that are read one at a time, and a passage marked in it.

The text of a paper of 500 pages has a million and a half characters: no browser likes that in one
piece. Stretches end between paragraphs. Characters count from 0 in the whole text, an end is one
past the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

#: Characters of a stretch, which ends with the paragraph that they end in: some ten pages.
STRETCH: Final = 25_000
_BETWEEN: Final = re.compile(r"\n{2,}")
_PASSAGE: Final = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


class Passage(NamedTuple):
    """A run of characters of a text."""

    start: int
    end: int

    @classmethod
    def read(cls, given: str | None) -> Passage | None:
        """The passage that an address names, "120-480"; None where it names none."""
        found = _PASSAGE.fullmatch(given or "")
        return cls(int(found[1]), int(found[2])) if found else None

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a stretch; `marked` where it has characters of the passage asked for."""

    text: str
    start: int
    marked: bool = False


def paragraphs(text: str, passage: Passage | None = None) -> Iterator[Paragraph]:
    """The paragraphs of a text, in order, without those that are empty."""
    start = 0
    for gap in (*_BETWEEN.finditer(text), None):
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            marked = passage is not None and passage.start < end and start < passage.end
            yield Paragraph(text[start:end], start, marked)
        start = gap.end() if gap else end


def stretches(text: str, passage: Passage | None = None) -> Sequence[Sequence[Paragraph]]:
    """The paragraphs of a text, by stretches; one stretch at least, which may be empty."""
    found: list[list[Paragraph]] = [[]]
    begin = 0
    for paragraph in paragraphs(text, passage):
        if found[-1] and paragraph.start - begin >= STRETCH:
            found.append([])
            begin = paragraph.start
        found[-1].append(paragraph)
    return found
