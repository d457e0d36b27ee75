"""Front matter: the meeting, the title, references, wards and the key decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.dates import find_dates, find_times
from extract.fields.labelled import Labelled, is_label, known_label, opening_label
from extract.fields.outline import Outline
from extract.fields.ticks import ticked
from extract.fields.values import Found, found_text
from extract.layout.blocks import Block, BlockKind, joined, split_lines
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, fold_heading, lexicon, says, wording
from extract.persons import parse_person
from schemas import Meeting
from schemas.vocabulary import SectionKind

_BODY = re.compile(rf"\b{wording('body')}\b", re.IGNORECASE)
_PREFIX = re.compile(rf"^{wording('before_body')}\s*:?\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
_SUFFIX = re.compile(r"\s*(?:[-–—,:]|\bmeeting\b|\bon\b|\bdate\b)*\s*$", re.IGNORECASE)
_STAMP = re.compile(
    r"\b(?:agenda )?item\s*(?:no\.?|number)?\s*:?\s*"
    r"(\d{1,3}(?:\.\d{1,2})?(?:\s?\([a-z]\)|[a-z])?)\b",
    re.IGNORECASE,
)
_SECRECY = says("statement_alone")
_AUTHORITY = says("authority_alone")
_ASKED_BODY = re.compile(
    r"(?:That )?(?:[Tt]he )?(?P<body>[A-Z][\w&,' -]{3,80}?) (?:is|are) "
    r"(?:asked|recommended|requested|invited) to\b"
)
# What a report calls the body that it is written to, without naming it.
_NAMELESS = frozenset({"committee", "members", "council", "board", "panel", "sub-committee"})
_NUMBER_LINE = re.compile(
    r"(?:key decision|decision|report)\s+(?:no\b\.?|number|ref(?:erence)?\b\.?)\s*:?\s*"
    r"(?P<number>\S.{1,30})",
    re.IGNORECASE,
)
_NUMBER_LABEL = re.compile(
    r"\b(?:number|ref(?:erence)?(?: no\.?)?|no\.?):\s*([A-Z0-9][\w/.-]{2,})", re.IGNORECASE
)
_NOTHING = re.compile(r"(?:n/?a|none|not applicable|tbc|-+)\.?", re.IGNORECASE)
_REPORT_OF = says("report_of")
_SPLIT_WARDS = re.compile(r"\s*(?:;|\n+|\s/\s|•)\s*")
_LAST_AND = re.compile(r"(.+)\s+(?:and|&)\s+(?=\S)")
# "If yes, name(s) of ward(s): Erdington; Stockland Green", beside the boxes.
_WARDS_NAMED = re.compile(r"ward\(?s?\)?\s*:\s*(?P<wards>[^☐☒☑\n]+)", re.IGNORECASE)
_EVERYWHERE = re.compile(r"(?:city|borough|county|district|council)-?wide\s*:?\s*[✓✔☒☑xX]")


def labelled_first(
    labelled: Sequence[Labelled], field: str, *, front: bool = True
) -> Iterator[Labelled]:
    """The labels that name a field, in order; `front` keeps to the front matter."""
    for item in labelled:
        if field in item.fields and item.passage and (item.front or not front):
            yield item


def front_lines(outline: Outline, *, labels: bool = False) -> list[Block]:
    """The paragraphs of the opening that carry no label: bodies, dates, titles stand there."""
    lines: list[Block] = []
    for node in outline.nodes[:3]:
        if node.kind not in (SectionKind.FRONT_MATTER, SectionKind.OTHER, SectionKind.CONTACTS):
            break
        if node.heading and node.kind is SectionKind.OTHER:
            lines.append(
                Block(
                    BlockKind.PARAGRAPH,
                    node.heading,
                    page=node.heading.page,
                    bold=True,
                    size=node.heading.words[0].size,
                )
            )
        for block in node.blocks:
            if block.kind is BlockKind.ROW:
                short = block.page <= 1 and len(block.passage.words) <= 14
                if not is_label(block.cell(0)):
                    lines += [b for cell in block.cells for b in cell if block.table == 0 or short]
            else:
                lines.append(block)
    return [
        line
        for line in lines
        if line.text
        and opening_label(line.passage) is None
        and (labels or not known_label(line.passage))
    ]


def meeting(outline: Outline, labelled: Sequence[Labelled], council: str | None) -> Found[Meeting]:
    """The receiving body and its date, time and venue."""
    places: list[tuple[str, Passage]] = []
    lines = front_lines(outline)
    committee, day = NOWHERE, NOWHERE
    for item in labelled_first(labelled, "committee"):
        committee, day = _body_and_date(item.value[0].passage)
        if decider := _decider(_addressee(item.value[0].passage)):
            committee = decider
        if committee:
            break
    for item in labelled_first(labelled, "date"):
        if dated := _first_date(item.passage):
            day = dated
            break
    if not committee:
        committee, stated = _body_in_lines(lines, council)
        day = day or stated
    if not committee:
        committee = _body_in_label(labelled) or _asked_body(outline)
    if not day:
        day = next(
            (
                dated
                for line in lines
                if len(line.passage.words) <= 16 and (dated := _first_date(line.passage))
            ),
            NOWHERE,
        )
    clock, venue = NOWHERE, NOWHERE
    for item in labelled_first(labelled, "time"):
        clock = item.passage
        break
    if not clock and day:
        clock = next((line.passage for line in lines if _holds(line.passage, day)), NOWHERE)
        if not clock:
            clock = next((i.passage for i in labelled_first(labelled, "date")), NOWHERE)
    times = find_times(clock.text) if clock else ()
    for item in labelled_first(labelled, "venue"):
        venue = item.passage
        break
    dates = find_dates(day.text) if day else ()
    if committee:
        places.append(("/committee", committee))
    if dates:
        places.append(("/date", day))
    if times:
        places.append(("/time", clock.slice(times[0].start, times[0].end)))
    if venue:
        places.append(("/venue", venue))
    value = Meeting(
        committee=committee.text or None,
        date=dates[0].value.isoformat() if dates else None,
        time=times[0].value if times else None,
        venue=venue.text or None,
    )
    return Found(value, tuple(places))


def _addressee(value: Passage) -> Passage:
    """The lines of a value that name whom it is addressed to, without the meeting's below."""
    kept: list[Passage] = []
    for line in split_lines(value):
        if kept and (find_dates(line.text) or _BODY.search(line.text)):
            break
        kept.append(line)
    return Passage.of([word for line in kept for word in line.words])


def _decider(value: Passage) -> Passage:
    """The post of a single member to whom a decision is addressed."""
    parts = parse_person(value.text)
    if parts.honorific is None or parts.post is None or parts.name is None:
        return NOWHERE
    return value.slice(parts.post.start, parts.post.end)


def _body_in_label(labelled: Sequence[Labelled]) -> Passage:
    """The body that the label of the date names ("Cabinet meeting date")."""
    for item in labelled_first(labelled, "date"):
        match = re.match(r"(\w[\w ]*?) meeting date", item.label.text, re.IGNORECASE)
        if match and _BODY.fullmatch(match[1].split()[-1]):
            return item.label.slice(match.start(1), match.end(1))
    return NOWHERE


def _asked_body(outline: Outline) -> Passage:
    """The body that the recommendations are put to ("Executive Board is recommended to")."""
    for _, node in outline.of_kind(SectionKind.RECOMMENDATIONS):
        for block in node.blocks[:2]:
            match = _ASKED_BODY.match(block.text)
            if match and fold(match["body"]) not in _NAMELESS:
                return block.passage.slice(match.start("body"), match.end("body"))
    return NOWHERE


def _holds(line: Passage, part: Passage) -> bool:
    return any(word is part.words[0] for word in line.words)


def _first_date(passage: Passage) -> Passage:
    days = find_dates(passage.text)
    return passage.slice(days[0].start, days[0].end) if days else NOWHERE


def _body_and_date(passage: Passage) -> tuple[Passage, Passage]:
    """A body's name and the date printed with it ("Cabinet – 30 January 2025")."""
    first = split_lines(passage)[0] if "\n" in passage.text else passage
    days = find_dates(first.text)
    day = first.slice(days[0].start, days[0].end) if days else NOWHERE
    end = days[0].start if days else len(first.text)
    cut = re.sub(
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*$", "", first.text[:end], flags=re.I
    )
    name = first.slice(0, len(_SUFFIX.sub("", cut)))
    prefix = _PREFIX.match(name.text)
    return (name.slice(prefix.end()) if prefix else name), day


def _body_in_lines(lines: Sequence[Block], council: str | None) -> tuple[Passage, Passage]:
    """The receiving body named by a line of its own at the top of the report."""
    own = fold(council or "")
    whole: tuple[Passage, Passage] | None = None
    for line in lines[:12]:
        for passage in (
            [line.passage] if len(line.passage.words) <= 14 else split_lines(line.passage)
        ):
            if len(passage.words) > 14 or _REPORT_OF.match(passage.text):
                continue
            if not passage.text[:1].isupper():
                continue
            name, day = _body_and_date(passage)
            if len(name.words) > 10 or fold(name.text).endswith(("introduction", "foreword")):
                continue
            folded = fold(name.text)
            if not name or not _BODY.search(name.text) or name.text.endswith("."):
                continue
            if _is_council(folded, own):
                itself = day and "meeting" in fold(passage.text)
                if whole is None and (itself or folded.endswith("combined authority")):
                    whole = name, day  # the full council itself
                continue
            if parse_person(name.text).name is not None:
                continue
            return name, day
    return whole or (NOWHERE, NOWHERE)


def _is_council(folded: str, own: str) -> bool:
    """Whether a line is only the authority's own name, in either language."""
    if folded == own or (own and own in folded and len(folded) <= len(own) + 40):
        return True
    return bool(_AUTHORITY.fullmatch(folded))


def title(
    outline: Outline, labelled: Sequence[Labelled], meeting: Meeting, council: str | None
) -> Found[str] | None:
    """The report's own title: labelled, else the most prominent line of its opening."""
    for item in labelled_first(labelled, "title"):
        first = item.value[0]
        if first.text and "title" in item.fields:
            return found_text(first.passage)
    committee = fold(meeting.committee or "")
    candidates: list[tuple[float, int, Passage]] = []
    for at, line in enumerate(front_lines(outline)[:14]):
        text = line.text
        folded = fold(text)
        if line.label and not line.bold:
            continue
        if (council and folded in fold(council)) or _SECRECY.fullmatch(text):
            continue
        if len(line.passage.words) > 40 or len(text) < 6 or _REPORT_OF.match(text):
            continue
        if (committee and committee in folded and len(folded) < len(committee) + 30) or _is_council(
            folded, ""
        ):
            continue
        if dates := find_dates(text):
            rest = text[: dates[0].start] + text[dates[0].end :]
            if re.search(r"\bmeeting\W*$", rest, re.IGNORECASE):
                continue
            if len(_STAMP.sub("", rest).strip(" ,:-")) < 14:
                continue
        if len(_STAMP.sub("", text).strip()) < 6:
            continue
        if lexicon().fields(fold_heading(text)) or _PREFIX.match(text) or text.endswith((".", ":")):
            continue
        person = parse_person(text)
        if person.honorific or person.email or person.phone:
            continue
        weight = line.size + (2 if line.bold else 0) + (0.5 if line.caps else 0)
        candidates.append((-weight, at, line.passage))
    if not candidates:
        return None
    return found_text(min(candidates, key=lambda c: (c[0], c[1]))[2])


def reference(outline: Outline, labelled: Sequence[Labelled]) -> Found[str] | None:
    """The report's own reference or number."""
    for item in labelled_first(labelled, "reference"):
        value = item.value[0].passage
        if (
            value.text
            and not _NOTHING.fullmatch(value.text)
            and any(c.isdigit() for c in value.text)
        ):
            return found_text(value)
    for item in labelled_first(labelled, "key_decision"):
        passage = item.passage
        number = _NUMBER_LABEL.search(passage.text)
        if number and any(c.isdigit() for c in number[1]):
            return found_text(passage.slice(number.start(1), number.end(1)))
    for line in front_lines(outline):
        match = _NUMBER_LINE.fullmatch(line.text)
        if match and any(c.isdigit() for c in match["number"]):
            return found_text(line.passage.slice(match.start("number"), match.end("number")))
    return None


def agenda_item(
    labelled: Sequence[Labelled], outline: Outline, furniture: Sequence[Passage]
) -> Found[str] | None:
    """The item of the agenda: labelled, in a line at the top, or stamped on the page."""
    for item in labelled_first(labelled, "agenda_item"):
        number = re.match(r"[\dA-Z][\w.()]*", item.passage.text)
        if number and any(c.isdigit() for c in number[0]) and len(item.passage.words) <= 3:
            return found_text(item.passage.slice(0, number.end()))
    lines = [line.passage for line in front_lines(outline)[:12]]
    for passage in [*lines, *(f for f in furniture if f.page <= 1)]:
        stamp = _STAMP.search(passage.text)
        if stamp and len(passage.words) <= 12:
            return found_text(passage.slice(stamp.start(1), stamp.end(1)))
    return None


def key_decision(labelled: Sequence[Labelled], outline: Outline) -> Found[bool] | None:
    """Whether it is a key decision: by tick, by yes or no, or by the sentence that stands there."""
    for item in labelled_first(labelled, "key_decision", front=False):
        passage = item.passage
        answer = _yes_or_no(fold(passage.text), item.key)
        if answer is not None:
            return Found(answer, (("", passage),))
    for line in front_lines(outline, labels=True):
        if (number := _NUMBER_LINE.fullmatch(line.text)) and "key" in fold(number[0][:4]):
            return Found(True, (("", line.passage),))
        text = fold(line.text).strip(" .")  # with a colon it asks, without one it says so
        if text in ("key decision", "non-key decision", "not a key decision", "not key decision"):
            return Found(text == "key decision", (("", line.passage),))
    return None


def _yes_or_no(value: str, key: str) -> bool | None:
    if (answer := ticked(value)) is not None:
        return answer
    if re.match(r"(?:yes|y|ydy)\b|key(?: decision)?\b", value):
        return True
    if re.match(r"(?:no|n|non|not|n/a|for information|for noting)\b", value):
        return False
    if re.search(r"\b(?:is not|not) an? key decision|non-key", value):
        return False
    if re.search(r"\bis an? key decision|key decision", value):
        return True
    return None


def wards(labelled: Sequence[Labelled]) -> Found[tuple[str, ...]]:
    """The wards as printed, split; every ward is "All", none is an empty list."""
    words = lexicon()
    for item in labelled_first(labelled, "wards", front=False):
        passage = joined(item.value)
        if (answer := ticked(passage.text)) is not None:
            named = _WARDS_NAMED.search(passage.text)
            if answer and named:
                passage = passage.slice(named.start("wards"), named.end("wards"))
            elif not answer and "all wards" in fold(passage.text):
                return Found(("All",), (("/0", passage),))
            else:
                continue
        folded = fold(passage.text).strip(" .")
        if words.no_wards.match(folded):
            return Found(())
        if words.all_wards.match(folded) or _EVERYWHERE.search(folded):
            return Found(("All",), (("/0", passage),))
        parts = list(_split(passage))
        sentence = passage.text.endswith(".") and len(passage.words) > 6
        if parts and not sentence and all(len(part.words) <= 8 for part in parts):
            return Found(
                tuple(part.text for part in parts),
                tuple((f"/{at}", part) for at, part in enumerate(parts)),
            )
    return Found(())


def _split(passage: Passage) -> Iterator[Passage]:
    text = passage.text
    listed = bool(_SPLIT_WARDS.search(text))
    pattern = _SPLIT_WARDS if listed else re.compile(r"\s*,\s*(?:and\s+)?")
    pieces: list[Passage] = []
    at = 0
    for cut in pattern.finditer(text):
        pieces.append(passage.slice(at, cut.start()))
        at = cut.end()
    pieces.append(passage.slice(at))
    if not listed and len(pieces) > 1 and (last := _LAST_AND.match(pieces[-1].text)):
        tail = pieces.pop()
        pieces += [tail.slice(0, last.end(1)), tail.slice(last.end())]
    for piece in pieces:
        bare = piece.text.strip(" .,;")
        if bare and fold(bare) not in ("and", "wards"):
            yield piece.slice(0, len(bare)) if piece.text.startswith(bare) else piece


def report_date(
    labelled: Sequence[Labelled], signed: Passage, meeting_date: str | None
) -> Found[str] | None:
    """The day the report is signed or dated, where that is not the meeting's."""
    candidates = [item.passage for item in labelled_first(labelled, "report_date", front=False)]
    candidates += [
        item.passage  # a date at the foot, where the author stands
        for item in labelled_first(labelled, "date", front=False)
        if not item.front and len(item.passage.words) <= 4
    ]
    for passage in [*candidates, signed]:
        days = find_dates(passage.text) if passage else ()
        if days and days[0].value.isoformat() != meeting_date:
            place = passage.slice(days[0].start, days[0].end)
            return Found(days[0].value.isoformat(), (("", place),))
    return None
