"""The members that a line names: "Cllr A (Chair), B and C", "The Mayor (Councillor A)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.fields.values import Found
from extract.layout.blocks import split_lines
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, says
from extract.names import is_name
from extract.office import words_of_office
from extract.persons import parse_person
from schemas import Member
from schemas.vocabulary import MemberRole

_VICE, _CHAIR = says("role_vice"), says("role_chair")
_PLURAL = re.compile(r"(?P<one>councillor|cllr|clr)s\b", re.IGNORECASE)
# Names part at commas, "and", line ends and the next honorific, not inside brackets.
_PARTED = re.compile(
    r"(?:\s*[;,\n•|\t]\s*|\s+(?:and|&|ac|a)\s+|\s+[-–—]\s+"
    r"|(?<=[\w).])\s+(?=(?:County |Y )?(?:Councillor|Cllr|Cynghorydd)\b|in the [Cc]hair\b))"
    r"(?![^(]*\))(?:(?:and|&|ac)\s+)?"
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_LEAD = re.compile(r"(?:the|y|\*+)\s+", re.IGNORECASE)
# Longest words that only say what somebody is.
_ROLE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Somebody:
    """A member while the words around the name are read."""

    name: Passage
    honorific: Passage = NOWHERE
    role: MemberRole = MemberRole.MEMBER
    told: Passage = NOWHERE  # the words that say the role

    def found(self) -> Found[Member]:
        """The member with the places of name, honorific and role."""
        places = {"/name": self.name, "/honorific": self.honorific, "/role": self.told}
        return Found(
            Member(name=self.name.text, honorific=self.honorific.text or None, role=self.role),
            tuple((path, words) for path, words in places.items() if words),
        )

    def being(self, role: MemberRole, told: Passage) -> Somebody:
        """The same, a role given to them that has none yet."""
        return self if self.role is not MemberRole.MEMBER else replace(self, role=role, told=told)


def people_in(words: Passage, honorific: Passage) -> list[Somebody]:
    """The people of a line or a list, with what is said of each behind the name.

    `honorific` is that of everybody in a list below "Councillors:", where it stands there.
    """
    people: list[Somebody] = []
    before = NOWHERE
    for part in _parts(words):
        bare, aside = _without_bracket(part)
        title = words_of_office().honorific.match(bare.text)
        name = bare.slice(title.end()) if title else bare
        own = bare.slice(0, title.end()) if title else NOWHERE
        if plural := _PLURAL.fullmatch(own.text):
            own = honorific = own.slice(0, plural.end("one"))
        if tells_role(bare):
            if people:
                people[-1] = people[-1].being(role_of(bare), bare)
            else:
                before = bare
            continue
        if people and not title and _is_officer(bare):
            people.pop()  # "Cy Clerk, Town Clerk"
            continue
        if not is_name(name.text, alone=bool(title or honorific)):
            name = _name_before_post(name) if honorific else NOWHERE
        if name:
            found = Somebody(name, own or honorific, role_of(aside))
            found = replace(found, told=aside if found.role is not MemberRole.MEMBER else NOWHERE)
            people.append(found.being(role_of(before), before))
            before = NOWHERE
    return people


def starts_with_member(words: Passage) -> bool:
    """Whether a line opens with an elected member by an honorific, and does not tell of one."""
    office = words_of_office()
    if office.honorific.match(words.text) is None:
        return False
    if not office.member_honorific.opens(words.text):
        return False
    people = people_in(words, NOWHERE)
    return bool(people) and len(words.words) <= 8 + 4 * len(people)


def singular_in(heading: Passage) -> Passage:
    """The honorific of everybody below "Councillors:", in the singular."""
    found = _PLURAL.search(heading.text)
    return heading.slice(found.start(), found.end("one")) if found else NOWHERE


def role_of(words: Passage) -> MemberRole:
    """What words behind, or before, a name make of somebody."""
    text = fold(words.text)
    if _VICE.search(text):
        return MemberRole.VICE_CHAIR
    return MemberRole.CHAIR if _CHAIR.search(text) else MemberRole.MEMBER


def tells_role(words: Passage) -> bool:
    """Whether words do no more than say what somebody is."""
    return role_of(words) is not MemberRole.MEMBER and len(words.words) <= _ROLE_WORDS


def is_role(words: Passage) -> bool:
    """Whether words are a chair's title and nothing else."""
    return bool(_CHAIR.fullmatch(fold(words.text).strip(" ().")))


def _parts(words: Passage) -> Iterator[Passage]:
    """The words between commas and the like; the lines of a stack of names each by itself."""
    lines = split_lines(words)
    stacked = len(lines) > 1 and all(_opens_with_name(line) for line in lines)
    for line in lines if stacked else [words]:
        at = 0
        for mark in _PARTED.finditer(line.text):
            if part := line.slice(at, mark.start()):
                yield part
            at = mark.end()
        if part := line.slice(at):
            yield part


def _opens_with_name(line: Passage) -> bool:
    first = next(iter(_PARTED.split(line.text)), "")
    bare = _BRACKET.sub("", first).strip()
    title = words_of_office().honorific.match(bare)
    return is_name(bare[title.end() :].strip(), alone=True) if title else is_name(bare)


def _without_bracket(part: Passage) -> tuple[Passage, Passage]:
    """A name and what stands in brackets behind it; "The Mayor (Councillor A)" the other way."""
    lead = _LEAD.match(part.text)
    part = part.slice(lead.end()) if lead else part
    found = _BRACKET.search(part.text)
    if found is None:
        end = len(part.text.rstrip(" .*:-–—"))
        return (part.slice(0, end) if end else part), NOWHERE
    bare, aside = part.slice(0, found.start()), part.slice(found.start(1), found.end(1))
    if words_of_office().member_honorific.opens(aside.text) and not is_name(bare.text):
        return aside, bare
    return bare, aside


def _is_officer(words: Passage) -> bool:
    """Whether words are the post of somebody who is employed."""
    office = words_of_office()
    if is_name(words.text) or office.member.found_in(words.text):
        return False
    return office.post.found_in(words.text) or office.officer.found_in(words.text)


def _name_before_post(words: Passage) -> Passage:
    """The name that opens a line of a list and goes on with an office ("Ida Example Leader")."""
    parts = parse_person(words.text)
    if parts.name is None or parts.post is None or parts.name.start > 0:
        return NOWHERE
    return words.slice(0, parts.name.end)
