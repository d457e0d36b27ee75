"""What minutes and notices say was decided, item by item; and what they leave in doubt."""

import pytest

from extract.store.decided import decided

TITLE = "Replacement of the Chain Ferry"


def minutes(*paragraphs: str, next_item: str = "8.") -> str:
    """A text of these paragraphs, between an item before and an item after."""
    before = ("6. Declarations of Interest", "RESOLVED: That the declarations be noted.")
    after = (f"{next_item} Urgent Business", "RESOLVED: That there was none.")
    return "\n\n".join(("Cabinet", *before, *paragraphs, *after))


def said(text: str, title: str = TITLE, item: str | None = None) -> str | None:
    decision = decided(title, item, text)
    assert decision is None or text[decision.start : decision.end].startswith(decision.text[:10])
    return decision.text if decision else None


@pytest.mark.parametrize(
    "words",
    [
        "RESOLVED: That the ferry be replaced.",
        "RESOLVED – that the ferry be replaced.",
        "Resolved: that the ferry be replaced.",
        "It was RESOLVED that the ferry be replaced.",
        "3. RESOLVED that Cabinet agree the replacement.",
        "The Cabinet RESOLVED to replace the ferry.",
        "AGREED: to replace the ferry.",
        "It was unanimously AGREED that the ferry be replaced.",
        "The Cabinet agreed to replace the ferry.",
        "It was agreed that the ferry be replaced.",
        "The report was noted.",
        "NOTED",
        "Decision: that the ferry be replaced.",
        "PENDERFYNWYD cymeradwyo'r argymhelliad.",
        "CYTUNWYD i brynu fferi newydd.",
    ],
)
def test_decisions_are_announced_in_many_ways(words: str) -> None:
    told = "Councillor Tregarth introduced the report and answered questions."
    assert said(minutes(f"7. {TITLE}", told, words)) == words


@pytest.mark.parametrize(
    ("heading", "next_item"),
    [
        (f"7. {TITLE}", "8."),
        (f"7 {TITLE.upper()}", "8"),
        (f"112. 26/00017 - {TITLE}", "113. 26/00020 -"),
        (f"CAB.41/26 {TITLE}", "CAB.42/26"),
        (f"7. {TITLE} (Agenda Item 5)", "8."),
        (f"Item 7: {TITLE}", "Item 8:"),
        ("7. Replacement of the Chain\n\nFerry", "8."),
        (f"7.\n\n{TITLE}", "8."),
    ],
)
def test_an_item_is_found_by_the_title_of_the_report(heading: str, next_item: str) -> None:
    text = minutes(heading, "RESOLVED: That it be done.", next_item=next_item)
    assert said(text) == "RESOLVED: That it be done."


def test_a_decision_has_its_list_and_no_more() -> None:
    listed = (
        "The Cabinet agreed to:",
        "(a) buy a ferry of the same length; and",
        "(b) sell the old one for scrap.",
    )
    assert said(minutes(f"7. {TITLE}", *listed)) == "\n\n".join(listed)
    inside = ("RESOLVED: (1) That a ferry be bought.", "(2) That the old one be sold.")
    assert said(minutes(f"7. {TITLE}", *inside)) == "\n\n".join(inside)
    numbered = ("1. The ferry is old.", "2. RESOLVED that it be replaced.", "3. The Mayor left.")
    assert said(minutes(f"7. {TITLE}", *numbered)) == numbered[1]


def test_a_decision_may_stand_below_a_label() -> None:
    assert said(
        minutes(f"7. {TITLE}", "A report was made.", "Decision", "The Cabinet noted it.")
    ) == ("The Cabinet noted it.")


def test_a_notice_has_its_items_on_forms() -> None:
    form = (
        *("(a) Subject: Lamps in Quay Street", "(d) Decision taken", "That lamps be bought."),
        *(f"(a) Subject: {TITLE}", "(b) Ward:", "(d) Decision taken", "That the Cabinet:"),
        *("1. Approved a ferry.", "Contracts:", "2. Let the contract.", "(e) Exempt?", "No"),
        *("(a) Subject: Benches", "(d) Decision taken", "That benches be painted."),
    )
    assert said("\n\n".join(form)) == "\n\n".join(form[6:10])


def test_numbers_of_a_list_are_not_those_of_items() -> None:
    listed = ("The Cabinet RESOLVED:", *(f"{n}. Ferry clause {n}." for n in range(1, 12)))
    assert said(minutes(f"7 {TITLE}", *listed, "8 Benches")) == "\n\n".join(listed)


def test_of_several_decisions_on_an_item_all_are_given() -> None:
    text = minutes(f"7. {TITLE}", "RESOLVED: That A.", "There was a debate.", "RESOLVED: That B.")
    assert said(text) == "RESOLVED: That A.\n\nRESOLVED: That B."


@pytest.mark.parametrize(
    "text",
    [
        minutes("7. Repair of the Chain Ferry", "RESOLVED: That it be repaired."),
        minutes(f"7. {TITLE}", "The Cabinet discussed it at length."),
        minutes(f"7. {TITLE}", "The Cabinet agreed that it was a pity.", "They went on."),
        minutes(f"7. {TITLE}", "Officers explained the plan."),
        minutes(f"The {TITLE} was mentioned.", "RESOLVED: That the meeting end."),
        f"Cabinet\n\nItems: {TITLE}\n\n7. {TITLE}",
        f"PROPOSED RECORD OF DECISION\n\nTitle: {TITLE}\n\nDecision:\n\nThat it be replaced.",
        minutes(f"7 {TITLE}", "There was a debate."),
        minutes(f"7. {TITLE}", "There was a debate.", next_item=""),
        minutes(
            f"7. {TITLE}", "There was a debate.", "Benches", "AGREED: to mend them.", "9. Gulls"
        ),
        f"7. {TITLE}\n\nRESOLVED: That A.\n\nBenches in the Park\n\nRESOLVED: That B.",
        "",
    ],
)
def test_where_it_is_not_sure_there_is_none(text: str) -> None:
    assert said(text) is None


def test_figures_of_titles_are_not_mistaken() -> None:
    text = minutes("7. Budget Monitoring, Month 8", "RESOLVED: That it be noted.")
    assert said(text, "Budget Monitoring, Month 9") is None
    assert said(text, "Budget Monitoring, Month 8") == "RESOLVED: That it be noted."


def test_of_two_items_of_one_title_the_number_decides() -> None:
    text = "\n\n".join(
        (f"3. {TITLE}", "RESOLVED: That it wait.", "4. Benches", f"5. {TITLE}", "RESOLVED: That B.")
    )
    assert said(text) is None
    assert said(text, item="5") == "RESOLVED: That B."


def test_with_its_number_a_heading_may_leave_words_out() -> None:
    text = minutes("7. Chain Ferry Replacement", "RESOLVED: That it be replaced.")
    title = "Chain Ferry Replacement: Outcome of the Tender and Award of the Contract"
    assert said(text, title) is None
    assert said(text, title, "7") == "RESOLVED: That it be replaced."
    assert said(text, title, "6") is None


@pytest.mark.parametrize(
    ("words", "as_recommended"),
    [
        ("RESOLVED: That the recommendations in the report be approved.", True),
        ("RESOLVED: That the recommendations set out in the report were agreed.", True),
        ("The Cabinet agreed the recommendations in the report.", True),
        ("On a vote the recommendations were carried and it was RESOLVED accordingly.", True),
        ("RESOLVED: as recommended.", True),
        ("RESOLVED: That the recommendations be approved, subject to a review in May.", False),
        ("RESOLVED: That the recommendations be approved as amended.", False),
        ("RESOLVED: That the recommendations of the scrutiny panel be sent to officers.", False),
        ("RESOLVED: That the ferry be replaced.", False),
    ],
)
def test_as_recommended_is_said_in_words(words: str, as_recommended: bool) -> None:
    decision = decided(TITLE, None, minutes(f"7. {TITLE}", words))
    assert decision is not None
    assert decision.as_recommended is as_recommended


def test_an_amendment_in_the_debate_leaves_it_unsaid() -> None:
    text = minutes(
        f"7. {TITLE}",
        "Councillor Pellow moved an amendment, which was carried.",
        "RESOLVED: That the recommendations in the report be approved.",
    )
    decision = decided(TITLE, None, text)
    assert decision is not None
    assert not decision.as_recommended
