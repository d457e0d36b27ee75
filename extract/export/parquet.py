"""Tables as Parquet, divided by council and year, for DuckDB, Polars, Spark and pandas.

Hive's layout, which all of them read: `reports/council=PLY/meeting_year=2024/part-0.parquet`, with
`__HIVE_DEFAULT_PARTITION__` where a council or year is not known. (`year` alone is a column of
`legislation`.) What belongs to no year is one file: `councils.parquet`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import pyarrow as pa
import pyarrow.parquet as pq

from extract.export.archive import Archive, Rows, Share
from extract.export.sheets import Column, Sheet, Type, sheets

_UNKNOWN: Final = "__HIVE_DEFAULT_PARTITION__"
_TYPES: Final = {
    Type.STRING: pa.string(),
    Type.INTEGER: pa.int64(),
    Type.NUMBER: pa.float64(),
    Type.BOOLEAN: pa.bool_(),
    Type.DATE: pa.date32(),
    Type.LIST: pa.string(),
}


def write(archive: Archive, folder: Path) -> Iterator[str]:
    """A folder of files for each table that is divided, a file for each other.

    Gives the name of each table when it is done.
    """
    for sheet in sheets():
        if sheet.shares is None:
            _write(folder / f"{sheet.name}.parquet", sheet, archive.rows(sheet))
        else:
            for share in archive.shares(sheet.shares):
                path = folder / sheet.name / _place(share) / "part-0.parquet"
                _write(path, sheet, archive.rows_of(sheet, share), even_empty=False)
        yield sheet.name


def _place(share: Share) -> Path:
    council = _UNKNOWN if share.council is None else quote(share.council, safe="")
    return Path(f"council={council}") / f"meeting_year={share.year or _UNKNOWN}"


def _write(path: Path, sheet: Sheet, batches: Iterable[Rows], *, even_empty: bool = True) -> None:
    """One file; no file of nothing, unless wanted."""
    schema = _schema(sheet)
    tables = (_table(rows, sheet, schema) for rows in batches)
    first = next(tables, None)
    if first is None and not even_empty:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        if first is not None:
            writer.write_table(first)
        for table in tables:
            writer.write_table(table)


def _schema(sheet: Sheet) -> pa.Schema:
    fields = [
        pa.field(
            column.name,
            _TYPES[column.type],
            nullable=not column.required,
            metadata={"description": column.meaning},
        )
        for column in sheet.columns
    ]
    return pa.schema(fields, metadata={"description": sheet.meaning})


def _table(rows: Rows, sheet: Sheet, schema: pa.Schema) -> pa.Table:
    columns = zip(*rows, strict=True)
    cells = [_cells(column, values) for column, values in zip(sheet.columns, columns, strict=True)]
    arrays = [pa.array(values, field.type) for values, field in zip(cells, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _cells(column: Column, values: tuple[Any, ...]) -> list[Any]:
    """Values as Arrow takes them. A date that is none in the calendar ("2026-02-30") is null."""
    if column.type is Type.BOOLEAN:
        return [None if value is None else bool(value) for value in values]
    if column.type is Type.DATE:
        return [_date(value) for value in values]
    return list(values)


def _date(value: str | None) -> date | None:
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        return None
