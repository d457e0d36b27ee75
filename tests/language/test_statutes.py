"""Acts with their sections, and the exemption paragraphs of the four nations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language import acts, exempt_paragraphs

LGA = "Local Government Act"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Section 9 of the Care Act 2014", [("Care Act", 2014, "Section 9")]),
        (f"the {LGA} 1972, section 111", [(LGA, 1972, "section 111")]),
        ("Under the Equality Act 2010 it must", [("Equality Act", 2010, None)]),
        ("Public Contracts Regulations 2015", [("Public Contracts Regulations", 2015, None)]),
        (
            "the Local Government (Scotland) Act 1973 and sections 5 and 9 of the Housing Act 1985",
            [
                ("Local Government (Scotland) Act", 1973, None),
                ("Housing Act", 1985, "sections 5 and 9"),
            ],
        ),
        (
            "Part 1A Section 9 of the Localism Act 2011",
            [("Localism Act", 2011, "Part 1A Section 9")],
        ),
        (f"Section 45A and s.111 of the {LGA} 1972", [(LGA, 1972, "Section 45A and s.111")]),
        (
            "Housing Grants, Construction and Regeneration Act 1996",
            [("Housing Grants, Construction and Regeneration Act", 1996, None)],
        ),
        (
            "Care Act 2014, Equality Act 2010",
            [("Care Act", 2014, None), ("Equality Act", 2010, None)],
        ),
        (
            "Local Government Act (Northern Ireland) 2014",
            [("Local Government Act (Northern Ireland)", 2014, None)],
        ),
        ("the Human Rights Act (1998)", [("Human Rights Act", 1998, None)]),
        (
            "Health and Safety at Work etc. Act 1974",
            [("Health and Safety at Work etc. Act", 1974, None)],
        ),
        (
            "Crime and Disorder Act 1998 (section 17)",
            [("Crime and Disorder Act", 1998, "section 17")],
        ),
        ("the Act 2014", []),
        ("Act now, in 2014", []),
        ("", []),
    ],
)
def test_laws_and_their_sections(text: str, want: list[tuple[str, int, str | None]]) -> None:
    found = acts(text)
    assert [(act.name, act.year, act.section) for act in found] == want
    for act in found:
        stretch = text[act.start : act.end]
        assert act.name in stretch
        assert str(act.year) in stretch
        assert act.section is None or act.section in stretch


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (f"exempt by virtue of paragraph 3 of Part 1 of Schedule 12A of the {LGA} 1972", ["3"]),
        ("paragraphs 1, 2 and 3 of Schedule 12A", ["1", "2", "3"]),
        ("paragraphs 1 to 3 of Schedule 12A", ["1", "2", "3"]),
        ("Paragraph(s) 3 of Schedule 7A", ["3"]),
        ("Paragraph 14 and 16 of Part 4 of Schedule 12A", ["14", "16"]),
        ("para. 3 of Part 1 of Schedule 6 of the Local Government Act (NI) 2014", ["3"]),
        (
            "categories 3 and 7A of paragraph 10.4 of the Access to Information Procedure Rules",
            ["3", "7A"],
        ),
        ("Exempt: paragraphs 3", ["3"]),
        ("exempt: paragraph 14 of Part 4 and paragraph 21 of Part 5 of Schedule 12A", ["14", "21"]),
        ("exempt under paragraph 3, see paragraph 38", ["3"]),
        ("paragraff 14 o Ran 4 o Atodlen 12A", ["14"]),
        (
            "It is exempt (see paragraph 5.2) under para. 3 of Schedule 12A. Paragraph 4 follows.",
            ["3"],
        ),
        ("exempt, for the reasons in paragraph 4 of this report", []),
        ("See paragraphs 3 and 4 of the plan.", []),
        ("Schedule 12A, section 100A(4)", []),
        ("", []),
    ],
)
def test_exemption_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert list(exempt_paragraphs(text)) == paragraphs


@given(st.sets(st.integers(1, 18), min_size=1, max_size=4))
def test_lists_of_paragraphs_survive_being_printed(numbers: set[int]) -> None:
    *most, last = map(str, sorted(numbers))
    listed = f"{', '.join(most)} and {last}" if most else last
    text = f"Not for publication: paragraphs {listed} of Schedule 12A apply."
    assert list(exempt_paragraphs(text)) == [*most, last]


@given(
    st.lists(
        st.sampled_from(
            [
                "Act",
                "2014",
                "Care",
                "of",
                "the",
                ",",
                "(",
                ")",
                "section",
                "9",
                "and",
                "Order",
                "£",
                "\n\n",
            ]
        ),
        max_size=14,
    )
)
def test_any_words_give_spans_in_order(words: list[str]) -> None:
    text = " ".join(words)
    edges = [edge for act in acts(text) for edge in (act.start, act.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
