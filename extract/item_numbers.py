"""Numbers of agenda items, as they are compared."""

from __future__ import annotations

import re


def bare_number(number: str) -> str:
    """An item's number as it is compared: "7(a)", "7 a" and "7A" are one."""
    return re.sub(r"[^0-9a-z.]", "", number.casefold()).strip(".")
