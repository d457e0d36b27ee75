"""Whether two reports that were read from two files are one: the wording decides, not the bytes.

Councils publish a report alone and again in the pack of its meeting, as a Word file and as a
PDF, as a scan and with its text. Such copies have one council, meeting and title, ask for the
same, state the same figures and are worded alike. A report that was published again because a
figure or a recommendation had changed is another report: whoever looks for the one must not be
given the other. So is the report of the same title to the next meeting.

What is compared is what reading leaves alike in all copies. Stamps and running heads that stand
in one copy only, words cut in two at the end of a line and tables whose cells come in another
order change a small part of the runs of words; figures that only one of two copies has (numbers
of its pages) change nothing, but a figure on both sides that the other lacks does. Where a copy
was read from pictures, words and figures may be misread.

Measured on 85 published and sample reports, eleven of them in two copies, and on every pair of
them: of the runs of three words in the shorter text, copies share 0.99 or more (also PDF with
Word, web page and scan), and 0.96 where one comes from a pack as plain text with stamps and page
numbers in it; with one letter in a hundred misread 0.84, with two in a hundred 0.71 to 0.80.
Different reports share at most 0.49 (two on one form), half of all pairs 0.02 or less. A report
and its updated version share 0.99 too: only the figures and recommendations tell those apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from extract.store import keys
from schemas import Report

#: The part of the shorter text's runs of words that the other must have: of two texts, where one
#: was read from pictures, and more where council, committee or date stands in one of them only.
ALIKE: Final = 0.8
ALIKE_SCANNED: Final = 0.65
FOR_WANT_OF_A_MEETING: Final = 0.1

#: A text is no copy of one that is this many times as long, unless it has as many runs of words as
#: a page: with its appendix not cut off, a report in a pack may be of any length.
LONGER: Final = 4
A_PAGE: Final = 300

#: How alike titles are, of 100: a letter may be misread, a word must not differ.
TITLES_ALIKE: Final = 90

#: Words of the recommendations that may stand in one copy only, such as a stamp between pages; of
#: long recommendations this part.
STAMP: Final = 3
IN_ONE_ONLY: Final = 0.05

#: How alike, of 100, what replaces words of a recommendation is to them where it is a misreading.
MISREAD: Final = 50

_WORD = re.compile(r"[^\W_]+")
# "1,250" and "12.5" are one figure each. One digit alone says too little.
_FIGURE = re.compile(r"\d[\d,.]*\d")
_DIGIT = re.compile(r"\d")
_DIVIDERS = str.maketrans("", "", ",.")


@dataclass(frozen=True)
class Wording:
    """A report as it is compared with others. What takes long is worked out when first asked for.

    `council` is the store's key of the council, None where it is not known; `scanned` says that
    words of the report were read from pictures.
    """

    report: Report
    council: str | None
    scanned: bool = False

    @cached_property
    def title(self) -> str:
        """See `title_key`."""
        return title_key(self.report.title)

    @cached_property
    def committee(self) -> str | None:
        """The committee's name, folded."""
        printed = self.report.meeting.committee
        return keys.slug(printed) if printed else None

    @property
    def date(self) -> str | None:
        """Day of the meeting, ISO 8601."""
        return self.report.meeting.date

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """Words of the recommendations, in order."""
        return tuple(word for asked in self.report.recommendations for word in _words(asked.text))

    @cached_property
    def runs(self) -> Set[tuple[str, ...]]:
        """Every three words of a text that follow each other; all of a shorter text."""
        found: set[tuple[str, ...]] = set()
        for text in self._texts():
            words = _words(text)
            found.update(zip(words, words[1:], words[2:], strict=False))
            if 0 < len(words) < 3:
                found.add(tuple(words))
        return found

    @cached_property
    def figures(self) -> Set[str]:
        """Figures of two digits or more, as digits."""
        return {
            figure.translate(_DIVIDERS)
            for text in self._texts()
            for figure in _FIGURE.findall(text)
        }

    def _texts(self) -> Iterator[str]:
        yield self.report.summary or ""
        for asked in self.report.recommendations:
            yield asked.text
        for section in self.report.sections:
            yield section.heading
            yield section.text


def is_same(one: Wording, other: Wording) -> bool:
    """Whether two readings are of one report; either way round. Cheap questions come first."""
    if not titles_agree(one.title, other.title):
        return False
    agreeing = _meetings_agree(one, other)
    if agreeing is False or (agreeing is None and one.title != other.title):
        return False
    scanned = one.scanned or other.scanned
    if _asked_differently(one.asked, other.asked, scanned):
        return False
    demand = ALIKE_SCANNED if scanned else ALIKE
    if agreeing is None or bool(one.asked) != bool(other.asked):
        demand += FOR_WANT_OF_A_MEETING
    return likeness(one, other) >= demand and not _figures_differ(one, other, scanned)


def title_key(title: str | None) -> str:
    """Letters and digits of a title. Copies that do not both say whose they are, or to which
    meeting, have the same.
    """
    return keys.folded(title or "").replace("-", "")


def titles_agree(one: str, other: str) -> bool:
    """Whether the keys of two titles are alike: a letter may be misread, but no figure.

    "Monitoring, Month 8" is not "Monitoring, Month 9".
    """
    if one == other:
        return one != ""
    if not fuzz.ratio(one, other, score_cutoff=TITLES_ALIKE):
        return False
    return _DIGIT.findall(one) == _DIGIT.findall(other)


def likeness(one: Wording, other: Wording) -> float:
    """The part of the shorter text's runs of words that the other has too, 0 to 1."""
    shorter, longer = sorted((one.runs, other.runs), key=len)
    if not shorter or (len(shorter) < A_PAGE and len(shorter) * LONGER < len(longer)):
        return 0.0
    return len(shorter & longer) / len(shorter)


def _meetings_agree(one: Wording, other: Wording) -> bool | None:
    """Whether council, committee and date are the same; None if nothing differs, but one of them
    is not stated in both. Without council and date nothing ties two reports together.
    """
    council = _equal(one.council, other.council)
    date = _equal(one.date, other.date)
    if council is False or date is False or (council is None and date is None):
        return False
    committee = _equal(one.committee, other.committee)
    if committee is False:
        return False
    return None if None in (council, date, committee) else True


def _equal(one: str | None, other: str | None) -> bool | None:
    return None if one is None or other is None else one == other


def _asked_differently(one: tuple[str, ...], other: tuple[str, ...], scanned: bool) -> bool:
    """Whether words of the recommendations were replaced, or more of them added than by a stamp.

    Where none were found in one copy there is nothing to compare.
    """
    if not one or not other or one == other:
        return False
    in_one_only = 0
    one, other = sorted((one, other))  # the matcher may answer otherwise the other way round
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for change, at, to, other_at, other_to in matcher.get_opcodes():
        if change == "replace":
            before, after = "".join(one[at:to]), "".join(other[other_at:other_to])
            if before != after and not (scanned and fuzz.ratio(before, after) >= MISREAD):
                return True
        elif change != "equal":
            in_one_only += to - at + other_to - other_at
    return in_one_only > max(STAMP, IN_ONE_ONLY * min(len(one), len(other)))


def _figures_differ(one: Wording, other: Wording, scanned: bool) -> bool:
    """Whether each states figures that the other does not, misreadings of one another aside."""
    gone, come = one.figures - other.figures, other.figures - one.figures
    if not scanned or not gone or not come:
        return bool(gone and come)
    return bool(_not_misread(gone, come) and _not_misread(come, gone))


def _not_misread(figures: Set[str], others: Set[str]) -> list[str]:
    """The figures that none of the others may be a reading of."""
    return [figure for figure in figures if not any(_misread(figure, other) for other in others)]


def _misread(one: str, other: str) -> bool:
    """Whether one digit was taken for another, or a figure was cut in two or joined to the next."""
    return one in other or other in one or Levenshtein.distance(one, other, score_cutoff=1) <= 1


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
