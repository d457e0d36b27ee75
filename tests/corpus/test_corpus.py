"""The sample reports: committed as made, readable, and holding what their gold records state."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from corpus import make, make_register
from corpus.markup import plain, typographic
from corpus.press import SPECIMEN
from schemas import AgendaItem, Part, Report, Sitting
from schemas.vocabulary import DocumentKind, PartKind

CORPUS = Path(make.CORPUS)
EVERY_GOLD = sorted((CORPUS / "gold").glob("*.json"))

Json = dict[str, Any]


def squeezed(text: str) -> str:
    """Return `text` without any white space."""
    return "".join(text.split())


@cache
def gold(path: Path) -> Json:
    """Return a gold file."""
    found: Json = json.loads(path.read_text(encoding="utf-8"))
    return found


GOLD = [path for path in EVERY_GOLD if gold(path)["kind"] == DocumentKind.REPORT]
PACKS = [path for path in EVERY_GOLD if gold(path)["kind"] == DocumentKind.AGENDA_PACK]


def only_report(path: Path) -> Json:
    """Return the one report of a gold file."""
    (report,) = gold(path)["reports"]
    found: Json = report
    return found


@cache
def page_texts(path: Path) -> tuple[str, ...]:
    """Return each page's characters in the order of the page's stream, white space left out.

    That order follows each paragraph and each cell to its end, whatever stands beside it.
    """
    with pdfplumber.open(CORPUS / gold(path)["document"]) as pdf:
        return tuple(squeezed("".join(char["text"] for char in page.chars)) for page in pdf.pages)


def breaks_over_page(pages: tuple[str, ...], text: str) -> bool:
    """Whether `text` begins on one page and ends on the next."""
    text = squeezed(text)
    return any(
        text[:n] in before and text[n:] in after
        for before, after in pairwise(pages)
        for n in range(1, len(text))
    )


def holds(pages: tuple[str, ...], text: str) -> bool:
    """Whether a paragraph is printed, on one page or over two."""
    return any(squeezed(text) in page for page in pages) or breaks_over_page(pages, text)


def day_forms(day: str) -> tuple[str, ...]:
    """Return the ways in which the layouts print a day."""
    date = dt.date.fromisoformat(day)
    long = f"{date.day} {date:%B %Y}"
    return long, long.upper(), f"{date:%d/%m/%Y}"


def printed_values(report: Json) -> Iterator[str]:
    """Yield every value of a record that its page has to print in those words."""
    yield report["meeting"]["committee"]
    for item in (
        report["title"],
        report["reference"],
        report["agenda_item"],
        report["meeting"]["venue"],
        report["confidentiality"]["statement"],
        report["summary"],
        report["reasons"],
        report["alternatives"],
    ):
        if item is not None:
            yield from item.split("\n\n")
    if report["wards"] != ["All"]:
        yield from report["wards"]
    for person in report["people"]:
        yield from (person[key] for key in ("honorific", "name", "post", "email", "phone"))
    for item in report["recommendations"]:
        yield from (item["label"], *item["text"].split("\n\n"))
    for item in report["implications"]:
        yield from (item["heading"], *item["text"].split("\n\n"))
    for item in report["appendices"]:
        yield from (item["label"], item["title"], *item["paragraphs"])
    for item in report["background_papers"]:
        yield from (item["title"], *item["paragraphs"])
    for item in report["sign_offs"]:
        yield item["reference"]


def test_make_would_write_what_is_committed() -> None:
    assert make.differences(make.make_all(), make.committed()) == []


def test_there_are_enough_reports_and_layouts() -> None:
    councils = {only_report(path)["council"]["gss_code"] for path in GOLD}
    assert len(GOLD) >= 16
    assert len(councils) >= 8
    assert sum(len(data) for data in make.committed().values()) < 3_000_000


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_is_a_record(path: Path) -> None:
    document = gold(path)
    assert DocumentKind(document["kind"]) is DocumentKind.REPORT
    report = Report.model_validate(only_report(path))
    assert report.council.name
    assert report.recommendations
    assert report.pages is not None
    first, last = report.pages
    assert (first, last <= len(page_texts(path))) == (1, True)


@pytest.mark.parametrize("path", EVERY_GOLD, ids=lambda path: path.stem)
def test_pages_print_every_value_of_the_gold(path: Path) -> None:
    pages = page_texts(path)
    for report in gold(path)["reports"]:
        missing = [value for value in printed_values(report) if value and not holds(pages, value)]
        assert missing == []
        days = [report["meeting"]["date"], report["report_date"]]
        days += [item["date"] for item in report["sign_offs"]]
        for day in filter(None, days):
            assert any(holds(pages, form) for form in day_forms(day)), day


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_page_says_that_it_is_a_specimen(path: Path) -> None:
    pages = page_texts(path)
    assert 3 <= len(pages) <= 8
    assert all(squeezed(SPECIMEN) in page for page in pages)


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_a_packs_gold_is_a_record_of_the_front_sheet_and_of_every_page(path: Path) -> None:
    record, pages = gold(path), page_texts(path)
    Sitting.model_validate(record["meeting"])
    for item in record["agenda_items"]:
        AgendaItem.model_validate(item)
        assert holds(pages[:2], item["title"])
    parts = [Part.model_validate(part) for part in record["parts"]]
    held = [n for part in parts if part.pages for n in range(part.pages[0], part.pages[1] + 1)]
    assert held == list(range(1, len(pages) + 1))
    for part in parts:
        if part.kind is PartKind.REPORT and part.report is not None and part.pages:
            assert list(part.pages) == record["reports"][part.report]["pages"]


def test_one_pack_is_marked_and_one_is_not() -> None:
    plain, marked = (page_texts(path) for path in PACKS)
    stamp, number = "Agenda Item 6", "Page 13"
    assert any(squeezed(stamp) in page and squeezed(number) in page for page in marked)
    assert not any("Page" in page or "intentionally" in page for page in plain)
    kinds = {part["kind"] for path in PACKS for part in gold(path)["parts"]}
    assert kinds == {"agenda", "minutes", "report", "appendix", "withheld", "blank"}


def test_reports_of_packs_are_published_alone_too() -> None:
    alone = {report["title"]: report for path in GOLD for report in gold(path)["reports"]}
    bound = [report for path in PACKS for report in gold(path)["reports"]]
    both = [report for report in bound if report["title"] in alone]
    assert len(both) == 3
    assert len(bound) > len(both)
    for report in both:
        told = {"pages", "meeting", "agenda_item"}  # the front sheet adds to these
        other = alone[report["title"]]
        assert {k: v for k, v in report.items() if k not in told} == {
            k: v for k, v in other.items() if k not in told
        }
        assert report["meeting"]["date"] == other["meeting"]["date"]


def test_the_hard_cases_are_there() -> None:
    reports = {path: only_report(path) for path in GOLD}
    everything = reports.values()

    def broken(path: Path) -> bool:
        texts = [item["text"] for item in reports[path]["recommendations"]]
        pages = page_texts(path)
        return any(
            breaks_over_page(pages, text)
            for text in texts
            if not any(squeezed(text) in page for page in pages)
        )

    assert sum(broken(path) for path in GOLD) >= 2, "a page break inside a recommendation"
    assert any("parent" in item for r in everything for item in r["recommendations"])
    assert any(item["text"] == "" for r in everything for item in r["implications"])
    assert any(len(r["wards"]) > 2 for r in everything)
    assert any(r["pages"][1] < len(page_texts(path)) for path, r in reports.items()), "an annex"
    assert {r["confidentiality"]["status"] for r in everything} == {
        "open",
        "part_exempt",
        "exempt",
        "unstated",
    }
    assert {r["key_decision"] for r in everything} == {True, False, None}
    assert {
        mark
        for r in everything
        for item in [*r["appendices"], *r["background_papers"]]
        for mark in item["paragraphs"]
    } >= {"3", "14"}
    by_heading = [
        [i["heading"] for i in r["implications"]].count(i["heading"])
        for r in everything
        for i in r["implications"]
    ]
    assert max(by_heading) > 1, "a heading that names two types"


def test_plain_text_leaves_out_marks_and_notes() -> None:
    marked = "One **bold** word.^[A note.] And\nmore.\n\n- first;\n  still first\n- second."
    assert plain(marked) == "One bold word. And more.\n\nfirst; still first\n\nsecond."


def test_plain_text_refuses_a_table() -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        plain("Before.\n\n{table spend}")


def test_typographic_quotes_curve_towards_their_words() -> None:
    assert typographic("the Council's \"plan\" and 'aim'") == "the Council’s “plan” and ‘aim’"


def test_register_names_keep_their_commas() -> None:
    names = make_register.alternative_names(
        "Newry, Mourne and Down ,newry, mourne and down,newry", "Newry Council"
    )
    assert names == ["Newry, Mourne and Down", "newry"]


def test_register_refuses_a_shifted_row() -> None:
    head = "\t".join(make_register.COLUMNS)
    shifted = "\t".join(["ABC", "", *[""] * (len(make_register.COLUMNS) - 2)])
    with pytest.raises(make_register.RegisterError, match="official_name"):
        make_register.read_source([head, shifted])


@pytest.mark.skipif(not make_register.SOURCE.exists(), reason="../shared is not here")
def test_register_is_what_the_shared_table_gives() -> None:
    text = make_register.REGISTER.read_text(encoding="utf-8")
    assert make_register.register_text() == text
