"""Bodies and the days on which they sit: in values of labels, in lines, in recommendations."""

from __future__ import annotations

import pytest

from schemas import Meeting
from tests.paper import WALL, Piece, grid, heading, item, report_on, row, text


def meeting(*story: Piece) -> Meeting:
    """The meeting of a report with this front matter."""
    return report_on(*story, heading("Background"), text(WALL)).meeting


@pytest.mark.parametrize(
    ("printed", "body", "day"),
    [
        ("Members of the Fairs and Markets Committee", "Fairs and Markets Committee", None),
        ("The Chair and Members of the Harbour Board", "Harbour Board", None),
        ("Mayor and Cabinet", "Mayor and Cabinet", None),
        ("Cabinet 4 May 2026; Council 18 May 2026", "Cabinet", "2026-05-04"),
        ("Cabinet<br/>Full Council", "Cabinet", None),
        ("Fairs and Markets<br/>Committee", "Fairs and Markets Committee", None),
        ("Harbour<br/>Board", "Harbour Board", None),
        ("Licensing Committee – Part A", "Licensing Committee", None),
        ("Councillor Ida Example, Cabinet Member for Fairs", "Cabinet Member for Fairs", None),
        ("18 May 2026", None, "2026-05-18"),
    ],
)
def test_the_value_of_a_label(printed: str, body: str | None, day: str | None) -> None:
    found = meeting(row("To:", printed))
    assert (found.committee, found.date) == (body, day)


@pytest.mark.parametrize("purpose", ["ACTION", "Decision", "For information", "Noting / Approval"])
def test_what_a_report_is_for_is_no_body(purpose: str) -> None:
    form = grid([["Report for:", purpose], ["For consideration by:", "Cabinet"]], [140, 200])
    assert meeting(form).committee == "Cabinet"


def test_a_value_that_names_a_body_is_believed_before_one_that_does_not() -> None:
    found = meeting(row("Meeting:", "In the Market Hall"), row("Committee:", "Harbour Board"))
    assert found.committee == "Harbour Board"


@pytest.mark.parametrize(
    "line", ["COUNCIL EXECUTIVE", "Full Council", "Programmes Committee – Part A", "Harbour Board"]
)
def test_a_line_of_its_own(line: str) -> None:
    found = meeting(text(f"<b>{line}</b>"), text("4 May 2026"), text("<b>The spring fair</b>"))
    assert found.committee == line.removesuffix(" – Part A")


def test_the_day_may_stand_at_the_foot() -> None:
    found = report_on(
        text("<b>Harbour Board</b>"),
        heading("Background"),
        text(WALL),
        text("Date of meeting: 4 May 2026"),
    )
    assert (found.meeting.date, found.report_date) == ("2026-05-04", None)


@pytest.mark.parametrize(
    "lead_in",
    ["It is recommended that the Harbour Board:", "The Harbour Board is asked to:"],
)
def test_the_body_that_is_asked(lead_in: str) -> None:
    found = report_on(
        heading("Recommendations"),
        text(lead_in),
        item("1.", "hold the fair; and"),
        item("2.", "set a fee."),
    )
    assert found.meeting.committee == "Harbour Board"
