"""Tables as CSV (RFC 4180) in UTF-8: a file each, as Frictionless Data Packages have them too."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from extract.export.archive import Archive, Rows
from extract.export.sheets import Sheet, Type, sheets
from extract.spreadsheets import harmless

#: How a package writes what is true; a spreadsheet knows these too.
_TRUTH: Final = {1: "true", 0: "false"}


def write_for_spreadsheets(archive: Archive, folder: Path) -> Iterator[str]:
    """A file for each table, whose cells no spreadsheet takes for a formula.

    Gives the name of each table when it is done.
    """
    for sheet in sheets():
        lines = ([harmless(cell) for cell in row] for rows in _rows(archive, sheet) for row in rows)
        _write(folder / f"{sheet.name}.csv", sheet, lines)
        yield sheet.name


def write_exactly(archive: Archive, folder: Path) -> Iterator[str]:
    """A file for each table, with every value as it is.

    Gives the name of each table when it is done.
    """
    for sheet in sheets():
        lines = (row for rows in _rows(archive, sheet) for row in rows)
        _write(folder / f"{sheet.name}.csv", sheet, lines)
        yield sheet.name


def _write(path: Path, sheet: Sheet, lines: Iterable[Iterable[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column.name for column in sheet.columns)
        writer.writerows(lines)


def _rows(archive: Archive, sheet: Sheet) -> Iterator[Rows]:
    """The rows of a sheet, with true and false for 1 and 0 where they mean that."""
    truths = [at for at, column in enumerate(sheet.columns) if column.type is Type.BOOLEAN]
    for rows in archive.rows(sheet):
        if not truths:
            yield rows
            continue
        told = []
        for row in rows:
            cells = list(row)
            for at in truths:
                cells[at] = _TRUTH.get(cells[at])
            told.append(tuple(cells))
        yield told
