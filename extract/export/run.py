"""An export from beginning to end: the whole folder, or nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.export import delimited, package, records
from extract.export.archive import Archive, opened
from extract.export.formats import Format
from extract.export.sheets import sheets


class ExportError(Exception):
    """An export can't be written; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Step:
    """So many tables, or documents, of all are written."""

    done: int
    of: int


#: The file of records.
RECORDS = "records.jsonl"


def export(db: Path, folder: Path, form: Format) -> Iterator[Step]:
    """Write the database into a new folder, and tell how far it is.

    The folder appears when all of it is written.

    Raises:
        StoreError: where `db` is no database of ours.
        ExportError: where the folder can't be written, or the format needs what is not installed.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExportError(f"{folder} is there already: name a new folder, or an empty one")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        partial = folder.with_name(f".{folder.name}.{os.getpid()}.part")
        partial.mkdir()
        try:
            with opened(db) as archive:
                yield from _written(archive, partial, form)
            partial.replace(folder)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        raise ExportError(f"{folder} can't be written ({error.strerror})") from error


def _written(archive: Archive, folder: Path, form: Format) -> Iterator[Step]:
    if form is Format.JSONL:
        of = archive.read
        with (folder / RECORDS).open("wb") as file:
            yield from (Step(done, of) for done, _ in enumerate(records.write(archive, file), 1))
        return
    match form:
        case Format.CSV:
            written = delimited.write_for_spreadsheets(archive, folder)
        case Format.DATAPACKAGE:
            written = package.write(archive, folder)
        case Format.PARQUET:
            written = _parquet(archive, folder)
    yield from (Step(done, len(sheets())) for done, _ in enumerate(written, 1))


def _parquet(archive: Archive, folder: Path) -> Iterator[str]:
    try:
        from extract.export import parquet
    except ImportError as error:
        raise ExportError(
            "Parquet needs pyarrow: install it with `pip install 'council-reports[parquet]'`"
        ) from error
    return parquet.write(archive, folder)
