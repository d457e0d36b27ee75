"""Printed labels of items and headings: "2.1", "(iv)", "a)", "•", and how they nest."""

from __future__ import annotations

import re
from enum import IntEnum

BULLETS = frozenset("•●▪◦‣⁃∙·○■□►➢➤✓–—-*o§")

_LABEL = re.compile(
    r"\d{1,3}(?:\.\d{1,3}){0,4}[.):]?"
    r"|\(?(?:[a-z]{1,2}|[A-Z]|[ivxl]{1,6}|[IVXL]{1,6}|\d{1,3})\)[.:]?"
    r"|(?:[a-zA-Z]|[ivxl]{1,6}|[IVXL]{1,6})\."
    r"|(?:[A-Z]{1,2}|R)\d{1,2}(?:\.\d{1,2})*[.):]?"
)
_ROMAN = re.compile(r"(?i)[ivxl]+")


class LabelStyle(IntEnum):
    """How a label is written; two labels of one list share their style."""

    NONE = 0
    DECIMAL = 1  # 1  1.  2.1
    UPPER = 2  # A.  (A)
    LOWER = 3  # a)  (a)
    ROMAN = 4  # i)  (iv)
    BULLET = 5
    PREFIXED = 6  # A1  R2


def is_label(text: str) -> bool:
    """Whether a printed word can be the label of an item (not whether it is one)."""
    if text[-1:].isalpha():  # which ends no label: so do most words
        return is_bullet(text)
    return bool(_LABEL.fullmatch(text)) or is_bullet(text)


def is_bullet(text: str) -> bool:
    """Whether a printed word is a bullet."""
    return len(text) == 1 and text in BULLETS


def is_firm(text: str) -> bool:
    """Whether a word is a label by its own punctuation ("1.", "2.1", "(a)"), wherever it stands."""
    bare = text.rstrip(".):")
    return text != bare or "." in text or text.startswith("(")


_MONTH = re.compile(
    r"(?i)(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[,.]?"
    r"|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr"
)


_HOUR = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d")
_HALF = re.compile(r"(?:[ap]\.?m|hours|hrs|noon)\b[.,;]*", re.IGNORECASE)


def is_day(text: str, following: str) -> bool:
    """Whether a number is the day of a date ("5 March"), not a label."""
    return text.isdigit() and int(text) <= 31 and bool(_MONTH.fullmatch(following))


def tells_when(text: str, following: str) -> bool:
    """Whether a number is the day of a date or the hour of a time ("2.00 pm"), not a label."""
    hour = _HOUR.fullmatch(text) and _HALF.fullmatch(following)
    return bool(hour) or is_day(text, following)


def core(label: str) -> str:
    """The label without brackets and closing points: "(iv)" gives "iv", "2.1." gives "2.1"."""
    return label.strip("().: ").lower()


def style(label: str, after: str | None = None) -> LabelStyle:
    """The style of a label; `after` (the label before it in the list) settles "i" and "v"."""
    bare = label.strip("().: ")
    if not bare or is_bullet(label):
        return LabelStyle.BULLET if label else LabelStyle.NONE
    if bare[0].isdigit():
        return LabelStyle.DECIMAL
    if len(bare) > 1 and bare[-1].isdigit():
        return LabelStyle.PREFIXED
    if _ROMAN.fullmatch(bare) and not _follows_alphabetically(bare, after):
        return LabelStyle.ROMAN
    return LabelStyle.UPPER if bare.isupper() else LabelStyle.LOWER


def _follows_alphabetically(bare: str, after: str | None) -> bool:
    """Whether "i" follows "h" (or "v" "u", "x" "w", "l" "k") in a lettered list."""
    if after is None or len(bare) != 1:
        return False
    before = after.strip("().: ")
    return len(before) == 1 and ord(before.lower()) + 1 == ord(bare.lower())


def depth(label: str) -> int:
    """Depth of a decimal label: "2" is 1, "2.1" is 2; 0 for every other label."""
    bare = label.strip("().: ")
    return bare.count(".") + 1 if bare[:1].isdigit() else 0


def follows(before: str, label: str) -> bool:
    """Whether a label comes next in a list ("1." then "2.", "2.1" then "2.2", "(a)" then "(b)")."""
    one, two = core(before), core(label)
    head, _, last = one.rpartition(".")
    stem, _, number = two.rpartition(".")
    if last.isdigit() and number.isdigit():
        return head == stem and int(number) == int(last) + 1
    return len(one) == len(two) == 1 and ord(two) == ord(one) + 1
