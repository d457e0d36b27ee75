"""Appendices and background papers: those listed, or said to be attached."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.fields.attached_papers import attached_papers
from extract.fields.exemptions import exemption_places, exemptions_in
from extract.fields.labelled import Labelled
from extract.fields.listed_papers import EXEMPT_WORD, Listed, is_appendix, listed_as, listed_papers
from extract.fields.nodes import Outline
from extract.fields.texts import before_signature
from extract.fields.values import Found
from extract.layout.passage import Passage
from extract.lexicon import fold, lexicon
from schemas import Appendix, BackgroundPaper
from schemas.vocabulary import SectionKind

_ADDRESS = re.compile(
    r"\s*(?:available (?:at|on|from|here)[:\s]*)?(?:https?://|www\.)\S+.*$", re.I | re.S
)
_PAPERS = SectionKind.BACKGROUND_PAPERS


def appendices(
    outline: Outline, labelled: Sequence[Labelled], statement: Passage
) -> list[Found[Appendix]]:
    """The appendices that are listed; where there is no list, those said to be attached.

    `statement` is the report's confidentiality statement, which may name the exempt ones.
    """
    found: list[Listed] = []
    for at, node in outline.of_kind(SectionKind.APPENDICES):
        blocks = before_signature(outline.body(at))
        found = [item for item in listed_papers(blocks, node.head) if _is_appendix(item)]
        if found:
            break
    for item in labelled if not found else ():
        if "appendices" in item.fields:
            found = [listed for listed in listed_papers(item.value) if _is_appendix(listed)]
    if not found:
        found = list(_among_papers(outline)) or list(attached_papers(outline))
    return [_appendix(item, statement) for item in _unique(found)]


def _among_papers(outline: Outline) -> Iterator[Listed]:
    """Appendices listed as such under the heading of the background papers."""
    for at, _ in outline.of_kind(_PAPERS):
        for item in listed_papers(before_signature(outline.body(at)), bare=True):
            if is_appendix(item.title):
                yield from listed_as(item.label, item.title)


def background_papers(
    outline: Outline, labelled: Sequence[Labelled], attached: Found[tuple[Appendix, ...]]
) -> list[Found[BackgroundPaper]]:
    """The background papers listed; "None" gives no entry.

    One that is called an appendix counts here unless it was read as one (`attached`).
    """
    counted = {words.words[-1] for at, words in attached.places if at.endswith("/title")}
    result: list[Found[BackgroundPaper]] = []
    lists = [before_signature(outline.body(at)) for at, _ in outline.of_kind(_PAPERS)]
    lists += [list(item.value) for item in labelled if "background_papers" in item.fields]
    for blocks in lists:
        for item in listed_papers(blocks, bare=True):
            cut = _ADDRESS.sub("", item.title.text)
            title = item.title.slice(0, len(cut))
            broken_link = title.text.startswith("/") or ("_" in title.text and "/" in title.text)
            if not title or _says_none(title) or len(title.words) > 60 or broken_link:
                continue
            if title.words[-1] in counted:
                continue
            marks = item.exemptions or exemptions_in(title)
            paper = BackgroundPaper(
                title=title.text, paragraphs=tuple(mark.number for mark in marks)
            )
            result.append(Found(paper, (("/title", title), *exemption_places(marks))))
        if result:
            break
    return result


def _is_appendix(item: Listed) -> bool:
    if not item.title and not item.label:
        return False
    return not _says_none(item.title) and len(item.title.words) <= 60


def _says_none(title: Passage) -> bool:
    folded = fold(title.text).strip(" .:-*")
    if lexicon().none.match(folded):
        return True
    return bool(
        re.match(
            r"(?:there (?:are|were|is) no|no (?:\w+ )?(?:background|appendi|unpublished))", folded
        )
    )


def _unique(items: Iterable[Listed]) -> Iterator[Listed]:
    seen: set[tuple[str, str]] = set()
    for item in items:
        key = (item.label.text.strip("(). ").casefold(), fold(item.title.text))
        if key not in seen:
            seen.add(key)
            yield item


def _appendix(item: Listed, statement: Passage) -> Found[Appendix]:
    label = item.label.text.strip("():. ")
    marks = item.exemptions or exemptions_in(item.title)
    named = bool(label) and _named_exempt(label, statement.text)
    if not marks and (named or EXEMPT_WORD.search(item.title.text)):
        marks = exemptions_in(statement)
    places = [("/title", item.title)] if item.title else []
    if item.label:
        places.append(("/label", item.label))
    value = Appendix(
        label=label, title=item.title.text, paragraphs=tuple(mark.number for mark in marks)
    )
    return Found(value, (*places, *exemption_places(marks)))


def _named_exempt(label: str, statement: str) -> bool:
    """Whether the confidentiality statement names the appendix with this label."""
    mark = re.escape(label)
    one = rf"\b(?:appendix|annexe?|schedule|enclosure)\s+(?:no\.?\s*)?{mark}\b"
    several = rf"\b(?:appendices|annexes|schedules)\s+(?:[\w]{{1,3}}\s*(?:,|and|&)\s*)*{mark}\b"
    return bool(re.search(f"{one}|{several}", statement, re.IGNORECASE))
