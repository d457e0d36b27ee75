"""Pages drawn from PDFs: as they are shown, of any size, with what is hidden painted over."""

from contextlib import closing
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from extract.site import pdf_pages
from extract.site.contacts import HIDDEN, without_contacts
from extract.site.pdf_pages import (
    COVER,
    MOST_HEIGHT,
    WIDTH,
    Box,
    Size,
    on_pdfium,
    picture_of,
    size_of,
)

WHITE = (255, 255, 255)


def pdf(path: Path, size: tuple[float, float] = (600, 800), *, rotation: int = 0) -> Path:
    """Two pages: a black square of 100 points at the top left of the first, words on the other.

    Both are turned clockwise as far as told.
    """
    canvas = Canvas(str(path), pagesize=size)
    canvas.rect(0, size[1] - 100, 100, 100, fill=1, stroke=0)
    canvas.showPage()
    canvas.drawString(50, 700, "Write to j.sample@harbourne.example or ring 01632 960 001 by noon.")
    canvas.showPage()
    with closing(pypdfium2.PdfDocument(canvas.getpdfdata())) as document:
        for page in document:
            page.set_rotation(rotation)
        document.save(path)
    return path


def opened(picture: bytes | None) -> Image.Image:
    assert picture is not None
    return Image.open(BytesIO(picture))


async def test_a_page_is_drawn_as_it_is_shown(tmp_path: Path) -> None:
    image = opened(await on_pdfium(picture_of, pdf(tmp_path / "a.pdf"), 1))
    assert image.size[0] == WIDTH
    assert image.getpixel((20, 20)) == (0, 0, 0)
    assert image.getpixel((500, 20)) == WHITE
    turned = pdf(tmp_path / "b.pdf", rotation=90)
    assert await on_pdfium(size_of, turned, 1) == Size(800, 600)
    image = opened(await on_pdfium(picture_of, turned, 1))
    assert image.getpixel((980, 20)) == (0, 0, 0)


@pytest.mark.parametrize("size", [(6, 14_000), (14_000, 6), (14_000, 14_000), (1, 1)])
async def test_a_picture_has_its_bounds_whatever_the_page(
    tmp_path: Path, size: tuple[float, float]
) -> None:
    image = opened(await on_pdfium(picture_of, pdf(tmp_path / "a.pdf", size), 1))
    assert image.size[0] <= WIDTH + 1
    assert image.size[1] <= MOST_HEIGHT + 1


async def test_a_page_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.pdf"
    canvas = Canvas(str(path), pagesize=(600, 800))
    for at in range(40_000):
        canvas.line(at % 600, 0, (at * 7) % 600, 800)
    canvas.save()
    with monkeypatch.context() as hurried:
        hurried.setattr(pdf_pages, "LONGEST", 0.05)
        assert await on_pdfium(picture_of, path, 1) is None
    assert await on_pdfium(size_of, path, 1) == Size(600, 800)
    assert opened(await on_pdfium(picture_of, pdf(tmp_path / "a.pdf"), 1)).size[0] == WIDTH


async def test_what_stands_in_a_form_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    canvas = Canvas(str(path), pagesize=(600, 800))
    canvas.acroForm.textfield(value="MMMMMMMM", x=100, y=600, width=200, height=40, fontSize=24)
    canvas.showPage()
    canvas.save()
    image = opened(await on_pdfium(picture_of, path, 1))
    scale = WIDTH / 600
    field = image.crop((int(105 * scale), int(165 * scale), int(290 * scale), int(195 * scale)))
    assert len(field.getcolors(100_000) or ()) > 2


async def test_what_is_no_page_has_no_picture(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf")
    for page in (0, -1, 3, 999_999):
        assert await on_pdfium(picture_of, path, page) is None
        assert await on_pdfium(size_of, path, page) is None
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4\nnothing")
    for absent in (broken, tmp_path / "none.pdf"):
        assert await on_pdfium(picture_of, absent, 1) is None
        assert await on_pdfium(size_of, absent, 1) is None


async def test_boxes_are_painted_over_in_points_of_the_page(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf")
    image = opened(await on_pdfium(picture_of, path, 1, (Box(300, 400, 330, 420),)))
    scale = WIDTH / 600
    assert image.getpixel((int(315 * scale), int(410 * scale))) == COVER
    assert image.getpixel((int(340 * scale), int(410 * scale))) == WHITE


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
async def test_contacts_are_found_in_the_words_of_a_page(tmp_path: Path, rotation: int) -> None:
    path = pdf(tmp_path / f"{rotation}.pdf", rotation=rotation)
    plain = opened(await on_pdfium(picture_of, path, 2)).rotate(rotation, expand=True)
    image = opened(await on_pdfium(picture_of, path, 2, hide_contacts=True))
    image = image.rotate(rotation, expand=True)
    scale = image.size[0] / 600

    def at(picture: Image.Image, left: int, right: int) -> set[object]:
        strip = picture.crop(
            (int(left * scale), int(93 * scale), int(right * scale), int(99 * scale))
        )
        return {color for _, color in strip.getcolors(100_000) or ()}

    assert len(at(plain, 100, 250)) > 1
    assert at(image, 97, 252) == {COVER}  # the address
    assert at(image, 298, 372) == {COVER}  # the number
    assert COVER not in at(image, 52, 90)  # "Write to"
    assert COVER not in at(image, 380, 410)  # "by noon"


def test_contacts_are_hidden_in_words() -> None:
    for contact in (
        "a.b-c@some.council.gov.uk",
        "a.b-c%40some.council.gov.uk",
        "01632 960001",
        "(01632) 960 001",
        "020 7946 0000",
        "+44 (0)20 7946 0000",
        "07700900123",
    ):
        assert without_contacts(f"Ring {contact}, or come.") == f"Ring {HIDDEN}, or come."
    for plain in (
        "£01632 960001",
        "in 2024/25 and 2025",
        "paragraph 0.5",
        "ref 0123456",
        "@home",
        "268378537 0421565",
    ):
        assert without_contacts(plain) == plain
