"""The archive as files: everything is there, as it is, and other programs can read it."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pytest
from frictionless import Package

from extract.export.formats import Format
from extract.export.run import RECORDS, ExportError, Step, export
from extract.export.sheets import EXPORTED, Sheet, Type, sheets
from extract.store import StoreError
from extract.store.tables import TABLES
from extract.store.tables_of_documents import SEARCH_TABLES
from extract.store.tables_of_summaries import SUMMARY_TABLES
from schemas import Document
from tests.store.databases import fill
from tests.store.invented import DOCUMENTS
from tests.store.invented_packs import PACKS

#: Texts of a report that spreadsheets, CSV or Parquet could take for something else.
AWKWARD = ("=1+1", 'a "quoted", word', "two\nlines", "naïve – 10 °C", "\\N", "")


BY_COUNCIL_AND_YEAR = ds.partitioning(
    pa.schema([("council", pa.string()), ("meeting_year", pa.int32())]), flavor="hive"
)


def awkward() -> Document:
    """A document that is like another but for its sections."""
    like = next(document for document in DOCUMENTS if document.reports[0].sections)
    section = like.reports[0].sections[0]
    report = like.reports[0].model_copy(
        update={
            "title": "Awkward words",
            "reference": "AW-1",
            "sections": tuple(section.model_copy(update={"text": text}) for text in AWKWARD),
            "evidence": (),
        }
    )
    source = like.source.model_copy(update={"sha256": "a" * 64})
    return like.model_copy(update={"source": source, "reports": (report,)})


KNOWN = {document.source.sha256: document for document in (*DOCUMENTS, *PACKS, awkward())}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("export") / "archive.db", *KNOWN.values())


@pytest.fixture(scope="module")
def rows(db: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(db)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def written(db: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Format, Path]:
    folders = {form: tmp_path_factory.mktemp("out") / form for form in Format}
    for form, folder in folders.items():
        steps = list(export(db, folder, form))
        assert steps[-1].done == steps[-1].of == len(steps)
    return folders


def stored(rows: sqlite3.Connection, sheet: Sheet) -> list[tuple[Any, ...]]:
    listed = ", ".join(column.name for column in sheet.columns)
    return rows.execute(f"SELECT {listed} FROM {sheet.name}").fetchall()


def test_every_table_is_exported_but_what_is_only_counted_indexed_or_logged() -> None:
    left_out = {*SUMMARY_TABLES, *SEARCH_TABLES, "runs", "files"}
    assert set(EXPORTED) == set(TABLES) - left_out


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: sheet.name)
def test_a_package_has_every_value_as_it_is(
    sheet: Sheet, written: dict[Format, Path], rows: sqlite3.Connection
) -> None:
    with (written[Format.DATAPACKAGE] / f"{sheet.name}.csv").open(
        newline="", encoding="utf-8"
    ) as file:
        head, *lines = csv.reader(file)
    assert head == [column.name for column in sheet.columns]
    truths = {1: "true", 0: "false", None: ""}
    there = [
        [
            truths[value] if column.type is Type.BOOLEAN else "" if value is None else str(value)
            for column, value in zip(sheet.columns, row, strict=True)
        ]
        for row in stored(rows, sheet)
    ]
    assert sorted(lines) == sorted(there)


def test_a_package_is_what_the_standard_asks_for(written: dict[Format, Path]) -> None:
    package = Package(written[Format.DATAPACKAGE] / "datapackage.json")
    assert [resource.name for resource in package.resources] == list(EXPORTED)
    report = package.validate()
    assert report.valid, report.to_summary()
    sections = package.get_resource("sections").schema.get_field("kind")
    assert "recommendations" in sections.constraints["enum"]
    assert sections.description


def test_a_package_that_was_tampered_with_is_found_out(
    written: dict[Format, Path], tmp_path: Path
) -> None:
    for file in written[Format.DATAPACKAGE].iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    with (tmp_path / "councils.csv").open("a") as councils:
        councils.write("XXX\n")
    assert not Package(tmp_path / "datapackage.json").validate().valid


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: sheet.name)
def test_parquet_has_every_value_by_council_and_year(
    sheet: Sheet, written: dict[Format, Path], rows: sqlite3.Connection
) -> None:
    there = stored(rows, sheet)
    folder = written[Format.PARQUET] / sheet.name
    if sheet.shares is None:
        folder = folder.with_suffix(".parquet")
    elif not there:
        assert not folder.exists()
        return
    table = ds.dataset(folder, partitioning=BY_COUNCIL_AND_YEAR).to_table()
    shown = zip(*(table[column.name].to_pylist() for column in sheet.columns), strict=True)
    plain = [
        tuple(str(value) if hasattr(value, "isoformat") else value for value in row)
        for row in shown
    ]
    assert sorted(plain, key=repr) == sorted(
        (
            tuple(
                bool(value) if column.type is Type.BOOLEAN and value is not None else value
                for column, value in zip(sheet.columns, row, strict=True)
            )
            for row in there
        ),
        key=repr,
    )


def test_parquet_can_be_asked_for_one_council_and_year(
    written: dict[Format, Path], rows: sqlite3.Connection
) -> None:
    reports = ds.dataset(written[Format.PARQUET] / "reports", partitioning=BY_COUNCIL_AND_YEAR)
    query = """
        SELECT council_code, CAST(substr(meeting_date, 1, 4) AS INTEGER), count(*) FROM reports
        WHERE council_code IS NOT NULL AND meeting_date IS NOT NULL GROUP BY 1, 2"""
    asked = 0
    for council, year, count in rows.execute(query):
        asked += 1
        found = (ds.field("council") == council) & (ds.field("meeting_year") == year)
        assert reports.count_rows(filter=found) == count
    assert asked > 1


def test_types_and_meanings_go_with_parquet(written: dict[Format, Path]) -> None:
    reports = ds.dataset(
        written[Format.PARQUET] / "reports", partitioning=BY_COUNCIL_AND_YEAR
    ).schema
    assert str(reports.field("meeting_date").type) == "date32[day]"
    assert str(reports.field("key_decision").type) == "bool"
    assert reports.field("title").metadata[b"description"]


def test_cells_for_spreadsheets_are_no_formulas(written: dict[Format, Path]) -> None:
    with (written[Format.CSV] / "sections.csv").open(newline="", encoding="utf-8") as file:
        texts = {row["text"] for row in csv.DictReader(file)}
    assert "'=1+1" in texts
    assert "=1+1" not in texts


def test_a_line_is_a_record(written: dict[Format, Path]) -> None:
    lines = (written[Format.JSONL] / RECORDS).read_text(encoding="utf-8").splitlines()
    records = [Document.model_validate_json(line) for line in lines]
    assert {record.source.sha256: record for record in records} == KNOWN
    assert json.loads(lines[0]).keys() == Document.model_fields.keys()


class TestRefusals:
    def test_a_folder_with_something_in_it_is_left_as_it_is(self, db: Path, tmp_path: Path) -> None:
        (tmp_path / "mine.txt").write_text("mine")
        with pytest.raises(ExportError, match="already"):
            list(export(db, tmp_path, Format.CSV))
        assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]

    def test_another_file_is_no_database(self, tmp_path: Path) -> None:
        other = tmp_path / "other.db"
        other.write_bytes(b"not a database" * 100)
        with pytest.raises(StoreError, match="can't be read"):
            list(export(other, tmp_path / "out", Format.CSV))
        assert [file.name for file in tmp_path.iterdir()] == ["other.db"]

    def test_an_export_that_is_stopped_leaves_nothing(self, db: Path, tmp_path: Path) -> None:
        going = export(db, tmp_path / "out", Format.CSV)
        assert next(going) == Step(1, len(sheets()))
        going.close()  # type: ignore[attr-defined]
        assert not list(tmp_path.iterdir())

    def test_the_database_is_not_changed(self, db: Path, tmp_path: Path) -> None:
        before = db.read_bytes()
        list(export(db, tmp_path / "out", Format.PARQUET))
        assert db.read_bytes() == before
