"""What an export can be written as."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """Formats of an export, by the name that the command line takes."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"
    DATAPACKAGE = "datapackage"
