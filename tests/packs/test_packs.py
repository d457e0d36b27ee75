"""Agenda packs read as a meeting: parts, items, reports."""

from __future__ import annotations

import pytest

from extract.pipeline import parse_bytes
from schemas.vocabulary import DocumentKind, PartKind, ProblemCode
from tests.packs.leaves import (
    BLANK,
    WITHHELD,
    Leaf,
    Mark,
    agenda,
    bound,
    kinds,
    leaf,
    minutes,
    parsed,
    report,
    shape,
)

PITCHES, WALL = "Letting of pitches on the green", "Repair of the harbour wall"
MAP = leaf("<b>Appendix A", "Map of the green", "The pitches are numbered from the north.")


def numbered(leaves: list[Leaf], form: str = "Page {}", first: int = 1) -> list[Leaf]:
    return [page.numbered(form.format(at)) for at, page in enumerate(leaves, first)]


def stamped(leaves: list[Leaf], stamp: str) -> list[Leaf]:
    return [leaves[0].stamped(stamp), *leaves[1:]]


def whole_pack() -> list[Leaf]:
    """Front sheet, minutes, a report with a withheld and an open appendix, a report."""
    return [
        agenda(
            "1. Apologies",
            "2. Minutes (Pages 3 - 3)",
            "3. Letting of pitches on the green (Pages 5 - 9)",
            "4. Repair of the harbour wall (Pages 11 - 12)",
            "5. Any other business",
        ),
        BLANK,
        *stamped(minutes(), "Agenda Item 2"),
        BLANK,
        *stamped(report(PITCHES), "Agenda Item 3"),
        WITHHELD,
        BLANK,
        MAP,
        BLANK,
        *stamped(report(WALL), "Agenda Item 4"),
    ]


EXPECTED = [
    ("agenda", (1, 1)),
    ("blank", (2, 2)),
    ("minutes", (3, 3)),
    ("blank", (4, 4)),
    ("report", (5, 6)),
    ("withheld", (7, 7)),
    ("blank", (8, 8)),
    ("appendix", (9, 9)),
    ("blank", (10, 10)),
    ("report", (11, 12)),
]


def test_stamps_and_blank_leaves_part_a_pack() -> None:
    document = parsed(numbered(whole_pack()))
    assert document.kind is DocumentKind.AGENDA_PACK
    assert shape(document) == EXPECTED


def test_the_front_sheet_s_page_ranges_part_a_pack_without_stamps() -> None:
    leaves = [page.stamped("") for page in whole_pack()]
    assert shape(parsed(numbered(leaves))) == EXPECTED


def test_bookmarks_part_a_pack_without_stamps_and_numbers() -> None:
    leaves = [page.stamped("") for page in whole_pack()]
    marks = [
        Mark(1, "Agenda"),
        Mark(3, "2 Minutes"),
        Mark(5, f"3 {PITCHES}"),
        Mark(7, "Appendix B - Tenders received", 2),
        Mark(9, "Appendix A - Map of the green", 2),
        Mark(11, f"4 {WALL}"),
    ]
    document = parsed(leaves, marks)
    assert shape(document) == EXPECTED
    withheld, plan = document.parts[5], document.parts[7]
    assert (withheld.label, withheld.title) == ("B", "Tenders received")
    assert (plan.label, plan.title) == ("A", "Map of the green")


def test_looks_alone_part_a_pack() -> None:
    leaves = [*report(PITCHES), *report(WALL), *minutes()]
    document = parsed(leaves)
    assert document.kind is DocumentKind.AGENDA_PACK
    assert shape(document) == [("report", (1, 2)), ("report", (3, 4)), ("minutes", (5, 5))]
    assert [found.title for found in document.reports] == [PITCHES, WALL]


def test_bookmarks_to_headings_part_nothing() -> None:
    marks = [Mark(1, "1. Purpose"), Mark(1, "2. Recommendations"), Mark(2, "4. Legal implications")]
    document = parsed(report(PITCHES), marks)
    assert document.kind is DocumentKind.REPORT
    assert shape(document) == [("report", (1, 2))]


def test_a_report_that_its_pack_has_stamped_is_no_pack() -> None:
    document = parsed(numbered(stamped(report(PITCHES), "Agenda Item 3"), first=15))
    assert document.kind is DocumentKind.REPORT
    assert document.reports[0].agenda_item == "3"


def test_parts_know_their_item_report_and_printed_pages() -> None:
    document = parsed(numbered([leaf("Public Document Pack", "AGENDA"), *whole_pack()[2:]]))
    by_kind = {part.kind: part for part in document.parts}
    attached = by_kind[PartKind.APPENDIX]
    assert (attached.agenda_item, attached.report, attached.printed_pages) == ("3", 0, (8, 8))
    withheld = by_kind[PartKind.WITHHELD]
    assert (withheld.agenda_item, withheld.report, withheld.paragraphs) == ("3", 0, ("3",))


def test_minutes_in_a_pack_keep_their_own_meeting_and_text() -> None:
    part = parsed(numbered(whole_pack())).parts[2]
    assert part.meeting is not None
    assert (part.meeting.committee, part.meeting.date) == ("Harbour Committee", "2024-02-13")
    assert "that the lights be mended" in part.text


def test_items_of_the_agenda_know_where_their_papers_stand() -> None:
    items = parsed(numbered(whole_pack())).agenda_items
    assert [item.number for item in items] == ["1", "2", "3", "4", "5"]
    assert [item.pages for item in items] == [None, (3, 3), (5, 9), (11, 12), None]
    assert [item.withheld for item in items] == [False, False, True, False, False]


def test_a_withheld_report_leaves_its_item() -> None:
    front = agenda(
        "1. Apologies",
        "2. Letting of pitches on the green (Pages 2 - 3)",
        "3. Sale of the old quay (Pages 4 - 4)",
    )
    leaves = [
        front,
        *stamped(report(PITCHES), "Agenda Item 2"),
        *stamped([WITHHELD], "Agenda Item 3"),
    ]
    document = parsed(numbered(leaves))
    assert len(document.reports) == 1
    sale = document.agenda_items[2]
    assert (sale.title, sale.withheld, sale.pages) == ("Sale of the old quay", True, (4, 4))


def test_the_front_sheet_tells_what_the_report_does_not() -> None:
    document = parsed(numbered(whole_pack()))
    meeting = document.reports[0].meeting
    assert (meeting.time, meeting.venue) == ("14:00", "Council Chamber, Skerry House")
    places = [e for e in document.reports[0].evidence if e.path == "/meeting/time"]
    assert [place.page for place in places] == [1]


def test_where_report_and_front_sheet_disagree_both_are_kept() -> None:
    leaves = whole_pack()
    leaves[10:] = stamped(report(WALL, day="19 March 2024"), "Agenda Item 4")
    document = parsed(numbered(leaves))
    assert document.meeting is not None
    assert document.meeting.date == "2024-03-12"
    assert document.reports[1].meeting.date == "2024-03-19"
    told = [p for p in document.problems if p.code is ProblemCode.AGENDA_DISAGREES]
    assert [(problem.page, "2024-03-19" in problem.message) for problem in told] == [(11, True)]


def test_an_item_whose_papers_are_missing_is_told() -> None:
    leaves = whole_pack()[:9]
    document = parsed(numbered(leaves))
    told = [p.message for p in document.problems if p.code is ProblemCode.REPORT_NOT_FOUND]
    assert len(told) == 1
    assert "item 4" in told[0]


def test_another_committee_s_report_under_an_item_is_attached_to_it() -> None:
    leaves = [
        agenda("1. Apologies", "2. Letting of pitches on the green", "3. Harbour wall"),
        *stamped(report(PITCHES), "Agenda Item 2"),
        BLANK,
        *report("What the scrutiny panel said of the pitches"),
        *stamped(report(WALL), "Agenda Item 3"),
    ]
    document = parsed(leaves)
    assert kinds(document.parts) == ["agenda", "report", "blank", "appendix", "report"]
    assert document.parts[3].report == 0


def test_an_empty_page_within_a_report_is_its_own() -> None:
    first, second = (page.numbered(str(at)) for at, page in enumerate(report(PITCHES), 1))
    leaves = [agenda("1. Apologies", "2. Pitches"), first, leaf(), second.numbered("3")]
    assert shape(parsed([leaves[0], first.stamped("Agenda Item 2"), *leaves[2:]])) == [
        ("agenda", (1, 1)),
        ("report", (2, 4)),
    ]


def test_a_page_with_a_drawing_is_not_blank() -> None:
    leaves = [*whole_pack(), leaf("Appendix A"), leaf(shapes=40)]
    assert shape(parsed(numbered(leaves)))[-1] == ("appendix", (13, 14))


def test_an_attached_paper_in_other_type_is_parted() -> None:
    form = leaf(
        "Equality screening form",
        *(f"Question {at}: who lives near the green, and who uses it?" for at in range(12)),
        font="Times-Roman",
    )
    leaves = [
        agenda("1. Apologies", "2. Pitches", "3. Wall"),
        *stamped(report(PITCHES), "Agenda Item 2"),
        form,
        *stamped(report(WALL), "Agenda Item 3"),
    ]
    assert kinds(parsed(leaves).parts) == ["agenda", "report", "appendix", "report"]


@pytest.mark.parametrize("stamp", ["Agenda Item {}", "ITEM NO. {}", "Eitem Agenda {}", "Item {}"])
@pytest.mark.parametrize("foot", ["Page {}", "Tudalen {}", "[page {}]", "Page {} of 90", "{}"])
def test_stamps_and_numbers_in_other_words(stamp: str, foot: str) -> None:
    leaves = [
        page.stamped(stamp.format(page.stamp.split()[-1]) if page.stamp else "")
        for page in whole_pack()
    ]
    assert shape(parsed(numbered(leaves, foot))) == EXPECTED


def test_pages_count_from_where_the_pack_says() -> None:
    """A supplement's letter is not counted, and its pages are from 1 on."""
    letter = agenda("7. Letting of pitches on the green (Pages 1 - 3)")
    leaves = [letter, *numbered([*stamped(report(PITCHES), "Agenda Item 7"), MAP])]
    document = parsed(leaves)
    assert [(part.pages, part.printed_pages) for part in document.parts[1:]] == [
        ((2, 3), (1, 2)),
        ((4, 4), (3, 3)),
    ]


def test_a_part_longer_than_is_held_is_one_part() -> None:
    line = "The table of berths goes on with line {}."
    body = [leaf("", "", "", "", line.format(at)) for at in range(300)]
    leaves = [*whole_pack()[:6], MAP, *body, *whole_pack()[10:]]
    document = parsed(leaves)
    assert shape(document)[-2:] == [("appendix", (7, 307)), ("report", (308, 309))]
    assert "line 299" in document.parts[-2].text


def test_the_same_bytes_give_the_same_record() -> None:
    data = bound(numbered(whole_pack()))

    assert parse_bytes(data) == parse_bytes(data)


def test_minutes_are_told_by_who_was_present() -> None:
    held = leaf(
        "<b>Harbour Committee",
        "Tuesday, 13 February 2024",
        "PRESENT:",
        "Councillor Ida Example, in the Chair; Councillor Noah Sample.",
        "31. Declarations of interest",
        "There were none.",
        "32. Lights on the quay",
        "The committee agreed to mend the lights.",
    )
    document = parsed([*report(PITCHES), held, *report(WALL)])
    assert kinds(document.parts) == ["report", "minutes", "report"]


def test_minutes_are_told_behind_an_agenda_that_ends_with_the_same_head() -> None:
    first = agenda("1. Apologies for absence", "2. Declarations of interest")
    items = leaf("<b>Harbour Committee", "3. Letting of pitches on the green")
    held = leaf(
        "<b>Harbour Committee",
        "Tuesday 13 February 2024",
        "PRESENT:",
        "Councillor Ida Example, in the Chair. Councillors Noah Sample and Una Specimen.",
        "31. Apologies",
        "There were none.",
        "32. Lights on the quay",
        "The Committee agreed that the lights be mended.",
    )
    pack = parsed([first, items, held, *report("Letting of pitches on the green")])
    assert shape(pack) == [("agenda", (1, 2)), ("minutes", (3, 3)), ("report", (4, 5))]


def test_a_figure_at_the_head_of_a_page_does_not_outweigh_its_own_count() -> None:
    """ "4" stands in a form beside "Item No."; the foot says that the page is the first of two."""
    first, second = (page.numbered(f"Page {at} of 2") for at, page in enumerate(report(WALL), 1))
    form = leaf("4", *first.lines).numbered(first.foot)
    before = [page.numbered(f"Page {at} of 3") for at, page in enumerate(report(PITCHES), 2)]
    front = agenda("1. Apologies", "2. Pitches on the green", "3. Declarations of interest")
    assert kinds(parsed([front, *before, form, second]).parts) == ["agenda", "report", "report"]
