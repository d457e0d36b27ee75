"""Scored documents summed up: by field, council, reader and kind, as tables of text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.evaluate.core import core_f1
from extract.evaluate.counts import Counts, Tally, macro_f1, micro, total
from extract.evaluate.items import NAMES
from extract.evaluate.matching import Matching
from extract.evaluate.run import Scored
from schemas.vocabulary import DocumentKind, Reader

IN_FULL = (Matching.STRICT, Matching.SOFT, Matching.LEVENSHTEIN)
"""Matchings of which precision and recall are told, beside F1."""
UNREAD = "unread"


@dataclass(frozen=True)
class Table:
    """A table to be shown: the first columns, `words` of them, are words, the others figures."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1


def tables(scored: Sequence[Scored]) -> Iterator[Table]:
    """Every table of an evaluation, the most telling first; none that would be empty."""
    candidates = (
        matchings_table(scored),
        fields_table(scored),
        group_table("council", scored, lambda one: one.gold.owner.name),
        group_table("reader", scored, lambda one: one.reader, [*map(str, Reader), UNREAD]),
        group_table("kind", scored, lambda one: one.gold.stated.kind.value),
        kinds_table(scored),
        packs_table(scored),
        twins_table(scored),
        unread_table(scored),
    )
    return (table for table in candidates if table.rows)


def headline(scored: Iterable[Scored]) -> float:
    """Core F1 of all documents."""
    return core_f1(total(one.score.core for one in scored))


def unseen_headline(scored: Sequence[Scored]) -> float | None:
    """Core F1 without what each council has taught; None where that was not measured."""
    tallies = [one.unseen.core for one in scored if one.unseen]
    return core_f1(total(tallies)) if tallies else None


def fields_of(scored: Iterable[Scored], matching: Matching) -> Tally:
    """Counts by field under one matching, in the order of the record."""
    summed = total(one.score.fields[matching] for one in scored)
    return {name: summed[name] for name in NAMES if name in summed}


def matchings_table(scored: Sequence[Scored]) -> Table:
    """All fields together under each matching, and the share of documents without any fault."""
    rows = []
    for matching in Matching:
        tally = fields_of(scored, matching)
        perfect = sum(one.score.perfect(matching) for one in scored)
        rows.append(
            (matching.label, *ratios(micro(tally)), figure(macro_f1(tally)), share(perfect, scored))
        )
    heads = ("matching", "precision", "recall", "F1", "macro F1", "documents all right")
    return Table("All fields", heads, tuple(rows))


def fields_table(scored: Sequence[Scored]) -> Table:
    """One row a field: items stated and read, and how many match."""
    by_matching = {matching: fields_of(scored, matching) for matching in Matching}
    rows = [
        (
            name,
            str(counts.gold),
            str(counts.predicted),
            *(cell for m in IN_FULL for cell in ratios(by_matching[m].get(name, Counts()))),
            figure(by_matching[Matching.RATCLIFF].get(name, Counts()).f1),
        )
        for name, counts in by_matching[Matching.STRICT].items()
    ]
    heads = ["field", "gold", "read"]
    for matching in IN_FULL:
        heads += [f"{matching.label} P", "R", "F1"]
    return Table("By field", (*heads, f"{Matching.RATCLIFF.label} F1"), tuple(rows))


def group_table(
    by: str,
    scored: Sequence[Scored],
    key: Callable[[Scored], str],
    order: Sequence[str] = (),
) -> Table:
    """One row a group: its headline, with and without its own lines of the lexicon, and F1.

    Groups stand in the given order, the others behind, from the worst headline to the best.
    """
    groups: dict[str, list[Scored]] = defaultdict(list)
    for one in scored:
        groups[key(one)].append(one)
    names = sorted(
        groups,
        key=lambda name: (
            order.index(name) if name in order else len(order),
            headline(groups[name]),
            name,
        ),
    )
    left_out = any(one.unseen for one in scored)
    heads = [by, "documents", "reports", "core F1"]
    heads += ["left out", "drop"] if left_out else []
    heads += [f"{matching.label} F1" for matching in Matching]
    rows = [(name, *_group_cells(groups[name], left_out=left_out)) for name in names]
    return Table(f"By {by}", tuple(heads), tuple(rows))


def _group_cells(group: Sequence[Scored], *, left_out: bool) -> Iterator[str]:
    yield str(len(group))
    yield str(sum(len(one.gold.stated.reports) for one in group))
    # Where no report is stated or read there is nothing to score but the kind.
    stated = any(one.score.core for one in group)
    yield figure(headline(group) if stated else None)
    if left_out:
        unseen = unseen_headline(group) if stated else None
        yield figure(unseen)
        yield figure(None if unseen is None else headline(group) - unseen)
    for matching in Matching:
        yield figure(micro(fields_of(group, matching)).f1)


def kinds_table(scored: Sequence[Scored]) -> Table:
    """Stated kinds by the kinds that were read: what is not on the diagonal is confused."""
    counted = Counter(
        (
            one.gold.stated.kind.value,
            one.reading.document.kind.value if one.reading.document else UNREAD,
        )
        for one in scored
    )
    columns = [
        k for k in (*map(str, DocumentKind), UNREAD) if any(read == k for _, read in counted)
    ]
    rows = []
    for kind in map(str, DocumentKind):
        row = [counted[kind, column] for column in columns]
        if any(row):
            rows.append((kind, *(str(number) if number else "" for number in row)))
    return Table("Document kinds (stated by read)", ("kind", *columns), tuple(rows))


def packs_table(scored: Sequence[Scored]) -> Table:
    """Each agenda pack: its reports, how many were found, with exact pages, and their fields."""
    rows = []
    for one in scored:
        if one.gold.stated.kind is not DocumentKind.AGENDA_PACK:
            continue
        found = one.score.fields[Matching.STRICT].get("reports", Counts())
        pages = one.score.ranges
        rows.append(
            (
                one.name.rpartition("/")[2],
                str(found.gold),
                str(found.matched),
                str(found.predicted - found.matched),
                f"{pages.matched} of {pages.gold}",
                figure(core_f1(one.score.core)),
            )
        )
    heads = ("pack", "reports", "found", "made up", "exact pages", "core F1")
    return Table("Agenda packs", heads, tuple(rows))


def right_kinds(scored: Iterable[Scored]) -> int:
    """How many documents were taken for what they are."""
    return sum(
        one.reading.document is not None and one.reading.document.kind is one.gold.stated.kind
        for one in scored
    )


def twins_table(scored: Sequence[Scored]) -> Table:
    """The same report in several formats: how far each is from its PDF with a text layer."""
    same: dict[str, list[Scored]] = defaultdict(list)
    for one in scored:
        stated = [
            report.model_dump_json(exclude={"pages", "note"}) for report in one.gold.stated.reports
        ]
        if stated:
            same["\n".join(stated)].append(one)
    rows = []
    for twins in same.values():
        text = next((one for one in twins if one.reader == Reader.NATIVE), None)
        if len(twins) == 1 or text is None:
            continue
        for one in twins:
            if one is not text:
                f1 = headline([one])
                rows.append((one.name, one.reader, figure(f1), figure(headline([text]) - f1)))
    heads = ("document", "reader", "core F1", "below its text PDF")
    return Table("The same report in another format", heads, tuple(rows), words=2)


def unread_table(scored: Sequence[Scored]) -> Table:
    """Documents that could not be read, and why."""
    rows = tuple((one.name, one.reading.problem) for one in scored if one.reading.problem)
    return Table("Not read", ("document", "problem"), rows, words=2)


def ratios(counts: Counts) -> tuple[str, str, str]:
    """Precision, recall and F1 as they are shown."""
    return figure(counts.precision), figure(counts.recall), figure(counts.f1)


def figure(value: float | None) -> str:
    """A share to three places; a dash where there is nothing to share."""
    return "–" if value is None else f"{value:.3f}"


def share(part: int, scored: Sequence[Scored]) -> str:
    """A number of documents, and their share."""
    return f"{part} of {len(scored)} ({part / len(scored):.1%})" if scored else "–"
