"""Whether the public may read a report, in the words of four nations and many councils."""

from __future__ import annotations

import pytest

from schemas import Confidentiality
from tests.paper import WALL, grid, heading, report_in, report_on, row, text

ACT = "Schedule 12A to the Local Government Act 1972"


def labelled(statement: str) -> Confidentiality:
    """What a statement in the front matter amounts to."""
    return report_on(
        row("<b>Confidentiality:</b>", statement), heading("Background"), text(WALL)
    ).confidentiality


@pytest.mark.parametrize(
    ("statement", "status", "paragraphs"),
    [
        ("Open", "open", ()),
        ("None", "open", ()),
        ("No", "open", ()),
        ("N/A", "open", ()),
        ("Public", "open", ()),
        ("Unrestricted", "open", ()),
        ("Part I - Official", "open", ()),
        ("FOR GENERAL RELEASE", "open", ()),
        ("This report is not exempt.", "open", ()),
        ("Exempt", "exempt", ()),
        ("Closed", "exempt", ()),
        ("Part II", "exempt", ()),
        pytest.param(
            "Not for publication",
            "exempt",
            (),
        ),
        (f"Exempt by paragraphs 1 and 2 of Part 1 of {ACT}", "exempt", ("1", "2")),
        (f"Exempt under paragraph 14 of Part 4 of {ACT}", "exempt", ("14",)),
        (
            "Exempt under paragraph 8 of Part 1 of Schedule 7A to the Local Government (Scotland) "
            "Act 1973",
            "exempt",
            ("8",),
        ),
        ("Partly exempt", "part_exempt", ()),
        (f"Appendix B is exempt by paragraph 3 of Part 1 of {ACT}", "part_exempt", ("3",)),
        ("Open, with an exempt appendix", "part_exempt", ()),
        ("Yes – Appendix 2 only", "part_exempt", ()),
    ],
)
def test_a_labelled_statement(statement: str, status: str, paragraphs: tuple[str, ...]) -> None:
    found = labelled(statement)
    assert (found.statement, found.status.value, found.paragraphs) == (
        statement,
        status,
        paragraphs,
    )


@pytest.mark.parametrize(
    ("ticked", "status"), [("Yes ☐ No ☒", "open"), ("☐ Yes ☑ No", "open"), ("☒ Yes ☐ No", "exempt")]
)
def test_boxes_are_read_by_their_ticks(ticked: str, status: str) -> None:
    words = f"Exempt information:\t{ticked}\n\n# Background\n\nThe fair is old.\n"
    assert report_in(words).confidentiality.status.value == status


def test_a_statement_under_a_heading() -> None:
    found = report_on(
        heading("Statement of Confidentiality"),
        text(f"This report is exempt by paragraph 3 of Part 1 of {ACT}."),
        heading("Background"),
        text(WALL),
    ).confidentiality
    assert (found.status.value, found.paragraphs) == ("exempt", ("3",))
    assert found.statement == f"This report is exempt by paragraph 3 of Part 1 of {ACT}."


def test_a_line_of_the_front_matter_that_is_nothing_else() -> None:
    found = report_on(
        text("FOR GENERAL RELEASE"), text("Cabinet"), heading("Background"), text(WALL)
    )
    assert (found.confidentiality.statement, found.confidentiality.status.value) == (
        "FOR GENERAL RELEASE",
        "open",
    )


def test_the_next_label_is_no_part_of_the_statement() -> None:
    found = report_on(
        text("<b>Classification:</b> Unrestricted"),
        text("<b>Electoral Division:</b> All"),
        heading("Background"),
        text(WALL),
    )
    assert found.confidentiality.statement == "Unrestricted"


def test_a_sentence_that_cites_the_schedule() -> None:
    sentence = f"Appendix B is not for publication by paragraph 3 of Part 1 of {ACT}."
    found = report_on(heading("Background"), text(WALL), text(sentence)).confidentiality
    assert (found.status.value, found.paragraphs) == ("part_exempt", ("3",))


def test_nothing_stated() -> None:
    found = report_on(heading("Background"), text(WALL)).confidentiality
    assert (found.statement, found.status.value, found.paragraphs) == (None, "unstated", ())


def test_a_handling_mark_is_no_statement() -> None:
    found = report_on(text("OFFICIAL"), heading("Background"), text(WALL)).confidentiality
    assert found.statement is None


def test_an_open_report_with_an_exempt_appendix_is_exempt_in_part() -> None:
    form = grid(
        [
            ["Ref.", "Title of Appendix", "1", "2", "3", "4", "5", "6", "7"],
            ["B", "Costs of the fair", "", "", "x", "", "", "", ""],
        ],
        [40, 180, *[25] * 7],
    )
    found = report_on(
        row("<b>Confidentiality:</b>", "Part I - Official"), heading("Appendices"), form
    ).confidentiality
    assert (found.status.value, found.paragraphs) == ("part_exempt", ("3",))


def test_an_appendix_said_to_be_exempt_exempts_a_part_whatever_the_paragraph() -> None:
    found = report_on(
        heading("Appendices"),
        text("Appendix A – Map of the green"),
        text("Appendix B – Rents of the stalls (exempt)"),
    ).confidentiality
    assert (found.statement, found.status.value, found.paragraphs) == (None, "part_exempt", ())


def test_a_question_set_as_a_heading_is_answered_below_it() -> None:
    found = report_on(
        heading("Recommendations"),
        text("That the fair be held."),
        heading("Does this report contain exempt information?"),
        text("No"),
    ).confidentiality
    assert (found.statement, found.status.value) == ("No", "open")


def test_the_second_row_of_a_question_holds_its_other_box() -> None:
    form = "Is this report restricted for confidential business?\tYes\t☐\nNo\t☒\n"
    found = report_in(f"{form}\n# Background\n\nThe fair is old.\n").confidentiality
    assert found.status.value == "open"


def test_paragraphs_may_stand_with_the_reason_below() -> None:
    found = report_on(
        row("Classification", "Part 1 Public &amp; Part 2 Private"),
        row("Reason for exemption", "Paragraph 3 – business affairs"),
        heading("Background"),
        text(WALL),
    ).confidentiality
    assert (found.status.value, found.paragraphs) == ("part_exempt", ("3",))


def test_to_be_discussed_in_committee_is_to_be_private() -> None:
    found = report_on(
        row("To be discussed in committee", "NO"), heading("Background"), text(WALL)
    ).confidentiality
    assert (found.statement, found.status.value) == ("NO", "open")
