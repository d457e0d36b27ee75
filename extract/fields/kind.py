"""What a document is: report, pack, agenda, minutes, decisions, appendix or other.

Decided from what the opening says it is and from the parts that it has; a document that is no
report gives no report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.fields.labelled import Labelled
from extract.fields.nodes import Outline
from extract.fields.recommendations import asks_for_something
from extract.layout.pages import Layout
from extract.lexicon import fold, says
from schemas.vocabulary import DocumentKind, SectionKind

# How many paragraphs of the opening say what a document is.
OPENING = 14
# Longest line that can say it, in words.
TITLE_WORDS = 14
# How much a report looks like one, alone and as the paper of an item.
ALONE, OF_ITEM = 3, 1

# Parts of which a report has one; a form with labels alone has none.
_OWN_PARTS = frozenset(
    {SectionKind.RECOMMENDATIONS, SectionKind.SUMMARY, SectionKind.PURPOSE, SectionKind.REASONS}
    | {SectionKind.ALTERNATIVES, SectionKind.IMPLICATIONS, SectionKind.CONCLUSION}
    | {SectionKind.BACKGROUND_PAPERS, SectionKind.APPENDICES}
)

_PACK = says("kind_pack")
_MINUTES = says("kind_minutes")
_DECISIONS = says("kind_decisions")
_PLANNED = says("kind_planned")
_AGENDA = says("kind_agenda")
_APPENDIX = says("kind_appendix")
_ITEMS = tuple(
    says(name)
    for name in ("item_apologies", "item_interests", "item_minutes", "item_public", "item_next")
)
_PRESENT = says("present")
_RESOLVED, _TO_COME, _DONE = says("resolved"), says("to_come"), says("done")
_OTHER = says("kind_other")
_REPORT_OF = says("kind_report_of")
_OF_PLANNING = says("planning_label")


def kind_of(
    layout: Layout, outline: Outline, labelled: Sequence[Labelled], *, of_item: bool = False
) -> DocumentKind:
    """The kind of a document that holds at most one report (packs are told by the splitter).

    `of_item` says that it is the first paper of an agenda's item, mostly a report.
    """
    opening = [fold(block.text) for block in layout.blocks[:OPENING] if block.text]
    top = " | ".join(text[:160] for text in opening)
    parts = {node.kind for node in outline.nodes} - {SectionKind.OTHER}
    fields = {name for item in labelled if item.front for name in item.fields}
    strength = _strength(outline, parts, fields) + _opening_strength(outline, parts, opening)

    def says(pattern: re.Pattern[str], lines: int = 6) -> bool:
        return any(pattern.search(text[:120]) for text in opening[:lines])

    if _PACK.search(top):
        return DocumentKind.AGENDA_PACK
    if strength < 5 and _is_titled(opening[:3], _PLANNED):
        return DocumentKind.OTHER  # a notice of decisions that are still to be taken
    if says(_DECISIONS) and (strength < 5 or _is_titled(opening[:3], _DECISIONS)):
        return DocumentKind.DECISIONS
    if says(_MINUTES) and strength < 5 and not _comes_first(_AGENDA, _MINUTES, opening):
        return DocumentKind.MINUTES
    if strength < 5 and (meeting := _of_meeting(layout)) is not None:
        return meeting
    if says(_APPENDIX, 4) and strength < 5:
        return DocumentKind.APPENDIX
    if says(_OTHER, 5) and strength < 5:
        return DocumentKind.OTHER
    if says(_AGENDA, 8) and strength < 4:
        return DocumentKind.AGENDA
    stated = parts & _OWN_PARTS or any(_REPORT_OF.match(text) for text in opening)
    least = OF_ITEM if of_item else ALONE
    return DocumentKind.REPORT if strength >= least and stated else DocumentKind.OTHER


def _is_titled(lines: Sequence[str], pattern: re.Pattern[str]) -> bool:
    """Whether a short line at the very top says what the document is."""
    return any(len(line.split()) <= TITLE_WORDS and pattern.search(line) for line in lines)


def _comes_first(one: re.Pattern[str], other: re.Pattern[str], lines: Sequence[str]) -> bool:
    """Whether the first line of two kinds is of the one."""
    found = (text for text in lines if one.search(text[:120]) or other.search(text[:120]))
    first = next(found, "")
    return bool(one.search(first[:120])) and not other.search(first[:120])


def _of_meeting(layout: Layout) -> DocumentKind | None:
    """Minutes or an agenda, told by the items that every meeting has and by their tense."""
    text = " | ".join(fold(block.text) for block in layout.blocks)
    items = sum(bool(pattern.search(text)) for pattern in _ITEMS)
    if items and any(_PRESENT.match(block.text) for block in layout.blocks[:OPENING]):
        return DocumentKind.MINUTES
    if items < 2:
        return None
    if len(_RESOLVED.findall(text)) >= 2:
        return DocumentKind.MINUTES
    if _TO_COME.search(text):
        return DocumentKind.AGENDA
    return DocumentKind.MINUTES if _DONE.search(text) else None


def _opening_strength(outline: Outline, parts: set[SectionKind], opening: Sequence[str]) -> int:
    """How much the opening looks like a report's: what is applied for, or who reports."""
    score = 2 if sum(bool(_OF_PLANNING.match(text)) for text in opening) > 1 else 0
    if not any(_REPORT_OF.match(text) for text in opening):
        return score
    asks = SectionKind.RECOMMENDATIONS not in parts and asks_for_something(outline)
    return score + 1 + 2 * asks


def _strength(outline: Outline, parts: set[SectionKind], fields: set[str]) -> int:
    """How much a document looks like a report: its parts and the labels of its front matter."""
    score = 0
    if SectionKind.RECOMMENDATIONS in parts:
        score += 2
    score += len(parts & {SectionKind.SUMMARY, SectionKind.PURPOSE, SectionKind.REASONS})
    score += SectionKind.ALTERNATIVES in parts
    score += bool(parts & {SectionKind.BACKGROUND_PAPERS, SectionKind.APPENDICES})
    score += bool(fields & {"committee", "date"}) and len(fields) >= 3
    score += min(sum(bool(node.types) for node in outline.nodes) // 2, 2)
    people = {"report_of", "author", "lead_member", "lead_director", "contact", "presenter"}
    score += bool(fields & people)
    score += "title" in fields
    score += bool(fields & {"wards", "key_decision", "confidentiality"})
    return score
