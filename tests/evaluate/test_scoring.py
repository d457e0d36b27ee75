"""Scoring a document: every fault is counted where it is, and nowhere else."""

from typing import Any

import pytest

from extract.evaluate.core import core_f1
from extract.evaluate.counts import Counts, macro_f1, micro, total
from extract.evaluate.items import NAMES
from extract.evaluate.matching import Matching
from extract.evaluate.scoring import Miss, score_document
from schemas import Report
from tests.evaluate.reports import REPORT, read, stated

STRICT, SOFT, FUZZY, RATCLIFF = Matching


def changed(**fields: Any) -> Report:
    """The report with some fields read otherwise."""
    return REPORT.model_copy(update=fields)


def faults(report: Report, matching: Matching = SOFT) -> dict[str, Counts]:
    """The fields that are not right where this is read of the report."""
    score = score_document(stated(REPORT), read(report))
    return {n: counts for n, counts in score.fields[matching].items() if not counts.perfect}


def test_what_is_read_as_stated_is_right_in_every_field() -> None:
    score = score_document(stated(REPORT), read(REPORT))
    assert all(score.perfect(matching) for matching in Matching)
    assert core_f1(score.core) == 1.0
    assert score.misses == ()
    assert score.fields[STRICT]["recommendations"] == Counts(2, 2, 2)
    assert set(score.fields[STRICT]) <= set(NAMES)


@pytest.mark.parametrize(
    ("report", "matching", "expected"),
    [
        (changed(title=None), SOFT, {"title": Counts(1, 0, 0)}),
        (changed(agenda_item="7"), SOFT, {"agenda_item": Counts(0, 1, 0)}),
        (changed(title="REPAIRS TO THE HARBOUR WALL"), STRICT, {"title": Counts(1, 1, 0)}),
        (changed(title="REPAIRS TO THE HARBOUR WALL"), SOFT, {}),
        (changed(wards=("Harbour",)), SOFT, {"wards": Counts(2, 1, 1)}),
        # An identifier that is nearly right is wrong.
        (changed(reference="HW/26/2"), FUZZY, {"reference": Counts(1, 1, 0)}),
        (changed(key_decision=True), SOFT, {"key_decision": Counts(1, 1, 0)}),
    ],
)
def test_faults_of_single_values(
    report: Report, matching: Matching, expected: dict[str, Counts]
) -> None:
    assert faults(report, matching) == expected


def test_a_person_in_another_role_is_another_person() -> None:
    author, head = REPORT.people
    contact = author.model_copy(update={"role": "contact"})
    missed = {name: Counts(1, 1, 0) for name in ("people.email", "people.phone")}
    assert faults(changed(people=(contact, head))) == {
        "people": Counts(2, 2, 1),
        "people.post": Counts(2, 2, 1),
        "people.kind": Counts(2, 2, 1),
        **missed,
    }


def test_attributes_are_compared_where_their_items_are_paired() -> None:
    first, second = REPORT.recommendations
    other = second.model_copy(update={"label": "(c)"})
    # Read in another order: paired by their texts.
    assert faults(changed(recommendations=(other, first))) == {
        "recommendations.label": Counts(2, 2, 1)
    }


def test_an_implication_of_another_subject_is_another_one() -> None:
    financial, legal = REPORT.implications
    risk = financial.model_copy(update={"type": "risk"})
    names = ("implications", "implications.heading", "implications.status")
    assert faults(changed(implications=(risk, legal))) == {n: Counts(2, 2, 1) for n in names}


def test_misses_say_what_was_missed_and_what_was_made_up() -> None:
    score = score_document(stated(REPORT), read(changed(wards=("Harbour", "Quay"))))
    assert score.misses == (Miss("wards", "Links", False), Miss("wards", "Quay", True))


def test_a_document_that_was_not_read_misses_everything() -> None:
    score = score_document(stated(REPORT), None)
    assert all(c.predicted == c.matched == 0 and c.gold for c in score.fields[SOFT].values())
    assert core_f1(score.core) == 0.0


def test_a_report_that_is_not_there_is_made_up() -> None:
    score = score_document(stated(), read(REPORT))
    assert score.fields[SOFT]["reports"] == Counts(0, 1, 0)
    assert all(c.gold == c.matched == 0 and c.predicted for c in score.fields[SOFT].values())


def test_reports_of_a_pack_are_paired_by_their_pages() -> None:
    first = changed(pages=(2, 5), title="First")
    second = changed(pages=(6, 9), title="Second")
    shifted = second.model_copy(update={"pages": (6, 8)})
    score = score_document(stated(first, second), read(shifted))
    assert score.fields[SOFT]["reports"] == Counts(2, 1, 1)
    assert score.fields[SOFT]["title"] == Counts(2, 1, 1)


def test_reports_without_pages_are_paired_by_title() -> None:
    first, second = (changed(pages=None, title=title) for title in ("Harbour", "Market hall"))
    score = score_document(stated(first, second), read(second, first))
    assert score.perfect(STRICT)


def test_reports_that_partial_gold_does_not_label_are_not_made_up() -> None:
    labelled = changed(pages=(2, 5))
    unlabelled = changed(pages=(6, 9))
    partial = score_document(stated(labelled, partial=True), read(labelled, unlabelled))
    whole = score_document(stated(labelled), read(labelled, unlabelled))
    assert partial.perfect(STRICT)
    assert whole.fields[STRICT]["reports"] == Counts(1, 2, 1)


def test_sums_of_tallies() -> None:
    tally = total(
        [{"title": Counts(1, 1, 1)}, {"title": Counts(1, 2, 1), "wards": Counts(0, 1, 0)}]
    )
    assert tally == {"title": Counts(2, 3, 2), "wards": Counts(0, 1, 0)}
    assert micro(tally) == Counts(2, 4, 2)
    assert macro_f1(tally) == tally["title"].f1 == 0.8  # wards: not stated at all
    assert micro(tally).precision == 0.5
    assert micro(tally).recall == 1.0


def test_nothing_stated_or_read_has_no_ratios() -> None:
    assert Counts().precision is Counts().recall is Counts().f1 is macro_f1({}) is None


def test_the_pages_of_a_pack_s_reports_are_right_or_wrong_to_the_page() -> None:
    def placed(*ranges: tuple[int, int]) -> list[Report]:
        return [REPORT.model_copy(update={"pages": pages}) for pages in ranges]

    gold = stated(*placed((3, 9), (11, 14), (20, 22)))
    score = score_document(gold, read(*placed((3, 9), (11, 15), (30, 31))))
    assert score.ranges == Counts(gold=3, predicted=3, matched=1)
    assert score.fields[STRICT]["reports"] == Counts(3, 3, 2)
