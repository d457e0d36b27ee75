"""Legislation that a report cites: the Act or instrument, the provision, where it stands.

Each citation is an entry, in the order of the record; a law that is named without its year ("the
Localism Act") can't be told apart from its namesakes and is none, nor is a Bill, which is no law
yet. Names and provisions are read by `extract.statutes.acts`, addresses by
`extract.statute_book.address`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.fields.statements import Statement, printed_once
from extract.fields.values import Found, Place
from extract.layout.passage import Passage
from extract.statute_book import address
from extract.statutes import Act, acts
from schemas import Enactment
from schemas.vocabulary import ImplicationType

_NO_LAW = ("Bill",)


def legislation(texts: Iterable[Statement]) -> list[Found[Enactment]]:
    """Every citation in them, each printing once; a combined heading's are the legal part's."""
    marks = printed_once(_marks(texts), ImplicationType.LEGAL)
    return [_enactment(statement, act) for statement, act in marks]


def _marks(texts: Iterable[Statement]) -> Iterator[tuple[Statement, int, Act]]:
    for statement in texts:
        for at, paragraph in statement.paragraphs():
            for act in acts(paragraph):
                if not act.name.endswith(_NO_LAW):
                    start, end = at + act.start, at + act.end
                    yield statement, start, replace(act, start=start, end=end)


def _enactment(statement: Statement, act: Act) -> Found[Enactment]:
    cited = statement.words.slice(act.start, act.end)
    named = _named(cited, act)
    places: list[Place] = [("/title", named), ("/year", named)]
    provision = cited.find(act.section) if act.section else Passage()
    if act.section:
        places.append(("/provision", provision or cited))
    title = f"{act.name} {act.year}"
    value = Enactment(
        title=title,
        year=act.year,
        provision=act.section,
        url=address(title, act.section),
        within=statement.pointer,
    )
    return Found(value, tuple(places))


def _named(cited: Passage, act: Act) -> Passage:
    """The words of the name and year, without the provision that may stand on either side."""
    begin = cited.text.find(act.name)
    year = cited.text.find(str(act.year), begin + len(act.name))
    return cited.slice(begin, year + 4) if 0 <= begin < year else cited
