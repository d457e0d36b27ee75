"""`council-reports evaluate`."""

import json
from pathlib import Path

import pytest

from extract.exits import ExitCode
from tests.cli.command import Run

GOLD = {
    "document": "wall.txt",
    "kind": "report",
    "reports": [
        {
            "council": {"name": "Plymouth City Council", "gss_code": "E06000026"},
            "title": "Repairs to the Harbour Wall",
            "recommendations": [
                {
                    "label": "1.",
                    "text": "That the Cabinet approves the repair of the harbour wall.",
                },
                {"label": "2.", "text": "That the Director of Place sells it."},
            ],
        }
    ],
}


@pytest.fixture
def gold(tmp_path: Path, report: Path) -> Path:
    """A folder with the gold of the report, which is right but for a recommendation."""
    folder = tmp_path / "gold"
    folder.mkdir()
    text = json.dumps(GOLD | {"document": report.name})
    (folder / "wall.json").write_text(text, encoding="utf-8")
    return folder


def test_tables_go_to_standard_output(run: Run, gold: Path) -> None:
    done = run("evaluate", "--gold", gold, "--documents", gold.parent, "--misses")
    assert done.returncode == ExitCode.OK
    assert done.stderr == ""
    (row,) = (line.split() for line in done.stdout.splitlines() if line.startswith("title"))
    assert row[1:] == ["1", "1", *["1.000"] * 10]
    assert "- recommendations: That the Director of Place sells it." in done.stdout
    assert "+ recommendations: That the Director of Place lets the contract." in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Core F1 0.")


def test_files_are_written_for_other_programs(run: Run, gold: Path, tmp_path: Path) -> None:
    told, page = tmp_path / "told.json", tmp_path / "page.md"
    options = ("--leave-out", "--json", told, "--markdown", page, "--jobs", "1")
    done = run("evaluate", "--gold", gold, "--documents", gold.parent, *options)
    assert done.returncode == ExitCode.OK
    figures = json.loads(told.read_text("utf-8"))
    assert figures["fields"]["soft"]["recommendations"]["matched"] == 1
    assert 0.0 < figures["core_f1_left_out"] <= figures["core_f1"]
    assert "| council | documents | reports | core F1 | left out |" in page.read_text("utf-8")


def test_a_kind_is_left_out(run: Run, gold: Path) -> None:
    options = ("--gold", gold, "--documents", gold.parent)
    done = run("evaluate", *options, "--without", "report")
    assert done.returncode == ExitCode.NOT_FOUND
    assert "no gold file" in done.stderr
    done = run("evaluate", *options, "--without", "leaflet")
    assert done.returncode == ExitCode.USAGE
    assert "leaflet" in done.stderr


def test_what_is_not_there_or_no_gold_is_told(run: Run, gold: Path) -> None:
    done = run("evaluate", "--gold", gold / "none", "--documents", gold)
    assert done.returncode == ExitCode.NOT_FOUND
    assert "none: no such folder" in done.stderr
    (gold / "bad.json").write_text('{"document": 1}', encoding="utf-8")
    done = run("evaluate", "--gold", gold, "--documents", gold.parent)
    assert done.returncode == ExitCode.UNSUPPORTED
    assert "bad.json" in done.stderr
    assert "Traceback" not in done.stderr
