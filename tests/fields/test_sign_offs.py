"""Clearances: who looked at a report, for which office, and when."""

from __future__ import annotations

import pytest

from schemas import Report
from tests.paper import WALL, Piece, grid, heading, report_on, text

Cleared = tuple[str, str | None, str | None]


def report(*story: Piece) -> Report:
    """A report that ends with a sign-off section."""
    return report_on(heading("Background"), text(WALL), heading("Sign off:"), *story)


def cleared(found: Report) -> list[Cleared]:
    """Area, reference and date of each clearance."""
    return [(s.area.value, s.reference, s.date) for s in found.sign_offs]


def test_a_grid_of_offices_and_codes() -> None:
    form = grid(
        [["Fin", "JS.26. 14", "Leg", "LS/2", "Mon Off", "LS/3", "HR", "N/A", "Assets", "AB"]],
        [36, 62, 36, 42, 58, 42, 36, 40, 50, 36],
    )
    assert cleared(report(form)) == [
        ("finance", "JS.26.14", None),
        ("legal", "LS/2", None),
        ("monitoring_officer", "LS/3", None),
        ("hr", "N/A", None),
        ("assets", "AB", None),
    ]


def test_a_row_of_office_name_and_day() -> None:
    found = report(grid([["Finance", "Ida Example", "4 May 2026"]], [100, 150, 100]))
    assert cleared(found) == [("finance", "Ida Example", "2026-05-04")]


def test_who_clears_for_an_office_is_an_approver() -> None:
    found = report(grid([["Finance", "Ida Example", "4 May 2026"]], [100, 150, 100]))
    assert [(p.name, p.role.value) for p in found.people] == [("Ida Example", "approver")]


def test_a_director_and_a_member_who_approve() -> None:
    found = report(
        text("Originating Senior Leadership Team member: Ida Example"),
        text("Date agreed: 04/05/2026"),
        text("Cabinet Member approval: Councillor Bo Sample"),
        text("Date approved: 05/05/2026"),
    )
    assert [(area, day) for area, _, day in cleared(found)] == [
        ("director", "2026-05-04"),
        ("member", "2026-05-05"),
    ]
    assert [(p.name, p.role.value) for p in found.people] == [
        ("Ida Example", "approver"),
        ("Bo Sample", "approver"),
    ]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Legal Implications (IE 04/05/2026)", ("legal", "IE", "2026-05-04")),
        ("Financial Implications (BS/IE, 4.5.26)", ("finance", "BS/IE", "2026-05-04")),
    ],
)
def test_initials_and_a_day_in_the_heading_of_an_advice(printed: str, expected: Cleared) -> None:
    found = report_on(heading("Background"), text(WALL), heading(printed), text(WALL))
    assert cleared(found) == [expected]


def test_the_last_line_of_an_advice_may_say_who_cleared_it() -> None:
    found = report_on(
        heading("Financial Implications"),
        text(WALL),
        text(
            "Comments approved by Ida Example on behalf of the Head of Finance. (Date 04/05/2026)"
        ),
    )
    assert cleared(found) == [("finance", "Ida Example", "2026-05-04")]
    assert [i.text for i in found.implications] == [WALL]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Name of finance officer consulted: Ida Example Date consulted: 04/05/26"],
            ("Ida Example", "2026-05-04"),
        ),
        (["Lawyer consulted: Ida Example  Date: 4 May 2026"], ("Ida Example", "2026-05-04")),
        (
            ["Signed: Ida Example, Head of Fairs", "Dated: 4 May 2026"],
            ("Ida Example", "2026-05-04"),
        ),
    ],
)
def test_who_was_asked_for_an_advice_is_a_consultee(
    lines: list[str], expected: tuple[str, str]
) -> None:
    found = report_on(heading("Financial Implications"), text(WALL), *map(text, lines))
    assert [(p.name, p.role.value) for p in found.people] == [(expected[0], "consultee")]
    assert cleared(found) == [("finance", *expected)]
    assert found.report_date is None


def test_initials_and_a_day_alone_under_a_heading_of_clearance() -> None:
    found = report_on(
        heading("Background"),
        text(WALL),
        heading("Finance Officer Clearance"),
        text("IE 04.5.26"),
    )
    assert cleared(found) == [("finance", "IE", "2026-05-04")]


def test_lines_in_threes_say_who_signs_for_whom_and_when() -> None:
    found = report_on(
        heading("Background"),
        text(WALL),
        heading("Statutory officer clearance"),
        text("Statutory Officer: Ida Example"),
        text("Signed on behalf of the Chief Financial Officer"),
        text("Date: 4 May 2026"),
        text("Chief Officer: Bo Sample"),
        text("Signed by the Corporate Director"),
        text("Date: 5 May 2026"),
    )
    assert [(s.area.value, s.reference, s.date) for s in found.sign_offs] == [
        ("finance", "Ida Example", "2026-05-04"),
        ("director", "Bo Sample", "2026-05-05"),
    ]
    assert [(p.name, p.post, p.role.value) for p in found.people] == [
        ("Ida Example", None, "approver"),
        ("Bo Sample", "Corporate Director", "approver"),
    ]
    assert found.report_date is None
