"""The words of the vocabularies, as a reader sees them."""

from __future__ import annotations

from typing import Final

#: Values that are not simply their name with spaces.
_WORDS: Final = {
    "agenda_pack": "agenda pack",
    "appendix": "appendix",
    "decisions": "notice of decisions",
    "eia": "equality impact assessment",
    "hr": "human resources",
    "ict": "ICT",
    "no_direct": "no direct",
    "none": "none",
    "open": "open to the public",
    "part_exempt": "exempt in part",
    "exempt": "exempt",
    "unstated": "not stated",
}


def words_of(value: str | None) -> str:
    """A vocabulary's value in words: "cabinet_member" is "cabinet member"; "" for none."""
    if value is None:
        return ""
    return _WORDS.get(value, value.replace("_", " "))
