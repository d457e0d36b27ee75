"""Meetings as agendas, minutes and notices of decisions tell of them."""

from __future__ import annotations

import pytest

from extract.fields.sitting import sitting_of
from extract.layout.pages import Layout
from schemas import Sitting
from schemas.vocabulary import MemberRole
from tests.fields.passages import shown
from tests.paper import WALL, grid, heading, item, layout_of, row, text, text_layout

COUNCIL = "Invented District Council"


def meeting(layout: Layout) -> Sitting:
    """The meeting of a paper of a council that is known."""
    return sitting_of(layout, COUNCIL).value


def when(found: Sitting) -> tuple[str | None, str | None, str | None, str | None]:
    """Body, date, time and venue."""
    return found.committee, found.date, found.time, found.venue


def who(found: Sitting) -> list[str]:
    """The members, with their part where they have one."""
    marks = {MemberRole.CHAIR: "*", MemberRole.VICE_CHAIR: "+", MemberRole.MEMBER: ""}
    return [
        f"{member.honorific or '-'} {member.name}{marks[member.role]}" for member in found.members
    ]


def test_a_front_sheet_in_lines_of_its_own() -> None:
    found = meeting(
        layout_of(
            text("Public Document Pack"),
            heading("Agenda", size=20),
            heading("Fairs, Markets and Quays", size=16),
            heading("Scrutiny Committee", size=16, gap=2),
            heading("Monday 4th May 2026 at 2.00 pm"),
            heading("Guildhall, Quay Street, Invented IN1 2AB"),
            heading("Membership"),
            text("Councillor Ida Example, Chair"),
            text("Councillor Bo Sample, Deputy Chair"),
            text("Councillor Una O’Specimen"),
            text("For information ask Cy Clerk of Democratic Services."),
            item("1.", "<b>Apologies</b>"),
        )
    )
    assert when(found) == (
        "Fairs, Markets and Quays Scrutiny Committee",
        "2026-05-04",
        "14:00",
        "Guildhall, Quay Street, Invented IN1 2AB",
    )
    assert who(found) == [
        "Councillor Ida Example*",
        "Councillor Bo Sample+",
        "Councillor Una O’Specimen",
    ]


def test_columns_of_a_front_sheet() -> None:
    found = meeting(
        layout_of(
            heading("CABINET"),
            row("Monday, 4 May 2026", "Published 27 April 2026", at=(0, 260)),
            row("2.00 pm", "Cy Clerk", at=(0, 260)),
            row("Harbour Room, Guildhall", "Chief Executive", at=(0, 260)),
            item("1.", "<b>Apologies</b>"),
        )
    )
    assert when(found) == ("CABINET", "2026-05-04", "14:00", "Harbour Room, Guildhall")
    assert found.members == ()


def test_labels_of_a_front_sheet() -> None:
    found = meeting(
        text_layout(
            "Invented District Council\n\nQuays & Harbours\nPolicy Committee\nAgenda\n\n"
            "Date: Monday, 4 May 2026\nTime: 5.00 pm\n"
            "Venue: The Harbour Room - Guildhall, 17 to 19 Quay Street, Old\nTown, IN1 2AB\n\n"
            "Distribution:\nCouncillors: Ida Example (Chair), Bo Sample (Vice-Chair), "
            "Una Specimen,\nCy Model and Di Pattern\n\nIssued by: Ed Clerk, Committee Officer\n"
            "Date: Monday, 27 April 2026\n\nAgenda\n1. Apologies\n\n2. Minutes\n"
        )
    )
    assert when(found) == (
        "Quays & Harbours Policy Committee",
        "2026-05-04",
        "17:00",
        "The Harbour Room - Guildhall, 17 to 19 Quay Street, Old Town, IN1 2AB",
    )
    assert who(found) == [
        "Councillor Ida Example*",
        "Councillor Bo Sample+",
        "Councillor Una Specimen",
        "Councillor Cy Model",
        "Councillor Di Pattern",
    ]


def test_a_sentence_of_minutes_says_it_all() -> None:
    found = meeting(
        layout_of(
            heading("INVENTED DISTRICT COUNCIL"),
            heading("CABINET"),
            text(
                "MINUTES of a meeting of the Cabinet held in the Harbour Room, Guildhall, on "
                "Monday, 4 May 2026 at 10.00 am."
            ),
            text(
                "PRESENT: Mrs I Example (Chairman), Mr B Sample, OBE, Dr U Specimen and Ms C Model"
            ),
            text("IN ATTENDANCE: Mr D Pattern (Head of Quays) and Miss E Clerk"),
            item("84.", "<b>Minutes</b>"),
            text("The minutes of the meeting of the Cabinet held on 6 April 2026 were agreed."),
        )
    )
    assert when(found) == ("Cabinet", "2026-05-04", "10:00", "Harbour Room, Guildhall")
    assert who(found) == ["Mrs I Example*", "Mr B Sample", "Dr U Specimen", "Ms C Model"]


def test_minutes_of_a_parish_council() -> None:
    found = sitting_of(
        layout_of(
            heading("MINUTES OF A MEETING OF LITTLE QUAY PARISH COUNCIL"),
            heading("HELD ON 4TH MAY 2026 AT 19.30 IN QUAY SCHOOL"),
            text("Present: Cllr. I. Example (Chair)"),
            text("Councillors: I. Example, B. Sample (part), U. Specimen"),
            text("In attendance: Cy Clerk"),
            item("1.", "<b>APOLOGIES FOR ABSENCE</b>"),
            text("Cllr D Pattern"),
        ),
        "Little Quay Parish Council",
    ).value
    assert when(found) == ("LITTLE QUAY PARISH COUNCIL", "2026-05-04", "19:30", "QUAY SCHOOL")
    assert who(found) == ["Cllr. I. Example*", "Councillor B. Sample", "Councillor U. Specimen"]


def test_minutes_with_the_body_as_a_running_head() -> None:
    found = meeting(
        layout_of(
            heading("Monday, 4 May 2026"),
            heading("PRESENT:"),
            text("Councillor Ida Example, in the Chair."),
            text("Councillor Bo Sample, Vice Chair."),
            text("Councillors Una Specimen, Cy Model and Di Pattern."),
            text("Also in attendance: Ed Clerk (Head of Quays)."),
            text("The meeting started at 2.00 pm and finished at 3.25 pm."),
            item("109.", "<b>Declarations of Interest</b>"),
            text("The minutes of the meeting held on 6 April 2026 were agreed."),
            head="Cabinet",
        )
    )
    assert when(found) == ("Cabinet", "2026-05-04", "14:00", None)
    assert who(found) == [
        "Councillor Ida Example*",
        "Councillor Bo Sample+",
        "Councillor Una Specimen",
        "Councillor Cy Model",
        "Councillor Di Pattern",
    ]


def test_a_summons_to_the_council_itself() -> None:
    found = sitting_of(
        text_layout(
            "LITTLE QUAY PARISH COUNCIL\n\nYou are hereby summoned to attend the Annual Meeting "
            "of Little Quay Parish Council to be held at Quay School, Net Lane, on Monday 4th May "
            "2026 at 1930.\n\nCy Clerk\nDate: 27th April 2026\n\n1. Election of Chairman\n"
        ),
        None,
    ).value
    assert when(found) == (
        "Little Quay Parish Council",
        "2026-05-04",
        "19:30",
        "Quay School, Net Lane",
    )


def test_a_notice_of_decisions() -> None:
    found = meeting(
        layout_of(
            text("Decision Recording Form", size=20),
            text("Decision determined at Quays and Harbours Committee meeting on 4 May 2026"),
            heading("Committee Members present:"),
            text("Councillor Ida Example"),
            text("Councillor Bo Sample, Leader of the Green Group"),
            heading("Apologies:"),
            text("Councillor Di Pattern"),
            text("Deadline for call-in 11 May 2026"),
        )
    )
    assert when(found) == ("Quays and Harbours Committee", "2026-05-04", None, None)
    assert who(found) == ["Councillor Ida Example", "Councillor Bo Sample"]


@pytest.mark.parametrize(
    ("line", "committee"),
    [
        ("Decisions taken by the Cabinet on Monday, 4 May 2026", "Cabinet"),
        ("Planning Committee – Agenda", "Planning Committee"),
        ("Agenda for the Licensing Sub-Committee", "Licensing Sub-Committee"),
        ("Minutes of the Quays Board", "Quays Board"),
        ("COUNCIL", "COUNCIL"),
    ],
)
def test_the_body_beside_what_the_paper_is(line: str, committee: str) -> None:
    found = meeting(layout_of(heading(line), text("4 May 2026"), item("1.", "<b>Apologies</b>")))
    assert (found.committee, found.date) == (committee, "2026-05-04")


def test_the_places_of_a_meeting() -> None:
    found = sitting_of(
        layout_of(
            heading("Cabinet"),
            text("Monday 4 May 2026 at 2.00 pm in the Harbour Room, Guildhall"),
            heading("Councillors:"),
            text("Ida Example (Chair)"),
        ),
        COUNCIL,
    )
    assert shown(found, "/committee") == "Cabinet"
    assert shown(found, "/date") == "Monday 4 May 2026"
    assert shown(found, "/time") == "2.00 pm"
    assert shown(found, "/venue") == "Harbour Room, Guildhall"
    assert shown(found, "/members/0/name") == "Ida Example"
    assert shown(found, "/members/0/honorific") == "Councillor"
    assert shown(found, "/members/0/role") == "Chair"


def test_a_sentence_below_the_name_of_the_body() -> None:
    found = meeting(
        layout_of(
            heading("DEVELOPMENT PLAN PANEL", size=16),
            heading("Meeting to be held in the Guildhall, Quay Street on"),
            heading("Monday, 4th May 2026 at 1.30 pm", gap=0),
            heading("MEMBERSHIP"),
            heading("Councillors"),
            row("I Example (Chair)", "B Sample", "U Specimen", at=(0, 150, 300)),
            item("1.", "<b>Apologies</b>"),
        )
    )
    assert when(found) == (
        "DEVELOPMENT PLAN PANEL",
        "2026-05-04",
        "13:30",
        "Guildhall, Quay Street",
    )
    assert who(found) == ["Councillor I Example*", "Councillor B Sample", "Councillor U Specimen"]


def test_the_place_behind_the_time_in_one_cell() -> None:
    found = meeting(
        layout_of(
            heading("CABINET"),
            row(
                "Monday, 4th May, 2026, at 10.30 am<br/>Council Chamber, Guildhall",
                "Ask for: Cy Clerk",
                at=(0, 260),
            ),
            item("1.", "<b>Apologies</b>"),
        )
    )
    assert when(found) == ("CABINET", "2026-05-04", "10:30", "Council Chamber, Guildhall")


def test_a_front_sheet_in_two_languages() -> None:
    found = meeting(
        layout_of(
            heading("CYFARFOD: PWYLLGOR GWAITH / MEETING: CABINET"),
            grid(
                [
                    ["DYDDIAD / DATE", "Monday, 4 May 2026"],
                    ["AMSER / TIME", "10.00 am"],
                    ["LLEOLIAD / VENUE", "Harbour Room, Guildhall"],
                ],
                [140, 240],
            ),
            heading("AGENDA"),
            item("1.", "<b>Ymddiheuriadau / Apologies</b>"),
        )
    )
    assert when(found) == ("CABINET", "2026-05-04", "10:00", "Harbour Room, Guildhall")


def test_minutes_in_welsh() -> None:
    found = meeting(
        text_layout(
            "Cofnodion cyfarfod y Pwyllgor Cynllunio a gynhaliwyd yn Neuadd y Dref ar ddydd Llun "
            "4 Mai 2026\n\nYN BRESENNOL:\n\nY Cynghorydd Ida Example (Cadeirydd)\n"
            "Y Cynghorydd Bo Sample (Is-Gadeirydd)\n\nY Cynghorwyr Una Specimen, Cy Model\n\n"
            "WRTH LAW:\n\nEd Clerk (Pennaeth Harbyrau)\n\n1. Ymddiheuriadau\n"
        )
    )
    assert (found.committee, found.date) == ("Pwyllgor Cynllunio", "2026-05-04")
    assert [(each.name, each.role.value) for each in found.members] == [
        ("Ida Example", "chair"),
        ("Bo Sample", "vice_chair"),
        ("Una Specimen", "member"),
        ("Cy Model", "member"),
    ]


def test_names_side_by_side_in_a_cell() -> None:
    found = meeting(
        layout_of(
            heading("Minutes of the Meeting of the Executive"),
            grid(
                [
                    ["Date:", "4 May 2026"],
                    ["Present:", "Cllr Ida Example Cllr Bo Sample (Vice-Chair) Cllr Una Specimen"],
                    ["Apologies:", "Cllr Cy Model"],
                ],
                [80, 340],
            ),
            heading("139/26 Apologies for absence"),
        )
    )
    assert (found.committee, found.date) == ("Executive", "2026-05-04")
    assert who(found) == ["Cllr Ida Example", "Cllr Bo Sample+", "Cllr Una Specimen"]


def test_a_chair_without_a_comma() -> None:
    found = meeting(
        layout_of(
            heading("At a Meeting of the Housing Sub-Committee held on 4 May 2026 at 2.00 p.m."),
            heading("Present"),
            heading("Councillor Ida Example in the Chair"),
            heading("Members of the Committee"),
            text("Councillors Bo Sample and Una Specimen"),
            item("95.", "<b>Apologies</b>"),
        )
    )
    assert when(found)[:3] == ("Housing Sub-Committee", "2026-05-04", "14:00")
    assert who(found) == [
        "Councillor Ida Example*",
        "Councillor Bo Sample",
        "Councillor Una Specimen",
    ]


def test_substitutes_and_officers_are_no_members() -> None:
    found = meeting(
        layout_of(
            heading("Area Board"),
            text("4 May 2026"),
            heading("Membership:"),
            text("Cllr Ida Example (Chairman)<br/>Cllr Bo Sample"),
            heading("Substitutes:"),
            text("Cllr Una Specimen<br/>Cllr Cy Model"),
            heading("Also present:"),
            text("Cllr Di Pattern"),
            item("1.", "<b>Apologies</b>"),
        )
    )
    assert who(found) == ["Cllr Ida Example*", "Cllr Bo Sample"]


def test_the_stamp_of_a_pack_opens_no_business() -> None:
    found = meeting(
        layout_of(
            heading("ITEM NO. 3"),
            heading("QUAYS COMMITTEE"),
            text("MINUTES of a meeting of the Quays Committee held on 4 May 2026."),
            item("41.", "<b>Apologies for absence</b>"),
        )
    )
    assert when(found)[:2] == ("Quays Committee", "2026-05-04")


def test_a_short_name_of_the_council_gives_way_to_the_whole() -> None:
    found = sitting_of(
        text_layout(
            "Little Quay Parish Council\n\nYou are summoned to attend the meeting of the Parish "
            "Council which will be held on Monday 4th May 2026 at 7.30pm in the Village Hall.\n\n"
            "1. Apologies for absence\n"
        ),
        None,
    ).value
    assert when(found) == ("Little Quay Parish Council", "2026-05-04", "19:30", "Village Hall")


def test_a_role_over_two_lines() -> None:
    found = meeting(
        text_layout(
            "Cabinet\n\n4 May 2026\n\nMembers:\n\nCouncillor Ida Example, Chair\n\n"
            "Councillor Bo Sample, Vice\n\nChair\n\nCouncillor Una Specimen\n\n1. Apologies\n"
        )
    )
    assert who(found) == [
        "Councillor Ida Example*",
        "Councillor Bo Sample+",
        "Councillor Una Specimen",
    ]


def test_a_mayor_with_the_name_in_brackets() -> None:
    found = meeting(
        layout_of(
            heading("INVENTED DISTRICT COUNCIL"),
            text(
                "At a Meeting of the Council held at the Guildhall, Quay Street, on Monday 4 May "
                "2026 at 7.00 pm there were present:-"
            ),
            text("The Mayor (Councillor Ida Example) in the Chair"),
            text("The Deputy Mayor (Councillor Bo Sample)"),
            text("Councillors Specimen, Model and Mrs Draft"),
            item("1.", "<b>APOLOGIES</b>"),
            text(WALL),
        )
    )
    assert when(found) == ("Council", "2026-05-04", "19:00", "Guildhall, Quay Street")
    assert who(found) == [
        "Councillor Ida Example*",
        "Councillor Bo Sample",
        "Councillor Specimen",
        "Councillor Model",
        "Mrs Draft",
    ]


def test_names_beside_their_portfolios() -> None:
    found = meeting(
        text_layout(
            "Cabinet\n\n4 May 2026\n\nMembership\n\nCouncillors\n\n"
            "Ida Example    Leader\nBo Sample    Cabinet Member for Quays\n\n1. Apologies\n"
        )
    )
    assert who(found) == ["Councillor Ida Example", "Councillor Bo Sample"]


def test_the_hour_of_a_deadline_is_not_the_meetings() -> None:
    found = meeting(
        text_layout(
            "DECISION LIST\n\nDecisions made at the meeting of the Cabinet held on Monday 4 May "
            "2026\n\nCall-in expires at 5pm on 13 May 2026.\n\n1. Minutes\n"
        )
    )
    assert when(found) == ("Cabinet", "2026-05-04", None, None)


def test_the_clerk_below_the_members_is_none() -> None:
    found = meeting(
        text_layout(
            "FINANCE COMMITTEE\n\n4 May 2026\n\n"
            "Members: Cllrs I Example (Chairman), B Sample\n\nCy Clerk, Town Clerk\n\n"
            "1. Apologies\n"
        )
    )
    assert who(found) == ["Cllr I Example*", "Cllr B Sample"]
