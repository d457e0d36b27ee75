"""Numbers of the front matter: the report's reference, the item of the agenda."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.fields.front import front_lines, labelled_first
from extract.fields.labelled import Labelled
from extract.fields.nodes import Outline
from extract.fields.values import Found, found_text
from extract.layout.passage import Passage

STAMP = re.compile(
    r"\b(?:agenda )?item\s*(?:no\.?|number)?\s*:?\s*"
    r"(\d{1,3}(?:\.\d{1,2})?(?:\s?\([a-z]\)|[a-z])?)\b",
    re.IGNORECASE,
)
NUMBER_LINE = re.compile(
    r"(?:key decision|decision|report)\s+(?:no\b\.?|number|ref(?:erence)?\b\.?)\s*:?\s*"
    r"(?P<number>\S.{1,30})",
    re.IGNORECASE,
)
_NUMBER_LABEL = re.compile(
    r"\b(?:number|ref(?:erence)?(?: no\.?)?|no\.?):\s*([A-Z0-9][\w/.-]{2,})", re.IGNORECASE
)
_STAMP_LABEL = re.compile(r"agenda item(?: no\.?| number)?:?", re.IGNORECASE)
_ITEM_ALONE = re.compile(r"\d{1,3}(?:\.\d{1,2})?(?: ?\([a-z]\)|[a-z])?\.?")
# A code alone in its line ("CAB3481", "FP/318/02/24"), and a planning application's number.
_CODE_LINE = re.compile(r"(?P<number>[A-Z]{2,6}(?:[/-]?\d{2,}(?:[/-]\w+)*|(?:/\w+)+/\d+))")
_PLANNING = re.compile(
    r"\bapplication\W+(?:no\W+|number\W+|ref\w*\W+)?"
    r"(?P<number>\d{2}/(?:[A-Z]{1,5}/\d{2,6}|\d{3,6}/[A-Z]{1,5})\b)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\([^()]+\)")
_NOTHING = re.compile(r"(?:n/?a|none|not applicable|tbc|-+)\.?", re.IGNORECASE)


def reference_of(
    outline: Outline, labelled: Sequence[Labelled], beside_title: Passage
) -> Found[str] | None:
    """The report's own reference or number: labelled, in a line of its own, or with the title."""
    for item in labelled_first(labelled, "reference"):
        value = item.value[0].passage
        if not _NOTHING.fullmatch(value.text) and any(c.isdigit() for c in value.text):
            return found_text(value)
    for item in labelled_first(labelled, "key_decision"):
        passage = item.passage
        number = _NUMBER_LABEL.search(passage.text)
        if number and any(c.isdigit() for c in number[1]):
            return found_text(passage.slice(number.start(1), number.end(1)))
    lines = [line.passage for line in front_lines(outline)]
    for printed in lines:
        line = printed.slice(1, -1) if _BRACKETED.fullmatch(printed.text) else printed
        match = NUMBER_LINE.fullmatch(line.text) or _CODE_LINE.fullmatch(line.text)
        if match and any(c.isdigit() for c in match["number"]):
            return found_text(line.slice(match.start("number"), match.end("number")))
    if beside_title:
        return found_text(beside_title)
    for line in [*(item.passage for item in labelled_first(labelled, "title")), *lines]:
        if planning := _PLANNING.search(line.text):
            return found_text(line.slice(planning.start("number"), planning.end("number")))
    return None


def agenda_item_of(
    labelled: Sequence[Labelled],
    outline: Outline,
    furniture: Sequence[Passage],
    beside_title: Passage,
) -> Found[str] | None:
    """The item of the agenda: labelled, in a line at the top, or stamped on the page."""
    for item in labelled_first(labelled, "agenda_item"):
        number = re.match(r"[\dA-Z][\w.()]*", item.passage.text)
        if number and any(c.isdigit() for c in number[0]) and len(item.passage.words) <= 3:
            return found_text(item.passage.slice(0, number.end()))
    lines = [line.passage for line in front_lines(outline, labels=True)[:12]]
    for passage in [*lines, *(f for f in furniture if f.page <= 1)]:
        stamp = STAMP.search(passage.text)
        if stamp and len(passage.words) <= 12:
            return found_text(passage.slice(stamp.start(1), stamp.end(1)))
    for label, value in pairwise(lines):
        if _STAMP_LABEL.fullmatch(label.text) and _ITEM_ALONE.fullmatch(value.text):
            return found_text(value)
    return found_text(beside_title)
