"""One page from its picture: upright, level, its lines read, its rules and tick boxes found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import cv2
import pypdfium2

from extract.reading.errors import DamagedError
from extract.reading.ocr import ScannedPage
from extract.reading.ocr_lines import LineBox, find_lines, runs_sideways
from extract.reading.ocr_marks import TickBox, find_rules, find_tick_boxes
from extract.reading.ocr_models import Models, load_models
from extract.reading.ocr_picture import Picture, ink_of, render
from extract.reading.ocr_text import Glyph, certainty, read_lines
from extract.reading.ocr_words import words_of_picture
from extract.reading.page import Word
from extract.reading.rules import Rule
from extract.reading.tables import find_tables, free_rules

INKLESS: Final = 0.0002
"""A page with less ink than this share of it is blank."""

SAMPLE: Final = 4
"""So many of its longest lines show whether a page stands on its head."""

CLEAR: Final = 0.9
"""They stand upright when they are read at least this surely."""

READABLE: Final = 0.6
"""What is read less surely than this is a picture, a blot or a stamp, not print."""

CLEARER: Final = 0.05
"""Upside down they must be read more surely by this."""


def read_page(data: bytes, number: int, *, dpi: int, threads: int) -> ScannedPage:
    """One page (1-based) of a PDF given as bytes; see `extract.reading.ocr.OcrReader.read`."""
    cv2.setNumThreads(threads)
    try:
        picture = render(data, number, dpi)
    except pypdfium2.PdfiumError as error:
        raise DamagedError(f"Page {number} cannot be rendered: {error}.") from error
    if ink_of(picture.grey).mean() < INKLESS:
        return _page(picture, number, [], [])
    picture, boxes, lines = _upright(picture, load_models(threads))
    return _read(picture, boxes, lines, number)


def _upright(picture: Picture, models: Models) -> tuple[Picture, list[LineBox], list[list[Glyph]]]:
    """The picture upright and level, its lines and what they say."""
    level = picture.levelled()
    boxes = find_lines(level.grey, models)
    if runs_sideways(boxes):
        picture = picture.turned(1)
        level = picture.levelled()
        boxes = find_lines(level.grey, models)
    longest = sorted(boxes, key=lambda box: box.width, reverse=True)[:SAMPLE]
    sure = certainty(read_lines(level.grey, longest, models))
    if sure < CLEAR and longest:
        over = certainty(read_lines(level.grey, longest, models, over=True))
        if over > sure + CLEARER:
            level = picture.turned(2).levelled()
            boxes = find_lines(level.grey, models)
    return level, boxes, read_lines(level.grey, boxes, models)


def _read(
    picture: Picture, boxes: list[LineBox], lines: list[list[Glyph]], number: int
) -> ScannedPage:
    ink = ink_of(picture.grey)
    rules, ruled = find_rules(ink, picture.scale)
    ink = ink * (1 - ruled)
    ticks = find_tick_boxes(ink, picture.scale)
    scale = picture.scale
    kept = [
        (box, [glyph for glyph in glyphs if not _ticked(glyph, box, ticks)])
        for box, glyphs in zip(boxes, lines, strict=True)
        if certainty([glyphs]) >= READABLE
    ]
    words = words_of_picture(kept, ink, scale, number)
    for tick in ticks:
        x0, top, x1, bottom = (side / scale for side in tick[:4])
        words.append(Word(tick.text, number, x0, top, x1, bottom, size=round(bottom - top, 2)))
    return _page(picture, number, words, rules)


def _ticked(glyph: Glyph, box: LineBox, ticks: list[TickBox]) -> bool:
    """Whether a character read is a tick box, taken for a letter."""
    middle = (box.top + box.bottom) / 2
    return any(t.x0 <= glyph.x <= t.x1 and t.top <= middle <= t.bottom for t in ticks)


def _page(
    picture: Picture, number: int, words: Sequence[Word], rules: Sequence[Rule]
) -> ScannedPage:
    turn = picture.turn
    tables = find_tables(rules, turn.width, turn.height)
    return ScannedPage(
        number=number,
        width=turn.width,
        height=turn.height,
        words=words,
        tables=tables,
        underlines=free_rules(rules, tables),
        image_share=1.0,
        turn=turn,
    )
