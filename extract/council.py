"""Whose report it is: the register asked with the text, the margins and an explicit name."""

from __future__ import annotations

from extract.dates import find_dates
from extract.fields.values import Found
from extract.layout.pages import Layout
from extract.layout.passage import Passage
from extract.register import Register
from schemas import Council, Problem
from schemas.vocabulary import ProblemCode


def resolve_council(layout: Layout, explicit: str | None) -> tuple[Found[Council], list[Problem]]:
    """The council, with the words that told it, and what stayed unclear."""
    register = Register.load()
    if explicit is not None:
        named = register.find_explicit(explicit)
        return Found(Council(name=named.official_name, gss_code=named.gss_code)), []
    margins = Passage.join(layout.furniture)
    body = Passage.join([block.passage for block in layout.blocks])
    whole = Passage.join([margins, body])
    front_end = len(margins.text) + 2 + sum(len(b.text) + 2 for b in layout.blocks[:12])
    days = find_dates(whole.text[: front_end + 2000])
    found = register.resolve(
        whole.text, front=whole.text[:front_end], on=days[0].value if days else None
    )
    if found.council is None:
        code = ProblemCode.COUNCIL_AMBIGUOUS if found.candidates else ProblemCode.COUNCIL_UNKNOWN
        return Found(Council()), [
            Problem(code=code, message=f"{found.why} Name it with --council.")
        ]
    value = Council(name=found.council.official_name, gss_code=found.council.gss_code)
    places = ()
    if found.start is not None and found.end is not None:
        places = (("/name", whole.slice(found.start, found.end)),)
    return Found(value, places), []
