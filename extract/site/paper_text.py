"""A paper's text in stretches that are read one at a time, and what is sought marked in it.

The text of a paper of 500 pages has a million and a half characters: no browser likes that in one
piece. Stretches end between paragraphs. Characters count from 0 in the whole text, an end is one
past the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from extract.site.search_words import folded, read

#: Characters of a stretch, which ends with the paragraph that they end in: some ten pages.
STRETCH: Final = 25_000
#: Letters of a word's ending, and those of its beginning that are left.
_ENDING: Final = 3
_SHORTEST: Final = 4
_BETWEEN: Final = re.compile(r"\n{2,}")
_PASSAGE: Final = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


class Sought(Protocol):
    """What paragraphs are marked for."""

    def is_in(self, paragraph: str, start: int) -> bool:
        """Whether it stands in a paragraph that begins at this character of the text."""
        ...


class Passage(NamedTuple):
    """A run of characters of a text."""

    start: int
    end: int

    @classmethod
    def read(cls, given: str | None) -> Passage | None:
        """The passage that an address names, "120-480"; None where it names none."""
        found = _PASSAGE.fullmatch(given or "")
        return cls(int(found[1]), int(found[2])) if found else None

    def is_in(self, paragraph: str, start: int) -> bool:
        """Whether characters of it stand there."""
        return self.start < start + len(paragraph) and start < self.end


class Beginnings(NamedTuple):
    """How the words of a search begin: the index takes their endings off, in its own way."""

    pattern: re.Pattern[str]

    @classmethod
    def read(cls, given: str | None) -> Beginnings | None:
        """Those of a search as it was typed; None where it looks for nothing."""
        words = {word for leaf in read(given or "").wanted for word in folded(leaf.text).split()}
        begin = (re.escape(word[: max(_SHORTEST, len(word) - _ENDING)]) for word in sorted(words))
        return cls(re.compile(rf"\b(?:{'|'.join(begin)})")) if words else None

    def is_in(self, paragraph: str, start: int) -> bool:
        """Whether a word that begins so stands there."""
        return self.pattern.search(folded(paragraph)) is not None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a stretch; `marked` where what is sought stands in it."""

    text: str
    start: int
    marked: bool = False


def paragraphs(text: str, sought: Sought | None = None) -> Iterator[Paragraph]:
    """The paragraphs of a text, in order, without those that are empty."""
    start = 0
    for gap in (*_BETWEEN.finditer(text), None):
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            marked = sought is not None and sought.is_in(text[start:end], start)
            yield Paragraph(text[start:end], start, marked)
        start = gap.end() if gap else end


def stretches(text: str, sought: Sought | None = None) -> Sequence[Sequence[Paragraph]]:
    """The paragraphs of a text, by stretches; one stretch at least, which may be empty."""
    found: list[list[Paragraph]] = [[]]
    begin = 0
    for paragraph in paragraphs(text, sought):
        if found[-1] and paragraph.start - begin >= STRETCH:
            found.append([])
            begin = paragraph.start
        found[-1].append(paragraph)
    return found
