"""What minutes, or a notice of decisions, say was decided on a report.

An item of business is found by its heading, which is the report's title: nothing else ties a
passage to a report. Of the item, only words that announce a decision are taken ("RESOLVED: That",
"The Cabinet agreed to:"; see `lexicon/wording.toml`), with the list that belongs to them. Where
there is any doubt there is no decision: to miss one is better than to give another item's.

Pure, and a matter of one report and one text: what other papers there are changes nothing.
Characters are counted from 0 in the text, an end is one past the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extract.item_numbers import bare_number
from extract.lexicon import says
from extract.store.business import (
    ANNOUNCING,
    ENDED,
    IN_PASSING,
    LABELS,
    LONGEST_HEADING,
    OPEN,
    SHORTEST_TITLE,
    Paragraph,
    headings,
    is_title,
    item_of,
    looks_like_heading,
    mark_of,
    paragraphs_of,
)
from extract.store.same_report import title_key

#: Characters of the decision on one item; what has more is no decision alone.
LONGEST: Final = 12_000

_AS_RECOMMENDED: Final = says("decision_as_recommended")
_OTHERWISE: Final = says("decision_otherwise")
_TO_COME: Final = says("decision_to_come")


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as printed, with the heading of its item.

    `as_recommended` is true where the words say so; false says nothing.
    """

    heading: str
    text: str
    start: int
    end: int
    as_recommended: bool


def decided(title: str, agenda_item: str | None, text: str) -> Decided | None:
    """What the text says was decided on the report of this title; None where that is not sure.

    `agenda_item` is the number that the report's item has on the agenda, as printed.
    """
    key = title_key(title)
    if len(key) < SHORTEST_TITLE or _TO_COME.search(text[:LONGEST_HEADING]):
        return None
    paragraphs = [*paragraphs_of(text)]
    number = bare_number(agenda_item or "")
    found: dict[int, tuple[str, Decided]] = {}
    for heading in headings(title, paragraphs):
        if is_title(title, key, number, heading):
            item, sure = item_of(paragraphs, heading)
            if decision := _decision(heading.printed, item, sure=sure):
                found.setdefault(decision.start, (heading.number, decision))
    left = [one for its, one in found.values() if len(found) == 1 or its == number != ""]
    return left[0] if len(left) == 1 else None


def _decision(heading: str, item: Sequence[Paragraph], *, sure: bool) -> Decided | None:
    """The decision of an item: of the surest words that it has, all passages.

    `sure` says that no other item can stand in it.
    """
    found = ((pattern, _runs(item, pattern)) for pattern in ANNOUNCING)
    pattern, runs = next(((one, runs) for one, runs in found if runs), (IN_PASSING, []))
    if pattern is IN_PASSING:  # discussion agrees too: the last words of an item decide
        runs = [run for run in runs if run.stop == len(item)]
    taken = [item[place] for run in runs for place in run]
    text = "\n\n".join(one.text for one in taken)
    if not taken or len(text) > LONGEST or _may_be_of_another(item, runs, sure=sure):
        return None
    whole = "\n".join(one.text for one in item)
    return Decided(
        heading=heading,
        text=text,
        start=taken[0].start,
        end=taken[-1].start + len(taken[-1].text),
        as_recommended=bool(_AS_RECOMMENDED.search(text)) and not _OTHERWISE.search(whole),
    )


def _may_be_of_another(item: Sequence[Paragraph], runs: Sequence[range], *, sure: bool) -> bool:
    """Whether the heading of another item may have been missed before, or between, passages."""
    runs = runs if sure else (range(0), *runs)
    return any(
        looks_like_heading(item[place].text)
        for one, two in pairwise(runs)
        for place in range(one.stop, two.start)
    )


def _runs(item: Sequence[Paragraph], pattern: re.Pattern[str]) -> list[range]:
    """The paragraphs of each passage that begins with such words, a label's own left out."""
    runs: list[range] = []
    place = 0
    while place < len(item):
        if not pattern.search(item[place].text):
            place += 1
            continue
        begin = place + 1 if pattern is LABELS else place
        end = _end_of_passage(item, place, begin)
        if end > begin:
            runs.append(range(begin, end))
        place = max(end, place + 1)
    return runs


def _end_of_passage(item: Sequence[Paragraph], announced: int, begin: int) -> int:
    """The first paragraph behind a passage: it has the list that its words lead to."""
    if begin >= len(item):
        return begin
    sibling = mark_of(item[announced].text)
    in_list = _begins_list(item[begin].text, alone=begin > announced)
    end = begin + 1
    while end < len(item):
        before, one = item[end - 1].text, item[end].text
        mark = mark_of(one)
        if mark and sibling and (mark.shape, mark.kind) == (sibling.shape, sibling.kind):
            break
        listed = mark is not None and (in_list or not ENDED.search(before))
        lead = one.endswith(":") and end + 1 < len(item) and mark_of(item[end + 1].text)
        goes_on = not ENDED.search(before) and one[:1].islower()
        if not (listed or OPEN.search(before) or goes_on or (in_list and lead)):
            break
        in_list = in_list or listed
        end += 1
    return end


def _begins_list(text: str, *, alone: bool) -> bool:
    """Whether a passage's first paragraph is that of a list: "RESOLVED: (A) That …"."""
    _, colon, rest = text.partition(":")
    return bool(mark_of(text) if alone else colon and mark_of(rest.lstrip()))
