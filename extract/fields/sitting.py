"""The meeting that an agenda calls, or that minutes and notices of decisions tell of.

A sentence says it all ("Minutes of a meeting of the Cabinet held in the Guildhall on 4 May 2026 at
2.00 pm"), or labels do, or it stands in lines of its own: the body in large print, the day and the
time, the place. The words are data: `meeting_…`, `place` and others in `lexicon/wording.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.dates import find_dates
from extract.fields.agenda_entry import opening_number
from extract.fields.front import is_council
from extract.fields.meeting_lines import pieces_of
from extract.fields.members import members_in
from extract.fields.sitting_body import body_of
from extract.fields.sitting_words import clock_of, day_of, stated, venue_of
from extract.fields.values import Found, listed
from extract.layout.blocks import Block, BlockKind
from extract.layout.labels import is_bullet
from extract.layout.pages import Layout
from extract.lexicon import fold, says
from schemas import Member, Sitting

_STANDARD, _FIRST = says("agenda_standard"), says("agenda_opening")
_MEMBERSHIP = says("members_below")
# How many blocks list members behind the items.
_LIST = 30
# How many blocks open a paper, where no item of business ends the opening.
_OPENING = 40


def sitting_of(layout: Layout, council: str | None) -> Found[Sitting]:
    """The meeting that minutes, a notice of decisions or an agenda is of."""
    return sitting_in_opening(layout, _first_item(layout.blocks), council)


def sitting_in_opening(
    layout: Layout, first_item: int | None, council: str | None
) -> Found[Sitting]:
    """The meeting, from the blocks above the first item of business."""
    blocks = layout.blocks[: _OPENING if first_item is None else first_item]
    pieces = pieces_of(blocks)
    said = stated(pieces)
    body = said.body
    if not body or is_council(body.text, council):
        other = body_of(pieces, layout.furniture, council)
        fuller = fold(other.text).endswith(fold(body.text)) and len(other.text) > len(body.text)
        if not (body and is_council(other.text, council)) or fuller:
            body = other or body
    day, at = (said.day, None) if said.day else day_of(pieces)
    clock = said.clock if said.clock.time else clock_of(pieces, at, day)
    venue = said.venue or venue_of(pieces, at, day)
    members = listed(members_in(pieces) or _members_below(layout.blocks[len(blocks) :]))
    days = find_dates(day.text)
    value = Sitting(
        committee=body.text or None,
        date=days[0].value.isoformat() if days else None,
        time=clock.time,
        venue=venue.text or None,
        members=members.value,
    )
    places = {"/committee": body, "/date": day, "/time": clock.words, "/venue": venue}
    held = tuple((path, words) for path, words in places.items() if words)
    return Found(value, (*held, *members.at("/members")))


def _members_below(blocks: Sequence[Block]) -> list[Found[Member]]:
    """The members that an agenda lists behind its items, below a heading that says so."""
    for at, block in enumerate(blocks):
        if _MEMBERSHIP.fullmatch(fold(block.text)):
            return members_in(pieces_of(blocks[at : at + _LIST]))
    return []


def _first_item(blocks: Sequence[Block]) -> int | None:
    """The block that opens the first item of business: numbered, and set or worded as one."""
    for at, block in enumerate(blocks):
        label = block.label if block.label and not is_bullet(block.label.text) else None
        number, _, words = opening_number(block.passage)
        if block.kind is BlockKind.ROW:
            number, words = block.cell(0), block.cell(1)
        standard = len(words.words) <= 8 and _STANDARD.search(fold(words.text))
        numbered = label or (number.text[:1].isdigit() and words)  # a stamp has no words
        if numbered and (block.bold or block.level or standard):
            return at
        first = _FIRST.match(fold(words.text)) and "minute" not in fold(words.text)
        if at and block.bold and first and not words.text.endswith(":"):
            return at
    return None
