"""The page of performance is written from what was measured just now."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_figure_of_the_page_is_measured(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    options = ["--pages", "15", "--scanned", "5", "--files", "5", "--page", str(page)]
    command = [sys.executable, "-m", "bench.performance", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    text = page.read_text(encoding="utf-8")
    for figure in (
        r"Ours is [\d.]+ times pdfplumber's",
        r"Ours is [\d.]+ of the speed|None of the documents",
        r"Two workers read [\d.]+ times as fast as one; the build is [\d.]+",
        r"memory was\s+\d+ MB",
        r"Of 5 reports .*\s+[\d.]+ s the first time",
        r"`parse` of a report of \d\s+pages [\d.]+ s",
    ):
        assert re.search(figure, text), text
