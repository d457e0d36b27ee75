"""Text files: lines, cells and marks, each word with the characters that it stands on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reading.errors import EmptyError, UnsupportedError
from extract.reading.text import TextFile, TextLine, read_text


def line_of(words: str) -> TextLine:
    """The only line of a text."""
    (line,) = read_text(words.encode()).lines
    return line


def cells(words: str) -> list[str]:
    """The text of each cell of a line."""
    return [" ".join(word.text for word in cell) for cell in line_of(words).cells]


def test_words_know_where_they_stand() -> None:
    text = "Wards:\tGreen  and Market\n"
    spans = [(w.text, text[w.start : w.end]) for cell in line_of(text).cells for w in cell]
    assert spans == [(word, word) for word in ("Wards:", "Green", "and", "Market")]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=200))
def test_every_word_of_any_text_points_into_it(text: str) -> None:
    try:
        file = read_text(text.encode())
    except EmptyError:
        return
    for line in file.lines:
        for word in (word for cell in line.cells for word in cell):
            assert 0 <= word.start < word.end <= len(file.text)
            assert word.text[0] in file.text[word.start : word.end]


def test_a_byte_order_mark_is_no_character() -> None:
    file = read_text("\ufeffFairs".encode())
    assert file.text == "Fairs"
    assert file.lines[0].cells[0][0].start == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_that_windows_saves_are_read(encoding: str) -> None:
    assert read_text("Fair’s fee: £10".encode(encoding)).text == "Fair’s fee: £10"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_line_ending_ends_a_line(ending: str) -> None:
    file = read_text(f"Fairs{ending}{ending}Markets{ending}".encode())
    assert [line.cells[0][0].text for line in file.lines] == ["Fairs", "Markets"]
    assert [line.blank_above for line in file.lines] == [True, True]


def test_a_hash_is_a_heading_and_no_word() -> None:
    assert (line_of("## Fairs").heading, cells("## Fairs")) == (2, ["Fairs"])


def test_a_bullet_is_kept_apart() -> None:
    line = line_of("* on the green")
    assert line.bullet is not None
    assert (line.bullet.text, line.bullet.start) == ("*", 0)
    assert cells("* on the green") == ["on the green"]


@pytest.mark.parametrize(
    "marked",
    ["**Fairs** and <b>markets</b>", "Fairs<br/>and <u>markets</u>", "`Fairs` and markets"],
)
def test_marks_are_no_part_of_the_words(marked: str) -> None:
    assert cells(marked) == ["Fairs and markets"]


@pytest.mark.parametrize("rule", ["---", "* * *", "______", "==="])
def test_a_rule_is_a_blank_line(rule: str) -> None:
    file = read_text(f"Fairs\n{rule}\nMarkets".encode())
    assert [line.blank_above for line in file.lines] == [True, True]


def test_an_empty_cell_keeps_its_place() -> None:
    assert cells("Title\t\tFair") == ["Title", "", "Fair"]


def test_the_cut_off_start_of_a_cell_is_noise() -> None:
    assert cells("RE\tREASONS FOR THE FAIR") == ["REASONS FOR THE FAIR"]


def test_the_cut_off_end_of_a_cell_is_noise() -> None:
    assert [c for c in cells("REPORT OF THE CLERK\tCLERK\tIda Example") if c] == [
        "REPORT OF THE CLERK",
        "Ida Example",
    ]


@pytest.mark.parametrize("stroke", ["I", "l", "|", "!"])
def test_a_stroke_before_an_address_is_noise(stroke: str) -> None:
    assert cells(f"{stroke} ida@example.org") == ["ida@example.org"]


def test_a_number_that_runs_into_its_text_is_a_word_of_its_own() -> None:
    (line,) = read_text(b"1.That the fair be held").lines
    assert [(w.text, w.start, w.end) for w in line.cells[0][:2]] == [("1.", 0, 2), ("That", 2, 6)]


@pytest.mark.parametrize("words", ["2.5m of rope", "20mph zone", "Clause 4.That"])
def test_other_numbers_stay_as_they_are(words: str) -> None:
    assert cells(words) == [words]


def test_a_stroke_alone_is_a_rule() -> None:
    file = read_text(b"Fairs\n|\nMarkets")
    assert [line.cells[0][0].text for line in file.lines] == ["Fairs", "Markets"]


def test_two_cells_that_open_alike_are_both_kept() -> None:
    assert cells("Appendix 1\tAppendix 1 to the last report") == [
        "Appendix 1",
        "Appendix 1 to the last report",
    ]


@pytest.mark.parametrize("data", [b"", b"\n \n\t\n", "\ufeff".encode()])
def test_a_file_without_words_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyError, match="no words"):
        read_text(data)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnsupportedError, match="not text"):
        read_text(b"PK\x03\x04\0\0\0\0")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_by_name(data: bytes) -> None:
    try:
        file = read_text(data)
    except (EmptyError, UnsupportedError):
        return
    assert isinstance(file, TextFile)
    assert file.lines
