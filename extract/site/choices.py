"""What a reader chose, from the query of an address; what makes no sense is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final, TypeVar

from datasette.utils.asgi import Request

from schemas.vocabulary import ImplicationStatus, ImplicationType

#: Years of which papers may be; others are slips of the keyboard.
_YEARS: Final = range(1800, 2200)
_CODE: Final = re.compile(r"[A-Za-z]{2,5}|[A-Za-z]{3}-[A-Za-z]|[A-Za-z][0-9]{8}")
_Value = TypeVar("_Value", bound=StrEnum)


class Measure(StrEnum):
    """What councils are compared by."""

    IMPLICATIONS = "implications"
    REPORTS = "reports"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which councils are compared, over which years (both inclusive), by what."""

    measure: Measure = Measure.IMPLICATIONS
    type: ImplicationType = ImplicationType.EQUALITY
    status: ImplicationStatus = ImplicationStatus.SUBSTANTIVE
    """The status whose share is shown over time."""
    councils: tuple[str, ...] = ()
    """Codes; none for all."""
    nation: str = ""
    since: int | None = None
    until: int | None = None
    sort: str = ""
    """The column that the table is sorted by; "-" before it for the largest first."""

    @classmethod
    def of(cls, request: Request) -> Choice:
        """What an address chooses."""
        args = request.args
        return cls(
            measure=one_of(Measure, args.get("measure"), Measure.IMPLICATIONS),
            type=one_of(ImplicationType, args.get("type"), ImplicationType.EQUALITY),
            status=one_of(ImplicationStatus, args.get("status"), ImplicationStatus.SUBSTANTIVE),
            councils=tuple(dict.fromkeys(map(council_code, filter(None, args.getlist("council"))))),
            nation=args.get("nation") or "",
            since=year_of(args.get("since")),
            until=year_of(args.get("until")),
            sort=args.get("sort") or "",
        )

    def pairs(self, **changed: object) -> list[tuple[str, str]]:
        """The names and values of its address, with some changed; defaults are left out."""
        pairs: list[tuple[str, str]] = []
        for field in fields(self):
            value = changed.get(field.name, getattr(self, field.name))
            name = field.name.removesuffix("s") if isinstance(value, tuple) else field.name
            if isinstance(value, tuple):
                pairs += [(name, str(one)) for one in value]
            elif value not in (None, "", field.default):
                pairs.append((name, str(value)))
        return pairs


def council_code(given: str) -> str:
    """A council's code as it is stored, whichever way it is typed.

    Short codes and GSS codes have capitals; a council that no register has is known by its name in
    small letters, as in "aldford-parish-council".
    """
    return given.upper() if _CODE.fullmatch(given) else given


def one_of(values: type[_Value], given: str | None, default: _Value) -> _Value:
    """The value that is given, where it is one of these."""
    return values(given) if given in set(values) else default


def year_of(given: str | None) -> int | None:
    """A year of four digits, where papers may be of it."""
    year = int(given) if given and given.isdecimal() and len(given) == 4 else None
    return year if year in _YEARS else None
