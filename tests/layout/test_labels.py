"""Labels of items: what can be one, how it is written, and what only looks like one."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.labels import (
    BULLETS,
    LabelStyle,
    core,
    depth,
    is_bullet,
    is_day,
    is_firm,
    is_label,
    style,
    tells_when,
)

ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiv", "xl")
# Letters that are no Roman figure by themselves.
PLAIN_LETTERS = tuple(sorted(set(string.ascii_lowercase) - set("ivxl")))
DRESSES = ("{}.", "{})", "({})")

dressed = st.sampled_from(DRESSES)
numbers = st.integers(1, 199).map(str)
decimals = st.lists(st.integers(1, 99).map(str), min_size=2, max_size=4).map(".".join)


@given(numbers | decimals, dressed)
def test_figures_make_decimal_labels(bare: str, dress: str) -> None:
    label = dress.format(bare) if "." not in bare else bare
    assert is_label(label)
    assert is_firm(label)
    assert style(label) is LabelStyle.DECIMAL
    assert core(label) == bare
    assert depth(label) == bare.count(".") + 1


@given(st.sampled_from(PLAIN_LETTERS), dressed, st.booleans())
def test_letters_make_lettered_labels(letter: str, dress: str, capital: bool) -> None:
    label = dress.format(letter.upper() if capital else letter)
    assert is_label(label)
    assert style(label) is (LabelStyle.UPPER if capital else LabelStyle.LOWER)
    assert (core(label), depth(label)) == (letter, 0)


@given(st.sampled_from(ROMANS), dressed)
def test_roman_figures_make_roman_labels(roman: str, dress: str) -> None:
    label = dress.format(roman)
    assert is_label(label)
    assert style(label) is LabelStyle.ROMAN
    assert core(label) == roman


@pytest.mark.parametrize(("label", "before"), [("(i)", "(h)"), ("(v)", "(u)"), ("x)", "w)")])
def test_a_letter_follows_its_alphabet(label: str, before: str) -> None:
    assert style(label, before) is LabelStyle.LOWER
    assert style(label) is LabelStyle.ROMAN


@pytest.mark.parametrize("label", ["A1", "R2", "R2.1", "AB12."])
def test_a_letter_and_a_figure_make_a_label(label: str) -> None:
    assert is_label(label)
    assert style(label) is LabelStyle.PREFIXED


@pytest.mark.parametrize("mark", sorted(BULLETS))
def test_bullets_are_labels_of_their_own_style(mark: str) -> None:
    assert is_bullet(mark)
    assert is_label(mark)
    assert style(mark) is LabelStyle.BULLET


@pytest.mark.parametrize(
    "word", ["The", "Cabinet", "£12", "12%", "2024/25", "1,000", "(see", "s151", "1.5m", ""]
)
def test_words_and_sums_are_no_labels(word: str) -> None:
    assert not is_label(word)


@given(st.integers(1, 31), st.dates())
def test_the_day_of_a_date_is_no_label(day: int, date: object) -> None:
    month = f"{date:%B}"
    assert is_day(str(day), month)
    assert is_day(str(day), month[:3])
    assert not is_day(f"{day}.", month)


@pytest.mark.parametrize(
    ("day", "following"),
    [("3", "boats"), ("32", "May"), ("a", "March"), ("2", "Declarations"), ("5", "Market")],
)
def test_other_numbers_are_no_days(day: str, following: str) -> None:
    assert not is_day(day, following)


@given(st.text(max_size=12))
def test_any_word_can_be_asked_about(word: str) -> None:
    assert is_label(word) in (True, False)
    assert style(word) in LabelStyle
    assert depth(word) >= 0


@pytest.mark.parametrize(
    ("hour", "half"), [("2.00", "pm"), ("14:00", "hours"), ("10.30", "a.m."), ("9.30", "am,")]
)
def test_the_hour_of_the_day_is_no_label(hour: str, half: str) -> None:
    assert tells_when(hour, half)
    assert not tells_when(hour, "The")
