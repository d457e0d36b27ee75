"""To whom a recommendation leaves a decision, and with whom they must talk first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fields.delegations import delegation_of
from tests.fields.passages import passage, shown
from tests.paper import heading, item, report_on, text

PLACE = "Director of Place"
LEADER = "Leader of the Council"


def delegation(words: str) -> tuple[list[str], list[str]] | None:
    """To whom, and in consultation with whom."""
    found = delegation_of(passage(words))
    if found is None:
        return None
    for name, offices in found.value:
        assert [shown(found, f"/{name}/{at}") for at in range(len(offices))] == list(offices)
    return list(found.value.to), list(found.value.in_consultation_with)


@pytest.mark.parametrize(
    "words",
    [
        f"Delegate authority to the {PLACE}, in consultation with the {LEADER}, to award it.",
        f"That authority be delegated to the {PLACE}, following consultation with the {LEADER} to",
        f"delegates to the {PLACE}, after consultation with the {LEADER}:",
        f"Delegates the award of all contracts to the {PLACE} in consultation with the {LEADER}.",
        f"Authorises the {PLACE}, having consulted the {LEADER}, to award it.",
        f"That the {PLACE}, in consultation with the {LEADER}, be authorised to award it.",
        f"That the {PLACE} be authorised, in consultation with the {LEADER}, to award it.",
        f"That the {PLACE} be given delegated authority, in conjunction with the {LEADER}, to act.",
        f"Give the {PLACE} authority, in consultation with the {LEADER}, to award it.",
        f"Cabinet gives authority to the {PLACE}, with the agreement of the {LEADER}, to act.",
    ],
)
def test_who_decides_and_who_is_consulted(words: str) -> None:
    assert delegation(words) == ([PLACE], [LEADER])


@pytest.mark.parametrize(
    ("listed", "offices"),
    [
        ("Corporate Director, People and Care", ["Corporate Director, People and Care"]),
        ("the Head of Law and the Mayor", ["Head of Law", "Mayor"]),
        (
            "the Cabinet Member for Homes, the Section 151 Officer and the Director, Law",
            ["Cabinet Member for Homes", "Section 151 Officer", "Director, Law"],
        ),
        ("Head of Law and Head of Housing", ["Head of Law", "Head of Housing"]),
        ("the Director of Law and Monitoring Officer", ["Director of Law and Monitoring Officer"]),
        (
            "the Director of Law, Monitoring Officer and Town Clerk",
            ["Director of Law", "Monitoring Officer", "Town Clerk"],
        ),
        ("the Director of Finance (S151 Officer)", ["Director of Finance (S151 Officer)"]),
        ("the Assistant Director – Property", ["Assistant Director – Property"]),
        ("the chief executive and the leader", ["chief executive", "leader"]),
        ("the relevant Cabinet Member", ["relevant Cabinet Member"]),
        ("the Licensing Sub-Committee", ["Licensing Sub-Committee"]),
        ("officers", ["officers"]),
    ],
)
def test_lists_of_offices(listed: str, offices: list[str]) -> None:
    assert delegation(f"delegate authority to {listed} to award the contract") == (offices, [])


@pytest.mark.parametrize(
    "words",
    [
        "Delegate authority to award the contract.",
        "Note the overspend on Delegated Budgets of £2m.",
        "Note that it was done under the scheme of delegation to officers.",
        "Authorise the making of the order.",
        "Instruct the Director of Place to report back.",
        "approve the grant to the farmers’ company",
        "",
    ],
)
def test_what_leaves_a_decision_to_nobody(words: str) -> None:
    assert delegation(words) is None


def test_other_words_before_an_office_are_not_of_it() -> None:
    assert delegation("If unpaid by 1 May the Head of Law be authorised to sue.") == (
        ["Head of Law"],
        [],
    )


def test_the_delegation_belongs_to_the_item_that_states_it() -> None:
    report = report_on(
        heading("Recommendations"),
        text("Cabinet is asked to:"),
        item("1.", "delegate authority to the Head of Parks to:"),
        item("(a)", "let the pitches; and", x=24),
        item("(b)", "hire the tents; and", x=24),
        item("2.", "note the forecast."),
    )
    assert [(r.label, r.action, bool(r.delegation)) for r in report.recommendations] == [
        ("1", "delegate", True),
        ("(a)", "award", False),
        ("(b)", "other", False),
        ("2", "note", False),
    ]


def test_what_a_lead_in_delegates_is_of_every_item_under_it() -> None:
    report = report_on(
        heading("Recommendations"),
        text("It is recommended that the Head of Parks be authorised to:"),
        item("(a)", "let the pitches; and"),
        item("(b)", "hire the tents."),
    )
    offices = [r.delegation and r.delegation.to for r in report.recommendations]
    assert offices == [("Head of Parks",), ("Head of Parks",)]
    places = [e for e in report.evidence if e.path.endswith("/delegation/to/0")]
    assert len(places) == 2
    assert places[0].bbox == places[1].bbox


WORDS = st.sampled_from(
    ["the", "Director", "of", "Place", "delegated", "to", "be", "authority", ",", "and", "(", ")",
     "consultation", "with", "Leader", "officers", "authorise", ".", "\n\n"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=14))
def test_any_words_give_offices_that_stand_in_them(words: list[str]) -> None:
    whole = passage(" ".join(words))
    found = delegation_of(whole)
    offices = [] if found is None else [*found.value.to, *found.value.in_consultation_with]
    assert all(office and office in whole.text for office in offices)
