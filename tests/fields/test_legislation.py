"""Legislation cited: the law, the provision, its address, where it is cited."""

from __future__ import annotations

import pytest

from extract.fields.legislation import legislation
from extract.fields.statements import Statement
from schemas.vocabulary import ImplicationType
from tests.fields.passages import passage, shown
from tests.paper import heading, item, report_on, text

SITE = "https://www.legislation.gov.uk"


def test_a_citation_with_its_provision_address_and_place() -> None:
    words = passage("The power is in section 111 of the Local Government Act 1972, as amended.")
    (found,) = legislation([Statement("/reasons", words)])
    assert found.value.model_dump() == {
        "title": "Local Government Act 1972",
        "year": 1972,
        "provision": "section 111",
        "url": f"{SITE}/ukpga/1972/70/section/111",
        "within": "/reasons",
    }
    assert shown(found, "/title") == shown(found, "/year") == "Local Government Act 1972,"[:-1]
    assert shown(found, "/provision") == "section 111"


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        (
            "the Care Act 2014 and the Housing Act 1985, section 9",
            ["Care Act 2014", "Housing Act 1985"],
        ),
        ("the Human Rights Act (1998)", ["Human Rights Act 1998"]),
        ("the Housing (Wales) Bill 2013", []),
        ("the Localism Act gives the power", []),
        ("Actions in 2014, Orders of 2015", []),
    ],
)
def test_what_is_cited(words: str, cited: list[str]) -> None:
    found = legislation([Statement("/summary", passage(words))])
    assert [law.value.title for law in found] == cited


def test_a_combined_heading_gives_each_citation_once_to_the_legal_part() -> None:
    words = passage("The Care Act 2014 applies.")
    texts = [
        Statement("/implications/0/text", words, ImplicationType.FINANCIAL),
        Statement("/implications/1/text", words, ImplicationType.LEGAL),
    ]
    assert [law.value.within for law in legislation(texts)] == ["/implications/1/text"]


def test_a_paper_cites_its_laws() -> None:
    report = report_on(
        heading("Recommendations"),
        item("1.", "That the order be made under the Road Traffic Regulation Act 1984."),
        heading("Legal implications"),
        text("Section 149 of the Equality Act 2010 applies."),
    )
    assert [(law.title, law.provision, law.within) for law in report.legislation] == [
        ("Road Traffic Regulation Act 1984", None, "/recommendations/0/text"),
        ("Equality Act 2010", "Section 149", "/implications/0/text"),
    ]
    stated = {e.path for e in report.evidence if e.path.startswith("/legislation/")}
    assert stated == {
        "/legislation/0/title",
        "/legislation/0/year",
        "/legislation/1/title",
        "/legislation/1/year",
        "/legislation/1/provision",
    }
