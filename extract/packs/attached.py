"""Whether a page without marks begins a paper that is attached to the report before it.

Forms (impact assessments), plans and presentations follow a report. They begin with a title, which
the report may list, behind its last section and mostly behind a page that is not full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from extract.fields.headings import LISTS
from extract.layout.lines import Line
from extract.lexicon import fold, fold_heading, lexicon, says, wording
from extract.packs.marks import ATTACHED, is_mark
from extract.packs.sheets import Sheet
from schemas.vocabulary import SectionKind

#: Points for a title as forms have it, for one that the report lists, and for the rest each.
_FORM, _LISTED_TITLE, _TITLE = 1.5, 1.5, 0.5
ENOUGH: Final = 2.5

#: Most words of a title, fewest of one that a list is asked for.
_TITLE_WORDS, _LISTED_WORDS = 12, 2
#: Lines below the title in which a form asks for what it is about.
_FIELDS = 8
#: Pages of the end of a report, and lines of a page that is not full.
_END, _FULL, _SHORT = 3, 40, 0.75
#: Lines above a heading in which it is listed; those around it in which other labels make it an
#: entry of the list; those of a page in which its own heading stands.
_AROUND, _NEAR, _HEADING = 40, 4, 2
_BULLETS = "•●▪*-–·o "

_ATTACHED_KIND = says("kind_appendix")
_FORM_FIELD = says("form_field")
_NUMBERED = re.compile(r"\(?\d")
_LIST = re.compile(
    rf"[\W\d]*(?:{wording('attachment')}|{wording('attached')}|list of)\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"[.;,:?!]$")


def opens_attached(run: Sequence[Sheet], sheet: Sheet, *, alone: bool) -> bool:
    """Whether a page begins a paper attached to the run of pages before it.

    `alone` says that the run is no attached paper itself; what is attached has headings of many
    kinds, so that only a label or the title of a form tells there.
    """
    top = [line.text for line in _own_lines(sheet, run[-1])]
    if not top:
        return False
    above = [line.text for line in run[-1].lines[_HEADING:]]
    labelled = (at for at in range(min(len(top), _HEADING)) if ATTACHED.match(top[at]))
    if (at := next(labelled, None)) is not None:
        return heads_attached([*above, *top], len(above) + at)
    if not _may_be_title(top[0]):
        return False
    points = _FORM if _ATTACHED_KIND.search(fold(top[0])) else _TITLE
    if points == _TITLE and not alone:
        return False
    points -= points == _TITLE and _is_of_report(top[0])
    points += any(_FORM_FIELD.search(fold(text)) for text in top[1:_FIELDS])
    listed = list(_lists(run[-_END:])) if alone else []
    points += bool(listed)
    named = len(top[0].split()) >= _LISTED_WORDS and fold(top[0]) in " ".join(listed)
    points += _LISTED_TITLE * named
    points += bool(listed) and _is_short(run)
    return points >= ENOUGH


def heads_attached(texts: Sequence[str], at: int) -> bool:
    """Whether one of some lines heads an attached paper, and is no entry of a list of such papers.

    The heading repeats the label of an entry; an entry stands among others with other labels.
    Some reports state their implications in an appendix, which is a part of them.
    """
    found = ATTACHED.fullmatch(texts[at])
    if found is None or not _may_be_title(texts[at]) or found["title"][:1].islower():
        return False
    title = fold_heading(found["title"])
    if title and lexicon().section_kind(title) is SectionKind.IMPLICATIONS:
        return False
    above, below = texts[max(0, at - _AROUND) : at], texts[at + 1 :][:_NEAR]
    if any(label != found["label"].upper() for label in _labels(below)):
        return False
    if found["label"].upper() in _labels(above):
        return True
    if any(_labels(above[-_NEAR:])):
        return False
    return not any(_LIST.match(text) for text in above[-_NEAR:])


def _labels(texts: Sequence[str]) -> Iterator[str]:
    """The labels of attached papers with which lines begin."""
    for text in texts:
        if found := ATTACHED.fullmatch(text.lstrip(_BULLETS)):
            yield found["label"].upper()


def _own_lines(sheet: Sheet, before: Sheet) -> list[Line]:
    """The lines of a page below its running head."""
    lines = [line for line in sheet.lines if not is_mark(line)]
    heads = {line.text for line in before.lines[:2]}
    while lines and lines[0].text in heads:
        lines.pop(0)
    return lines


def _may_be_title(text: str) -> bool:
    words = len(text.split())
    return (
        words <= _TITLE_WORDS
        and text[:1].isupper()
        and not _NUMBERED.match(text)
        and not _GOES_ON.search(text)
    )


def _is_of_report(text: str) -> bool:
    """Whether a line is the heading of a report's section, or a label of its front."""
    words, key = lexicon(), fold_heading(text)
    return bool(words.section_kind(key) or words.implication(key, in_run=True) or words.fields(key))


def _lists(end: Sequence[Sheet]) -> Iterator[str]:
    """The lines of a report's end below the heading of a list of papers."""
    listing = False
    for sheet in end:
        for line in sheet.lines:
            if len(line.words) <= _TITLE_WORDS and not listing:
                listing = lexicon().section_kind(fold_heading(line.text)) in LISTS
            if listing:
                yield fold(line.text)


def _is_short(run: Sequence[Sheet]) -> bool:
    """Whether the last page of a run has fewer lines than a full one."""
    full = median(len(sheet.lines) for sheet in run[-_END - 1 : -1]) if len(run) > 1 else _FULL
    return len(run[-1].lines) < _SHORT * full
