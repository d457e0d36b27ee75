"""Lines to paragraphs and items: what goes on, what starts anew, what a page break cuts."""

from __future__ import annotations

import pytest

from extract.layout.blocks import BlockKind, split_lines
from tests.paper import FAIR, WALL, blocks_of, heading, item, new_page, text


def texts(*story: object) -> list[str]:
    """The text of each block of a paper."""
    return [block.text for block in blocks_of(*story)]


def test_the_lines_of_a_paragraph_are_one_block() -> None:
    assert texts(text(FAIR), text(WALL)) == [FAIR, WALL]


def test_a_paragraph_knows_its_printed_lines() -> None:
    (block,) = blocks_of(text(FAIR))
    lines = [line.text for line in split_lines(block.passage)]
    assert len(lines) == 2
    assert " ".join(lines) == FAIR


def test_a_short_line_ends_its_paragraph_though_the_next_stands_close() -> None:
    assert texts(text("Cabinet"), text("4 May 2026", gap=0)) == ["Cabinet", "4 May 2026"]


def test_a_heading_is_no_part_of_the_text_close_below_it() -> None:
    head, body = blocks_of(heading("Background"), text(FAIR, gap=0))
    assert (head.text, head.bold, body.bold) == ("Background", True, False)


def test_a_heading_over_two_lines_is_one_block() -> None:
    words = "How the fair on the green is paid for and what the traders and the parish share of it"
    (head, _) = blocks_of(heading(words), text(FAIR))
    assert (head.text, head.bold) == (words, True)


def test_larger_type_starts_a_block() -> None:
    title, body = blocks_of(text("Fairs", size=16), text("and markets", gap=0))
    assert title.size > body.size


def test_a_number_that_ends_a_sentence_on_a_line_of_its_own_is_no_label() -> None:
    words = (
        "The pitches that the parish lets to traders in the spring of each year are those in "
        "Annex 1."
    )
    (block,) = blocks_of(item("4.", words))
    assert (block.label.text, block.text) == ("4.", words)


def test_bold_words_that_open_a_paragraph_are_known() -> None:
    (block,) = blocks_of(text(f"<b>Reason:</b> {FAIR}"))
    assert (block.run_in.text, block.bold) == ("Reason:", False)


@pytest.mark.parametrize(
    "label",
    [
        "1.",
        "2.1",
        "(a)",
        "iv)",
        "A.",
        "R1",
        "·",
        "–",
        pytest.param(
            "•",  # which ReportLab writes as code 127: WinAnsi's bullet too (ISO 32000-1, D.2)
        ),
    ],
)
def test_a_label_hanging_out_opens_an_item(label: str) -> None:
    first, second = blocks_of(text(FAIR), item(label, WALL))
    assert (second.kind, second.label.text, second.text) == (BlockKind.ITEM, label, WALL)
    assert first.kind is BlockKind.PARAGRAPH


def test_items_that_follow_each_other_closely_stay_apart() -> None:
    blocks = blocks_of(item("(a)", "on the green; and"), item("(b)", "in April.", gap=0))
    assert [(b.label.text, b.text) for b in blocks] == [
        ("(a)", "on the green; and"),
        ("(b)", "in April."),
    ]


def test_a_line_that_opens_with_a_day_is_no_item() -> None:
    (block,) = blocks_of(text("4 May 2026"))
    assert (block.kind, block.text) == (BlockKind.PARAGRAPH, "4 May 2026")


def test_a_figure_that_opens_a_line_of_running_text_is_no_label() -> None:
    words = "The fair was held on the green in every year of the decade that ended in the year of"
    assert len(texts(text(f"{words} 2019. The next was held after the flood of the river."))) == 1


def test_a_sentence_goes_on_over_a_page() -> None:
    cut = [text(f"{FAIR} It lasts for as long as the"), new_page(), text("weather holds.")]
    assert texts(*cut) == [f"{FAIR} It lasts for as long as the weather holds."]


def test_an_item_goes_on_over_a_page() -> None:
    (block,) = blocks_of(item("3.", WALL[:-1] + " and the"), new_page(), text("west.", x=24))
    assert (block.label.text, block.text) == ("3.", WALL[:-1] + " and the west.")
    assert (block.passage.page, block.passage.last_page) == (1, 2)


def test_a_full_line_goes_on_over_a_page_with_a_capital() -> None:
    words = f"{FAIR} It is held on the green in April, and pitches are let by the clerk of"
    cut = [text(words), new_page(), text("Stoke Abbas and by nobody else.")]
    assert texts(*cut) == [f"{words} Stoke Abbas and by nobody else."]


def test_a_small_word_at_the_foot_of_a_page_goes_on_with_a_capital() -> None:
    cut = [text(f"{FAIR} It is let by the clerk of"), new_page(), text("Stoke Abbas alone.")]
    assert texts(*cut) == [f"{FAIR} It is let by the clerk of Stoke Abbas alone."]


def test_a_paragraph_that_ends_with_its_page_stays_apart_from_the_next() -> None:
    assert texts(text(FAIR), new_page(), text(WALL)) == [FAIR, WALL]


def test_a_heading_at_the_foot_of_a_page_takes_nothing_in() -> None:
    head, body = blocks_of(heading("Background"), new_page(), text("and so on."))
    assert (head.text, body.text) == ("Background", "and so on.")


def test_a_small_figure_behind_a_capital_is_part_of_the_word() -> None:
    assert texts(text("less CO<sub>2</sub> at the fair")) == ["less CO2 at the fair"]


def test_the_mark_of_a_footnote_is_no_part_of_a_text() -> None:
    assert texts(text("The fair<super>1</super> is held on the green.")) == [
        "The fair is held on the green."
    ]


def test_a_label_alone_on_its_line_takes_the_text_below() -> None:
    (block,) = blocks_of(text("2.1"), text("That the fair be held.", gap=0))
    assert (block.label.text, block.text) == ("2.1", "That the fair be held.")


def test_a_short_line_at_the_right_is_no_part_of_the_line_below() -> None:
    assert texts(text("Public", x=390), text("open to all who trade", gap=0)) == [
        "Public",
        "open to all who trade",
    ]


def test_centred_lines_are_one_title() -> None:
    title = "<b>The spring fair on the green, the pitches of its traders and the</b>"
    assert texts(text(title, x=35), text("<b>toll</b>", x=205, gap=0)) == [
        "The spring fair on the green, the pitches of its traders and the toll"
    ]


def test_a_line_in_italics_is_another_voice() -> None:
    advice = f"{FAIR} The pitches are let."
    name = "Ana Quill, Fairs Accountant, 4 May 2026"
    assert texts(text(advice), text(f"<i>{name}</i>", gap=0)) == [advice, name]


def test_a_bold_item_with_a_plain_number_is_one_block() -> None:
    words = f"<b>{FAIR}</b>"
    block, after = blocks_of(item("1.", words), text(WALL))
    assert (block.label.text, block.text, block.bold) == ("1.", FAIR, True)
    assert not after.bold
