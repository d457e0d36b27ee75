"""The domains of e-mail and web addresses, and where they stand."""

from __future__ import annotations

import pytest

from extract.domains import emails, hosts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask ida.example@harbourton.gov.uk today", [("harbourton.gov.uk", "ida.example@harb")]),
        (
            "a@northquay.gov.uk, O’Neil@SOUTHQUAY.GOV.UK.",
            [("northquay.gov.uk", "a@northquay"), ("SOUTHQUAY.GOV.UK", "O’Neil@SOUTH")],
        ),
        ("follow @harbourton.gov.uk", []),
        ("ida@example.invalid", []),
        ("", []),
    ],
)
def test_an_email_address_has_a_name_before_its_domain(
    text: str, found: list[tuple[str, str]]
) -> None:
    places = list(emails(text))
    assert [host for host, _, _ in places] == [host for host, _ in found]
    for (_, start, end), (host, opening) in zip(places, found, strict=True):
        assert text[start:end].startswith(opening)
        assert text[start:end].endswith(host)


def test_a_web_address_is_told_by_its_beginning() -> None:
    text = "www.harbourton.gov.uk and https://papers.northquay.org/12, not southquay.gov.uk"
    assert [text[a:b] for _, a, b in hosts(text)] == [
        "www.harbourton.gov.uk",
        "https://papers.northquay.org",
    ]
    assert [host for host, _, _ in hosts(text)] == ["harbourton.gov.uk", "papers.northquay.org"]
    assert not list(hosts("nothing of the kind"))


def test_a_long_run_of_letters_is_no_trouble() -> None:
    text = "x" * 100_000 + "@harbourton.gov.uk"
    [(host, start, end)] = emails(text)
    assert host == "harbourton.gov.uk"
    assert end == len(text) > start
