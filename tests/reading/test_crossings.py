"""Rules merged and crossed: what is one edge, and what meets."""

from __future__ import annotations

from extract.reading.crossings import Edge, Edges, cells_of, crossings_of, merged
from extract.reading.page import Box
from extract.reading.rules import Rule


def level(top: float, x0: float, x1: float) -> Rule:
    return Rule(x0, top, x1, top)


def upright(x: float, top: float, bottom: float) -> Rule:
    return Rule(x, top, x, bottom)


def test_two_strokes_of_one_border_are_an_edge_between_them() -> None:
    assert merged([level(12, 0, 50), level(10, 40, 90)]) == Edges([], [Edge(11, 0, 90)])


def test_neighbours_are_one_line_however_far_the_outer_ones_are() -> None:
    assert merged([upright(x, 0, 20) for x in (8, 2, 5)]) == Edges([Edge(5, 0, 20)], [])


def test_rules_in_one_line_are_joined_over_a_gap_no_wider_than_the_tolerance() -> None:
    assert merged([level(10, 53, 90), level(10, 0, 50)]).level == [Edge(10, 0, 90)]
    assert merged([level(10, 54, 90), level(10, 0, 50)]).level == [
        Edge(10, 0, 50),
        Edge(10, 54, 90),
    ]


def test_a_rule_within_another_adds_nothing_and_a_dot_is_no_edge() -> None:
    rules = [level(10, 0, 90), level(10, 20, 30), level(40, 5, 7), upright(60, 1, 3)]
    assert merged(rules) == Edges([], [Edge(10, 0, 90)])


def test_edges_that_end_just_short_of_each_other_cross() -> None:
    edges = Edges([Edge(100, 13, 50)], [Edge(10, 0, 97), Edge(54, 0, 97)])
    assert {point: (c.upright, c.level) for point, c in crossings_of(edges).items()} == {
        (100, 10): ({0}, {0})
    }


def test_no_cell_has_a_side_of_two_edges() -> None:
    across = [level(10, 0, 40), level(30, 0, 16), level(30, 24, 40)]
    down = [upright(x, 10, 30) for x in (0, 40)]
    assert cells_of(crossings_of(merged([*across, *down]))) == []
    whole = [*across, level(30, 10, 30), *down]
    assert cells_of(crossings_of(merged(whole))) == [Box(0, 10, 40, 30)]
