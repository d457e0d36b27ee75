"""The key tables of docs/record.md, from the models: one for each, with every key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from schemas import Document

#: JSON schema of the record; definitions of the other models and the vocabularies are in it.
SCHEMA: Mapping[str, Any] = Document.model_json_schema()

#: Models, by name. A vocabulary is a definition too, but has no keys.
MODELS: Mapping[str, Mapping[str, Any]] = {
    "Document": SCHEMA,
    **{name: model for name, model in SCHEMA["$defs"].items() if "properties" in model},
}

#: What JSON Schema's types are called here.
_PLAIN = {"string": "string", "integer": "int", "number": "number", "boolean": "bool"}


def parts() -> Mapping[str, Callable[[], str]]:
    """What makes the key table of each model, by the name of its part of the page."""
    return {part_name(name): partial(key_table, name) for name in MODELS}


def part_name(model: str) -> str:
    """Name of the part of the page that has a model's keys: `record-agenda-item`."""
    return "record" + re.sub(r"([A-Z])", r"-\1", model).lower()


def key_table(model: str) -> str:
    """Markdown table with a line for each key of a model: its type and its meaning."""
    lines = ["| key | type | meaning |", "| --- | --- | --- |"]
    for key, value in MODELS[model]["properties"].items():
        meaning = _described(value) + _values(value)
        cells = (f"`{key}`", _type(value), meaning)
        lines.append(f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |")
    return "\n".join(lines) + "\n"


def _type(value: Mapping[str, Any]) -> str:
    """A value's type in words; a model's leads to its own table."""
    if "$ref" in value:
        name = _name(value)
        return f"[{name}](#{name.lower()})" if name in MODELS else "string"
    if "anyOf" in value:
        types = (choice for choice in value["anyOf"] if choice.get("type") != "null")
        return f"{', '.join(map(_type, types))}, null"
    if "prefixItems" in value:
        return "[first, last]" if value["maxItems"] == 2 else "four numbers"
    if value["type"] == "array":
        return f"list of {_type(value['items'])}"
    return _PLAIN[value["type"]]


def _described(value: Mapping[str, Any]) -> str:
    """A key's meaning: Pydantic leaves it out where it is that of the vocabulary, to the letter."""
    return str(value.get("description") or SCHEMA["$defs"][_name(value)]["description"])


def _values(value: Mapping[str, Any]) -> str:
    """The values of a vocabulary, as a sentence; "" where it is none."""
    for choice in value.get("anyOf", [value]):
        if "$ref" in choice and _name(choice) not in MODELS:
            values = SCHEMA["$defs"][_name(choice)]["enum"]
            return f" One of {', '.join(f'`{word}`' for word in values)}."
    return ""


def _name(reference: Mapping[str, Any]) -> str:
    return str(reference["$ref"]).rpartition("/")[2]
