"""The bytes of web pages: characters, first words, and what is wrong with hostile ones."""

from __future__ import annotations

import pytest

from extract.reading.errors import DamagedError, EmptyError
from extract.reading.html import read_html
from extract.reading.html_source import MAX_DEPTH, decode, is_html
from tests.reading.word import texts


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<p>£ – ’</p>".encode(), "<p>£ – ’</p>"),
        ("\ufeff<p>£</p>".encode(), "<p>£</p>"),
        ("<p>£ – ’</p>".encode("cp1252"), "<p>£ – ’</p>"),
        ('<meta charset="iso-8859-1"><p>£ –'.encode("cp1252"), '<meta charset="iso-8859-1"><p>£ –'),
        ('<meta charset="utf-8"><p>£'.encode("cp1252"), '<meta charset="utf-8"><p>£'),
        ("<meta charset=iso-8859-1><p>£".encode(), "<meta charset=iso-8859-1><p>£"),
        (
            '<META http-equiv=Content-Type content="text/html; charset=iso-8859-14">ŵ'.encode(
                "iso-8859-14"
            ),
            '<META http-equiv=Content-Type content="text/html; charset=iso-8859-14">ŵ',
        ),
        ("<meta charset=nonsense>£".encode("cp1252"), "<meta charset=nonsense>£"),
        ("<meta charset=base64>£".encode("cp1252"), "<meta charset=base64>£"),
        ("<p>ŵ</p>".encode("utf-16"), "<p>ŵ</p>"),
    ],
)
def test_characters(data: bytes, expected: str) -> None:
    assert decode(data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<!DOCTYPE html><p>", True),
        (b"\xef\xbb\xbf\n<HTML lang=en>", True),
        (b'<?xml version="1.0"?><!-- saved -->\n<!DOCTYPE html PUBLIC "">', True),
        ("\ufeff<html>".encode("utf-16-le"), True),
        (b"<!-- a page --> about <html>", False),
        (b"<htmlish>", False),
        (b"# A report\n<html>", False),
        (b"<!---->" * 1000 + b"x", False),
        (b"%PDF-1.7", False),
    ],
)
def test_pages_are_told_by_their_first_bytes(data: bytes, expected: bool) -> None:
    assert is_html(data) is expected


def test_pages_that_cannot_be_read() -> None:
    with pytest.raises(EmptyError):
        read_html(b"<script>only()</script>")
    with pytest.raises(DamagedError, match="nests"):
        read_html(b"<div>" * (MAX_DEPTH + 1))
    with pytest.raises(DamagedError, match="longer"):
        read_html(b" " * (33 * 2**20))


def test_deep_nesting_loses_no_words() -> None:
    assert texts(read_html(b"<div>" * 400 + b"deep")) == ["deep"]
    assert texts(read_html(b"<table><tr><td>" * 200 + b"deep")) == ["deep"]
    scripted = b"<script>" + b"'<div>'" * 1000 + b"</script><p>shown</p>"
    assert texts(read_html(scripted)) == ["shown"]
