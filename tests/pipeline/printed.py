"""What a page prints inside a box, as pdfplumber sees it: a witness that is not our reader."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

import pdfplumber

from schemas import Evidence

# The two engines differ a little on where a glyph begins and how high it is. Points.
LEEWAY = 1.5

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "‐": "-"}
)


def squeezed(words: str) -> str:
    """Text as it is compared: no white space, hyphens or ligatures, plain quotes, small letters."""
    folded = unicodedata.normalize("NFKC", words.translate(_PLAIN)).casefold()
    return "".join(c for c in folded if c.isprintable() and not c.isspace() and c != "-")


def bare_word(word: str) -> str:
    """A word squeezed, without the punctuation around and in it."""
    return "".join(filter(str.isalnum, squeezed(word)))


def in_order(printed: str, value: str) -> bool:
    """Whether the words of `value` come in this order in `printed`.

    Other print may stand between them: the mark of a footnote is no part of a value.
    """
    stream, at = squeezed(printed), 0
    for word in map(squeezed, value.split()):
        found = stream.find(word, at)
        if found < 0:
            return False
        at = found + len(word)
    return True


class Printed:
    """The pages of a PDF, each read once, when it is first asked for."""

    def __init__(self, source: Path | bytes) -> None:
        self._pdf = pdfplumber.open(io.BytesIO(source) if isinstance(source, bytes) else source)
        self._chars: dict[int, list[dict[str, Any]]] = {}

    def __enter__(self) -> Printed:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pdf.close()

    def inside(self, places: Iterable[Evidence]) -> str:
        """What is printed in the boxes: the characters whose middle lies there, box after box."""
        return " ".join(self._in_box(place) for place in places)

    def words_inside(self, places: Iterable[Evidence], leeway: float = 4.0) -> set[str]:
        """The bare words whose middle lies in one of the boxes; `leeway` in points."""
        words: set[str] = set()
        for place in places:
            if place.page is None or place.bbox is None:
                raise ValueError(f"{place.path} has no box")
            x0, top, x1, bottom = place.bbox
            words |= {
                bare_word(word["text"])
                for word in self._pdf.pages[place.page - 1].extract_words()
                if x0 - leeway <= (word["x0"] + word["x1"]) / 2 <= x1 + leeway
                and top - leeway <= (word["top"] + word["bottom"]) / 2 <= bottom + leeway
            }
        return words

    def _in_box(self, place: Evidence) -> str:
        if place.page is None or place.bbox is None:
            raise ValueError(f"{place.path} has no box")
        x0, top, x1, bottom = place.bbox
        held = [
            char
            for char in self._on_page(place.page)
            if x0 - LEEWAY <= (char["x0"] + char["x1"]) / 2 <= x1 + LEEWAY
            and top - LEEWAY <= (char["top"] + char["bottom"]) / 2 <= bottom + LEEWAY
        ]
        return "".join(char["text"] for char in sorted(held, key=lambda char: char["x0"]))

    def _on_page(self, number: int) -> list[dict[str, Any]]:
        if number not in self._chars:
            page = self._pdf.pages[number - 1]
            self._chars[number] = page.chars
            page.close()  # what it keeps beside its characters is large
        return self._chars[number]
