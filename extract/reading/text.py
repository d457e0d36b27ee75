"""Plain text and Markdown: lines of cells, each word with its character range.

Tabs part the cells of a row. Markdown's marks (`#`, `**`, `* `) and HTML's inline tags are read
for what they mean and left out of the words. Text that came from recognition repeats itself at
the cell's edge (`RE<tab>REASONS FOR …`) and puts strokes where a rule stood (`I name@…`): such
noise is dropped here, where it arises.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.reading.errors import EmptyError, UnsupportedError
from extract.reading.page import GLUED, Word

_TAG = re.compile(r"</?(?:u|b|i|em|strong|sup|sub|br|mark)\s*/?>|\*\*|__|`", re.IGNORECASE)
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_BULLET = re.compile(r"\s*([*\-•▪●])\s+(?=\S)")
_WORD = re.compile(r"[^\s\t]+")
_EMAIL = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_STROKES = frozenset("Il|1!")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line: its cells (one, unless tabs part it), and what its marks say."""

    cells: tuple[tuple[Word, ...], ...]
    heading: int = 0  # Markdown level; 0 if none
    bullet: Word | None = None
    blank_above: bool = False
    tabbed: bool = False  # a row of which perhaps only one cell holds words


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text with its lines; blank lines are only remembered by the line below them."""

    text: str
    lines: tuple[TextLine, ...]


def read_text(data: bytes) -> TextFile:
    """The lines of a text file.

    Raises EmptyError for a file without a single word, UnsupportedError for bytes that are no text.
    """
    text = _decode(data)
    lines: list[TextLine] = []
    at = 0
    blank = True
    for raw in text.splitlines(keepends=True):
        line = _line(raw, at, blank)
        at += len(raw)
        if line is None:
            blank = True
            continue
        lines.append(line)
        blank = False
    if not lines:
        raise EmptyError("The file holds no words. Check that the right file was saved.")
    return TextFile(text, tuple(lines))


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:4096]:
        raise UnsupportedError("The file is not text. Give a PDF, .txt or .md file.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _line(raw: str, offset: int, blank_above: bool) -> TextLine | None:
    body = raw.rstrip("\r\n")
    if not body.strip() or re.fullmatch(r"\s*([-_*=])(?:\s*\1){2,}\s*", body):
        return None
    start = 0
    heading = 0
    bullet: Word | None = None
    if found := _HEADING.match(body):
        heading, start = len(found[1]), found.end()
    elif found := _BULLET.match(body):
        mark = offset + found.start(1)
        bullet, start = Word(found[1], 0, start=mark, end=mark + 1), found.end()
    cells: list[tuple[Word, ...]] = []
    for part in re.finditer(r"[^\t]*", body[start:]):
        if part.start() == part.end() and part.start() < len(body) - start:
            if body[start + part.start()] == "\t" and _is_gap(body, start + part.start()):
                cells.append(())
            continue
        if part.start() == part.end():
            continue
        cells.append(_words(part[0], offset + start + part.start()))
    cleaned = _without_noise(cells)
    if not any(cleaned):
        return None
    words = [word for cell in cleaned for word in cell]
    if len(words) == 1 and words[0].text in _STROKES - {"1"}:
        return None  # a stroke of a ruled box
    return TextLine(tuple(cleaned), heading, bullet, blank_above, "\t" in body)


def _is_gap(body: str, at: int) -> bool:
    """Whether the tab at `at` follows another tab or opens the line: an empty cell stands there."""
    return at == 0 or body[at - 1] == "\t"


def _words(text: str, offset: int) -> tuple[Word, ...]:
    masked = _TAG.sub(
        lambda tag: " " * len(tag[0]) if tag[0].startswith("<br") else "\0" * len(tag[0]), text
    )
    words: list[Word] = []
    for found in _WORD.finditer(masked):
        printed = found[0].replace("\0", "")
        if not printed:
            continue
        start, end = offset + found.start(), offset + found.end()
        glued = GLUED.match(printed) if not words and printed == found[0] else None
        if glued:  # "1.That the fair be held"
            words.append(Word(glued[0], 0, start=start, end=start + glued.end()))
            start, printed = start + glued.end(), printed[glued.end() :]
        words.append(Word(printed, 0, start=start, end=end))
    return tuple(
        word
        for at, word in enumerate(words)
        if not (
            word.text in _STROKES
            and at + 1 < len(words)
            and at == 0
            and _EMAIL.fullmatch(words[at + 1].text)
        )
    )


def _without_noise(cells: Sequence[tuple[Word, ...]]) -> list[tuple[Word, ...]]:
    """The cells without those that only repeat the cut-off start or end of their neighbour."""
    kept = list(cells)
    filled = [at for at, cell in enumerate(kept) if cell]
    for here, after in itertools.pairwise(filled):
        one = " ".join(word.text for word in kept[here])
        two = " ".join(word.text for word in kept[after])
        if _is_cut_start(one, two):
            kept[here] = ()
        elif len(two) >= 3 and len(two) < len(one) and one.endswith(two) and two[0].isalpha():
            kept[after] = kept[here]
            kept[here] = ()
    if len(cells) != len(filled) or any(a and not b for a, b in zip(cells, kept, strict=True)):
        while kept and not kept[0] and len([c for c in kept if c]) == 1:
            kept.pop(0)
    return kept


def _is_cut_start(one: str, two: str) -> bool:
    if len(one) < 2 or len(one) >= len(two) or any(c in "0123456789" for c in one):
        return False
    if two.startswith(one) and (" " not in one or two[len(one)].isalpha()):
        return True
    same_case = one[:2] == two[:2]
    return same_case and len(one) <= 4 and " " not in one and one[:2].isupper()
