"""Appendices that no list names: those of sentences ("a map is attached as Appendix A") and of
lines that open with one ("Appendix A – Map"), under whatever heading they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.fields.listed_papers import Listed, is_appendix, listed_as
from extract.fields.nodes import Outline
from extract.fields.texts import block_text
from extract.layout.blocks import Block, BlockKind
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import wording

_ATTACHED = re.compile(
    r"(?P<title>(?:[Tt]he |[Aa] |[Aa]n )?[^.;:]{3,140}?)\s+(?:is|are|has been|have been)?\s*"
    rf"{wording('attached')}\s+(?:to this report )?(?:as|at|in)\s+"
    rf"(?:{wording('secrecy')} )?[Aa]ppendix\s+(?P<label>[A-Z]|\d{{1,2}}|[IVX]+)\b"
)
_AND_TITLE = re.compile(
    r"\band\s+(?P<title>the [^.;:,]{3,120}?)\s+(?:is (?:attached )?)?(?:at|as|in)\s+"
    r"(?:exempt |confidential )?[Aa]ppendix\s+(?P<label>[A-Z]|\d{1,2})\b"
)
_ATTACHED_AS = re.compile(
    r"(?:[Aa]ttached|[Aa]ppended|[Ii]ncluded) (?:to this report )?(?:as|at|in) [Aa]ppendix "
    r"(?P<label>[A-Z]|\d{1,2}) (?:is|are) (?P<title>[^.;]{3,140})"
)
# An annex of something else ("Annex 2 to the Framework") is none of the report's.
_MENTION = re.compile(
    r"\b(?:[Aa]ppendix\s+(?P<label>[A-Z]|\d{1,2})\b"
    r"|[Aa]nnexe?\s+(?P<annex>[A-Z]|\d{1,2})\b(?!\s+(?:of|to|in)\b))"
)
# Longest line that can be a label and a title, in words.
LINE_WORDS = 30


def attached_papers(outline: Outline) -> Iterator[Listed]:
    """Appendices that the text says are attached, with the title that it gives them."""
    titled: dict[str, Listed] = {}
    mentioned: dict[str, Listed] = {}
    for node in outline.nodes:
        for block in node.blocks:
            for listed in _lines(block):
                titled.setdefault(listed.label.text, listed)
                mentioned.setdefault(listed.label.text, listed)
            text = block_text(block)
            if "ppendix" not in text.text and "nnex" not in text.text:
                continue
            for match in _MENTION.finditer(text.text):
                named = "label" if match["label"] else "annex"
                label = match[named]
                mark = text.slice(match.start(named), match.end(named))
                mentioned.setdefault(label, Listed(mark, NOWHERE))
            for pattern in (_ATTACHED, _AND_TITLE):
                for match in pattern.finditer(text.text):
                    title = _trimmed(text.slice(match.start("title"), match.end("title")))
                    if title:
                        mark = text.slice(match.start("label"), match.end("label"))
                        titled.setdefault(match["label"], Listed(mark, title))
            for match in _ATTACHED_AS.finditer(text.text):
                title = _trimmed(text.slice(match.start("title"), match.end("title")))
                if title:
                    mark = text.slice(match.start("label"), match.end("label"))
                    titled.setdefault(match["label"], Listed(mark, title))
    for label in sorted(mentioned, key=lambda k: (len(k), k)):
        yield titled.get(label, mentioned[label])


def _lines(block: Block) -> Iterator[Listed]:
    """The appendices that lines of a block open with, each with its title."""
    cells = block.cells if block.kind is BlockKind.ROW else ((block,),)
    for line in (line.passage for cell in cells for line in cell):
        if len(line.words) <= LINE_WORDS and is_appendix(line):
            yield from (found for found in listed_as(NOWHERE, line) if found.title)


def _trimmed(title: Passage) -> Passage:
    """A title cut out of a sentence, without its article and what leads up to it."""
    text = title.text
    start = 0
    for lead in re.finditer(r"(?:^|\b(?:and|that|which|of)\s+)(?:the|a|an)\s+", text, re.I):
        if lead.start() == 0:
            start = lead.end()
    words = text[start:].split()
    if (
        not words
        or len(words) > 14
        or words[0].casefold() in ("this", "these", "it", "they", "which")
    ):
        return NOWHERE
    return title.slice(start)
