"""Front matter: the meeting, the title, references, wards and the key decision."""

from __future__ import annotations

import pytest

from schemas import Report
from tests.paper import (
    WALL,
    Piece,
    grid,
    heading,
    layout_of,
    new_page,
    report_in,
    report_on,
    row,
    text,
)


def report(*story: Piece) -> Report:
    """A report with this front matter."""
    return report_on(*story, heading("Background"), text(WALL))


@pytest.mark.parametrize(
    ("printed", "date", "time"),
    [
        ("4 May 2026", "2026-05-04", None),
        ("Monday 4th May 2026 at 2.00pm", "2026-05-04", "14:00"),
        ("04/05/2026", "2026-05-04", None),
        ("4 May 2026, 10.00 am", "2026-05-04", "10:00"),
        ("Dydd Llun 4 Mai 2026", "2026-05-04", None),
        ("May 2026", None, None),
        ("4-5 May 2026", "2026-05-04", None),
    ],
)
def test_date_and_time_of_the_meeting(printed: str, date: str | None, time: str | None) -> None:
    found = report(row("Committee:", "Cabinet"), row("Date of meeting:", printed)).meeting
    assert (found.committee, found.date, found.time) == ("Cabinet", date, time)


def test_the_day_may_stand_below_the_body() -> None:
    day = "Meeting of 4 May 2026 in the Market Hall"
    below = report(grid([["To:", f"Councillor Ana Quill, Member for Fairs\n\n{day}"]], [80, 320]))
    assert below.meeting.date == "2026-05-04"


def test_time_and_venue_of_their_own() -> None:
    found = report(
        row("Date of meeting:", "4 May 2026"),
        row("Time:", "18:30"),
        row("Venue:", "Market Hall, High Street"),
    ).meeting
    assert (found.time, found.venue) == ("18:30", "Market Hall, High Street")


@pytest.mark.parametrize(
    "printed", ["Cabinet – 4 May 2026", "Cabinet, 4 May 2026", "Cabinet - Monday 4 May 2026"]
)
def test_body_and_date_in_one_value(printed: str) -> None:
    found = report(row("To:", printed)).meeting
    assert (found.committee, found.date) == ("Cabinet", "2026-05-04")


def test_a_single_decision_maker_stands_as_the_committee() -> None:
    found = report(row("DECISION-MAKER:", "CABINET MEMBER FOR FAIRS"))
    assert found.meeting.committee == "CABINET MEMBER FOR FAIRS"


def test_the_first_of_two_bodies_and_of_their_dates() -> None:
    found = report(
        row("To:", "Cabinet<br/>Council"), row("Date:", "4 May 2026<br/>18 May 2026")
    ).meeting
    assert (found.committee, found.date) == ("Cabinet", "2026-05-04")


def test_a_body_and_a_date_without_labels() -> None:
    found = report(
        text("Fairs and Markets Committee", size=14), text("4 May 2026"), text("The spring fair")
    ).meeting
    assert (found.committee, found.date) == ("Fairs and Markets Committee", "2026-05-04")


def test_the_council_is_no_committee() -> None:
    found = report(text("Invented District Council", size=14), text("Licensing Committee"))
    assert found.meeting.committee == "Licensing Committee"


@pytest.mark.parametrize(
    "label", ["Title", "Report title", "Subject", "Title of Report", "SUBJECT"]
)
def test_a_labelled_title(label: str) -> None:
    assert report(row(f"<b>{label}:</b>", "The spring fair")).title == "The spring fair"


def test_a_number_is_no_part_of_the_title() -> None:
    assert report(row("Report title:", "7. The spring fair")).title == "The spring fair"


def test_the_title_is_the_first_paragraph_of_its_cell() -> None:
    form = grid([["Title:", "Application 26/0142/FUL\n\nTwo tents on the green"]], [80, 320])
    assert report(form).title == "Application 26/0142/FUL"


def test_a_title_without_a_label_is_the_most_prominent_line() -> None:
    found = report(
        text("Invented District Council"),
        text("Cabinet"),
        text("4 May 2026"),
        heading("Tents for the spring fair", size=16),
        text("Report of the Head of Fairs"),
    )
    assert found.title == "Tents for the spring fair"


@pytest.mark.parametrize(
    ("label", "printed", "reference"),
    [
        ("Your Reference", "SF/26/1", "SF/26/1"),
        ("Report No", "HC/44/26", "HC/44/26"),
        ("Decision no", "26/00042", "26/00042"),
        ("Application number", "26/0142/FUL", "26/0142/FUL"),
        ("Reference", "N/A", None),
        ("Reference", "To be confirmed", None),
    ],
)
def test_reference(label: str, printed: str, reference: str | None) -> None:
    assert report(row(f"{label}:", printed)).reference == reference


def test_a_reference_in_brackets_on_a_line_of_its_own() -> None:
    assert report(text("<b>Cabinet</b>"), text("(Report No. 26/123)")).reference == "26/123"


def test_labels_in_two_languages() -> None:
    found = report(
        row("Cyfarfod | Meeting:", "Cabinet"),
        row("Dyddiad / Date:", "4 May 2026"),
        row("Teitl / Title:", "The spring fair"),
    )
    assert (found.meeting.committee, found.meeting.date, found.title) == (
        "Cabinet",
        "2026-05-04",
        "The spring fair",
    )


def test_a_number_inside_the_title_is_no_reference() -> None:
    assert report(row("Title:", "Market order 26/0042")).reference is None


@pytest.mark.parametrize(
    ("printed", "item"), [("7", "7"), ("10(a)", "10(a)"), ("5A", "5A"), ("Cabinet", None)]
)
def test_a_labelled_agenda_item(printed: str, item: str | None) -> None:
    assert report(row("Agenda Item:", printed)).agenda_item == item


def test_a_stamped_agenda_item() -> None:
    assert layout_of(text(WALL), head="Agenda Item 7").furniture[0].text == "Agenda Item 7"
    assert report(text("Agenda Item 7"), text("Cabinet")).agenda_item == "7"


@pytest.mark.parametrize(
    ("label", "printed", "key"),
    [
        ("Key Decision", "Yes", True),
        ("Key Decision", "No", False),
        ("Is this a key decision?", "Yes – it costs more than £500,000", True),
        ("Key Decision", "This is not a key decision.", False),
        ("Key Decision", "Non-key", False),
        ("Key or non-key decision", "Key", True),
        ("Key Decision", "For information", False),
        ("Decision type", "Non-urgent  Executive  Key", True),
        pytest.param(
            "Key Decision",
            "",
            None,
        ),
    ],
)
def test_key_decision(label: str, printed: str, key: bool | None) -> None:
    assert report(row(f"{label}:", printed)).key_decision is key


@pytest.mark.parametrize(("ticked", "key"), [("☒ Yes ☐ No", True), ("☐ Yes ☒ No", False)])
def test_a_ticked_key_decision(ticked: str, key: bool) -> None:
    words = f"Key Decision:\t{ticked}\n\n# Background\n\nThe fair is old.\n"
    assert report_in(words).key_decision is key


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("The report comes to Cabinet because it is a key decision.", True),
        ("This is not a key decision, for it costs little.", False),
    ],
)
def test_a_sentence_may_say_whether_it_is_a_key_decision(sentence: str, key: bool) -> None:
    assert report(text(sentence)).key_decision is key


def test_an_aside_may_stand_before_the_colon() -> None:
    line = "<b>Key Decision</b> (as the constitution defines it): Yes"
    assert report(text(line)).key_decision is True


def test_labels_in_one_row_and_answers_in_the_next() -> None:
    form = grid([["Decision type:", "Urgent?"], ["Key decision", "No"]], [150, 150])
    assert report(form).key_decision is True


def test_no_word_of_a_key_decision() -> None:
    assert report(row("Title:", "The spring fair")).key_decision is None


@pytest.mark.parametrize(
    ("printed", "wards"),
    [
        ("Green", ("Green",)),
        ("Green, Market and Lock", ("Green", "Market", "Lock")),
        ("Green; Market; Lock and Towpath", ("Green", "Market", "Lock and Towpath")),
        ("Green<br/><br/>Market", ("Green", "Market")),
        ("All", ("All",)),
        ("All wards", ("All",)),
        ("All Wards.", ("All",)),
        ("Citywide", ("All",)),
        ("Countywide", ("All",)),
        ("Borough-wide", ("All",)),
        ("All Essex", ("All",)),
        ("– All wards are affected", ("All",)),
        ("(All wards);", ("All",)),
        ("Councillors Ida Example and Bo Sample", ()),
        ("None", ()),
        ("N/A", ()),
        ("None directly affected", ()),
    ],
)
def test_wards(printed: str, wards: tuple[str, ...]) -> None:
    assert report(row("Wards affected:", printed)).wards == wards


def test_a_ward_named_with_and_keeps_it() -> None:
    assert report(row("Ward:", "Lock and Towpath")).wards == ("Lock and Towpath",)


@pytest.mark.parametrize(
    ("sentence", "wards"),
    [
        ("This matter affects the Lock, Quay and Towpath wards.", ("Lock", "Quay", "Towpath")),
        ("The proposal affects Lock ward.", ("Lock",)),
        ("This report affects all wards of the borough.", ("All",)),
        ("The proposal affects people who live in the ward.", ()),
    ],
)
def test_a_sentence_may_say_which_wards_are_affected(sentence: str, wards: tuple[str, ...]) -> None:
    assert report(text(sentence)).wards == wards


def test_electoral_divisions_are_wards() -> None:
    assert report(row("Electoral Division:", "All")).wards == ("All",)


def test_the_day_on_which_a_report_is_dated() -> None:
    found = report(row("Date of meeting:", "4 May 2026"), row("Date of report:", "20 April 2026"))
    assert (found.meeting.date, found.report_date) == ("2026-05-04", "2026-04-20")


def test_a_report_dated_with_its_meeting_has_no_day_of_its_own() -> None:
    found = report(row("Date of meeting:", "4 May 2026"), row("Report dated:", "4 May 2026"))
    assert found.report_date is None


def test_pages_run_from_the_first_to_the_last() -> None:
    found = report_on(heading("Background"), text(WALL), new_page(), text(WALL))
    assert found.pages == (1, 2)
    assert report_in("# Background\n\nThe fair is old.\n").pages is None


def test_a_key_decision_with_a_number_is_one() -> None:
    found = report(row("Key Decision Number", "KD 0412"))
    assert (found.key_decision, found.reference) == (True, "KD 0412")
