"""Files that are made to harm, and bombs, in one build with default limits: it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from extract.options import OcrLimits, Options
from extract.pipeline import parse_file
from extract.runs.build import Settings
from extract.runs.limits import DEFAULTS
from extract.runs.outcome import State
from extract.store import Store
from schemas.vocabulary import ProblemCode
from tests.pipeline.documents import SHARED
from tests.runs.building import build
from tests.store.databases import assert_sound

HOSTILE = SHARED / "hostile"
WITHOUT_OCR = Options(ocr=OcrLimits(most=0))
STOPPED = {ProblemCode.OUT_OF_MEMORY, ProblemCode.TIMED_OUT}


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="../shared/hostile is not here")
def test_hostile_files_and_bombs_in_one_build(tmp_path: Path) -> None:
    bombs = tmp_path / "bombs"
    subprocess.run([sys.executable, str(HOSTILE / "bombs.py"), str(bombs)], check=True)
    db = tmp_path / "reports.db"
    settings = Settings(options=WITHOUT_OCR, jobs=2)
    outcomes = {Path(one.path): one for one in build(db, HOSTILE / "pdf", bombs, settings=settings)}
    assert len(outcomes) == len([*HOSTILE.glob("pdf/*.pdf"), *bombs.iterdir()])
    for path, outcome in outcomes.items():
        assert outcome.state in (State.READ, State.FAILED, State.UNCHANGED, State.FAILED_BEFORE)
        assert outcome.seconds <= DEFAULTS.seconds
        if path.parent == bombs:  # or read, by a parser that is not harmed
            assert outcome.problem is not None
            assert outcome.problem.code in {*STOPPED, ProblemCode.NO_TEXT}
    with Store(db) as store:
        assert_sound(store.db)
        assert store.db["files"].count == len(outcomes)
        sql = "SELECT path, sha256 FROM documents WHERE status = 'read'"
        for path, sha256 in store.db.execute(sql).fetchall():
            assert store.load(sha256) == parse_file(Path(path), WITHOUT_OCR)
