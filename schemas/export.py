"""The record's JSON Schema, written from the models: `python -m schemas.export`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import (
    ComputedField,
    DataclassField,
    ModelField,
    TypedDictField,
)

from schemas.record import Document

SCHEMA_FILE = Path(__file__).with_name("record.schema.json")


class _EveryKeyPrinted(GenerateJsonSchema):
    """`parse` prints every key, also one that has a default: a reader may rely on each."""

    def field_is_required(
        self, field: ModelField | DataclassField | TypedDictField | ComputedField, total: bool
    ) -> bool:
        return True


def record_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of what `council-reports parse` prints."""
    schema = Document.model_json_schema(mode="serialization", schema_generator=_EveryKeyPrinted)
    return {"$schema": _EveryKeyPrinted.schema_dialect, **schema}


def schema_text() -> str:
    """The schema as it stands in the file: two spaces, a closing newline."""
    return json.dumps(record_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")
    print(f"wrote {SCHEMA_FILE.name}")
