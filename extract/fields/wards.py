"""The wards or divisions that a report affects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.fields.front import labelled_first
from extract.fields.labelled import Labelled
from extract.fields.nodes import Outline
from extract.fields.ticks import ticked
from extract.fields.values import Found
from extract.layout.blocks import joined
from extract.layout.passage import Passage
from extract.lexicon import fold, lexicon
from extract.office import words_of_office
from extract.register import Register

_SPLIT_WARDS = re.compile(r"\s*(?:;|\n+|\s/\s|•)\s*")
_LAST_AND = re.compile(r"(.+)\s+(?:and|&)\s+(?=\S)")
# "If yes, name(s) of ward(s): Erdington; Stockland Green", beside the boxes.
_WARDS_NAMED = re.compile(r"ward\(?s?\)?\s*:\s*(?P<wards>[^☐☒☑\n]+)", re.IGNORECASE)
# "This matter affects the Lock and Towpath wards": a name begins with a capital.
_NAMED = (
    r"[A-Z][\w’'&-]*(?:,? (?:[A-Z][\w’'&-]*|of|on|the|in|and|with|le|upon|under|by|next)){0,16}?"
)
_SENTENCE = re.compile(
    r"\b(?:[Tt]his|[Tt]he) (?:report|matter|item|decision|proposal|scheme|application) "
    r"(?:will |directly )?affects? (?:the )?(?:(?P<all>all (?:[a-z-]+ ){0,2}(?:wards|divisions))\b"
    rf"|(?:[Ww]ards? of )?(?P<wards>{_NAMED}) (?:[Ww]ard|(?:[Ee]lectoral )?[Dd]ivision)s?\b)"
)
_EVERYWHERE = re.compile(r"(?:city|borough|county|district|council)-?wide\s*:?\s*[✓✔☒☑xX]")


def wards_of(labelled: Sequence[Labelled], outline: Outline) -> Found[tuple[str, ...]]:
    """The wards as printed, split; every ward is "All", none is an empty list."""
    words = lexicon()
    for item in labelled_first(labelled, "wards", front=False):
        passage = joined(item.value)
        if (answer := ticked(passage.text)) is not None:
            named = _WARDS_NAMED.search(passage.text)
            if answer and named:
                passage = passage.slice(named.start("wards"), named.end("wards"))
            elif not answer and "all wards" in fold(passage.text):
                return Found(("All",), (("/0", passage),))
            else:
                continue
        if words_of_office().member_honorific.opens(passage.text):
            continue  # the members of the place, not the place
        folded = fold(passage.text).strip(" .,;()")
        if words.no_wards.match(folded):
            return Found(())
        bare = folded.strip("- ")
        whole = bare.startswith("all ") and Register.load().is_authority(bare.removeprefix("all "))
        if whole or words.all_wards.match(bare) or _EVERYWHERE.search(folded):
            return Found(("All",), (("/0", passage),))
        parts = list(_split(passage))
        sentence = passage.text.endswith(".") and len(passage.words) > 6
        if parts and not sentence and all(len(part.words) <= 8 for part in parts):
            return _listed(parts)
    return _in_a_sentence(outline)


def _listed(parts: Sequence[Passage]) -> Found[tuple[str, ...]]:
    return Found(
        tuple(part.text for part in parts),
        tuple((f"/{at}", part) for at, part in enumerate(parts)),
    )


def _in_a_sentence(outline: Outline) -> Found[tuple[str, ...]]:
    """The wards that a sentence of the report says it affects."""
    for node in outline.nodes:
        for block in node.blocks:
            if said := _SENTENCE.search(block.text):
                group = "all" if said["all"] else "wards"
                place = block.passage.slice(said.start(group), said.end(group))
                return (
                    Found(("All",), (("/0", place),)) if said["all"] else _listed([*_split(place)])
                )
    return Found(())


def _split(passage: Passage) -> Iterator[Passage]:
    text = passage.text
    listed = bool(_SPLIT_WARDS.search(text))
    pattern = _SPLIT_WARDS if listed else re.compile(r"\s*,\s*(?:and\s+)?")
    pieces: list[Passage] = []
    at = 0
    for cut in pattern.finditer(text):
        pieces.append(passage.slice(at, cut.start()))
        at = cut.end()
    pieces.append(passage.slice(at))
    if not listed and len(pieces) > 1 and (last := _LAST_AND.match(pieces[-1].text)):
        tail = pieces.pop()
        pieces += [tail.slice(0, last.end(1)), tail.slice(last.end())]
    for piece in pieces:
        bare = piece.text.strip(" .,;")
        if bare and fold(bare) not in ("and", "wards"):
            yield piece.slice(0, len(bare)) if piece.text.startswith(bare) else piece
