"""The files that a database was built from, kept beside it, so that every value can be checked.

`reports.db` has them in `reports-originals/`, each under the SHA-256 of its bytes: the first two
digits make the folder, the media type the ending. A file is written once and never changed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Final

SUFFIXES: Final = MappingProxyType(
    {
        "application/pdf": ".pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
        "text/html": ".html",
        "text/markdown": ".md",
        "text/plain": ".txt",
    }
)
"""Endings of the media types that are read; another's file has none."""

_ENDINGS: Final = frozenset({"", *SUFFIXES.values()})
_NAME: Final = re.compile(r"(?P<sha256>[0-9a-f]{64})(?P<suffix>\.\w+|)")


class Originals:
    """A folder of files by the SHA-256 of their bytes (64 hex digits) and their media type."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def beside(cls, db: Path) -> Originals:
        """The folder of a database."""
        return cls(db.with_name(f"{db.stem}-originals"))

    def path_of(self, sha256: str, media_type: str) -> Path:
        """Where the file is kept, if it is."""
        return self.folder / sha256[:2] / f"{sha256}{SUFFIXES.get(media_type, '')}"

    def find(self, sha256: str, media_type: str) -> Path | None:
        """The file, if it is kept."""
        path = self.path_of(sha256, media_type)
        return path if path.is_file() else None

    def keep(self, sha256: str, media_type: str, data: bytes) -> None:
        """Keep the bytes, unless they are kept already.

        They appear under their name all at once. A file of another length is what a power cut
        left, and is written anew.

        Raises:
            OSError: where it can't be written (a full disk, a folder without permission).
        """
        path = self.path_of(sha256, media_type)
        if path.is_file() and path.stat().st_size == len(data):
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f".{sha256}.{os.getpid()}.part")
        try:
            partial.write_bytes(data)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)

    def remove_others(self, needed: Callable[[str], bool]) -> int:
        """Remove the files of documents that the database has no more; gives how many went.

        `needed` says of a SHA-256 whether the database has read such a document. Files that this
        class did not name are left alone. Not for while a build is writing.

        Raises:
            OSError: where one can't be removed.
        """
        removed = 0
        for path in sorted(self.folder.glob("[0-9a-f][0-9a-f]/*")):
            name = _NAME.fullmatch(path.name)
            if name and name["suffix"] in _ENDINGS and not needed(name["sha256"]):
                path.unlink()
                removed += 1
        return removed
