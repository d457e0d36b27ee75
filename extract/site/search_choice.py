"""What a reader asks the search for, from the query of an address; it is the address again."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Final

from datasette.utils.asgi import Request

from extract.site.choices import council_code, one_of, year_of

#: Characters of a question that are read.
LONGEST: Final = 500
#: Values of one filter that are taken.
MOST_VALUES: Final = 50


class Sort(StrEnum):
    """The order of what is found."""

    BEST = "best"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Asked:
    """Words, and filters: what is found fits one value of each filter that has values."""

    q: str = ""
    council: tuple[str, ...] = ()
    """Codes."""
    nation: tuple[str, ...] = ()
    committee: tuple[str, ...] = ()
    """Keys."""
    kind: tuple[str, ...] = ()
    """Kinds of papers."""
    implication: tuple[str, ...] = ()
    """Types of implications of which the report says something substantive."""
    key: tuple[str, ...] = ()
    """"1" for key decisions, "0" for what is said to be none."""
    since: int | None = None
    until: int | None = None
    """Years, both inclusive."""
    sort: Sort = Sort.BEST

    @classmethod
    def of(cls, request: Request) -> Asked:
        """What an address asks for; what makes no sense is left out."""
        args = request.args

        def several(name: str) -> tuple[str, ...]:
            return tuple(dict.fromkeys(filter(None, args.getlist(name))))[:MOST_VALUES]

        return cls(
            q=" ".join((args.get("q") or "").split())[:LONGEST],
            council=tuple(dict.fromkeys(map(council_code, several("council")))),
            nation=several("nation"),
            committee=several("committee"),
            kind=several("kind"),
            implication=several("implication"),
            key=tuple(value for value in several("key") if value in ("0", "1")),
            since=year_of(args.get("since")),
            until=year_of(args.get("until")),
            sort=one_of(Sort, args.get("sort"), Sort.BEST),
        )

    @property
    def narrowed(self) -> bool:
        """Whether a filter is set."""
        return self != Asked(q=self.q, sort=self.sort)

    def chosen(self, name: str) -> tuple[str, ...]:
        """The values of a filter that may have several."""
        values: tuple[str, ...] = getattr(self, name)
        return values

    def with_only(self, name: str, *values: str) -> Asked:
        """The same question with these values of a filter."""
        change: dict[str, Any] = {name: values}
        return replace(self, **change)

    def pairs(self) -> list[tuple[str, str]]:
        """The names and values of its address; defaults are left out."""
        pairs: list[tuple[str, str]] = []
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, tuple):
                pairs += [(field.name, one) for one in value]
            elif value != field.default:
                pairs.append((field.name, str(value)))
        return pairs
