"""How a process that reads documents keeps house: how it looks for garbage, what it gives back."""

from __future__ import annotations

import ctypes
import gc
from typing import Final

YOUNG: Final = 100_000
"""Objects made since the last look before the next: words, passages and blocks come in thousands,
and next to none of them in cycles, which are all that is looked for.
"""


LARGE: Final = 8 * 1024 * 1024
"""Bytes of a block that goes back to the system when it is let go of: what a network computes of a
page's picture.
"""

_M_MMAP_THRESHOLD: Final = -3  # malloc.h


def collect_less() -> None:
    """Look for garbage far less often: of parsing a sixth of the time, for no more memory.

    A matter of the whole process: for a command and its workers, not for a library.
    """
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])


def keep_loaded() -> None:
    """Never look through what is loaded by now, not as the process ends either: a tenth of a second
    for modules, patterns and lists of words, which all stay.
    """
    gc.freeze()


def give_back() -> None:
    """Give large blocks back at once, which glibc would keep and lay others between: 80 MB less at
    most where scans are read, for a tenth of the time. Elsewhere than on glibc nothing is done.
    """
    try:
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, LARGE)
    except (AttributeError, OSError, TypeError):
        return  # another libc, or Windows, which has no library without a name
