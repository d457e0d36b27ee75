"""Sentences and sums of council prose."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language import money, sentences


@pytest.mark.parametrize(
    "want",
    [
        ["Cllr. Example met at No. 5 on para. 3.", "The s.151 officer agreed to £3.9m.", "Was it?"],
        ["1. The Council agreed.", "2. It noted Reg. 4 of the rules.", "J. R. Hartley spoke."],
        ["Costs rose (by £5m).", "They fell by 2.5%, e.g. in Leeds."],
        ["It is exempt under paragraph 3 of Schedule 12A.", "The rest is open."],
        ["“It will be done.”", "So it was."],
    ],
)
def test_full_stops_that_end_no_sentence(want: list[str]) -> None:
    assert [sentence.text for sentence in sentences(" ".join(want))] == want


def test_a_blank_line_ends_a_sentence() -> None:
    assert [s.text for s in sentences("No stop here\n\nAnother one\nwrapped.")] == [
        "No stop here",
        "Another one\nwrapped.",
    ]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("a cost of £16.85m.", ["16850000"]),
        ("£3,420,000", ["3420000"]),
        ("(£500k)", ["500000"]),
        ("£1.2 billion", ["1200000000"]),
        ("£118 million,", ["118000000"]),
        ("£24.94 an hour", ["24.94"]),
        ("-£111.6m", ["-111600000"]),
        ("£-111.6m", ["-111600000"]),
        ("£1m to £2m", ["1000000", "2000000"]),
        ("£3.2m-£4.1m", ["3200000", "4100000"]),
        ("£10-12 million", ["10000000", "12000000"]),
        ("£ 16.85m", ["16850000"]),
        ("2.5 million pounds", ["2500000"]),
        ("£0", ["0"]),
        ("£000", []),
        ("16.85m of road", []),
        ("", []),
    ],
)
def test_sums_in_pounds(text: str, amounts: list[str]) -> None:
    assert [sum_.amount for sum_ in money(text)] == [Decimal(amount) for amount in amounts]


@given(
    st.decimals(0, 10**9, places=2), st.sampled_from(["", "k", "m", "bn", " million", " billion"])
)
def test_a_sum_survives_being_printed(amount: Decimal, unit: str) -> None:
    factor = {"k": 10**3, "m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
    printed = f"£{amount:,.2f}{unit}"
    text = f"The Council will spend {printed} on roads, and no more."
    (found,) = money(text)
    assert found.amount == amount * factor.get(unit.strip(), 1)
    assert text[found.start : found.end] == found.verbatim == printed


@given(st.text(alphabet=st.sampled_from("abN£1,.-m –(\n) K"), max_size=50))
def test_sentences_and_sums_stand_where_they_say(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(s.text for s in found).split()) == "".join(text.split())
    for sentence in found:
        assert text[sentence.start : sentence.end] == sentence.text
    for sum_ in money(text):
        assert text[sum_.start : sum_.end] == sum_.verbatim


@pytest.mark.parametrize("between", [" ", " and a kiosk or two on the pier are let with it for "])
def test_sums_near_each_other_and_far_apart_are_each_read_once(between: str) -> None:
    printed = ["£1.2 million", "£3 - 4 million", "500 thousand pounds", "£7", "£8"]
    found = money(f"The ferry slip costs {between.join(printed)}, all told.")
    assert [each.amount for each in found] == [1200000, 3000000, 4000000, 500000, 7, 8]


def test_a_paragraph_as_long_as_a_book_is_read() -> None:
    text = "The quay is let. " * 60_000
    assert len(text) > 10**6
    assert len(sentences(text)) == 60_000


def test_spacy_comes_without_its_command_line_until_that_is_asked_for() -> None:
    code = """
import sys
from extract.language import sentences
sentences("One. Two.")
assert not {"spacy.cli", "weasel", "typer"} & sys.modules.keys()
import spacy
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
from spacy.cli import app
assert app is not None
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_importing_the_module_does_not_import_spacy() -> None:
    code = "import sys, extract.language; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
