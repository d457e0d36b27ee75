"""Words set on a page without a PDF: each letter is half an em wide, as is the space between."""

from __future__ import annotations

from extract.reading.page import Word

SIZE = 10.0


def words_at(
    text: str,
    x0: float = 72.0,
    top: float = 100.0,
    *,
    size: float = SIZE,
    bold: bool = False,
    page: int = 1,
) -> list[Word]:
    """The words of `text` on one line that begins at `x0`, the line's top at `top`; points."""
    words: list[Word] = []
    for printed in text.split():
        x1 = x0 + 0.5 * size * len(printed)
        words.append(Word(printed, page, x0, top, x1, top + size, size, bold))
        x0 = x1 + 0.5 * size
    return words


def lines_at(*lines: str, top: float = 100.0, page: int = 1) -> list[Word]:
    """The words of several lines, one below the other at 1.2 times their size."""
    return [
        word
        for at, line in enumerate(lines)
        for word in words_at(line, top=top + 1.2 * SIZE * at, page=page)
    ]
