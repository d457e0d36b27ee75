"""Agenda front sheets: the items, their pages, and whether they are taken in public."""

from __future__ import annotations

import pytest

from extract.fields.agenda import agenda_of
from extract.fields.values import Found
from extract.layout.pages import Layout
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
