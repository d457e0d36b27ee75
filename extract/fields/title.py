"""The report's own title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.dates import find_dates
from extract.fields.front import BEFORE_BODY, front_lines, is_council, labelled_first
from extract.fields.labelled import Labelled
from extract.fields.nodes import Outline
from extract.fields.numbers import STAMP
from extract.fields.values import Found, found_text
from extract.layout.passage import Passage
from extract.lexicon import fold, fold_heading, lexicon, says
from extract.persons import parse_person
from schemas import Meeting

_SECRECY = says("statement_alone")
_REPORT_OF = says("report_of")


def title_of(
    outline: Outline, labelled: Sequence[Labelled], meeting: Meeting, council: str | None
) -> Found[str] | None:
    """The report's own title: labelled, else the most prominent line of its opening."""
    for item in labelled_first(labelled, "title"):
        first = item.value[0]
        if first.text and "title" in item.fields:
            return found_text(first.passage)
    committee = fold(meeting.committee or "")
    candidates: list[tuple[float, int, Passage]] = []
    for at, line in enumerate(front_lines(outline)[:14]):
        text = line.text
        folded = fold(text)
        if line.label and not line.bold:
            continue
        if (council and folded in fold(council)) or _SECRECY.fullmatch(text):
            continue
        if len(line.passage.words) > 40 or len(text) < 6 or _REPORT_OF.match(text):
            continue
        if (committee and committee in folded and len(folded) < len(committee) + 30) or is_council(
            folded, ""
        ):
            continue
        if dates := find_dates(text):
            rest = text[: dates[0].start] + text[dates[0].end :]
            if re.search(r"\bmeeting\W*$", rest, re.IGNORECASE):
                continue
            if len(STAMP.sub("", rest).strip(" ,:-")) < 14:
                continue
        if len(STAMP.sub("", text).strip()) < 6:
            continue
        if (
            lexicon().fields(fold_heading(text))
            or BEFORE_BODY.match(text)
            or text.endswith((".", ":"))
        ):
            continue
        person = parse_person(text)
        if person.honorific or person.email or person.phone:
            continue
        weight = line.size + (2 if line.bold else 0) + (0.5 if line.caps else 0)
        candidates.append((-weight, at, line.passage))
    if not candidates:
        return None
    return found_text(min(candidates, key=lambda c: (c[0], c[1]))[2])
