"""A document's record against its gold: what was stated, what was read, what of it matches. Pure.

Reports of a document are paired first: a lone one with a lone one, those of a pack by the pages
they share (or by title, where there are no pages). An item of a report that was not found counts as
missed, one of a report that is not there as made up; a document that could not be read is a record
without reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.evaluate.core import core_counts, word_similarity
from extract.evaluate.counts import Counts, Tally, total
from extract.evaluate.gold import GoldDocument
from extract.evaluate.items import ATTRIBUTES, EXACT_ATTRIBUTES, FIELDS, Field, Item
from extract.evaluate.matching import Matching, closeness, pair_best_first
from schemas import Document, Report

SAME_PAGES = 0.5
"""Shared pages by all pages of two reports, from which they are taken to be the same one."""
MISSES_BY = Matching.LEVENSHTEIN
"""The matching by which what was missed and made up is told."""
_NO_REPORT = Report()


@dataclass(frozen=True)
class Miss:
    """An item that was missed (`made_up` False) or that the gold does not state (True)."""

    field: str
    text: str
    made_up: bool


@dataclass(frozen=True)
class DocumentScore:
    """One document's counts: by matching and field, by the headline's rules, and the misses."""

    fields: Mapping[Matching, Tally]
    core: Tally
    misses: tuple[Miss, ...]
    ranges: Counts
    """Stated and read reports with pages, and how many have exactly the same."""

    def perfect(self, matching: Matching) -> bool:
        """Whether every field is right under a matching."""
        return all(counts.perfect for counts in self.fields[matching].values())


def score_document(gold: GoldDocument, predicted: Document | None) -> DocumentScore:
    """Score what was read of a document; None is a document that could not be read."""
    reports = predicted.reports if predicted else ()
    pairs = _pair_reports(gold, reports)
    found = Counts(len(gold.reports), len(reports), sum(1 for g, p in pairs if g and p))
    if gold.partial:  # some of a pack's reports are labelled: the others are not made up
        found = Counts(found.gold, found.matched, found.matched)
    scored: dict[Matching, Tally] = {}
    misses: list[Miss] = []
    for matching in Matching:
        tallies: list[Tally] = [{"reports": found}] if found != Counts() else []
        for stated, read in pairs:
            tally, missed = _score_report(stated or _NO_REPORT, read or _NO_REPORT, matching)
            tallies.append(tally)
            misses += missed if matching is MISSES_BY else ()
        scored[matching] = total(tallies)
    core = total(core_counts(stated or _NO_REPORT, read or _NO_REPORT) for stated, read in pairs)
    return DocumentScore(scored, core, tuple(misses), _ranges(pairs))


def _ranges(pairs: Iterable[tuple[Report | None, Report | None]]) -> Counts:
    placed = [[side.pages if side else None for side in pair] for pair in pairs]
    return Counts(
        gold=sum(stated is not None for stated, _ in placed),
        predicted=sum(read is not None for _, read in placed),
        matched=sum(stated is not None and stated == read for stated, read in placed),
    )


def _pair_reports(
    gold: GoldDocument, reports: Sequence[Report]
) -> list[tuple[Report | None, Report | None]]:
    """Every report, stated or read, with its other side or None."""
    if len(gold.reports) == len(reports) == 1:
        matches = {0: 0}
    else:
        matches = dict(pair_best_first(gold.reports, reports, _overlap, least=SAME_PAGES))
    pairs: list[tuple[Report | None, Report | None]] = [
        (stated, reports[matches[at]] if at in matches else None)
        for at, stated in enumerate(gold.reports)
    ]
    if not gold.partial:
        taken = set(matches.values())
        pairs += [(None, read) for at, read in enumerate(reports) if at not in taken]
    return pairs


def _overlap(stated: Report, read: Report) -> float:
    if stated.pages is None or read.pages is None:
        return word_similarity(stated.title, read.title)
    shared = min(stated.pages[1], read.pages[1]) - max(stated.pages[0], read.pages[0]) + 1
    either = max(stated.pages[1], read.pages[1]) - min(stated.pages[0], read.pages[0]) + 1
    return max(0, shared) / either


def _score_report(stated: Report, read: Report, matching: Matching) -> tuple[Tally, list[Miss]]:
    tally: dict[str, Counts] = {}
    misses: list[Miss] = []
    for field in FIELDS:
        gold, predicted = list(field.items(stated)), list(field.items(read))
        pairs = _pair_items(field, gold, predicted, matching)
        tally[field.name] = Counts(len(gold), len(predicted), len(pairs))
        matched_gold, matched_predicted = {g for g, _ in pairs}, {p for _, p in pairs}
        misses += [
            Miss(field.name, _told(item), made_up=False)
            for at, item in enumerate(gold)
            if at not in matched_gold
        ]
        misses += [
            Miss(field.name, _told(item), made_up=True)
            for at, item in enumerate(predicted)
            if at not in matched_predicted
        ]
        matched = [(gold[g], predicted[p]) for g, p in pairs]
        for name in ATTRIBUTES.get(field.name, ()):
            counts, missed = _score_attribute(name, gold, predicted, matched, matching)
            tally[f"{field.name}.{name}"] = counts
            misses += [Miss(f"{field.name}.{name}", text, made_up=False) for text in missed]
    return {name: counts for name, counts in tally.items() if counts != Counts()}, misses


def _told(item: Item) -> str:
    return f"{item.key}: {item.text}" if item.key else item.text


def _same(gold: str, predicted: str, matching: Matching, *, exact: bool) -> float:
    if exact and matching is not Matching.STRICT:
        matching = Matching.SOFT
    return closeness(matching, gold, predicted)


def _pair_items(
    field: Field, gold: Sequence[Item], predicted: Sequence[Item], matching: Matching
) -> list[tuple[int, int]]:
    def score(g: Item, p: Item) -> float:
        return _same(g.text, p.text, matching, exact=field.exact) if g.key == p.key else 0.0

    return pair_best_first(gold, predicted, score, least=1e-9)


def _score_attribute(
    name: str,
    gold: Iterable[Item],
    predicted: Iterable[Item],
    matched: Iterable[tuple[Item, Item]],
    matching: Matching,
) -> tuple[Counts, list[str]]:
    """An attribute's counts, and what it should have been in the pairs where it is not."""
    right, wrong = 0, []
    for g, p in matched:
        stated, read = g.attributes.get(name), p.attributes.get(name)
        if stated is None:
            continue
        exact = name in EXACT_ATTRIBUTES
        if read is not None and _same(stated, read, matching, exact=exact):
            right += 1
        else:
            wrong.append(f"{stated} (read: {read or 'nothing'})")
    counts = Counts(
        sum(1 for item in gold if name in item.attributes),
        sum(1 for item in predicted if name in item.attributes),
        right,
    )
    return counts, wrong
