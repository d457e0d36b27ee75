"""What a pack prints on its pages."""

from __future__ import annotations

import pytest

from extract.layout.lines import lines_of
from extract.packs.marks import Marks, item_stamp, marks_of
from extract.reading.pdf import open_pdf
from tests.packs.leaves import BLANK, WITHHELD, Leaf, bound, leaf


def marks(page: Leaf) -> Marks:
    """The marks of a page."""
    (printed,) = open_pdf(bound([page])).pages()
    return marks_of(lines_of(printed.words), printed.height)


@pytest.mark.parametrize(
    ("stamp", "item"),
    [
        ("Agenda Item 7", "7"),
        ("AGENDA ITEM NO. 12", "12"),
        ("Agenda item: 5a", "5a"),
        ("Item 4.2", "4.2"),
        ("Item No 6 (b)", "6(b)"),
        ("Eitem Agenda 9", "9"),
        ("Eitem ar gyfer y Rhaglen 6", "6"),
        ("Eitem Agenda 9 Agenda Item 9", "9"),
        ("Minute Item 45", "45"),
    ],
)
def test_stamps(stamp: str, item: str) -> None:
    assert item_stamp(stamp) == item
    assert marks(leaf("The harbour wall is old.").stamped(stamp)).item == item


@pytest.mark.parametrize(
    "words", ["Agenda", "Item of business", "Agenda Item 7 was taken first", "7", "Items 4 to 6"]
)
def test_other_words_are_no_stamp(words: str) -> None:
    assert item_stamp(words) == ""


def test_a_stamp_counts_at_the_edge_of_the_page_alone() -> None:
    assert marks(leaf("", "", "", "", "Agenda Item 7", "The wall is old.")).item == ""


@pytest.mark.parametrize(
    ("foot", "numbers", "worded"),
    [
        ("Page 15", (15,), 1),
        ("15", (15,), 0),
        ("- 15 -", (15,), 0),
        ("Tudalen 15", (15,), 1),
        ("[page 15]", (15,), 1),
        ("Pack page 15", (15,), 1),
        ("Version 15", (), 0),
    ],
)
def test_page_numbers(foot: str, numbers: tuple[int, ...], worded: int) -> None:
    found = marks(leaf("The wall is old.").numbered(foot))
    assert (found.numbers, found.worded) == (numbers, worded)


def test_the_pages_of_a_paper_are_not_the_pack_s() -> None:
    found = marks(leaf("The wall is old.").numbered("Page 2 of 6"))
    assert (found.inner, found.numbers) == ((2, 6), ())


@pytest.mark.parametrize(
    "words",
    [
        "This page is intentionally left blank",
        "THIS PAGE HAS BEEN LEFT BLANK INTENTIONALLY",
        "Mae'r dudalen hon yn wag yn fwriadol",
        "Blank Page",
    ],
)
def test_blank_leaves(words: str) -> None:
    assert marks(leaf(words)).blank
    assert marks(leaf(words).numbered("Page 8")).blank


def test_a_sentence_about_a_blank_page_is_none() -> None:
    words = "The form says: this page is intentionally left blank, and so it was for many years;"
    assert not marks(
        leaf(words, "the committee asked why, and was told that nobody knew it.")
    ).blank


def test_an_empty_page_says_nothing() -> None:
    assert marks(leaf()).empty
    assert marks(leaf().numbered("Page 8")).empty
    assert not marks(BLANK).empty
    assert not marks(leaf("The wall is old.")).empty


def test_a_leaf_for_a_withheld_paper() -> None:
    assert marks(WITHHELD).withheld
    assert marks(leaf().stamped("Agenda Item 9")).withheld, "an item's first page, and no paper"
    assert not marks(leaf("Report to: Cabinet").stamped("Agenda Item 9")).withheld
