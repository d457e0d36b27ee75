"""Lines that only say who gave an advice ("Finance: Jane Doe, Head of Finance")."""

from __future__ import annotations

import re

from extract.dates import find_dates
from extract.layout.blocks import Block
from extract.layout.labels import is_bullet
from extract.lexicon import fold, lexicon
from extract.persons import parse_person

# An adviser's line: what he is, a colon, who he is.
_ADVISER = re.compile(r"^[A-Z][^:.]{2,70}:\s*")


def is_adviser(block: Block) -> bool:
    """Whether a block only says who gave an advice ("Finance: Jane Doe, Head of Finance")."""
    text = block.text
    if block.label and not is_bullet(block.label.text):
        return False  # a numbered paragraph is part of the advice
    if lexicon().adviser.found_in(fold(text)) and len(block.passage.words) <= 40:
        return True
    if text.endswith(":") and len(block.passage.words) <= 8:
        office = parse_person(text.rstrip(" :"))
        return office.post is not None and office.name is None
    opening = _ADVISER.match(text)
    if opening is None:
        return _is_signed(text)
    if len(block.passage.words) > 20:
        return False
    rest = parse_person(text[opening.end() :])
    return rest.name is not None and (rest.post is not None or rest.extra is None)


def _is_signed(text: str) -> bool:
    """Whether a line is only a name and a post, perhaps with a date ("Jane Doe, Solicitor")."""
    days = find_dates(text)
    bare = text[: days[0].start] if days else text
    if (
        any(c in "£%" for c in bare)
        or len(bare.split()) > 12
        or ("," not in bare and "–" not in bare)
    ):
        return False
    parts = parse_person(bare)
    if parts.name is None or parts.name.start > 0 or parts.post is None:
        return False
    return 1 < len(parts.name.text.split()) < 5
