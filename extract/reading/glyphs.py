"""Light repair of extracted text: what a reader of the printed page would type."""

from __future__ import annotations

import unicodedata
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

# Symbol fonts keep their glyphs in the private use area at U+F000 plus the byte of the font's own
# encoding. Word writes bullets and tick boxes this way. Glyphs not listed here stay as they are.
_BULLET: Final = "•"
_WINGDINGS: Final = {
    0x6C: "●",
    0x6E: _BULLET,  # black square
    0x6F: "☐",
    0x70: "☐",
    0x71: "☐",
    0x72: "☐",
    0x76: _BULLET,
    0x9F: _BULLET,
    0xA7: _BULLET,
    0xA8: "☐",
    0xB7: _BULLET,  # Symbol's bullet, often tagged with the wrong font
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
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff" + (
    "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
)
_CONTROLS: Final = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))


def _table(symbols: dict[int, str]) -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(glyph): None for glyph in _INVISIBLE + _CONTROLS}
    table.update({ord(ligature): letters for ligature, letters in _LIGATURES.items()})
    table.update({0xF000 + code: glyph for code, glyph in symbols.items()})
    return table


_DEFAULT_TABLE: Final = _table(_WINGDINGS)
_FONT_TABLES: Final = (
    ("wingdings2", _table(_WINGDINGS_2)),
    ("wingdings-2", _table(_WINGDINGS_2)),
    ("symbol", _table(_SYMBOL)),
)


def clean(text: str, font: str = "") -> str:
    """A word as printed: composed (NFC), without ligatures, soft hyphens and invisible characters.

    `font` decides what a private-use glyph shows. White space is left to the caller, except for
    control characters, which are dropped. May return an empty string.
    """
    if text.isascii() and text.isprintable():
        return text
    name = font.lower().replace(" ", "")
    table = next((table for part, table in _FONT_TABLES if part in name), _DEFAULT_TABLE)
    return unicodedata.normalize("NFC", text.translate(table))
