"""Matchings and pairing: what is the same, and what belongs together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.evaluate.matching import Matching, closeness, pair_best_first

STRICT, SOFT, FUZZY, RATCLIFF = Matching
TEXT = st.text(alphabet=st.sampled_from("abcAB ,.’'é£1\n"), max_size=24)


@pytest.mark.parametrize(
    ("gold", "read", "matchings"),
    [
        ("The wall leaks.", "The wall\nleaks.", {STRICT, SOFT, FUZZY, RATCLIFF}),
        ("The wall’s leak", "THE WALL'S LEAK.", {SOFT, FUZZY, RATCLIFF}),
        ("(a)", "a.", {SOFT, FUZZY, RATCLIFF}),
        ("Head of Harbours", "Head of Harbour", {FUZZY, RATCLIFF}),
        ("Director of Place", "Director of Plans", {FUZZY}),
        ("£10", "10", set()),
        ("Cabinet", "Council", set()),
        ("", "", {STRICT, SOFT, FUZZY, RATCLIFF}),
        ("", "x", set()),
    ],
)
def test_what_each_matching_takes(gold: str, read: str, matchings: set[Matching]) -> None:
    assert {m for m in Matching if closeness(m, gold, read)} == matchings


def test_fuzzy_takes_four_fifths_and_no_less() -> None:
    assert closeness(FUZZY, "abcde", "abcdx") == pytest.approx(0.8)
    assert closeness(FUZZY, "abcd", "abcx") == 0.0


@given(TEXT, TEXT)
def test_a_looser_matching_takes_all_that_a_stricter_one_does(gold: str, read: str) -> None:
    if closeness(STRICT, gold, read):
        assert closeness(SOFT, gold, read) == 1.0
    if closeness(SOFT, gold, read):
        assert closeness(FUZZY, gold, read) == closeness(RATCLIFF, gold, read) == 1.0


@given(TEXT)
def test_a_text_matches_itself(text: str) -> None:
    assert all(closeness(matching, text, text) == 1.0 for matching in Matching)


def near(gold: float, read: float) -> float:
    return 1.0 - abs(gold - read)


def test_the_closest_are_paired_first() -> None:
    # In order, 0.2 would take 0.4, and leave 0.5 with nothing near enough.
    assert pair_best_first([0.2, 0.5], [0.4, 0.0], near, least=0.75) == [(1, 0), (0, 1)]


def test_nothing_is_paired_twice_or_below_the_least() -> None:
    assert pair_best_first([0.5, 0.5], [0.5], near, least=0.9) == [(0, 0)]
    assert pair_best_first([0.1], [0.9], near, least=0.9) == []
    assert pair_best_first([], [0.9], near, least=0.0) == []
