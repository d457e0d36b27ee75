"""One report in every format that councils publish: the same record, each with its own evidence."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from xml.etree import ElementTree

import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser

from extract.options import OcrLimits, Options
from extract.pipeline import parse_bytes
from extract.reading.errors import ReadingError
from schemas import Document, Report
from schemas.vocabulary import ProblemCode, Reader
from tests.paper import heading, item, new_page, paper, text
from tests.pipeline.facts import Fact, facts
from tests.pipeline.pointers import leaves, places_of, record_of
from tests.pipeline.printed import in_order
from tests.reading.word import WORD, cell, paragraph, row, run, word_file

FRONT = {
    "Report to": "Harbours Committee",
    "Date": "12 March 2026",
    "Title": "Moorings on the Upper Canal",
    "Report author": "Ida Ferrier, Head of Waterways",
}
PARTS = {
    "1. Purpose of the report": "Nineteen boats wait for a mooring on the upper canal.",
    "2. Recommendations": (
        ("(a)", "approve eight moorings at the basin, four of them this year; and"),
        ("(b)", "note the fee of £450 a year."),
    ),
    "3. Financial implications": "The works cost £118,500, met from the reserve for moorings.",
    "4. Legal implications": "There are none.",
    "5. Background papers": "None.",
}
ASKED = "The Committee is asked to:"
COUNCIL = "Plymouth City Council"


def as_pdf() -> bytes:
    story = [heading(COUNCIL, size=14)]
    story += [text(f"<b>{label}:</b> {value}") for label, value in FRONT.items()]
    for name, said in PARTS.items():
        story.append(heading(name))
        if isinstance(said, str):
            story.append(text(said))
        else:
            story += [text(ASKED), *(item(label, words, x=24) for label, words in said)]
    return paper(*story)


def as_docx() -> bytes:
    bold = "<w:b/>"
    body = paragraph(run(COUNCIL, bold))
    rows = [
        row(cell(paragraph(run(f"{label}:", bold))), cell(paragraph(value)))
        for label, value in FRONT.items()
    ]
    body += f"<w:tbl>{''.join(rows)}</w:tbl>"
    for name, said in PARTS.items():
        body += paragraph(run(name, bold))
        if isinstance(said, str):
            body += paragraph(said)
        else:
            body += paragraph(ASKED)
            for label, words in said:
                body += paragraph(run(label) + "<w:r><w:tab/></w:r>" + run(words))
    return word_file(body)


def as_html() -> bytes:
    body = f"<h1>{COUNCIL}</h1><table>"
    for label, value in FRONT.items():
        body += f"<tr><th>{label}:</th><td>{value}</td></tr>"
    body += "</table>"
    for name, said in PARTS.items():
        body += f"<h2>{name}</h2>"
        if isinstance(said, str):
            body += f"<p>{said}</p>"
        else:
            inner = "".join(f"<p>{label} {words}</p>" for label, words in said)
            body += f"<p>{ASKED}</p><div id='asked'>{inner}</div>"
    return f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>".encode()


def as_markdown() -> bytes:
    lines = [COUNCIL, "", *(f"{label}: {value}" for label, value in FRONT.items())]
    for name, said in PARTS.items():
        lines += ["", f"## {name}", ""]
        if isinstance(said, str):
            lines.append(said)
        else:
            lines += [ASKED, *(f"\n{label} {words}" for label, words in said)]
    return "\n".join(lines).encode()


def report_of(document: Document) -> Report:
    (report,) = document.reports
    return report


def said(document: Document) -> Counter[Fact]:
    return facts(record_of(report_of(document)))


FORMATS = {
    Reader.DOCX: (as_docx, "minutes.docx"),
    Reader.HTML: (as_html, "page.html"),
    Reader.TEXT: (as_markdown, "report.md"),
}


@pytest.mark.parametrize("reader", FORMATS)
def test_the_same_report_in_another_format_says_the_same(reader: Reader) -> None:
    make, name = FORMATS[reader]
    document = parse_bytes(make(), name)
    assert document.source.reader is reader
    assert document.source.pages is None
    assert said(document) == said(parse_bytes(as_pdf(), "report.pdf"))


def test_what_the_report_says_is_what_was_written() -> None:
    report = report_of(parse_bytes(as_pdf(), "report.pdf"))
    assert report.title == FRONT["Title"]
    assert (report.meeting.committee, report.meeting.date) == ("Harbours Committee", "2026-03-12")
    assert [(r.label, r.text) for r in report.recommendations] == list(PARTS["2. Recommendations"])
    assert [i.text for i in report.implications] == [
        PARTS["3. Financial implications"],
        PARTS["4. Legal implications"],
    ]


# Values in the words of a vocabulary, the register or another form than the printed one.
_OTHER_WORDS = re.compile(
    r".*/(status|type|role|kind|area|action|level|gss_code|amount|within|url|\w*date)|/council/name"
)


@dataclass(frozen=True)
class Shown:
    """The text of the elements of a file by their path."""

    source: bytes

    def css(self, selector: str) -> str:
        (found,) = LexborHTMLParser(self.source.decode()).css(selector)
        return found.text()

    def word(self, path: str) -> str:
        with zipfile.ZipFile(io.BytesIO(self.source)) as parts:
            at = ElementTree.fromstring(parts.read("word/document.xml"))[0]
        for step in path.split("/"):
            tag, number = re.fullmatch(r"(\w+)\[(\d+)\]", step).groups()  # type: ignore[union-attr]
            at = at.findall(f"{{{WORD}}}{tag}")[int(number) - 1]
        return "".join(at.itertext())


@pytest.mark.parametrize("reader", [Reader.DOCX, Reader.HTML])
def test_every_value_names_the_elements_that_hold_it(reader: Reader) -> None:
    make, name = FORMATS[reader]
    source = make()
    shown = Shown(source)
    find = shown.word if reader is Reader.DOCX else shown.css
    report = report_of(parse_bytes(source, name))
    places = places_of(report)
    looked_at = 0
    for pointer, value in leaves(record_of(report)):
        if not isinstance(value, str) or _OTHER_WORDS.fullmatch(pointer):
            continue
        held = [find(place.selector or "") for place in places[pointer]]
        assert in_order(" ".join(held), value), pointer
        looked_at += 1
    assert looked_at > 20


def test_a_value_in_two_elements_has_a_place_in_each() -> None:
    page = as_html().replace(b"on the upper canal.</p>", b"on the upper canal.</p><p>Ten left.</p>")
    report = report_of(parse_bytes(page, "page.html"))
    assert report.summary == "Nineteen boats wait for a mooring on the upper canal.\n\nTen left."
    first, second = places_of(report)["/summary"]
    assert first.selector != second.selector


def as_scan(data: bytes, pages: set[int], *, rotation: int = 0) -> bytes:
    """A PDF with some of its pages (1-based) as pictures at 200 dpi, turned clockwise."""
    pytest.importorskip("rapidocr", reason="OCR is an extra: pip install 'council-reports[ocr]'")
    source, target = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    for number in range(1, len(source) + 1):
        if number not in pages:
            target.import_pages(source, [number - 1])
            continue
        picture = source[number - 1].render(scale=200 / 72, grayscale=True).to_pil()
        sheet = io.BytesIO()
        picture.rotate(-rotation, expand=True).save(sheet, "PDF", resolution=200)
        target.import_pages(pypdfium2.PdfDocument(sheet.getvalue()))
    out = io.BytesIO()
    target.save(out)
    return out.getvalue()


def with_second_page() -> bytes:
    return paper(
        heading(COUNCIL, size=14),
        *(text(f"<b>{label}:</b> {value}") for label, value in FRONT.items()),
        heading("Recommendations"),
        item("1.", "That eight moorings be made at the basin."),
        new_page(),
        heading("Financial implications"),
        text("The works cost £118,500, met from the reserve for moorings."),
    )


def test_a_scan_says_what_its_print_says() -> None:
    printed, scan = with_second_page(), as_scan(with_second_page(), {1, 2})
    document = parse_bytes(scan, "scan.pdf")
    assert document.source.reader is Reader.OCR
    assert document.problems == ()
    assert said(document) == said(parse_bytes(printed, "print.pdf"))


def test_boxes_of_a_page_scanned_askew_lie_on_the_page_as_it_is_shown() -> None:
    scan = as_scan(with_second_page(), {2}, rotation=90)
    document = parse_bytes(scan, "scan.pdf")
    assert document.source.reader is Reader.MIXED
    report = report_of(document)
    printed = report_of(parse_bytes(with_second_page(), "print.pdf"))
    (turned,) = places_of(report)["/implications/0/text"]
    (upright,) = places_of(printed)["/implications/0/text"]
    assert turned.page == upright.page == 2
    assert turned.bbox is not None
    assert upright.bbox is not None
    x0, top, x1, bottom = upright.bbox
    height = 842  # turned clockwise, what was at the top is at the right
    assert turned.bbox == pytest.approx((height - bottom, x0, height - top, x1), abs=4)


def test_pages_beyond_the_limit_are_left_unread_and_named() -> None:
    scan = as_scan(with_second_page(), {2})
    document = parse_bytes(scan, "scan.pdf", Options(ocr=OcrLimits(most=0)))
    assert document.source.reader is Reader.NATIVE
    assert report_of(document).recommendations
    (problem,) = document.problems
    assert (problem.code, problem.page) == (ProblemCode.PAGES_UNREAD, 2)


def test_a_long_scan_of_something_else_is_not_read_to_its_end() -> None:
    boats = ("barge", "ferry", "punt", "skiff", "tug", "yacht")
    letters = [
        (text(f"Dear Ida, the {boat} is still ours. Yours, Bo."), new_page()) for boat in boats
    ]
    scan = as_scan(paper(*(piece for letter in letters for piece in letter)), {1, 2, 3, 4, 5, 6})
    document = parse_bytes(scan, "letters.pdf", Options(ocr=OcrLimits(probe=2)))
    assert document.reports == ()
    (problem,) = document.problems
    assert (problem.code, problem.page) == (ProblemCode.PAGES_UNREAD, 3)


def test_a_scan_that_may_not_be_read_is_an_error_that_says_so() -> None:
    scan = as_scan(with_second_page(), {1, 2})
    with pytest.raises(ReadingError, match="0 pages") as raised:
        parse_bytes(scan, "scan.pdf", Options(ocr=OcrLimits(most=0)))
    assert raised.value.code is ProblemCode.NO_TEXT
