"""The documentation says what the program does: its commands are run, its tables made anew."""

import re
import subprocess
from pathlib import Path

import pytest

from docs.generate import ROOT, generate, pages
from docs.record import MODELS, key_table, part_name
from extract.cli import app
from schemas.vocabulary import PartKind

PAGES = [pytest.param(page, id=page.name) for page in pages()]
README = ROOT / "README.md"
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)")


@pytest.mark.parametrize("page", PAGES)
def test_commands_run_and_generated_parts_are_current(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == generate(page), "run `make docs`"


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_readme_starts_with_the_two_commands() -> None:
    first_block = README.read_text(encoding="utf-8").split("```")[1]
    assert re.findall(r"^make \S+", first_block, re.MULTILINE) == ["make demo", "make test"]


def test_make_targets_named_in_the_documentation_exist() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages())
    targets = sorted(set(re.findall(r"(?:^|`)make ([a-z][a-z-]*)", text, re.MULTILINE)))
    assert {"demo", "demo-db", "test"} <= set(targets)
    dry_run = ["make", "--dry-run", "--no-print-directory", *targets]
    subprocess.run(dry_run, cwd=ROOT, check=True, capture_output=True, timeout=60)


def test_every_command_has_its_section() -> None:
    headings = re.findall(
        r"^## (\S+)$", (ROOT / "docs" / "cli.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    verbs = [command.callback.__name__ for command in app.registered_commands if command.callback]
    assert headings == verbs


@pytest.mark.parametrize("model", MODELS)
def test_every_model_stands_in_the_page_of_the_record(model: str) -> None:
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    assert f"\n## {model}\n" in page, "its type leads there"
    assert f"<!-- generated: {part_name(model)} -->\n{key_table(model)}<!-- end -->" in page


def test_the_page_of_the_record_says_of_every_kind_of_part_what_it_is() -> None:
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|.*\| (?:yes|no)\b", page, re.MULTILINE) == list(PartKind)
