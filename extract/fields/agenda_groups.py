"""Parts of an agenda, and whether the public may stay: "UNRESTRICTED ITEMS", "PART II", exclusion.

A heading of a group holds for the items below it up to the next. The item that excludes the press
and the public holds for those behind it, unless it only asks which they will be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.fields.agenda_entry import Entry
from extract.fields.exemptions import Exemption, exemption_places, exemptions_in
from extract.fields.values import Found
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, lexicon, says
from schemas import Confidentiality
from schemas.vocabulary import ConfidentialityStatus

_OPEN, _EXEMPT = ConfidentialityStatus.OPEN, ConfidentialityStatus.EXEMPT
_UNSTATED = ConfidentialityStatus.UNSTATED
# Headings of groups: taken in public, in private, named as a part without a word of either, other.
_PUBLIC, _PRIVATE = says("agenda_public"), says("agenda_private")
_PART, _OTHER = says("agenda_part"), says("agenda_group")
# What says in a part's heading, or below it, that it is taken in private, or in public.
_SECRET, _ADMITTED = says("agenda_secret"), says("agenda_admitted")
_EXCLUDES, _RESOLVES = says("agenda_excludes"), says("agenda_resolves")
_OPENING = says("agenda_opening")
_IDENTIFIES, _REMAINING = says("agenda_identifies"), says("agenda_remaining")
# What says in an item that it, or a paper of it, is kept from the public.
_WITHHELD, _ALONE = says("agenda_withheld"), says("agenda_alone")
_LETTER, _PAGE = re.compile(r"[A-H][.)]\s+(?=[A-Z])"), says("agenda_column_pages")
_BRACKET = re.compile(r"[(\[][^()\[\]]+[)\]]")
_SENTENCE = re.compile(r"[^.;\n]+(?:[.;](?=\s|$)|$)")
# Longest heading of a group, and one that says "Part II" and what that is, in words.
_HEADING_WORDS, _PART_WORDS = 22, 40


@dataclass(frozen=True, slots=True)
class Group:
    """What the agenda says of the items that follow: a heading, or a resolution to exclude."""

    words: Passage = NOWHERE
    status: ConfidentialityStatus = _UNSTATED
    exemptions: tuple[Exemption, ...] = ()

    def found(self) -> Found[Confidentiality]:
        """What it makes of an item that says nothing itself."""
        if self.status is _UNSTATED:
            return Found(Confidentiality())
        return _found(self.words, self.status, self.exemptions if self.status is _EXEMPT else ())


def is_group(entry: Entry) -> bool:
    """Whether an entry heads a part of the agenda."""
    text = fold(heading_of(entry).text)
    longest = _PART_WORDS if _PART.match(text) else _HEADING_WORDS
    if entry.pages or len(entry.words.words) > longest or text.endswith((".", ";", ",")):
        return False
    if entry.number and not (entry.bold or entry.block.caps):
        return False
    if _lettered(entry) and entry.bold:
        return True
    return any(each.match(text) for each in (_PUBLIC, _PRIVATE, _PART, _OTHER))


def heading_of(entry: Entry) -> Passage:
    """The heading without the letter before it and the word above a column of pages."""
    letter = _lettered(entry)
    words = entry.head.slice(letter.end()) if letter else entry.head
    rest = [part for part in entry.rest if not _PAGE.fullmatch(fold(part.text))]
    return Passage.join([words, *rest])


def _lettered(entry: Entry) -> re.Match[str] | None:
    """The letter that opens the heading of a part ("B. Items for decision")."""
    return _LETTER.match(entry.head.text) if not entry.number else None


def group_of(heading: Passage, below: Sequence[Passage]) -> Group:
    """A group by its heading and by what stands below it, above its first item."""
    said = Passage.join([heading, *below])
    text, whole = fold(heading.text), fold(said.text)
    part = _PART.match(text)
    if _PRIVATE.match(text) or (part and _SECRET.search(whole)):
        return Group(heading, _EXEMPT, exemptions_in(said))
    if _PUBLIC.match(text) or (part and _ADMITTED.search(whole)):
        return Group(heading, _OPEN)
    return Group()


def excluding(title: Passage, text: Passage, later: Sequence[Passage]) -> Group | None:
    """The group that an item opens by which the public is excluded; `later` are titles after it."""
    said = Passage.join([title, text])
    whole = fold(said.text)
    resolves = _RESOLVES.search(whole) and _REMAINING.search(whole)
    if not (resolves or _EXCLUDES.search(fold(title.text))):
        return None
    goes_on = any(_OPENING.search(fold(each.text)) for each in later)
    if not _REMAINING.search(whole) and (goes_on or _IDENTIFIES.search(whole)):
        return None
    return Group(title, _EXEMPT, exemptions_in(said))


def item_secrecy(
    title: Passage, text: Passage, column: Passage, group: Group
) -> Found[Confidentiality]:
    """Whether an item is taken in public: its own words, those of its column, or its group's."""
    if _EXCLUDES.search(fold(title.text)):
        return group.found()  # it speaks of other items
    for statement in _statements(title, text, column):
        status = _status(statement)
        if status is _UNSTATED and statement is column and any(c.isdigit() for c in column.text):
            status = _EXEMPT  # the rule under which it is
        if status is _UNSTATED:
            continue
        if status is ConfidentialityStatus.PART_EXEMPT and group.status is _EXEMPT:
            break  # all of a private part is
        cited = exemptions_in(statement) if status is not _OPEN else ()
        if status is _EXEMPT and not cited and group.status is _EXEMPT:
            cited = group.exemptions
        return _found(statement, status, cited)
    return group.found()


def is_statement(passage: Passage) -> bool:
    """Whether words are nothing but a mark of confidentiality ("Exempt – paragraph 3")."""
    return bool(_ALONE.fullmatch(fold(passage.text).strip(" .()[]*")))


def _statements(title: Passage, text: Passage, column: Passage) -> list[Passage]:
    found = [column] if column else []
    for words in (title, text):
        for match in _SENTENCE.finditer(words.text):
            sentence = words.slice(*match.span())
            bracket = _BRACKET.search(sentence.text)
            inner = sentence.slice(bracket.start() + 1, bracket.end() - 1) if bracket else NOWHERE
            if inner and is_statement(inner):
                found.append(inner)
            elif is_statement(sentence):
                found.append(sentence)
            elif told := _WITHHELD.search(sentence.text.casefold()):
                found += [sentence, sentence.slice(*told.span())]
    return found


def _status(statement: Passage) -> ConfidentialityStatus:
    folded = fold(statement.text).strip("()[]* ")
    for status, said in lexicon().confidentiality.items():
        if said.found_in(folded):
            return status
    return _UNSTATED


def _found(
    statement: Passage, status: ConfidentialityStatus, cited: Sequence[Exemption]
) -> Found[Confidentiality]:
    value = Confidentiality(
        statement=statement.text, status=status, paragraphs=tuple(each.number for each in cited)
    )
    return Found(value, (("/statement", statement), *exemption_places(cited)))
