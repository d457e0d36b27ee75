"""Bookmarks that lead to papers, and those that lead to headings."""

from __future__ import annotations

import pytest

from extract.packs.bookmarks import Bookmark, is_of_pack, paper_bookmarks
from extract.reading.page import OutlineEntry

PACK = [
    OutlineEntry("Agenda", 1, 1),
    OutlineEntry("3 Minutes", 1, 3),
    OutlineEntry("7 Letting of pitches", 1, 7),
    OutlineEntry("Appendix A - Map of the green", 2, 9),
    OutlineEntry("8(a) Harbour wall", 1, 11),
]
HEADINGS = [
    OutlineEntry("1. Purpose", 1, 1),
    OutlineEntry("2. Recommendations", 1, 1),
    OutlineEntry("3. Background", 1, 2),
    OutlineEntry("3.1 The green", 2, 2),
]


def test_a_pack_s_bookmarks_name_item_title_and_label() -> None:
    assert is_of_pack(PACK)
    assert paper_bookmarks(PACK) == {
        1: Bookmark("Agenda", 1),
        3: Bookmark("Minutes", 1, item="3"),
        7: Bookmark("Letting of pitches", 1, item="7"),
        9: Bookmark("Map of the green", 2, label="A", attached=True),
        11: Bookmark("Harbour wall", 1, item="8(a)"),
    }


def test_headings_lead_to_no_papers() -> None:
    assert not is_of_pack(HEADINGS)
    assert paper_bookmarks(HEADINGS) == {}


@pytest.mark.parametrize(
    "titles",
    [
        ("Item 3 Minutes", "Item 4 Letting of pitches"),
        ("03 minutes.pdf", "04 pitches report.docx"),
        ("Agenda Frontsheet", "Minutes"),
    ],
)
def test_names_of_files_and_counted_items_are_a_pack_s(titles: tuple[str, str]) -> None:
    outline = [OutlineEntry(title, 1, at) for at, title in enumerate(titles, 1)]
    assert is_of_pack(outline)
    assert set(paper_bookmarks(outline)) == {1, 2}


def test_a_level_that_leads_twice_to_a_page_is_of_headings() -> None:
    inner = [OutlineEntry("Purpose", 2, 7), OutlineEntry("Recommendations", 2, 7)]
    found = paper_bookmarks([*PACK[:3], *inner, OutlineEntry("Costs", 2, 8)])
    assert set(found) == {1, 3, 7}
    assert found[7].title == "Letting of pitches"


def test_an_appendix_is_a_paper_among_headings_too() -> None:
    outline = [*HEADINGS[2:], OutlineEntry("Appendix 2: Costs", 3, 5)]
    assert paper_bookmarks(outline) == {5: Bookmark("Costs", 3, label="2", attached=True)}


def test_bookmarks_that_lead_nowhere_are_left() -> None:
    assert paper_bookmarks([*PACK, OutlineEntry("9 Lost", 1, None)]) == paper_bookmarks(PACK)
