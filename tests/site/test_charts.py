"""Bar charts, as they are laid out."""

from extract.site.charts import MOST_YEARS, bar_chart, years_between


def test_bars_are_as_high_as_their_counts_and_stand_on_one_line() -> None:
    chart = bar_chart("Reports", {"2024": 10, "2025": 5, "2026": 0})
    assert chart is not None
    tall, half, none = chart.bars
    assert tall.height == 2 * half.height
    assert none.height == 0
    assert {bar.y + bar.height for bar in chart.bars} == {chart.base}
    assert all(bar.x >= 0 and bar.x + chart.bar_width <= chart.width for bar in chart.bars)


def test_what_is_there_at_all_is_seen() -> None:
    chart = bar_chart("Reports", {"2025": 10_000, "2026": 1})
    assert chart is not None
    assert chart.bars[1].height == 2


def test_nothing_to_show_makes_no_chart() -> None:
    assert bar_chart("Reports", {}) is None
    assert bar_chart("Reports", {"2026": 0}) is None


def test_years_between_have_a_nought_but_not_for_centuries() -> None:
    assert years_between({2026: 1, 2023: 2}) == {2023: 2, 2024: 0, 2025: 0, 2026: 1}
    assert list(years_between({2026: 1, 2026 - MOST_YEARS: 1})) == [2026 - MOST_YEARS, 2026]
    assert years_between({}) == {}
