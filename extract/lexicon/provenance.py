"""Which lines of the lexicon were learnt from which council's documents, and reading without them.

`provenance.toml` says it. A line that is not there is general wording of UK councils. `leaving_out`
makes `lexicon()` forget what one council alone has taught it, to measure how documents of a council
that nobody has seen would be read. Nothing else calls it: parsing as such knows the whole lexicon.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

_left_out: ContextVar[str | None] = ContextVar("council left out of the lexicon", default=None)


@contextmanager
def leaving_out(council: str) -> Iterator[None]:
    """Read as if no document of `council` had ever been seen.

    `council` is what it goes by in `provenance.toml`: its code in the register ("PLY") or its name.

    It holds for this thread or task alone. A pool's workers start without it: call it there.
    """
    token = _left_out.set(council)
    try:
        yield
    finally:
        _left_out.reset(token)


def left_out() -> str | None:
    """The council that is left out here and now; None in normal parsing."""
    return _left_out.get()


@cache
def learnt() -> Mapping[str, frozenset[str]]:
    """The councils whose documents taught a line, by the line as it stands."""
    text = Path(__file__).with_name("provenance.toml").read_text("utf-8")
    lines: dict[str, frozenset[str]] = defaultdict(frozenset)
    for council, taught in tomllib.loads(text).items():
        for line in taught:
            lines[line] |= {council}
    return MappingProxyType(lines)


def only_from(council: str) -> frozenset[str]:
    """The lines that nobody but this council has taught."""
    return frozenset(line for line, councils in learnt().items() if councils == {council})


def without(table: Mapping[str, Any], lines: frozenset[str]) -> dict[str, Any]:
    """A table of the lexicon, and the tables inside it, less some lines."""
    return {
        name: without(entry, lines)
        if isinstance(entry, Mapping)
        else [line for line in entry if line not in lines]
        for name, entry in table.items()
    }
