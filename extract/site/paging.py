"""Long lists, a page at a time: `?page=2`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from datasette.utils.asgi import Request


@dataclass(frozen=True, slots=True)
class Paging:
    """One page of a list. Pages count from 1; there is one even of an empty list."""

    page: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // self.size))

    @property
    def offset(self) -> int:
        """How many rows stand before the page."""
        return (self.page - 1) * self.size

    @property
    def first(self) -> int:
        """Number of the first row of the page, from 1; 0 of an empty list."""
        return min(self.offset + 1, self.total)

    @property
    def last(self) -> int:
        """Number of the last row of the page."""
        return min(self.offset + self.size, self.total)


@dataclass(frozen=True, slots=True)
class Pager:
    """A page of a list with the addresses of its neighbours, "" where there is none."""

    paging: Paging
    earlier: str
    later: str


def paging_of(request: Request, total: int, size: int, name: str = "page") -> Paging:
    """The page that is asked for: the nearest there is to it, the first if it is no number.

    `name` is what the query calls it.
    """
    asked = request.args.get(name) or "1"
    number = int(asked) if asked.isdecimal() and len(asked) < 10 else 1
    return Paging(min(max(number, 1), Paging(1, size, total).pages), size, total)


def pager(paging: Paging, address: Callable[[int | None], str]) -> Pager:
    """The page with its neighbours; `address` gives that of a page, None for the first."""
    number = paging.page
    return Pager(
        paging,
        earlier=address(number - 1 if number > 2 else None) if number > 1 else "",
        later=address(number + 1) if number < paging.pages else "",
    )
