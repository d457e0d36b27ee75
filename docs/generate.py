"""Writes the generated parts of README.md and docs/*.md: `python docs/generate.py`.

Two kinds of part are generated; the rest of a page is left as it is.

- A code block marked `console` holds commands, each on a line that starts with "$ " (and goes on
  on lines that start with "> "), and what they print. The commands of a page are run in order in
  an empty folder that has the project's `corpus` in it, and each one's output is put below it.
- What stands between `<!-- generated: NAME -->` and `<!-- end -->` is made by the function of that
  name in `PARTS`.

`docs/tables.md` is made as a whole, by `extract.store.describe`.

`--check` writes nothing and exits with 1 where a page is not current. A test does the same.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from docs import record
from docs.accuracy import sample_reports
from extract.exits import ExitCode
from extract.problems import ADVICE
from extract.store.describe import table_of_tables, tables_page

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
PART = re.compile(
    r"(?<=^<!-- generated: )([a-z-]+)( -->\n).*?(?=^<!-- end -->$)", re.MULTILINE | re.DOTALL
)
TABLES_PAGE = ROOT / "docs" / "tables.md"
PROGRESS = re.compile(r"\d+ of \d+ files; .*")
"""How far a build was after a while: only a slow machine has time to say so."""
WIDTH = 90
"""Columns that the commands are told their terminal has."""


def pages() -> Iterator[Path]:
    """Every page that may have generated parts."""
    yield ROOT / "README.md"
    yield from sorted((ROOT / "docs").glob("*.md"))


def generate(page: Path) -> str:
    """A page's text with every generated part made anew."""
    if page == TABLES_PAGE:
        return tables_page(metadata())
    text = page.read_text(encoding="utf-8")
    text = PART.sub(lambda part: part[1] + part[2] + PARTS[part[1]](), text)
    if not BLOCK.search(text):
        return text
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "corpus").symlink_to(ROOT / "corpus")
        return BLOCK.sub(lambda block: transcript(block[1], Path(folder)), text)


def transcript(block: str, folder: Path) -> str:
    """Run a console block's commands in a folder: each command with what it prints now."""
    typed = re.findall(r"^\$ .*(?:\n> .*)*$", block, re.MULTILINE)
    commands = [re.sub(r"^[$>] ", "", lines, flags=re.MULTILINE) for lines in typed]
    return "".join(
        f"{lines}\n{output(command, folder)}"
        for lines, command in zip(typed, commands, strict=True)
    )


def output(command: str, folder: Path) -> str:
    """Standard output and error of a command, as a terminal shows them.

    Raises `subprocess.CalledProcessError` where the command fails.
    """
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        ["bash", "-c", command],  # without pipefail: `| head` may leave early
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": str(WIDTH)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=True,
    )
    lines = (line.rstrip() for line in done.stdout.splitlines())
    return "".join(f"{line}\n" for line in lines if not PROGRESS.fullmatch(line))


def markdown_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(
        f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines
    )


def exit_codes() -> str:
    """The table of exit codes."""
    rows = [(str(code.value), f"`{code.name}`", code.meaning) for code in ExitCode]
    return markdown_table(("code", "name", "meaning"), rows)


def failures() -> str:
    """The table of problems: what each is, what to do, and how `parse` ends by it."""
    rows = [
        (f"`{code}`", told.cause, told.remedy, str(told.exit_code.value) if told.exit_code else "")
        for code, told in ADVICE.items()
    ]
    return markdown_table(("code", "cause", "what to do", "exit code"), rows)


def tables() -> str:
    """The table of tables."""
    return table_of_tables(metadata())


def metadata() -> Mapping[str, Any]:
    """What `datasette_metadata.json` says."""
    text = (ROOT / "datasette_metadata.json").read_text(encoding="utf-8")
    told: Mapping[str, Any] = json.loads(text)
    return told


PARTS: Mapping[str, Callable[[], str]] = {
    "exit-codes": exit_codes,
    "failures": failures,
    "sample-reports": sample_reports,
    "tables": tables,
    **record.parts(),
}


def main() -> int:
    """Write the pages anew; with `--check`, only say which are not current."""
    stale = 0
    for page in pages():
        text = page.read_text(encoding="utf-8")
        current = generate(page)
        if text == current:
            continue
        stale += 1
        print(f"{page.relative_to(ROOT)}: {'not current' if '--check' in sys.argv else 'written'}")
        if "--check" not in sys.argv:
            page.write_text(current, encoding="utf-8")
    return int(stale > 0 and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
