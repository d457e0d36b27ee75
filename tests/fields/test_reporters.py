"""In whose name a report is made, and the member beside them."""

from __future__ import annotations

import pytest

from tests.paper import WALL, heading, report_on, row, text

REPORT_OF = "report_of"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Director of Place and the Head of Fairs",
            [(None, "Director of Place", REPORT_OF), (None, "Head of Fairs", REPORT_OF)],
        ),
        (
            "Chief Executive and Director of Place",
            [(None, "Chief Executive", REPORT_OF), (None, "Director of Place", REPORT_OF)],
        ),
        (
            "Director of Social Care and Public Health",
            [(None, "Director of Social Care and Public Health", REPORT_OF)],
        ),
        (
            "Director of Law and Monitoring Officer",
            [(None, "Director of Law and Monitoring Officer", REPORT_OF)],
        ),
        (
            "Director of Place, in discussions with Councillor Ida Example, "
            "Cabinet Member for Fairs",
            [
                (None, "Director of Place", REPORT_OF),
                ("Ida Example", "Cabinet Member for Fairs", "lead_member"),
            ],
        ),
    ],
)
def test_joint_reports(value: str, expected: list[tuple[str | None, str, str]]) -> None:
    found = report_on(row("Report of:", value), heading("Background"), text(WALL)).people
    assert [(p.name, p.post, p.role.value) for p in found] == expected
