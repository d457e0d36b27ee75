"""Numbers of lists as they are shown: 4, iv, d; the counting that Word and browsers share."""

from __future__ import annotations

from typing import Final

_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
# Above this Roman numerals run out of letters, and lists go on in digits.
_ROMAN_END: Final = 4000


def roman(number: int) -> str:
    """4 as "iv"; digits for what has no Roman numeral."""
    if not 0 < number < _ROMAN_END:
        return str(number)
    letters = ""
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        letters += numeral * count
    return letters


def alphabetic(number: int) -> str:
    """4 as "d", 27 as "aa", 28 as "ab": the way of HTML. Digits for what is below 1."""
    if number < 1:
        return str(number)
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def repeated(number: int) -> str:
    """4 as "d", 27 as "aa", 28 as "bb": the way of Word. Digits for what is below 1."""
    if number < 1:
        return str(number)
    times, rest = divmod(number - 1, 26)
    # Word itself stops counting at 780, where thirty letters stand in a row
    return chr(ord("a") + rest) * (times + 1) if times < 30 else str(number)


def ordinal(number: int) -> str:
    """4 as "4th"."""
    teens = number % 100 in (11, 12, 13)
    ending = "th" if teens else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"
