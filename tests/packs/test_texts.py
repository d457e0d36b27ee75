"""Packs that are plain text: their pages are told by what was printed on them."""

from __future__ import annotations

import pytest

from extract.pipeline import parse_bytes
from schemas import Document
from schemas.vocabulary import DocumentKind, PartKind

FILL = "The works at the lower weir were delayed by high water for most of the winter months."


def prose(lines: int = 22) -> list[str]:
    """So many lines of a page that say nothing much."""
    return [f"{FILL[:-1]} in year {number}." for number in range(1, lines + 1)]


def front(*items: str) -> list[str]:
    """The front sheet of a meeting with its items."""
    return [
        "Public Document Pack",
        "",
        "Tolland District Council",
        "River and Harbour Committee",
        "Agenda",
        "",
        "Date: Tuesday, 3 June 2025",
        "Time: 6.30 pm",
        "Venue: Weir House, Quay Street, Tolland",
        "",
        "1. Apologies for absence",
        "2. Declarations of interest",
        *(f"{number}. {title}" for number, title in enumerate(items, 3)),
    ]


def opening(title: str, *more: str) -> list[str]:
    """The first page of a report."""
    return [
        "River and Harbour Committee",
        "3 June 2025",
        f"Title: {title}",
        "Report of: Director of Waterways",
        "Author: Petra Lindqvist, Harbour Engineer",
        "Wards affected: Quayside",
        "",
        "1. Purpose of report",
        "1.1 To seek approval for the works that are set out below.",
        "",
        "2. Recommendations",
        "That the Committee approves the works.",
        "",
        "3. Financial implications",
        "3.1 The cost of £40,000 is met from the harbour reserve.",
        *more,
    ]


def closing(*papers: str) -> list[str]:
    """The last page of a report, which lists its appendices."""
    return ["4. Legal implications", "4.1 There are none.", "", "5. Appendices", *papers]


def form(title: str = "Equality Impact Assessment") -> list[str]:
    """The first page of a form."""
    return [title, "Title of proposal: Lock gates", "Version 2", "", *prose(12)]


def stamped(item: int, page: list[str]) -> list[str]:
    """A page with the stamp of its item."""
    return [f"Agenda Item {item}", "", *page]


def footed(pages: list[list[str]], foot: str, first: int = 1) -> list[list[str]]:
    """Pages with their number at the foot, `{}` in `foot`."""
    return [[*page, "", foot.format(at)] for at, page in enumerate(pages, first)]


def headed(pages: list[list[str]], head: str, first: int = 1) -> list[list[str]]:
    """Pages with their number at the head."""
    return [[head.format(at), "", *page] for at, page in enumerate(pages, first)]


def text(pages: list[list[str]], between: str = "\n") -> str:
    """Pages in one text; without more, nothing stands where one ended."""
    return between.join("\n".join(page) for page in pages) + "\n"


def read(pack: str) -> Document:
    """The record of a text."""
    return parse_bytes(pack.encode(), "pack.txt")


def parts(pack: str, kind: PartKind | None = None) -> list[str]:
    """The text of each part (of one kind), from its start to its end."""
    return [
        pack[part.start : part.end]
        for part in read(pack).parts
        if kind is None or part.kind is kind
    ]


def reports(pack: str) -> list[str]:
    """The text of each report."""
    return parts(pack, PartKind.REPORT)


TWO_REPORTS = [
    front("Lock gates", "Ferry landing"),
    stamped(3, opening("Lock gates")),
    [*prose(), *closing("Appendix A – Survey of the gates")],
    ["Appendix A", "Survey of the gates", *prose()],
    prose(),
    stamped(4, opening("Ferry landing")),
    prose(),
    closing("None"),
]

FORMS = {
    "feet": text(footed(TWO_REPORTS, "Page {}")),
    "feet of a range": text(footed(TWO_REPORTS, "Page {} of 80")),
    "feet with words": text(footed(TWO_REPORTS, "River and Harbour – June Page {}")),
    "heads": text(headed(TWO_REPORTS, "Page {}", first=5)),
    "bare numbers": text(footed(TWO_REPORTS, "{}")),
    "form feeds": text(TWO_REPORTS, "\n\f"),
    "stamps alone": text(TWO_REPORTS),
    "lines of Windows": text(footed(TWO_REPORTS, "Page {}")).replace("\n", "\r\n"),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_character_is_in_one_part(form: str) -> None:
    found = read(FORMS[form]).parts
    assert [part.start for part in found] == [0, *(part.end for part in found[:-1])]
    assert found[-1].end == len(FORMS[form])


@pytest.mark.parametrize("form", FORMS)
def test_reports_end_where_what_is_attached_begins(form: str) -> None:
    pack = FORMS[form]
    found = read(pack)
    assert found.kind is DocumentKind.AGENDA_PACK
    assert [report.title for report in found.reports] == ["Lock gates", "Ferry landing"]
    first, second = reports(pack)
    assert "5. Appendices" in first
    assert "\nSurvey of the gates" not in first
    assert second.rstrip().endswith(("None", "8", "80"))
    (attached,) = parts(pack, PartKind.APPENDIX)
    assert "Appendix A" in attached.splitlines()[:4]


@pytest.mark.parametrize("form", FORMS)
def test_values_stand_where_their_evidence_says(form: str) -> None:
    pack = FORMS[form]
    for report in read(pack).reports:
        (title,) = (place for place in report.evidence if place.path == "/title")
        assert pack[title.start : title.end] == report.title


def test_numbers_at_the_head_begin_their_pages() -> None:
    assert parts(FORMS["heads"], PartKind.APPENDIX)[0].startswith("Page 8\n")


def test_a_part_has_the_numbers_that_are_printed_on_it() -> None:
    found = [part.printed_pages for part in read(FORMS["heads"]).parts]
    assert found == [(5, 5), (6, 7), (8, 9), (10, 12)]


def test_heads_and_feet_are_no_part_of_a_sentence() -> None:
    above = "2.1 The gates were made of oak, and the smith found that the hinges had worn so"
    below = "thin that they could be bent by hand."
    pages = [
        front("Lock gates"),
        stamped(3, opening("Lock gates", "", "4. Reasons for the decision", *prose(9), above)),
        [below, *prose(20)],
        prose(),
        prose(),
    ]
    pack = text(
        [[*page, "", "Open to the public", f"Page {at}"] for at, page in enumerate(pages, 1)]
    )
    assert "worn so thin that" in (read(pack).reports[0].reasons or "")


def test_what_several_reports_begin_with_is_no_running_head() -> None:
    pages = [front("Lock gates", "Ferry landing", "Slipway")]
    for item, title in enumerate(("Lock gates", "Ferry landing", "Slipway"), 3):
        pages += [stamped(item, opening(title)), prose()]
    committees = [r.meeting.committee for r in read(text(footed(pages, "Page {}"))).reports]
    assert committees == ["River and Harbour Committee"] * 3


def test_the_foot_of_a_report_stops_where_another_paper_begins() -> None:
    own = footed([opening("Lock gates"), prose(), prose(8)], "Template of May 2024 Page {}", 2)
    drawing = footed([["Plan of the harbour", "Slipway", "Boat store"], prose(6)], "Page {}", 5)
    own[0] = stamped(3, own[0])
    pack = text(
        [
            *footed([front("Lock gates")], "Page {}"),
            *own,
            *drawing,
            *footed([prose()], "Page {}", 7),
        ]
    )
    (report,) = reports(pack)
    assert report.rstrip().endswith("Template of May 2024 Page 4")


def test_the_head_of_a_table_is_no_head_of_pages() -> None:
    table = ["Berth Length Owner", *(f"{n} {n + 9} m Tolland Boats" for n in range(1, 15))]
    pages = [
        front("Lock gates"),
        stamped(3, opening("Lock gates")),
        table,
        table,
        [*prose(), *closing("None")],
    ]
    (report,) = reports(text(footed(pages, "Page {}")))
    assert "5. Appendices" in report


def test_a_form_is_attached_though_nothing_labels_it() -> None:
    pages = [
        front("Lock gates"),
        stamped(3, opening("Lock gates")),
        [*prose(), *closing("Impact assessment")],
        form(),
        prose(),
    ]
    (report,) = reports(text(footed(pages, "Page {}")))
    assert "Title of proposal" not in report


def test_a_section_on_equality_may_begin_a_page() -> None:
    pages = [
        front("Lock gates"),
        stamped(3, opening("Lock gates", *prose(14))),
        ["Equality impact assessment", *prose(20)],
        [*prose(), *closing("None")],
    ]
    (report,) = reports(text(footed(pages, "Page {}")))
    assert "5. Appendices" in report


def test_a_list_of_appendices_may_go_on_over_the_page() -> None:
    pages = [
        front("Lock gates"),
        stamped(3, opening("Lock gates")),
        [*prose(), *closing("Appendix A – Survey", "Appendix B – Plan")],
        ["Appendix C – Costs", "", "6. Background papers", "None"],
        ["Appendix A – Survey", *prose()],
    ]
    (report,) = reports(text(footed(pages, "Page {}")))
    assert "6. Background papers" in report
    assert report.count("Appendix A – Survey") == 1


def test_an_appendix_that_states_the_implications_belongs_to_the_report() -> None:
    pages = [
        front("Lock gates"),
        stamped(3, opening("Lock gates")),
        prose(20),
        ["Appendix 1: Implications", "", "Legal implications", "There are none.", *prose(6)],
    ]
    (report,) = reports(text(footed(pages, "Page {}")))
    assert "Appendix 1: Implications" in report


def test_numbers_in_sentences_and_tables_are_no_pages() -> None:
    pages = [
        front("Lock gates"),
        stamped(3, opening("Lock gates", "The survey is described on page 40")),
        ["Boats by berth", "3", "4", "5", *prose()],
        [*prose(), *closing("None")],
    ]
    pack = text(footed(pages, "Page {}"))
    assert [part.printed_pages for part in read(pack).parts] == [(1, 1), (2, 4)]


def test_a_pack_without_any_marks_is_split_by_how_papers_open() -> None:
    pages = [
        front("Lock gates", "Ferry landing"),
        opening("Lock gates", *prose(30)),
        opening("Ferry landing", *prose(30)),
    ]
    assert [report.title for report in read(text(pages)).reports] == ["Lock gates", "Ferry landing"]


def test_minutes_may_begin_without_the_word() -> None:
    minutes = [
        "At a meeting of the River and Harbour Committee held on 6 May 2025 at 6.30 pm",
        "",
        "Present: Councillors Amara Vale and Joss Penhale",
        "",
        "1. Apologies for absence",
        "There were none.",
        "2. Declarations of interest",
        "There were none.",
        "3. The wall",
        "RESOLVED that the report be noted.",
        "4. The ferry",
        "RESOLVED that the works be approved.",
        *prose(8),
    ]
    pages = [front("Lock gates"), minutes, stamped(3, opening("Lock gates")), closing("None")]
    kinds = [part.kind for part in read(text(footed(pages, "Page {}"))).parts]
    assert kinds == [PartKind.AGENDA, PartKind.MINUTES, PartKind.REPORT]


def test_a_single_report_is_no_pack() -> None:
    pages = footed([opening("Lock gates"), prose(), closing("None")], "Page {} of 3")
    found = read(text(pages))
    assert found.kind is DocumentKind.REPORT
    assert len(found.parts) == 1


def test_heads_and_feet_of_a_single_report_are_no_part_of_it() -> None:
    pages = [
        ["Agenda Item 6", *opening("Dredging the basin", *prose(20))],
        *([*prose(15), "The basin silts up every year, and the next dredging of it"] for _ in "ab"),
        ["cannot wait.", "4. Legal implications", "4.1 None.", *closing("Appendix A - Depths")],
    ]
    (report,) = read(
        text(footed(pages, "Tolland official copy\nTemplate of March\nPage {}"))
    ).reports
    assert report.agenda_item == "6"
    assert [(each.label, each.title) for each in report.appendices] == [("A", "Depths")]
    said = " ".join(section.text for section in report.sections)
    assert "dredging of it cannot wait." in said
    assert "official copy" not in said
