"""Bytes to the tree of a web page, as a browser would build it.

The parser is lexbor (selectolax), since it follows the HTML standard to the letter: unclosed and
crossed tags of old committee pages end up where a reader sees them, where a forgiving parser of
its own making lets bold type run on to the end. It fetches nothing and runs nothing.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from extract.reading.errors import DamagedError

MAX_BYTES: Final = 32 * 2**20
"""Longest page that is read; the longest committee papers come to some 3 MB."""

MAX_DEPTH: Final = 512
"""Elements inside each other: where browsers stop, too. Building a deeper tree takes very long."""

_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHARSET = re.compile(rb"""<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_EIGHT_BIT = re.compile(r"iso8859-\d+|cp\d+|mac-roman")
_WINDOWS: Final = "cp1252"
_OPENING = re.compile(
    rb"(?:\s|<\?xml[^>]*>|(?><!--.*?-->))*+<(?:!doctype\s+html|html|head|body)\b",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*|!--)")
# What holds text and no tags, and what ends it.
_OPAQUE: Final = {"!--": "-->", **{tag: f"</{tag}" for tag in ("script", "style", "title")}}
# Tags that a browser closes by itself, and those that hold nothing: they pile up no depth.
_FLAT: Final = frozenset(
    {
        *("a", "p", "li", "dt", "dd", "option", "optgroup", "html", "head", "body", "caption"),
        *("tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "col", "area", "base", "br"),
        *("embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track"),
        *("wbr", "basefont"),
    }
)


def is_html(data: bytes) -> bool:
    """Whether some bytes open as a web page does: perhaps after comments or an XML declaration."""
    if data.startswith(_UTF_16):
        data = data[:4096].decode("utf-16", errors="ignore").encode()
    return bool(_OPENING.match(data[:8192].removeprefix(codecs.BOM_UTF8)))


def open_html(data: bytes) -> LexborHTMLParser:
    """The tree of a page.

    Raises DamagedError for a page that is longer or more deeply nested than any real one.
    """
    if len(data) > MAX_BYTES:
        raise DamagedError(f"The page is longer than {MAX_BYTES // 2**20} MB. Save it in parts.")
    text = decode(data)
    if _depth(text) > MAX_DEPTH:
        raise DamagedError(f"The page nests more than {MAX_DEPTH} elements. Save it anew.")
    return LexborHTMLParser(text)


def decode(data: bytes) -> str:
    """The characters of a page: by its byte order mark, as UTF-8 if it is, as it declares itself.

    Bytes that are UTF-8 throughout are UTF-8 whatever is declared: no other text looks like it.
    """
    if data.startswith(_UTF_16):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(data[:4096])
    return data.decode(_encoding(declared[1] if declared else b""), errors="replace")


def _encoding(declared: bytes) -> str:
    """The eight-bit encoding that a page means by a name; Windows' own where it means none."""
    try:
        name = codecs.lookup(declared.decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return _WINDOWS
    # browsers, too, take Latin 1 for what Windows made of it
    return name if _EIGHT_BIT.fullmatch(name) and name != "iso8859-1" else _WINDOWS


def _depth(text: str) -> int:
    """How deep tags nest, at most: counted before a tree is built, which alone could take hours."""
    text = text.lower()
    depth = deepest = at = 0
    while found := _TAG.search(text, at):
        at = found.end()
        closing, name = found.groups()
        if name in _OPAQUE:
            end = -1 if closing else text.find(_OPAQUE[name], at)
            at = max(at, end)
        elif name not in _FLAT:
            depth = max(depth - 1, 0) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest
