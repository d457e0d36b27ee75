"""People in council papers: `parse_person`, `split_people`, `people_in_prose`, `person_kind`.

The value of a label such as "Author:" or "Lead Member:" names somebody in one of two orders. After
a name everything up to the contact details is the post, commas and all ("Jane Example, Corporate
Director, Housing, Health and Care"). After a post the last piece that is a name is the name
("Interim Corporate Director Finance, John Example"). How a name is told from a post stands in
`extract.names`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from extract.names import (
    CONTACT,
    NAME_LABEL,
    OTHER_LABEL,
    POST_LABEL,
    Piece,
    Span,
    cut_contacts,
    is_name,
    pieces,
    span_of,
)
from extract.office import words_of_office
from schemas.vocabulary import PersonKind


@dataclass(frozen=True, slots=True)
class PersonParts:
    """What one printed value says of one person or unnamed post; parts not printed are None."""

    name: Span | None = None
    honorific: Span | None = None
    post: Span | None = None
    email: Span | None = None
    phone: Span | None = None
    extra: Span | None = None


@lru_cache(maxsize=4096)  # several fields ask about the same line
def parse_person(text: str) -> PersonParts:
    """The parts of one person's (or unnamed post's) entry."""
    contacts = cut_contacts(text)
    found = pieces(contacts.masked)
    name = _name_index(found)
    post = _post_range(found, name)
    used = set(range(*post)) | ({name} if name is not None else set())
    extra = next((index for index, piece in enumerate(found) if index not in used), None)
    honorific = found[name].honorific if name is not None else None
    return PersonParts(
        name=_name_span(text, found[name]) if name is not None else None,
        honorific=span_of(text, *honorific) if honorific else None,
        post=_post_span(text, found[post[0]], found[post[1] - 1]) if post[0] < post[1] else None,
        email=contacts.email,
        phone=contacts.phone,
        extra=span_of(text, found[extra].start, found[extra].end) if extra is not None else None,
    )


def _name_index(found: Sequence[Piece]) -> int | None:
    """Which piece is the name."""
    for index, piece in enumerate(found):
        if NAME_LABEL in piece.before or (piece.kind == "name" and piece.honorific):
            return index
    if not found:
        return None
    if found[0].kind == "name" and POST_LABEL not in found[0].before:
        return 0
    if found[0].kind in ("post", "subject"):
        names = [i for i, piece in enumerate(found) if piece.kind == "name"]
        return names[-1] if names else None
    alone = found[0].text
    if is_name(alone, alone=True) and OTHER_LABEL not in found[0].before:
        return 0
    return None


def _post_range(found: Sequence[Piece], name: int | None) -> tuple[int, int]:
    """First piece of the post and one past its last; equal where there is none."""
    if name is None or (name > 0 and found[0].kind in ("post", "subject")):
        stop = len(found) if name is None else name
        first = next((i for i in range(stop) if found[i].kind in ("post", "subject")), stop)
    else:
        stop = len(found)
        first = name + 1
        while first < stop and not _begins_post(found[first]):
            first += 1
    last = first
    while last < stop and (last == first or not _ends_post(found[last])):
        last += 1
    return first, last


def _begins_post(piece: Piece) -> bool:
    if POST_LABEL in piece.before or piece.kind in ("post", "subject"):
        return True
    if OTHER_LABEL in piece.before or not piece.text[:1].isupper():
        return False
    words = words_of_office()
    if piece.bracketed and piece.kind in ("name", "other"):
        return False  # a ward, a party, a pronoun
    if words.external.found_in(piece.text) or words.postnominals.fullmatch(" " + piece.text):
        return False
    return piece.text.lower() not in words.nobody and CONTACT not in piece.before


def _ends_post(piece: Piece) -> bool:
    """Contact details, or a label of another thing, stand between the post and this piece."""
    return any(mark in piece.before for mark in (CONTACT, OTHER_LABEL, NAME_LABEL, ";"))


def _name_span(text: str, piece: Piece) -> Span:
    tail = words_of_office().postnominals.search(piece.text)
    end = piece.start + tail.start() if tail and is_name(piece.text[: tail.start()]) else piece.end
    return span_of(text, piece.start, end)


_ARTICLE = re.compile(
    r"(?:(?:joint )?report (?:of|by|from)\s+)?(?:(?:the|a)\s+)?(?=\S)", re.IGNORECASE
)


def _post_span(text: str, first: Piece, last: Piece) -> Span:
    start, end = first.start, last.end
    article = _ARTICLE.match(text, start, end)
    if article:
        start = article.end()
    opened = text.count("(", start, end) - text.count(")", start, end)
    if opened > 0:
        closing = re.match(r"\s*\)", text[end:])
        end += closing.end() if closing else 0
    return span_of(text, start, end)


_PLURAL = re.compile(r"(?P<one>councillor|cllr|clr)s(?P<dot>\.?)", re.IGNORECASE)


def split_people(text: str) -> tuple[Span, ...]:
    """The stretches of `text` that each name one person; one span where there is but one."""
    found = pieces(cut_contacts(text).masked)
    starts, first = [0], 0
    for index, piece in enumerate(found):
        if _starts_person(found[first:index], piece, found[index + 1 :]):
            starts.append(piece.honorific[0] if piece.honorific else piece.start)
            first = index
    spans: list[Span] = []
    for start, end in pairwise([*starts, len(text)]):
        stretch = text[start:end]
        lead = len(stretch) - len(stretch.lstrip())
        kept = re.sub(r"(?:\s|[,;/&]|\band\b)+$", "", stretch)
        if kept.strip():
            spans.append(span_of(text, start + lead, start + len(kept)))
    return tuple(spans)


def _starts_person(before: Sequence[Piece], piece: Piece, after: Sequence[Piece]) -> bool:
    """Whether `piece` begins another person than the one of the pieces `before`."""
    named = any(other.kind == "name" for other in before)
    described = any(other.kind in ("post", "subject") for other in before)
    if not (named or described) or piece.bracketed:
        return False
    if ";" in piece.before:
        return piece.kind in ("name", "post")
    if piece.kind == "post":
        # "Leader, Ada Example, Director, Bo Sample": the first has told the order.
        ordered = before[0].kind in ("post", "subject") and named
        return ordered and any(other.kind == "name" for other in after)
    if piece.kind != "name" or not named:
        return False
    if piece.honorific or not described:
        return True
    if CONTACT in piece.before or any(CONTACT in other.before for other in before):
        return True
    # A place may close a post ("Head of Roads, West Example"); a person has a post of their own.
    return bool(after) and (after[0].kind == "post" or after[0].bracketed)


def parse_people(text: str) -> tuple[PersonParts, ...]:
    """Every person of a value that may name several; "Councillors" gives each "Councillor"."""
    plural: Span | None = None
    people: list[PersonParts] = []
    for span in split_people(text):
        parts = shifted(parse_person(text[span.start : span.end]), span.start)
        printed = parts.honorific and _PLURAL.fullmatch(parts.honorific.text)
        if parts.honorific and printed:
            end = parts.honorific.start + len(printed["one"])
            plural = Span(printed["one"], parts.honorific.start, end)
            parts = replace(parts, honorific=plural)
        elif parts.honorific is None and plural and parts.name:
            parts = replace(parts, honorific=plural)
        people.append(parts)
    return tuple(people)


def shifted(parts: PersonParts, by: int) -> PersonParts:
    """The same parts, their offsets moved on by `by` characters."""

    def move(span: Span | None) -> Span | None:
        return span and Span(span.text, span.start + by, span.end + by)

    return PersonParts(
        move(parts.name),
        move(parts.honorific),
        move(parts.post),
        move(parts.email),
        move(parts.phone),
        move(parts.extra),
    )


_NAME_RUN = (
    r"[^\W\d_a-z][\w’'.-]*"
    r"(?:[ \n]+(?:(?:de|del|van|von|der|den|la|le|ap|ab|al|bin|ibn|da|dos|du|st)[ \n]+){0,2}"
    r"[^\W\d_a-z][\w’'-]*\.?){0,4}"
)
_IN_PROSE = re.compile(
    r"(?P<titled>\b(?:Councillors?|Cllrs?\.?|Alderman|Baillie|Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Sir|Dame)\.?\s+)?"
    rf"\b(?P<name>{_NAME_RUN})"
    r"(?P<after>,?\s*\((?P<bracket>[^()]*(?:\([^()]*\)[^()]*)*)\)|,\s*(?P<comma>(?:the\s+)?[^,;.()\n]{4,120}))?"
)
_PROSE_STOP = re.compile(
    r"\s+(?:who|whom|to|has|had|have|was|were|is|are|will|would|introduced|presented|said|advised|"
    r"reported|explained|in consultation|at|on|in)\b.*",
    re.DOTALL,
)


def people_in_prose(text: str) -> tuple[PersonParts, ...]:
    """People named in a sentence: by an honorific, or by a post in brackets or after a comma."""
    words = words_of_office()
    people: list[PersonParts] = []
    position = 0
    while match := _IN_PROSE.search(text, position):
        position = match.end("name")
        start, end = match.span("name")
        printed = text[start:end]
        if not match["titled"]:
            # "Director of Education Jane Doe": words of office before the name are not of it.
            while printed and (first := re.match(r"\S+\s+", printed)) and not is_name(printed):
                start += first.end()
                printed = text[start:end]
        if not is_name(printed, alone=bool(match["titled"])):
            continue
        post: Span | None = None
        if match["bracket"] and (words.post.found_in(match["bracket"]) or match["titled"]):
            post = parse_person(match["bracket"]).post or _whole(match["bracket"])
            post = Span(
                post.text, post.start + match.start("bracket"), post.end + match.start("bracket")
            )
            position = match.end()
        elif match["comma"]:
            comma = _PROSE_STOP.sub("", match["comma"])
            opening = comma.split()[:6]
            if words.post.found_in(" ".join(opening)) and not words.honorific.match(comma):
                post = _post_of_comma(text, match.start("comma"), comma)
                position = post.end
        if post is None and not match["titled"]:
            continue
        honorific = None
        if match["titled"]:
            title = match["titled"].rstrip()
            honorific = span_of(text, match.start("titled"), match.start("titled") + len(title))
        people.append(PersonParts(name=span_of(text, start, end), honorific=honorific, post=post))
    return tuple(people)


def _whole(text: str) -> Span:
    return span_of(text, 0, len(text))


def _post_of_comma(text: str, start: int, comma: str) -> Span:
    article = _ARTICLE.match(comma)
    lead = article.end() if article else 0
    return span_of(text, start + lead, start + len(comma.rstrip()))


def person_kind(parts: PersonParts) -> PersonKind:
    """Elected member, officer, guest from outside, or unknown, from honorific and post alone."""
    words = words_of_office()
    if parts.honorific and words.member_honorific.found_in(parts.honorific.text):
        return PersonKind.MEMBER
    beside = " ".join(span.text for span in (parts.post, parts.extra) if span)
    if not beside:
        return PersonKind.UNKNOWN
    officer = words.officer.found_in(beside)
    if not officer and words.member.found_in(beside):
        return PersonKind.MEMBER
    outside = set(words.external.all_in(beside))
    if outside and not (outside <= words.served and words.post.found_in(beside)):
        return PersonKind.EXTERNAL
    if officer or words.post.found_in(beside) or parts.post:
        return PersonKind.OFFICER
    return PersonKind.UNKNOWN


def is_post(text: str) -> bool:
    """Whether a text is nothing but a post, by its head noun ("Head of Roads").

    "Housing Market Assessment" is made of the words of posts, but names none.
    """
    parts = parse_person(text)
    if parts.post is None or parts.name is not None or parts.post.text != text:
        return False
    return words_of_office().post.found_in(text)
