"""Files by their bytes, and what is said of one that cannot be opened."""

from __future__ import annotations

import hashlib
from typing import BinaryIO, Final

from extract.addresses import opened
from schemas import Problem
from schemas.vocabulary import ProblemCode

_BLOCK: Final = 1024 * 1024
"""Bytes that are hashed at once."""


def digest(file: BinaryIO) -> str:
    """SHA-256 of an open file, from where it stands to its end, in hex."""
    made = hashlib.sha256()
    while block := file.read(_BLOCK):
        made.update(block)
    return made.hexdigest()


def digest_of(path: str) -> str:
    """SHA-256 of the file at an address, in hex. Raises OSError."""
    with opened(path) as (file, _):
        return digest(file)


def unreadable(error: OSError) -> Problem:
    """The problem of a file that cannot be opened or read through."""
    gone = isinstance(error, FileNotFoundError)
    return Problem(
        code=ProblemCode.NOT_FOUND if gone else ProblemCode.UNREADABLE,
        message=f"cannot be opened ({error.strerror}); check the path and its permissions",
    )
