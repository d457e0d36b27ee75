"""Which numbered entries of an agenda are its items: the run of numbers that goes on to the end.

Items hold lists of their own ("1. Written questions must be…"), and notes are numbered too. The
items are the chain of numbers, each following the one before, that is best borne out: by pages
beside it, by the looks of a title, by the words that every agenda has, by standing at one edge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from extract.fields.agenda_entry import Entry
from extract.lexicon import fold, says

_PARTS = re.compile(
    r"(?P<prefix>[A-Za-z]{0,2})(?P<main>\d+)(?:\s?\.(?P<point>\d+))?\s?\(?(?P<letter>[A-Za-z]{0,3})\)?"
)
_SLASHED = re.compile(r"[A-Za-z]{0,3}(?P<one>\d+)/(?P<two>\d+)(?:/\d+)?")
_STANDARD = says("agenda_standard")
_OPENS_ITEM = says("agenda_opens_item")
_AGENDA, _CLOSING = says("agenda_itself"), says("agenda_closing")
_SENTENCE = re.compile(r"[.;,]$")
# Longest title, one of an item that every agenda has, and an entry below a point ("7.1"), in words.
_TITLE_WORDS, _STANDARD_WORDS, _SUB_WORDS = 40, 16, 30
# Longest title of an item without a number, in words, and how much print may differ among them.
_UNNUMBERED_WORDS, _SIZE = 25, 0.6
# How many numbers a chain may leave out, and how far apart edges of one list may stand, in points.
_MISSING, _EDGE = 3, 14.0


@dataclass(frozen=True, slots=True)
class _Number:
    """A printed number: "7(a)" is 7 and "a", "7.1" is 7 and "1"; `prefix` is the same for all."""

    prefix: str
    main: int
    sub: str = ""


def items_at(entries: Sequence[Entry], groups: Collection[int]) -> list[int]:
    """The places of the entries that open an item; `groups` are those of headings of groups."""
    numbers = _numbers(entries)
    places = [at for at, number in enumerate(numbers) if number is not None]
    chained = _best_chain(entries, numbers, places, groups)
    if len(chained) > 1 or any(entries[at].pages or entries[at].said for at in chained):
        return chained
    return _unnumbered(entries, groups)


def _unnumbered(entries: Sequence[Entry], groups: Collection[int]) -> list[int]:
    """The places of items without numbers: titles set alike below "Agenda", some with pages.

    Where no titles are set apart, the lines that give pages are the items, and those that every
    agenda has.
    """
    heads = [at for at, entry in enumerate(entries) if _AGENDA.fullmatch(fold(entry.head.text))]
    start = heads[-1] + 1 if heads else 0
    places = [at for at in range(start, len(entries)) if at not in groups]
    paged = [at for at in places if entries[at].pages]
    standard = [at for at in places if _is_standard(entries[at])]
    if len(paged) + len(standard) < 2 or not (heads or len(paged) > 1):
        return []
    titles = [at for at in places if _is_title(entries[at])]
    sizes = Counter(round(entries[at].block.size) for at in titles)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    alike = [at for at in titles if abs(entries[at].block.size - usual) <= _SIZE]
    if len(alike) > 1 and len(alike) >= len(paged):
        return alike
    return sorted({*paged, *standard})


def _is_title(entry: Entry) -> bool:
    """Whether an entry is set as a title: bold or a heading, short, no sentence."""
    text = entry.head.text
    set_apart = entry.bold or entry.block.level > 0
    fits = 0 < len(entry.head.words) <= _UNNUMBERED_WORDS and not _SENTENCE.search(text)
    return set_apart and fits and not _CLOSING.match(fold(text))


def _is_standard(entry: Entry) -> bool:
    short = len(entry.head.words) <= _STANDARD_WORDS
    return short and bool(_STANDARD.match(fold(entry.head.text)))


def _best_chain(
    entries: Sequence[Entry],
    numbers: Sequence[_Number | None],
    places: Sequence[int],
    groups: Collection[int],
) -> list[int]:
    """The places of the chain with the highest score."""
    subs = _subs_are_items(entries, numbers)
    score: dict[int, float] = {}
    before: dict[int, int | None] = {}
    for nth, at in enumerate(places):
        number = numbers[at]
        if number is None or (number.sub and not subs):
            continue
        own = _weight(entries[at], number)
        score[at], before[at] = own - (0 if number.main == 1 else 0.3), None
        for earlier in places[:nth]:
            held = numbers[earlier]
            if earlier not in score or held is None:
                continue
            step = _step(held, number)
            if step is None:
                if not (number.main == 1 and any(earlier < group < at for group in groups)):
                    continue
                step = -0.5  # a new part of the agenda counts from one again
            total = score[earlier] + own + step - _unlike(entries[earlier], entries[at])
            if total > score[at]:
                score[at], before[at] = total, earlier
    chain: list[int] = []
    last = max(score, key=lambda at: score[at], default=None)
    while last is not None:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def _numbers(entries: Sequence[Entry]) -> list[_Number | None]:
    """The entries' numbers; of "24/101" and "101/24" the part that changes counts."""
    slashed = [m for e in entries if (m := _SLASHED.fullmatch(e.number.text))]
    years = Counter(m["two"] for m in slashed)
    year_behind = bool(years) and years.most_common(1)[0][1] > len(slashed) / 2
    found: list[_Number | None] = []
    for entry in entries:
        text = entry.number.text
        if match := _SLASHED.fullmatch(text):
            one, two = match["one"], match["two"]
            found.append(_Number("/", int(one if year_behind else two)))
        elif match := _PARTS.fullmatch(text):
            sub = (match["point"] or match["letter"].lower()).strip("0")  # "7.0" is 7
            found.append(_Number(match["prefix"].upper(), int(match["main"]), sub))
        else:
            found.append(None)
    return found


def _step(before: _Number, after: _Number) -> float | None:
    """What a step from one number to the next costs (0 or less); None if it is none."""
    if before.prefix != after.prefix:
        return None
    ahead = after.main - before.main
    if ahead == 1:
        return 0.0 if after.sub in ("", "a", "1") else -0.8
    if ahead == 0:
        if after.sub and _follows(before.sub, after.sub):
            return 0.0
        return -0.9 if not after.sub and not before.sub else None  # a number printed twice
    if 1 < ahead <= _MISSING and not after.sub:
        return -0.8 * ahead
    return None


def _follows(before: str, after: str) -> bool:
    if before.isdigit() and after.isdigit():
        return 1 <= int(after) - int(before) <= 2
    if not before:
        return after in ("1", "a", "i")
    return len(before) == len(after) == 1 and 1 <= ord(after) - ord(before) <= 2


def _weight(entry: Entry, number: _Number) -> float:
    """How much an entry looks like an item."""
    text = fold(entry.head.text)
    long = len(entry.head.words) > _TITLE_WORDS
    weight = 0.6 if number.sub else 1.0
    weight += 0.6 * bool(entry.pages) + 0.4 * entry.said
    weight += 0.4 * bool(entry.bold or entry.block.level)
    sentence = not _OPENS_ITEM.match(text) and (long or bool(_SENTENCE.search(text)))
    if not (number.sub and sentence):
        short = len(entry.head.words) <= _STANDARD_WORDS
        weight += 0.5 * bool(short and _STANDARD.search(text))
    if sentence:
        weight -= 0.6
    return weight


def _unlike(one: Entry, two: Entry) -> float:
    """What it costs that two entries are set in different ways."""
    cost = 0.3 * (one.bold is not two.bold)
    if one.block.page and two.block.page and abs(one.block.x0 - two.block.x0) > _EDGE:
        cost += 0.9
    return cost


def _subs_are_items(entries: Sequence[Entry], numbers: Sequence[_Number | None]) -> bool:
    """Whether most entries below a number ("7.1", "7a") are business, not points of a note."""
    below = [e for e, n in zip(entries, numbers, strict=True) if n is not None and n.sub]
    businesslike = [
        e
        for e in below
        if e.pages
        or _OPENS_ITEM.match(fold(e.head.text))
        or (len(e.head.words) <= _SUB_WORDS and not _SENTENCE.search(e.head.text))
    ]
    return 2 * len(businesslike) > len(below)
