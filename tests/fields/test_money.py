"""Sums of money: how much, in which sentence, in which value."""

from __future__ import annotations

from extract.fields.money import sums
from extract.fields.statements import Statement, statements
from extract.fields.values import Found, found_text, listed
from schemas import Implication, Recommendation
from schemas.vocabulary import ImplicationStatus, ImplicationType
from tests.fields.passages import passage, shown
from tests.paper import heading, item, report_in, report_on, text


def test_a_sum_with_its_sentence_and_place() -> None:
    words = passage("It rains. The roof costs £1.2 million, half of it in May. Then £500k more.")
    first, second = sums([Statement("/summary", words)])
    assert first.value.model_dump() == {
        "amount": 1_200_000.0,
        "text": "£1.2 million",
        "context": "The roof costs £1.2 million, half of it in May.",
        "within": "/summary",
    }
    assert (second.value.amount, second.value.context) == (500_000.0, "Then £500k more.")
    assert (shown(first, "/amount"), shown(first, "/text")) == ("£1.2 million", "£1.2 million")
    assert shown(first, "/context") == first.value.context


def test_paragraphs_are_contexts_of_their_own() -> None:
    words = passage("Roof £4,000\n\nWalls £300\n\nTotal £4,300")
    assert [(s.value.amount, s.value.context) for s in sums([Statement("/reasons", words)])] == [
        (4000, "Roof £4,000"),
        (300, "Walls £300"),
        (4300, "Total £4,300"),
    ]


def implied(*kinds: ImplicationType, words: str, begin: int) -> list[Found[Implication]]:
    """The implications of one heading that names several subjects."""
    printed = passage(words, begin)
    return [
        Found(
            Implication(
                type=kind, heading="H", text=printed.text, status=ImplicationStatus.SUBSTANTIVE
            ),
            (("/heading", passage("H", begin - 2)), ("/text", printed)),
        )
        for kind in kinds
    ]


def test_a_combined_heading_gives_each_sum_once_to_the_financial_part() -> None:
    both = implied(ImplicationType.LEGAL, ImplicationType.FINANCIAL, words="It costs £5.", begin=9)
    same_words_again = implied(ImplicationType.RISK, words="It costs £5.", begin=90)
    none: Found[tuple[Recommendation, ...]] = Found(())
    texts = statements(None, none, None, None, listed([*both, *same_words_again]))
    assert [s.value.within for s in sums(texts)] == ["/implications/1/text", "/implications/2/text"]


def test_every_value_that_a_reader_has_before_them_is_looked_through() -> None:
    asked = Found(Recommendation(text="Pay £2."), (("/text", passage("Pay £2.", 20)),))
    texts = statements(
        found_text(passage("£1 is owed.")),
        listed([asked]),
        found_text(passage("£3 is due.", 40)),
        found_text(passage("Pay £4.", 60)),
        listed(implied(ImplicationType.FINANCIAL, words="£5", begin=80)),
    )
    assert [(s.value.amount, s.value.within) for s in sums(texts)] == [
        (1, "/summary"),
        (2, "/recommendations/0/text"),
        (3, "/reasons"),
        (4, "/alternatives"),
        (5, "/implications/0/text"),
    ]


def test_a_paper_states_its_sums() -> None:
    report = report_on(
        heading("Recommendations"),
        item("1.", "That the fair be held at a cost of £12,500."),
        heading("Financial implications"),
        text("The stalls bring in £8,000 &amp; the parish pays the rest."),
        heading("Legal implications"),
        text("None."),
    )
    assert [(s.amount, s.within) for s in report.sums] == [
        (12500, "/recommendations/0/text"),
        (8000, "/implications/0/text"),
    ]
    stated = {place.path for place in report.evidence if place.path.startswith("/sums/")}
    assert stated == {
        f"/sums/{at}/{leaf}" for at in (0, 1) for leaf in ("amount", "text", "context")
    }


def test_a_report_without_sums_has_none() -> None:
    assert report_in("# Recommendations\n\n1. That the fair be held.\n").sums == ()
