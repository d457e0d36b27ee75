"""Labels and their values, wherever the form puts the one beside or above the other."""

from __future__ import annotations

from extract.fields.labelled import Labelled, labelled_values
from extract.fields.outline import outline_of
from tests.paper import WALL, Piece, grid, heading, outline_on, row, text, text_layout


def values(*story: Piece) -> dict[str, str]:
    """The labels of a paper, as compared, with their values."""
    return _values(labelled_values(outline_on(*story, text(WALL))))


def _values(found: tuple[Labelled, ...]) -> dict[str, str]:
    return {item.key: item.passage.text for item in found}


def test_a_grid_of_labels_and_values() -> None:
    form = grid([["<b>Report title</b>", "The spring fair"], ["<b>Ward(s)</b>", "All"]], [150, 250])
    assert values(form) == {"report title": "The spring fair", "wards": "All"}


def test_two_pairs_in_one_row() -> None:
    form = grid([["Title:", "Fair", "Date:", "4 May 2026"]], [60, 140, 60, 140])
    assert values(form) == {"title": "Fair", "date": "4 May 2026"}


def test_labels_and_values_that_white_space_parts() -> None:
    assert values(row("Report of:", "Head of Fairs"), row("Wards:", "Green")) == {
        "report of": "Head of Fairs",
        "wards": "Green",
    }


def test_a_label_and_its_value_in_one_line() -> None:
    assert values(text("Wards affected: Green and Market")) == {
        "wards affected": "Green and Market"
    }


def test_a_bold_label_needs_no_colon() -> None:
    assert values(text("<b>Wards affected</b> Green and Market")) == {
        "wards affected": "Green and Market"
    }


def test_a_question_and_its_answer() -> None:
    assert values(text("Is this a key decision? Yes")) == {"is this a key decision": "Yes"}


def test_a_label_stacked_on_its_value() -> None:
    found = values(
        text("<b>Report title:</b>"), text("The spring fair"), text("<b>Wards:</b>"), text("All")
    )
    assert found == {"report title": "The spring fair", "wards": "All"}


def test_a_label_without_a_value_takes_none_from_the_next() -> None:
    found = values(text("<b>Report title:</b>"), text("<b>Wards:</b>"), text("All"))
    assert found == {"report title": "", "wards": "All"}


def test_a_label_above_its_value_in_one_cell() -> None:
    form = grid([["<b>Classification:</b>\n\nOpen", "<b>Date:</b>\n\n4 May 2026"]], [200, 200])
    assert values(form) == {"classification": "Open", "date": "4 May 2026"}


def test_a_row_of_labels_above_a_row_of_values() -> None:
    form = grid(
        [
            ["<b>Item No.</b>", "<b>Classification</b>", "<b>Date</b>", "<b>Meeting Name</b>"],
            ["7", "Open", "4 May 2026", "Cabinet"],
        ],
        [100, 100, 100, 100],
    )
    assert values(form) == {
        "item no": "7",
        "classification": "Open",
        "date": "4 May 2026",
        "meeting name": "Cabinet",
    }


def test_a_label_that_recognition_cut_in_two() -> None:
    layout = text_layout("DATE OF DECI\tSION:\t4 May 2026\n\nThe fair is old.\n")
    assert _values(labelled_values(outline_of(layout.blocks))) == {"date of decision": "4 May 2026"}


def test_lines_of_a_form_need_no_colon() -> None:
    form = "Report title Spring Fair\nReport author Ida Okonedo\nWards affected Green\n"
    found = labelled_values(outline_of(text_layout(f"{form}\n{WALL}\n").blocks))
    assert _values(found) == {
        "report title": "Spring Fair",
        "report author": "Ida Okonedo",
        "wards affected": "Green",
    }


def test_a_line_alone_is_no_form_though_it_begins_like_a_label() -> None:
    layout = text_layout(f"Contact Officer Reviews\n\n{WALL}\n\n{WALL}\n")
    assert labelled_values(outline_of(layout.blocks)) == ()


def test_a_value_of_two_paragraphs_is_kept_whole() -> None:
    form = grid([["<b>Wards:</b>", "Green\n\nMarket"]], [100, 300])
    assert values(form) == {"wards": "Green\n\nMarket"}


def test_a_label_inside_a_value_is_a_pair_of_its_own() -> None:
    form = grid([["<b>Report of:</b>", "Head of Fairs\n\nWards: Green"]], [100, 300])
    assert values(form) == {"report of": "Head of Fairs", "wards": "Green"}


def test_a_table_of_figures_holds_no_labels() -> None:
    table = grid(
        [["<b>Item</b>", "<b>Cost</b>", "<b>Status</b>"], ["Tents", "£400", "Paid"]],
        [100, 100, 100],
    )
    assert values(heading("Background"), text(WALL), table) == {}


def test_words_with_a_colon_in_a_sentence_are_no_label() -> None:
    assert values(text("There is one thing to be said: the fair is old and it is loved.")) == {}


def test_a_line_of_the_front_matter_may_open_with_what_it_names() -> None:
    assert values(text("Report of the Head of Fairs"))["report of the"] == "Head of Fairs"


def test_below_a_heading_too_labels_at_the_top_of_a_text_are_front_matter() -> None:
    advice = "# Links to the plan\n\nLead officer:\tHead of Fairs\n\n"
    fair = "# The fair\n\n" + "The fair is held on the green.\n\n" * 100
    found = labelled_values(outline_of(text_layout(advice + fair + advice).blocks))
    assert [item.front for item in found if item.key == "lead officer"] == [True, False]
