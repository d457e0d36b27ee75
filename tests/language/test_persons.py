"""People and posts, in every order that council papers print them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.persons import (
    PersonParts,
    is_post,
    parse_people,
    parse_person,
    people_in_prose,
    person_kind,
    split_people,
)
from schemas.vocabulary import PersonKind


def _read(parts: PersonParts) -> tuple[str | None, str | None, str | None]:
    """Honorific, name and post as text."""
    return (
        parts.honorific.text if parts.honorific else None,
        parts.name.text if parts.name else None,
        parts.post.text if parts.post else None,
    )


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Councillor Ada Example", ("Councillor", "Ada Example", None)),
        ("Ada Example (Director for Housing)", (None, "Ada Example", "Director for Housing")),
        (
            "SERVICE DIRECTOR – LEGAL AND BUSINESS",
            (None, None, "SERVICE DIRECTOR – LEGAL AND BUSINESS"),
        ),
        (
            "Cllr Ida Ashby-Cole, Cabinet Member for Leisure and Culture",
            ("Cllr", "Ida Ashby-Cole", "Cabinet Member for Leisure and Culture"),
        ),
        (
            "Ada Example, Corporate Director, Communities, Regeneration and Recovery",
            (None, "Ada Example", "Corporate Director, Communities, Regeneration and Recovery"),
        ),
        ("Ada Example, Chief Officer Housing", (None, "Ada Example", "Chief Officer Housing")),
        ("Ada Example Scrutiny Manager", (None, "Ada Example", "Scrutiny Manager")),
        ("Ada Example Job title: Head of Roads", (None, "Ada Example", "Head of Roads")),
        ("Ada Example: Executive Director", (None, "Ada Example", "Executive Director")),
        (
            "Deputy Leader and Cabinet Member for Finance, Corporate and Traded Services, A Lee",
            (
                None,
                "A Lee",
                "Deputy Leader and Cabinet Member for Finance, Corporate and Traded Services",
            ),
        ),
        ("Interim Director Finance, Al Example", (None, "Al Example", "Interim Director Finance")),
        ("Councillor Ada Example (Housing)", ("Councillor", "Ada Example", "Housing")),
        ("Ada O'Neill – Head of Legal", (None, "Ada O'Neill", "Head of Legal")),
        ("Dr Ada Example", ("Dr", "Ada Example", None)),
        ("ADA EXAMPLE", (None, "ADA EXAMPLE", None)),
        ("Director of Finance (Ada Example)", (None, "Ada Example", "Director of Finance")),
        ("The Leader of the Council", (None, None, "Leader of the Council")),
        ("Cabinet Member Councillor Ada Example", ("Councillor", "Ada Example", "Cabinet Member")),
        ("ASSISTANT DIRECTOR (PLANNING)", (None, None, "ASSISTANT DIRECTOR (PLANNING)")),
        (
            "Ada Example, HR Business Partner (Growth)",
            (None, "Ada Example", "HR Business Partner (Growth)"),
        ),
        (
            "Ada Example, Programme Officer – Regeneration South",
            (None, "Ada Example", "Programme Officer – Regeneration South"),
        ),
        ("J. R. Hartley", (None, "J. R. Hartley", None)),
        ("A N Other", (None, "A N Other", None)),
        ("Peter Head", (None, "Peter Head", None)),
        ("Ada Young, Head of Law", (None, "Ada Young", "Head of Law")),
        ("Ludwig van der Berg, Solicitor", (None, "Ludwig van der Berg", "Solicitor")),
        ("Mohammed al-Rashid (Accountant)", (None, "Mohammed al-Rashid", "Accountant")),
        ("Dafydd ap Gwilym – Pennaeth Cyllid", (None, "Dafydd ap Gwilym", "Pennaeth Cyllid")),
        ("Councillor Mrs Ada Example MBE", ("Councillor Mrs", "Ada Example", None)),
        ("Cllr Example", ("Cllr", "Example", None)),
        ("Housing", (None, None, "Housing")),
        ("Housing, Ada Example", (None, "Ada Example", "Housing")),
        (
            "Ada Example Equalities & Consultation",
            (None, "Ada Example", "Equalities & Consultation"),
        ),
        ("Ada Example Widget Manager", (None, "Ada Example", "Widget Manager")),
        (
            "Ada Example Title Service Lead – Housing",
            (None, "Ada Example", "Service Lead – Housing"),
        ),
        ("Report by the Director of Finance", (None, None, "Director of Finance")),
        ("Councillor Ada Example (Sampleton North)", ("Councillor", "Ada Example", None)),
        ("Ada Example (she/her), Head of Law", (None, "Ada Example", "Head of Law")),
        ("Lord Mayor", (None, None, "Lord Mayor")),
        ("TBC", (None, None, None)),
        ("", (None, None, None)),
    ],
)
def test_name_honorific_and_post(
    text: str, want: tuple[str | None, str | None, str | None]
) -> None:
    assert _read(parse_person(text)) == want


@pytest.mark.parametrize(
    ("text", "name", "phone", "email"),
    [
        (
            "Ada Example, Head of Planning, 01632 960267, ada.example@town.gov.uk",
            "Ada Example",
            "01632 960267",
            "ada.example@town.gov.uk",
        ),
        ("Ada Example (Tel: 298104)", "Ada Example", "298104", None),
        (
            "Ada Example Tel: 023 8083 3886 E-mail I Ada.example@town.gov.uk",
            "Ada Example",
            "023 8083 3886",
            "Ada.example@town.gov.uk",
        ),
        ("Ada Example +443000412483", "Ada Example", "+443000412483", None),
    ],
)
def test_contact_details_are_taken_out(
    text: str, name: str, phone: str | None, email: str | None
) -> None:
    parts = parse_person(text)
    assert parts.name
    assert parts.name.text == name
    assert (parts.phone and parts.phone.text, parts.email and parts.email.text) == (phone, email)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Councillor Ada Example", ["Councillor Ada Example"]),
        ("Councillors A Smith and B Jones", ["Councillors A Smith", "B Jones"]),
        (
            "Ada Example, Head of Legal, Bo Sample, Head of HR",
            ["Ada Example, Head of Legal", "Bo Sample, Head of HR"],
        ),
        (
            "Ada Example (Head of Legal) and Bo Sample (Head of HR)",
            ["Ada Example (Head of Legal)", "Bo Sample (Head of HR)"],
        ),
        (
            "Councillor A Example, Member for Families; Councillor B Sample, Leader",
            ["Councillor A Example, Member for Families", "Councillor B Sample, Leader"],
        ),
        ("Councillors A Smith, B Jones and C Brown", ["Councillors A Smith", "B Jones", "C Brown"]),
        ("Ada Example/Bo Sample", ["Ada Example", "Bo Sample"]),
        (
            "Leader, Finance and Traded Services, Ada Example\nInterim Director Finance, Bo Sample",
            [
                "Leader, Finance and Traded Services, Ada Example",
                "Interim Director Finance, Bo Sample",
            ],
        ),
        (
            "Ada Example – Leader of the Council Bo Sample – Chief Executive",
            ["Ada Example – Leader of the Council", "Bo Sample – Chief Executive"],
        ),
        (
            "Ada Example, Head of Legal and Bo Sample, Head of HR",
            ["Ada Example, Head of Legal", "Bo Sample, Head of HR"],
        ),
        (
            "Ada Example, Head of Roads, West Sampleshire",
            ["Ada Example, Head of Roads, West Sampleshire"],
        ),
        (
            "Ada Example, Corporate Director, Children, Young People and Education",
            ["Ada Example, Corporate Director, Children, Young People and Education"],
        ),
    ],
)
def test_values_that_name_several_are_split(text: str, spans: list[str]) -> None:
    found = split_people(text)
    assert [span.text for span in found] == spans
    assert [text[span.start : span.end] for span in found] == spans


def test_a_plural_honorific_belongs_to_each() -> None:
    assert [_read(parts)[:2] for parts in parse_people("Cllrs A Smith and B Jones")] == [
        ("Cllr", "A Smith"),
        ("Cllr", "B Jones"),
    ]


def test_people_in_a_sentence() -> None:
    text = (
        "The Chair welcomed Councillor Ada Example (Cabinet Member for Families), Bo Sample "
        "(Director of Social Services) and Cy Specimen, (Interim Assistant Director of Care "
        "and Children's Services). The Monitoring Officer sent apologies."
    )
    people = people_in_prose(text)
    assert [_read(parts) for parts in people] == [
        ("Councillor", "Ada Example", "Cabinet Member for Families"),
        (None, "Bo Sample", "Director of Social Services"),
        (None, "Cy Specimen", "Interim Assistant Director of Care and Children's Services"),
    ]
    for parts in people:
        assert parts.name
        assert text[parts.name.start : parts.name.end] == parts.name.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Councillor Ada Example", PersonKind.MEMBER),
        ("Ada Example, Cabinet Member for Housing", PersonKind.MEMBER),
        ("Leader of the Council, Ada Example", PersonKind.MEMBER),
        ("Ada Example, Team Leader", PersonKind.OFFICER),
        ("Ada Example, Chief Executive", PersonKind.OFFICER),
        ("Ada Example, Finance Business Partner", PersonKind.OFFICER),
        ("Ada Example, Partner, Example Auditors LLP", PersonKind.EXTERNAL),
        ("Ada Example", PersonKind.UNKNOWN),
    ],
)
def test_kind_follows_honorific_and_post(text: str, kind: PersonKind) -> None:
    assert person_kind(parse_person(text)) is kind


_WORDS = [
    "Councillor",
    "Ada",
    "O’Neill",
    "Head",
    "of",
    "Legal",
    "and",
    "&",
    "(",
    ")",
    ",",
    ";",
    "–",
    "01632 960000",
    "a@b.gov.uk",
    "Tel:",
    "Job title:",
    "\n",
    "   ",
    "MBE",
    "the",
    "15 June 2022",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join) | st.text(max_size=60))
def test_every_part_stands_in_the_text_where_it_says(text: str) -> None:
    for parts in (parse_person(text), *parse_people(text), *people_in_prose(text)):
        for name in PersonParts.__dataclass_fields__:
            span = getattr(parts, name)
            if span is not None:
                assert 0 <= span.start < span.end <= len(text)
                assert " ".join(text[span.start : span.end].split()) == span.text
    spans = split_people(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("text", ["Head of Roads", "Executive Director of City Works", "Solicitor"])
def test_a_post_is_nothing_else(text: str) -> None:
    assert is_post(text)


@pytest.mark.parametrize(
    "text", ["Housing Market Assessment", "Head of Roads: Ida Example", "Ida Example", ""]
)
def test_words_of_posts_without_a_head_noun_are_none(text: str) -> None:
    assert not is_post(text)
