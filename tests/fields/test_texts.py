"""Summary, reasons, alternatives and sections: which words they take in."""

from __future__ import annotations

import pytest

from schemas import Report
from tests.paper import FAIR, WALL, Piece, heading, item, new_page, report_on, row, text


def report(*story: Piece) -> Report:
    """A report that ends with a conclusion."""
    return report_on(*story, heading("Conclusion"), text(WALL))


def test_the_summary_is_the_section_of_that_name() -> None:
    found = report(
        heading("Purpose of report"), text(WALL), heading("Executive summary"), text(FAIR)
    )
    assert found.summary == FAIR


def test_the_purpose_stands_in_where_there_is_no_summary() -> None:
    assert report(heading("Purpose of report"), text(FAIR)).summary == FAIR


def test_paragraphs_are_kept_apart_and_labels_left_out() -> None:
    found = report(heading("Summary"), item("1.1", FAIR), item("1.2", WALL))
    assert found.summary == f"{FAIR}\n\n{WALL}"


def test_a_paragraph_over_a_page_is_one() -> None:
    found = report(
        heading("Summary"),
        text(f"{FAIR} It lasts as long as the"),
        new_page(),
        text("weather holds."),
    )
    assert found.summary == f"{FAIR} It lasts as long as the weather holds."


def test_sub_headings_belong_to_their_section() -> None:
    found = report(
        heading("Reasons", size=14), text(FAIR), heading("How it began", size=11), text(WALL)
    )
    assert found.reasons == f"{FAIR}\n\n{WALL}"


@pytest.mark.parametrize(
    "title",
    ["Reasons for recommendations", "Reason for decision", "REASONS FOR REPORT RECOMMENDATIONS"],
)
def test_reasons(title: str) -> None:
    assert report(heading(title), text(FAIR)).reasons == FAIR


def test_reasons_of_the_conditions_of_a_permission_are_not_the_reports() -> None:
    found = report(
        heading("Conditions"),
        item("1.", "The stalls shall be down by dusk."),
        text("<b>Reason:</b> To keep the green dark at night."),
        item("2.", "No stall shall be higher than the hedge."),
        text("<b>Reason:</b> To keep the view."),
    )
    assert found.reasons is None


def test_rationale_is_no_reason() -> None:
    assert report(heading("Rationale"), text(FAIR)).reasons is None


@pytest.mark.parametrize(
    "title",
    [
        "Alternative options considered and rejected",
        "Options considered and dismissed",
        "Alternatives",
    ],
)
def test_alternatives(title: str) -> None:
    assert report(heading(title), text(FAIR)).alternatives == FAIR


def test_a_report_without_these_parts_states_none() -> None:
    found = report(heading("Background"), text(FAIR))
    assert (found.summary, found.reasons, found.alternatives) == (None, None, None)


def test_the_forms_instructions_are_no_part_of_a_text() -> None:
    found = report(heading("Reasons"), text("Please provide the reasons."), text(FAIR))
    assert found.reasons == FAIR


def test_every_heading_is_a_section_with_its_text_and_pages() -> None:
    found = report_on(
        heading("Summary"), text(FAIR), new_page(), heading("Background"), text(WALL), text(FAIR)
    )
    assert [(s.heading, s.kind.value, s.text, s.pages) for s in found.sections] == [
        ("Summary", "summary", FAIR, (1, 1)),
        ("Background", "background", f"{WALL}\n\n{FAIR}", (2, 2)),
    ]


def test_a_label_of_the_front_matter_ends_a_text() -> None:
    found = report(
        heading("Reasons"), text(FAIR), row("CONTACT: Ida Example", "extension: 3917"), text(WALL)
    )
    assert found.reasons == FAIR


def test_a_heading_that_may_be_a_summary_gives_way_to_the_purpose() -> None:
    found = report(
        heading("Purpose of report"), text(FAIR), heading("Summary of main proposals"), text(WALL)
    )
    assert found.summary == FAIR
