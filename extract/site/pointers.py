"""JSON Pointers into a report, as anchors of its page and as words for its readers."""

from __future__ import annotations

import re
from typing import Final

#: Values that stand alone, and what they are called.
_ALONE: Final = {
    "council": "Council",
    "meeting/committee": "Committee",
    "meeting/date": "Date of the meeting",
    "meeting/time": "Time of the meeting",
    "meeting/venue": "Place of the meeting",
    "title": "Title",
    "reference": "Reference",
    "agenda_item": "Item of the agenda",
    "report_date": "Date of the report",
    "confidentiality": "Confidentiality",
    "key_decision": "Key decision",
    "summary": "Summary",
    "reasons": "Reasons",
    "alternatives": "Alternatives",
}
#: Values that there are many of, and what one is called.
_MANY: Final = {
    "wards": "Ward",
    "people": "Person",
    "recommendations": "Recommendation",
    "implications": "Implication",
    "appendices": "Appendix",
    "background_papers": "Background paper",
    "sign_offs": "Sign-off",
    "sums": "Sum",
    "legislation": "Act",
    "sections": "Section",
}
_ITEM: Final = re.compile(r"/([a-z_]+)/([0-9]{1,6})(?:/.*)?")


def name_of(pointer: str) -> str:
    """What the value is called: "/recommendations/0/text" is "Recommendation 1"."""
    item = _ITEM.fullmatch(pointer)
    if item and item[1] in _MANY:
        return f"{_MANY[item[1]]} {int(item[2]) + 1}"
    return next((name for key, name in _ALONE.items() if _is_in(pointer, key)), "Value")


def anchor_of(pointer: str) -> str:
    """Where it is on the report's page: "/recommendations/0/text" is "recommendation-0"."""
    item = _ITEM.fullmatch(pointer)
    if item and item[1] in _MANY:
        return f"{_slug(_MANY[item[1]])}-{int(item[2])}"
    return next((_slug(key) for key in _ALONE if _is_in(pointer, key)), "record")


def _is_in(pointer: str, key: str) -> bool:
    return pointer == f"/{key}" or pointer.startswith(f"/{key}/")


def _slug(name: str) -> str:
    return re.sub(r"[^a-z]+", "-", name.lower())
