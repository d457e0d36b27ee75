"""Whatever is printed, and in whatever order: a record with its evidence, never a crash."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract.pipeline import parse_bytes
from extract.reading.errors import ReadingError
from schemas import Report
from tests.paper import FAIR, Piece, grid, heading, item, new_page, report_on, row, text
from tests.pipeline.pointers import leaves, record_of

# Words that mean something to the parser, out of their places.
WORDS = (
    "Recommendations", "Reason:", "Financial Implications", "Legal", "None", "N/A", "£0", "Author:",
    "Lead Member", "Councillor", "Ida Example", "Head of Fairs", "ida@example.org", "01632 960001",
    "Appendix A", "Appendices", "–", "1.", "(a)", "Background papers", "Key Decision", "Yes", "No",
    "Schedule 12A", "paragraph 3", "exempt", "4 May 2026", "10.00am", "Cabinet", "to:", "That", "x",
    "the fair", "Wards affected:", "All", "and", ",", ";", ":", "?", "Sign off", "Fin", "Title",
    "Date agreed", "Comments approved by", "(IE 04/05/2026)", "is attached as", "Contact Officer",
)  # fmt: skip

phrases = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
lines = (
    phrases
    | st.lists(phrases, max_size=4).map("\t".join)
    | st.builds("{} {}".format, st.sampled_from(["#", "##", "*", "1.", "(a)"]), phrases)
    | st.text(max_size=30)
)


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    """A paragraph, heading, item, row, grid or page break."""
    shape = draw(st.sampled_from(["text", "prose", "heading", "item", "row", "grid", "page"]))
    words = draw(phrases)
    if shape == "heading":
        return heading(words, size=draw(st.sampled_from([9, 11, 16])))
    if shape == "item":
        return item(draw(st.sampled_from(["1.", "(a)", "(i)", "–"])), words, x=24)
    if shape == "row":
        return row(words, draw(phrases))
    if shape == "grid":
        columns = draw(st.integers(1, 4))
        cells = st.lists(phrases, min_size=columns, max_size=columns)
        return grid(draw(st.lists(cells, min_size=1, max_size=3)), [440 / columns] * columns)
    if shape == "page":
        return new_page()
    return text(f"{words} {FAIR}" if shape == "prose" else words)


def check(report: Report) -> None:
    """Every place belongs to a value of the report."""
    stated = {pointer for pointer, _ in leaves(record_of(report))}
    assert {place.path for place in report.evidence} <= stated


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(lines, max_size=25).map("\n".join))
@example("*\n\tRecommendations\tRecommendations")  # a row whose first cell is empty
def test_any_lines_give_a_record_or_a_named_error(words: str) -> None:
    try:
        document = parse_bytes(words.encode())
    except ReadingError:
        return
    for report in document.reports:
        check(report)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(pieces(), min_size=1, max_size=12))
def test_any_pieces_give_a_record(story: list[Piece]) -> None:
    check(report_on(*story, text(FAIR)))
