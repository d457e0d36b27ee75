"""The lexicon as data: every line of it can be matched, and says one thing."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import extract.lexicon
from extract.fields.people import ROLES
from extract.lexicon import fold, fold_heading, lexicon, wording
from extract.office import Titles
from schemas.vocabulary import ImplicationType, SectionKind, SignOffArea

FOLDER = Path(extract.lexicon.__file__).parent

# Labels that name no person's role.
FIELDS = {
    "appendices",
    "background_papers",
    "committee",
    "date",
    "time",
    "venue",
    "title",
    "reference",
    "agenda_item",
    "report_date",
    "ignored_date",
    "wards",
    "key_decision",
    "confidentiality",
    "approver",
    "consultee",
    "name",
    "post",
    "email",
    "phone",
}


def table(name: str) -> dict[str, Any]:
    """A file of the lexicon as it stands on disk."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def lists(data: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of a file, with where it stands."""
    if isinstance(data, dict):
        for key, inner in data.items():
            yield from lists(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(data, list):
        yield path, data


HEADINGS = table("headings")
LABELS = {name: listed for name, listed in table("labels").items() if name != "prefixes"}
IMPLICATIONS = table("implications")
PHRASES = table("phrases")


def test_keys_are_of_the_vocabularies() -> None:
    assert set(HEADINGS) <= {kind.value for kind in SectionKind} | {"narrowing"}
    assert set(LABELS) <= FIELDS | set(ROLES)
    assert set(table("labels")["prefixes"]) <= set(LABELS)
    subjects = {subject.value for subject in ImplicationType}
    assert set(IMPLICATIONS["topics"]) <= subjects
    assert set(IMPLICATIONS["posts"]) <= subjects
    assert set(PHRASES["sign_offs"]) <= {area.value for area in SignOffArea}


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.toml")))
def test_no_list_says_a_thing_twice(name: str) -> None:
    twice = {
        path: [entry for entry, times in Counter(map(str, listed)).items() if times > 1]
        for path, listed in lists(table(name))
    }
    assert {path: entries for path, entries in twice.items() if entries} == {}


def unfolded(phrases: list[str]) -> list[str]:
    """The phrases that no heading or label can equal, because none is folded to them."""
    return [p for p in phrases if fold_heading(p.replace("*", "any")) != p.replace("*", "any")]


@pytest.mark.parametrize("kind", HEADINGS)
def test_headings_stand_as_they_are_compared(kind: str) -> None:
    assert unfolded(HEADINGS[kind]) == []


@pytest.mark.parametrize("field", LABELS)
def test_labels_stand_as_they_are_compared(field: str) -> None:
    assert unfolded(LABELS[field]) == []


def test_standing_headings_and_posts_stand_as_they_are_compared() -> None:
    assert unfolded(IMPLICATIONS["standing"]) == []
    assert unfolded([post for listed in IMPLICATIONS["posts"].values() for post in listed]) == []


def test_no_heading_introduces_two_things() -> None:
    kinds: dict[str, list[str]] = {}
    for kind, phrases in HEADINGS.items():
        for phrase in phrases if kind != "narrowing" else []:
            kinds.setdefault(phrase, []).append(kind)
    assert {phrase: found for phrase, found in kinds.items() if len(found) > 1} == {}


@pytest.mark.parametrize("kind", [kind for kind in HEADINGS if kind != "narrowing"])
def test_every_heading_is_found_under_its_kind(kind: str) -> None:
    keys = [phrase for phrase in HEADINGS[kind] if "*" not in phrase]
    assert {key: found for key in keys if (found := lexicon().section_kind(key)) != kind} == {}


@pytest.mark.parametrize("field", LABELS)
def test_every_label_is_found_under_its_field(field: str) -> None:
    keys = [phrase for phrase in LABELS[field] if "*" not in phrase]
    assert [key for key in keys if field not in lexicon().fields(key)] == []


def test_topics_can_be_met_in_a_heading() -> None:
    """A heading is read word by word, at most seven at a time."""
    out_of_reach = [
        topic
        for listed in IMPLICATIONS["topics"].values()
        for topic in map(fold, listed)
        if " ".join(re.findall(r"[\w'-]+|/", topic)) != topic or len(topic.split()) > 7
    ]
    assert out_of_reach == []


def test_no_topic_names_two_subjects() -> None:
    subjects: dict[str, set[str]] = {}
    for subject, listed in IMPLICATIONS["topics"].items():
        for topic in map(fold, listed):
            subjects.setdefault(topic, set()).add(subject)
    assert {topic: found for topic, found in subjects.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", ["triggers", "stop"])
def test_triggers_and_stop_words_are_single_words(name: str) -> None:
    words = IMPLICATIONS[name]
    assert [word for word in words if word != fold(word) and word not in "+/"] == []
    assert [word for word in words if " " in word] == []
    assert not set(IMPLICATIONS["triggers"]) & set(IMPLICATIONS["stop"])


@pytest.mark.parametrize(
    ("path", "listed"), list(lists(PHRASES)), ids=lambda value: str(value)[:24]
)
def test_every_pattern_compiles_and_asks_for_something(path: str, listed: list[str]) -> None:
    for pattern in listed:
        assert not re.compile(pattern, re.IGNORECASE).fullmatch(""), (path, pattern)


@pytest.mark.parametrize("name", table("wording"))
def test_every_wording_is_a_pattern(name: str) -> None:
    assert not re.compile(wording(name)).fullmatch("")


def test_patterns_are_written_for_folded_text() -> None:
    """Typographic quotes, long dashes and ampersands never reach them."""
    marks = re.compile(r"[’‘“”–—&]")
    choices = re.compile(r"\[[^\]]*\]")  # one of which may be a mark that never comes
    bad = [p for _, listed in lists(PHRASES) for p in listed if marks.search(choices.sub("", p))]
    assert bad == []


def test_words_of_office_are_small_letters_with_straight_apostrophes() -> None:
    people = table("people")
    bad = [w for listed in people.values() for w in listed if w != w.casefold() or "’" in w]
    assert bad == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Interim HEAD OF Piers", True),
        ("a Head\nof Piers", True),
        ("heads-up on piers", False),
        ("Forehead of piers", False),
    ],
)
def test_a_title_is_found_as_whole_words_however_printed(text: str, found: bool) -> None:
    assert Titles(["head of"]).found_in(text) is found


@pytest.mark.parametrize(
    ("part", "wholes"),
    [
        ("generic", ("heads",)),
        ("surnames", ("heads", "modifiers", "subjects")),
        ("member_honorifics", ("honorifics",)),
    ],
)
def test_exceptions_are_of_the_lists_that_they_except_from(
    part: str, wholes: tuple[str, ...]
) -> None:
    people = table("people")
    assert set(people[part]) <= {word for whole in wholes for word in people[whole]}


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("RECOMMENDATION(S):", "recommendations"),
        ("3. Background Papers", "background papers"),
        ("Section 4 - Legal Implications", "legal implications"),
        ("Finance & Risk", "finance and risk"),
        ("Council’s priorities (see page 4)", "council's priorities"),
        ("Other implications: e.g. health and safety", "other implications"),
        ("Ward/s affected", "wards affected"),
        ("Capital / Revenue", "capital/revenue"),
        ("Legal, HR and Property", "legal hr and property"),
        ("Dd – Views", "views"),
        ("IT - None", "it - none"),
        ("   ", ""),
    ],
)
def test_how_headings_are_compared(printed: str, key: str) -> None:
    assert fold_heading(printed) == key


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("B – What else was considered?", "what else was considered"),
        ("Dd - Effects on anglers", "effects on anglers"),
        ("3.1 Effects on anglers", "effects on anglers"),
        ("Co-operation", "co-operation"),
    ],
)
def test_a_heading_is_compared_without_its_number_or_letter(printed: str, key: str) -> None:
    assert fold_heading(printed) == key
