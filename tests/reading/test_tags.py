"""Tags: what the structure tree says of each piece of print, and trees that say nothing."""

from __future__ import annotations

import pytest

from extract.reading.page import Page, Role, Tag, TagCell
from extract.reading.pdf import open_pdf
from tests.tagged import Element, Shown, paragraph, tagged


def page_of(*tree: Element, **options: object) -> Page:
    """The first page of a tagged PDF."""
    return next(open_pdf(tagged(*tree, **options)).pages())  # type: ignore[arg-type]


def tags_of(*tree: Element, **options: object) -> list[Tag]:
    """The tags of a page's text, in the order of drawing."""
    return [tag for _, tag in page_of(*tree, **options).tags]


@pytest.mark.parametrize(
    ("kind", "role", "level"),
    [
        ("P", Role.TEXT, 0),
        ("H1", Role.HEADING, 1),
        ("H6", Role.HEADING, 6),
        ("H", Role.HEADING, 1),
        ("Title", Role.HEADING, 1),
        ("Heading_20_3", Role.HEADING, 3),
        ("Note", Role.NOTE, 0),
        ("FENote", Role.NOTE, 0),
        ("Caption", Role.CAPTION, 0),
        ("Fairs-Body", Role.TEXT, 0),
    ],
)
def test_the_type_of_an_element_gives_its_role(kind: str, role: Role, level: int) -> None:
    (tag,) = tags_of(paragraph(kind, "The fair", top=72))
    assert (tag.role, tag.level) == (role, level)


def test_a_style_is_what_the_role_map_says() -> None:
    (tag,) = tags_of(paragraph("FairsTop", "The fair", top=72), role_map={"FairsTop": "H2"})
    assert (tag.role, tag.level) == (Role.HEADING, 2)


def test_a_box_lies_where_its_text_is_shown() -> None:
    page = page_of(paragraph("P", "fair", top=100, x=80))
    (box, _), (word,) = page.tags[0], page.words
    assert (box.x0, box.x1) == pytest.approx((word.x0, word.x1), abs=1)
    assert word.top <= box.top < box.bottom <= word.bottom


def test_a_box_on_a_turned_page_lies_where_its_text_is_shown() -> None:
    page = page_of(paragraph("P", "fair", top=100, x=80), turned=90)
    (box, _), (word,) = page.tags[0], page.words
    assert word.x0 <= box.x0 < box.x1 <= word.x1
    assert box.top == pytest.approx(word.top, abs=1)


def test_lines_of_a_paragraph_share_their_element_and_words_set_apart_in_it_do_too() -> None:
    linked = Element("Link", Shown("stalls", top=85, x=120))
    lines = Element("P", Shown("The fair", top=72), Shown("and its", top=85), linked)
    first, second, third, other = tags_of(lines, paragraph("P", "The wall", top=110))
    assert first == second == third != other


def test_a_list_item_has_a_label_and_a_body() -> None:
    item = Element("LI", paragraph("Lbl", "a)", top=72), paragraph("LBody", "The", top=72, x=99))
    label, body = tags_of(Element("L", item))
    assert (label.role, body.role) == (Role.LABEL, Role.TEXT)


def test_cells_know_their_row_and_column() -> None:
    rows = [
        Element("TR", paragraph("TH", "Stall", top=72), paragraph("TH", "Toll", top=72, x=200)),
        Element("TR", Element("TD", paragraph("P", "Toys", top=90))),
    ]
    tags = tags_of(Element("Table", Element("TBody", *rows)))
    places = [(tag.cell.row, tag.cell.column) if tag.cell else None for tag in tags]
    assert places == [(1, 1), (1, 2), (2, 1)]
    assert len({tag.cell.table for tag in tags if tag.cell}) == 1
    assert isinstance(tags[0].cell, TagCell)


def test_text_in_no_element_is_outside() -> None:
    tags = tags_of(paragraph("P", "The fair", top=72), untagged=[Shown("Page 1", top=800)])
    assert [tag.role for tag in tags] == [Role.TEXT, Role.OUTSIDE]


def test_a_tree_that_holds_little_of_the_text_says_nothing() -> None:
    rest = [Shown(f"line {at}", top=100 + 14 * at) for at in range(3)]
    assert not page_of(paragraph("H1", "The fair", top=72), untagged=rest).tags


def test_a_file_without_a_tree_has_no_tags() -> None:
    data = tagged(paragraph("H1", "The fair", top=72)).replace(b"/StructTreeRoot 3", b"/Unknown 3")
    assert not next(open_pdf(data).pages()).tags


def test_elements_that_hang_below_themselves_are_no_tree() -> None:
    data = tagged(Element("Sect", paragraph("H1", "The fair", top=72)))
    tree = b"/S /Sect /P 3 0 R /K [9 0 R]"
    assert tree in data
    page = next(open_pdf(data.replace(tree, b"/S /Sect /P 3 0 R /K [8 0 R]")).pages())
    assert not page.tags
    assert [word.text for word in page.words] == ["The", "fair"]


def test_a_deep_tree_is_read_or_left_without_harm() -> None:
    deep = paragraph("H1", "The fair", top=72)
    for _ in range(400):
        deep = Element("Sect", deep)
    page = page_of(deep)
    assert [word.text for word in page.words] == ["The", "fair"]


def test_bookmarks_stand_with_the_page_that_they_lead_to() -> None:
    body = Element("P", Shown("The fair", top=72), Shown("The wall", top=72, page=1))
    data = tagged(body, bookmarks=[("The fair", 0), ("The wall", 1), ("Elsewhere", 1)])
    titles = [[entry.title for entry in page.bookmarks] for page in open_pdf(data).pages()]
    assert titles == [["The fair"], ["The wall", "Elsewhere"]]
