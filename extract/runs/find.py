"""Files to read below the folders that somebody names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from extract.addresses import is_folder, is_remote, remote_files

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


def find_documents(addresses: Iterable[str]) -> Found:
    """Files as given, folders to any depth; folders that are only linked to are not entered."""
    found: set[str] = set()
    others: set[str] = set()
    unlisted: list[str] = []
    for address in addresses:
        if is_folder(address):
            for file in _below(address, unlisted):
                taken = file.lower().endswith(SUFFIXES)
                (found if taken else others).add(file)
        else:
            found.add(address if is_remote(address) else str(Path(address)))
    ordered = sorted(found, key=lambda file: file.replace(os.sep, "\0"))  # as paths are
    return Found(tuple(ordered), len(others - found), tuple(unlisted))


def shown(path: str) -> str:
    """A path as text that any program takes: bytes of a name that are no UTF-8 are spelt out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _below(folder: str, unlisted: list[str]) -> Iterator[str]:
    """Paths of the files below a folder; what the system says of them costs nothing more."""
    if is_remote(folder):
        yield from remote_files(folder)
        return
    rest = [str(Path(folder))]
    while rest:
        where = rest.pop()
        try:
            with os.scandir(where) as entries:
                for entry in entries:
                    path = entry.name if where == os.curdir else entry.path
                    if entry.is_dir(follow_symlinks=False):
                        rest.append(path)
                    elif entry.is_file():
                        yield path
        except OSError as error:
            unlisted.append(f"{shown(where)}: {error.strerror}")
