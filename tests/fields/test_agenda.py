"""Agenda front sheets: the items, their pages, and whether they are taken in public."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.fields.agenda import agenda_of
from extract.fields.values import Found
from extract.layout.marked import lay_out_marked
from extract.layout.pages import Layout
from extract.reading.html import read_html
from schemas import AgendaItem
from schemas.vocabulary import ConfidentialityStatus
from tests.fields.passages import shown
from tests.paper import (
    WALL,
    Piece,
    grid,
    heading,
    item,
    layout_of,
    new_page,
    row,
    text,
    text_layout,
)

# Lines of which agendas are made, in any order.
LINES = [
    "Agenda", "", "1. Apologies", "2. The fair (Pages 3 - 8)", "2 The wall", "7.1 Berths (Page 9)",
    "To agree the fees.", "EXEMPT ITEMS", "Part B", "(Pages 4 - 5)", "Item 3", "26/104 Finance",
    "Exclusion of the press and public", "Yours sincerely", "Appendix 2 is not for publication",
]  # fmt: skip

OPEN, EXEMPT = ConfidentialityStatus.OPEN, ConfidentialityStatus.EXEMPT
PART, UNSTATED = ConfidentialityStatus.PART_EXEMPT, ConfidentialityStatus.UNSTATED


def items(layout: Layout) -> list[AgendaItem]:
    """The items of an agenda of an unnamed council."""
    return [found.value for found in agenda_of(layout, None).items]


def items_on(*story: Piece) -> list[AgendaItem]:
    """The items of a printed agenda."""
    return items(layout_of(*story))


def outline(found: list[AgendaItem]) -> list[tuple[str, str, tuple[int, int] | None]]:
    """Number, title and printed pages of each."""
    return [(each.number, each.title, each.printed_pages) for each in found]


def secrecy(found: list[AgendaItem]) -> list[tuple[str, ConfidentialityStatus]]:
    """Number and status of each."""
    return [(each.number, each.confidentiality.status) for each in found]


def test_bold_titles_with_text_below_and_pages_at_the_right() -> None:
    found = items_on(
        heading("FAIRS COMMITTEE"),
        text("Monday 4 May 2026 at 2.00 pm"),
        item("1.", "<b>Apologies</b>"),
        item("2.", "<b>Declarations of Interest</b>"),
        text("Members are to declare any interest in an item of this agenda.", x=24),
        row(
            "3.",
            "<b>Minutes</b> To sign the minutes of the last meeting.",
            "(Pages 3 - 5)",
            at=(0, 24, 360),
        ),
        row("4.", "<b>The spring fair</b>", "(Pages 7 - 22)", at=(0, 24, 360)),
        item("5.", "<b>Urgent business:</b>"),
    )
    assert outline(found) == [
        ("1", "Apologies", None),
        ("2", "Declarations of Interest", None),
        ("3", "Minutes", (3, 5)),
        ("4", "The spring fair", (7, 22)),
        ("5", "Urgent business", None),
    ]
    assert found[1].text == "Members are to declare any interest in an item of this agenda."
    assert found[2].text == "To sign the minutes of the last meeting."


def test_every_part_knows_where_it_stands() -> None:
    agenda = agenda_of(
        text_layout(
            "Agenda\n\n1. Apologies\n\n2. The spring fair (Pages 7 - 22)\nNOT FOR PUBLICATION by "
            "virtue of paragraph 3 of Schedule 12A.\n"
        ),
        None,
    )
    found: Found[AgendaItem] = agenda.items[1]
    assert shown(found, "/number") == "2"
    assert shown(found, "/title") == "The spring fair"
    assert shown(found, "/printed_pages") == "(Pages 7 - 22)"
    assert shown(found, "/text").startswith("NOT FOR PUBLICATION")
    assert shown(found, "/confidentiality/paragraphs/0") == "3"
    assert found.value.pages is None


@pytest.mark.parametrize(
    ("printed", "pages"),
    [
        ("(Pages 7 - 22)", (7, 22)),
        ("(Page 5)", (5, 5)),
        ("Pages 7 to 22", (7, 22)),
        ("[pp. 7-22]", (7, 22)),
        ("(Page Nos 7 – 22)", (7, 22)),
        ("(Tudalennau 3 - 8)", (3, 8)),
        ("(Pages 3 - 5) (Pages 7 - 9)", (3, 9)),
        ("(Pages 22 - 7)", None),
        ("(Appendix 7)", None),
    ],
)
def test_page_ranges(printed: str, pages: tuple[int, int] | None) -> None:
    found = items(text_layout(f"Agenda\n\n1. Apologies\n\n2. The spring fair {printed}\n"))
    assert found[1].printed_pages == pages
    assert (found[1].title == "The spring fair") is (pages is not None)


def test_a_range_among_the_words_of_a_text_is_cut_out() -> None:
    found = items(
        text_layout(
            "Agenda\n\n1. Apologies\n\n2. The harbour wall\n"
            "To tell the committee what the repair of the wall behind the old har (Pages 19 - 41)\n"
            "bour costs, and who pays for it.\n\n3. The fair\n(Pages 42 - 50)\n"
        )
    )
    assert outline(found)[1:] == [("2", "The harbour wall", (19, 41)), ("3", "The fair", (42, 50))]
    assert found[1].text == (
        "To tell the committee what the repair of the wall behind the old har "
        "bour costs, and who pays for it."
    )


def test_a_page_that_is_only_referred_to_is_not_the_items() -> None:
    found = items(
        text_layout("Agenda\n\n1. Apologies\n\n2. The fair\nThe form to use is on page 9\n")
    )
    assert found[1].printed_pages is None
    assert found[1].text == "The form to use is on page 9"


def test_lists_inside_an_item_are_no_items() -> None:
    found = items(
        text_layout(
            "Quay Committee – Agenda\n\nAgenda\n1. Apologies\n\n2. Public Forum\nAll may ask.\n\n"
            "Questions\n1. Written questions must be received three days before the meeting.\n"
            "2. Anybody may ask two questions.\nQuay Committee – Agenda\n"
            "3. Answers are put on the website.\n\n"
            "Statements\n1. Statements must be received at noon.\n2. They are published.\n\n"
            "3. The harbour wall\n(Pages 7 - 9)\n4. The fair\n"
        )
    )
    assert [(each.number, each.title) for each in found] == [
        ("1", "Apologies"),
        ("2", "Public Forum"),
        ("3", "The harbour wall"),
        ("4", "The fair"),
    ]
    assert "2. Anybody may ask two questions." in found[1].text
    assert "Agenda" not in found[1].text


def test_a_table_with_columns() -> None:
    found = items_on(
        heading("Agenda"),
        grid(
            [
                ["Item", "Subject", "Ward", "Report of", "Page(s)"],
                ["1", "Apologies", "", "", ""],
                ["2", "The harbour wall", "Quay", "Head of Harbours", "7 - 22"],
                ["3", "A berth for the ferry", "All", "Head of Harbours", "23"],
            ],
            [40, 160, 60, 120, 60],
        ),
    )
    assert outline(found) == [
        ("1", "Apologies", None),
        ("2", "The harbour wall", (7, 22)),
        ("3", "A berth for the ferry", (23, 23)),
    ]
    assert found[1].text == "Quay\n\nHead of Harbours"


def test_a_column_of_first_pages_tells_where_items_end() -> None:
    found = items_on(
        row("1.", "Minutes of the last meeting", "3", at=(0, 24, 400)),
        row("2.", "The harbour wall", "9", at=(0, 24, 400)),
        row("3.", "The spring fair", "23", at=(0, 24, 400)),
    )
    assert [each.printed_pages for each in found] == [(3, 8), (9, 22), (23, 23)]


def test_a_scottish_table() -> None:
    found = items_on(
        grid(
            [
                ["Item", "Title", "Report by"],
                ["1.", "Sederunt and apologies", ""],
                ["2.", "Minute of the meeting of 9 March 2026", ""],
                ["3.", "Ferry timetable", "Executive Director of Piers"],
            ],
            [40, 240, 160],
        ),
    )
    assert [(each.number, each.title) for each in found] == [
        ("1", "Sederunt and apologies"),
        ("2", "Minute of the meeting of 9 March 2026"),
        ("3", "Ferry timetable"),
    ]
    assert found[2].text == "Executive Director of Piers"


def test_a_parish_council() -> None:
    found = items(
        text_layout(
            "LITTLE QUAY PARISH COUNCIL\n\nYou are hereby summoned to attend a meeting.\n\n"
            "26/101 To receive apologies for absence.\n26/102 To approve the minutes of 2 March.\n"
            "26/103 Planning\na) To consider application 26/0007: a shed at Wall Cottage.\n"
            "b) To note decisions.\n26/104 To note the date of the next meeting.\n\n"
            "I. M. Clerk\nClerk to the Council\n"
        )
    )
    assert [(each.number, each.title) for each in found] == [
        ("26/101", "To receive apologies for absence."),
        ("26/102", "To approve the minutes of 2 March."),
        ("26/103", "Planning"),
        ("26/104", "To note the date of the next meeting."),
    ]
    assert found[2].text == (
        "a) To consider application 26/0007: a shed at Wall Cottage.\n\nb) To note decisions."
    )


def test_applications_as_items_of_a_planning_committee() -> None:
    found = items_on(
        item("1.", "<b>Apologies</b>"),
        item("2.", "<b>Declarations of interest</b>"),
        item("3.", "<b>26/00142/FUL – Wall Cottage, Quay Street</b>"),
        text("Two sheds and a boat house. Ward: Quay", x=24),
        item("4.", "<b>26/00150/LBC – The Old Lighthouse (Pages 31 - 44)</b>"),
        text("New lamp. Ward: Lock", x=24),
    )
    assert outline(found)[2:] == [
        ("3", "26/00142/FUL – Wall Cottage, Quay Street", None),
        ("4", "26/00150/LBC – The Old Lighthouse", (31, 44)),
    ]
    assert found[2].text == "Two sheds and a boat house. Ward: Quay"


def test_a_welsh_agenda() -> None:
    found = items(
        text_layout(
            "Agenda\n\n1. Ymddiheuriadau\n\n2. Datganiadau o fuddiannau\n\n"
            "3. Wal yr harbwr (Tudalennau 7 - 22)\nAdroddiad gan y Pennaeth Harbyrau.\n"
        )
    )
    assert outline(found) == [
        ("1", "Ymddiheuriadau", None),
        ("2", "Datganiadau o fuddiannau", None),
        ("3", "Wal yr harbwr", (7, 22)),
    ]


def test_numbers_with_letters_points_and_words() -> None:
    found = items(
        text_layout(
            "Agenda\n\nItem 6 Minutes\n\nItem 7 The harbour wall\n\nItem 7a The slipway\n\n"
            "Item 8 The fair\n"
        )
    )
    assert [(each.number, each.title) for each in found] == [
        ("6", "Minutes"),
        ("7", "The harbour wall"),
        ("7a", "The slipway"),
        ("8", "The fair"),
    ]


def test_headings_of_groups() -> None:
    found = items_on(
        heading("UNRESTRICTED ITEMS"),
        item("1.", "Apologies"),
        item("2.", "The harbour wall (Pages 7 - 22)"),
        heading("EXEMPT ITEMS"),
        text("Exempt under paragraph 3 of Part 1 of Schedule 12A."),
        item("3.", "Sale of the old net loft (Pages 23 - 30)"),
    )
    assert secrecy(found) == [("1", OPEN), ("2", OPEN), ("3", EXEMPT)]
    assert found[2].confidentiality.statement == "EXEMPT ITEMS"
    assert found[2].confidentiality.paragraphs == ("3",)
    assert found[1].text == ""


def test_a_group_without_items_is_none() -> None:
    found = items_on(
        heading("UNRESTRICTED ITEMS"),
        item("1.", "Apologies"),
        item("2.", "The harbour wall (Pages 7 - 22)"),
        heading("EXEMPT ITEMS"),
        text("(At the time of preparing the agenda there were no exempt items.)"),
    )
    assert secrecy(found) == [("1", OPEN), ("2", OPEN)]
    assert found[1].text == ""


def test_items_behind_the_exclusion_of_the_public() -> None:
    found = items(
        text_layout(
            "Agenda\n\n1. Apologies\n\n2. The fair\n\n3. Exclusion of the press and public\n"
            "To resolve that the public be excluded for the following item under paragraph 4 of "
            "Schedule 12A.\n\n4. The harbour master's pay\n"
        )
    )
    assert secrecy(found) == [("1", UNSTATED), ("2", UNSTATED), ("3", UNSTATED), ("4", EXEMPT)]
    assert found[3].confidentiality.paragraphs == ("4",)


def test_an_item_that_only_asks_what_will_be_private() -> None:
    found = items(
        text_layout(
            "Agenda\n\n1. Apologies\n\n2. Exclusion of the press and public\n"
            "To identify items for which the public may be excluded.\n\n"
            "3. Declarations of interest\n\n4. The fair\n"
        )
    )
    assert [status for _, status in secrecy(found)] == [UNSTATED] * 4


@pytest.mark.parametrize(
    ("below", "status", "paragraphs"),
    [
        ("Exempt – paragraph 3", EXEMPT, ("3",)),
        ("NOT FOR PUBLICATION by virtue of paragraphs 1 and 2 of Schedule 12A", EXEMPT, ("1", "2")),
        ("CONFIDENTIAL", EXEMPT, ()),
        ("Appendix 2 is not for publication under paragraph 3 of Schedule 12A.", PART, ("3",)),
        ("Open report", OPEN, ()),
        ("The fair is private to the traders.", UNSTATED, ()),
    ],
)
def test_an_item_may_say_itself_who_reads_it(
    below: str, status: ConfidentialityStatus, paragraphs: tuple[str, ...]
) -> None:
    found = items(text_layout(f"Agenda\n\n1. Apologies\n\n2. The fair\n{below}\n\n3. Minutes\n"))
    assert found[1].confidentiality.status is status
    assert found[1].confidentiality.paragraphs == paragraphs
    assert found[2].confidentiality.status is UNSTATED


def test_notes_behind_the_last_item_are_none_of_it() -> None:
    found = items_on(
        item("1.", "<b>Apologies</b>"),
        item("2.", "<b>The fair</b>"),
        text("To agree the fees.", x=24),
        text("For further information please write to the clerk."),
        text(WALL),
    )
    assert found[1].text == "To agree the fees."


def test_a_title_over_two_lines_and_pages_on_the_second() -> None:
    found = items_on(
        item("1.", "<b>Apologies</b>"),
        item(
            "2.",
            "<b>Repair of the harbour wall between the old net loft and the lighthouse, and "
            "the berths behind it (Pages 7 - 22)</b>",
        ),
        item("3.", "<b>The fair</b>"),
    )
    assert outline(found)[1] == (
        "2",
        "Repair of the harbour wall between the old net loft and the lighthouse, and the berths "
        "behind it",
        (7, 22),
    )


def test_what_is_said_of_the_papers_is_no_part_of_the_title() -> None:
    found = items(text_layout("Agenda\n\n1. Apologies\n\n2. The fair (To Follow)\n\n3. Minutes\n"))
    assert (found[1].title, found[1].text) == ("The fair", "(To Follow)")


def test_a_letter_that_sends_a_late_report() -> None:
    agenda = agenda_of(
        layout_of(
            row("Date:", "29 April 2026"),
            text("Dear Member"),
            heading("CABINET - MONDAY, 4 MAY 2026"),
            text("I now enclose the following report."),
            heading("Agenda Item No"),
            item("7", "The harbour wall (Pages 1 - 20)"),
            text("Yours sincerely", gap=24),
            new_page(),
            text("This page is left blank"),
        ),
        None,
    )
    assert outline([each.value for each in agenda.items]) == [("7", "The harbour wall", (1, 20))]
    assert agenda.items[0].value.text == ""
    assert (agenda.meeting.value.committee, agenda.meeting.value.date) == ("CABINET", "2026-05-04")


def test_running_text_has_no_items() -> None:
    assert items(text_layout("The fair\n\n12 people came.\n\n3 of them sold pots.\n")) == []


def test_words_below_a_title_in_its_cell_are_its_text() -> None:
    found = items_on(
        row("1.", "Apologies", "", at=(0, 24, 360)),
        row(
            "2.",
            "The harbour wall: full business case<br/><font size=10>Report attached.</font>",
            "(Pages 5 - 10)",
            at=(0, 24, 360),
        ),
        row("3.", "The spring fair<br/>Report of the Director", "(Page 11)", at=(0, 24, 360)),
    )
    assert outline(found)[1:] == [
        ("2", "The harbour wall: full business case", (5, 10)),
        ("3", "The spring fair", (11, 11)),
    ]
    assert [each.text for each in found[1:]] == ["Report attached.", "Report of the Director"]


def test_a_title_over_two_lines_of_a_narrow_cell() -> None:
    found = items_on(
        grid(
            [
                ["No.", "Subject", "Lead", "Page"],
                ["1", "Apologies", "-", "-"],
                ["2", "Library and leisure hub beside the old lighthouse", "Ida Example", "5 - 7"],
            ],
            [40, 160, 120, 60],
        ),
    )
    assert outline(found) == [
        ("1", "Apologies", None),
        ("2", "Library and leisure hub beside the old lighthouse", (5, 7)),
    ]
    assert [each.text for each in found] == ["", "Ida Example"]


def test_times_before_the_numbers() -> None:
    found = items_on(
        grid(
            [
                ["Time", "No.", "Item", "Lead", "Page"],
                ["2.00pm", "1.", "Welcome and apologies", "Chair", ""],
                ["2.05pm", "2.", "Better care fund", "Ida Example", "9 - 20"],
            ],
            [60, 40, 180, 90, 60],
        ),
    )
    assert outline(found) == [
        ("1", "Welcome and apologies", None),
        ("2", "Better care fund", (9, 20)),
    ]


def test_a_column_that_says_what_is_not_open() -> None:
    found = items_on(
        grid(
            [
                ["Item No", "Ward", "Item Not Open", "", "Page No"],
                ["1", "", "", "APPEALS", ""],
                ["2", "Quay", "10.4(3)", "SALE OF THE LOFT\n\nTo consider the report.", "3 - 18"],
            ],
            [50, 50, 60, 200, 60],
        ),
    )
    assert outline(found) == [("1", "APPEALS", None), ("2", "SALE OF THE LOFT", (3, 18))]
    assert secrecy(found) == [("1", UNSTATED), ("2", EXEMPT)]


def test_items_below_numbers_of_headings() -> None:
    found = items(
        text_layout(
            "Agenda\n\n1. Declarations of interest\n\n1.1 Members should declare the interests "
            "that they have in the business of the day.\n\n2. Minutes\n\n2.1 Minute of 6 April "
            "2026 11 - 32\n\n3. Executive decisions\n\n3.1 The harbour wall 33 - 60\n\n"
            "3.2 The fair 61 - 80\n\nCy Clerk\nService Director, Legal\n"
        )
    )
    assert outline(found) == [
        ("1", "Declarations of interest", None),
        ("2", "Minutes", None),
        ("2.1", "Minute of 6 April 2026", (11, 32)),
        ("3", "Executive decisions", None),
        ("3.1", "The harbour wall", (33, 60)),
        ("3.2", "The fair", (61, 80)),
    ]
    assert found[0].text.startswith("1.1 Members should declare")
    assert found[-1].text == ""


def test_a_point_set_apart_from_its_number() -> None:
    found = items(
        text_layout(
            "Agenda\n\n4. Reports\n\n4 .1 Budget monitoring 2024-25 (Pages 19 - 50)\n\n"
            "4 .2 Market strategy (Pages 51 - 80)\n\n5. Urgent business\n"
        )
    )
    assert outline(found) == [
        ("4", "Reports", None),
        ("4.1", "Budget monitoring 2024-25", (19, 50)),
        ("4.2", "Market strategy", (51, 80)),
        ("5", "Urgent business", None),
    ]


def test_parts_with_a_line_that_says_what_they_are() -> None:
    found = items_on(
        heading("Part I"),
        text("Items to be considered while the meeting is open to the public"),
        item("1", "<b>Apologies</b>", bold=True),
        item("2", "<b>The wall</b> (Pages 5 - 10)", bold=True),
        heading("Part II"),
        text("Items for which it is recommended that the public should be excluded"),
        item("3", "<b>Sale of the loft</b>", bold=True),
    )
    assert secrecy(found) == [("1", OPEN), ("2", OPEN), ("3", EXEMPT)]


def test_parts_that_only_sort_the_business() -> None:
    found = items_on(
        heading("Part A - Items for decision"),
        item("1.", "<b>The wall</b>"),
        heading("Part B - Items for information"),
        item("2.", "<b>The fair</b>"),
    )
    assert [(each.number, each.confidentiality.status) for each in found] == [
        ("1", UNSTATED),
        ("2", UNSTATED),
    ]


def test_numbers_that_begin_again_in_a_new_part() -> None:
    found = items_on(
        heading("PUBLIC SESSION"),
        item("1.", "<b>Apologies</b>"),
        item("2.", "<b>The wall</b>"),
        heading("PRIVATE SESSION"),
        item("1.", "<b>Sale of the loft</b>"),
    )
    assert secrecy(found) == [("1", OPEN), ("2", OPEN), ("1", EXEMPT)]


def test_numbered_headings_of_the_private_part() -> None:
    found = items(
        text_layout(
            "Agenda\n\n1. Minutes\n\n2. The wall (Pages 3 - 8)\n\n3. Exempt reports\n\n"
            "4. Sale of the loft\n"
        )
    )
    assert [status for _, status in secrecy(found)] == [UNSTATED, UNSTATED, EXEMPT, EXEMPT]


def test_titles_without_numbers() -> None:
    found = items_on(
        heading("Planning Committee"),
        heading("AGENDA"),
        heading("Apologies for absence"),
        heading("Minutes"),
        text("To approve the minutes. (Pages 3 - 8)"),
        heading("The harbour wall"),
        text("Report of the Director. (Pages 9 - 20)"),
    )
    assert outline(found) == [
        ("", "Apologies for absence", None),
        ("", "Minutes", (3, 8)),
        ("", "The harbour wall", (9, 20)),
    ]
    assert found[2].text == "Report of the Director."


def test_lines_with_pages_and_without_numbers() -> None:
    found = items_on(
        heading("AGENDA"),
        text("Apologies for absence"),
        row("Minutes of the last meeting", "3 - 8", at=(0, 360)),
        row("The harbour wall", "9 - 20", at=(0, 360)),
    )
    assert outline(found) == [
        ("", "Apologies for absence", None),
        ("", "Minutes of the last meeting", (3, 8)),
        ("", "The harbour wall", (9, 20)),
    ]


def test_pages_on_a_line_of_their_own() -> None:
    found = items_on(
        item("1.", "<b>Cofnodion / Minutes</b>"),
        text("To sign the minutes.", x=24),
        text("3 - 4", x=24, gap=16),
        item("2.", "<b>The fair</b>"),
        text("(Tudalennau 5 - 8)", x=24),
    )
    assert outline(found) == [("1", "Cofnodion / Minutes", (3, 4)), ("2", "The fair", (5, 8))]
    assert found[0].text == "To sign the minutes."


def test_members_listed_behind_the_items() -> None:
    agenda = agenda_of(
        text_layout(
            "Quays Committee\n\nMonday 4 May 2026 at 10.00am\n\nAgenda\n\n1. Minutes\n\n"
            "2. The fair (Pages 3 - 8)\n\nCommittee Members\n\n"
            "Councillor Ida Example (Convener), Councillor Bo Sample and Councillor Una Specimen.\n"
        ),
        None,
    )
    assert [member.name for member in agenda.meeting.value.members] == [
        "Ida Example",
        "Bo Sample",
        "Una Specimen",
    ]
    assert agenda.items[-1].value.text == ""


def test_the_order_of_business_beside_the_members() -> None:
    agenda = agenda_of(
        layout_of(
            row("Quays Committee", "<b>Order of business</b>", at=(0, 180)),
            row("Monday 4 May 2026", "2 Declarations of interest", at=(0, 180)),
            row("7.30 p.m.", "3 The harbour wall between the loft and", at=(0, 180)),
            row("Harbour Room, Guildhall", "the lighthouse 2 - 8", at=(0, 180)),
            row("<b>Members:</b>", "4 The spring fair 9 - 15", at=(0, 180)),
            row("Councillor Ida Example, Chair", "5 Berths 16 - 19", at=(0, 180)),
            text("Councillor Bo Sample"),
        ),
        None,
    )
    assert outline([each.value for each in agenda.items]) == [
        ("2", "Declarations of interest", None),
        ("3", "The harbour wall between the loft and the lighthouse", (2, 8)),
        ("4", "The spring fair", (9, 15)),
        ("5", "Berths", (16, 19)),
    ]
    meeting = agenda.meeting.value
    assert (meeting.committee, meeting.date, meeting.time, meeting.venue) == (
        "Quays Committee",
        "2026-05-04",
        "19:30",
        "Harbour Room, Guildhall",
    )
    assert [each.name for each in meeting.members] == ["Ida Example", "Bo Sample"]


def test_a_web_page_of_a_meeting() -> None:
    page = b"""<html><body><h1>Agenda and minutes</h1>
    <h2>Quays Committee - Monday 4 May 2026 7.30 pm</h2>
    <p>Venue: Guildhall, Quay Street</p><p>Contact: Cy Clerk</p><p>Items</p>
    <table><tr><td>54.</td><td><p>Apologies</p></td></tr>
    <tr><td>55.</td><td><p>The harbour wall <span>PDF 1.2 MB</span></p>
    <p>To agree the repair.</p><p>Additional documents:</p><p>Plan PDF 99 KB</p>
    <p>Minutes:</p><p>1. The repair was agreed.</p></td></tr></table></body></html>"""
    agenda = agenda_of(lay_out_marked(read_html(page)), None)
    found = [each.value for each in agenda.items]
    assert outline(found) == [("54", "Apologies", None), ("55", "The harbour wall", None)]
    assert found[1].text == "To agree the repair."
    meeting = agenda.meeting.value
    assert (meeting.committee, meeting.date, meeting.time, meeting.venue) == (
        "Quays Committee",
        "2026-05-04",
        "19:30",
        "Guildhall, Quay Street",
    )


@settings(deadline=None)  # a busy machine may take its time
@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_no_text_breaks_it(words: str) -> None:
    assert len(items(text_layout(f"Agenda\n1. {words}\n2. {words}\n"))) <= 2


@settings(deadline=None)  # the first statement of secrecy loads the language
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12))
def test_items_stand_in_the_order_of_the_page(lines: list[str]) -> None:
    layout = text_layout("\n".join(["Cabinet", *lines]) + "\n")
    found = agenda_of(layout, None).items
    titles = [place for each in found for place in each.evidence("") if place.path == "/title"]
    starts = [place.start or 0 for place in titles]
    assert starts == sorted(starts)
    assert all(each.value.title for each in found)


def test_parts_with_letters() -> None:
    found = items_on(
        row("<b>A.</b>", "<b>Formal matters</b>", "Page", at=(0, 24, 360)),
        item("1.", "Apologies"),
        row("2.", "Minutes", "1 - 8", at=(0, 24, 360)),
        row("<b>B.</b>", "<b>Items for decision</b>", "Page", at=(0, 24, 360)),
        row("3.", "The wall", "9 - 30", at=(0, 24, 360)),
        row("<b>C.</b>", "<b>Confidential / exempt items</b>", "Page", at=(0, 24, 360)),
        row("4.", "The wall - exempt appendix", "41 - 44", at=(0, 24, 360)),
    )
    assert outline(found) == [
        ("1", "Apologies", None),
        ("2", "Minutes", (1, 8)),
        ("3", "The wall", (9, 30)),
        ("4", "The wall - exempt appendix", (41, 44)),
    ]
    assert [each.text for each in found] == ["", "", "", ""]
    assert secrecy(found)[2:] == [("3", UNSTATED), ("4", EXEMPT)]


def test_numbers_with_a_nought() -> None:
    found = items(
        text_layout(
            "AGENDA\n\n1.0 Apologies\n\n2.0 Applications\n\n2.1 26/0012/F - Two sheds\n\n"
            "3.0 Confidential business\n\n3.1 Legal advice\n\n4.0 Any other business\n"
        )
    )
    assert [each.number for each in found] == ["1.0", "2.0", "2.1", "3.0", "3.1", "4.0"]


def test_an_item_that_resolves_to_exclude_the_public() -> None:
    found = items(
        text_layout(
            "Agenda\n\n1. Apologies\n\n2. Exempt item\n"
            "It is recommended that the public be excluded for the duration of item 3.\n\n"
            "3. Property matter\n"
        )
    )
    assert secrecy(found)[2] == ("3", EXEMPT)


def test_lettered_matters_with_pages_are_items() -> None:
    found = items_on(
        item("5.", "<b>Minutes</b>"),
        item("6.", "<b>Applications</b>"),
        item("(a)", "26/0012/F - Two sheds at Wall Cottage (Pages 7 - 12)", x=24),
        text("Ward: Quay", x=48),
        row("b)", "26/0015/O - Site for a house", "(Pages 13 - 20)", at=(24, 48, 360)),
        item("7.", "<b>Appeals</b>"),
        item("(a)", "Those allowed", x=24),
    )
    assert outline(found) == [
        ("5", "Minutes", None),
        ("6", "Applications", None),
        ("6(a)", "26/0012/F - Two sheds at Wall Cottage", (7, 12)),
        ("6(b)", "26/0015/O - Site for a house", (13, 20)),
        ("7", "Appeals", None),
    ]
    assert [found[2].text, found[4].text] == ["Ward: Quay", "(a) Those allowed"]


def test_numbers_with_the_letters_of_a_committee() -> None:
    found = items(
        text_layout(
            "AGENDA\n\nFC26/01 To receive apologies.\n\nFC26/02 To approve the minutes.\n\n"
            "FC26/03 To consider the budget.\n"
        )
    )
    assert [each.number for each in found] == ["FC26/01", "FC26/02", "FC26/03"]
