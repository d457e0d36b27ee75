"""Writes the generated parts of README.md and docs/*.md: `python docs/generate.py`.

Two kinds of part are generated; the rest of a page is left as it is.

- A code block marked `console` holds commands, each on a line that starts with "$ ", and what
  they print. The commands of a page are run in order in an empty folder that has the project's
  `corpus` in it, and each one's output is put below it.
- What stands between `<!-- generated: NAME -->` and `<!-- end -->` is made by the function of that
  name in `PARTS`.

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

from extract.exits import ExitCode
from extract.store.tables import TABLES

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
PART = re.compile(
    r"(?<=^<!-- generated: )([a-z-]+)( -->\n).*?(?=^<!-- end -->$)", re.MULTILINE | re.DOTALL
)
WIDTH = 90
"""Columns that the commands are told their terminal has."""


def pages() -> Iterator[Path]:
    """Every page that may have generated parts."""
    yield ROOT / "README.md"
    yield from sorted((ROOT / "docs").glob("*.md"))


def generate(text: str) -> str:
    """A page's text with every generated part made anew."""
    text = PART.sub(lambda part: part[1] + part[2] + PARTS[part[1]](), text)
    if not BLOCK.search(text):
        return text
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "corpus").symlink_to(ROOT / "corpus")
        return BLOCK.sub(lambda block: transcript(block[1], Path(folder)), text)


def transcript(block: str, folder: Path) -> str:
    """Run a console block's commands in a folder: each command with what it prints now."""
    commands = re.findall(r"^\$ (.*(?:\\\n.*)*)$", block, re.MULTILINE)
    return "".join(f"$ {command}\n{output(command, folder)}" for command in commands)


def output(command: str, folder: Path) -> str:
    """Standard output and error of a command, as a terminal shows them.

    Raises `subprocess.CalledProcessError` where the command fails.
    """
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": str(WIDTH)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=True,
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def markdown_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(
        f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines
    )


def metadata() -> Mapping[str, Any]:
    """What `datasette_metadata.json` says of each table, by its name."""
    text = (ROOT / "datasette_metadata.json").read_text(encoding="utf-8")
    (database,) = json.loads(text)["databases"].values()
    tables: Mapping[str, Any] = database["tables"]
    return tables


def exit_codes() -> str:
    """The table of exit codes."""
    rows = [(str(code.value), f"`{code.name}`", code.meaning) for code in ExitCode]
    return markdown_table(("code", "name", "meaning"), rows)


def tables() -> str:
    """The table of tables."""
    told = metadata()
    return markdown_table(
        ("table", "what a row is"), [(f"`{name}`", told[name]["description"]) for name in TABLES]
    )


def columns() -> str:
    """A heading, the description and the columns of each table."""
    parts = []
    for name in TABLES:
        told = metadata()[name]
        rows = [(f"`{column}`", text) for column, text in told["columns"].items()]
        parts.append(
            f"## {name}\n\n{told['description']}\n\n{markdown_table(('column', 'meaning'), rows)}"
        )
    return "\n" + "\n".join(parts) + "\n"


PARTS: Mapping[str, Callable[[], str]] = {
    "columns": columns,
    "exit-codes": exit_codes,
    "tables": tables,
}


def main() -> int:
    """Write the pages anew; with `--check`, only say which are not current."""
    stale = 0
    for page in pages():
        text = page.read_text(encoding="utf-8")
        current = generate(text)
        if text == current:
            continue
        stale += 1
        print(f"{page.relative_to(ROOT)}: {'not current' if '--check' in sys.argv else 'written'}")
        if "--check" not in sys.argv:
            page.write_text(current, encoding="utf-8")
    return int(stale > 0 and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
