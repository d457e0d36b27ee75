"""What the agenda, minutes and notices of decisions in a pack are called."""

from __future__ import annotations

import pytest

from extract.pipeline import parse_bytes
from schemas import Document, Part
from tests.packs.leaves import Leaf, agenda, leaf, parsed, report

FRONT = agenda("1. Apologies for absence", "2. Minutes", "3. Letting of pitches on the green")
BUSINESS = (
    "Present: Councillor Ida Example (Chair), Councillor Noah Sample",
    "31. Minutes of the last meeting",
    "They were approved.",
    "RESOLVED: that the lights on the quay be mended.",
)


def part_of(document: Document, kind: str) -> Part:
    """The first part of a kind."""
    return next(part for part in document.parts if part.kind == kind)


def pack(*paper: str) -> list[Leaf]:
    """A pack with one more paper behind the front sheet."""
    return [FRONT, leaf(*paper), *report("Letting of pitches on the green")]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            [
                "<b>Skerry Council",
                "<b>Minutes of the meeting of the Harbour Committee, 13 May 2024",
            ],
            "Minutes of the meeting of the Harbour Committee, 13 May 2024",
        ),
        (
            ["<b>Skerry Council", "<b>MINUTES", "<b>Harbour Committee", "13 May 2024"],
            "Harbour Committee",
        ),
        (["<b>Skerry Council", "<b>Harbour Committee", "13 May 2024"], "Harbour Committee"),
    ],
)
def test_minutes_are_called_by_what_they_say_or_by_their_body(head: list[str], title: str) -> None:
    document = parsed(pack(*head, *BUSINESS))
    assert part_of(document, "minutes").title == title
    at = document.parts.index(part_of(document, "minutes"))
    assert [place.page for place in document.evidence if place.path == f"/parts/{at}/title"] == [2]


def test_the_name_of_a_body_goes_on_over_the_next_line() -> None:
    text = "\n".join(
        [
            "Skerry Council",
            "",
            "Minutes of the Harbours & Piers",
            "Policy Committee",
            "13 May 2024 at 5.00 pm",
            "",
            *BUSINESS,
        ]
    )
    document = parse_bytes(text.encode())
    assert document.parts[0].title == "Minutes of the Harbours & Piers Policy Committee"


def test_an_agenda_is_called_by_the_body_that_meets() -> None:
    document = parsed([FRONT, *report("Letting of pitches on the green")])
    assert part_of(document, "agenda").title == "Harbour Committee"
