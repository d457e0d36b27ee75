"""Whose report it is: the register asked with the text, the margins and an explicit name."""

from __future__ import annotations

from extract.dates import find_dates
from extract.fields.values import Found
from extract.layout.pages import Layout
from extract.layout.passage import Passage
from extract.lexicon import fold
from extract.register import Register
from schemas import Council, Problem
from schemas.vocabulary import ProblemCode

# How many blocks of the opening count as its front.
FRONT_BLOCKS = 14


class UnknownCouncilError(ValueError):
    """A council named explicitly that the register does not hold."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"No council of the register is called {name!r}. "
            "Give its official name, three-letter code or GSS code (corpus/councils.csv)."
        )


def resolve_council(layout: Layout, explicit: str | None) -> tuple[Found[Council], list[Problem]]:
    """The council, with the words that told it, and what stayed unclear."""
    register = Register.load()
    if explicit is not None:
        named = register.find_explicit(explicit)
        if named is None:
            raise UnknownCouncilError(explicit)
        return Found(Council(name=named.name, gss_code=named.gss_code)), []
    margins = Passage.join(layout.furniture)
    opening = Passage.join([block.passage for block in layout.blocks[:FRONT_BLOCKS]])
    rest = Passage.join([block.passage for block in layout.blocks[FRONT_BLOCKS:]])
    front = Passage.join([margins, opening])
    whole = Passage.join([front, rest])
    days = find_dates(front.text)
    found = register.resolve(whole.text, front=front.text, on=days[0].value if days else None)
    if found.name is None:
        code = ProblemCode.COUNCIL_AMBIGUOUS if found.candidates else ProblemCode.COUNCIL_UNKNOWN
        return Found(Council()), [
            Problem(code=code, message=f"{found.why} Name it with --council.")
        ]
    value = Council(name=found.name, gss_code=found.gss_code)
    if found.start is None or found.end is None:
        return Found(value), []
    # an address or initials tell the council without naming it: then the name is inferred
    told = whole.slice(found.start, found.end)
    named_there = fold(found.name) in fold(told.text)
    return Found(value, (("/name", told),) if named_there else ()), []
