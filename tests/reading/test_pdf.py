"""PDFs drawn in the test and read back: words, boxes, named errors."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from PIL import ImageOps
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extract.reading.errors import (
    DamagedError,
    EmptyError,
    EncryptedError,
    NoPagesError,
    NotAPdfError,
    ReadingError,
)
from extract.reading.ocr import needs_ocr
from extract.reading.page import Page, Word
from extract.reading.pdf import LONG, PdfFile, open_pdf

A4 = (595.0, 842.0)
HOSTILE = Path(__file__).parents[3] / "shared" / "hostile" / "pdf"


def drawn(
    draw: Callable[[Canvas], object], size: tuple[float, float] = A4, **options: object
) -> bytes:
    """A PDF of one page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, **options)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def read(data: bytes) -> Page:
    """The only page of a PDF."""
    (page,) = open_pdf(data).pages()
    return page


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


def written(objects: Sequence[bytes]) -> bytes:
    """A PDF of these numbered objects; the first is its catalogue."""
    out = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    root = b"trailer<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)
    return out + root + b"startxref\n%d\n%%%%EOF" % start


def with_content(
    content: bytes, kids: bytes = b"3 0 R", count: int = 1, entries: bytes = b""
) -> bytes:
    """A PDF whose first page (object 3) has this content; its font F1 is Helvetica."""
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>>>%b>>" % entries,
            b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        ]
    )


# Words


def test_words_and_boxes_are_where_they_were_drawn() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(72, 700, "Report to Cabinet")

    page = read(drawn(draw))
    assert (page.number, page.width, page.height) == (1, 595, 842)
    assert texts(page) == ["Report", "to", "Cabinet"]
    report, to, cabinet = page.words
    width = Canvas(io.BytesIO()).stringWidth
    assert report.x0 == pytest.approx(72, abs=0.1)
    assert to.x0 == pytest.approx(72 + width("Report ", "Helvetica", 12), abs=0.1)
    assert cabinet.x1 == pytest.approx(72 + width("Report to Cabinet", "Helvetica", 12), abs=0.1)
    assert report.top < 842 - 700 - 8  # above the baseline by an ascender
    assert 842 - 700 < report.bottom < 842 - 700 + 4  # and below it by a descender
    assert report.bottom - report.top == pytest.approx(12)
    assert report.size == pytest.approx(12)


def test_bold_and_italic_come_from_the_font() -> None:
    def draw(canvas: Canvas) -> None:
        for y, font in enumerate(("Helvetica", "Helvetica-Bold", "Times-Italic"), 1):
            canvas.setFont(font, 11)
            canvas.drawString(72, 800 - 30 * y, font)

    plain, bold, italic = read(drawn(draw)).words
    assert (plain.bold, plain.italic) == (False, False)
    assert (bold.bold, bold.italic) == (True, False)
    assert (italic.bold, italic.italic) == (False, True)
    assert "Times" in italic.font


def test_text_drawn_twice_comes_once() -> None:
    def draw(canvas: Canvas) -> None:
        for x, y in ((72, 700), (72.4, 700), (72, 600)):
            canvas.drawString(x, y, "Recommendations")

    assert texts(read(drawn(draw))) == ["Recommendations", "Recommendations"]


def test_pieces_that_touch_are_one_word() -> None:
    content = (
        b"BT /F1 12 Tf 72 700 Td (a two) Tj ET "
        b"BT /F1 12 Tf 100.68 700 Td (-year change) Tj ET "
        b"BT /F1 12 Tf 1 0 0 1 72 650 Tm (apart) Tj ET "
        b"BT /F1 12 Tf 1 0 0 1 110 650 Tm (from it) Tj ET"
    )
    assert texts(read(with_content(content))) == ["a", "two-year", "change", "apart", "from", "it"]


def test_a_footnote_mark_is_a_word_of_its_own_and_an_ordinal_is_not() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        for run, size, rise in (
            ("on 13", 12, 0),
            ("th", 7, 5),
            (" the sites", 12, 0),
            ("2", 7, 5),
        ):
            text.setFont("Helvetica", size)
            text.setRise(rise)
            text.textOut(run)
        canvas.drawText(text)

    assert texts(read(drawn(draw))) == ["on", "13th", "the", "sites", "2"]


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("10.We ask", ["10.", "We", "ask"]),
        ("3.1.2the terms", ["3.1.2", "the", "terms"]),
        ("2.5m of 20mph", ["2.5m", "of", "20mph"]),
        ("1.2 Cost", ["1.2", "Cost"]),
    ],
)
def test_a_list_number_stands_off_its_text(run: str, expected: list[str]) -> None:
    assert texts(read(drawn(lambda canvas: canvas.drawString(72, 700, run)))) == expected


def test_words_of_a_justified_line_stand_where_they_are_shown() -> None:
    words = ["the", "cost", "of", "the", "works", "is", "met", "from", "the", "reserve"]

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setFont("Helvetica", 12)
        text.setWordSpace(6)
        text.textOut(" ".join(words))
        canvas.drawText(text)

    data = drawn(draw)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        expected = pdf.pages[0].extract_words()
    page = read(data)
    assert texts(page) == words
    for word, other in zip(page.words, expected, strict=True):
        assert (word.x0, word.x1) == pytest.approx((other["x0"], other["x1"]), abs=0.5)


def test_bullets_ligatures_and_tick_boxes_are_repaired() -> None:
    content = (
        b"BT /F1 12 Tf 72 700 Td (caf\xe9 \x95 co\xadop) Tj ET "  # WinAnsi: é, bullet, soft hyphen
    )
    assert texts(read(with_content(content))) == ["café", "•", "coop"]


# The page as it is shown


TURNS = {0: b"1 0 0 1", 90: b"0 1 -1 0", 180: b"-1 0 0 -1", 270: b"0 -1 1 0"}


def turned(rotation: int) -> bytes:
    """A cropped page, turned, with a line of text that reads upright as the page is shown."""
    return with_content(
        b"q %b 300 400 cm BT /F1 12 Tf 0 0 Td (Upright words here) Tj ET Q" % TURNS[rotation],
        entries=b"/CropBox[50 40 545 780]/Rotate %d" % rotation,
    )


@pytest.mark.parametrize("rotation", TURNS)
def test_boxes_lie_on_the_page_as_it_is_shown(rotation: int) -> None:
    data = turned(rotation)
    page = read(data)
    shown = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("L")
    assert (page.width, page.height) == shown.size
    assert texts(page) == ["Upright", "words", "here"]
    ink = ImageOps.invert(shown).getbbox()
    assert ink is not None
    left, top, right, bottom = ink
    assert page.words[0].x0 == pytest.approx(left, abs=2)
    assert page.words[-1].x1 == pytest.approx(right, abs=2)
    assert page.words[0].top == pytest.approx(top, abs=2)
    assert page.words[0].bottom == pytest.approx(bottom, abs=2)


@pytest.mark.parametrize("rotation", [0, 90])  # pdfplumber does not turn the crop box any further
def test_boxes_agree_with_pdfplumber(rotation: int) -> None:
    data = turned(rotation)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        other = pdf.pages[0]
        left, top, _, _ = other.cropbox
        expected = other.extract_words()
    for word, box in zip(read(data).words, expected, strict=True):
        shown = (box["x0"] - left, box["top"] - top, box["x1"] - left, box["bottom"] - top)
        assert (word.x0, word.top, word.x1, word.bottom) == pytest.approx(shown, abs=2)


def test_sideways_text_is_read_along_its_baseline() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(100, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Turned up")

    page = read(drawn(draw))
    assert texts(page) == ["Turned", "up"]
    turned_word, up = page.words
    assert up.bottom < turned_word.top  # it runs up the page
    assert turned_word.bottom == pytest.approx(842 - 300, abs=0.1)


def test_image_share() -> None:
    pixels = io.BytesIO(b"P6 32 32 255\n" + bytes(32 * 32 * 3))

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(pixels), 0, 421, 595, 842)  # the lower half is on the page

    assert read(drawn(draw)).image_share == pytest.approx(0.5, abs=0.01)
    assert read(drawn(lambda canvas: canvas.drawString(72, 700, "none"))).image_share == 0


def scanned(stamp: str) -> bytes:
    """A page that a scanner wrote: a stencil over all of it, in a form, perhaps with a stamp."""
    content = b"/Form Do BT /F1 9 Tf 450 820 Td (%b) Tj ET" % stamp.encode()
    form = b"q 595 0 0 842 0 0 cm /Stencil Do Q"
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</XObject<</Form 5 0 R>>/Font<</F1 7 0 R>>>>>>",
            b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
            b"<</Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</Stencil 6 0 R>>>>"
            b"/Length %d>>stream\n%b\nendstream" % (len(form), form),
            b"<</Subtype/Image/ImageMask true/Width 8/Height 8/BitsPerComponent 1/Length 8>>"
            b"stream\n\x81\x42\x24\x18\x18\x24\x42\x81\nendstream",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )


@pytest.mark.parametrize("stamp", ["", "Agenda Item 7"])
def test_a_page_scanned_in_black_and_white_is_a_picture(stamp: str) -> None:
    """Bitonal scans are stencils, of which the engine says nothing."""
    page = read(scanned(stamp))
    assert texts(page) == stamp.split()
    assert page.image_share == pytest.approx(1.0, abs=0.01)
    assert needs_ocr(page)


# The file


def test_pages_come_one_at_a_time_and_again() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for number in range(1, 4):
        canvas.drawString(72, 700, f"Page {number}")
        canvas.showPage()
    canvas.save()
    file = open_pdf(buffer.getvalue())
    assert file.page_count == 3
    pages = file.pages()
    assert texts(next(pages)) == ["Page", "1"]
    assert texts(next(pages)) == ["Page", "2"]
    assert [page.number for page in file.pages()] == [1, 2, 3]
    assert all(word.page == page.number for page in file.pages() for word in page.words)


def test_outline_gives_titles_levels_and_pages() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for key, title, level in (("a", "1 Minutes", 0), ("b", "2 Budget", 0), ("c", "Appendix A", 1)):
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(title, key, level)
        canvas.drawString(72, 700, title)
        canvas.showPage()
    canvas.save()
    file = open_pdf(buffer.getvalue())
    assert list(file.outline()) == [("1 Minutes", 1, 1), ("2 Budget", 1, 2), ("Appendix A", 2, 3)]
    assert open_pdf(drawn(lambda canvas: canvas.drawString(72, 700, "x"))).outline() == []


def test_an_untagged_file_has_no_structure_tree() -> None:
    assert not open_pdf(drawn(lambda canvas: canvas.drawString(72, 700, "x"))).has_structure_tree


def test_a_page_that_fails_leaves_the_others() -> None:
    data = with_content(b"BT /F1 12 Tf 72 700 Td (Still here) Tj ET", b"3 0 R 9 0 R", count=2)
    file = open_pdf(data)
    first, second = file.pages()
    assert texts(first) == ["Still", "here"]
    assert (second.number, list(second.words)) == (2, [])
    ((number, reason),) = file.failed_pages
    assert number == 2
    assert reason


def test_an_empty_user_password_needs_no_password() -> None:
    lock = StandardEncryption("", ownerPassword="owner", strength=128)
    data = drawn(lambda canvas: canvas.drawString(72, 700, "Open to all"), encrypt=lock)
    assert texts(read(data)) == ["Open", "to", "all"]


# Named errors


@pytest.mark.parametrize("strength", [40, 128])
def test_a_password_is_named(strength: int) -> None:
    lock = StandardEncryption("secret", ownerPassword="owner", strength=strength)
    data = drawn(lambda canvas: canvas.drawString(72, 700, "Hidden"), encrypt=lock)
    with pytest.raises(EncryptedError, match="password"):
        open_pdf(data)


def test_no_bytes() -> None:
    with pytest.raises(EmptyError, match="empty"):
        open_pdf(b"")


def test_a_text_named_pdf() -> None:
    with pytest.raises(NotAPdfError, match="not a PDF"):
        open_pdf(b"REPORT TO CABINET\n\nPurpose\n" * 200 + b"%PDF-1.4")


def test_junk_before_the_header_is_allowed() -> None:
    data = drawn(lambda canvas: canvas.drawString(72, 700, "Behind junk"))
    assert texts(read(b"\r\n" * 100 + data)) == ["Behind", "junk"]


def test_a_header_without_a_file_is_damaged() -> None:
    with pytest.raises(DamagedError, match="damaged"):
        open_pdf(b"%PDF-1.7\nnothing that follows is a PDF\n")


def test_a_truncated_file_is_damaged_or_gives_what_is_left() -> None:
    data = drawn(lambda canvas: canvas.drawString(72, 700, "Whole"))
    with pytest.raises(ReadingError):
        open_pdf(data[: len(data) // 4])
    assert texts(read(data[:-40])) == ["Whole"]  # only the cross-references are lost


def test_mirrored_text_has_a_box_and_a_size_like_any_other() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.transform(-1, 0, 0, 1, 400, 0)
        canvas.setFont("Helvetica", 15)
        canvas.drawString(100, 700, "Authority")

    data = drawn(draw)
    ((word,),) = [page.words for page in open_pdf(data).pages()]
    assert word.size == pytest.approx(15)
    assert (word.x0, word.x1) == pytest.approx(
        (300 - stringWidth("Authority", "Helvetica", 15), 300)
    )
    assert word.top < word.bottom


def test_no_pages() -> None:
    data = written([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"])
    with pytest.raises(NoPagesError, match="no pages"):
        open_pdf(data)


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="../shared/hostile is absent")
def test_hostile_files_give_pages_or_named_errors() -> None:
    files = sorted(HOSTILE.glob("*.pdf"))[::3]
    assert len(files) >= 40
    outcomes: dict[str, int] = {}
    for path in files:
        try:
            outcome = _read_some(open_pdf(path.read_bytes()))
        except ReadingError as error:
            outcome = type(error).__name__
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    assert outcomes["read"] > len(files) / 2
    assert outcomes["EncryptedError"] > 1


def _read_some(file: PdfFile) -> str:
    file.outline()
    for page in file.pages():
        assert all(isinstance(word, Word) and word.text for word in page.words)
        if page.number == 5:
            break
    return "failed pages" if file.failed_pages else "read"


@pytest.mark.parametrize("rotation", [0, 90])
def test_pages_of_a_long_file_are_framed_as_those_of_a_short_one(rotation: int) -> None:
    def first(pages: int) -> Page:
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(400, 300), invariant=1)
        for number in range(pages):
            canvas.setCropBox((20, 30, 380, 290))
            canvas.setPageRotation(rotation)
            canvas.drawString(72, 200, f"Berth {number}")
            canvas.showPage()
        canvas.save()
        return next(iter(open_pdf(out.getvalue()).pages()))

    short, long = first(2), first(LONG + 1)
    assert (long.width, long.height) == pytest.approx((short.width, short.height))
    assert [word.x0 for word in long.words] == pytest.approx([word.x0 for word in short.words])
