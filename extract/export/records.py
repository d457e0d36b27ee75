"""Documents as JSON Lines: on each line a record, as `council-reports parse` prints it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from extract.export.archive import Archive


def write(archive: Archive, file: BinaryIO) -> Iterator[str]:
    """Every document that was read. Gives the SHA-256 of each when it is done."""
    for document in archive.documents():
        file.write(document.model_dump_json().encode("utf-8"))
        file.write(b"\n")
        yield document.source.sha256
