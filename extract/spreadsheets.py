"""Cells for spreadsheets: one that would be taken for a formula is made harmless.

Source: OWASP, CSV Injection. A cell that begins with = + - @, a tab or a line's end gets an
apostrophe before it, unless it is a plain number.
"""

from __future__ import annotations

import re
from typing import Final

_FORMULA: Final = tuple("=+-@\t\r\n")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def harmless(value: object) -> object:
    """A value as a cell that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    begins = value.lstrip(" ").startswith(_FORMULA) or value.startswith(_FORMULA)
    return f"'{value}" if begins and not _NUMBER.fullmatch(value) else value
