"""The bench measures all engines on the same pages."""

import json
import subprocess
import sys
from pathlib import Path

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.speed import page_count, sample

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "corpus" / "reports"


def test_sample_takes_whole_documents_up_to_the_number_of_pages() -> None:
    files = list(sample([REPORTS], 30))
    assert len(set(files)) == len(files) > 1
    assert 20 <= sum(page_count(file) for file in files) <= 30


def test_sample_leaves_out_scans(tmp_path: Path) -> None:
    report = tmp_path / "printed.pdf"
    report.write_bytes(sorted(REPORTS.rglob("*.pdf"))[0].read_bytes())
    scan = Canvas(str(tmp_path / "a-scan.pdf"), pagesize=A4)
    scan.drawInlineImage(Image.new("L", (210, 297), 200), 0, 0, *A4)
    scan.save()
    assert list(sample([tmp_path], 30)) == [report]


def test_all_engines_read_the_same_pages() -> None:
    files = sorted(REPORTS.rglob("*.pdf"))[:2]
    command = [sys.executable, "-m", "bench.speed", "--json", *map(str, files)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    measured = json.loads(done.stdout)
    ours, *others = (result["timings"] for result in measured["results"])
    assert len(others) == 2
    assert [timing["file"] for timing in ours] == [str(file) for file in files]
    for theirs in others:
        assert [timing["pages"] for timing in ours] == [timing["pages"] for timing in theirs]
    assert all(timing["seconds"] > 0 for timings in (ours, *others) for timing in timings)
    assert measured["ratio"] > 1
