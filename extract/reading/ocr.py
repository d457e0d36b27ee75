"""Pages that are pictures, read by optical character recognition.

What comes out is what a page with text gives: words with boxes and sizes, bold told from regular
by its strokes, ruled tables, tick boxes as characters. Everything runs on this machine, on the
models that the wheel of `rapidocr` carries.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from extract.reading.errors import ReadingError
from extract.reading.ocr_turn import Turn
from extract.reading.page import Page
from schemas.vocabulary import ProblemCode

DPI: Final = 200
"""Scans are made at 200 to 300 dots an inch; more than 200 read no better, and more slowly."""

STRAY_CHARACTERS: Final = 150
"""A scanned page may bear this much text all the same: a pack's stamp, the head of a fax."""

PICTURE_SHARE: Final = 0.5
"""Images cover more than this of a scanned page."""

GARBAGE_SHARE: Final = 0.3
"""From this share of its characters on, a text layer without meaning is not worth keeping."""

VOWELS_LEAST: Final = 0.2
"""Of 100 letters of English or Welsh 30 to 40 are vowels; of a font whose codes are shifted, some
14 seem to be.
"""

LETTERS_LEAST: Final = 200
"""Fewer letters than this say nothing about the share of vowels."""

_NO_LETTERS: Final = bytes({*range(128)} - {*b"abcdefghijklmnopqrstuvwxyz"})

_OPTIONAL: Final = frozenset({"cv2", "onnxruntime", "rapidocr"})


class OcrMissingError(ReadingError):
    """A scan, and no OCR installed to read it with."""

    code = ProblemCode.NO_TEXT


@dataclass(frozen=True, slots=True)
class ScannedPage(Page):
    """A page read from its picture, upright and level whichever way it was scanned.

    `turn.shown(box)` lays a box of it onto the page as it is shown.
    """

    turn: Turn = field(kw_only=True)


def needs_ocr(page: Page) -> bool:
    """Whether a page's words are none, a stamp on a picture, or characters without meaning."""
    text = "".join([word.text for word in page.words])
    if not text:
        # a page that could not be read at all has no size; on an empty one there is nothing to read
        return page.width > 0 and (page.image_share > 0 or page.paths > 0)
    if len(text) <= STRAY_CHARACTERS and page.image_share >= PICTURE_SHARE:
        return True
    return is_garbage(text)


def is_garbage(text: str) -> bool:
    """Whether a text layer is one that a font without a proper character map leaves."""
    if not text:
        return False
    unmapped = text.count("\ufffd")
    if not text.isprintable():  # private use, controls: no font says what they show
        unmapped += len(text) - sum(map(str.isprintable, text))
    if unmapped >= GARBAGE_SHARE * len(text):
        return True
    letters = text.lower().encode("ascii", "ignore").translate(None, _NO_LETTERS)
    if len(letters) < LETTERS_LEAST:
        return False
    vowels = len(letters) - len(letters.translate(None, b"aeiou"))
    return vowels < VOWELS_LEAST * len(letters)


class OcrReader:
    """Reads pages from their pictures; the models are loaded with the first page, once a process.

    `threads` is how many of the machine's cores one page may use.
    """

    def __init__(self, *, dpi: int = DPI, threads: int = 1) -> None:
        self.dpi = dpi
        self.threads = threads

    def read(self, data: bytes, number: int) -> ScannedPage:
        """One page (1-based) of a PDF given as bytes.

        Raises OcrMissingError where OCR is not installed, DamagedError where the page cannot be
        rendered.
        """
        try:
            from extract.reading.ocr_page import read_page  # a second to import, and optional

            return read_page(data, number, dpi=self.dpi, threads=self.threads)
        except ImportError as error:
            if error.name not in _OPTIONAL:
                raise
            raise OcrMissingError(
                "The pages hold no text: a scan, and OCR is not installed."
                " Install it with: pip install 'council-reports[ocr]'"
            ) from error
