"""The headline: its rules, and that it is the figure that the outside scorer gives."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from extract.evaluate.core import core_f1, word_similarity
from extract.evaluate.counts import Counts, total
from extract.evaluate.gold import read_gold
from extract.evaluate.run import read as read_file
from extract.evaluate.scoring import score_document
from schemas.vocabulary import PersonRole
from tests.evaluate.reports import REPORT, read, stated

ROOT = Path(__file__).resolve().parents[2]
SCORER = ROOT.parent / "shared" / "score" / "score.py"
needs_scorer = pytest.mark.skipif(not SCORER.exists(), reason="../shared is absent")


def core_of(**fields: object) -> dict[str, Counts]:
    """The headline's fields that are wrong where some fields are read otherwise."""
    score = score_document(stated(REPORT), read(REPORT.model_copy(update=fields)))
    return {name: counts for name, counts in score.core.items() if not counts.perfect}


def test_words_make_texts_alike_not_letters() -> None:
    assert word_similarity("The wall – leaks!", "the WALL leaks") == 1.0
    assert word_similarity("one two three four", "one two three five") == 0.75
    assert word_similarity("one", "one two three four five") < 0.5
    assert word_similarity(None, "") == 1.0
    assert word_similarity("one", None) == 0.0


def test_long_texts_may_differ_in_a_word_and_scalars_not() -> None:
    assert core_of(reasons="The wall leaks and will not outlast another winter.") == {}
    assert core_of(reasons="The wall leaks.") == {"reasons": Counts(1, 1, 0)}
    meeting = REPORT.meeting.model_copy(update={"date": "2026-03-13"})
    assert core_of(meeting=meeting) == {"date": Counts(1, 1, 0)}


def test_the_same_label_will_do_for_an_appendix_whose_title_is_half_right() -> None:
    (survey,) = REPORT.appendices
    longer = survey.model_copy(update={"title": "Survey of the wall by divers in 2025"})
    assert core_of(appendices=(longer,)) == {}
    unlabelled = longer.model_copy(update={"label": "B"})
    assert core_of(appendices=(unlabelled,)) == {"appendices": Counts(1, 1, 0)}


def test_an_address_is_no_part_of_a_background_paper() -> None:
    (paper,) = REPORT.background_papers
    linked = paper.model_copy(update={"title": f"{paper.title} https://example.org/{'x' * 40}"})
    assert core_of(background_papers=(linked,)) == {}


def test_the_headline_is_the_mean_over_the_fields_that_are_stated() -> None:
    (author, head) = REPORT.people
    people = (author.model_copy(update={"role": PersonRole.CONTACT}), head)
    score = score_document(stated(REPORT), read(REPORT.model_copy(update={"people": people})))
    # Alternatives are not stated: 13 fields, of which people has an F1 of a half.
    assert core_f1(score.core) == pytest.approx((12 + 0.5) / 13)


@needs_scorer
def test_it_is_the_figure_of_the_outside_scorer(tmp_path: Path) -> None:
    shared = SCORER.parents[1]
    folder = tmp_path / "gold"
    folder.mkdir()
    chosen = [*sorted((shared / "gold" / "seeds").glob("*.json"))]
    for part, step in (("real", 7), ("synthetic", 6)):
        chosen += sorted((shared / "gold" / part).glob("*.json"))[::step]
    predictions = tmp_path / "read"
    predictions.mkdir()
    scores = []
    for file in chosen:
        (folder / file.name).write_bytes(file.read_bytes())
    for gold, file in zip(read_gold([folder]), sorted(folder.iterdir()), strict=True):
        document = read_file(shared / gold.stated.document)[0].document
        if document:
            (predictions / file.name).write_text(document.model_dump_json(), encoding="utf-8")
        scores.append(score_document(gold.stated, document))
    told = tmp_path / "told.json"
    command = [
        sys.executable,
        SCORER,
        "--gold",
        folder,
        "--predictions",
        predictions,
        "--json",
        told,
    ]
    subprocess.run([*map(str, command)], check=True, capture_output=True, timeout=120)
    outside = json.loads(told.read_text(encoding="utf-8"))["core_f1"]
    ours = core_f1(total(score.core for score in scores))
    assert 0.0 < ours < 1.0
    assert ours == pytest.approx(outside, abs=0.001)
