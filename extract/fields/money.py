"""Sums of money that a report states: how much, in which sentence, in which value.

Each printing of a sum is an entry, in the order of the record. The sentence says what the sum is:
a budget, a saving, a fee. Ranges ("£1m to £2m") are two sums; what only heads a column ("£000")
is none. Sums in pounds sterling alone are read, by `extract.prose.money`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.fields.statements import Statement, printed_once
from extract.fields.values import Found
from extract.prose import Money, money, sentences
from schemas import Sum
from schemas.vocabulary import ImplicationType


def sums(texts: Iterable[Statement]) -> list[Found[Sum]]:
    """Every sum of the texts, each printing once: a combined heading's are the financial part's."""
    marks = printed_once(_marks(texts), ImplicationType.FINANCIAL)
    return [_sum(statement, found) for statement, found in marks]


def _marks(texts: Iterable[Statement]) -> Iterator[tuple[Statement, int, Money]]:
    for statement in texts:
        for found in money(statement.words.text):
            yield statement, found.start, found


def _sum(statement: Statement, found: Money) -> Found[Sum]:
    words = statement.words
    printed = words.slice(found.start, found.end)
    sentence = next(s for s in sentences(words.text) if found.start < s.end)
    context = words.slice(sentence.start, sentence.end)
    value = Sum(
        amount=float(found.amount),
        text=printed.text,
        context=context.text,
        within=statement.pointer,
    )
    return Found(value, (("/amount", printed), ("/text", printed), ("/context", context)))
