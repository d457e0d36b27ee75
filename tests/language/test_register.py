"""Whose document a text is: names, addresses, places, dates, and when to say nothing."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.register import LONE_PLACE, Register

REGISTER = Register.load()


def _name(text: str, front: str = "", on: date | None = None) -> str | None:
    return REGISTER.resolve(text, front=front, on=on).name


@pytest.mark.parametrize(
    ("front", "name"),
    [
        ("Plymouth City Council", "Plymouth City Council"),
        ("PLYMOUTH\nCITY COUNCIL", "Plymouth City Council"),
        ("Southwark Council", "London Borough of Southwark"),
        ("London Borough of Hammersmith and Fulham", "London Borough of Hammersmith & Fulham"),
        ("Westminster City Council", "Westminster City Council"),
        ("City of Westminster: Westminster City Council", "Westminster City Council"),
        ("CYNGOR CAERDYDD", "Cardiff Council"),
        ("Cyngor Sir Ddinbych", "Denbighshire County Council"),
        ("Newcastle City Council", "Newcastle City Council"),
        ("Newcastle-under-Lyme Borough Council", "Newcastle-under-Lyme Borough Council"),
        ("St. Helens Council", "St Helens Council"),
        ("the County Council of Somewhere", None),
        ("West of England Combined Authority", "West of England Combined Authority"),
        ("Comhairle nan Eilean Siar", "Comhairle nan Eilean Siar"),
        ("a decision of Bristol City Council’s Cabinet", "Bristol City Council"),
    ],
)
def test_a_full_name_on_the_front_decides(front: str, name: str | None) -> None:
    assert _name(f"{front}\n\nThe Cabinet met.", front) == name


@pytest.mark.parametrize(
    ("host", "codes"),
    [
        ("plymouth.gov.uk", ["PLY"]),
        ("democracy.brighton-hove.gov.uk", ["BNH"]),
        ("kent.moderngov.co.uk", ["KEN"]),
        ("nottscc.gov.uk", ["NTT"]),
        ("www.sirgar.llyw.cymru", ["CMN"]),
        ("adur-worthing.gov.uk", ["ADU", "WOT"]),
        ("www.gov.uk", []),
        ("legislation.gov.uk", []),
        ("example.com", []),
    ],
)
def test_domains_lead_to_councils(host: str, codes: list[str]) -> None:
    assert [authority.code for authority in REGISTER.by_domain(host)] == codes


def test_an_address_outweighs_a_council_merely_mentioned() -> None:
    text = (
        "Ada Example, ada.example@plymouth.gov.uk. Nottingham City Council were commissioned. "
        "Nottingham City Council replied, and Nottingham City Council reported."
    )
    found = REGISTER.resolve(text)
    assert found.name == "Plymouth City Council"
    assert found.start is not None
    assert text[found.start : found.end] == "ada.example@plymouth.gov.uk"


def test_the_front_outweighs_links_to_others() -> None:
    front = "Plymouth City Council\nCabinet"
    text = front + "\nSee www.bristol.gov.uk, www.leeds.gov.uk and https://democracy.kent.gov.uk."
    assert _name(text, front) == "Plymouth City Council"


def test_initials_need_their_place() -> None:
    place = "Schools in Kent grow. Families move to Kent. In Kent as in Surrey. KCC plans places. "
    assert _name(place + "KCC pays. KCC decides.") == "Kent County Council"
    assert _name("KCC pays. KCC decides. KCC plans.") is None


def test_a_place_alone_is_a_weak_answer() -> None:
    found = REGISTER.resolve("The Sheffield cycling strategy was adopted.")
    assert (found.name, found.confidence) == ("Sheffield City Council", LONE_PLACE)
    assert _name("Trains from Sheffield to Plymouth run hourly.") is None
    assert _name("A planning application in Sheffield Road was received.") is None


@pytest.mark.parametrize(
    "text",
    [
        "Adur District Council and Worthing Borough Council",
        "Contact: ada.example@adur-worthing.gov.uk",
        "Leeds City Council and Bradford Council agree.",
    ],
)
def test_nobody_is_named_where_two_are_as_likely(text: str) -> None:
    found = REGISTER.resolve(text, front=text)
    assert found.council is None
    assert found.name is None
    assert len(found.candidates) == 2


def test_the_date_picks_the_body_that_existed() -> None:
    front = "Report to the Cabinet"
    text = "Contact: ada@northyorks.gov.uk, bo@northyorks.gov.uk"
    before = REGISTER.resolve(text, front=front, on=date(2022, 5, 1))
    after = REGISTER.resolve(text, front=front, on=date(2024, 5, 1))
    assert (before.name, after.name) == (
        "North Yorkshire County Council",
        "North Yorkshire Council",
    )
    past = "Northamptonshire County Council"
    assert _name(past, past, date(2019, 1, 1)) == past
    assert _name(past, past) == past


def test_a_parish_council_is_given_by_its_printed_name() -> None:
    front = "Minutes of Little Sampling Parish Council"
    text = front + "\nThe application was referred to Kent County Council."
    found = REGISTER.resolve(text, front=front)
    assert (found.name, found.gss_code, found.council) == (
        "Little Sampling Parish Council",
        None,
        None,
    )
    assert found.start is not None
    assert text[found.start : found.end] == "Little Sampling Parish Council"


@pytest.mark.parametrize("name", ["LITTLE SAMPLING TOWN COUNCIL", "Royal Sampling Fire Authority"])
def test_a_letterhead_names_a_body_that_no_register_holds(name: str) -> None:
    front = f"{name}\nAnnual statement"
    assert _name(front + "\nThe fair is held in Leeds.", front) == name


def test_an_authority_that_a_sentence_names_is_not_the_author() -> None:
    front = "Annual statement\nIt was put to the Royal Sampling Fire Authority."
    text = front + " The Royal Sampling Fire Authority agreed. Leeds City Council is glad."
    assert _name(text, front) == "Leeds City Council"


def test_a_council_that_is_asked_something_is_not_the_author() -> None:
    front = "Royal Sampling Town Council Meeting\n\nThat Leeds City Council be asked for its park."
    text = front + "\n\nLeeds is near. The park of Leeds City Council is large."
    assert _name(text, front) == "Royal Sampling Town Council"


def test_a_parish_that_is_consulted_is_not_the_author() -> None:
    front = "Horsham District Council\nPlanning Committee"
    text = front + "\nSampling Parish Council object. Sampling Parish Council ask for a refusal."
    assert _name(text, front) == "Horsham District Council"


@pytest.mark.parametrize(
    ("given_name", "code"),
    [
        ("PLY", "PLY"),
        ("E06000026", "PLY"),
        ("Plymouth City Council", "PLY"),
        ("plymouth", "PLY"),
        ("Newcastle upon Tyne", "NET"),
        ("reading", "RDG"),
    ],
)
def test_a_council_named_by_a_user(given_name: str, code: str) -> None:
    found = REGISTER.find_explicit(given_name)
    assert found
    assert found.code == code


@pytest.mark.parametrize("unknown", ["", "Nowhere", "XXX", "E99999999", "the Council"])
def test_an_unknown_council_is_none(unknown: str) -> None:
    assert REGISTER.find_explicit(unknown) is None


def test_every_official_name_leads_to_its_council() -> None:
    for authority in REGISTER.authorities:
        found = REGISTER.find_explicit(authority.official_name)
        assert found
        assert found.official_name == authority.official_name


@pytest.mark.parametrize(
    "authority", REGISTER.authorities[::7], ids=lambda authority: authority.code
)
def test_every_council_is_known_by_the_name_it_prints(authority) -> None:  # type: ignore[no-untyped-def]
    front = f"{authority.name.upper()}\nReport to the Cabinet"
    on = authority.end_date
    assert _name(front, front, on) == authority.name


@given(st.text(max_size=200), st.text(max_size=50))
def test_any_text_gives_an_answer_with_offsets_inside_it(text: str, front: str) -> None:
    found = REGISTER.resolve(text, front=front)
    assert 0 <= found.confidence <= 1
    if found.start is not None:
        assert found.end is not None
        assert 0 <= found.start < found.end <= len(text)


def test_every_code_of_the_word_lists_is_in_the_register() -> None:
    path = Path(__file__).parents[2] / "extract" / "lexicon" / "councils.toml"
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    codes = {code for listed in words["domains"].values() for code in listed} | set(words["names"])
    assert [code for code in codes if REGISTER.by_code(code) is None] == []


def test_a_part_of_a_county_is_another_place() -> None:
    found = Register.load().resolve("The car parks of Maidstone. Mid Kent Legal Services.")
    assert found.name == "Maidstone Borough Council"
