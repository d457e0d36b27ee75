"""Entries: people and posts as they stand in values, in stacks of lines, and as signatures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.dates import find_dates
from extract.fields.values import Found
from extract.layout.blocks import Block, BlockKind, joined, paragraphs, split_lines
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold_heading, lexicon
from extract.names import Span
from extract.office import words_of_office
from extract.persons import PersonParts, parse_people, parse_person, person_kind
from schemas import Person
from schemas.vocabulary import PersonKind, PersonRole

_NOTHING = re.compile(r"(?:n/?a|none|not applicable|tbc|-+)\.?", re.IGNORECASE)
_INNER_LABEL = re.compile(
    r"(?:e-?mail(?: address)?|tel(?:ephone)?(?: number| no\.?)?|phone(?: number)?|"
    r"ext(?:ension)?|name|title|post|job title|designation|number)\s*[:.]?",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    r"(?:officer |contact )?name(?:\s*(?:/|and|&)\s*(?:job )?(?:title|post|role))?\s*:\s*(?=\S)",
    re.IGNORECASE,
)
# Most words of a line that holds the name of who signs.
_SIGNED_WORDS = 6
_WORD = re.compile(r"[\w-]+(?:'[\w-]+)*")
_LINK = re.compile(r"(?:available (?:at|on)|https?:|www\.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A person being put together: the passages of each part."""

    role: PersonRole
    name: Passage = NOWHERE
    honorific: Passage = NOWHERE
    post: Passage = NOWHERE
    email: Passage = NOWHERE
    phone: Passage = NOWHERE

    @property
    def empty(self) -> bool:
        """Whether nothing names anybody."""
        return not (self.name or self.post)

    def found(self) -> Found[Person]:
        """The entry as a value of the record, with its places."""
        parts = {
            "name": self.name,
            "honorific": self.honorific,
            "post": self.post,
            "email": self.email,
            "phone": self.phone,
        }
        person = Person(
            name=self.name.text or None,
            honorific=self.honorific.text or None,
            post=self.post.text or None,
            email=self.email.text or None,
            phone=self.phone.text or None,
            role=self.role,
            kind=self.kind(),
        )
        return Found(person, tuple((f"/{part}", p) for part, p in parts.items() if p))

    def kind(self) -> PersonKind:
        """Elected or employed, by honorific and post, else by the role."""
        if self.role is PersonRole.LEAD_MEMBER:
            return PersonKind.MEMBER
        kind = person_kind(
            PersonParts(
                name=_span(self.name), honorific=_span(self.honorific), post=_span(self.post)
            )
        )
        if kind is not PersonKind.UNKNOWN:
            return kind
        if self.role in (PersonRole.LEAD_MEMBER, PersonRole.CHAIR):
            return PersonKind.MEMBER
        if self.role is PersonRole.OTHER:
            return PersonKind.UNKNOWN
        return PersonKind.OFFICER


def _span(passage: Passage) -> Span | None:
    return Span(passage.text, 0, len(passage.text)) if passage else None


def part_of(passage: Passage, span: Span | None) -> Passage:
    """The part of a passage that a span names; empty for none."""
    return passage.slice(span.start, span.end) if span is not None else NOWHERE


def people_of(blocks: Sequence[Block], role: PersonRole) -> list[Entry]:
    """The people that a value names: several to a line, or one stacked on several lines."""
    pieces: list[Passage] = []
    for block in blocks:
        if block.kind is BlockKind.ROW:
            pieces += [joined(cell) for cell in block.cells if cell]
        else:
            pieces += [p for part in paragraphs(block.passage) for p in _by_person(part)]
    entries: list[Entry] = []
    for piece in _unbroken(pieces):
        if _NOTHING.fullmatch(piece.text) or _LINK.match(piece.text):
            continue
        for entry in _entries(piece, role):
            _stack(entries, entry)
    return [entry for entry in entries if not entry.empty]


def _by_person(passage: Passage) -> list[Passage]:
    """A value cut where one of its printed lines begins with another person."""
    groups: list[list[Passage]] = []
    for line in _unbroken(split_lines(passage)):
        parts = parse_person(line.text)
        begins = parts.honorific or parts.name
        told = parts.post or parts.email or parts.phone or parts.honorific
        full = parts.name is not None and len(parts.name.text.split()) > 1
        if groups and _ends_with_name(groups[-1]) and (parts.post or parts.name):
            groups.append([line])
            continue
        if groups and (
            not (begins and begins.start == 0 and told and full)
            or groups[-1][-1].text.endswith(("-", ",", " and", " for"))
            or not _is_whole(groups[-1])
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Passage.run_on(group) for group in groups]


def _ends_with_name(lines: list[Passage]) -> bool:
    """Whether lines give a post and then, last, who holds it."""
    text = " ".join(line.text for line in lines)
    parts = parse_person(text)
    if parts.name is None or parts.post is None or len(parts.name.text.split()) < 2:
        return False
    return parts.name.start > parts.post.start and parts.name.end >= len(text) - 1


def _is_whole(lines: list[Passage]) -> bool:
    """Whether lines already name somebody completely."""
    parts = parse_person(" ".join(line.text for line in lines))
    return parts.name is not None and len(parts.name.text.split()) > 1


def stacked_people(lines: Iterable[Passage], role: PersonRole) -> list[Entry]:
    """One column of a contact block: names, posts, addresses and numbers line under line."""
    entries: list[Entry] = []
    for line in _unbroken(lines):
        if label := _BEFORE_NAME.match(line.text):
            line = line.slice(label.end())
        text = line.text.strip()
        if _INNER_LABEL.fullmatch(text) or _NOTHING.fullmatch(text) or _LINK.match(text):
            continue
        for entry in _entries(line, role):
            _stack(entries, entry)
    return [entry for entry in entries if not entry.empty]


def _unbroken(lines: Iterable[Passage]) -> list[Passage]:
    """The lines, a noun such as "Manager" that stands alone joined to the line that it ends."""
    whole: list[Passage] = []
    for line in lines:
        if whole and line.text.lower() in words_of_office().generic:
            whole[-1] = Passage.run_on([whole[-1], line])
        else:
            whole.append(line)
    return whole


def _entries(passage: Passage, role: PersonRole) -> Iterator[Entry]:
    for parts in parse_people(passage.text):
        yield entry_of(passage, parts, role)


def entry_of(passage: Passage, parts: PersonParts, role: PersonRole) -> Entry:
    """An entry from the parts found in a passage."""
    return Entry(
        role,
        name=part_of(passage, parts.name),
        honorific=part_of(passage, parts.honorific),
        post=part_of(passage, parts.post),
        email=part_of(passage, parts.email),
        phone=part_of(passage, parts.phone),
    )


def _stack(entries: list[Entry], entry: Entry) -> None:
    """Add an entry, or what it holds to the entry above that still lacks it."""
    if entries and not entry.name and not entry.post:
        _give_contact(entries, entry)
        return
    if entries:
        above = entries[-1]
        if above.name and above.post and not entry.name and not _is_title(entry.post.text):
            _give_contact(entries, replace(entry, post=NOWHERE))  # the division below a post
            return
        if entry.post.text.lower() in words_of_office().generic and above.name and not above.post:
            # "Country Parks / Manager" below a name: no second person, but the post of the first
            whole = Passage.run_on([entry.name, entry.post])
            entries[-1] = replace(above, post=whole)
            return
        if not entry.name and entry.post and not above.post and above.name:
            entries[-1] = replace(
                above,
                post=above.post or entry.post,
                email=above.email or entry.email,
                phone=above.phone or entry.phone,
            )
            return
        if entry.name and not above.name and above.post and not entry.post:
            entries[-1] = replace(
                above,
                name=entry.name,
                honorific=entry.honorific,
                email=above.email or entry.email,
                phone=above.phone or entry.phone,
            )
            return
    if entry.name or entry.post or entry.email or entry.phone:
        entries.append(entry)


def _is_title(post: str) -> bool:
    """Whether words have the noun of a title in them, and are not only what a division is for."""
    return words_of_office().post.found_in(post)


def _give_contact(entries: list[Entry], entry: Entry) -> None:
    """An address to the one whose name it holds, a number to the one above or with the address."""
    local = entry.email.text.split("@")[0].casefold() if entry.email else ""
    owner = len(entries) - 1
    for at, other in enumerate(entries):
        surname = other.name.text.split()[-1].casefold() if other.name else ""
        if (surname and surname in local) or (entry.phone and other.email and not other.phone):
            owner = at
            break
    entries[owner] = replace(
        entries[owner],
        email=entries[owner].email or entry.email,
        phone=entries[owner].phone or entry.phone,
    )


def _is_heading(text: str) -> bool:
    words = lexicon()
    key = fold_heading(text)
    return bool(words.section_kind(key) or words.implication(key) or words.field(key))


def _opens_longer(passage: Passage, words: int) -> bool:
    """Whether a passage's first line has more than some words, told without reading them all."""
    if len(passage.words) <= words + 1:
        return False
    first, beyond = passage.words[0], passage.words[words]
    if first.page and beyond.top == first.top and first.page == beyond.page:
        return True  # as of most paragraphs
    opening = split_lines(passage.slice(0, passage.starts[words + 1]))
    return len(opening[0].words) > words


def _may_name_post(text: str) -> bool:
    """Whether a text has the noun of a title, or a word for what councils do: so has every post."""
    words = words_of_office()
    if words.post.found_in(text):
        return True
    return not words.subjects.isdisjoint(_WORD.findall(text.lower().replace("’", "'")))


def signature(blocks: Sequence[Block]) -> tuple[Entry, int] | None:
    """Somebody who signs: a name on a line of its own, the post on the next.

    Returns the entry and how many of the blocks it takes, or None.
    """
    if not blocks or blocks[0].kind is not BlockKind.PARAGRAPH:
        return None
    if _opens_longer(blocks[0].passage, _SIGNED_WORDS):
        return None
    lines: list[tuple[Passage, int]] = []
    for at, block in enumerate(blocks[:3]):
        if block.kind is not BlockKind.PARAGRAPH:
            break
        lines += [(line, at) for line in split_lines(block.passage)]
        if len(lines) > 1:
            break
    if len(lines) < 2 or len(lines[0][0].words) > _SIGNED_WORDS:
        return None
    first, post = lines[0][0], lines[1][0]
    if len(post.words) > 14 or post.text.endswith((".", ":", ";")):
        return None
    if any(map(str.isdigit, post.text)):
        return None
    if len(first.text.split()) < 2 or not _may_name_post(post.text) or find_dates(first.text):
        return None
    parts = parse_person(first.text)
    if parts.name is None or parts.post is not None or parts.extra is not None:
        return None
    if _is_heading(first.text) or not 1 < len(parts.name.text.split()) < 6:
        return None
    below = parse_person(post.text)
    if below.post is None or below.name is not None:
        return None
    if person_kind(PersonParts(post=below.post)) is PersonKind.UNKNOWN:
        return None
    entry = entry_of(first, parts, PersonRole.SIGNATORY)
    return replace(entry, post=part_of(post, below.post)), lines[1][1] + 1


def row_signature(block: Block, following: Block | None) -> tuple[Entry, Passage] | None:
    """A row at the foot of a report: a post's label, then name, post and the date of signing."""
    if block.kind is not BlockKind.ROW or len(block.cells) != 2:
        return None
    label, value = block.cell(0), block.cell(1)
    if not lexicon().fields(fold_heading(label.text)) & {"lead_director", "author", "lead_member"}:
        return None
    days = find_dates(value.text)
    dated = value
    if not days and following is not None and len(following.passage.words) <= 5:
        dated = following.passage
        days = find_dates(dated.text)
    if not days or len(value.words) > 24:
        return None
    end = days[0].start if dated is value else None
    entries = stacked_people(split_lines(value.slice(0, end)), PersonRole.SIGNATORY)
    if len(entries) != 1 or not entries[0].name:
        return None
    return entries[0], dated.slice(days[0].start, days[0].end)
