"""What is exported: each table with its columns, their types and meanings, and how it is read.

Structure comes from the schema, meaning from the descriptions that Datasette shows. What is only
counted or indexed is left out: it can be made anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final

from sqlite_utils import Database

from extract.store.columns import VOCABULARIES, array, flag, iso_date
from extract.store.describe import descriptions, metadata
from extract.store.migrations import migrations
from extract.store.tables import TABLES
from extract.store.tables_of_documents import DOCUMENT_TABLES, ENTITY_TABLES
from extract.store.tables_of_reports import REPORT_TABLES

#: What hangs from no report or document.
_UNDIVIDED: Final = (*ENTITY_TABLES, "problem_codes")
#: In the order that references allow: what is referred to comes first, as far as it can.
EXPORTED: Final = (*_UNDIVIDED, *DOCUMENT_TABLES, *REPORT_TABLES, "problems")


class Type(StrEnum):
    """Types of columns, named as Frictionless Table Schema does."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    LIST = "array"
    """Of strings, as a JSON array."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `values` are those of its vocabulary, () where it has none.

    `identifies` says that it is, or is part of, the key of its table or of another.
    """

    name: str
    type: Type
    required: bool
    identifies: bool
    meaning: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that names a row of another table."""

    column: str
    table: str
    other: str


class Owner(StrEnum):
    """What rows hang from: reports and documents have a council and a date."""

    REPORT = "report"
    DOCUMENT = "document"

    @property
    def table(self) -> str:
        """A temporary table of all owners (`owner`), each with its council and year."""
        return f"temp.{self}_owners"

    def column_of(self, sheet: Sheet) -> str:
        """The sheet's column that names the owner."""
        if sheet.name == f"{self}s":
            return sheet.key[0]
        return {Owner.REPORT: "report_id", Owner.DOCUMENT: "document_sha256"}[self]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it is exported.

    `query` gives all rows, by their key. `shares` is what the rows hang from, by which they are
    divided into those of each council and year, None for what belongs to no year.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...]
    shares: Owner | None

    @property
    def query(self) -> str:
        """Asks for all rows."""
        return f"SELECT {self._listed} FROM {self.name} ORDER BY {', '.join(self.key)}"

    @property
    def query_of_share(self) -> str:
        """Asks for the rows of `:council` and `:year`, each of which may be null."""
        assert self.shares is not None
        return f"""
            SELECT {self._listed} FROM {self.shares.table}
            CROSS JOIN {self.name} ON {self.name}.{self.shares.column_of(self)} = owner
            WHERE of_council IS :council AND of_year IS :year
            ORDER BY {", ".join(f"{self.name}.{column}" for column in self.key)}"""

    @property
    def _listed(self) -> str:
        return ", ".join(f"{self.name}.{column.name}" for column in self.columns)


@cache
def sheets() -> tuple[Sheet, ...]:
    """Every table that is exported."""
    meanings = descriptions(metadata())
    with Database(memory=True) as db:
        migrations.apply(db)
        return tuple(_sheet(db, name, meanings[name]) for name in EXPORTED)


def _sheet(db: Database, name: str, meaning: Mapping[str, Any]) -> Sheet:
    table = db[name]
    keys = table.pks
    references = tuple(
        Reference(key.column, key.other_table, key.other_column) for key in table.foreign_keys
    )
    identifying = {*keys, *(reference.column for reference in references)}
    columns = tuple(
        Column(
            name=column.name,
            type=_type(name, column),
            required=bool(column.notnull or column.name in keys),
            identifies=column.name in identifying,
            meaning=meaning["columns"][column.name],
            values=VOCABULARIES.get((name, column.name), ()),
        )
        for column in table.columns
    )
    shares = Owner.REPORT if name in REPORT_TABLES else Owner.DOCUMENT
    if name in _UNDIVIDED:
        return Sheet(name, meaning["description"], columns, tuple(keys), references, None)
    return Sheet(name, meaning["description"], columns, tuple(keys), references, shares)


def _type(table: str, column: Any) -> Type:
    """The type of a column, by the constraint that the schema puts on it."""
    statement = TABLES[table]
    for constraint, type_ in ((flag, Type.BOOLEAN), (iso_date, Type.DATE), (array, Type.LIST)):
        if constraint(column.name) in statement:
            return type_
    types = {"INTEGER": Type.INTEGER, "REAL": Type.NUMBER, "TEXT": Type.STRING}
    return types[column.type]
