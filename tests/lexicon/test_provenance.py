"""Which council taught the lexicon what, and reading without it."""

import asyncio
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import extract.lexicon
from extract.lexicon import lexicon
from extract.lexicon.phrases import Sayings, any_of
from extract.lexicon.provenance import learnt, leaving_out, left_out, only_from, without
from extract.pipeline import parse_bytes
from extract.register import Register
from tests.cli.command import REPORT

FOLDER = Path(extract.lexicon.__file__).parent
TAUGHT: dict[str, list[str]] = tomllib.loads((FOLDER / "provenance.toml").read_text("utf-8"))


def lines(table: dict[str, Any]) -> Iterator[str]:
    """Every line of a table and of the tables inside it."""
    for entry in table.values():
        yield from lines(entry) if isinstance(entry, dict) else entry


@pytest.mark.parametrize("council", TAUGHT)
def test_every_line_stands_in_the_lexicon(council: str) -> None:
    names = ("headings", "labels", "implications", "phrases")
    tables = [tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")) for name in names]
    known = {line for table in tables for line in lines(table)}
    assert [line for line in TAUGHT[council] if line not in known] == []


@pytest.mark.parametrize("council", TAUGHT)
def test_councils_are_codes_of_the_register_or_names_of_local_councils(council: str) -> None:
    if council.endswith(" Council"):
        assert Register.load().find_explicit(council) is None
    else:
        assert Register.load().by_code(council) is not None


def test_a_line_that_others_taught_too_is_nobodys_alone() -> None:
    shared = [line for line, councils in learnt().items() if len(councils) > 1]
    assert shared
    assert not any(only_from(council) & set(shared) for council in TAUGHT)


def test_leaving_out_forgets_the_lines_of_one_council() -> None:
    whole = lexicon()
    with leaving_out("PLY"):
        less = lexicon()
        assert left_out() == "PLY"
        assert lexicon() is less
        assert not less.labels.names("your reference")
        assert less.field("title of report") == "title"
        assert less.heading_confidence("relevance to the corporate plan and/or the plymouth plan")
    assert left_out() is None
    assert lexicon() is whole
    assert whole.field("your reference") == "reference"
    assert whole.implication("relevance to the corporate plan and/or the plymouth plan")
    assert (
        whole.heading_confidence("relevance to the corporate plan and/or the plymouth plan") is None
    )


def test_what_one_lexicon_remembers_is_not_told_by_the_other() -> None:
    for _ in range(2):  # the second time both answer from memory
        assert lexicon().field("lead officer of report") == "author"
        with leaving_out("SHF"):
            assert lexicon().field("lead officer of report") is None


def test_a_council_that_taught_nothing_leaves_the_lexicon_whole() -> None:
    assert not only_from("ABE")
    with leaving_out("ABE"):
        assert lexicon().field("your reference") == "reference"


def test_a_list_that_is_emptied_matches_nothing() -> None:
    emptied = without({"a": ["x"], "b": {"c": ["x", "y"]}}, frozenset({"x"}))
    assert emptied == {"a": [], "b": {"c": ["y"]}}
    assert not Sayings([]).found_in("anything")
    assert any_of([]).search("") is None


def test_other_threads_and_tasks_keep_the_whole_lexicon() -> None:
    async def elsewhere() -> str | None:
        return left_out()

    async def both() -> tuple[str | None, str | None]:
        task = asyncio.create_task(elsewhere())
        with leaving_out("PLY"):
            return await task, left_out()

    with ThreadPoolExecutor(1) as pool, leaving_out("PLY"):
        assert pool.submit(left_out).result() is None
    assert asyncio.run(both()) == (None, "PLY")


def test_an_error_ends_the_leaving_out() -> None:
    def fail() -> None:
        with leaving_out("PLY"):
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert left_out() is None


def test_parsing_afterwards_is_as_before() -> None:
    data = REPORT.encode()
    before = parse_bytes(data)
    with leaving_out("PLY"):
        unseen = parse_bytes(data)
    assert parse_bytes(data) == before
    sure, guessed = (
        next(e.confidence for e in document.reports[0].evidence if e.path == "/reference")
        for document in (before, unseen)
    )
    assert sure is None
    assert guessed is not None
