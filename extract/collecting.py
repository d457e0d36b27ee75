"""How often Python looks for garbage in a process that reads documents."""

from __future__ import annotations

import gc
from typing import Final

YOUNG: Final = 100_000
"""Objects made since the last look before the next: words, passages and blocks come in thousands,
and next to none of them in cycles, which are all that is looked for.
"""


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
