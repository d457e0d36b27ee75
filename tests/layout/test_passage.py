"""Passages: every piece of a text still knows the words that printed it."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.passage import Passage
from extract.reading.page import Word
from schemas import Evidence
from tests.layout.setting import lines_at, words_at

printed = st.lists(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=8),
    min_size=1,
    max_size=6,
).map(" ".join)
pages_of_lines = st.lists(st.lists(printed, min_size=1, max_size=4), min_size=1, max_size=3)


def passage_of(pages: list[list[str]]) -> Passage:
    """Lines of words on consecutive pages."""
    return Passage.of(
        word for number, lines in enumerate(pages, 1) for word in lines_at(*lines, page=number)
    )


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """One to three paragraphs over one to three pages."""
    return Passage.join([passage_of(p) for p in draw(st.lists(pages_of_lines, max_size=3))])


@st.composite
def slices(draw: st.DrawFn) -> tuple[Passage, int, int]:
    """A passage and two offsets into its text."""
    passage = draw(passages())
    start = draw(st.integers(0, len(passage.text)))
    return passage, start, draw(st.integers(start, len(passage.text)))


def inside(place: Evidence, word: Word) -> bool:
    """Whether a word's box lies in that of the evidence."""
    assert place.bbox is not None
    x0, top, x1, bottom = place.bbox
    return (
        place.page == word.page
        and x0 - 0.01 <= word.x0
        and word.x1 <= x1 + 0.01
        and top - 0.01 <= word.top
        and word.bottom <= bottom + 0.01
    )


@given(slices())
def test_a_slice_reads_as_that_part_of_the_text(cut: tuple[Passage, int, int]) -> None:
    passage, start, end = cut
    assert passage.slice(start, end).text == passage.text[start:end].strip()


@given(slices())
def test_the_words_of_a_slice_are_those_that_print_it(cut: tuple[Passage, int, int]) -> None:
    passage, start, end = cut
    piece = passage.slice(start, end)
    assert len(piece.words) == len(piece.starts)
    assert set(piece.words) <= set(passage.words)
    assert bool(piece.words) == bool(piece.text)
    for word in piece.words[1:-1]:  # the outer two may be cut
        assert word.text.rstrip("-") in piece.text


@given(slices(), st.data())
def test_a_slice_of_a_slice_is_a_slice(cut: tuple[Passage, int, int], data: st.DataObject) -> None:
    passage, start, end = cut
    piece = passage.slice(start, end)
    a = data.draw(st.integers(0, len(piece.text)))
    b = data.draw(st.integers(a, len(piece.text)))
    shift = start + len(passage.text[start:end]) - len(passage.text[start:end].lstrip())
    again = passage.slice(shift + a, shift + b)
    assert piece.slice(a, b) == again


@given(passages())
def test_each_word_starts_where_it_stands_in_the_text(passage: Passage) -> None:
    for word, start in zip(passage.words, passage.starts, strict=True):
        read = passage.text[start : start + len(word.text)]
        assert read == word.text or read.startswith(word.text.rstrip("-"))


@given(passages())
def test_every_word_lies_in_a_box_of_the_evidence(passage: Passage) -> None:
    places = passage.evidence("/summary")
    assert all(place.path == "/summary" for place in places)
    for word in passage.words:
        assert any(inside(place, word) for place in places)


@given(slices())
def test_the_boxes_of_a_slice_lie_in_those_of_the_whole(cut: tuple[Passage, int, int]) -> None:
    passage, start, end = cut
    whole = passage.evidence("/summary")
    for place in passage.slice(start, end).evidence("/summary"):
        assert place.bbox is not None
        x0, top, x1, bottom = place.bbox
        corner = Word("", place.page or 0, x0, top, x1, bottom)
        assert any(inside(outer, corner) for outer in whole)


@given(pages_of_lines)
def test_there_is_one_box_for_each_printed_line(pages: list[list[str]]) -> None:
    places = passage_of(pages).evidence("/title")
    assert len(places) == sum(len(lines) for lines in pages)
    order = [(place.page or 0, (place.bbox or (0.0,) * 4)[1]) for place in places]
    assert all(a < b for a, b in itertools.pairwise(order))


@given(st.lists(passages(), max_size=4))
def test_joining_keeps_paragraphs_apart_and_leaves_empty_ones_out(parts: list[Passage]) -> None:
    whole = Passage.join(parts)
    assert whole.text == "\n\n".join(part.text for part in parts if part)
    assert whole.words == tuple(word for part in parts for word in part.words)


def test_a_hyphen_at_the_end_of_a_line_is_the_words_own() -> None:
    assert Passage.of(lines_at("open to part-", "time traders")).text == "open to part-time traders"


@pytest.mark.parametrize(
    ("above", "below", "address"),
    [
        ("ask ana.quill@fairs.", "example.org now", "ana.quill@fairs.example.org"),
        ("ask ana.quill@", "fairs.example.org now", "ana.quill@fairs.example.org"),
        ("ask ana.quill@fair-", "stalls.example.org now", "ana.quill@fair-stalls.example.org"),
        (
            "see https://fairs.example.org/",
            "stalls/2026 now",
            "https://fairs.example.org/stalls/2026",
        ),
        ("see www.fairs.example.", "org now", "www.fairs.example.org"),
    ],
)
def test_an_address_broken_over_a_line_is_joined(above: str, below: str, address: str) -> None:
    passage = Passage.of(lines_at(above, below))
    assert passage.text.split()[1:] == [address, "now"]


def test_an_address_that_ends_its_line_and_its_sentence_stays_whole() -> None:
    text = Passage.of(lines_at("Write to ana.quill@fairs.example.org.", "or call the office")).text
    assert text == "Write to ana.quill@fairs.example.org. or call the office"


def test_a_hyphen_before_a_capital_or_a_figure_is_the_words_own() -> None:
    assert Passage.of(lines_at("in Stoke-", "Abbas")).text == "in Stoke-Abbas"
    assert Passage.of(lines_at("the post-", "2019 plan")).text == "the post-2019 plan"


def test_a_hyphen_inside_a_line_stays() -> None:
    assert Passage.of(words_at("the one- and two-day fair")).text == "the one- and two-day fair"


def test_a_range_of_years_broken_over_a_line_is_joined() -> None:
    assert Passage.of(lines_at("in 2019-", "20 and")).text == "in 2019-20 and"


def test_a_part_that_is_not_there_is_found_nowhere() -> None:
    passage = Passage.of(words_at("the fair on the green"))
    assert passage.find("on the").words == passage.words[2:4]
    assert not passage.find("harbour")
    assert not passage.find("")


def test_words_of_a_text_give_ranges_of_characters() -> None:
    words = [Word("fair", 0, start=4, end=8), Word("green", 0, start=9, end=14)]
    far = Word("April", 0, start=90, end=95)
    places = Passage.of([*words, far]).evidence("/title")
    assert [(p.start, p.end, p.confidence) for p in places] == [(4, 14, None), (90, 95, None)]


def test_what_is_cut_out_of_a_guess_or_joined_with_it_is_one() -> None:
    sure = Passage.of(words_at("the fair on the green"))
    guess = replace(sure, confidence=0.5)
    assert guess.slice(4, 8).confidence == 0.5
    assert guess.find("green").confidence == 0.5
    assert Passage.join([sure, guess]).confidence == 0.5
    assert Passage.join([sure, sure]).confidence is None
    assert {place.confidence for place in guess.evidence("/title")} == {0.5}
