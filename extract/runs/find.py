"""Files to read below the folders that somebody names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SUFFIXES: Final = (".pdf", ".docx", ".docm", ".html", ".htm", ".txt", ".md")
"""What a folder is searched for, in any case; what a file holds, its bytes say."""


@dataclass(frozen=True)
class Found:
    """Paths of files, each once, in the order of their folders' and their own names.

    They are text, as a `Path` takes three times the room. `not_taken` counts files whose names
    end otherwise than those that are read; `unlisted` has folders that could not be looked into,
    each with the reason.
    """

    paths: tuple[str, ...]
    not_taken: int = 0
    unlisted: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.paths)


def find_documents(paths: Iterable[Path]) -> Found:
    """Files as given, folders to any depth; folders that are only linked to are not entered."""
    found: set[str] = set()
    others: set[str] = set()
    unlisted: list[str] = []
    for path in paths:
        if path.is_dir():
            for file in _below(path, unlisted):
                taken = file.lower().endswith(SUFFIXES)
                (found if taken else others).add(file)
        else:
            found.add(str(path))
    ordered = sorted(found, key=lambda file: file.replace(os.sep, "\0"))  # as paths are
    return Found(tuple(ordered), len(others - found), tuple(unlisted))


def shown(path: str) -> str:
    """A path as text that any program takes: bytes of a name that are no UTF-8 are spelt out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _below(folder: Path, unlisted: list[str]) -> Iterator[str]:
    def note(error: OSError) -> None:
        unlisted.append(f"{shown(error.filename)}: {error.strerror}")

    for where, _, names in os.walk(folder, onerror=note):
        for name in names:
            file = os.path.join(where, name)  # noqa: PTH118 - text, see `Found`
            if os.path.isfile(file):  # noqa: PTH113
                yield file
