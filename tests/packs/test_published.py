"""Published packs, and every other document: reports found, their pages, and no page left over."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from extract.evaluate.core import core_counts, core_f1
from extract.evaluate.counts import total
from extract.evaluate.gold import Gold, GoldDocument, read_gold
from extract.pipeline import parse_file
from schemas import Document, Report
from schemas.vocabulary import DocumentKind
from tests.accounted import unaccounted
from tests.pipeline.documents import SHARED, is_scan, name_of, own_documents, shared_documents

ALL = [path for path in (*own_documents(), *shared_documents()) if not is_scan(path)]
FOUND, EXACT, WITHIN, IN_TEXTS = 0.97, 0.95, 0.02, 0.97
"""What packs must show: F1 of the reports, share of exact ranges, fields below those alone, and F1
of the fields in texts."""


@cache
def parsed(path: Path) -> Document:
    return parse_file(path)


@cache
def gold() -> tuple[Gold, ...]:
    if not SHARED.is_dir():
        pytest.skip("the shared documents are not here: published packs are not tried")
    return read_gold([SHARED / "gold" / "real", SHARED / "gold" / "synthetic"])


def packs() -> list[GoldDocument]:
    stated = [found.stated for found in gold()]
    return [pack for pack in stated if pack.kind is DocumentKind.AGENDA_PACK]


def pairs(pack: GoldDocument) -> list[tuple[Report, Report]]:
    """The stated reports of a pack that were found, by their pages, or in a text by title."""
    read = parsed(SHARED / pack.document).reports
    return [
        (stated, other)
        for stated in pack.reports
        for other in read
        if (stated.pages and stated.pages == other.pages)
        or (stated.pages is None and stated.title == other.title)
    ]


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_every_page_belongs_to_exactly_one_part(path: Path) -> None:
    assert unaccounted(parsed(path)) == []


def test_every_character_of_a_text_pack_belongs_to_exactly_one_part() -> None:
    texts = [SHARED / pack.document for pack in packs() if pack.document.endswith(".txt")]
    for path in texts:
        parts = parsed(path).parts
        ends = [0, *(part.end for part in parts)]
        assert [part.start for part in parts] == ends[:-1]
        assert ends[-1] == len(path.read_bytes().decode())


def test_the_reports_of_packs_are_found() -> None:
    stated = sum(len(pack.reports) for pack in packs())
    read = sum(len(parsed(SHARED / pack.document).reports) for pack in packs())
    found = sum(len(pairs(pack)) for pack in packs())
    assert 2 * found / (stated + read) >= FOUND


def test_their_pages_are_exact() -> None:
    placed = [(pack, report) for pack in packs() for report in pack.reports if report.pages]
    exact = [
        report
        for pack, report in placed
        if report.pages in [read.pages for read in parsed(SHARED / pack.document).reports]
    ]
    assert len(exact) >= EXACT * len(placed)


@pytest.mark.parametrize(("suffix", "least"), [(".pdf", 5), (".txt", 1)])
def test_fields_are_read_in_a_pack_as_they_are_alone(suffix: str, least: int) -> None:
    """Of the reports that are there both in a pack and alone; a text has lost its page breaks."""
    alone = {
        found.stated.reports[0].title: found.stated
        for found in gold()
        if found.stated.kind is DocumentKind.REPORT and found.stated.document.endswith(".pdf")
    }
    chosen = [pack for pack in packs() if pack.document.endswith(suffix)]
    twice = [pair for pack in chosen for pair in pairs(pack) if pair[0].title in alone]
    assert len(twice) >= least
    in_packs = core_f1(total(core_counts(stated, read) for stated, read in twice))
    singly = core_f1(
        total(
            core_counts(single.reports[0], parsed(SHARED / single.document).reports[0])
            for single in (alone[stated.title] for stated, _ in twice)
        )
    )
    assert in_packs >= singly - WITHIN


def test_the_fields_of_a_text_pack_are_those_of_its_reports() -> None:
    """All that a text pack says of its reports, which are there alone only in part."""
    texts = [pack for pack in packs() if pack.document.endswith(".txt")]
    found = [pair for pack in texts for pair in pairs(pack)]
    assert found
    assert core_f1(total(core_counts(stated, read) for stated, read in found)) >= IN_TEXTS
