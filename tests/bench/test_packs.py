"""The bench of packs makes them of the size that is asked for and reads all of their pages."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.packs import repeated
from corpus.bind import bind
from corpus.load import load_packs
from corpus.pack import SamplePack

ROOT = Path(__file__).resolve().parents[2]


PAGES = 30


@pytest.fixture(scope="module")
def made() -> SamplePack:
    """A pack of some thirty pages."""
    return repeated(load_packs()[-1], PAGES)


def test_a_pack_is_as_long_as_was_asked_for(made: SamplePack) -> None:
    front, longest_item, blanks = 2, 10, 2 * len(made.items)
    pages = bind(made).spans[-1].last
    assert PAGES <= pages <= PAGES + front + longest_item + blanks


def test_its_items_have_numbers_and_titles_of_their_own(made: SamplePack) -> None:
    assert [item.number for item in made.items] == [str(n + 1) for n in range(len(made.items))]
    titles = [item.report.title for item in made.items if item.report]
    assert len(set(titles)) == len(titles) > 3


def test_both_packs_are_read_whole() -> None:
    command = [sys.executable, "-m", "bench.packs", "--json", "--pages", "40", "--against", "15"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=180)
    assert done.returncode in (0, 1), done.stderr
    measured = json.loads(done.stdout)
    long, short = measured["long"], measured["short"]
    assert long["pages"] >= 40 > short["pages"] >= 15
    assert long["reports"] > short["reports"] > 1
    assert min(long["megabytes"], short["megabytes"], short["seconds"]) > 0
