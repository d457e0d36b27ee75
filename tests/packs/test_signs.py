"""The signs of a new paper where a pack has no stamps, bookmarks and blank leaves."""

from __future__ import annotations

from dataclasses import replace

from schemas.vocabulary import DocumentKind
from tests.packs.leaves import Leaf, Mark, agenda, leaf, minutes, parsed, report, shape

PITCHES, WALL = "Letting of pitches on the green", "Repair of the harbour wall"
FRONT = agenda(
    "1. Apologies for absence",
    "2. Declarations of interest",
    f"3. {PITCHES}",
    f"4. {WALL}",
)
SENTENCE = "The traders were asked what they thought of the pitches and said that they liked them."


def plain_report(*head: str) -> list[Leaf]:
    """A report of two pages that names no body, no day and nobody."""
    return [
        leaf(*head, "<b>Background", *[SENTENCE] * 40),
        leaf(SENTENCE, "<b>Recommendation", "That the committee agrees to what is proposed."),
    ]


def test_the_titles_of_the_front_sheet_s_items_part_a_pack() -> None:
    document = parsed([FRONT, *plain_report(f"<b>{PITCHES}"), *plain_report(f"<b>{WALL}")])
    assert document.kind is DocumentKind.AGENDA_PACK
    assert shape(document) == [("agenda", (1, 1)), ("report", (2, 3)), ("report", (4, 5))]
    assert [part.agenda_item for part in document.parts] == [None, "3", "4"]


def test_a_title_with_its_item_s_number_parts_a_pack() -> None:
    first, second = f"<b>3. {PITCHES.upper()}", f"<b>Agenda item 4: {WALL}"
    document = parsed([FRONT, *plain_report(first), *plain_report(second)])
    assert shape(document) == [("agenda", (1, 1)), ("report", (2, 3)), ("report", (4, 5))]


def test_a_title_under_another_number_is_no_item_s() -> None:
    last = leaf(*minutes()[0].lines, *[SENTENCE] * 36)
    later = leaf(f"<b>57. {PITCHES}", SENTENCE, "RESOLVED: that the pitches be let.")
    document = parsed([FRONT, last, later, *plain_report(f"<b>{WALL}")])
    assert shape(document)[1:] == [("minutes", (2, 3)), ("report", (4, 5))]


def test_a_second_sheet_with_the_item_s_title_goes_on_with_the_report() -> None:
    first, *rest = report(PITCHES)
    sheet = leaf("Meeting: Harbour Committee", "Date: 12 March 2024", f"Subject: {PITCHES}")
    document = parsed([FRONT, first, sheet, *rest, *report(WALL)])
    assert shape(document) == [("agenda", (1, 1)), ("report", (2, 4)), ("report", (5, 6))]


def test_an_agenda_by_itself_is_no_pack() -> None:
    front = leaf("<b>AGENDA", *FRONT.lines[2:])
    notes = leaf("Notes for visitors", f"3. {PITCHES}", f"4. {WALL}", SENTENCE)
    assert parsed([front, notes]).kind is DocumentKind.AGENDA


def test_the_pack_s_numbers_are_not_taken_for_a_paper_s_own() -> None:
    pack = [agenda("1. Apologies", "2. Declarations of interest"), *report(PITCHES), *report(WALL)]
    numbered = [page.numbered(str(at)) for at, page in enumerate(pack, 1)]
    assert shape(parsed(numbered))[1:] == [("report", (2, 3)), ("report", (4, 5))]


def test_a_paper_s_own_numbers_begin_with_it() -> None:
    first, second = report(PITCHES)
    plan = [leaf("<b>A plan for the green", SENTENCE), leaf(SENTENCE), leaf(SENTENCE)]
    own = [page.numbered(f"Page {at} of 3") for at, page in enumerate(plan, 1)]
    document = parsed([FRONT, first, second, *own, *report(WALL)])
    assert [pages for _, pages in shape(document)] == [(1, 1), (2, 3), (4, 6), (7, 8)]


def test_an_attached_paper_parts_from_the_one_before() -> None:
    stamped = [replace(page, stamp="") for page in report(PITCHES)]
    stamped[0] = stamped[0].stamped("Agenda Item 3")
    maps = [
        leaf("<b>Appendix 1", "Map of the green", SENTENCE, font="Times-Roman"),
        leaf("<b>Appendix 2", "Map of the harbour", SENTENCE, font="Times-Roman"),
    ]
    document = parsed([FRONT, *stamped, *maps])
    assert shape(document)[2:] == [("appendix", (4, 4)), ("appendix", (5, 5))]


def test_a_report_s_table_names_no_pages_of_items() -> None:
    table = ["<b>4. Berths", "4.1 The berths have filled up.", "Berth 2020 2022 2024"]
    table += [
        f"North quay {' ' * 40}7",
        f"South quay {' ' * 40}7",
        "<b>5. Background papers",
        "None",
    ]
    first, second = report(PITCHES)[0].stamped("Agenda Item 8"), leaf(*table)
    other = [page.numbered(f"Page {at}") for at, page in enumerate(report(WALL), 6)]
    numbered = [page.numbered(f"Page {at}") for at, page in enumerate([first, second], 4)]
    document = parsed([*numbered, other[0].stamped("Agenda Item 9"), other[1]])
    assert shape(document) == [("report", (1, 2)), ("report", (3, 4))]


def test_reports_of_one_page_that_count_from_1_are_parted() -> None:
    leaves = [page.numbered("1") for page in (report(PITCHES)[0], report(WALL)[0])]
    document = parsed([FRONT, *leaves])
    assert shape(document) == [("agenda", (1, 1)), ("report", (2, 2)), ("report", (3, 3))]


def test_a_page_without_number_behind_a_numbered_report_is_another_paper_s() -> None:
    numbered = [page.numbered(str(at)) for at, page in enumerate(report(PITCHES), 1)]
    plan = leaf("Mill Lane", "Allotments", "Scale 1:1250", shapes=30)
    document = parsed([FRONT, *numbered, plan, *report(WALL)])
    assert [pages for _, pages in shape(document)] == [(1, 1), (2, 3), (4, 4), (5, 6)]


def test_a_bookmark_to_an_appendix_does_not_mark_the_papers_of_items() -> None:
    papers = [FRONT, *report(PITCHES), leaf("<b>A map of the green", SENTENCE), *report(WALL)]
    marks = [Mark(1, "Agenda"), Mark(2, f"3 {PITCHES}"), Mark(2, "Purpose")]
    marks += [Mark(4, "Appendix A - Map", 2), Mark(5, f"4 {WALL}"), Mark(5, "Purpose")]
    document = parsed(papers, marks)
    assert shape(document)[1:] == [("report", (2, 3)), ("appendix", (4, 4)), ("report", (5, 6))]
    assert [part.agenda_item for part in document.parts] == [None, "3", "3", "4"]


def test_bookmarks_to_the_headings_of_a_numbered_paper_part_nothing() -> None:
    pages = [page.numbered(f"{at} of 2") for at, page in enumerate(report(PITCHES), 1)]
    marks = [
        Mark(1, "Agenda"),
        Mark(2, f"3 {PITCHES}"),
        Mark(3, "Legal implications", 2),
        Mark(4, f"4 {WALL}"),
    ]
    document = parsed([FRONT, *pages, *report(WALL)], marks)
    assert shape(document) == [("agenda", (1, 1)), ("report", (2, 3)), ("report", (4, 5))]
