"""Repair of extracted text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reading.glyphs import clean


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("Cabinet", "Arial", "Cabinet"),
        ("oﬃcer", "Arial", "officer"),
        ("ﬁnance", "Arial", "finance"),
        ("cafe\u0301", "Arial", "café"),
        ("co\u00adoperate", "Arial", "cooperate"),
        ("\ufeffze\u200bro", "Arial", "zero"),
        ("a\x00b\x07", "Arial", "ab"),
        ("\u200b", "Arial", ""),
        ("£1.2m–£3m", "Arial", "£1.2m–£3m"),
        ("\uf0b7", "ABCDEF+SymbolMT", "•"),
        ("\uf0b7", "F1", "•"),
        ("\uf0a7", "Wingdings-Regular", "•"),
        ("\uf0a8", "ABCDEF+Wingdings-Regular", "☐"),
        ("\uf0a8", "SymbolMT", "•"),
        ("\uf06f", "Wingdings", "☐"),
        ("\uf0fc", "Wingdings", "✓"),
        ("\uf0fd", "Wingdings", "☒"),
        ("\uf0fe", "F1", "☑"),
        ("\uf052", "ABCDEF+Wingdings2", "☑"),
        ("\uf0a3", "Wingdings 2", "☐"),
        ("þ", "ABCDEF+Wingdings-Regular", "☑"),
        ("o", "Wingdings", "☐"),
        ("o", "CourierNewPSMT", "o"),
        ("þ", "Arial", "þ"),
        ("☐☒☑✓", "MS-Gothic", "☐☒☑✓"),
    ],
)
def test_clean(text: str, font: str, expected: str) -> None:
    assert clean(text, font) == expected


@given(st.text())
def test_clean_is_composed_and_settled(text: str) -> None:
    once = clean(text)
    assert unicodedata.is_normalized("NFC", once)
    assert clean(once) == once
