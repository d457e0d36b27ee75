"""The title: which line it is, and what is cut off it."""

from __future__ import annotations

import pytest

from schemas import Report
from tests.paper import WALL, Piece, grid, heading, item, report_on, row, text


def report(*story: Piece) -> Report:
    """A report with this front matter."""
    return report_on(*story, heading("Background"), text(WALL))


@pytest.mark.parametrize(
    ("printed", "reference", "agenda_item"),
    [
        ("The Spring Fair (SF/2026/21)", "SF/2026/21", None),
        ("The Spring Fair (A.1942/EH)", "A.1942/EH", None),
        ("ITEM 3.4 CP/CD/544 The Spring Fair", "CP/CD/544", "3.4"),
        ("7. The Spring Fair", None, "7"),
    ],
)
def test_numbers_beside_the_title(
    printed: str, reference: str | None, agenda_item: str | None
) -> None:
    found = report(row("Report title:", printed))
    assert (found.title, found.reference, found.agenda_item) == (
        "The Spring Fair",
        reference,
        agenda_item,
    )


@pytest.mark.parametrize("title", ["Budget 2026/27", "The Fair (see plan)", "Towns (UK)"])
def test_years_and_asides_stay(title: str) -> None:
    found = report(row("Report title:", title))
    assert (found.title, found.reference) == (title, None)


def test_the_label_of_the_line_is_the_item() -> None:
    found = report(
        text("<b>Harbour Board</b>"), item("8.", "<b>The spring fair at the harbour</b>", bold=True)
    )
    assert (found.title, found.agenda_item) == ("The spring fair at the harbour", "8")


def test_a_number_that_begins_the_title_is_part_of_it() -> None:
    found = report(
        text("<b>Harbour Board</b>"), item("20", "<b>MPH ZONES AT THE HARBOUR</b>", bold=True)
    )
    assert found.title == "20 MPH ZONES AT THE HARBOUR"


@pytest.mark.parametrize(
    "letterhead", ["Borough of Telford and Wrekin", "TOWER HAMLETS", "Leeds City Council"]
)
def test_a_letterhead_is_no_title(letterhead: str) -> None:
    found = report(
        heading(letterhead, size=16), text("Cabinet"), heading("The spring fair", size=16)
    )
    assert (found.title, found.meeting.committee) == ("The spring fair", "Cabinet")


def test_a_value_that_says_who_may_read_it_is_no_title() -> None:
    form = grid([["Item", "Public"]], [100, 200])
    assert report(form, heading("The spring fair", size=16)).title == "The spring fair"


def test_the_title_goes_on_behind_a_colon() -> None:
    form = grid([["Title:", "Planning application:\n\nTwo tents on the green"]], [80, 320])
    assert report(form).title == "Planning application: Two tents on the green"


@pytest.mark.parametrize("code", ["CAB3481", "FP/318/02/26", "HC/44/26"])
def test_a_code_alone_is_the_reference(code: str) -> None:
    found = report(text(code), text("<b>Cabinet</b>"), heading("The spring fair", size=16))
    assert (found.reference, found.title) == (code, "The spring fair")


def test_the_item_may_stand_below_its_label() -> None:
    found = report(text("Agenda Item No."), text("5"), heading("The spring fair", size=16))
    assert (found.agenda_item, found.title) == ("5", "The spring fair")


def test_the_number_of_a_report_is_no_title() -> None:
    found = report_on(
        text("<b>REPORT NO 301/26</b>"),
        text("<b>THE SPRING FAIR ON THE GREEN</b>"),
        heading("Background"),
        text(WALL),
    )
    assert (found.title, found.reference) == ("THE SPRING FAIR ON THE GREEN", "301/26")
