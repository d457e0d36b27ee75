"""What is typed into the search is understood, or read as plain words; it is never an error."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.site.search_words import MOST_WORDS, folded, read
from extract.store.access import TOKENIZER

PAPERS = {
    1: "The leisure centre in Harbourne",
    2: "Housing and climate",
    3: "Climate, transport and a household",
    4: "Bus lanes, or a tram; the centre for leisure",
    5: "A follow-up to report 10(a), £1.2m for cafés",
}


@pytest.fixture(scope="module")
def papers() -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(":memory:")
    db.execute(f"CREATE VIRTUAL TABLE papers USING fts5(text, tokenize='{TOKENIZER}')")
    db.executemany("INSERT INTO papers (rowid, text) VALUES (?, ?)", PAPERS.items())
    yield db
    db.close()


def found(db: sqlite3.Connection, expression: str) -> list[int]:
    query = "SELECT rowid FROM papers WHERE papers MATCH ? ORDER BY rowid"
    return [number for (number,) in db.execute(query, [expression])]


@pytest.mark.parametrize(
    ("typed", "papers_found"),
    [
        ("leisure centre", [1, 4]),
        ('"leisure centre"', [1]),
        ("“leisure centre”", [1]),
        ("hous*", [2, 3]),
        ("climate NOT transport", [2]),
        ("climate AND transport", [3]),
        ("bus OR climate", [2, 3, 4]),
        ("climate (bus OR transport)", [3]),
        ("(climate OR bus) NOT (transport OR tram)", [2]),
        ("climate OR bus centre", [2, 3, 4]),
        ("and", [2, 3]),
        ("follow-up", [5]),
        ("10(a)", [5]),
        ("£1.2m café", [5]),
        ("climate & transport", [3]),
        ("CLIMATE", [2, 3]),
        ('"leisure cen"*', [1]),
        ("a*", [3, 4, 5]),
        ("nowhere", []),
    ],
)
def test_the_language(papers: sqlite3.Connection, typed: str, papers_found: list[int]) -> None:
    words = read(typed)
    assert not words.plain
    assert found(papers, words.expression) == papers_found


@pytest.mark.parametrize(
    ("typed", "papers_found"),
    [
        ('"leisure centre', [1, 4]),
        ("NOT climate", [2, 3]),
        ("climate OR", [2, 3]),
        ("AND AND climate", [2, 3]),
        ("(climate transport", [3]),
        ("climate) transport", [3]),
        ("climate ()", [2, 3]),
        ("(" * 40 + "climate" + ")" * 40, [2, 3]),
    ],
)
def test_what_cannot_be_read_is_taken_for_plain_words(
    papers: sqlite3.Connection, typed: str, papers_found: list[int]
) -> None:
    words = read(typed)
    assert words.plain
    assert found(papers, words.expression) == papers_found


@pytest.mark.parametrize(("typed", "plain"), [("", False), ("  ", False), ("&", True), ('"', True)])
def test_nothing_to_look_for(typed: str, plain: bool) -> None:
    words = read(typed)
    assert words.expression == ""
    assert words.plain is plain


def test_a_passage_may_have_any_word_that_is_looked_for(papers: sqlite3.Connection) -> None:
    words = read("(climate OR bus) leisure NOT (transport OR tram)")
    assert found(papers, " OR ".join(map(str, words.wanted))) == [1, 2, 3, 4]
    assert words.needed == 2


def test_a_prefix_is_looked_for_as_the_words_that_begin_so() -> None:
    text = folded("Cafés in the HOUSE, housing; a café_house")
    (house, cafe, bus) = read('hous* "a caf"* bus').wanted
    assert [leaf.text for leaf in house.among(text)] == ["house", "housing"]
    assert [leaf.text for leaf in cafe.among(text)] == ["a cafes", "a cafe"]
    assert bus.among(text) == (bus,)


def test_of_very_many_words_the_first_are_read(papers: sqlite3.Connection) -> None:
    words = read(" ".join(f"word{number}" for number in range(MOST_WORDS + 5)))
    assert words.plain
    assert words.expression.count("AND") == MOST_WORDS - 1
    assert found(papers, words.expression) == []


@settings(deadline=None)
@given(
    typed=st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(["AND", "OR", "NOT", "NEAR", "(", ")", '"', "*", "^", ":", "bus", "a*"])
        ).map(" ".join),
    )
)
def test_whatever_is_typed_is_a_question_of_the_index(
    papers: sqlite3.Connection, typed: str
) -> None:
    words = read(typed)
    if words.expression:
        found(papers, words.expression)
        found(papers, f"{{text}} : {words.expression}")
        found(papers, " OR ".join(map(str, words.wanted)))
