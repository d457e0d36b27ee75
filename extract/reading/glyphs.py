"""Light repair of extracted text: what a reader of the printed page would type."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_LIGATURES: Final = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}

# Symbol fonts keep their glyphs at the codes of the font's own encoding, or in the private use area
# at U+F000 plus that code. Word writes bullets and tick boxes this way. Codes that are not listed
# stay as they are.
_BULLET: Final = "•"
_WINGDINGS: Final = {
    0x6C: "●",
    0x6E: _BULLET,
    0x6F: "☐",
    0x70: "☐",
    0x71: "☐",
    0x72: "☐",
    0x76: _BULLET,
    0x9F: _BULLET,
    0xA7: _BULLET,
    0xA8: "☐",
    0xD8: _BULLET,
    0xE0: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2: Final = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x97: _BULLET,
    0xA3: "☐",
}
_SYMBOL: Final = {
    0xA7: _BULLET,
    0xA8: _BULLET,
    0xAE: "→",
    0xB7: _BULLET,
}

# Zero-width characters, joiners, direction marks, the byte order mark and the soft hyphen.
_INVISIBLE: Final = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF)
_CONTROLS: Final = (*range(0x20), *range(0x7F, 0xA0))

_Table = dict[int, str | None]

_PLAIN: Final[_Table] = {
    **dict.fromkeys((*_INVISIBLE, *_CONTROLS)),
    **{ord(ligature): letters for ligature, letters in _LIGATURES.items()},
    0x7F: _BULLET,  # unused codes of WinAnsi show a bullet (ISO 32000-1, annex D.2)
}


def _private(symbols: dict[int, str]) -> _Table:
    return {0xF000 + code: glyph for code, glyph in symbols.items()}


# Where the font does not say which symbols these are: Symbol's bullet, and Wingdings for the rest.
_ORDINARY: Final[_Table] = {**_PLAIN, **_private(_WINGDINGS), **_private({0xB7: _BULLET})}


def clean(text: str, font: str = "") -> str:
    """A word as printed: composed (NFC), without ligatures, soft hyphens and invisible characters.

    `font` decides what a code of a symbol font shows. White space is the caller's, but control
    characters are dropped. May return an empty string.
    """
    if text.isascii() and text.isprintable() and shows_letters(font):
        return text
    return unicodedata.normalize("NFC", text.translate(_table(font)))


def shows_letters(font: str) -> bool:
    """Whether a font shows letters by their codes, as all but those of symbols do."""
    return _table(font) is _ORDINARY


@lru_cache(maxsize=1024)
def _table(font: str) -> _Table:
    name = font.lower().replace(" ", "").replace("-", "")
    if "wingdings2" in name:
        symbols = _WINGDINGS_2
    elif "wingdings" in name and "wingdings3" not in name:
        symbols = _WINGDINGS
    elif "symbol" in name and "segoe" not in name:
        symbols = _SYMBOL
    else:
        return _ORDINARY
    return {**_PLAIN, **symbols, **_private(symbols)}
