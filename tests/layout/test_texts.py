"""Lines of a text file to the same blocks that pages give."""

from __future__ import annotations

import pytest

from extract.layout.blocks import Block, BlockKind
from tests.paper import text_layout


def blocks(words: str) -> list[Block]:
    """The blocks of a text."""
    return list(text_layout(words).blocks)


def test_a_heading_keeps_its_level() -> None:
    first, second, body = blocks("# Fairs\n\n### On the green\nThe fair is old.\n")
    assert [(b.text, b.level) for b in (first, second, body)] == [
        ("Fairs", 1),
        ("On the green", 3),
        ("The fair is old.", 0),
    ]


def test_a_short_line_that_stands_alone_is_set_as_a_heading() -> None:
    head, body = blocks("\nReasons for the fair\n\nIt is old, and it is loved.\n")
    assert (head.bold, body.bold) == (True, False)


@pytest.mark.parametrize("line", ["The fair is old.", "Wards: All", "in the spring"])
def test_sentences_and_labelled_values_are_no_headings(line: str) -> None:
    (block,) = blocks(f"\n{line}\n")
    assert not block.bold


@pytest.mark.parametrize("label", ["1.", "2.1", "(a)", "iv)"])
def test_a_label_opens_an_item(label: str) -> None:
    (block,) = blocks(f"{label} That the fair be held.\n")
    assert (block.kind, block.label.text, block.text) == (
        BlockKind.ITEM,
        label,
        "That the fair be held.",
    )


def test_a_label_before_a_tab_opens_an_item() -> None:
    (block,) = blocks("1\tThat the fair be held.\n")
    assert (block.kind, block.label.text) == (BlockKind.ITEM, "1")


def test_a_bullet_opens_an_item() -> None:
    (block,) = blocks("* on the green\n")
    assert (block.kind, block.label.text, block.text) == (BlockKind.ITEM, "*", "on the green")


def test_a_date_opens_no_item() -> None:
    (block,) = blocks("4 May 2026\n")
    assert block.kind is BlockKind.PARAGRAPH


def test_tabs_make_a_row() -> None:
    (row,) = blocks("Title\tThe spring fair\tItem 7\n")
    assert [row.cell(at).text for at in range(3)] == ["Title", "The spring fair", "Item 7"]


def test_a_wrapped_line_goes_on_the_one_above() -> None:
    (block,) = blocks("The fair is held on the green,\nas it has been since the flood.\n")
    assert block.text == "The fair is held on the green, as it has been since the flood."


def test_a_line_goes_on_with_a_capital_where_the_word_had_no_room_above() -> None:
    (block,) = blocks(
        "The fair on the green has been held in every summer since the flood of\n"
        "Tolland Weir, when the stalls were moved to the field behind the church\n"
        "and the horses were kept at the mill.\n"
    )
    assert "flood of Tolland Weir" in block.text


def test_a_paragraph_of_many_lines_is_joined_once() -> None:
    (block,) = blocks("the fair was held on the green\n" * 20_000)
    assert len(block.passage.words) == 140_000


def test_a_short_line_ends_where_it_ends() -> None:
    found = blocks(
        "The stalls that were let in this summer on the green behind the church:\n"
        "Bread and cakes of the mill\n"
        "Horse brasses, and hats of straw that were made by the boys in the field\n"
    )
    assert len(found) == 3


def test_lines_of_whole_paragraphs_are_not_joined() -> None:
    long = "The fair was held on the green " * 8
    assert len(blocks(f"{long}\nTolland Weir was {long}\n")) == 2


def test_a_paragraph_below_a_blank_line_stands_apart() -> None:
    assert [b.text for b in blocks("The fair is old.\n\nIt is loved.\n")] == [
        "The fair is old.",
        "It is loved.",
    ]


def test_a_line_knows_whether_a_blank_line_stands_above_it() -> None:
    found = blocks("Agenda\n\n1. The fair\nTo agree the fees.\n\n2. The wall\n")
    assert [block.close for block in found] == [False, False, True, False]


WRAPPED = (
    "The fair on the green has been held in every summer since the flood, and the\n"
    "horses are kept at the mill until the last of the stalls has been moved away.\n"
    "{}\n"
    "The meadow behind the church is let for grazing from Easter until the hay is\n"
    "cut, and from then on to whoever asks for it first.\n"
)


@pytest.mark.parametrize("line", ["Letting the meadow", "Where it stands / what it needs"])
def test_a_short_line_between_two_paragraphs_is_set_as_a_heading(line: str) -> None:
    above, head, below = blocks(WRAPPED.format(line))
    assert (above.bold, head.text, head.bold, below.bold) == (False, line, True, False)


@pytest.mark.parametrize("line", ["Nobody has complained.", "Wards: All", "in the spring"])
def test_a_short_line_that_ends_or_opens_as_no_heading_does_is_none(line: str) -> None:
    assert not any(block.bold for block in blocks(WRAPPED.format(line)))


def test_lines_of_an_address_are_no_headings() -> None:
    lines = "Ida Example\nClerk to the Fair\nThe Mill House\nThe Green"
    assert not any(block.bold for block in blocks(WRAPPED.format(lines))[:3])


def test_a_short_numbered_line_above_the_first_of_its_own_is_a_heading() -> None:
    last, head, first = blocks("3. Pay for the stalls\n4. What the mill needs\n4.1 A wheel.\n")
    assert (last.bold, head.bold, first.bold) == (False, True, False)


def labels(words: str) -> list[str]:
    """The labels of a text's blocks."""
    return [block.label.text for block in blocks(words)]


def test_bare_numbers_that_count_up_are_labels() -> None:
    paragraphs = "7 The wheel turns.\n\nThe mill\n\n8 The race is full.\n9 Nobody fishes in it.\n"
    assert labels(paragraphs) == ["7", "", "8", "9"]


def test_two_bare_numbers_from_one_on_are_labels() -> None:
    assert labels("1 That the wheel be mended.\n2 That the race be kept.\n") == ["1", "2"]


@pytest.mark.parametrize(
    "words",
    [
        "14 May 2026\n15 May 2026\n16 May 2026\n",
        "5 Mill Lane\nTolland\n",
        "1 wheel\n2 stones\n3 sluices\n",
        "12 Mill Lane\n20 The Green\n31 Church Street\n",
    ],
)
def test_numbers_that_count_nothing_are_no_labels(words: str) -> None:
    assert not any(labels(words))


def labelled(words: str) -> list[tuple[str, str]]:
    """The labels and words of a text's blocks."""
    return [(block.label.text, block.text) for block in blocks(words)]


@pytest.mark.parametrize("label", ["3.", "2.1", "(b)", "•"])
def test_a_label_in_a_line_of_its_own_labels_the_line_below(label: str) -> None:
    assert labelled(f"{label}\n\nThat the wheel be mended\nby the smith.\n") == [
        (label, "That the wheel be mended by the smith.")
    ]


def test_labels_below_each_other_stay_apart_but_for_the_last() -> None:
    assert labelled("7.\n\n1.\n\nThe wheel.\n") == [("", "7."), ("1.", "The wheel.")]


@pytest.mark.parametrize("words", ["7\n\nThe wheel.\n", "The wheel.\n\n(b)\n", "2.\nand so\n"])
def test_a_number_of_a_page_or_the_end_of_a_text_labels_nothing(words: str) -> None:
    assert not any(label for label, _ in labelled(words))
