"""Which paragraphs are headings, what each introduces, and how they nest."""

from __future__ import annotations

import pytest

from extract.fields.nodes import Node
from extract.fields.outline import outline_of
from schemas.vocabulary import ImplicationType, SectionKind
from tests.paper import (
    WALL,
    Piece,
    grid,
    heading,
    item,
    outline_on,
    report_on,
    row,
    text,
    text_layout,
)


def sections(*story: Piece) -> list[Node]:
    """The sections of a paper, without what stands before the first heading."""
    return list(outline_on(*story, text(WALL)).nodes[1:])


def only(*story: Piece) -> Node:
    """The one section of a paper."""
    (node,) = sections(*story)
    return node


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("<b>Recommendations</b>", SectionKind.RECOMMENDATIONS),
        ("<b>RECOMMENDATION(S):</b>", SectionKind.RECOMMENDATIONS),
        ("REASONS FOR THE DECISION", SectionKind.REASONS),
        ("<b>Alternative options considered and rejected</b>", SectionKind.ALTERNATIVES),
        ("<b>Executive Summary</b>", SectionKind.SUMMARY),
        ("<b>Purpose of the report</b>", SectionKind.PURPOSE),
        ("<b>Background papers:</b>", SectionKind.BACKGROUND_PAPERS),
        ("APPENDICES", SectionKind.APPENDICES),
        ("<b>Argymhellion</b>", SectionKind.RECOMMENDATIONS),
        ("<b>What is the report about?</b>", SectionKind.PURPOSE),
        ("<b>What other options were considered?</b>", SectionKind.ALTERNATIVES),
    ],
)
def test_headings_of_the_lexicon_are_known_however_they_are_set(
    printed: str, kind: SectionKind
) -> None:
    assert only(text(printed)).kind is kind


@pytest.mark.parametrize("label", ["1.", "2.0", "3)", "A."])
def test_a_numbered_heading_keeps_its_number_apart(label: str) -> None:
    node = only(item(label, "<b>Recommendations</b>", bold=True))
    assert (node.heading.text, node.label.text) == ("Recommendations", label)
    assert node.kind is SectionKind.RECOMMENDATIONS


@pytest.mark.parametrize(
    ("printed", "kind", "rest"),
    [
        ("<b>Reason:</b> the fair is old.", SectionKind.REASONS, "the fair is old."),
        (
            "<b>Reasons for the decision</b> The fair is old.",
            SectionKind.REASONS,
            "The fair is old.",
        ),
        ("Reasons for recommendations: the fair is old.", SectionKind.REASONS, "the fair is old."),
        ("<b>Alternative options –</b> to hold none.", SectionKind.ALTERNATIVES, "to hold none."),
    ],
)
def test_a_heading_may_open_the_paragraph_that_it_heads(
    printed: str, kind: SectionKind, rest: str
) -> None:
    node = only(text(printed))
    assert (node.kind, node.blocks[0].text) == (kind, rest)


@pytest.mark.parametrize(
    ("printed", "types"),
    [
        ("Financial Implications", [ImplicationType.FINANCIAL]),
        ("Finance &amp; Risk Implications", [ImplicationType.FINANCIAL, ImplicationType.RISK]),
        ("Legal implications (Monitoring Officer)", [ImplicationType.LEGAL]),
        ("Health and Safety Implications", [ImplicationType.HEALTH_AND_SAFETY]),
        ("Comments of the Director of Finance", [ImplicationType.FINANCIAL]),
        ("Equality Impact Assessment", [ImplicationType.EQUALITY]),
        ("Community Impact Statement", [ImplicationType.EQUALITY]),
        ("Corporate Strategy alignment", [ImplicationType.POLICY]),
        (
            "Well-being of Future Generations (Wales) Act",
            [ImplicationType.WELLBEING_OF_FUTURE_GENERATIONS],
        ),
    ],
)
def test_headings_of_implications_name_their_subjects(
    printed: str, types: list[ImplicationType]
) -> None:
    assert list(only(heading(printed)).types) == types


def test_a_bare_topic_is_an_implication_among_implications() -> None:
    nodes = sections(
        heading("Legal Implications"), text("None."), heading("Staffing"), text("None.")
    )
    assert nodes[1].types == (ImplicationType.WORKFORCE,)


@pytest.mark.parametrize(
    "printed",
    [
        "None",
        "N/A",
        "4 May 2026",
        "Not applicable.",
        "The fair, then.",
        pytest.param(
            "Ida Example",
            marks=pytest.mark.xfail(strict=True, reason="a name counts only above a post"),
        ),
    ],
)
def test_bold_answers_names_dates_and_sentences_are_no_headings(printed: str) -> None:
    nodes = sections(heading("Legal Implications"), heading(printed))
    assert [node.heading.text for node in nodes] == ["Legal Implications"]


def test_what_stands_before_the_first_known_heading_is_front_matter() -> None:
    outline = outline_on(
        heading("The Spring Fair", size=18), text("Cabinet"), heading("Recommendations"), text(WALL)
    )
    front, section = outline.nodes
    assert (front.kind, section.kind) == (SectionKind.FRONT_MATTER, SectionKind.RECOMMENDATIONS)
    assert [block.text for block in front.blocks] == ["The Spring Fair", "Cabinet"]


def test_a_heading_by_style_alone_parts_the_body() -> None:
    nodes = sections(heading("Background"), text(WALL), heading("How the fair began"))
    assert [(n.heading.text, n.kind) for n in nodes] == [
        ("Background", SectionKind.BACKGROUND),
        ("How the fair began", SectionKind.OTHER),
    ]


def test_smaller_type_nests() -> None:
    nodes = sections(
        heading("Background", size=15),
        text(WALL),
        heading("How the fair began", size=12),
        text(WALL),
        heading("Conclusion", size=15),
    )
    assert [node.level for node in nodes] == [1, 2, 1]


def test_a_section_takes_in_its_sub_sections_but_no_other_part() -> None:
    outline = outline_on(
        heading("Summary", size=15),
        text("The fair is old."),
        heading("How it began", size=12),
        text("With a flood."),
        heading("Recommendations", size=12),
        text("That it be held."),
    )
    assert [block.text for block in outline.body(1)] == ["The fair is old.", "With a flood."]


def test_a_sub_heading_that_narrows_belongs_to_the_implication_above() -> None:
    outline = outline_on(
        heading("Financial Implications"),
        heading("Capital/Revenue"),
        text("Tents cost £400."),
        heading("Property/Other"),
        text("The green is ours."),
    )
    assert [node.narrows for node in outline.nodes[1:]] == [False, True, True]
    assert [b.text for b in outline.body(1)] == ["Tents cost £400.", "The green is ours."]


def test_a_signature_is_no_heading() -> None:
    nodes = sections(
        heading("Background"),
        text(WALL),
        heading("Ida Example"),
        text("Head of Fairs and Markets", gap=0),
    )
    assert [node.heading.text for node in nodes] == ["Background"]


def test_a_bullet_is_no_heading() -> None:
    assert [
        n.heading.text for n in sections(heading("Background"), item("·", "<b>Summary</b>"))
    ] == ["Background"]


def test_an_entry_of_the_list_of_appendices_is_no_heading() -> None:
    nodes = sections(heading("Appendices"), item("1.", "Equality Impact Assessment"))
    assert [node.kind for node in nodes] == [SectionKind.APPENDICES]


def test_a_labelled_line_is_no_heading() -> None:
    nodes = sections(heading("Background"), text(WALL), text("<b>Ward(s): All wards</b>"))
    assert [node.heading.text for node in nodes] == ["Background"]


def test_a_row_is_no_heading() -> None:
    nodes = sections(heading("Background"), row("<b>Legal implications</b>", "None"))
    assert [node.heading.text for node in nodes] == ["Background"]


def test_the_level_that_a_text_states_is_believed() -> None:
    outline = outline_of(
        text_layout("# Fairs\n\nOld.\n\n## Costs\n\nLow.\n\n## Noise\n\nLoud.\n").blocks
    )
    assert [(n.heading.text, n.level) for n in outline.nodes[1:]] == [
        ("Fairs", 1),
        ("Costs", 2),
        ("Noise", 2),
    ]


FORM = grid(
    [
        ["<b>Purpose of report</b>", "To say when the fair is held."],
        ["<b>Stalls let</b>", "Forty."],
        ["<b>Decisions</b>", "That the fair be held."],
        ["<b>Written by</b>", "Ida Example, Clerk of Works"],
        ["<b>Appendices</b>", "Appendix A – Map of the green"],
    ],
    [150, 260],
)


def test_each_row_of_a_form_ends_the_part_above() -> None:
    nodes = sections(heading("The fair"), FORM)
    assert [(n.kind, b.text) for n in nodes for b in n.blocks if b.table == 0] == [
        (SectionKind.PURPOSE, "To say when the fair is held."),
        (SectionKind.RECOMMENDATIONS, "That the fair be held."),
        (SectionKind.APPENDICES, "Appendix A – Map of the green"),
        (SectionKind.OTHER, WALL),
    ]


def test_rows_of_a_form_that_are_no_parts_are_no_sections() -> None:
    report = report_on(FORM, heading("Background"), text(WALL))
    assert [section.heading for section in report.sections] == [
        "Purpose of report",
        "Decisions",
        "Appendices",
        "Background",
    ]
    assert [(a.label, a.title) for a in report.appendices] == [("A", "Map of the green")]


def test_a_numbered_bold_question_is_a_heading_among_implications() -> None:
    nodes = sections(
        heading("Legal Implications"),
        text(WALL),
        item("6.1", "<b>How does the fair keep its promise?</b>", bold=True),
    )
    assert [node.heading.text for node in nodes] == [
        "Legal Implications",
        "How does the fair keep its promise?",
    ]


def test_a_plain_line_in_a_list_of_papers_is_one_of_them() -> None:
    nodes = sections(
        heading("Background papers"),
        text("Minutes of the vestry"),
        text("Equality Impact Assessment"),
        heading("Financial Implications"),
    )
    assert [node.heading.text for node in nodes] == ["Background papers", "Financial Implications"]
