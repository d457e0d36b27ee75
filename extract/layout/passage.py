"""A passage: text in which every character can be taken back to the word that printed it.

Everything above the readers works on passages, so that a value cut out of a passage still knows
its place and evidence never has to be found again afterwards.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from extract.reading.page import Word
from schemas import Evidence

_CUTS = frozenset("-./@_")
_BROKEN = re.compile(r"(?:[^\W\d_]{2,}|\d)-$")
# An address that a line's end has cut: its first part, and how the second begins.
_ADDRESS = re.compile(r"\S*(?:@|www\.|https?://)\S*[./@_]|\S*@|https?://")
_ADDRESS_END = re.compile(r"(?:uk|com|org|net|wales|scot)\b\S*|@?[a-z0-9][\w+%-]*[./@_#?=&]\w\S*")


@dataclass(slots=True, unsafe_hash=True)
class Passage:
    """`text`, the words it was made of, and the offset in the text at which each word starts.

    `confidence` (0 to 1) is how sure it is that the text is what it is taken for: None for certain.
    Whatever is cut out of the passage or joined with it has it too. Nobody changes one; it is not
    frozen for the reason that a word is not.
    """

    text: str = ""
    words: tuple[Word, ...] = ()
    starts: tuple[int, ...] = ()
    confidence: float | None = None

    def __bool__(self) -> bool:
        return bool(self.text)

    @classmethod
    def of(cls, words: Iterable[Word]) -> Passage:
        """The words with single spaces between; a word or address broken over a line is joined.

        A hyphen at a line's end stays: reports are set without hyphenation, so it is the word's.
        """
        kept = tuple(words)
        texts = [word.text for word in kept]
        text = " ".join(texts)
        if len(kept) < 2:
            return cls(text, kept, (0,) if kept else ())
        if _may_break(text) and (broken := _joints(kept)):
            parts = [part if at in broken else f"{part} " for at, part in enumerate(texts[:-1])]
            starts = accumulate(map(len, parts), initial=0)
            return cls("".join([*parts, texts[-1]]), kept, tuple(starts))
        starts = accumulate([len(part) + 1 for part in texts[:-1]], initial=0)
        return cls(text, kept, tuple(starts))

    @classmethod
    def join(cls, passages: Iterable[Passage], separator: str = "\n\n") -> Passage:
        """The passages one after the other; empty ones leave no gap."""
        filled = [p for p in passages if p.text]
        if len(filled) == 1:
            return filled[0]
        words: list[Word] = []
        starts: list[int] = []
        offset = 0
        for passage in filled:
            words += passage.words
            starts += [offset + start for start in passage.starts]
            offset += len(passage.text) + len(separator)
        text = separator.join([p.text for p in filled])
        return cls(text, tuple(words), tuple(starts), _least(filled))

    @classmethod
    def run_on(cls, lines: Sequence[Passage]) -> Passage:
        """Printed lines as one text: a word broken over them is joined."""
        passage = cls.of([word for line in lines for word in line.words])
        least = _least(lines)
        return passage if least is None else replace(passage, confidence=least)

    def slice(self, start: int, end: int | None = None) -> Passage:
        """The part between two offsets, without white space at its ends."""
        end = len(self.text) if end is None else end
        part = self.text[start:end]
        stripped = part.strip()
        if not stripped:
            return Passage()
        if len(stripped) == len(self.text):
            return self
        start += len(part) - len(part.lstrip())
        end = start + len(stripped)
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_left(self.starts, end)
        starts = self.starts[first:last]
        if start:  # which may stand within the first word
            starts = (max(starts[0] - start, 0), *[at - start for at in starts[1:]])
        return Passage(stripped, self.words[first:last], starts, self.confidence)

    def find(self, part: str) -> Passage:
        """The first place at which `part` stands, or an empty passage."""
        at = self.text.find(part) if part else -1
        return self.slice(at, at + len(part)) if at >= 0 else Passage()

    @property
    def page(self) -> int:
        """Page (1-based) on which it begins; 0 where the source has none."""
        return self.words[0].page if self.words else 0

    @property
    def last_page(self) -> int:
        """Page (1-based) on which it ends; 0 where the source has none."""
        return self.words[-1].page if self.words else 0

    def evidence(self, path: str) -> list[Evidence]:
        """Its places: a box for each printed line, or a range for each run of a text."""
        if not self.words:
            return []
        confidence = self.confidence
        if self.words[0].page == 0:
            return [
                Evidence(path=path, start=a, end=b, confidence=confidence)
                for a, b in _ranges(self.words)
            ]
        return [
            Evidence(path=path, page=page, bbox=box, confidence=confidence)
            for page, box in _line_boxes(self.words)
        ]


def _least(passages: Iterable[Passage]) -> float | None:
    """The confidence of the least certain one; None where all are certain."""
    return min([p.confidence for p in passages if p.confidence is not None], default=None)


def _may_break(text: str) -> bool:
    """Whether a text can hold a broken word or address: most texts need no look at each word."""
    return "- " in text or "@" in text or "www." in text or "://" in text


def _joints(words: Sequence[Word]) -> set[int]:
    """The places of the words that the next one goes on with."""
    return {
        at
        for at, (before, word) in enumerate(pairwise(words))
        if before.text[-1] in _CUTS and _continues(before, word)
    }


def _continues(before: Word, word: Word) -> bool:
    """Whether a line's or page's end cuts a word behind a hyphen, or an address behind a point."""
    if before.page == 0:
        return False
    if word.page == before.page and word.top < before.bottom - 1:
        return False  # on the same line
    if before.text.endswith("-"):
        return bool(_BROKEN.search(before.text) and word.text[:1].isalnum())
    return bool(_ADDRESS.fullmatch(before.text) and _ADDRESS_END.fullmatch(word.text))


def _ranges(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Character ranges, parted where the words do not follow each other closely."""
    ranges: list[tuple[int, int]] = []
    for word in words:
        if ranges and 0 <= word.start - ranges[-1][1] <= 12:
            ranges[-1] = (ranges[-1][0], word.end)
        else:
            ranges.append((word.start, word.end))
    return ranges


def _line_boxes(words: Sequence[Word]) -> list[tuple[int, tuple[float, float, float, float]]]:
    """One (page, box) for each run of words on a printed line; points, rounded to hundredths."""
    boxes: list[tuple[int, tuple[float, float, float, float]]] = []
    page, x0, top, x1, bottom = 0, 0.0, 0.0, 0.0, 0.0
    above = below = -1.0
    for word in words:
        if word.top == above and word.bottom == below and word.x0 >= x0 and word.page == page:
            if word.x1 > x1:  # it stands as the one before it does: so do nearly all
                x1 = word.x1
            continue
        above, below = word.top, word.bottom
        if word.page == page and word.x0 >= x0 and top <= (above + below) / 2 <= bottom:
            top, x1, bottom = min(top, above), max(x1, word.x1), max(bottom, below)
            continue
        if page:
            boxes.append((page, (round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))))
        page, x0, top, x1, bottom = word.page, word.x0, above, word.x1, below
    boxes.append((page, (round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))))
    return boxes


# No words at all: the default of every part that may be missing.
NOWHERE = Passage()
