"""Appendices bound in behind a report, and where one of them ends and the next begins."""

from __future__ import annotations

from schemas import Document
from tests.packs.leaves import Leaf, agenda, leaf, parsed, report

PITCHES, WALL = "Letting of pitches on the green", "Repair of the harbour wall"
FRONT = agenda(
    "1. Apologies for absence",
    "2. Declarations of interest",
    f"3. {PITCHES}",
    f"4. {WALL}",
)
SENTENCE = "The traders were asked what they thought of the pitches and said that they liked them."


def appendix(heading: str, *more: str, pages: int = 1) -> list[Leaf]:
    """An appendix with its heading at the head of each page."""
    first = leaf(f"<b>{heading}", *more, *[SENTENCE] * (40 if pages > 1 else 8))
    return [first, *[leaf(f"<b>{heading}", *[SENTENCE] * 8)] * (pages - 1)]


def attached(document: Document) -> list[tuple[str, str, tuple[int, int] | None]]:
    """Label, title and pages of the appendices of a record."""
    return [(p.label, p.title, p.pages) for p in document.parts if p.kind == "appendix"]


def test_an_appendix_with_its_label_on_every_page_is_one() -> None:
    maps = appendix("Appendix A", "<b>Map of the green", pages=3)
    costs = appendix("Appendix B", "<b>What the wall costs", pages=2)
    document = parsed([FRONT, *report(PITCHES), *maps, *costs, *report(WALL)])
    assert attached(document) == [
        ("A", "Map of the green", (4, 6)),
        ("B", "What the wall costs", (7, 8)),
    ]


def test_a_running_head_with_label_and_title_names_an_appendix() -> None:
    maps = appendix("Appendix 1 – Map of the green", pages=3)
    document = parsed([FRONT, *report(PITCHES), *maps, *report(WALL)])
    assert attached(document) == [("1", "Map of the green", (4, 6))]


def test_the_next_label_ends_an_appendix_whose_own_is_taken_for_a_running_head() -> None:
    own = [page.numbered(f"Page {at} of 2") for at, page in enumerate(report(PITCHES), 1)]
    bound_in = [
        *own[:1],
        *[page.numbered("Page 2 of 2") for page in appendix("Appendix A", "<b>Map of the green")],
    ]
    attached_papers = [
        *appendix("Appendix A", "<b>A letter from the traders"),
        *appendix("Appendix B", "<b>What the wall costs"),
    ]
    document = parsed([FRONT, *bound_in, *attached_papers, *report(WALL)])
    assert [(label, pages) for label, _, pages in attached(document)] == [
        ("A", (3, 3)),
        ("A", (4, 4)),
        ("B", (5, 5)),
    ]


def test_an_appendix_keeps_the_appendices_of_its_own() -> None:
    stamped = [page.stamped("Agenda Item 3") for page in report(PITCHES)[:1]] + report(PITCHES)[1:]
    plan = [
        leaf("<b>Appendix B", "<b>A plan for the green", *[SENTENCE] * 20, font="Times-Roman"),
        leaf("<b>Appendix 1", "<b>Trees", *[SENTENCE] * 20, font="Times-Roman"),
    ]
    document = parsed([FRONT, *stamped, *plan, report(WALL)[0].stamped("Agenda Item 4")])
    assert attached(document) == [("B", "A plan for the green", (4, 5))]
