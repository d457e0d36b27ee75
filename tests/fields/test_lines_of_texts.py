"""What forms say in a text that has lost their boxes: a label, its answer and more in one line."""

from __future__ import annotations

import pytest

from schemas import Report
from schemas.vocabulary import ConfidentialityStatus, ImplicationType
from tests.paper import report_in

FRONT = """Committee Report

COMMITTEE: Harbour Committee

TITLE: The winter berths

Purpose of Report:

1. To seek approval of the winter berths behind the wall, which forty boats will need before the
first of the storms comes in.

"""


def implications(words: str) -> list[tuple[ImplicationType, str, str]]:
    """The implications of a report whose front is above."""
    found = report_in(FRONT + words).implications
    return [(each.type, each.heading, each.text) for each in found]


def papers(words: str) -> list[str]:
    """The background papers listed below their heading in a report."""
    listed: Report = report_in(f"{FRONT}Background Documents:\n\n{words}")
    return [paper.title for paper in listed.background_papers]


def test_an_answer_ends_the_line_of_a_checklist() -> None:
    said = report_in(
        f"{FRONT}APPENDICES\n\nAppendix A - Plan YES\n\nAppendix B - Exempt information NO\n"
    )
    assert said.confidentiality.status is ConfidentialityStatus.OPEN
    assert [(each.label, each.title) for each in said.appendices] == [("A", "Plan")]


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Non-key Decision Committee Report", False),
        ("Key Decision Report", True),
        ("Key decision", True),
        ("Committee Report", None),
    ],
)
def test_the_name_of_the_form_says_whether_the_decision_is_key(
    printed: str, key: bool | None
) -> None:
    assert report_in(FRONT.replace("Committee Report", printed)).key_decision is key


def test_a_numbered_line_opens_with_its_subject_below_other_implications() -> None:
    assert implications(
        "8. Other Implications\n"
        "8.1 Legal Implications: The berths are let under the Harbours Act 1964.\n"
        "8.2 Equality Implications: None.\n"
    ) == [
        (
            ImplicationType.LEGAL,
            "Legal Implications",
            "The berths are let under the Harbours Act 1964.",
        ),
        (ImplicationType.EQUALITY, "Equality Implications", "None."),
    ]


def test_a_numbered_sentence_behind_a_subject_is_its_text() -> None:
    assert implications(
        "2. Legal Advice: The berths are let under the Harbours Act 1964.\n\n"
        "3. Implications on IT: I can see no implications on IT arising from this report.\n\n"
        "4. HR Advice: Nobody is moved.\n"
    )[1:] == [
        (
            ImplicationType.DIGITAL,
            "Implications on IT",
            "I can see no implications on IT arising from this report.",
        ),
        (ImplicationType.WORKFORCE, "HR Advice", "Nobody is moved."),
    ]


def test_costs_stand_in_the_line_of_their_label() -> None:
    costs = (
        "Background Documents:\n\n1. The harbour's plan\n\n"
        "Revenue £ Source of Revenue\nCost Funding\n"
        "Capital Cost £1.2 million Source of Capital Harbour dues\nFunding\n"
        "One off cost ☐ Ongoing saving ☐\n"
    )
    assert implications(costs) == [
        (ImplicationType.FINANCIAL, "Revenue", ""),
        (ImplicationType.FINANCIAL, "Capital Cost", "£1.2 million"),
    ]
    report = report_in(FRONT + costs)
    assert [paper.title for paper in report.background_papers] == ["The harbour's plan"]
    assert not report.people


def test_a_line_below_an_entry_of_a_lettered_list_is_no_other_entry() -> None:
    listed = "a. Tidal Trust, 2023. Wave survey.\nSurvey of the waves\nb. Harbour plan.\n"
    assert papers(listed) == ["Tidal Trust, 2023. Wave survey.", "Harbour plan."]


def test_a_list_of_papers_ends_where_boxes_are_ticked() -> None:
    assert papers("Harbour plan\nOne off cost ☒ Ongoing saving ☐\nN/A\n") == ["Harbour plan"]
