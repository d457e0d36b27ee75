"""What the deciding body is asked to do: entries, labels, nesting."""

from __future__ import annotations

import pytest

from tests.paper import (
    FAIR,
    WALL,
    Piece,
    grid,
    heading,
    item,
    new_page,
    report_in,
    report_on,
    row,
    text,
)

Entry = tuple[str, str, str | None]


def entries(*story: Piece) -> list[Entry]:
    """Label, text and parent of each recommendation under the heading of that name."""
    report = report_on(heading("Recommendations"), *story, heading("Background"), text(WALL))
    return [(r.label.strip("()."), r.text, r.parent) for r in report.recommendations]


def test_numbered_entries() -> None:
    assert entries(item("1.", "That the fair be held."), item("2.", "That a fee be set.")) == [
        ("1", "That the fair be held.", None),
        ("2", "That a fee be set.", None),
    ]


def test_entries_with_a_label_nest_under_the_one_above() -> None:
    assert entries(
        item("1.", "That the fair be held, and that the clerk"),
        item("(a)", "let the pitches; and", x=24),
        item("(b)", "hire the tents.", x=24),
        item("2.", "That a fee be set."),
    ) == [
        ("1", "That the fair be held, and that the clerk", None),
        ("a", "let the pitches; and", "1"),
        ("b", "hire the tents.", "1"),
        ("2", "That a fee be set.", None),
    ]


def test_three_levels_nest() -> None:
    found = entries(
        item("1.", "That the clerk, in consultation with the chairman,"),
        item("(a)", "lets the pitches, of which", x=24),
        item("(i)", "ten go to the parish, and", x=48),
        item("(ii)", "ten to others; and", x=48),
        item("(b)", "hires the tents.", x=24),
        item("2.", "That a fee be set."),
    )
    assert [(label, parent) for label, _, parent in found] == [
        ("1", None),
        ("a", "1"),
        ("i", "(a)"),
        ("ii", "(a)"),
        ("b", "1"),
        ("2", None),
    ]


def test_the_letter_i_after_h_is_no_roman_figure() -> None:
    letters = "abcdefghij"
    found = entries(*(item(f"({letter})", f"That pitch {letter} be let.") for letter in letters))
    assert [(label, parent) for label, _, parent in found] == [(each, None) for each in letters]


def test_letters_may_follow_roman_figures() -> None:
    found = entries(
        item("(i)", "That the fair be held; and that"),
        item("(a)", "the pitches be let, and", x=24),
        item("(b)", "the tents be hired.", x=24),
        item("(ii)", "That a fee be set."),
    )
    assert [(label, parent) for label, _, parent in found] == [
        ("i", None),
        ("a", "(i)"),
        ("b", "(i)"),
        ("ii", None),
    ]


def test_a_printed_paragraph_number_is_a_label() -> None:
    assert [
        e[0] for e in entries(item("5.1", "That it be held."), item("5.2", "That it end."))
    ] == [
        "5.1",
        "5.2",
    ]


@pytest.mark.parametrize(
    "lead_in",
    [
        "Cabinet is recommended to:",
        "It is recommended that Cabinet:",
        "The Committee is asked to",
        "Members are requested to agree the following:",
        "That the Committee:",
    ],
)
def test_a_lead_in_is_no_entry(lead_in: str) -> None:
    assert entries(text(lead_in), item("1.", "Hold the fair."), item("2.", "Set a fee.")) == [
        ("1", "Hold the fair.", None),
        ("2", "Set a fee.", None),
    ]


@pytest.mark.parametrize(
    "lead_in",
    [
        "That Cabinet:",
        "It is recommended that the members of this committee:",
        "Cabinet is asked to:",
    ],
)
def test_a_numbered_lead_in_is_no_entry_but_the_parent(lead_in: str) -> None:
    assert entries(
        item("2.1", lead_in),
        item("(a)", "hold the fair; and", x=24),
        item("(b)", "set a fee.", x=24),
    ) == [("a", "hold the fair; and", "2.1"), ("b", "set a fee.", "2.1")]


@pytest.mark.parametrize("sentence", ["That the fair be held.", "That the report be noted."])
def test_a_short_recommendation_before_others_is_an_entry(sentence: str) -> None:
    assert entries(item("1.", sentence), item("2.", "That a fee be set."))[0] == (
        "1",
        sentence,
        None,
    )


def test_a_single_sentence_is_an_entry_without_label() -> None:
    words = "The Committee is recommended to hold the fair on the green in April."
    assert entries(text(words)) == [("", words, None)]


def test_unlabelled_paragraphs_that_open_alike_are_entries() -> None:
    assert entries(text("That the fair be held."), text("That a fee be set.")) == [
        ("", "That the fair be held.", None),
        ("", "That a fee be set.", None),
    ]


def test_every_paragraph_below_a_lead_in_is_an_entry() -> None:
    found = entries(text("That Cabinet:"), text("Holds the fair;", x=24), text("Sets a fee.", x=24))
    assert [entry[1] for entry in found] == ["Holds the fair;", "Sets a fee."]


def test_a_reason_may_stand_below_each_entry() -> None:
    found = entries(
        item("1.", "That the fair be held."),
        text("<b>Reason:</b> it is old."),
        item("2.", "That a fee be set."),
        text("<b>Reason:</b> it costs."),
    )
    assert [entry[1] for entry in found] == ["That the fair be held.", "That a fee be set."]


def test_bullets_below_an_entry_are_part_of_its_text() -> None:
    """Nested items are entries of their own only when they carry a label."""
    found = entries(
        item("1.", "That the fair be held with:"),
        item("–", "tents; and", x=24),
        item("–", "stalls.", x=24),
        item("2.", "That a fee be set."),
    )
    assert [(label, words.split("\n\n")) for label, words, _ in found] == [
        ("1", ["That the fair be held with:", "tents; and", "stalls."]),
        ("2", ["That a fee be set."]),
    ]


def test_bullets_are_entries_without_label() -> None:
    assert entries(
        text("Cabinet is asked to:"), item("–", "hold the fair;"), item("–", "end it.")
    ) == [
        ("", "hold the fair;", None),
        ("", "end it.", None),
    ]


def test_an_entry_goes_on_over_a_page() -> None:
    found = entries(
        item("1.", "That the fair be held on the green, as it has been for as long as the"),
        new_page(),
        text("parish has had one.", x=24),
        item("2.", "That a fee be set."),
    )
    assert found[0][1].endswith("as long as the parish has had one.")
    assert len(found) == 2


def test_an_indented_paragraph_goes_on_its_entry() -> None:
    found = entries(
        item("1.", "That the fair be held."),
        text("It shall be opened by the chairman of the parish council.", x=24),
        item("2.", "That a fee be set."),
    )
    assert found[0][1] == (
        "That the fair be held.\n\nIt shall be opened by the chairman of the parish council."
    )


def test_a_grid_of_labels_and_texts() -> None:
    assert entries(
        grid([["1.", "That the fair be held."], ["2.", "That a fee be set."]], [30, 370])
    ) == [
        ("1", "That the fair be held.", None),
        ("2", "That a fee be set.", None),
    ]


def test_the_headings_of_a_text_file() -> None:
    report = report_in("# Recommendations\n\n1. That the fair be held.\n\n# Background\n\nOld.\n")
    assert [r.text for r in report.recommendations] == ["That the fair be held."]


def test_what_is_printed_twice_counts_once_from_the_front() -> None:
    report = report_on(
        grid([["<b>RECOMMENDATIONS</b>"], ["1. That the fair be held."]], [400]),
        heading("Background"),
        text(WALL),
        heading("Recommendations"),
        item("1.", "That the fair be held."),
        heading("Conclusion"),
        text(FAIR),
    )
    assert [(r.label, r.text) for r in report.recommendations] == [("1", "That the fair be held.")]


def test_a_signature_is_no_entry() -> None:
    found = entries(
        item("1.", "That the fair be held."), text("IDA EXAMPLE"), text("Director of Place", gap=0)
    )
    assert [entry[1] for entry in found] == ["That the fair be held."]


def test_the_forms_own_words_are_no_entry() -> None:
    assert [
        e[1] for e in entries(text("Please list the recommendations"), item("1.", "Hold it."))
    ] == ["Hold it."]


def test_a_section_of_another_name_may_ask_for_something() -> None:
    report = report_on(
        heading("Conclusion"),
        text(WALL),
        text("Cabinet is asked to:"),
        item("(a)", "hold the fair; and"),
        item("(b)", "set a fee."),
    )
    assert [r.text for r in report.recommendations] == ["hold the fair; and", "set a fee."]


def test_options_of_which_one_is_to_be_chosen_are_entries() -> None:
    found = entries(
        text("That Cabinet chooses one of the following:"),
        item("A.", "To hold the fair on the green."),
        item("B.", "To hold it in the market place."),
    )
    assert [entry[0] for entry in found] == ["A", "B"]


def test_a_row_of_another_form_ends_the_list() -> None:
    found = entries(item("1.", "That the fair be held."), row("Author:", "Ida Example"))
    assert [entry[1] for entry in found] == ["That the fair be held."]


@pytest.mark.parametrize(
    "lead_in",
    [
        "The Committee is requested to:-",
        "Members are asked to:",
        "The Panel is invited to:",
        "The Executive is therefore recommended to",
        "The Cabinet Member for Fairs recommends that Cabinet:",
        "The Committee is asked to approve the following recommendation(s):-",
        "Gofynnir i’r Cabinet:",
    ],
)
def test_a_lead_in_set_as_a_heading_opens_the_list(lead_in: str) -> None:
    report = report_on(
        heading("Background"),
        text(WALL),
        heading("Recommendations"),
        heading(lead_in),
        item("(a)", "Hold the fair;"),
        item("(b)", "Set a fee."),
    )
    assert [r.text for r in report.recommendations] == ["Hold the fair;", "Set a fee."]
    assert [s.heading for s in report.sections] == ["Background", "Recommendations"]


def test_a_lead_in_may_stand_on_several_lines() -> None:
    assert entries(
        text("The Cabinet is"),
        heading("RECOMMENDED"),
        text("to"),
        item("(a)", "hold the fair; and"),
        item("(b)", "set a fee."),
    ) == [("a", "hold the fair; and", None), ("b", "set a fee.", None)]


def test_every_paragraph_below_a_lead_in_that_opens_with_a_verb_is_an_entry() -> None:
    found = entries(
        text("Cabinet is asked to:"), text("Approve the fair."), text("Note the fee."), text(WALL)
    )
    assert [entry[1] for entry in found] == ["Approve the fair.", "Note the fee."]


def test_letters_without_brackets_are_labels_in_a_column_of_their_own() -> None:
    assert entries(
        item("2.1", "It is recommended that the Committee:"),
        row("a", "notes the report; and", at=(34, 68)),
        row("b", "sets a fee.", at=(34, 68)),
    ) == [("a", "notes the report; and", "2.1"), ("b", "sets a fee.", "2.1")]


def test_a_paragraph_number_before_a_letter_is_no_label() -> None:
    found = entries(item("1.", "a) That the fair be held;"), item("b)", "That a fee be set."))
    assert found == [
        ("a", "That the fair be held;", None),
        ("b", "That a fee be set.", None),
    ]


def test_headings_that_number_the_recommendations_are_their_labels() -> None:
    report = report_on(
        heading("Recommendation 1"),
        text("That the fair be held."),
        heading("Recommendation 2"),
        text("That a fee be set."),
        heading("Background"),
        text(WALL),
    )
    assert [(r.label, r.text) for r in report.recommendations] == [
        ("1", "That the fair be held."),
        ("2", "That a fee be set."),
    ]


def test_items_under_a_lettered_heading_have_it_as_parent() -> None:
    report = report_on(
        heading("RECOMMENDATION: Approve with conditions"),
        heading("Additional Recommendation (A)"),
        item("1)", "That the stalls be licensed."),
        item("2)", "That the licence end in May."),
        heading("Additional Recommendation (B)"),
        text("That, if it be refused, the clerk write to the traders."),
    )
    assert [(r.label, r.text, r.parent) for r in report.recommendations] == [
        ("", "Approve with conditions", None),
        ("1)", "That the stalls be licensed.", "(A)"),
        ("2)", "That the licence end in May.", "(A)"),
        ("(B)", "That, if it be refused, the clerk write to the traders.", None),
    ]


@pytest.mark.parametrize("heads", ["Conditions", "Planning conditions and reasons", "Informatives"])
def test_conditions_and_informatives_are_no_entries(heads: str) -> None:
    found = entries(
        text("Grant planning permission."),
        heading(heads),
        item("1.", "The stand shall be built within three years."),
        item("2.", "The stand shall be green."),
    )
    assert [entry[1] for entry in found] == ["Grant planning permission."]


def test_the_list_goes_on_behind_the_conditions_of_an_entry() -> None:
    found = entries(
        item("1.", "That permission be granted subject to the following conditions:"),
        item("(i)", "The stand shall be green.", x=24),
        item("(ii)", "The stand shall be low.", x=24),
        item("2.", "That the clerk write to the applicant."),
    )
    assert [entry[0] for entry in found] == ["1", "2"]


def test_reasons_below_each_entry_are_the_reasons_of_the_report() -> None:
    report = report_on(
        heading("Background"),
        text(WALL),
        heading("Recommendations"),
        item("1.", "That the fair be held."),
        text("<b>Reason:</b> it is old."),
        item("2.", "That a fee be set."),
        text("<b>Reason:</b> it costs."),
    )
    assert report.reasons == "it is old.\n\nit costs."


def test_conditions_below_a_grant_are_no_entries_nor_are_their_reasons_reasons() -> None:
    report = report_on(
        heading("RECOMMENDATION: Approve subject to a legal agreement"),
        item("1.", "CONDITION: The stalls shall be down by dusk."),
        text("REASON: To keep the green dark at night."),
        item("2.", "CONDITION: No stall shall be higher than the hedge."),
        text("REASON: To keep the view."),
        item("3.", "CONDITION: The green shall be swept."),
        text("REASON: To keep it green."),
        heading("Additional recommendation (A)"),
        item("1)", "That the agreement be made within thirteen weeks; and"),
        item("2)", "That, failing this, officers may refuse the application."),
        text("ADDITIONAL RECOMMENDATION (B) That, if refused, officers go to appeal.", gap=20),
        item("1.", "The green lies in the middle of the village."),
    )
    assert [
        (r.label.strip("()"), r.text.split(",")[0], r.parent) for r in report.recommendations
    ] == [
        ("", "Approve subject to a legal agreement", None),
        ("1", "That the agreement be made within thirteen weeks; and", "(A)"),
        ("2", "That", "(A)"),
        ("B", "That", None),
    ]
    assert report.reasons is None


def test_entries_in_bold_are_no_headings() -> None:
    found = entries(
        text("<b>The Cabinet Member for Fairs recommends that Cabinet:</b>"),
        item("(a)", "<b>holds the fair; and</b>"),
        item("(b)", "<b>sets a fee of £20 for each pitch.</b>"),
    )
    assert [entry[:2] for entry in found] == [
        ("a", "holds the fair; and"),
        ("b", "sets a fee of £20 for each pitch."),
    ]


def test_a_row_of_the_front_grid_is_the_section_though_its_title_is_plain() -> None:
    report = report_on(
        grid(
            [
                ["Report subject", "The spring fair"],
                ["Recommendations", "It is RECOMMENDED that the fair be held on the green."],
                ["Reason for recommendations", FAIR],
            ],
            [140, 260],
        ),
        heading("Background"),
        text(WALL),
    )
    assert [r.text for r in report.recommendations] == [
        "It is RECOMMENDED that the fair be held on the green."
    ]
    assert report.reasons == FAIR
