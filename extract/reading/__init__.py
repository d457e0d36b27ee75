"""Bytes to pages or paragraphs: one module a format. Knows nothing of councils.

`open_source` picks the reader by the bytes, never by the name alone: a PDF that is called .txt is
a PDF. A new format is one more module here and one more branch there.
"""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass

from extract.reading.errors import EmptyError, NotAPdfError, NoTextError, UnsupportedError
from extract.reading.pdf import PdfFile, open_pdf
from extract.reading.text import TextFile, read_text
from schemas import Problem
from schemas.vocabulary import ProblemCode, Reader

# Signatures of formats that have no reader yet, and what to call them.
_KNOWN_OTHERS = (
    (b"PK\x03\x04", "a ZIP container such as DOCX"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
)


@dataclass(frozen=True)
class Opened:
    """A file with its reader chosen."""

    file: PdfFile | TextFile
    media_type: str
    reader: Reader

    def check(self, words: Sized) -> None:
        """Raise NoTextError for pages that gave no words at all."""
        if not words:
            raise NoTextError(
                "The pages hold no text: a scan. Run it through OCR (for example ocrmypdf) first."
            )

    def problems(self) -> list[Problem]:
        """The pages that could not be read."""
        if isinstance(self.file, TextFile):
            return []
        return [
            Problem(code=ProblemCode.PAGE_FAILED, message=message, page=page)
            for page, message in self.file.failed_pages
        ]


def open_source(data: bytes, name: str) -> Opened:
    """The file behind some bytes; `name` only says what somebody took it for.

    Raises EmptyError, NotAPdfError, UnsupportedError, or what the format's reader raises.
    """
    if not data:
        raise EmptyError("The file is empty. Fetch it again.")
    if b"%PDF-" in data[:1024]:
        return Opened(open_pdf(data), "application/pdf", Reader.NATIVE)
    for signature, format_name in _KNOWN_OTHERS:
        if data.startswith(signature):
            raise UnsupportedError(
                f"The file is {format_name}; only PDF and text are read. Save it as PDF."
            )
    if name.lower().endswith(".pdf"):
        raise NotAPdfError(
            "The file is named .pdf but holds no PDF. Perhaps an error page was downloaded."
        )
    if data.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html")):
        raise UnsupportedError("The file is HTML; only PDF and text are read. Save it as PDF.")
    media_type = "text/markdown" if name.lower().endswith(".md") else "text/plain"
    return Opened(read_text(data), media_type, Reader.TEXT)
