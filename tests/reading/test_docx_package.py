"""The containers of Word files: their variants, and what is wrong with hostile ones."""

from __future__ import annotations

from typing import Final

import pytest

from extract.reading.docx import read_docx
from extract.reading.errors import (
    DamagedError,
    EmptyError,
    EncryptedError,
    ReadingError,
    UnsupportedError,
)
from tests.reading.word import (
    NAMESPACES,
    STRICT,
    WORD,
    container,
    listed,
    only,
    paragraph,
    parts_of,
    texts,
    word_file,
)


def test_the_strict_variant_is_read() -> None:
    parts = parts_of(word_file(paragraph("Strict", '<w:outlineLvl w:val="0"/>')))
    document = parts["word/document.xml"]
    assert isinstance(document, bytes)
    parts["word/document.xml"] = document.replace(WORD.encode(), STRICT.encode())
    assert only(read_docx(container(parts))).heading == 1


def test_a_document_without_styles_or_lists_is_read() -> None:
    document = f"<w:document {NAMESPACES}><w:body>{listed('Bare')}</w:body></w:document>"
    file = read_docx(container({"word/document.xml": document}))
    assert texts(file) == ["Bare"]
    assert only(file).words[0].size == 10


def _declaring_entities() -> bytes:
    parts = parts_of(word_file(""))
    parts["word/document.xml"] = (
        '<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
        f"<w:document {NAMESPACES}><w:body>{paragraph('&b;')}</w:body></w:document>"
    )
    return container(parts)


def _bomb() -> bytes:
    filler = b" " * (129 * 2**20)
    return container({**parts_of(word_file("")), "word/document.xml": b"<a>" + filler + b"</a>"})


def _with_document(content: bytes) -> bytes:
    return container({**parts_of(word_file("")), "word/document.xml": content})


OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (word_file(paragraph("x"))[:300], DamagedError, "can't be opened"),
        (_with_document(b"<w:document"), DamagedError, "word/document.xml"),
        (_with_document("<a>£</a>".encode("latin-1")), DamagedError, "word/document.xml"),
        (_declaring_entities(), DamagedError, "entities"),
        (_with_document(b"<a>" * 300 + b"</a>" * 300), DamagedError, "nests"),
        (_bomb(), DamagedError, "unpacks to more"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedError, "password"),
        (OLE, UnsupportedError, "DOC"),
        (container({"xl/workbook.xml": "<workbook/>"}), UnsupportedError, "spreadsheet"),
        (container({"readme.txt": "hello"}), UnsupportedError, "ZIP container"),
        (_with_document(b"<html/>"), UnsupportedError, "not a Word document"),
        (word_file("<w:p/>"), EmptyError, "no words"),
    ],
    ids=[
        *("truncated", "cut xml", "bad bytes", "entities", "deep", "bomb", "encrypted", "doc"),
        *("xlsx", "zip", "other xml", "empty"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_read(data: bytes, error: type[ReadingError], words: str) -> None:
    with pytest.raises(error, match=words):
        read_docx(data)


def test_a_broken_part_is_named() -> None:
    data = bytearray(word_file(paragraph("some words " * 50)))
    at = data.find(b"word/document.xml") + len("word/document.xml") + 20
    data[at : at + 20] = bytes(20)
    with pytest.raises(DamagedError, match=r"word/document\.xml"):
        read_docx(bytes(data))
