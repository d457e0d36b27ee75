"""Words to lines: what stands beside what, and what is raised above it."""

from __future__ import annotations

import random

import pytest

from extract.layout.lines import lines_of
from extract.reading.page import Word
from tests.layout.setting import lines_at, words_at


def segments(words: list[Word]) -> list[list[str]]:
    """The text of each segment of each line."""
    return [
        [" ".join(word.text for word in segment) for segment in line.segments]
        for line in lines_of(words)
    ]


def test_words_come_in_reading_order_however_the_file_draws_them() -> None:
    words = lines_at("the fair is held", "on the green", "in April")
    random.Random(1).shuffle(words)
    assert [line.text for line in lines_of(words)] == [
        "the fair is held",
        "on the green",
        "in April",
    ]


def test_a_wide_gap_parts_two_segments() -> None:
    words = words_at("Report of") + words_at("Head of Fairs", x0=250)
    assert segments(words) == [["Report of", "Head of Fairs"]]


def test_the_spaces_of_a_justified_line_part_nothing() -> None:
    x0, words = 72.0, []
    for printed in ("a", "line", "set", "wide"):
        words += words_at(printed, x0=x0)
        x0 = words[-1].x1 + 10  # one em
    assert segments(words) == [["a line set wide"]]


def test_behind_a_colon_a_narrower_gap_parts_label_and_value() -> None:
    words = words_at("Author:") + words_at("Ida Example", x0=72 + 35 + 8)
    assert segments(words) == [["Author:", "Ida Example"]]


@pytest.mark.parametrize("mark", ["1", "12", "*", "†"])
def test_a_raised_footnote_mark_is_no_word(mark: str) -> None:
    words = words_at("the fair") + words_at(mark, x0=115, top=99.5, size=6.5)
    assert [line.text for line in lines_of(words)] == ["the fair"]


def test_small_figures_on_the_baseline_are_words() -> None:
    words = words_at("the fair of") + words_at("12", x0=130, top=104, size=6)
    assert [line.text for line in lines_of(words)] == ["the fair of 12"]


def test_two_columns_with_shifted_baselines_are_two_lines() -> None:
    words = words_at("left") + words_at("right", x0=300, top=106)
    assert [line.text for line in lines_of(words)] == ["left", "right"]


def test_a_line_is_bold_when_all_that_has_letters_is() -> None:
    bold = words_at("Costs", bold=True) + words_at("–", x0=110)
    plain = words_at("Costs", top=200, bold=True) + words_at("rise", x0=110, top=200)
    assert [line.bold for line in lines_of(bold + plain)] == [True, False]
