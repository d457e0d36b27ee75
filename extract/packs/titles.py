"""What the parts of a pack are called: by their headings, or by what they say that they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from extract.fields.meeting_lines import pieces_of
from extract.layout.blocks import Block
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, says
from extract.packs.marks import ATTACHED, item_stamp
from schemas.vocabulary import PartKind

#: Lines at the top of a paper among which its title is looked for, and its longest, in words.
TOP, _TITLE_WORDS = 6, 24
#: Blocks that open minutes, a notice of decisions or an agenda.
_OPENING: Final = 14

_SAID = {
    PartKind.AGENDA: (says("kind_agenda"),),
    PartKind.MINUTES: (says("kind_minutes"), says("opens_minutes")),
    PartKind.DECISIONS: (says("kind_decisions"),),
}
#: Parts that are called by the meeting that they are of.
OF_A_MEETING: Final = frozenset(_SAID)
_PRESENT, _APOLOGIES = says("present"), says("item_apologies")


def heading_of(lines: Sequence[Passage]) -> tuple[Passage, Passage]:
    """The label ("A" of "Appendix A") and the title among the lines at the top of a paper."""
    top = [line for line in lines if not _says_nothing(line.text)][:TOP]
    for at, line in enumerate(top):
        found = ATTACHED.fullmatch(line.text)
        if found is None:
            continue
        label = line.slice(found.start("label"), found.end("label"))
        if found["title"]:
            return label, line.slice(found.start("title"))
        return label, next((other for other in top[at + 1 :] if _may_be_title(other)), NOWHERE)
    titles = [line for line in top if _may_be_title(line)]
    return NOWHERE, max(titles, key=lambda line: line.words[0].size, default=NOWHERE)


def meeting_title(kind: PartKind, blocks: Sequence[Block], body: Passage) -> Passage:
    """What minutes, a notice of decisions or an agenda is called, `body` being who meets.

    That is the line that says what it is, if it says more ("Minutes of the Cabinet, 4 May 2026");
    else the name of the body. An agenda has the body's name: what opens it is the notice.
    """
    said, alone = next(_saying(kind, blocks), (NOWHERE, True))
    if body and (alone or kind is PartKind.AGENDA):
        return body
    return _with_rest(said, body)


def _saying(kind: PartKind, blocks: Sequence[Block]) -> Iterator[tuple[Passage, bool]]:
    """The lines that say what a paper is, above who was present; whether they say only that."""
    for piece in pieces_of(blocks[:_OPENING]):
        folded = fold(piece.text)
        if _PRESENT.match(folded) or _APOLOGIES.search(folded):
            return
        if piece.label or not _may_be_title(piece.passage):
            continue
        if any(said.search(folded) for said in _SAID[kind]):
            yield piece.passage, any(said.fullmatch(folded) for said in _SAID[kind])


def _with_rest(title: Passage, body: Passage) -> Passage:
    """A title that ends in the name of a body, with what of the name stands on the next line."""
    if not title or title.words[-1] not in body.words:
        return title
    rest = body.words[body.words.index(title.words[-1]) + 1 :]
    return Passage.run_on([title, Passage.of(rest)])


def _says_nothing(text: str) -> bool:
    return bool(item_stamp(text)) or sum(c.isalpha() for c in text) < 3


def _may_be_title(line: Passage) -> bool:
    return line.text[:1].isupper() and len(line.words) <= _TITLE_WORDS
