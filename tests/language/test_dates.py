"""Dates and times: every printed form, the look-alikes, and properties over all dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import find_dates, find_time, find_times

WELSH = [
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("15 June 2022", "2022-06-15"),
        ("Thursday 21st March 2024", "2024-03-21"),
        ("Thursday, 21 March, 2024", "2024-03-21"),
        ("15th June, 2022", "2022-06-15"),
        ("27 JANUARY 2022", "2022-01-27"),
        ("06/06/2022", "2022-06-06"),
        ("Date: 6.6.22", "2022-06-06"),
        ("6.6.22", "2022-06-06"),
        ("13/12/21", "2021-12-13"),
        ("2024-03-19", "2024-03-19"),
        ("2024-03-19T10:00", "2024-03-19"),
        ("March 19 2024", "2024-03-19"),
        ("March 19th, 2024", "2024-03-19"),
        ("Dydd Mawrth 5 Mawrth 2024", "2024-03-05"),
        ("Dydd Iau, 7fed o Fawrth 2024", "2024-03-07"),
        ("1st day of May 2024", "2024-05-01"),
        ("Thursday the 1st of May 2024", "2024-05-01"),
        ("30th Jan 2025", "2025-01-30"),
        ("30-Jan-25", "2025-01-30"),
        ("3 Sept. 2020", "2020-09-03"),
        ("21 st March 2024", "2024-03-21"),
        ("15th\nJune\n2022", "2022-06-15"),
        ("15thJune2022", "2022-06-15"),
        ("l5 June 2O22", "2022-06-15"),
        ("4 May ’22", "2022-05-04"),
        ("Wed 4 May 22", "2022-05-04"),
        ("29 February 2024", "2024-02-29"),
        ("at 2.00pm on 4.12.2019 in the Chamber", "2019-12-04"),
    ],
)
def test_every_printed_form_is_read(text: str, iso: str) -> None:
    assert [match.value.isoformat() for match in find_dates(text)] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "June 2022",
        "Spring 2024",
        "31 February 2024",
        "5 May 202i",
        "5 May 202L",
        "l5 June 20İ2",
        "29 February 2023",
        "31/02/2022",
        "12/13/2022",
        "2023/24",
        "see paragraph 4.2.13 of the code",
        "4.2.13 The panel considered",
        "sort code 20-12-19",
        "22/01/2024/FUL",
        "20/01234/FUL",
        "Tuesday 15 June",
        "On 15 June 20 people came",
        "May 2024",
        "£15 June 2022 budget",
        "version 1.2.2024.1",
        "5\n\nMarch 2024",
        "3. March 2024 update",
    ],
)
def test_look_alikes_are_no_dates(text: str) -> None:
    assert find_dates(text) == ()


def test_spans_cover_the_weekday_and_nothing_more() -> None:
    text = "Cabinet, Thursday 21st March 2024, and again on 06/06/2024."
    assert [text[m.start : m.end] for m in find_dates(text)] == [
        "Thursday 21st March 2024",
        "06/06/2024",
    ]


@pytest.mark.parametrize("text", ["15-16 June 2022", "15th and 16th June 2022", "15/16 June 2022"])
def test_two_days_of_one_month_are_two_dates(text: str) -> None:
    assert [match.value for match in find_dates(text)] == [date(2022, 6, 15), date(2022, 6, 16)]


def _printed(day: date) -> list[str]:
    return [
        f"{day.day} {day:%B} {day.year}",
        f"{day:%A} {day.day} {day:%B} {day.year}",
        f"{day.day} {day:%b} {day.year}",
        f"{day.day} {day:%B} {day.year}".upper(),
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {WELSH[day.month - 1]} {day.year}",
        day.isoformat(),
    ]


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)), st.integers(0, 8))
def test_a_date_survives_being_printed(day: date, form: int) -> None:
    printed = _printed(day)[form]
    text = f"The Cabinet met on {printed} to decide."
    matches = find_dates(text)
    assert [match.value for match in matches] == [day]
    assert text[matches[0].start : matches[0].end] == printed


@given(st.text(alphabet=st.sampled_from("0123456789 ./-:lIOthJuneMayampm\n£"), max_size=60))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    for found in (find_dates(text), find_times(text)):
        edges = [edge for match in found for edge in (match.start, match.end)]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(text) for edge in edges)
        assert all(match.start < match.end for match in found)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("10.00 am", "10:00"),
        ("2:00pm", "14:00"),
        ("4.30pm", "16:30"),
        ("at 4.30pm.", "16:30"),
        ("14:00", "14:00"),
        ("14.00 hours", "14:00"),
        ("1400hrs", "14:00"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("12.00 noon", "12:00"),
        ("12.30 a.m.", "00:30"),
        ("12.30pm", "12:30"),
        ("7 p.m.", "19:00"),
        ("7 o’clock pm", "19:00"),
        ("1030am", "10:30"),
        ("10.00 y.b.", "10:00"),
        ("6.00 yr hwyr", "18:00"),
        ("midnight", "00:00"),
        ("14.00", "14:00"),
        ("9:30", "09:30"),
        ("Thursday 21st March 2024 at 10.30 am, Council Chamber", "10:30"),
        ("Cabinet - 6 June 2022 14:00", "14:00"),
    ],
)
def test_every_printed_time_is_read(text: str, time: str) -> None:
    assert find_time(text) == time


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a slope of 1:20",
        "see paragraph 2.30 below",
        "1,400 hours of work",
        "1400 hours of work",
        "7.30 hours per week",
        "£2.50 pm",
        "25:00",
        "a scale of 1:1250",
        "5 amendments",
        "the afternoon session",
        "15 pmol",
    ],
)
def test_look_alikes_are_no_times(text: str) -> None:
    assert find_time(text) is None


@given(st.times())
def test_a_time_survives_being_printed(time: object) -> None:
    hour, minute = int(f"{time:%H}"), int(f"{time:%M}")
    want = f"{hour:02}:{minute:02}"
    half = "am" if hour < 12 else "pm"
    for printed in (want, f"{hour % 12 or 12}.{minute:02} {half}", f"{hour:02}.{minute:02} hours"):
        text = f"Meeting at {printed} in the Guildhall"
        (match,) = find_times(text)
        assert (match.value, text[match.start : match.end]) == (want, printed)
