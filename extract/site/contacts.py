"""E-mail addresses and telephone numbers in running text, for sites that hide them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

#: What stands in place of one.
HIDDEN: Final = "[contact hidden]"

_CONTACT: Final = re.compile(
    r"[\w.+’'-]+(?:@|%40|&#64;)[\w-]+(?:\.[\w-]+)+"
    # A number of the United Kingdom: 10 or 11 digits from a 0 or +44 on, set off as people do.
    r"|(?<![\w£.])(?:\+44[ ]?(?:\(0\)[ ]?)?|\(?0)\d(?:[ ()-]{0,2}\d){8,9}(?![\w/])"
)


def contacts_in(text: str) -> Iterator[tuple[int, int]]:
    """Where they stand: the first character, and one past the last."""
    return (match.span() for match in _CONTACT.finditer(text))


def without_contacts(text: str) -> str:
    """The text with each of them hidden."""
    return _CONTACT.sub(HIDDEN, text)


def masked(text: str) -> str:
    """The text with a mark in place of each of their characters: it keeps its length."""
    return _CONTACT.sub(lambda contact: "•" * len(contact[0]), text)
