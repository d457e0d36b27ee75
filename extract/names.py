"""How a name is told from a post: the pieces of "Jane Example (Head of Legal), 01632 960000".

1. E-mail addresses, telephone numbers and printed labels ("Tel:", "Job title:") are masked
   (`cut_contacts`), each character by a mark, so that offsets stay true.
2. What is left is cut at commas, brackets, spaced dashes, colons and line ends (`pieces`), and
   again where a name runs into a post ("Jane Example Scrutiny Manager") or a post into an honorific
   ("Cabinet Member Councillor Example").
3. A piece is a *name* if it starts with an honorific, or is two to six capitalised words, initials
   and particles among them, of which none is a word of office; a *post* if it has the noun of a
   title; a *subject* if it only has words for what councils do ("Housing"); else *other*.

The words are data: `lexicon/people.toml`. Offsets are code points. Nothing here raises on any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from extract.dates import find_dates
from extract.office import words_of_office

CONTACT, NAME_LABEL, POST_LABEL, OTHER_LABEL = "\x1c", "\x1d", "\x1e", "\x1f"
"""Marks that stand for masked text: contact details, and labels by what they introduce."""

_NO_MARKS = dict.fromkeys(range(0x1C, 0x20), " ")


@dataclass(frozen=True, slots=True)
class Span:
    """Words (white space folded), and the characters of the input that they stand on."""

    text: str
    start: int
    end: int


def span_of(text: str, start: int, end: int) -> Span:
    """The span of `text[start:end]`."""
    return Span(" ".join(text[start:end].split()), start, end)


_EMAIL = re.compile(
    r"(?:\b(?:e-?mail(?:\s+address)?|e)\b\s*[:.–-]?\s*)?(?:(?<!\S)I\s+)?"
    r"(?P<email>[\w.+’'-]+@[\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_DIGITS = r"\d(?:[ ()-]{0,2}\d)"
_PHONE = re.compile(
    r"(?:\b(?:tel(?:ephone)?|phone|mobile|mob|direct (?:line|dial)|ext(?:ension|n)?|ffôn|t|m)\b"
    rf"\.?(?:\s*(?:no|number)\b)?\s*[.:–-]?\s*(?P<labelled>\(?\+?{_DIGITS}{{2,14}})"
    rf"|(?<![\w£.])(?P<bare>(?:\+44[ ]?(?:\(0\)[ ]?)?|\(?0){_DIGITS}{{8,11}}"
    r"|(?<!\S)\d{5,6}(?=\s*(?:[,;)\n]|$))))"
    r"(?:\s*(?:ext(?:ension)?|x)\.?[ ]?\d+)?(?![\w/])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:(?P<post>(?:job|post) (?:title|role)|designation|position|title|role|post|swydd)"
    r"|(?P<name>(?:full )?name|enw)"
    r"|(?P<other>tel(?:ephone)?|e-?mail|phone|mobile|date|ward|fax|address|organisation))"
    r"(?:\s*:|[ ]{2,})\s*"
    r"|(?<=\w )(?P<title>(?-i:(?:Job |Post )?[Tt]itle)) (?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_LABEL_MARK = {"post": POST_LABEL, "title": POST_LABEL, "name": NAME_LABEL, "other": OTHER_LABEL}


@dataclass(frozen=True, slots=True)
class Contacts:
    """The first e-mail address and telephone number, and the text with every one masked."""

    email: Span | None
    phone: Span | None
    masked: str


def cut_contacts(text: str) -> Contacts:
    """Take e-mail addresses, telephone numbers, web addresses and labels out of `text`."""
    email = phone = None
    masked = text.translate(_NO_MARKS)
    for match in _EMAIL.finditer(masked) if "@" in masked else ():
        email = email or Span(match["email"], match.start("email"), match.end("email"))
        masked = _mask(masked, *match.span(), CONTACT)
    if _DIGIT.search(masked):
        for match in _PHONE.finditer(masked):
            group = "labelled" if match["labelled"] else "bare"
            printed = masked[match.start(group) : match.end()]
            opened = printed.startswith("(") and ")" not in printed
            phone = phone or span_of(masked, match.start(group) + opened, match.end())
            masked = _mask(masked, *match.span(), CONTACT)
    for match in _ADDRESS.finditer(masked) if "://" in masked or "." in masked else ():
        masked = _mask(masked, *match.span(), CONTACT)
    for day in find_dates(masked):
        masked = _mask(masked, day.start, day.end, OTHER_LABEL)
    for match in _LABEL.finditer(masked):
        masked = _mask(masked, *match.span(), _LABEL_MARK[match.lastgroup or "other"])
    return Contacts(email, phone, masked)


def _mask(text: str, start: int, end: int, mark: str) -> str:
    return text[:start] + mark * (end - start) + text[end:]


_NAME_WORD = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ][\w’'`.-]*|(?:[do][’']|(?:al|el|ul)-)[A-Z]\w*)")
_ABSTRACT = re.compile(r"(?:tion|ment|iti|ility|ology|ship|ic)e?s$|tion$|ility$|ology$|ship$")
"""Ends of nouns that no surname has ("Regeneration", "Relationships")."""


@lru_cache(maxsize=4096)
def is_name(text: str, *, alone: bool = False) -> bool:
    """Whether `text` is a person's name by its form; two words at least unless `alone`."""
    words = words_of_office()
    tokens = text.split()
    if not (1 if alone else 2) <= len(tokens) <= 6 or text.lower() in words.nobody:
        return False
    if len(_plain(tokens[-1])) < 2:
        return False  # "Part A": a name ends with a surname
    last = len(tokens) - 1
    for index, token in enumerate(tokens):
        word = _plain(token)
        if index < last and not words.particles.isdisjoint((word, token.replace("’", "'"))):
            continue
        if not _NAME_WORD.fullmatch(token) or _ABSTRACT.search(word):
            return False
        if word in words.office and not (0 < index == last and word in words.surnames):
            return False
    return True


def _plain(token: str) -> str:
    return token.strip(".,;:()'’\"“”").lower().replace("’", "'")


Kind = Literal["name", "post", "subject", "other"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text between delimiters, and what it looks like.

    `before` holds the delimiters that parted it from the piece before it, `honorific` the offsets
    of a title that stands before the name.
    """

    text: str
    start: int
    end: int
    kind: Kind
    before: str = ""
    bracketed: bool = False
    honorific: tuple[int, int] | None = None


_DELIMITER = re.compile(
    r"\s*(?:[,;:|\t\n•\[\]\x1c-\x1f]|\((?!s\))|(?<!\(s)\)|(?<=\s)[–—-]+(?=\s)|(?<=\s)/(?=\s)|\s{3,})\s*"
)
_FRINGE = ' .–—-*"“”'
_AND = re.compile(r"\s+(?:and|&)\s+|(?<=\w)/(?=[A-Z])")
_JOINED = re.compile(r"(?:and|&)\s+", re.IGNORECASE)
_INITIAL = re.compile(r"\b\w\.$")
_INNER_TITLE = re.compile(
    r"(?<=\s)(?:Councillor|Cllr|Cynghorydd|Mr|Mrs|Ms|Dr|Prof|Professor)\b\.?(?=\s)", re.IGNORECASE
)


def pieces(masked: str) -> tuple[Piece, ...]:
    """The pieces of a text that `cut_contacts` has masked, in order."""
    found = list(_cut(masked))
    for index in range(len(found) - 2, -1, -1):
        piece = found[index]
        if found[index + 1].kind != "post" or piece.bracketed:
            continue
        name = _name_at_end(piece.text) if piece.kind in ("post", "subject") else None
        if name is not None:
            post = re.sub(r"(?:\s+(?:and|&))?\s+$", "", piece.text[:name])
            start = piece.start + name
            found[index] = replace(piece, text=post, end=piece.start + len(post))
            found.insert(index + 1, Piece(piece.text[name:], start, piece.end, "name", " "))
    return tuple(found)


_NAME_AT_END = re.compile(r"(?<=[a-z])\s+(?:and\s+|&\s+)?(?P<name>[A-Z][\w’'-]+\s+[A-Z][\w’'-]+)$")


def _name_at_end(text: str) -> int | None:
    """Where the next person begins in "Leader of the Council Ada Example", before their own post.

    The word before the name must not want another after it.
    """
    match = _NAME_AT_END.search(text)
    if not match or not is_name(match["name"]):
        return None
    post = text[: match.start()]
    wants_more = post.split()[-1].lower() in ("of", "for", "the", "to", "in", "with")
    known = not wants_more and _kind(post) in ("post", "subject")
    return match.start("name") if known else None


def _cut(masked: str) -> Iterator[Piece]:
    """Cut at the delimiters, and take names, posts and honorifics apart that stand in one piece."""
    depth, before, start = 0, "", 0
    marks = [(match.start(), match.end(), match.group()) for match in _DELIMITER.finditer(masked)]
    for mark_start, mark_end, mark in [*marks, (len(masked), len(masked), "")]:
        end = mark_start
        while start < end and masked[start] in _FRINGE:
            start += 1
        while end > start and masked[end - 1] in _FRINGE and not _INITIAL.search(masked[start:end]):
            end -= 1
        joined = _JOINED.match(masked, start, end) if before.strip() else None
        if joined:
            start, before = joined.end(), before + "&"
        if start < end:
            yield from _classified(masked, start, end, before, depth > 0)
            before = ""
        depth = max(
            0, depth + mark.count("(") + mark.count("[") - mark.count(")") - mark.count("]")
        )
        before += mark
        start = mark_end


def _classified(masked: str, start: int, end: int, before: str, bracketed: bool) -> Iterator[Piece]:
    """The piece, or the two or three that run into each other in it."""
    words = words_of_office()
    text = masked[start:end]
    joint = _AND.search(text)
    if joint and _is_somebody(text[: joint.start()]) and _is_somebody(text[joint.end() :]):
        yield from _classified(masked, start, start + joint.start(), before, bracketed)
        yield from _classified(masked, start + joint.end(), end, "&", bracketed)
        return
    title = words.honorific.match(text)
    if title:
        name = start + title.end() + 1
        while masked[name].isspace():
            name += 1
        cut = _office_begins(masked[name:end], 1)
        stop = end if cut is None else name + len(masked[name : name + cut].rstrip())
        if is_name(masked[name:stop], alone=True):
            honorific = (start, start + title.end() - (3 if title[0].endswith("(s)") else 0))
            yield Piece(masked[name:stop], name, stop, "name", before, bracketed, honorific)
            if cut is not None:
                yield from _classified(masked, name + cut, end, " ", bracketed)
            return
    inner = _INNER_TITLE.search(text)
    cut = inner.start() if inner else _office_begins(text, 2)
    if cut:
        stop = start + len(text[:cut].rstrip())
        yield Piece(masked[start:stop], start, stop, _kind(masked[start:stop]), before, bracketed)
        yield from _classified(masked, start + cut, end, " ", bracketed)
        return
    yield Piece(text, start, end, _kind(text), before, bracketed)


def _is_somebody(text: str) -> bool:
    """Whether a name, with or without an honorific; a bare surname needs one."""
    title = words_of_office().honorific.match(text)
    return is_name(text[title.end() :], alone=True) if title else is_name(text)


_TOKEN = re.compile(r"\S+")


def _office_begins(text: str, least: int) -> int | None:
    """Where, behind `least` words or more of a name, a post begins; None if nowhere.

    A noun such as "Manager" is no title by itself: of "Jane Example Category Manager" the word
    before it is the post's, whatever it is, as long as two are left for the name.
    """
    words = words_of_office()
    tokens = list(_TOKEN.finditer(text))
    first = next(
        (
            i
            for i, token in enumerate(tokens)
            if i >= least and _plain(token.group()) in words.office
        ),
        None,
    )
    if first is None or is_name(text):
        return None
    if not words.post.found_in(text) and not all(
        _of_office(token.group()) for token in tokens[first:]
    ):
        return None
    if first == len(tokens) - 1 > 2 and _plain(tokens[first].group()) in words.generic:
        first -= 1
    start = tokens[first].start()
    return start if is_name(text[:start], alone=least == 1) else None


def _of_office(token: str) -> bool:
    return token in ("and", "&", "of", "for") or _plain(token) in words_of_office().office


def _kind(text: str) -> Kind:
    words = words_of_office()
    if is_name(text):
        return "other" if words.external.found_in(text) else "name"
    if words.post.found_in(text):
        return "post"
    tokens = [_plain(token) for token in text.split()]
    portfolio = len(tokens) <= 12 and not words.subjects.isdisjoint(tokens)
    return "subject" if portfolio and text.lower() not in words.nobody else "other"
