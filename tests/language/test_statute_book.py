"""Where laws stand on legislation.gov.uk."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extract.lexicon
from extract.statute_book import SITE, address
from extract.statutes import acts

ACTS = tomllib.loads(Path(extract.lexicon.__file__).with_name("acts.toml").read_text("utf-8"))
TITLES = [title for laws in ACTS.values() for title in laws]


@pytest.mark.parametrize(
    ("title", "provision", "path"),
    [
        ("Local Government Act 1972", None, "ukpga/1972/70"),
        ("Local Government Act 1972", "s.111", "ukpga/1972/70/section/111"),
        ("Local Government Act 1972", "Sections 100A and 100D", "ukpga/1972/70/section/100A"),
        ("Local Government Act 1972", "Part 1 of Schedule 12A", "ukpga/1972/70/schedule/12A"),
        ("Housing Act 2004", "section 80(1)(b)", "ukpga/2004/34/section/80"),
        ("Housing Act 1996", "Part VII", "ukpga/1996/52"),
        ("Public Contracts Regulations 2015", "regulation 29", "uksi/2015/102/regulation/29"),
        ("Coast Protection Act 1949", "section 4", "ukpga/Geo6/12-13-14/74/section/4"),
        ("Land Reform (Scotland) Act 2003", None, "asp/2003/2"),
        ("Local Government Act (Northern Ireland) 2014", None, "nia/2014/8"),
    ],
)
def test_the_page_of_a_law_or_of_its_first_provision(
    title: str, provision: str | None, path: str
) -> None:
    assert address(title, provision) == f"{SITE}/{path}"


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("Occupiers’ Liability (Scotland) Act 1960", "Occupiers' Liability (Scotland) Act 1960"),
        ("Health and Safety at Work Act 1974", "Health and Safety at Work etc. Act 1974"),
        ("Wellbeing of Future Generations (Wales) Act 2015",) * 2,
        ("Town & Country Planning Act 1990", "Town and Country Planning Act 1990"),
        ("The Public Contracts Regulations 2015", "Public Contracts Regulations 2015"),
    ],
)
def test_small_differences_of_print_make_none(printed: str, full: str) -> None:
    assert address(printed) == address(full)
    assert "title=" not in address(printed)


@given(st.text(min_size=1, max_size=40))
def test_an_unknown_law_is_searched_for(title: str) -> None:
    found = address(f"{title} Byelaws 1901", "section 4")
    assert parse_qs(urlsplit(found).query, keep_blank_values=True)["title"] == [
        f"{title} Byelaws 1901"
    ]


def test_every_law_of_the_lexicon_has_its_own_address_and_is_read_as_printed() -> None:
    addresses = [address(title) for title in TITLES]
    assert all(re.fullmatch(rf"{SITE}/[a-z]+/[\w-]+/[\w/-]+", found) for found in addresses)
    assert len(addresses) - len(set(addresses)) == 1  # one Act under two titles
    for title in TITLES:
        (act,) = [act for act in acts(f"It is in the {title}.") if str(act.year) == title[-4:]]
        assert address(f"{act.name} {act.year}") == address(title), title
