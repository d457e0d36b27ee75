"""Sums of money that a report states: how much, in which sentence, in which value.

Each printing of a sum is an entry, in the order of the record. The sentence says what the sum is:
a budget, a saving, a fee. Ranges ("£1m to £2m") are two sums; what only heads a column ("£000")
is none. Sums in pounds sterling alone are read, by `extract.prose.money`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from extract.fields.statements import Statement, printed_once
from extract.fields.values import Found
from extract.prose import money, sentences
from schemas import Sum
from schemas.vocabulary import ImplicationType


def sums(texts: Iterable[Statement]) -> list[Found[Sum]]:
    """Every sum of the texts, each printing once: a combined heading's are the financial part's."""
    return [
        _sum(statement, printed)
        for statement, printed in printed_once(_marks(texts), ImplicationType.FINANCIAL)
    ]


@dataclass(frozen=True, slots=True)
class _Printed:
    """A sum and the sentence that it stands in, at their offsets in the statement's words."""

    amount: Decimal
    sum: tuple[int, int]
    sentence: tuple[int, int]


def _marks(texts: Iterable[Statement]) -> Iterator[tuple[Statement, int, _Printed]]:
    for statement in texts:
        for at, paragraph in statement.paragraphs():
            stated = money(paragraph)
            parts = sentences(paragraph) if stated else ()
            for found in stated:
                sentence = next(s for s in parts if found.start < s.end)
                printed = _Printed(
                    found.amount,
                    (at + found.start, at + found.end),
                    (at + sentence.start, at + sentence.end),
                )
                yield statement, at + found.start, printed


def _sum(statement: Statement, printed: _Printed) -> Found[Sum]:
    words = statement.words.slice(*printed.sum)
    context = statement.words.slice(*printed.sentence)
    value = Sum(
        amount=float(printed.amount),
        text=words.text,
        context=context.text,
        within=statement.pointer,
    )
    return Found(value, (("/amount", words), ("/text", words), ("/context", context)))
