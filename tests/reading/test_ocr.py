"""Pages drawn in the test, made into pictures, and read back."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from itertools import pairwise

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.colors import black
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table as DrawnTable

for package in ("cv2", "onnxruntime", "rapidocr"):
    pytest.importorskip(package, reason="OCR is an extra: pip install 'council-reports[ocr]'")

from extract.reading.errors import DamagedError
from extract.reading.ocr import OcrReader, ScannedPage, is_garbage, needs_ocr
from extract.reading.ocr_marks import find_rules, find_tick_boxes
from extract.reading.ocr_picture import Picture, find_tilt, ink_of, render, rotated
from extract.reading.ocr_turn import Turn
from extract.reading.ocr_type import stem_of
from extract.reading.page import Box, Page, Word
from extract.reading.pdf import open_pdf

Draw = Callable[[Canvas], object]

WIDTH, HEIGHT = 440, 300  # points; small pages are read in a second


def drawn(draw: Draw, size: tuple[float, float] = (WIDTH, HEIGHT)) -> bytes:
    """A PDF of one page with text."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scanned(data: bytes, *, quarters: int = 0, tilt: float = 0.0) -> bytes:
    """The same page as a picture at 200 dpi, laid on the glass clockwise turned and tilted."""
    document = pypdfium2.PdfDocument(data)
    image = document[0].render(scale=200 / 72, grayscale=True).to_pil().convert("L")
    image = image.rotate(-tilt, resample=Image.Resampling.BICUBIC, fillcolor=255)
    image = image.rotate(-90 * quarters, expand=True)
    buffer = io.BytesIO()
    image.save(buffer, "PDF", resolution=200)
    return buffer.getvalue()


@cache
def reader() -> OcrReader:
    return OcrReader(threads=1)


def read(draw: Draw, *, quarters: int = 0, tilt: float = 0.0) -> ScannedPage:
    return reader().read(scanned(drawn(draw), quarters=quarters, tilt=tilt), 1)


def lines(page: Page) -> list[str]:
    """The page's words as lines, joined by eye: by the foot of each word."""
    rows: dict[int, list[Word]] = {}
    for word in page.words:
        key = next((k for k in rows if abs(k - word.bottom) < 5), round(word.bottom))
        rows.setdefault(key, []).append(word)
    return [
        " ".join(word.text for word in sorted(rows[key], key=lambda word: word.x0))
        for key in sorted(rows)
    ]


def inside(page: Page, box: Box) -> str:
    words = [
        word.text
        for word in page.words
        if box.x0 < (word.x0 + word.x1) / 2 < box.x1
        and box.top < (word.top + word.bottom) / 2 < box.bottom
    ]
    return " ".join(words)


REPORT = (
    ("Helvetica-Bold", 14, "Report to the Harbour Committee"),
    ("Helvetica", 11, "The works cost £118,500 and end on 30 September 2024."),
    ("Helvetica", 11, "(i) approve the programme;"),
    ("Helvetica", 11, "(ii) delegate authority to the Director of Finance;"),
    ("Helvetica", 11, "(iii) note the EIA of 5% and the e-mail j.doe@example.gov.uk."),
)


def report(canvas: Canvas) -> None:
    for number, (font, size, text) in enumerate(REPORT):
        canvas.setFont(font, size)
        canvas.drawString(40, 250 - 24 * number, text)


@pytest.mark.parametrize("tilt", [0.0, 0.9, -1.6])
def test_lines_labels_and_sums_are_read_level_or_askew(tilt: float) -> None:
    page = read(report, tilt=tilt)
    assert lines(page) == [text for _, _, text in REPORT]
    assert page.turn.tilt == pytest.approx(-tilt, abs=0.15)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_scanned_sideways_or_on_its_head_is_turned_upright(quarters: int) -> None:
    page = read(report, quarters=quarters)
    assert lines(page) == [text for _, _, text in REPORT]
    assert page.turn.quarters == (4 - quarters) % 4
    assert (page.width, page.height) == pytest.approx((WIDTH, HEIGHT), abs=1)


def test_boxes_sizes_and_weight_are_those_of_the_text() -> None:
    (native,) = open_pdf(drawn(report)).pages()
    page = read(report)
    pairs = list(zip(native.words, page.words, strict=True))
    assert [a.text for a, _ in pairs] == [b.text for _, b in pairs]
    for a, b in pairs:
        assert (b.x0, b.x1) == pytest.approx((a.x0, a.x1), abs=2.5)
        assert (b.top, b.bottom) == pytest.approx((a.top, a.bottom), abs=2.5)
        assert b.size == pytest.approx(a.size, rel=0.1)
        assert b.bold == a.bold


@pytest.mark.parametrize(("quarters", "tilt"), [(0, 0.0), (0, 1.5), (1, 0.0), (2, -1.0), (3, 0.8)])
def test_a_box_turned_back_lies_on_the_words_of_the_sheet(quarters: int, tilt: float) -> None:
    data = scanned(drawn(report), quarters=quarters, tilt=tilt)
    page = reader().read(data, 1)
    ink = ink_of(render(data, 1, 144).grey)  # 2 pixels a point
    for word in page.words:
        if len(word.text) < 4:
            continue
        box = page.turn.shown(Box(word.x0, word.top, word.x1, word.bottom))
        part = ink[
            round(2 * box.top) : round(2 * box.bottom), round(2 * box.x0) : round(2 * box.x1)
        ]
        assert part.mean() > 0.08, word


def test_a_ruled_grid_has_its_cells_and_their_words() -> None:
    rows = [["Decision maker", "Cabinet"], ["Date", "19 March 2024"], ["Ward", "All"]]

    def grid(canvas: Canvas) -> None:
        style = [("GRID", (0, 0), (-1, -1), 0.7, black), ("FONTSIZE", (0, 0), (-1, -1), 11)]
        table = DrawnTable(rows, colWidths=[150, 250], rowHeights=22, style=style)
        table.wrapOn(canvas, WIDTH, HEIGHT)
        table.drawOn(canvas, 20, 150)

    page = read(grid, tilt=0.7)
    (table,) = page.tables
    assert (table.rows, table.columns) == (3, 2)
    assert [inside(page, cell.box) for cell in table.cells] == [
        text for row in rows for text in row
    ]
    assert not page.underlines


def test_a_rule_of_its_own_is_no_table() -> None:
    def ruled(canvas: Canvas) -> None:
        report(canvas)
        canvas.line(40, 100, 400, 100)

    page = read(ruled)
    (rule,) = page.underlines
    assert (rule.x0, rule.top, rule.x1) == pytest.approx((40, 200, 400), abs=2)
    assert page.tables == []


def test_tick_boxes_become_characters() -> None:
    def form(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(40, 200, "Key decision")
        canvas.drawString(180, 200, "Yes")
        canvas.drawString(280, 200, "No")
        for x in (225, 300):
            canvas.rect(x, 199, 9, 9)
        canvas.line(225, 199, 234, 208)
        canvas.line(225, 208, 234, 199)

    assert lines(read(form)) == ["Key decision Yes ☒ No ☐"]


def test_letters_like_boxes_are_letters() -> None:
    page = read(lambda canvas: canvas.drawString(40, 200, "DOCK ROAD: TO ROOF QUOTA"))
    assert lines(page) == ["DOCK ROAD: TO ROOF QUOTA"]


def test_bullets_are_found_before_their_lines() -> None:
    def bullets(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(40, 200, "Background papers:")
        for number, text in enumerate(("Air Quality Action Plan", "Traffic Order of 2022")):
            canvas.drawString(40, 180 - 16 * number, "•")
            canvas.drawString(58, 180 - 16 * number, text)

    assert lines(read(bullets)) == [
        "Background papers:",
        "• Air Quality Action Plan",
        "• Traffic Order of 2022",
    ]


def test_columns_far_apart_keep_their_places() -> None:
    def columns(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for number, (label, value) in enumerate(
            (("Lead Member:", "Councillor Doe"), ("Ward:", "All"))
        ):
            canvas.drawString(40, 200 - 20 * number, label)
            canvas.drawString(250, 200 - 20 * number, value)

    page = read(columns)
    values = [word for word in page.words if word.text in ("Councillor", "All")]
    assert [word.x0 for word in values] == pytest.approx([250, 250], abs=2)


def test_a_blank_page_has_no_words() -> None:
    page = read(lambda canvas: canvas.setFont("Helvetica", 11))
    assert (page.words, page.tables) == ([], [])
    assert (page.width, page.height) == pytest.approx((WIDTH, HEIGHT), abs=1)


def test_the_same_page_reads_the_same() -> None:
    data = scanned(drawn(report), tilt=0.4)
    assert reader().read(data, 1) == reader().read(data, 1)


def test_a_page_that_cannot_be_rendered_says_so() -> None:
    with pytest.raises(DamagedError, match="Page 1 cannot be rendered"):
        reader().read(b"%PDF-1.7\n%%EOF", 1)


def test_the_tilt_is_found_to_a_tenth_of_a_degree() -> None:
    grey = render(drawn(report), 1, 100).grey
    for tilt in (-2.0, -0.5, 0.3, 1.2):
        assert find_tilt(rotated(grey, tilt)) == pytest.approx(-tilt, abs=0.1)


def test_a_turn_maps_corners_of_the_sheet() -> None:
    turn = Picture(render(drawn(report), 1, 72).grey, 1.0, Turn(WIDTH, HEIGHT)).turned(1).turn
    assert turn == Turn(HEIGHT, WIDTH, 1)
    # what is top left once turned clockwise was bottom left
    assert turn.shown(Box(0, 0, 10, 20)) == pytest.approx((0, HEIGHT - 10, 20, HEIGHT))


def test_stems_of_large_letters_are_no_rules() -> None:
    def title(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 30)
        canvas.drawString(40, 200, "HILLTOP LIDO")

    picture = render(drawn(title), 1, 200)
    rules, _ = find_rules(ink_of(picture.grey), picture.scale)
    assert rules == []
    assert find_tick_boxes(ink_of(picture.grey), picture.scale) == []


def page_of(text: str, image_share: float = 0.0) -> Page:
    words = [Word(word, 1) for word in text.split()]
    return Page(1, WIDTH, HEIGHT, words, image_share=image_share)


SENTENCE = "The Committee is asked to approve the programme of works for the harbour wall. "


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (page_of("", image_share=0.3), True),
        (Page(1, WIDTH, HEIGHT, (), paths=40), True),  # letters may be drawn as shapes
        (page_of(""), False),  # nothing stands on it
        (page_of("Agenda Item 7 Page 15", image_share=0.98), True),
        (page_of("Agenda Item 7 Page 15"), False),
        (page_of(SENTENCE * 5, image_share=1.0), False),  # a scan that somebody has read already
        (page_of("".join(map(chr, range(0xE000, 0xE100)))), True),
        (Page(1, 0.0, 0.0, ()), False),  # it could not be opened at all
    ],
)
def test_which_pages_need_ocr(page: Page, expected: bool) -> None:
    assert needs_ocr(page) is expected


def test_a_text_layer_of_shifted_letters_is_garbage() -> None:
    shifted = "".join(chr(ord(char) - 29) if char.isalpha() else char for char in SENTENCE * 8)
    letters = "".join(chr((ord(c) - 97 + 3) % 26 + 97) for c in SENTENCE.lower() * 8 if c.isalpha())
    assert is_garbage(letters)
    assert not is_garbage(SENTENCE * 8)
    assert not is_garbage(shifted[:20])


def test_a_table_of_figures_is_no_garbage() -> None:
    cells = " ".join(f"{a:,} {b:,}" for a, b in pairwise(range(1000, 90000, 700)))
    assert not needs_ocr(page_of(cells))


def test_stems_of_four_and_five_pixels_are_four_and_a_half_wide() -> None:
    rows = [[0, 0, *[1] * width, 0, 0, *[1] * 12, 0] for width in (4, 5, 4, 5)]
    padded = [row + [0] * (22 - len(row)) for row in rows]
    stems = [[0, *[1] * width, 0] + [0] * (20 - width) for width in (4, 5) * 4]
    assert stem_of(np.array([*padded, *stems], dtype=np.uint8)) == pytest.approx(4.5)


def test_of_a_stem_and_a_bar_alone_the_middle_is_taken() -> None:
    assert stem_of(np.array([[0, 1, 0, *[1] * 13, 0]], dtype=np.uint8)) == 7


def test_type_of_many_sizes_is_bold_or_not_as_it_was_set() -> None:
    def draw(canvas: Canvas) -> None:
        for at, size in enumerate((9, 10, 10.5, 11, 11.5, 12, 13)):
            canvas.setFont("Helvetica", size)
            canvas.drawString(20, 260 - 36 * at, "Routes of the winter fair go north")
            canvas.setFont("Helvetica-Bold", size)
            canvas.drawString(290, 260 - 36 * at, "Fares to pay")

    page = read(draw, tilt=0.4)
    assert {word.bold for word in page.words if word.x1 < 280} == {False}
    assert {word.bold for word in page.words if word.x0 > 280} == {True}
