"""Numbers of agenda items, as they are compared."""

from __future__ import annotations

import re
from functools import lru_cache

_OTHER = re.compile(r"[^0-9a-z.]")


@lru_cache(maxsize=4096)
def bare_number(number: str) -> str:
    """An item's number as it is compared: "7(a)", "7 a" and "7A" are one."""
    return _OTHER.sub("", number.casefold()).strip(".")
