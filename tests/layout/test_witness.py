"""What a file says of its structure: believed where the print bears it out, and only there."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.layout.blocks import Block
from extract.layout.pages import Layout, lay_out
from extract.reading.pdf import open_pdf
from tests.tagged import Element, Shown, paragraph, tagged

# A paragraph of plain lines, none of them as short as a heading.
PROSE = (
    "The spring fair is held on the green each April, and the council lets the pitches to those",
    "who apply by the end of January. Traders who come late are sent to the next town, and the",
    "toll is paid on the morning of the fair at the gate.",
)
SHORT = "Pitches and tolls"
"""A heading that neither its style nor the lexicon gives away."""


def layout_of(*tree: Element, **options: object) -> Layout:
    """The layout of a tagged PDF."""
    return lay_out(open_pdf(tagged(*tree, **options)).pages())  # type: ignore[arg-type]


def levels(layout: Layout) -> dict[str, int]:
    """The stated level of each block."""
    return {block.text: block.level for block in layout.blocks}


def body(top: float = 120, kind: str = "P") -> Element:
    """A paragraph."""
    return paragraph(kind, *PROSE, top=top)


def texts(blocks: Sequence[Block]) -> list[str]:
    """The text of each block."""
    return [block.text for block in blocks]


@pytest.mark.parametrize("level", [1, 3])
def test_a_tagged_heading_has_its_level(level: int) -> None:
    layout = layout_of(paragraph(f"H{level}", SHORT, top=90), body(), body(170))
    assert levels(layout) == {SHORT: level, " ".join(PROSE): 0}


def test_a_heading_close_above_its_text_is_apart_from_it() -> None:
    layout = layout_of(paragraph("H2", SHORT, top=107), body(), body(170))
    assert texts(layout.blocks)[0] == SHORT


def test_the_lines_of_a_tagged_heading_are_one() -> None:
    centred = Element("H1", Shown("Pitches and", top=80, x=280), Shown("Tolls", top=93, x=292))
    layout = layout_of(centred, body(), body(170))
    assert levels(layout)["Pitches and Tolls"] == 1


def test_paragraphs_are_apart_however_full_their_lines() -> None:
    first, second = PROSE[0], PROSE[1].replace("who", "Those who")
    layout = layout_of(paragraph("P", first, top=72), paragraph("P", second, top=85), body())
    assert texts(layout.blocks)[:2] == [first, second]


def test_lines_tagged_one_by_one_are_paragraphs_by_print() -> None:
    lines = [paragraph("P", line, top=72 + 13.2 * at) for at, line in enumerate(PROSE)]
    assert texts(layout_of(*lines).blocks) == [" ".join(PROSE)]


def test_a_page_that_is_one_element_is_read_by_print() -> None:
    whole = Element("P", Shown(SHORT, 72, bold=True), *body().children)
    head, text = layout_of(whole).blocks
    assert (head.text, head.bold, text.text) == (SHORT, True, " ".join(PROSE))


def test_text_tagged_as_a_heading_is_text() -> None:
    assert not any(levels(layout_of(body(kind="H2"), body(170), body(220))).values())


def test_headings_everywhere_are_none_anywhere() -> None:
    names = [paragraph("H1", f"Pitch {name}", top=90 + 20 * at) for at, name in enumerate("ABCD")]
    assert not any(levels(layout_of(*names)).values())


def test_a_numbered_paragraph_with_a_heading_style_is_an_item() -> None:
    item = paragraph("H2", "2. Let the pitches", top=90)
    assert not any(levels(layout_of(item, body(), body(170))).values())


def test_a_bookmark_that_is_printed_on_its_page_is_a_heading() -> None:
    story = (paragraph("P", SHORT, top=90), body(), body(170))
    assert levels(layout_of(*story, bookmarks=[(SHORT.upper(), 0)]))[SHORT] == 1


@pytest.mark.parametrize("bookmark", [("Fairs.docx", 0), (SHORT, 1), ("", 0)])
def test_other_bookmarks_are_left(bookmark: tuple[str, int]) -> None:
    story = (paragraph("P", SHORT, top=90), body(), Element("P", Shown("The wall", 90, page=1)))
    assert not any(levels(layout_of(*story, bookmarks=[bookmark])).values())


def test_a_tagged_note_is_no_part_of_the_text() -> None:
    note = paragraph("Note", "1 See the toll book.", top=600)
    assert texts(layout_of(body(), body(170), note).blocks) == [" ".join(PROSE)] * 2


def test_a_page_of_notes_is_a_page_of_text() -> None:
    assert texts(layout_of(body(kind="Note")).blocks) == [" ".join(PROSE)]


def test_untagged_text_at_the_foot_is_furniture_and_at_the_head_is_not() -> None:
    head, foot = Shown("Fairs Committee", top=40), Shown("The Town Hall, Market Place", top=800)
    layout = layout_of(body(), body(170), untagged=[head, foot])
    assert texts(layout.blocks)[0] == head.words
    assert [line.text for line in layout.furniture] == [foot.words]
