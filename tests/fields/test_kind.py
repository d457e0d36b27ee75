"""What a document is, by what its opening says and by the parts that it has."""

from __future__ import annotations

import pytest

from extract.pipeline import parse_bytes
from schemas.vocabulary import ProblemCode
from tests.paper import FAIR, WALL, Piece, heading, item, paper, row, text

REPORT = (
    row("<b>Title:</b>", "The spring fair"),
    row("<b>Author:</b>", "Ida Example"),
    heading("Purpose of report"),
    text(FAIR),
    heading("Recommendations"),
    item("1.", "That the fair be held."),
)
ITEMS = (
    item("1.", "Apologies for absence"),
    item("2.", "Declarations of interests"),
    item("3.", "To approve the minutes of the previous meeting"),
    item("4.", "Public participation"),
    item("5.", "Date of next meeting"),
)


def kind(*story: Piece) -> str:
    """The kind of a paper."""
    return parse_bytes(paper(*story)).kind.value


def test_a_report() -> None:
    assert kind(*REPORT) == "report"


def test_a_report_on_minutes_or_decisions_is_a_report() -> None:
    assert (
        kind(
            heading("Minutes of the vestry: where to keep them"),
            *REPORT,
            heading("Reasons"),
            text(WALL),
        )
        == "report"
    )


@pytest.mark.parametrize(
    "title",
    [
        "MINUTES",
        "Minutes of a meeting of the Cabinet",
        "Draft minutes",
        "Minute of meeting of 9 May 2024",
    ],
)
def test_minutes(title: str) -> None:
    assert kind(heading(title), text("RESOLVED that the fair be held."), text(WALL)) == "minutes"


def test_minutes_without_the_word_are_told_by_their_items() -> None:
    story = [
        heading("Apologies for absence"),
        text("Councillor Example sent apologies."),
        heading("Declarations of interests"),
        text("RESOLVED that none be recorded."),
        heading("Fair"),
        text("RESOLVED that the fair be held."),
        text(WALL),
    ]
    assert kind(heading("Parish meeting"), *story) == "minutes"


def test_an_agenda() -> None:
    assert kind(heading("AGENDA"), text("Cabinet, 4 May 2026"), *ITEMS) == "agenda"


def test_a_summons_is_an_agenda() -> None:
    summons = "You are hereby summoned to attend a meeting of the parish council."
    assert kind(text(summons), *ITEMS) == "agenda"


def test_a_letter_that_asks_to_attend_is_an_agenda() -> None:
    asks = "Your presence is requested at a meeting of the parish council on 4 May."
    assert kind(text("Dear Sir,"), text(asks), text("Yours faithfully"), text(WALL)) == "agenda"


def test_a_record_of_a_decision_may_have_the_parts_of_a_report() -> None:
    title = "RECORD OF A DECISION TAKEN BY A CLERK UNDER POWERS GIVEN TO HIM"
    assert (
        kind(
            heading(title),
            *REPORT,
            heading("Reasons"),
            text(WALL),
            heading("Alternative options"),
            text(WALL),
        )
        == "decisions"
    )


@pytest.mark.parametrize("title", ["Record of Decision", "Decision Notice", "Notice of Decisions"])
def test_decisions(title: str) -> None:
    assert kind(heading(title), text("The fair will be held."), text(WALL)) == "decisions"


def test_a_pack() -> None:
    assert kind(heading("Public Document Pack"), heading("AGENDA"), *ITEMS) == "agenda_pack"


@pytest.mark.parametrize("title", ["Appendix A", "Equality Impact Assessment"])
def test_an_appendix(title: str) -> None:
    assert kind(heading(title), text(WALL)) == "appendix"


@pytest.mark.parametrize(
    "title", ["Notice of Executive Decisions – Forward Plan: May", "Questions from the public"]
)
def test_other_papers(title: str) -> None:
    assert kind(heading(title), text(WALL)) == "other"


def test_a_letter_is_other() -> None:
    assert kind(text("Dear Sir,"), text(WALL), text("Yours faithfully")) == "other"


def test_what_is_no_report_holds_none() -> None:
    document = parse_bytes(paper(heading("MINUTES"), text(WALL)))
    assert document.reports == ()


def test_a_pack_says_that_it_is_not_read_apart() -> None:
    document = parse_bytes(paper(heading("Public Document Pack"), heading("AGENDA"), *ITEMS))
    assert [problem.code for problem in document.problems] == [ProblemCode.PACK_NOT_SPLIT]


def test_a_report_without_recommendations_says_so() -> None:
    story = [*REPORT[:4], heading("Reasons"), text(WALL), heading("Alternatives"), text(FAIR)]
    codes = {problem.code for problem in parse_bytes(paper(*story)).problems}
    assert ProblemCode.NO_RECOMMENDATIONS in codes


PLANNING = (
    text("<b>Application No:</b> 26/0123/FUL"),
    text("<b>Location:</b> Land behind the green"),
    text("<b>Proposal:</b> A band stand"),
    text("<b>Officer:</b> Ida Example"),
    heading("RECOMMENDATION: APPROVE subject to conditions"),
    heading("1. THE SITE"),
    text(WALL),
    heading("Conditions"),
    item("1.", "The stand shall be green."),
)


def test_a_report_on_a_planning_application_is_told_by_its_labels() -> None:
    assert kind(*PLANNING) == "report"


def test_a_short_report_may_ask_in_one_sentence() -> None:
    document = parse_bytes(
        paper(
            heading("Report to Cabinet"),
            heading("The spring fair"),
            text("Members are asked to note the report."),
            heading("Background"),
            text(WALL),
        )
    )
    assert document.kind.value == "report"
    assert [r.text for r in document.reports[0].recommendations] == [
        "Members are asked to note the report."
    ]


def test_a_form_that_has_labels_but_no_part_of_a_report_is_other() -> None:
    story = (
        heading("Application for a pitch"),
        row("<b>Title:</b>", "A stall for cakes"),
        row("<b>Contact name:</b>", "Ida Example"),
        row("<b>Date:</b>", "4 May 2026"),
        row("<b>Ward:</b>", "Lock and Towpath"),
        heading("Declaration"),
        text(WALL),
    )
    assert kind(*story) == "other"


def test_a_decision_record_has_the_parts_of_a_report() -> None:
    story = (
        heading("Officer Decision Record"),
        row("<b>Title:</b>", "Pitches"),
        row("<b>Date:</b>", "4 May 2026"),
        heading("Decision"),
        text("To let ten pitches."),
        heading("Reasons for the decision"),
        text(WALL),
        heading("Alternative options"),
        text(FAIR),
        heading("Legal implications"),
        text("None"),
    )
    assert kind(*story) == "decisions"
