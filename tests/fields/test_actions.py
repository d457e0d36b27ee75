"""The action of a recommendation: its first verb, or what it stands under."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fields.actions import action_of
from extract.verbs import participle, verbs
from schemas.vocabulary import RecommendationAction
from tests.fields.passages import passage, shown


def action(text: str, *above: str) -> tuple[str, str] | None:
    """The action and the verb that says it."""
    found = action_of(passage(text), [passage(words) for words in above])
    return None if found is None else (found.value.value, shown(found))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Approve the plan.", ("approve", "Approve")),
        ("NOTE the forecast.", ("note", "NOTE")),
        ("To formally adopt the policy", ("adopt", "adopt")),
        ("Adds £2m to the Capital Programme", ("allocate", "Adds")),
        ("to apply for the licence", ("other", "apply")),
        ("a) That planning permission be granted.", ("grant", "permission be granted")),
        ("RESOLVED: That the strategy be endorsed.", ("endorse", "endorsed")),
        ("That the Board NOTES and APPROVES the plan.", ("note", "NOTES")),
        ("Calls upon the Government to pay", ("instruct", "Calls upon")),
        ("write off the debt", ("other", "write off")),
    ],
)
def test_the_verb_at_the_start(text: str, want: tuple[str, str]) -> None:
    assert action(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("That Cabinet approves the plan.", ("approve", "approves")),
        ("That the Panel consider and challenge it.", ("consider", "consider")),
        ("County Council endorses the plan.", ("endorse", "endorses")),
        ("That Cabinet, having heard the objectors, approves it.", ("approve", "approves")),
        (
            "That the Cabinet Member for Parks, Roads and Review agrees the route.",
            ("agree", "agrees"),
        ),
        ("The Committee is recommended to: note the report.", ("note", "note")),
        ("It is recommended that Members receive it.", ("receive", "receive")),
        ("That the Executive be recommended to approve it.", ("approve", "approve")),
        ("That Cabinet recommends to Council the budget.", ("recommend", "recommends")),
        ("Subject to the consent of the bishop, to approve the sale.", ("approve", "approve")),
    ],
)
def test_the_verb_behind_who_acts_or_is_asked(text: str, want: tuple[str, str]) -> None:
    assert action(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("That authority be delegated to the clerk.", ("delegate", "delegated")),
        ("That authority is delegated to the clerk.", ("delegate", "delegated")),
        ("That approval be given to the sale.", ("approve", "approval be given")),
        (
            "That delegated authority be granted to the clerk.",
            ("delegate", "delegated authority be granted"),
        ),
        ("that the opening hours set out below be approved", ("approve", "approved")),
        ("That the clerk be asked to write.", ("instruct", "asked")),
        ("the press be excluded", ("other", "excluded")),
        ("that the organ be painted", ("other", "painted")),
    ],
)
def test_the_first_passive(text: str, want: tuple[str, str]) -> None:
    assert action(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "Review of the plan",
        "Grant funding of £2m",
        "that a report will be made in June",
        "three depots in place of five",
        "The Committee is asked for its view",
        "the sites that are listed below",
        "",
    ],
)
def test_nouns_and_what_only_tells_are_no_actions(text: str) -> None:
    assert action(text) is None


@pytest.mark.parametrize(
    ("text", "above", "want"),
    [
        ("the equality analysis;", ["Note:"], ("note", "Note")),
        ("bids be invited;", ["Agree, as to procurement, that:"], ("agree", "Agree")),
        ("the forecast", ["Cabinet is asked to NOTE:"], ("note", "NOTE")),
        (
            "£2m of reserves",
            ["Approve the use of:", "Cabinet is asked to:"],
            ("approve", "Approve"),
        ),
        (
            "the scheme provide it",
            ["Cabinet recommends to Council that:"],
            ("recommend", "recommends"),
        ),
        ("the terms of the lease", ["approve the sale, subject to:"], ("approve", "approve")),
    ],
)
def test_a_text_without_a_verb_has_the_action_above(
    text: str, above: list[str], want: tuple[str, str]
) -> None:
    assert action(text, *above) == want


def test_an_item_under_a_delegation_has_the_action_of_its_own_verb() -> None:
    delegation = "Delegates authority to the clerk to:"
    assert action("award the contract", delegation) == ("award", "award")
    assert action("paint the organ", delegation) == ("other", "paint")


def test_a_whole_sentence_above_asks_for_something_of_its_own() -> None:
    assert action("the second pitch", "That the first pitch be approved.") is None


def test_a_lead_in_that_only_asks_gives_no_action() -> None:
    assert action("the second pitch", "It is recommended that:") is None


@pytest.mark.parametrize(
    ("verb", "done"),
    [("note", "noted"), ("apply", "applied"), ("award", "awarded"), ("let", "let")],
)
def test_participles(verb: str, done: str) -> None:
    assert participle(verb, {"let": "let"}) == done


def test_every_action_has_verbs_and_no_form_means_two_things() -> None:
    assert set(verbs().form.values()) == set(RecommendationAction)
    for form, meant in verbs().form.items():
        matched = verbs().active.fullmatch(form)
        assert matched is None or verbs().amounts_to(matched["verb"]) is meant


WORDS = st.sampled_from(
    [
        "That",
        "the",
        "Cabinet",
        "approve",
        "be",
        "noted",
        "to",
        ",",
        ":",
        "(a)",
        "asked",
        "is",
        "Review",
    ]
)


@given(st.lists(WORDS, max_size=12), st.lists(WORDS, max_size=6))
def test_any_words_give_a_verb_that_stands_in_one_of_the_texts(
    words: list[str], above: list[str]
) -> None:
    text, lead_in = " ".join(words), " ".join(above)
    found = action_of(passage(text), [passage(lead_in)])
    assert found is None or shown(found) in (text + "\n" + lead_in)
