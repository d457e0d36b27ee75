"""Who is what to a report: labels, contact blocks, advisers, signatures, clearance forms."""

from __future__ import annotations

import pytest

from schemas import Person
from schemas.vocabulary import PersonKind, PersonRole
from tests.paper import WALL, Piece, grid, heading, report_on, row, text

Who = tuple[str | None, str | None, str]


def people(*story: Piece) -> tuple[Person, ...]:
    """Everybody whom a paper names."""
    return report_on(*story, heading("Background"), text(WALL)).people


def who(*story: Piece) -> list[Who]:
    """Name, post and role of everybody whom a paper names."""
    return [(p.name, p.post, p.role.value) for p in people(*story)]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Lead Member", PersonRole.LEAD_MEMBER),
        ("Cabinet Member", PersonRole.LEAD_MEMBER),
        ("Portfolio Holder", PersonRole.LEAD_MEMBER),
        ("Relevant Director", PersonRole.LEAD_DIRECTOR),
        ("Responsible Officer", PersonRole.LEAD_DIRECTOR),
        ("Lead Officer", PersonRole.LEAD_DIRECTOR),
        ("Executive Director lead", PersonRole.LEAD_DIRECTOR),
        ("Report Author", PersonRole.AUTHOR),
        ("From", PersonRole.REPORT_OF),
        ("By", PersonRole.REPORT_OF),
        ("Report by", PersonRole.REPORT_OF),
        ("Officer presenting", PersonRole.PRESENTER),
        ("Contact Officer", PersonRole.CONTACT),
        ("Chair", PersonRole.CHAIR),
    ],
)
def test_the_label_gives_the_role(label: str, role: PersonRole) -> None:
    (person,) = people(row(f"<b>{label}:</b>", "Ida Example"))
    assert (person.name, person.role) == ("Ida Example", role)


def test_a_member_from_whom_a_report_comes_is_report_of() -> None:
    (person,) = people(row("From:", "Cllr Ida Example, Cabinet Member for Fairs"))
    assert (person.role, person.kind) == (PersonRole.REPORT_OF, PersonKind.MEMBER)


def test_lead_officer_is_the_author_where_a_director_is_named_beside() -> None:
    assert who(row("Lead Director:", "Bo Sample"), row("Lead Officer:", "Ida Example")) == [
        ("Bo Sample", None, "lead_director"),
        ("Ida Example", None, "author"),
    ]


def test_honorific_name_and_post_are_parted() -> None:
    (person,) = people(row("Lead Member:", "Councillor Ida Example (Cabinet Member for Fairs)"))
    assert (person.honorific, person.name, person.post, person.kind) == (
        "Councillor",
        "Ida Example",
        "Cabinet Member for Fairs",
        PersonKind.MEMBER,
    )


def test_a_post_without_a_name_is_an_entry() -> None:
    assert who(row("Report of:", "Head of Fairs")) == [(None, "Head of Fairs", "report_of")]


def test_the_division_below_a_post_is_no_entry() -> None:
    form = grid(
        [["Report of:", "Ida Example\n\nDirector of Place\n\nGrowth Directorate"]], [100, 300]
    )
    assert who(form) == [("Ida Example", "Director of Place", "report_of")]


def test_two_authors_are_two_entries() -> None:
    value = "Ida Example, Head of Fairs<br/>Bo Sample, Market Officer"
    assert who(row("Authors:", value)) == [
        ("Ida Example", "Head of Fairs", "author"),
        ("Bo Sample", "Market Officer", "author"),
    ]


def test_author_and_contact_are_two_entries_of_one_person() -> None:
    story = [row("Author:", "Ida Example"), row("Contact:", "Ida Example")]
    assert who(*story) == [("Ida Example", None, "author"), ("Ida Example", None, "contact")]


def test_an_address_of_its_own_belongs_to_the_author() -> None:
    (director, author) = people(
        row("Lead Director:", "Bo Sample"),
        row("Author:", "Ida Example"),
        row("Contact Email:", "ida@example.org"),
        row("Telephone:", "01632 960 001"),
    )
    assert (director.email, director.phone) == (None, None)
    assert (author.email, author.phone) == ("ida@example.org", "01632 960 001")


def test_an_address_of_its_own_belongs_to_the_report_of_where_no_author_is() -> None:
    (person,) = people(row("Report of:", "Head of Fairs"), row("Email:", "fairs@example.org"))
    assert (person.role, person.email) == (PersonRole.REPORT_OF, "fairs@example.org")


def test_an_address_alone_makes_no_entry() -> None:
    assert people(row("Email:", "fairs@example.org")) == ()


@pytest.mark.parametrize("nobody", ["N/A", "None", "TBC", "-"])
def test_nobody_makes_no_entry(nobody: str) -> None:
    assert people(row("Lead Member:", nobody)) == ()


def test_a_contact_grid_is_read_by_its_labels() -> None:
    form = grid(
        [
            ["<b>CONTACT DETAILS</b>", "", ""],
            ["Executive Director", "Title", "Director of Place"],
            ["", "Name:", "Bo Sample"],
            ["", "E-mail:", "bo@example.org"],
            ["Author:", "Title", "Market Officer"],
            ["", "Name:", "Ida Example"],
            ["", "E-mail:", "ida@example.org"],
        ],
        [120, 80, 200],
        merged=[((0, 0), (2, 0)), ((0, 1), (0, 3)), ((0, 4), (0, 6))],
    )
    assert [(p.name, p.post, p.role.value, p.email) for p in people(form)] == [
        ("Bo Sample", "Director of Place", "lead_director", "bo@example.org"),
        ("Ida Example", "Market Officer", "author", "ida@example.org"),
    ]


def test_contact_columns_stand_side_by_side() -> None:
    found = report_on(
        heading("Background"),
        text(WALL),
        heading("Contact details"),
        row("<b>Report Author:</b>", "<b>Relevant Director:</b>", at=(0, 230)),
        row("Ida Example", "Bo Sample", at=(0, 230), gap=0),
        row("Market Officer", "Director of Place", at=(0, 230), gap=0),
        row("01632 960001", "01632 960002", at=(0, 230), gap=0),
        row("ida@example.org", "bo@example.org", at=(0, 230), gap=0),
    ).people
    assert [(p.name, p.post, p.role.value, p.phone, p.email) for p in found] == [
        ("Ida Example", "Market Officer", "author", "01632 960001", "ida@example.org"),
        ("Bo Sample", "Director of Place", "lead_director", "01632 960002", "bo@example.org"),
    ]


def test_a_contact_block_without_roles_gives_a_contact() -> None:
    found = report_on(
        heading("Background"),
        text(WALL),
        heading("Contact officer"),
        text("Ida Example"),
        text("Market Officer", gap=0),
        text("ida@example.org", gap=0),
    ).people
    assert [(p.name, p.post, p.role.value, p.email) for p in found] == [
        ("Ida Example", "Market Officer", "contact", "ida@example.org")
    ]


def test_a_named_adviser_is_a_consultee() -> None:
    found = who(
        heading("Financial Implications"),
        text(WALL),
        text("Finance Business Partner: Ida Example, Head of Accounts"),
    )
    assert ("Ida Example", "Head of Accounts", "consultee") in found


def test_who_signs_at_the_foot_is_a_signatory() -> None:
    found = report_on(
        heading("Background"),
        text(WALL),
        text("IDA EXAMPLE"),
        text("Director of Place", gap=0),
        text("4 May 2026", gap=0),
    )
    assert [(p.name, p.post, p.role.value) for p in found.people] == [
        ("IDA EXAMPLE", "Director of Place", "signatory")
    ]
    assert found.report_date == "2026-05-04"


def test_who_will_attend_is_a_presenter() -> None:
    found = who(
        heading("Scope"),
        text("Ida Example, Head of Fairs, and Bo Sample, Market Officer, will attend the meeting."),
    )
    assert [(name, role) for name, _, role in found] == [
        ("Ida Example", "presenter"),
        ("Bo Sample", "presenter"),
    ]


def test_a_post_over_two_lines_of_a_column_is_a_post() -> None:
    form = grid([["Author:", "Ida Example<br/>Country Parks<br/>Manager"]], [100, 300])
    assert who(form) == [("Ida Example", "Country Parks Manager", "author")]


@pytest.mark.parametrize("label", ["Report author", "Presented by", "Contact officer"])
def test_a_dash_may_part_a_label_from_whom_it_names(label: str) -> None:
    (person,) = people(text(f"{label} – Ida Example, Head of Fairs"))
    assert (person.name, person.post) == ("Ida Example", "Head of Fairs")


def test_a_dash_inside_a_post_is_no_label() -> None:
    assert who(row("Report of:", "Corporate Director – Environment")) == [
        (None, "Corporate Director – Environment", "report_of")
    ]


def test_labels_go_on_in_one_line() -> None:
    line = "Author: Ida Example, Head of Legal Services Contact for enquiries: Bo Sample, Clerk"
    assert who(text(line)) == [
        ("Ida Example", "Head of Legal Services", "author"),
        ("Bo Sample", "Clerk", "contact"),
    ]


def test_name_and_post_may_stand_under_one_label() -> None:
    story = [heading("Contact officer"), text("Name/Job Title: Ida Example, Market Officer")]
    assert who(*story) == [("Ida Example", "Market Officer", "contact")]


def test_whom_the_council_serves_is_no_guest() -> None:
    (person,) = people(row("Author:", "Ida Example, Director of Resident Services"))
    assert person.kind is PersonKind.OFFICER


def test_a_member_to_whom_a_decision_is_addressed_leads() -> None:
    assert who(row("To:", "Councillor Ida Example, Cabinet Member for Fairs")) == [
        ("Ida Example", "Cabinet Member for Fairs", "lead_member")
    ]


def test_a_portfolio_beside_its_holder_is_no_entry() -> None:
    story = [row("Portfolio:", "Fairs and Markets"), row("Portfolio Holder:", "Cllr Ida Example")]
    assert who(*story) == [("Ida Example", None, "lead_member")]


def test_the_row_below_a_person_may_give_the_post() -> None:
    form = grid([["Report author:", "Ida Example"], ["Job title:", "Market Officer"]], [120, 200])
    assert who(form) == [("Ida Example", "Market Officer", "author")]


def test_an_office_as_label_is_the_post() -> None:
    assert who(row("Finance Officer:", "Ida Example")) == [
        ("Ida Example", "Finance Officer", "consultee")
    ]


def test_who_completed_an_advice_is_a_consultee() -> None:
    found = who(
        row("Report author:", "Bo Sample, Fairs Manager"),
        heading("Financial implications"),
        text("The stalls are paid for."),
        text("Completed by: Ida Example, Head of Finance"),
    )
    assert found == [
        ("Bo Sample", "Fairs Manager", "author"),
        ("Ida Example", "Head of Finance", "consultee"),
    ]


def test_a_title_of_one_or_several_is_a_title() -> None:
    (person,) = people(text("Report of Councillor(s) Ida Example, Cabinet Member for Fairs"))
    assert (person.honorific, person.name) == ("Councillor", "Ida Example")
    assert (person.post, person.role) == ("Cabinet Member for Fairs", PersonRole.REPORT_OF)


def test_a_line_below_consultees_that_names_somebody_names_a_consultee() -> None:
    found = who(
        heading("Background"),
        text(WALL),
        heading("Consultees"),
        text("Councillor Ida Example, Cabinet Member for Fairs"),
        text("Bo Sample, Head of Roads"),
        text("The traders of the fair were asked in spring."),
    )
    assert found == [
        ("Ida Example", "Cabinet Member for Fairs", "consultee"),
        ("Bo Sample", "Head of Roads", "consultee"),
    ]


def test_a_line_read_by_its_opening_names_nobody_else() -> None:
    found = who(text("<b>REPORT BY IDA EXAMPLE, DIRECTOR OF FAIRS</b>"))
    assert found == [("IDA EXAMPLE", "DIRECTOR OF FAIRS", "report_of")]
