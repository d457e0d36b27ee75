"""Bytes to pages or paragraphs: one module a format. Knows nothing of councils.

`open_source` picks the reader by the bytes, never by the name alone: a PDF that is called .txt is
a PDF. A new format is one more module here and one more branch there, which imports it: who reads
a PDF need not wait for what reads Word and HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extract.reading.errors import EmptyError, NotAPdfError, UnsupportedError
from extract.reading.marked import MarkedFile
from extract.reading.pdf import HEADER_WITHIN, PdfFile, open_pdf
from extract.reading.signatures import OLE_SIGNATURE, ZIP_SIGNATURE
from extract.reading.text import TextFile, read_text
from schemas.vocabulary import Reader

_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# Signatures of formats that have no reader, and what to call them.
_KNOWN_OTHERS = (
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
)


@dataclass(frozen=True)
class Opened:
    """A file with its reader chosen; `media_type` is IANA's, by the bytes."""

    file: PdfFile | MarkedFile | TextFile
    media_type: str
    reader: Reader


def open_source(data: bytes, name: str) -> Opened:
    """The file behind some bytes; `name` only says what somebody took it for.

    Raises EmptyError, NotAPdfError, UnsupportedError, or what the format's reader raises.
    """
    if not data:
        raise EmptyError("The file is empty. Fetch it again.")
    if b"%PDF-" in data[:HEADER_WITHIN]:
        return Opened(open_pdf(data), "application/pdf", Reader.NATIVE)
    if data.startswith((ZIP_SIGNATURE, OLE_SIGNATURE)):
        from extract.reading.docx import read_docx

        return Opened(read_docx(data), _DOCX, Reader.DOCX)
    for signature, format_name in _KNOWN_OTHERS:
        if data.startswith(signature):
            raise UnsupportedError(
                f"The file is {format_name}; PDF, Word (DOCX), HTML and text are read."
                " Save it as one of these."
            )
    if name.lower().endswith(".pdf"):
        raise NotAPdfError(
            "The file is named .pdf but holds no PDF. Perhaps an error page was downloaded."
        )
    from extract.reading.html_source import is_html

    if is_html(data):
        from extract.reading.html import read_html

        return Opened(read_html(data), "text/html", Reader.HTML)
    media_type = "text/markdown" if name.lower().endswith(".md") else "text/plain"
    return Opened(read_text(data), media_type, Reader.TEXT)
