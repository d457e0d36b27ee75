"""Every value of a record can be taken back to the words that it was read from.

The boxes are laid on the page as pdfplumber reads it, an engine that has no part in the parser.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.pipeline import parse_bytes, parse_file
from extract.reading.errors import ReadingError
from extract.verbs import verbs
from schemas import Document, Evidence, Report
from schemas.record import PageRange
from schemas.vocabulary import PartKind, RecommendationAction
from tests.pipeline.documents import (
    SHARED,
    is_scan,
    name_of,
    own_documents,
    printed_of,
    scans_of_prints,
    shared_documents,
)
from tests.pipeline.pointers import Leaf, leaves, places_of, record_of
from tests.pipeline.printed import Printed, bare_word, in_order, squeezed

# pdfplumber reads some ten pages a second: of a long document, only what stands on its first pages.
PAGES_READ = 10

# Values that no words of the page spell: from a vocabulary, or from the register of councils.
INFERRED = re.compile(
    r"/council/(name|gss_code)|.*/(status|type|role|kind|area)|/pages/\d|.*/level|/sections/\d+/pages/\d"
    r"|.*/(within|url)"
)
# Values read from words that are another value's evidence already: the label of the item above,
# and the paragraph numbers of a statement or of a column's head.
BORROWED = re.compile(r"/recommendations/\d+/parent|.*/paragraphs/\d+")
# Values in a form of their own; the box holds them as printed.
ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
TIME = re.compile(r"(\d{2}):(\d{2})")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def says(printed: str, path: str, value: Leaf) -> bool:
    """Whether the words in a value's boxes are the value, or what it was made from."""
    if isinstance(value, bool):
        return bool(squeezed(printed))
    if path.endswith("date") and (iso := ISO_DATE.fullmatch(str(value))):
        numbers = [int(n) for n in re.findall(r"\d+", printed)]
        year, month, day = map(int, iso.groups())
        named = MONTHS[month - 1] in printed.casefold() or month in numbers
        return named and day in numbers and (year in numbers or year % 100 in numbers)
    if path.endswith("time") and (clock := TIME.fullmatch(str(value))):
        hour = int(clock[1])
        return bool({hour, (hour - 1) % 12 + 1} & {int(n) for n in re.findall(r"\d+", printed)})
    if path.endswith("/action"):
        verb = " ".join(printed.casefold().split()).strip(".,:;()")
        return bool(verb) and verbs().form.get(verb, RecommendationAction.OTHER) == value
    if path.endswith("/amount"):
        digits = re.sub(r"\D", "", printed)
        return digits.lstrip("0").startswith(f"{abs(float(value)):.2f}".replace(".", "").strip("0"))
    if path == "/wards/0" and value == "All":
        return bool(re.search(r"all|wide|whole", printed, re.IGNORECASE))
    return in_order(printed, str(value))


def unproven(report: Report, page: Printed) -> tuple[list[str], int]:
    """The values whose evidence is missing or holds other words; and how many were looked at."""
    places = places_of(report)
    wrong: list[str] = []
    looked_at = 0
    for path, value in leaves(record_of(report)):
        held = places.get(path, [])
        if INFERRED.fullmatch(path) or (not held and BORROWED.fullmatch(path)):
            continue
        if any((place.page or 0) > PAGES_READ for place in held):
            continue
        looked_at += 1
        printed = page.inside(held)
        if not held:
            wrong.append(f"{path}: no evidence for {value!r}")
        elif not says(printed, path, value):
            wrong.append(f"{path}: {value!r} is not in its boxes, which hold {printed!r}")
    return wrong, looked_at


def parsed(path: Path) -> Document:
    """The record of a document; skips one that cannot be read or holds no report."""
    try:
        document = parse_file(path)
    except ReadingError as error:
        pytest.skip(f"{name_of(path)}: {error}")
    if not document.reports:
        pytest.skip(f"{name_of(path)}: {document.kind.value}, which holds no report yet")
    return document


def check(path: Path) -> None:
    """Take every value of a document back to its page."""
    document = parsed(path)
    with Printed(path) as page:
        for report in document.reports:
            wrong, looked_at = unproven(report, page)
            share = 1 - len(wrong) / looked_at
            assert not wrong, f"{share:.1%} of {looked_at} values found:\n" + "\n".join(wrong)


@pytest.mark.parametrize("path", own_documents(), ids=name_of)
def test_sample_reports_prove_their_values(path: Path) -> None:
    check(path)


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here")
@pytest.mark.parametrize("path", shared_documents(), ids=name_of)
def test_published_reports_prove_their_values(path: Path) -> None:
    if is_scan(path):
        pytest.skip(f"{name_of(path)}: pictures, of which pdfplumber sees no words")
    check(path)


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here")
@pytest.mark.parametrize("path", scans_of_prints(), ids=name_of)
def test_scans_prove_their_values_by_what_was_printed(path: Path) -> None:
    pytest.importorskip("rapidocr", reason="OCR is an extra: pip install 'council-reports[ocr]'")
    (report,) = parsed(path).reports
    places = places_of(report)
    looked_at = found = 0
    with Printed(printed_of(path)) as page:
        for pointer, value in leaves(record_of(report)):
            if not isinstance(value, str) or INFERRED.fullmatch(pointer) or not places[pointer]:
                continue
            if pointer.endswith(("date", "time", "/action", "/amount")):
                continue
            there = page.words_inside(places[pointer])
            words = {bare_word(word) for word in value.split()} - {""}
            looked_at += len(words)
            found += len(words & there)
            # a sheet lies askew by a point or two, and a letter is misread now and then
            assert len(words - there) <= max(1, 0.4 * len(words)), f"{pointer}: {words - there}"
    assert found >= 0.97 * looked_at > 500


@pytest.mark.parametrize("path", own_documents(), ids=name_of)
def test_evidence_points_at_values_that_are_there(path: Path) -> None:
    for report in parsed(path).reports:
        stated = {pointer for pointer, _ in leaves(record_of(report))}
        assert {place.path for place in report.evidence} <= stated


@pytest.mark.parametrize("path", own_documents()[::4], ids=name_of)
def test_boxes_hold_little_besides_their_values(path: Path) -> None:
    """A box round the whole page would hold every word, and prove nothing."""
    with Printed(path) as page:
        for report in parsed(path).reports:
            record = dict(leaves(record_of(report)))
            for pointer, places in places_of(report).items():
                most = 1.03 * len(squeezed(str(record[pointer]))) + 4
                if len(str(record[pointer])) > 40:
                    assert len(squeezed(page.inside(places))) <= most, pointer


@pytest.mark.parametrize("path", own_documents(), ids=name_of)
def test_boxes_lie_on_pages_of_the_report_or_of_its_agenda(path: Path) -> None:
    document = parsed(path)
    agenda = [part.pages for part in document.parts if part.kind is PartKind.AGENDA]
    for report in document.reports:
        held = {n for pages in (report.pages, *agenda) if pages for n in range_of(pages)}
        for place in report.evidence:
            assert place.page in held, place
            assert place.bbox is not None
            x0, top, x1, bottom = place.bbox
            assert (0 <= x0 < x1 <= 596, 0 <= top < bottom <= 843) == (True, True), place


def range_of(pages: PageRange) -> range:
    """The numbers of pages, the last one too."""
    return range(pages[0], pages[1] + 1)


TEXT = """\
Report to: Cabinet
Date: 12 March 2026
Title of Report: Moorings on the <b>upper</b> canal
Author: Ida Example, Head of Waterways
Wards affected: Lock and Towpath

## Purpose of Report

Nineteen boats wait for a mooring on
the upper canal.

## Recommendations

1. That eight moorings be made at the basin, four of them this year.
2. That a fee be set.

## Financial Implications

There are none.
"""


@pytest.mark.parametrize(
    "pointer",
    ["/recommendations/1/parent", "/appendices/0/paragraphs/0", "/confidentiality/paragraphs/0"],
)
def test_labels_and_numbers_read_elsewhere_have_evidence_too(pointer: str) -> None:
    statement = "Confidentiality: Appendix A is exempt by paragraph 3 of Schedule 12A"
    nested = "(a) on the green; and\n(b) in April.\n\n## Appendices\n\n* Appendix A - Costs\n"
    source = f"{statement}\n{TEXT.split('2. That')[0]}{nested}"
    (report,) = parse_bytes(source.encode(), "canal.md").reports
    assert pointer in dict(leaves(record_of(report)))
    assert pointer in places_of(report)


# What Markdown and HTML put between the words.
MARKS = re.compile(r"[*_`]|</?\w+>")


def ranges_spell(source: str, places: Sequence[Evidence], value: str) -> bool:
    """Whether the characters that evidence points at are the value."""
    spans = [(p.start, p.end) for p in places if p.start is not None and p.end is not None]
    held = MARKS.sub("", " ".join(source[a:b] for a, b in spans))
    return len(spans) == len(places) and in_order(held, MARKS.sub("", value))


def test_values_of_a_text_point_at_their_characters() -> None:
    (report,) = parse_bytes(TEXT.encode(), "canal.md").reports
    places = places_of(report)
    record = dict(leaves(record_of(report)))
    for pointer in ("/title", "/people/0/name", "/recommendations/0/text", "/implications/0/text"):
        assert ranges_spell(TEXT, places[pointer], str(record[pointer])), pointer
    assert report.recommendations[0].text == (
        "That eight moorings be made at the basin, four of them this year."
    )


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="../shared is not here")
@pytest.mark.parametrize(
    "path", sorted((SHARED / "seeds").rglob("*.txt")), ids=lambda path: path.stem
)
def test_published_texts_prove_their_values(path: Path) -> None:
    source = path.read_text("utf-8")
    for report in parsed(path).reports:
        places = places_of(report)
        wrong = [
            f"{pointer}: {value!r}"
            for pointer, value in leaves(record_of(report))
            if isinstance(value, str)
            and not INFERRED.fullmatch(pointer)
            and not BORROWED.fullmatch(pointer)
            and not pointer.endswith(("date", "time", "/wards/0", "/action"))
            and not ranges_spell(source, places[pointer], value)
        ]
        assert wrong == []
