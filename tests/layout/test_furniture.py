"""What stands in the margins of every page, and below the text, is no part of the report."""

from __future__ import annotations

import pytest

from tests.paper import FAIR, WALL, layout_of, new_page, space, text


def test_heads_and_feet_that_come_again_are_taken_off() -> None:
    story = [text(FAIR), new_page(), text(WALL)]
    layout = layout_of(*story, head="Invented Town Council", foot="Report of May - {}")
    assert [block.text for block in layout.blocks] == [FAIR, WALL]
    assert [line.text for line in layout.furniture] == [
        "Invented Town Council",
        "Report of May - 1",
        "Invented Town Council",
        "Report of May - 2",
    ]


def test_furniture_keeps_its_place_on_the_page() -> None:
    layout = layout_of(text(FAIR), new_page(), text(WALL), head="Invented Town Council")
    assert [line.page for line in layout.furniture] == [1, 2]
    assert layout.page_count == 2


def test_a_sentence_goes_on_past_foot_and_head() -> None:
    layout = layout_of(
        text(f"{FAIR} It lasts as long as the"),
        new_page(),
        text("weather holds."),
        head="Invented Town Council",
        foot="Page {}",
    )
    assert [block.text for block in layout.blocks] == [
        f"{FAIR} It lasts as long as the weather holds."
    ]


@pytest.mark.parametrize(
    "foot",
    ["Page {}", "{}", "- {} -", "Page {} of 9", "Tudalen {}", "OFFICIAL", "Official: Sensitive"],
)
def test_page_numbers_and_handling_marks_go_from_a_single_page(foot: str) -> None:
    layout = layout_of(text(FAIR), foot=foot)
    assert [block.text for block in layout.blocks] == [FAIR]


def test_the_stamp_of_a_pack_is_kept_aside() -> None:
    layout = layout_of(text(FAIR), head="Agenda Item 7")
    assert [block.text for block in layout.blocks] == [FAIR]
    assert [line.text for line in layout.furniture] == ["Agenda Item 7"]


def test_a_line_at_the_top_of_one_page_alone_is_text() -> None:
    layout = layout_of(text("Invented Town Council"), text(FAIR), new_page(), text(WALL))
    assert layout.blocks[0].text == "Invented Town Council"


def test_a_figure_in_the_middle_of_a_page_is_no_page_number() -> None:
    layout = layout_of(text(FAIR), space(200), text("42"))
    assert [block.text for block in layout.blocks] == [FAIR, "42"]


def test_small_type_at_the_foot_is_a_footnote() -> None:
    story = [text(FAIR), text(WALL), text(FAIR), text(WALL), space(440)]
    layout = layout_of(*story, text("1 As the vestry minutes say.", size=8))
    assert [block.text for block in layout.blocks] == [FAIR, WALL, FAIR, WALL]


def test_small_type_in_the_middle_of_a_page_is_text() -> None:
    layout = layout_of(text(FAIR), text("The clerk's note.", size=8), text(WALL))
    assert "The clerk's note." in [block.text for block in layout.blocks]
