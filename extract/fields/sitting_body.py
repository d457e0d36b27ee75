"""Which body meets, from the lines that open its papers.

The name may go over two lines ("Transport & Connectivity / Policy Committee"), stand behind what
the paper is ("Minutes of the Cabinet") or before it ("Planning Committee – Agenda"). The council's
own name is the letterhead, unless no other body is named: then the full council meets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.dates import find_dates
from extract.fields.bodies import sitting_in
from extract.fields.front import is_council
from extract.fields.meeting_lines import Piece
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, says, wording
from extract.persons import parse_person

_LEAD = re.compile(rf"{wording('meeting_lead')}(?:\s*[-–—:|]\s*|\s+|$)", re.IGNORECASE)
_TAIL = re.compile(rf"(?:^|\s*[-–—:|]\s*|\s+){wording('meeting_tail')}\s*$", re.IGNORECASE)
_BODY = re.compile(rf"\b{wording('body')}s?\b", re.IGNORECASE)
_ENDS = re.compile(rf"\b{wording('body')}s?$", re.IGNORECASE)
_BODY_END = says("meeting_body_end")
_NOT_BODY, _PLACE = says("not_body"), re.compile(rf"\b{wording('place')}\b", re.IGNORECASE)
_ADDRESSED_LABELS = frozenset({"to", "i", "report to", "for"})
_HANGING = re.compile(r"(?:\b(?:and|of|for|the)|&|,|-)$", re.IGNORECASE)
_WHOLE_COUNCIL = re.compile(
    r"(?:the )?(?:full |county |city |borough |district )?council", re.IGNORECASE
)
# Longest name of a body, longest line of one that goes on over the next, in words; how many lines
# of an opening can name one; and how much larger than the next best a title is printed.
_NAME_WORDS, _PART_WORDS, _LINES, _LARGER = 14, 8, 30, 1.15


def body_of(pieces: Sequence[Piece], furniture: Sequence[Passage], council: str | None) -> Passage:
    """The body that labels, lines of their own or running heads name; the council's name last."""
    named: list[tuple[float, Passage]] = []
    own = NOWHERE
    labelled = [p for p in pieces if "committee" in p.fields]
    for piece in labelled:
        body = _name_in(piece.passage)
        if body and not is_council(body.text, council):
            return body
    for at, piece in enumerate(pieces[:_LINES]):
        if piece.label:
            continue
        for words in _over_lines(pieces, at):
            body = _name_in(words)
            if not body:
                continue
            if not is_council(body.text, council):
                named.append((piece.size, body))
            elif not own and (body.text != words.text or _WHOLE_COUNCIL.fullmatch(body.text)):
                own = body  # "Meeting of the Council", not the letterhead
            break
    if named:
        largest = max(size for size, _ in named)
        return next(body for size, body in named if size * _LARGER >= largest)
    running = (_name_in(words) for words in furniture)
    other = next((b for b in running if b and not is_council(b.text, council)), NOWHERE)
    if other or own:
        return other or own
    heads = (_name_in(piece.passage) for piece in pieces[:_LINES] if not piece.label)
    return next((body for body in heads if body), NOWHERE)


def names_a_body(words: Passage) -> bool:
    """Whether words are the name of a body, not a post, a place or a sentence."""
    text = fold(words.text)
    if not _BODY.search(text) or len(words.words) > _NAME_WORDS or words.text.endswith((".", "?")):
        return False
    if not words.text[:1].isupper() or _NOT_BODY.fullmatch(text) or "@" in text:
        return False
    somebody = parse_person(words.text)
    if somebody.honorific or (somebody.name and not _ENDS.search(text)):
        return False
    return not _is_place(text)


def _is_place(text: str) -> bool:
    """Whether words name a place: "Council House, Civic Centre" has no body behind the place."""
    places = list(_PLACE.finditer(text))
    bodies = list(_BODY.finditer(text))
    return bool(places) and (not bodies or places[-1].start() > bodies[-1].start())


def _name_in(words: Passage) -> Passage:
    """The body that a line names, without what the paper is, the date and what leads up to them."""
    if len(words.words) > 2 * _NAME_WORDS:
        return NOWHERE
    if lead := _LEAD.match(words.text):
        words = words.slice(lead.end())
    if not words:
        return NOWHERE
    body = sitting_in(words).body
    while tail := _TAIL.search(body.text):
        body = body.slice(0, tail.start())
    return body if body and names_a_body(body) else NOWHERE


def _over_lines(pieces: Sequence[Piece], at: int) -> Iterator[Passage]:
    """A line with those after it that go on with a name, the longest first; then by itself."""
    first = pieces[at]
    joined = [first.passage]
    for after in pieces[at + 1 : at + 3]:
        if after.label or not _goes_on(pieces, joined[-1], first, after):
            break
        joined.append(after.passage)
    for count in range(len(joined), 0, -1):
        yield Passage.run_on(joined[:count])


def _goes_on(pieces: Sequence[Piece], above: Passage, first: Piece, after: Piece) -> bool:
    """Whether a line goes on with the name of a body that the one above it begins."""
    if (
        abs(first.size - after.size) > 1
        or max(len(above.words), len(after.passage.words)) > _PART_WORDS
    ):
        return False
    bare = above
    if lead := _LEAD.match(above.text):
        bare = above.slice(lead.end())
    if not bare or find_dates(above.text) or find_dates(after.text) or is_council(bare.text, None):
        return False
    if _NOT_BODY.fullmatch(fold(bare.text)) or above.text.endswith((".", ":")):
        return False
    if _HANGING.search(bare.text) or after.text[:1].islower():
        return True
    ended = _BODY.search(fold(bare.text.split()[-1]))
    return not ended and bool(_BODY_END.match(fold(after.text)))
