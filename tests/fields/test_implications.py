"""What a report says its proposals imply, subject by subject, and what that amounts to."""

from __future__ import annotations

import pytest

from extract.fields.answers import status_of
from schemas.vocabulary import ImplicationStatus
from tests.paper import FAIR, WALL, Piece, grid, heading, item, report_on, text

Entry = tuple[str, str, str, str]


def entries(*story: Piece) -> list[Entry]:
    """Type, heading, text and status of each implication that a paper states."""
    report = report_on(heading("Background"), text(WALL), *story, heading("Conclusion"), text(FAIR))
    return [(i.type.value, i.heading, i.text, i.status.value) for i in report.implications]


NONE, NO_DIRECT = ImplicationStatus.NONE, ImplicationStatus.NO_DIRECT
SUBSTANTIVE, BLANK = ImplicationStatus.SUBSTANTIVE, ImplicationStatus.BLANK


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", BLANK),
        ("None", NONE),
        ("None.", NONE),
        ("N/A", NONE),
        ("No", NONE),
        ("Nil", NONE),
        ("Not applicable to this report.", NONE),
        pytest.param(
            "£0",
            NONE,
        ),
        ("There are none.", NONE),
        ("An impact assessment (EIA) is not required.", NONE),
        ("An impact assessment is not required until the fair has grown.", SUBSTANTIVE),
        ("None identified.", NONE),
        ("(a) None", NONE),
        ("There are no legal implications.", NONE),
        ("There are no legal implications that stem from the fair.", NONE),
        ("There are no legal implications, but the fair needs a licence.", SUBSTANTIVE),
        ("There are no legal implications other than those of the licence.", SUBSTANTIVE),
        ("There are no staffing implications arising from this report.", NONE),
        ("No implications have been identified.", NONE),
        ("This report has no property implications.", NONE),
        ("None. Stall holders keep their own accounts.", NONE),
        ("There are no direct financial implications.", NO_DIRECT),
        ("There are no specific legal implications in this report.", NO_DIRECT),
        ("None directly, but the fee may fall next year.", NO_DIRECT),
        ("There are no financial implications arising directly from this report.", NO_DIRECT),
        ("There are no direct costs. A fee of £20 will be charged for each pitch.", NO_DIRECT),
        ("The tents cost £400.", SUBSTANTIVE),
        ("The cost will be identified later.", SUBSTANTIVE),
        ("The council may hold a fair under the Markets Act 1873.", SUBSTANTIVE),
        ("There is no budget for tents, so that £400 has to be found.", SUBSTANTIVE),
        ("The direct route to the green is closed.", SUBSTANTIVE),
    ],
)
def test_status(text: str, status: ImplicationStatus) -> None:
    assert status_of(text) is status


def test_each_heading_is_an_entry() -> None:
    assert entries(
        heading("Financial Implications"),
        text("The tents cost £400."),
        heading("Legal Implications"),
        text("None."),
    ) == [
        ("financial", "Financial Implications", "The tents cost £400.", "substantive"),
        ("legal", "Legal Implications", "None.", "none"),
    ]


def test_a_heading_that_names_two_subjects_gives_one_entry_a_subject() -> None:
    assert entries(heading("Financial and legal implications"), text("None.")) == [
        ("financial", "Financial and legal implications", "None.", "none"),
        ("legal", "Financial and legal implications", "None.", "none"),
    ]


def test_a_heading_with_nothing_under_it_is_blank() -> None:
    found = entries(heading("Legal Implications"), heading("Staffing Implications"), text("None."))
    assert [(e[0], e[3]) for e in found] == [("legal", "blank"), ("workforce", "none")]


def test_a_numbered_answer_that_names_its_subject_is_text() -> None:
    found = entries(
        heading("Equality Analysis"), item("10.1", "Equality Impact Assessment (EIA) not required.")
    )
    assert [entry[1:3] for entry in found] == [
        ("Equality Analysis", "Equality Impact Assessment (EIA) not required.")
    ]


def test_a_roof_over_implications_is_no_entry() -> None:
    found = entries(
        heading("Implications", size=14),
        heading("Financial"),
        text("The tents cost £400."),
        heading("Legal"),
        text("None."),
    )
    assert [entry[0] for entry in found] == ["financial", "legal"]


def test_a_heading_that_only_narrows_is_part_of_its_parent() -> None:
    assert entries(
        heading("Resource Implications"),
        heading("Capital/Revenue"),
        text("The tents cost £400."),
        heading("Property/Other"),
        text("The green is ours."),
    ) == [
        (
            "financial",
            "Resource Implications",
            "The tents cost £400.\n\nThe green is ours.",
            "substantive",
        )
    ]


def test_rows_of_a_grid_are_entries() -> None:
    form = grid(
        [
            ["Financial implications", "The tents cost £400."],
            ["Legal implications", "None"],
            ["Equality", "There are no direct implications."],
        ],
        [150, 250],
    )
    assert entries(heading("Implications"), form) == [
        ("financial", "Financial implications", "The tents cost £400.", "substantive"),
        ("legal", "Legal implications", "None", "none"),
        ("equality", "Equality", "There are no direct implications.", "no_direct"),
    ]


def test_rows_may_begin_with_an_empty_cell() -> None:
    form = grid([["", "Legal implications", "None"], ["", "Equality", "None"]], [40, 160, 200])
    assert [entry[0] for entry in entries(heading("Implications"), form)] == ["legal", "equality"]


def test_the_yes_or_no_of_a_row_is_no_part_of_its_text() -> None:
    form = grid(
        [
            ["Financial implications", "Yes", "The tents cost £400."],
            ["Legal implications", "No", "The fair is held by custom."],
        ],
        [150, 50, 200],
    )
    assert [entry[2] for entry in entries(heading("Implications"), form)] == [
        "The tents cost £400.",
        "The fair is held by custom.",
    ]


@pytest.mark.parametrize("number", ["I", "5.1", "(a)", "2."])
def test_a_number_in_a_column_of_its_own_is_no_part_of_the_heading(number: str) -> None:
    form = grid(
        [
            [number, "Legal Implications", "A licence is needed."],
            [number, "Financial Implications", "Tents cost £400."],
        ],
        [40, 150, 210],
    )
    assert [entry[:3] for entry in entries(heading("Implications"), form)] == [
        ("legal", "Legal Implications", "A licence is needed."),
        ("financial", "Financial Implications", "Tents cost £400."),
    ]


def test_a_bare_letter_answers_a_row_unless_more_is_said() -> None:
    form = grid(
        [
            ["Equality Implications", "Y", "The ramp will be kept."],
            ["Legal Implications", "N", ""],
        ],
        [150, 30, 220],
    )
    assert [entry[2:] for entry in entries(heading("Implications"), form)] == [
        ("The ramp will be kept.", "substantive"),
        ("N", "none"),
    ]


def test_a_register_of_risks_holds_no_implications() -> None:
    form = grid(
        [
            ["<b>Area</b>", "<b>Mitigation</b>", "<b>Opportunities</b>"],
            ["Financial: late payers", "Deposits", "None"],
            ["Legal: the charter", "Advice", "None"],
        ],
        [150, 125, 125],
    )
    assert entries(heading("Managing the fair"), form) == []


def test_a_cost_is_the_value_of_its_own_cell() -> None:
    form = grid(
        [
            ["Revenue Cost:", "£400", "Source of Revenue Funding:", "Market account"],
            ["Capital Cost:", "£", "Source of Capital Funding:", "None"],
        ],
        [90, 70, 140, 100],
    )
    assert entries(form) == [
        ("financial", "Revenue Cost", "£400", "substantive"),
        ("financial", "Capital Cost", "", "blank"),
    ]


def test_a_table_of_figures_holds_no_implications() -> None:
    table = grid(
        [["Item", "2025", "2026"], ["Staffing", "£400", "£410"], ["Legal", "£20", "£25"]],
        [150, 100, 100],
    )
    assert entries(table) == []


def test_advice_headed_by_a_post_has_the_posts_subject() -> None:
    found = entries(heading("Director of Legal Services"), text(FAIR))
    assert [(entry[0], entry[2]) for entry in found] == [("legal", FAIR)]


def test_the_advisers_line_is_no_part_of_the_advice() -> None:
    found = entries(
        heading("Legal Implications"),
        text(FAIR),
        text("Legal Team Manager: Ida Example, Solicitor"),
    )
    assert [entry[2] for entry in found] == [FAIR]


@pytest.mark.parametrize(
    ("printed", "subject"),
    [
        ("Equality and Diversity", "equality"),
        ("Climate change", "environmental"),
        ("Crime and Disorder", "community_safety"),
        ("Health and Safety", "health_and_safety"),
        ("Corporate Parenting", "children"),
        ("Welsh Language", "welsh_language"),
        ("Data Protection", "data_protection"),
        ("Social Value", "social_value"),
        ("Rural Needs Impact Assessment", "rural"),
        ("Risk Management", "risk"),
        ("Community Impact Statement", "equality"),
    ],
)
def test_some_headings_stand_for_themselves(printed: str, subject: str) -> None:
    assert [entry[0] for entry in entries(heading(printed), text(FAIR))] == [subject]


def test_consultation_in_the_body_is_no_implication() -> None:
    assert entries(heading("Consultation"), text(FAIR)) == []


def test_consultation_among_implications_is_one() -> None:
    found = entries(
        heading("Legal Implications"),
        text("None."),
        heading("Consultation"),
        text("The parish was asked."),
        heading("Risk Implications"),
        text("None."),
    )
    assert [entry[0] for entry in found] == ["legal", "consultation", "risk"]


def test_the_merits_of_a_planning_application_are_no_implications() -> None:
    report = report_on(
        heading("Planning application 26/0142/FUL", size=14),
        heading("Sustainability"),
        text(WALL),
        heading("Human Rights"),
        text(FAIR),
    )
    assert [i.type.value for i in report.implications] == ["human_rights"]


def test_who_signs_below_the_last_implication_is_no_part_of_it() -> None:
    report = report_on(
        heading("Background"),
        text(WALL),
        heading("Legal Implications"),
        text(FAIR),
        text("IDA EXAMPLE"),
        text("Director of Place", gap=0),
    )
    assert [i.text for i in report.implications] == [FAIR]


def test_lettered_lines_that_open_with_a_subject_are_entries() -> None:
    found = entries(
        heading("Impact assessments"),
        item("a)", "Equality – The ramp will be kept."),
        item("b)", "Biodiversity – None."),
        item("c)", "Health and Safety – Tents are pegged."),
    )
    assert [(kind, head) for kind, head, _, _ in found] == [
        ("equality", "Equality"),
        ("environmental", "Biodiversity"),
        ("health_and_safety", "Health and Safety"),
    ]


def test_numbered_paragraphs_that_open_with_a_bold_subject_are_entries() -> None:
    found = entries(
        item("5.", "<b>Financial Implications</b> – Tents cost £400."),
        item("6.", "<b>Legal Implications</b> – A licence is needed."),
        item("7.", "<b>Health Implications</b> – None."),
    )
    assert [entry[2] for entry in found] == ["Tents cost £400.", "A licence is needed.", "None."]


def test_who_signed_an_advice_and_when_is_no_part_of_it() -> None:
    found = entries(
        heading("Legal Implications"),
        text("A licence is needed."),
        text("Signed: Ida Example, Solicitor"),
        text("Dated: 4 May 2026"),
    )
    assert [entry[2] for entry in found] == ["A licence is needed."]


def test_consultation_as_the_last_of_the_implications_is_one_of_them() -> None:
    found = entries(
        heading("Legal Implications"),
        text("None."),
        heading("Consultation"),
        text("The parish was asked in March."),
    )
    assert [entry[0] for entry in found] == ["legal", "consultation"]


def test_other_implications_without_a_word_are_the_roof_over_the_next() -> None:
    found = entries(
        heading("Other implications"), heading("Legal Implications"), text("A licence is needed.")
    )
    assert [entry[0] for entry in found] == ["legal"]


def test_rows_of_a_wide_table_in_the_body_are_none() -> None:
    table = grid(
        [
            ["<b>Area</b>", "<b>Position</b>", "<b>Action</b>"],
            ["Tents", "Old", "Buy new ones"],
            ["Legal", "A charter of 1702", "Keep it"],
            ["Pitches", "Forty", "Let them"],
            ["Risk", "Rain", "Wait a day"],
        ],
        [100, 150, 150],
    )
    assert entries(table) == []


def test_rows_of_a_wide_form_are_entries_where_most_of_them_are_subjects() -> None:
    form = grid(
        [
            ["Legal", "No", "The charter allows the fair."],
            ["Financial", "Yes", "The tents cost £400."],
            ["Traders", "Yes", "They pay for their pitch."],
        ],
        [100, 50, 250],
    )
    assert [entry[0] for entry in entries(form)] == ["legal", "financial"]


def test_a_register_is_the_text_of_the_section_on_risk() -> None:
    register = grid(
        [["Risk", "Answer"], ["Legal: the charter", "Advice"], ["Financial: late payers", "Fees"]],
        [200, 200],
    )
    found = entries(heading("Risk Management"), text("The main risks:"), register)
    assert [entry[0] for entry in found] == ["risk"]
    assert "late payers" in found[0][2]


def test_a_form_may_ask_at_length() -> None:
    asked = (
        "Note any potential impact that this decision would have on people who share "
        "characteristics protected under the Equality Act 2010"
    )
    form = grid(
        [["Legal", "The charter allows it."], [asked, "The ramp will be kept."]], [200, 200]
    )
    found = entries(heading("Implications"), form)
    assert [entry[0] for entry in found] == ["legal", "equality"]


def test_a_power_by_which_the_council_acts_is_a_subject_of_its_own() -> None:
    found = entries(
        heading("Legal Implications"),
        text("None."),
        heading("Statutory Power"),
        text("The charter."),
    )
    assert [entry[1] for entry in found] == ["Legal Implications", "Statutory Power"]


def test_an_answer_in_a_line_of_its_own_is_text() -> None:
    found = entries(
        heading("Legal Implications"),
        text("None."),
        heading("Equality Analysis"),
        text("<b>Equality Impact Assessment (EIA) not needed.</b>"),
    )
    assert [entry[1] for entry in found] == ["Legal Implications", "Equality Analysis"]
