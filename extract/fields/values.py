"""A value together with the places that it was read from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from extract.layout.passage import Passage
from schemas import Evidence

T = TypeVar("T")
U = TypeVar("U")

# A place: a JSON Pointer relative to the value ("" is the value itself), and the words.
Place = tuple[str, Passage]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value of the record and the passages that its leaves were read from."""

    value: T
    places: tuple[Place, ...] = ()

    def at(self, relative: str) -> tuple[Place, ...]:
        """Its places as those of a part of another value, `relative` being the part's pointer."""
        return tuple((relative + inner, passage) for inner, passage in self.places)

    def evidence(self, path: str) -> Iterable[Evidence]:
        """The evidence of every leaf, `path` being the value's own JSON Pointer."""
        for relative, passage in self.places:
            yield from passage.evidence(path + relative)


def found_text(passage: Passage) -> Found[str] | None:
    """A passage's text as a value, None if it is empty."""
    return Found(passage.text, (("", passage),)) if passage else None


def listed(found: Iterable[Found[T]]) -> Found[tuple[T, ...]]:
    """Several values as one list, their places numbered."""
    values = list(found)
    return Found(
        tuple(item.value for item in values),
        tuple(
            (f"/{at}{relative}", passage)
            for at, item in enumerate(values)
            for relative, passage in item.places
        ),
    )
