"""Where a report ends when its appendices are bound into the same file."""

from __future__ import annotations

import pytest

from extract.fields.extent import own_part
from tests.paper import FAIR, WALL, Piece, heading, layout_of, new_page, row, text


def kept(*story: Piece, head: str = "") -> list[str]:
    """The blocks of a paper that are the report's own."""
    return [block.text for block in own_part(layout_of(*story, head=head))[0].blocks]


@pytest.mark.parametrize(
    "title",
    ["Appendix A", "APPENDIX 1", "Appendix A: Map of the green", "Annex B", "Exempt Appendix 2"],
)
def test_an_appendix_on_a_page_of_its_own_is_cut_off(title: str) -> None:
    assert kept(text(FAIR), new_page(), heading(title), text(WALL)) == [FAIR]


def test_all_that_follows_is_cut_off() -> None:
    story = [text(FAIR), new_page(), heading("Appendix A"), text(WALL), new_page(), text(WALL)]
    assert kept(*story) == [FAIR]


def test_a_sentence_that_begins_with_an_appendix_cuts_nothing() -> None:
    sentence = "Appendix A shows the green, with the pitches that were let to traders last year."
    assert kept(text(FAIR), new_page(), text(sentence)) == [FAIR, sentence]


def test_an_appendix_in_the_middle_of_a_page_cuts_nothing() -> None:
    assert len(kept(text(FAIR), new_page(), text(WALL), heading("Appendix A"))) == 3


def test_the_list_of_appendices_over_a_page_cuts_nothing() -> None:
    story = [
        heading("Appendices"),
        text("Appendix A – Map"),
        new_page(),
        text("Appendix B – Costs"),
    ]
    assert len(kept(text(FAIR), *story)) == 4


def test_a_document_that_is_an_appendix_is_kept_whole() -> None:
    assert kept(heading("Appendix A"), text(WALL)) == ["Appendix A", WALL]


MAIL = (
    row("From:", "Bo Sample"),
    row("Sent:", "12 October 2025 08:56"),
    row("To:", "Ida Ferrier"),
    row("Subject:", "Pitches on the green"),
    text("Ida, the pitches are let. Regards, Bo"),
)


def test_a_printed_email_behind_the_report_is_cut_off() -> None:
    assert kept(text(FAIR), new_page(), heading("Sample, Bo"), *MAIL) == [FAIR]


def test_a_drawing_before_it_goes_with_it() -> None:
    drawing = (text("Scale 1:500"), text("Site boundary", x=200), text("North", x=400))
    assert kept(text(FAIR), new_page(), *drawing, new_page(), *MAIL) == [FAIR]


def test_a_drawing_with_nothing_behind_it_stays() -> None:
    assert kept(text(FAIR), new_page(), text("Site boundary")) == [FAIR, "Site boundary"]


def test_the_head_of_a_report_is_no_email() -> None:
    front = (row("To:", "Cabinet"), row("Date:", "12 October 2025"), row("Subject:", "The fair"))
    assert len(kept(*front, text(FAIR))) == 4
    assert len(kept(text("Report pack"), new_page(), *front[1:], text(FAIR))) == 4
