"""The tables in words: what `docs/tables.md` and the README show, from the schema itself.

Structure comes from a new, empty database; meaning from the descriptions that Datasette shows.

    python -m extract.store.describe > docs/tables.md
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlite_utils import Database

from extract.resources import data_file
from extract.store.access import FULL_TEXT, VIEWS
from extract.store.migrations import migrations
from extract.store.tables import TABLES, VOCABULARIES

DATABASE = "reports"


def metadata() -> Mapping[str, Any]:
    """The site's metadata, as Datasette is given it."""
    text = data_file("datasette_metadata.json").read_text(encoding="utf-8")
    read: Mapping[str, Any] = json.loads(text)
    return read


def descriptions(metadata: Mapping[str, Any]) -> Mapping[str, Any]:
    """Datasette's metadata of the tables, by table, from the whole of its metadata."""
    tables: Mapping[str, Any] = metadata["databases"][DATABASE]["tables"]
    return tables


def table_of_tables(metadata: Mapping[str, Any]) -> str:
    """Markdown table with a line for each table and view: its name and what a row is."""
    tables = descriptions(metadata)
    lines = ["| table | what it holds |", "| --- | --- |"]
    lines += [f"| `{name}` | {tables[name]['description']} |" for name in (*TABLES, *VIEWS)]
    return "\n".join(lines) + "\n"


def tables_page(metadata: Mapping[str, Any]) -> str:
    """The whole page: every table with its columns, keys, references and vocabularies."""
    tables = descriptions(metadata)
    with Database(memory=True) as db:
        migrations.apply(db)
        parts = [_INTRODUCTION, table_of_tables(metadata)]
        for name in (*TABLES, *VIEWS):
            parts.append("\n".join(_section(db, name, tables[name])))
    return "\n".join(parts)


_INTRODUCTION = """\
# The tables

<!-- Written by `python -m extract.store.describe`; a test compares. -->

One SQLite file. A document is known by the SHA-256 of its bytes, and all of its rows come from
one version of the parser. Reports keep what they print; committees, meetings and people are
gathered from them. **Bold** columns are the key.
"""


def _section(db: Database, name: str, described: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {name}\n"
    yield f"{described['description']}\n"
    if name in FULL_TEXT:
        yield f"Full-text search over {_and(FULL_TEXT[name])}.\n"
    yield "| column | type | what it says |"
    yield "| --- | --- | --- |"
    keys = db[name].pks if name in TABLES else []
    references = {key.column: key for key in db[name].foreign_keys} if name in TABLES else {}
    for column in db[name].columns:
        shown = f"**{column.name}**" if column.name in keys else column.name
        kind = column.type.lower() if name in TABLES else ""
        if kind and not column.notnull and column.name not in keys:
            kind += ", null"
        meaning = described["columns"][column.name]
        if column.name in references and f"({_target(references[column.name])})" not in meaning:
            meaning += f" Refers to {_target(references[column.name])}."
        if (name, column.name) in VOCABULARIES:
            values = (f"`{value}`" for value in VOCABULARIES[name, column.name])
            meaning += f" One of {', '.join(values)}."
        yield f"| {shown} | {kind} | {meaning.replace('|', chr(92) + '|')} |"
    yield ""


def _target(key: Any) -> str:
    return f"{key.other_table}.{key.other_column}"


def _and(names: tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


if __name__ == "__main__":
    print(tables_page(metadata()), end="")
