"""What a document is: report, pack, agenda, minutes, decisions, appendix or other.

Decided from what the opening says it is and from the parts that it has; a document that is no
report gives no report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.fields.labelled import Labelled
from extract.fields.outline import Outline
from extract.layout.pages import Layout
from extract.lexicon import fold
from schemas.vocabulary import DocumentKind, SectionKind

# How many paragraphs of the opening say what a document is.
OPENING = 14

_PACK = re.compile(
    r"public (?:reports |document )?pack|agenda reports pack|reports pack|document pack"
)
_MINUTES = re.compile(
    r"^(?:(?:draft|printed|public) )?minutes\b|^minutes of|^cofnodion|\bminutes of (?:a|the) meeting"
)
_DECISIONS = re.compile(
    r"^(?:record of|notice of|notification of|proposed record of|printed|statement of) (?:\w+ )*decisions?|^decisions? (?:notice|record|sheet|list)|"
    r"decision notice|^decisions (?:taken|made)|proposed record of decision|record of decision"
)
_AGENDA = re.compile(
    r"^agenda(?: frontsheet| for)?\b|^supplementary agenda|notice of meeting|you are (?:hereby )?(?:summoned|invited)"
)
_APPENDIX = re.compile(
    r"^(?:appendix|annexe?) [a-z0-9]{1,3}\b|^(?:equality|equalities|integrated|data protection|climate) impact (?:assessment|analysis)|^eqia\b|equality analysis"
)
_ITEMS = (
    r"apologies",
    r"declarations? of (?:\w+ )*interests?",
    r"minutes of the (?:previous|last|meeting)|\bminutes\b",
    r"public (?:participation|questions|forum)",
    r"date of (?:the )?next meeting",
)
_OTHER = re.compile(
    r"\bforward plan\b|\bquestions? (?:from|by|and answers?|to)\b|^petition|^public (?:questions|statements)|public forum|^press release|^newsletter"
)


def kind_of(layout: Layout, outline: Outline, labelled: Sequence[Labelled]) -> DocumentKind:
    """The kind of a document that holds at most one report (packs are told by the splitter)."""
    opening = [fold(block.text) for block in layout.blocks[:OPENING] if block.text]
    top = " | ".join(text[:160] for text in opening)
    parts = {node.kind for node in outline.nodes} - {SectionKind.OTHER}
    fields = {name for item in labelled if item.front for name in item.fields}
    strength = _strength(outline, parts, fields)

    def says(pattern: re.Pattern[str], lines: int = 6) -> bool:
        return any(pattern.search(text[:120]) for text in opening[:lines])

    if _PACK.search(top):
        return DocumentKind.AGENDA_PACK
    if says(_DECISIONS) and (strength < 5 or _is_titled(opening[:3], _DECISIONS)):
        return DocumentKind.DECISIONS
    if says(_MINUTES) and strength < 5:
        return DocumentKind.MINUTES
    if strength < 5 and (meeting := _of_meeting(layout)) is not None:
        return meeting
    if says(_APPENDIX, 4) and strength < 5:
        return DocumentKind.APPENDIX
    if says(_OTHER, 5) and strength < 5:
        return DocumentKind.OTHER
    if says(_AGENDA, 8) and strength < 4:
        return DocumentKind.AGENDA
    return DocumentKind.REPORT if strength >= 3 else DocumentKind.OTHER


def _is_titled(lines: Sequence[str], pattern: re.Pattern[str]) -> bool:
    """Whether a short line at the very top says what the document is."""
    return any(len(line.split()) <= 10 and pattern.search(line) for line in lines)


def _of_meeting(layout: Layout) -> DocumentKind | None:
    """Minutes or an agenda, told by the items that every meeting has and by their tense."""
    text = " | ".join(fold(block.text) for block in layout.blocks)
    items = sum(bool(re.search(pattern, text)) for pattern in _ITEMS)
    if items < 2:
        return None
    if len(re.findall(r"\bresolved\b|\bmeeting (?:ended|closed|rose|finished)\b", text)) >= 2:
        return DocumentKind.MINUTES
    if re.search(r"\bsummoned\b|\bto receive apologies|\bto (?:approve|confirm) the minutes", text):
        return DocumentKind.AGENDA
    return DocumentKind.MINUTES if re.search(r"\bwere (?:agreed|approved|noted)\b", text) else None


def _strength(outline: Outline, parts: set[SectionKind], fields: set[str]) -> int:
    """How much a document looks like a report: its parts and the labels of its front matter."""
    score = 0
    if SectionKind.RECOMMENDATIONS in parts:
        score += 2
    score += len(parts & {SectionKind.SUMMARY, SectionKind.PURPOSE, SectionKind.REASONS})
    score += SectionKind.ALTERNATIVES in parts
    score += SectionKind.BACKGROUND_PAPERS in parts
    score += min(sum(bool(node.types) for node in outline.nodes) // 2, 2)
    people = {"report_of", "author", "lead_member", "lead_director", "contact", "presenter"}
    score += bool(fields & people)
    score += "title" in fields
    score += bool(fields & {"wards", "key_decision", "confidentiality"})
    return score
