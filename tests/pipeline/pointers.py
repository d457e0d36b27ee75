"""A record as its leaves, each with the JSON Pointer by which evidence names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from schemas import Evidence, Report

Leaf = str | int | bool


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Leaf]]:
    """Every leaf of a record that says something, with its JSON Pointer (RFC 6901)."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from leaves(inner, f"{path}/{at}")
    elif value is not None and value != "":
        yield path, value


def record_of(report: Report) -> dict[str, Any]:
    """A report as the JSON that its evidence points into."""
    return report.model_dump(mode="json", exclude={"evidence"})


def places_of(report: Report) -> dict[str, list[Evidence]]:
    """The evidence of a report by the value it belongs to."""
    places: dict[str, list[Evidence]] = defaultdict(list)
    for item in report.evidence:
        places[item.path].append(item)
    return places
