"""What one document may cost: a file that goes beyond it is given up, with a code that says why."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

MEGABYTE: Final = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What reading one document may take, each a positive number.

    A pack of 1,000 pages takes some 20 s and 250 MB, and 60 pages that are read from their
    pictures some six minutes of one core and 550 MB: within the defaults, on a slow machine too.
    Memory is that of the worker that reads the document, with all that it has loaded.
    """

    seconds: float = 1800
    """From a document's start to its record, by the clock: long, as machines may be busy."""
    cpu_seconds: float = 900
    """Processor time of all threads together."""
    memory: int = 1536 * MEGABYTE
    """Bytes in main memory (resident) at any moment."""
    file_size: int = 500 * MEGABYTE
    """Bytes of the file."""
    pages: int = 5000
    """Pages of a PDF; told before any of them is read."""
    output: int = 100 * MEGABYTE
    """Bytes of the record as JSON."""


DEFAULTS: Final = Limits()

RECYCLED_AFTER: Final = 200
"""Documents that one worker reads before another takes its place: what leaks stays small."""


def cores() -> int:
    """How many documents are read at once unless somebody says: one for each core we may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
