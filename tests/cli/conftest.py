"""The command line as its users meet it: the installed command, in a process of its own."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import COMMAND, REPORT, Run


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `council-reports` with arguments, in an empty folder, and take its output."""

    def run_command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(COMMAND), *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "COLUMNS": "100"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run_command


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A text report of our own invention."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path
