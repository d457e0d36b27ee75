"""Whatever papers are joined, and however they are bound, the pack splits back into them."""

from __future__ import annotations

from hypothesis import Phase, given, settings

from extract.pipeline import parse_bytes
from schemas import Document
from schemas.vocabulary import DocumentKind, PartKind
from tests.packs.joining import Joined, Piece, joined, pieces


def found(document: Document) -> list[Piece]:
    """The parts of a record."""
    return [(part.kind.value, part.pages) for part in document.parts if part.pages]


# To make a failing pack smaller takes minutes: binding is slow.
@settings(max_examples=40, deadline=None, derandomize=True, phases=[Phase.generate])
@given(joined())
def test_a_pack_splits_into_the_papers_that_it_was_bound_of(given_pack: Joined) -> None:
    bound = given_pack.bound()
    document = parse_bytes(bound.data)
    stated = pieces(bound)
    assert document.kind is DocumentKind.AGENDA_PACK
    assert found(document) == stated
    assert [report.pages for report in document.reports] == [
        pages for kind, pages in stated if kind == PartKind.REPORT
    ]
    titles = [item.report.title for item in given_pack.pack.items if item.report]
    assert [report.title for report in document.reports] == titles
