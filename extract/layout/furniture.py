"""Running heads and feet, page numbers, stamps and footnotes: found, taken off, and kept aside.

A line near the top or foot of a page is furniture when the same words (digits apart) stand there
on another page too, when it is nothing but a page number, a handling mark or a pack's stamp, or
when it stands at the foot of a tagged page and in no element. What the tags call a note is a
footnote. A head that stands once stays: first pages name their committee there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from extract.layout.lines import Line
from extract.layout.witness import PageTags

# Share of the page's height in which heads and feet stand.
BAND = 0.12
_HEAD, _FOOT = "head", "foot"
# Smaller than this share of the page's usual size, at its foot: a footnote.
FOOTNOTE_SHARE = 0.88
# What is left of a page without its notes is more than this share of its lines.
NOTES_SHARE = 0.5

_PAGE_NUMBER = re.compile(
    r"(?:page|tudalen)?\s*[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:of|/|o)\s*\d{1,4})?|[ivxl]{1,5}",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"(?:official|not protectively marked|unclassified|protect|restricted)"
    r"(?:\s*[-–:]?\s*sensitive)?(?:\s*[-–:]\s*.{0,30})?",
    re.IGNORECASE,
)
_STAMP = re.compile(r"agenda item(?: no\.?)?:?\s*\d{1,3}[a-z]?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def split_furniture(
    pages: Sequence[Sequence[Line]], heights: Sequence[float], tags: Sequence[PageTags | None]
) -> tuple[list[list[Line]], list[Line]]:
    """Each page's lines without furniture and footnotes, and the furniture of all pages."""
    keys = [
        [_key(line, height) for line in lines] for lines, height in zip(pages, heights, strict=True)
    ]
    seen = Counter(key for page in keys for key in {k for k in page if k is not None})
    bodies: list[list[Line]] = []
    furniture: list[Line] = []
    for lines, page_keys, height, said in zip(pages, keys, heights, tags, strict=True):
        body: list[Line] = []
        for line, key in zip(lines, page_keys, strict=True):
            if key is not None and (
                seen[key] > 1
                or _is_mark(line, height)
                or (said is not None and key[0] == _FOOT and said.outside(line))
            ):
                furniture.append(line)
            else:
                body.append(line)
        bodies.append(_without_footnotes(_without_notes(body, said), height))
    return bodies, furniture


def is_stamp(line: Line) -> bool:
    """Whether a line is the stamp that a pack puts on the first page of an item."""
    return bool(_STAMP.fullmatch(line.text))


def _key(line: Line, height: float) -> tuple[str, int, str] | None:
    """What makes two heads or feet the same; None outside the bands."""
    if line.bottom < BAND * height:
        band = _HEAD
    elif line.top > (1 - BAND) * height:
        band = _FOOT
    else:
        return None
    return band, round(line.top / 8), _DIGITS.sub("#", line.text.casefold())


def _is_mark(line: Line, height: float) -> bool:
    text = line.text.strip()
    if _PAGE_NUMBER.fullmatch(text):
        return True
    return bool(_MARK.fullmatch(text) or (line.top < BAND * height and is_stamp(line)))


def _without_notes(lines: list[Line], said: PageTags | None) -> list[Line]:
    """The lines that are not tagged as notes; a page of notes is a page of text."""
    if said is None:
        return lines
    kept = [line for line in lines if not said.is_note(line)]
    return kept if len(kept) > NOTES_SHARE * len(lines) else lines


def _without_footnotes(lines: list[Line], height: float) -> list[Line]:
    if len(lines) < 4:
        return lines
    usual = median(line.size for line in lines)
    cut = len(lines)
    while (
        cut > 1
        and lines[cut - 1].size < FOOTNOTE_SHARE * usual
        and lines[cut - 1].top > 0.7 * height
        and len(lines[cut - 1].segments) == 1
    ):
        cut -= 1
    return lines[:cut]
