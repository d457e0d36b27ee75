"""Headings, labels and lines in the form in which they are compared."""

from __future__ import annotations

import re
from functools import lru_cache

_FOLD = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "}
)
# Section 17 and section 75 are those of statutes, never of a form.
_NUMBER = re.compile(
    r"^(?:(?:section|part) (?!17\b|75\b)\d{1,2}\s*[-:.]?\s+"
    r"|(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)]\s+|\d{1,2}(?:\.\d{1,2})?\s+"
    r"|([a-z])\1? -\s*(?=\w))"  # "B - Other options", "Dd - Views" after Z; "IT - None" is none
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_PLURAL = re.compile(r"\((e?s)\)|(?<=\w)/(e?s)\b")
_ASIDE = re.compile(r" (?:e\.?g|i\.?e|for example)")
_STROKE = re.compile(r"\s*/\s*")
# The same headings, labels and lines are asked about again and again while a report is read.
remember = lru_cache(maxsize=8192)


@remember
def fold(text: str) -> str:
    """Text as it is compared: small letters, plain quotes and hyphens, single spaces."""
    if not text.isascii():
        text = text.translate(_FOLD)
    return " ".join(text.replace("&", " and ").replace("+", " and ").casefold().split())


@remember
def fold_heading(text: str) -> str:
    """A heading or label as it is compared: no number, no brackets, no closing punctuation."""
    key = fold(text).replace("s(s)", "s")
    if "s)" in key or "/" in key:
        key = _PLURAL.sub(r"\1\2", key)
    if number := _NUMBER.match(key):
        key = key[number.end() :]
    key = key.strip(" *#:.-?;,!_")
    if aside := _ASIDE.search(key):
        key = key[: aside.start()]
        key = key[:-1] if key.endswith((":", ",", ";")) else key
    key = key.replace(",", "")
    bare = (_BRACKETS.sub("", key) if "(" in key else key).strip(" :.-?;,")
    key = bare or key
    return _STROKE.sub("/", key) if "/" in key else key
