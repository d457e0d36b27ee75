"""What the text of an implication amounts to: nothing, nothing directly, or something."""

from __future__ import annotations

import re

from extract.fields.ticks import ticked
from extract.lexicon import fold, lexicon
from schemas.vocabulary import ImplicationStatus

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'(£])")
_TICKS = re.compile(r"[☒☑✓☐□✔✗]")
_LIST_MARK = re.compile(r"^[^\w£]*(?:[a-z]\)|\(?[ivx]+\))?\s*")


def status_of(text: str) -> ImplicationStatus:
    """What an implications text amounts to (`no_direct`: none directly, whatever follows)."""
    words = lexicon()
    paragraphs = [p for p in (fold(part) for part in text.split("\n\n")) if p and not _is_form(p)]
    if not paragraphs:
        return ImplicationStatus.NONE if text.strip() else ImplicationStatus.BLANK
    answers = [_answer(p) for p in paragraphs]
    if all(words.none.match(a) for a in answers):
        return ImplicationStatus.NONE
    first, *rest = _SENTENCE_END.split(_unfolded(paragraphs[0], text))
    if rest and len(paragraphs) == 1 and words.none.match(_bare(fold(first))):
        return ImplicationStatus.NONE  # "None. Number plates are not recorded."
    kept = [p for p, a in zip(paragraphs, answers, strict=True) if not words.none.match(a)]
    sentences = [_bare(s) for s in _SENTENCE_END.split(_unfolded(kept[0], text))]
    spoken = [fold(s) for s in sentences if s]
    if len(kept) == 1 and spoken and all(_says_none(s) for s in spoken):
        if words.no_direct.found_in(kept[0]):
            return ImplicationStatus.NO_DIRECT
        return ImplicationStatus.NONE
    if (
        spoken
        and words.none.match(_bare(spoken[-1]))
        and words.reminders.found_in(_bare(spoken[0]))
    ):
        return ImplicationStatus.NONE
    if any(words.no_direct.found_in(s) for s in spoken[:3]):
        return ImplicationStatus.NO_DIRECT
    return ImplicationStatus.SUBSTANTIVE


def _unfolded(paragraph: str, text: str) -> str:
    """The paragraph as printed, whose capitals part its sentences."""
    return next((part for part in text.split("\n\n") if fold(part) == paragraph), paragraph)


def _is_form(paragraph: str) -> bool:
    words = lexicon()
    one_sentence = not _SENTENCE_END.search(paragraph)
    form = words.boilerplate.found_in(paragraph) or words.reminders.found_in(_bare(paragraph))
    return (form and one_sentence) or words.adviser.found_in(paragraph)


def _answer(paragraph: str) -> str:
    """What a paragraph answers: the words behind a question, the ticked one of yes and no."""
    if "?" in paragraph and not paragraph.endswith("?"):
        paragraph = paragraph.rsplit("?", 1)[1]
    elif re.search(r"\by/n\b", paragraph):
        paragraph = re.split(r"\by/n\b", paragraph)[-1]
    if ticked(paragraph) is False and len(paragraph.split()) <= 6:
        return "no"
    return _bare(_TICKS.sub("", paragraph))


def _bare(text: str) -> str:
    return _LIST_MARK.sub("", text.strip()).strip(" .;:,-–")


def _says_none(sentence: str) -> bool:
    words = lexicon()
    bare = _bare(sentence)
    opening = re.match(r"(?:none|not applicable|nil)\s*[:;,-]", bare)
    return bool(opening or words.none.match(bare) or words.none_sentence.match(bare))
