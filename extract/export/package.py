"""A Frictionless Data Package: a CSV file for each table, and what each column is.

Standard: https://datapackage.org/ (Data Package, Data Resource, Table Schema; version 2).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from extract.export.archive import Archive
from extract.export.delimited import write_exactly
from extract.export.sheets import Column, Sheet, Type, sheets
from extract.store.describe import metadata

PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
DESCRIPTOR: Final = "datapackage.json"


def write(archive: Archive, folder: Path) -> Iterator[str]:
    """The package. Gives the name of each table when it is done."""
    resources = []
    for name, sheet in zip(write_exactly(archive, folder), sheets(), strict=True):
        resources.append(_resource(sheet, folder / f"{name}.csv", archive.count(sheet)))
        yield name
    text = json.dumps(_package(resources), ensure_ascii=False, indent=2)
    (folder / DESCRIPTOR).write_text(f"{text}\n", encoding="utf-8")


def _package(resources: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    told = metadata()
    return {
        "$schema": PROFILE,
        "name": "council-reports",
        "title": told["title"],
        "description": told["description"],
        "keywords": ["councils", "local government", "committee reports"],
        "resources": resources,
    }


def _resource(sheet: Sheet, path: Path, rows: int) -> Mapping[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in sheet.columns],
        "primaryKey": list(sheet.key),
        "foreignKeys": [
            {
                "fields": [reference.column],
                "reference": {
                    "resource": "" if reference.table == sheet.name else reference.table,
                    "fields": [reference.other],
                },
            }
            for reference in sheet.references
        ],
    }
    return {
        "name": sheet.name,
        "type": "table",
        "path": path.name,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": sheet.meaning,
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "rowCount": rows,
        "schema": schema,
    }


def _field(column: Column) -> Mapping[str, Any]:
    """A column in the words of Table Schema.

    An empty text and none at all are the same cell of CSV, which readers take for none. So a text
    is required only where it can't be empty: in a key, or of a vocabulary.
    """
    constraints: dict[str, Any] = {}
    if column.required and (column.type is not Type.STRING or column.identifies or column.values):
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    field = {"name": column.name, "type": column.type, "description": column.meaning}
    return {**field, "constraints": constraints} if constraints else field
