"""One module for each council's layout, and the register of them.

A module gives a `LAYOUT`. To add one, write its module and name it in `LAYOUT_MODULES`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from corpus.model import SampleReport
from corpus.press import Furniture

LAYOUT_MODULES = (
    "plymouth",
    "southampton",
    "cardiff",
    "fife",
    "lewisham",
    "kent",
    "mid_devon",
    "wiltshire",
    "powys",
)


@dataclass(frozen=True)
class Layout:
    """How one council's reports look.

    `complete` adds the wording that the council's form prints by itself and that a record has to
    state; `story` prints a completed report; `furniture` says what stands on every page.
    """

    story: Callable[[SampleReport], list[Any]]
    furniture: Callable[[SampleReport], Furniture]
    complete: Callable[[SampleReport], SampleReport] = lambda sample: sample


def layout(name: str) -> Layout:
    """Return a layout by its module's name; ValueError if there is none."""
    if name not in LAYOUT_MODULES:
        raise ValueError(f"no layout {name!r}")
    found: Layout = import_module(f"corpus.templates.{name}").LAYOUT
    return found
