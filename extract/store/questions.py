"""What is asked of the database: a statement, and the shape of a row of its answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

#: A council's name as people say it, from `councils`.
COUNCIL_NAME: Final = "coalesce(councils.nice_name, councils.official_name)"

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Question(Generic[Row]):
    """A statement whose columns are, by name, the fields of a row's class."""

    sql: str
    row: type[Row]


def answers(
    connection: sqlite3.Connection, question: Question[Row], **values: object
) -> Sequence[Row]:
    """Every row of the answer, on a connection that is at hand."""
    cursor = connection.execute(question.sql, values)
    names = [column[0] for column in cursor.description]
    return [question.row(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
