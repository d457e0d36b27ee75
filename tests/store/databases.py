"""Databases of documents, and what is in them."""

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from extract.store import Register, Store
from extract.store.access import FULL_TEXT
from extract.store.tables import TABLES
from schemas import Document
from tests.store.invented import REGISTER


def fill(
    path: Path, *contents: Document, version: str = "1", register: Register = REGISTER
) -> Path:
    """A database of these documents."""
    with Store(path) as store:
        for content in contents:
            store.save(content, parser_version=version, register=register)
    return path


def dump(path: Path) -> str:
    """The whole database as SQL."""
    with sqlite3.connect(path) as connection:
        return "\n".join(connection.iterdump())


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but those of places and times, in the order of its key."""
    with sqlite3.connect(path) as connection:
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)
            for table in TABLES
            if table not in ("runs", "files")
        }


def assert_sound(db: Database) -> None:
    """Keys hold, pages are whole, and every index says what its table says."""
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for table in (*FULL_TEXT, "search"):
        db.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)")
