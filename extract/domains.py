"""The domains of the e-mail and web addresses that a text prints, with where each stands.

Offsets are code points into the text given. Both functions are pure; neither raises on any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_DOMAIN = r"((?:[\w-]+\.)+(?:uk|wales|cymru|scot|com|org|info))\b"
_AT_DOMAIN = re.compile(f"@{_DOMAIN}", re.IGNORECASE)
_NAME = re.compile(r"[\w.+’'-]+\Z")
_LONGEST_NAME = 64
"""Most characters that an e-mail address has before its "@"."""
_HOST = re.compile(rf"(?:https?://|\bwww\.){_DOMAIN}", re.IGNORECASE)


def emails(text: str) -> Iterator[tuple[str, int, int]]:
    """The domains of e-mail addresses, with the offsets of the addresses."""
    reached = 0
    for match in _AT_DOMAIN.finditer(text):
        at = match.start()
        name = _NAME.search(text[max(reached, at - _LONGEST_NAME) : at])
        if name is not None:
            reached = match.end()
            yield match[1], at - len(name[0]), reached


def hosts(text: str) -> Iterator[tuple[str, int, int]]:
    """The domains of web addresses, with the offsets up to their ends."""
    small = text.lower()
    if "www." in small or "://" in small:
        for match in _HOST.finditer(text):
            yield match[1], match.start(), match.end()
