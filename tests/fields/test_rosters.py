"""Grids of people: what the head row, the rows between and the heading above make of them."""

from __future__ import annotations

import pytest

from schemas import Report
from tests.paper import WALL, Piece, grid, heading, report_on, text

CONSULTED = [
    ["Name of consultee", "Post held", "Date sent", "Date response received"],
    ["Ida Example", "Head of Fairs", "01/05/26", "04/05/26"],
    ["Cllr Bo Sample", "Cabinet Member", "01/05/26", "05/05/26"],
]
CLEARED = [
    ["Signed off by", "Date sent", "Date signed off", "Initials"],
    ["Finance", "01/05/26", "04/05/26", "IE"],
    ["Legal", "01/05/26", "05/05/26", "BS"],
]
FOUR = [110, 130, 90, 90]


def report(*story: Piece, head: str = "Officers of the fair") -> Report:
    """A report that ends with these pieces under a heading."""
    return report_on(heading("Background"), text(WALL), heading(head), *story)


def who(found: Report) -> list[tuple[str | None, str | None, str]]:
    """Name, post and role of everybody whom a report names."""
    return [(p.name, p.post, p.role.value) for p in found.people]


def cleared(found: Report) -> list[tuple[str, str | None, str | None]]:
    """Area, reference and date of each clearance."""
    return [(s.area.value, s.reference, s.date) for s in found.sign_offs]


def test_the_head_row_tells_the_columns_and_the_role() -> None:
    found = report(grid(CONSULTED, FOUR))
    assert who(found) == [
        ("Ida Example", "Head of Fairs", "consultee"),
        ("Bo Sample", "Cabinet Member", "consultee"),
    ]
    assert found.sign_offs == ()


@pytest.mark.parametrize("head", ["Report sign off", "Approval and clearance", "What came next"])
def test_offices_and_initials_are_clearances_on_the_day_of_the_answer(head: str) -> None:
    found = report(grid(CLEARED, FOUR), head=head)
    assert cleared(found) == [("finance", "IE", "2026-05-04"), ("legal", "BS", "2026-05-05")]
    assert found.people == ()


def test_a_row_over_the_full_width_tells_what_those_below_are() -> None:
    form = grid(
        [
            ["Contributor or approver name", "Title", "Date approved"],
            ["Contributors:", "", ""],
            ["Ida Example", "Head of Fairs", "04/05/26"],
            ["Approvers:", "", ""],
            ["Bo Sample", "Lead Accountant", "05/05/26"],
        ],
        [180, 160, 100],
        merged=[((0, 1), (2, 1)), ((0, 3), (2, 3))],
    )
    found = report(form)
    assert who(found) == [
        ("Ida Example", "Head of Fairs", "consultee"),
        ("Bo Sample", "Lead Accountant", "approver"),
    ]
    assert cleared(found) == [("finance", "Bo Sample", "2026-05-05")]


@pytest.mark.parametrize("head", ["Cleared by", "Officer name", "Named officer"])
def test_the_office_before_the_name_gives_the_area(head: str) -> None:
    form = grid(
        [
            ["Approval for", head, "Date"],
            ["Legal", "Ida Example", "04/05/26"],
            ["Strategic Director (always needed)", "Bo Sample", "05/05/26"],
        ],
        [180, 140, 100],
    )
    found = report(form)
    assert cleared(found) == [
        ("legal", "Ida Example", "2026-05-04"),
        ("director", "Bo Sample", "2026-05-05"),
    ]
    assert who(found) == [
        ("Ida Example", None, "approver"),
        ("Bo Sample", "Strategic Director", "approver"),
    ]


def test_rows_of_offices_names_and_days_are_clearances_under_any_heading() -> None:
    form = grid(
        [["Finance", "Ida Example", "4 May 2026"], ["Legal", "BS", "5 May 2026"]], [120, 160, 120]
    )
    assert cleared(report(form)) == [
        ("finance", "Ida Example", "2026-05-04"),
        ("legal", "BS", "2026-05-05"),
    ]


def test_a_contact_grid_gives_posts_and_addresses() -> None:
    form = grid(
        [
            ["Name", "Position", "Email", "Telephone"],
            ["Ida Example", "Head of Fairs", "ida@example.org", "01632 960 001"],
        ],
        [90, 110, 130, 110],
    )
    (person,) = report(form, head="Contact officers").people
    assert (person.name, person.post, person.email, person.phone, person.role.value) == (
        "Ida Example",
        "Head of Fairs",
        "ida@example.org",
        "01632 960 001",
        "contact",
    )


@pytest.mark.parametrize(
    "rows",
    [
        [["Consultee", "Date consulted", "Response"], ["Marine Agency", "4 May 2026", "None"]],
        [["Name of stall", "Title", "Fee"], ["Ida Example", "The Wheel", "£40"]],
        [["Finance", "£3m", "4 May 2026"], ["Legal", "£1m", "5 May 2026"]],
    ],
)
def test_grids_of_other_things_list_nobody(rows: list[list[str]]) -> None:
    found = report(grid(rows, [150, 130, 100]))
    assert (found.people, found.sign_offs) == ((), ())


def test_who_was_consulted_stays_so_whatever_office_a_row_between_names() -> None:
    asked = [
        ["Name of consultee", "Post", "Date sent", "Date returned"],
        ["Statutory Officer (or deputy):", "", "", ""],
        ["Ida Example", "Head of Fairs", "01/05/26", "04/05/26"],
    ]
    found = report(grid(asked, FOUR))
    assert who(found) == [("Ida Example", "Head of Fairs", "consultee")]
    assert found.sign_offs == ()


def test_name_and_day_may_stand_below_a_printed_line_of_the_cell() -> None:
    form = [
        ["Financial consultation", "Officer consulted and date<br/>Ida Example 05/05/2026"],
        ["Legal consultation", "Officer consulted and date<br/>Bo Sample 06/05/2026"],
    ]
    found = report(grid(form, [160, 240]), head="Report sign off")
    assert cleared(found) == [
        ("finance", "Ida Example", "2026-05-05"),
        ("legal", "Bo Sample", "2026-05-06"),
    ]
    assert [role for _, _, role in who(found)] == ["approver", "approver"]
