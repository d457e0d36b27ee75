"""The headline, core F1: fourteen fields by rules of their own, each weighing the same.

These are the rules of the scorer that judges the parser from outside, so that the figures can be
held side by side. Scalars are equal after folding capitals, white space, quotes, dashes and closing
punctuation; long texts, and items of lists, are alike by the ratio of their folded words. Core F1
is the mean of the fields' F1, over the fields that the gold states at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

from extract.evaluate.counts import Counts, Tally, macro_f1
from extract.evaluate.matching import pair_best_first
from schemas import Appendix, BackgroundPaper, Implication, Person, Recommendation, Report
from schemas.vocabulary import ConfidentialityStatus

T = TypeVar("T")

COMMITTEE, TITLE, LONG_TEXT = 0.92, 0.9, 0.85
PERSON, RECOMMENDATION, IMPLICATION, APPENDIX, PAPER = 0.88, 0.85, 0.8, 0.85, 0.8
"""Least similarity at which two values of a field are the same."""
_SAME_LABEL, _TITLE_BESIDE_LABEL = 0.9, 0.5
_HOPELESS = 0.6
"""Where lengths alone keep a ratio below this, it is not worked out: no threshold is as low."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("“”", '"'),
        **dict.fromkeys("–—‑", "-"),
        **dict.fromkeys("\u00a0•\uf0b7", " "),
        "\u00ad": None,
    }
)
_WORD = re.compile(r"[a-z0-9£%@.]+")
_ADDRESS = re.compile(r"(available at:?\s*)?(https?://|www\.)\S+")
_OF_LABEL = re.compile(r"^(appendix|annex)\s+|\W")


@lru_cache(maxsize=16384)
def folded(value: str | None) -> str:
    """A text without capitals, typographic marks, doubled spaces and closing punctuation."""
    text = (value or "").translate(_PLAIN).casefold()
    return re.sub(r"\s+", " ", text).strip(" .,:;*-\t\n")


@lru_cache(maxsize=16384)
def _words(value: str | None) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded(value)))


def word_similarity(one: str | None, other: str | None) -> float:
    """How alike two texts are by their words, 0 to 1; texts without words are alike."""
    a, b = _words(one), _words(other)
    if a == b:
        return 1.0
    bound = 2 * min(len(a), len(b)) / (len(a) + len(b))
    if bound < _HOPELESS:
        return bound / 2
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _letter_similarity(one: str | None, other: str | None) -> float:
    return SequenceMatcher(None, folded(one), folded(other)).ratio()


def core_f1(tally: Tally) -> float:
    """The headline; 0 where the gold states nothing."""
    return macro_f1(tally) or 0.0


def core_counts(gold: Report, read: Report) -> Tally:
    """The counts of the fourteen fields for one report."""
    people = _paired(gold.people, read.people, _same_person, PERSON)
    recommendations = _paired(
        gold.recommendations, read.recommendations, _same_recommendation, RECOMMENDATION
    )
    implications = _paired(gold.implications, read.implications, _same_implication, IMPLICATION)
    statuses = sum(
        gold.implications[g].status is read.implications[p].status for g, p in implications
    )
    appendices = _paired(gold.appendices, read.appendices, _same_appendix, APPENDIX)
    papers = _paired(gold.background_papers, read.background_papers, _same_paper, PAPER)
    return {
        "council": _equal(
            gold.council.gss_code or gold.council.name, read.council.gss_code or read.council.name
        ),
        "committee": _alike(
            gold.meeting.committee, read.meeting.committee, _letter_similarity, COMMITTEE
        ),
        "date": _equal(gold.meeting.date, read.meeting.date),
        "title": _alike(gold.title, read.title, word_similarity, TITLE),
        "key_decision": _equal(_answer(gold), _answer(read)),
        "confidentiality": _equal(_status(gold), _status(read)),
        "people": _counts(gold.people, read.people, people),
        "recommendations": _counts(gold.recommendations, read.recommendations, recommendations),
        "reasons": _alike(gold.reasons, read.reasons, word_similarity, LONG_TEXT),
        "alternatives": _alike(gold.alternatives, read.alternatives, word_similarity, LONG_TEXT),
        "implications": _counts(gold.implications, read.implications, implications),
        "implications.status": Counts(len(implications), len(implications), statuses),
        "appendices": _counts(gold.appendices, read.appendices, appendices),
        "background_papers": _counts(gold.background_papers, read.background_papers, papers),
    }


def _alike(
    gold: str | None,
    read: str | None,
    similarity: Callable[[str | None, str | None], float],
    least: float,
) -> Counts:
    both = bool(gold) and bool(read)
    same = both and similarity(gold, read) >= least
    return Counts(int(bool(gold)), int(bool(read)), int(same))


def _equal(gold: str | None, read: str | None) -> Counts:
    return _alike(gold, read, lambda g, p: float(folded(g) == folded(p)), 1.0)


def _answer(report: Report) -> str | None:
    return None if report.key_decision is None else str(report.key_decision)


def _status(report: Report) -> str | None:
    status = report.confidentiality.status
    return None if status is ConfidentialityStatus.UNSTATED else status.value


def _paired(
    gold: Sequence[T], read: Sequence[T], similarity: Callable[[T, T], float], least: float
) -> list[tuple[int, int]]:
    return pair_best_first(gold, read, similarity, least=least)


def _counts(
    gold: Sequence[object], read: Sequence[object], pairs: Sequence[tuple[int, int]]
) -> Counts:
    return Counts(len(gold), len(read), len(pairs))


def _same_person(gold: Person, read: Person) -> float:
    """By name where either has one; else by post, or by address where there is no post."""
    if gold.role is not read.role:
        return 0.0
    if gold.name or read.name:
        return _letter_similarity(gold.name, read.name)
    return word_similarity(gold.post or gold.email, read.post or read.email)


def _same_recommendation(gold: Recommendation, read: Recommendation) -> float:
    return word_similarity(gold.text, read.text)


def _same_implication(gold: Implication, read: Implication) -> float:
    return word_similarity(gold.text, read.text) if gold.type is read.type else 0.0


def _same_appendix(gold: Appendix, read: Appendix) -> float:
    """By title; the same label will do where the titles are half alike, or the gold has none."""
    similarity = word_similarity(gold.title, read.title)
    labels = [_OF_LABEL.sub("", folded(item.label)) for item in (gold, read)]
    if (
        labels[0]
        and labels[0] == labels[1]
        and (similarity >= _TITLE_BESIDE_LABEL or not gold.title)
    ):
        return max(similarity, _SAME_LABEL)
    return similarity


def _same_paper(gold: BackgroundPaper, read: BackgroundPaper) -> float:
    return word_similarity(_ADDRESS.sub(" ", gold.title), _ADDRESS.sub(" ", read.title))
