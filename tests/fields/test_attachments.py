"""Appendices and background papers: lists, grids with columns for exemption, and mentions."""

from __future__ import annotations

import pytest

from tests.paper import WALL, Piece, grid, heading, item, report_in, report_on, row, text

Paper = tuple[str, str, tuple[str, ...]]


def appendices(*story: Piece, title: str = "Appendices") -> list[Paper]:
    """Label, title and paragraphs of each appendix under a heading of that name."""
    report = report_on(heading("Background"), text(WALL), heading(title), *story)
    return [(a.label, a.title, a.paragraphs) for a in report.appendices]


def background_papers(*story: Piece) -> list[str]:
    """The titles of the background papers."""
    report = report_on(heading("Background"), text(WALL), heading("Background papers"), *story)
    return [paper.title for paper in report.background_papers]


MAP = ("A", "Map of the green", ())
COSTS = ("B", "Costs of the fair", ())


@pytest.mark.parametrize(
    "lines",
    [
        ("Appendix A – Map of the green", "Appendix B – Costs of the fair"),
        ("Appendix A: Map of the green", "Appendix B: Costs of the fair"),
        ("Appendix A Map of the green", "Appendix B Costs of the fair"),
        ("Annex A - Map of the green", "Annex B - Costs of the fair"),
    ],
)
def test_lines_of_a_list(lines: tuple[str, str]) -> None:
    assert appendices(*map(text, lines)) == [MAP, COSTS]


def test_items_of_a_list() -> None:
    assert appendices(item("A", "Map of the green"), item("B", "Costs of the fair")) == [MAP, COSTS]


def test_columns_of_a_list() -> None:
    story = [row("Appendix A", "Map of the green"), row("Appendix B", "Costs of the fair")]
    assert appendices(*story) == [MAP, COSTS]


def test_a_figure_is_a_label() -> None:
    assert appendices(text("Appendix 3 – Map of the green")) == [("3", "Map of the green", ())]


def test_an_appendix_without_a_label() -> None:
    assert appendices(item("–", "Map of the green")) == [("", "Map of the green", ())]


@pytest.mark.parametrize("words", ["None", "None.", "N/A", "There are no appendices."])
def test_none_gives_none(words: str) -> None:
    assert appendices(text(words)) == []
    assert background_papers(text(words)) == []


def test_a_grid_with_a_tick_below_an_exemption_paragraph() -> None:
    form = grid(
        [
            ["<b>Ref.</b>", "<b>Title of Appendix</b>", "1", "2", "3", "4", "5", "6", "7"],
            ["A", "Map of the green", "", "", "", "", "", "", ""],
            ["B", "Costs of the fair", "", "", "x", "", "", "", ""],
        ],
        [40, 180, *[25] * 7],
    )
    assert appendices(form) == [MAP, ("B", "Costs of the fair", ("3",))]


def test_a_checklist_gives_those_marked_yes() -> None:
    form = grid(
        [
            ["Appendix A – Map of the green", "YES"],
            ["Appendix B – Costs of the fair", "NO"],
            ["Appendix C – Noise", "YES"],
        ],
        [300, 80],
    )
    assert appendices(form) == [MAP, ("C", "Noise", ())]


def test_an_exemption_stated_beside_the_title() -> None:
    words = "Appendix B – Costs of the fair (exempt by paragraph 3 of Part 1 of Schedule 12A)"
    (entry,) = appendices(text(words))
    assert (entry[0], entry[2]) == ("B", ("3",))


def test_the_statement_of_confidentiality_names_the_exempt_one() -> None:
    report = report_on(
        row(
            "<b>Confidentiality:</b>",
            "Appendix B is exempt under paragraph 3 of Part 1 of Schedule 12A to the Local "
            "Government Act 1972",
        ),
        heading("Appendices"),
        text("Appendix A – Map of the green"),
        text("Appendix B – Costs of the fair"),
    )
    assert [(a.label, a.paragraphs) for a in report.appendices] == [("A", ()), ("B", ("3",))]


def test_the_part_of_a_schedule_is_no_label() -> None:
    report = report_on(
        row("<b>Confidentiality:</b>", "Appendix 2 is exempt: Part 1 of Schedule 12A, paragraph 3"),
        heading("Appendices"),
        text("Appendix 1 – Map of the green"),
        text("Appendix 2 – Costs of the fair"),
    )
    assert [(a.label, a.paragraphs) for a in report.appendices] == [("1", ()), ("2", ("3",))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A map of the green is attached as Appendix A.", ("A", "map of the green", ())),
        ("The costs are set out in Appendix 2.", ("2", "costs", ())),
        ("Attached as Appendix A is the map of the green.", ("A", "map of the green", ())),
        ("For the noise of the fair see Appendix C.", ("C", "", ())),
    ],
)
def test_an_appendix_that_only_a_sentence_names(sentence: str, expected: Paper) -> None:
    report = report_on(heading("Background"), text(f"{WALL} {sentence}"))
    assert [(a.label, a.title, a.paragraphs) for a in report.appendices] == [expected]


def test_an_appendix_named_twice_is_listed_once() -> None:
    report = report_on(
        heading("Background"),
        text(f"{WALL} A map of the green is attached as Appendix A."),
        text("As Appendix A shows, the green is round."),
    )
    assert [a.label for a in report.appendices] == ["A"]


def test_background_papers_are_listed_by_title() -> None:
    assert background_papers(item("1.", "Minutes of the vestry"), item("2.", "Fair Act 1873")) == [
        "Minutes of the vestry",
        "Fair Act 1873",
    ]


def test_the_address_of_a_background_paper_is_no_part_of_its_title() -> None:
    assert background_papers(text("Minutes of the vestry https://example.org/vestry.pdf")) == [
        "Minutes of the vestry"
    ]


def test_a_grid_of_background_papers() -> None:
    form = grid(
        [
            ["<b>Background Papers</b>", "<b>Held At</b>", "<b>Contact</b>"],
            ["Minutes of the vestry", "Town hall", "Ida Example"],
        ],
        [200, 100, 100],
    )
    report = report_on(heading("Background"), text(WALL), form)
    assert [paper.title for paper in report.background_papers] == ["Minutes of the vestry"]


def test_the_signature_below_is_no_background_paper() -> None:
    found = background_papers(
        text("Minutes of the vestry"), text("IDA EXAMPLE", gap=30), text("Director of Place", gap=0)
    )
    assert found == ["Minutes of the vestry"]


@pytest.mark.parametrize(
    "listed",
    [
        "Appendix A - Map of the green.",
        "* Appendix A - Map of the green",
        "Appendix A - Map of the green",
    ],
)
def test_the_list_of_a_text_file(listed: str) -> None:
    report = report_in(f"# Appendices\n\n{listed}\n\n# Background papers\n\nNone\n")
    assert [(a.label, a.title.rstrip(".")) for a in report.appendices] == [
        ("A", "Map of the green")
    ]
    assert report.background_papers == ()


def test_the_head_row_of_a_grid_may_open_the_list() -> None:
    form = grid(
        [
            ["<b>Appendix No.</b>", "<b>Appendix Title</b>", "<b>Exempt from publication</b>"],
            ["Appendix A", "Map of the green", "No"],
            ["Appendix B", "Costs of the fair", "Yes"],
        ],
        [80, 200, 120],
    )
    report = report_on(heading("Background"), text(WALL), form)
    assert [(a.label, a.title) for a in report.appendices] == [MAP[:2], COSTS[:2]]


def test_an_appendix_among_the_background_papers_is_an_appendix() -> None:
    report = report_on(
        heading("Background papers"),
        text("Minutes of the vestry"),
        text("Appendix A: Map of the green"),
    )
    assert [paper.title for paper in report.background_papers] == ["Minutes of the vestry"]
    assert [(a.label, a.title) for a in report.appendices] == [MAP[:2]]


def test_lines_that_open_with_an_appendix_give_its_title_under_any_heading() -> None:
    report = report_on(
        heading("Further matters"),
        text("The stalls stand as Appendix B shows."),
        item("•", "Appendix A – Map of the green"),
        item("•", "Appendix B – Costs of the fair"),
    )
    assert [(a.label, a.title) for a in report.appendices] == [MAP[:2], COSTS[:2]]


def test_lines_of_a_cell_may_open_with_an_appendix() -> None:
    form = grid(
        [["Sent with this", "Appendix A – Map of the green\n\nAppendix B – Costs of the fair"]],
        [120, 280],
    )
    report = report_on(form, heading("Background"), text(WALL))
    assert [(a.label, a.title) for a in report.appendices] == [MAP[:2], COSTS[:2]]


def test_an_annex_that_is_only_named_has_no_title() -> None:
    report = report_on(
        heading("Background"), text("The pitches are in Annex 1, as Annex 3 to the charter asks.")
    )
    assert [(a.label, a.title) for a in report.appendices] == [("1", "")]


def test_a_secret_appendix_is_one_entry() -> None:
    report = report_on(heading("Appendices"), text("Confidential Appendix B: Costs of the fair"))
    assert [(a.label, a.title) for a in report.appendices] == [COSTS[:2]]


def test_a_number_below_the_papers_is_none() -> None:
    number = "Departmental reference number, if there is one: FG 12/88"
    assert background_papers(text("Minutes of the vestry"), text(number)) == [
        "Minutes of the vestry"
    ]


def test_an_appendix_of_another_report_is_a_background_paper() -> None:
    report = report_on(
        heading("Background papers"),
        text("Appendix A: Rents of 1873"),
        heading("Appendices"),
        text("Appendix A: Map of the green"),
    )
    assert [paper.title for paper in report.background_papers] == ["Appendix A: Rents of 1873"]


@pytest.mark.parametrize(
    "after",
    [
        row("Ida Example", "Author: Iris Example"),
        row("Call-in set aside by the chair", "NO"),
        text("Head of Fairs and Markets", gap=30),
        grid([["Relations with the parish", "Good"], ["Weather", "Fair"]], [200, 200]),
        heading("Is this report confidential?"),
    ],
)
def test_a_list_of_lines_ends_where_something_else_is_set(after: Piece) -> None:
    assert background_papers(text("Minutes of the vestry"), after) == ["Minutes of the vestry"]


@pytest.mark.parametrize("title", ["Housing Market Assessment", "Quarter Two monitoring report"])
def test_a_paper_made_of_words_of_office_is_no_post(title: str) -> None:
    assert background_papers(text("Minutes of the vestry"), text(title))[1:] == [title]
