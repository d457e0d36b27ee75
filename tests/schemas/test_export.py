"""The JSON Schema in the repository is the one that the models give."""

import jsonschema
import pytest

from schemas import Document, Report, Source
from schemas.export import SCHEMA_FILE, record_schema, schema_text
from schemas.vocabulary import DocumentKind, Reader


def test_schema_file_is_current() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text(), "run `make schema`"


def test_schema_takes_what_the_models_print() -> None:
    document = Document(
        source=Source(sha256="0" * 64, media_type="text/plain", reader=Reader.TEXT),
        kind=DocumentKind.REPORT,
        reports=(Report(),),
    )
    printed = document.model_dump(mode="json")
    jsonschema.validate(printed, record_schema())

    del printed["reports"][0]["wards"]
    with pytest.raises(jsonschema.ValidationError, match="'wards' is a required property"):
        jsonschema.validate(printed, record_schema())


def test_every_field_is_described() -> None:
    models = [record_schema(), *record_schema()["$defs"].values()]
    described = {
        f"{model['title']}.{name}": "description" in field or "$ref" in field
        for model in models
        for name, field in model.get("properties", {}).items()
    }
    assert described
    assert [name for name, told in described.items() if not told] == []
