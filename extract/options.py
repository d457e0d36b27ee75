"""What somebody may say of a document beside its bytes, and which parser reads it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

# Raised with every change that can alter a record; a database re-reads what an older one wrote.
PARSER_VERSION = "4"


@dataclass(frozen=True)
class OcrLimits:
    """How much of a document is read from pictures, and on how many of the machine's cores."""

    most: int = 60
    """Pages of one document: some three minutes' work. What is decided stands before that."""
    probe: int = 8
    """After so many scanned pages a longer document has shown whether it is a committee paper."""
    threads: int = 2


@dataclass(frozen=True)
class Options:
    """What somebody knows or wants beside the file."""

    council: str | None = None
    """The authority (name, three-letter or GSS code) where the text may not tell."""
    ocr: OcrLimits = field(default_factory=OcrLimits)

    @classmethod
    def of(cls, *, council: str | None, ocr_pages: int | None) -> Options:
        """The options as given on the command line; None is the default."""
        return cls(council, OcrLimits() if ocr_pages is None else OcrLimits(most=ocr_pages))

    def on(self, threads: int) -> Options:
        """The same, where a scanned page may use so many of the machine's cores."""
        return replace(self, ocr=replace(self.ocr, threads=threads))


DEFAULTS: Final = Options()
