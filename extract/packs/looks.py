"""How much a page looks like the first of a paper: points for what stands at its top.

First pages of committee papers name the body, the day, who reports and what about; a page in the
middle of a paper goes on with a sentence, or with section 4. The points were set by looking at the
1,000 pages of 170 single papers of 70 councils: `OPENS` keeps all later pages out, and lets nine of
ten first pages in; where a pack gives other signs too, less will do (`MAY_OPEN`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from extract.dates import find_dates
from extract.fields.bodies import sitting_in
from extract.fields.front import is_council
from extract.fields.labelled import fields_named, may_open_with_label, opening_label
from extract.layout.labels import is_day
from extract.layout.lines import Line
from extract.layout.passage import Passage
from extract.lexicon import fold, fold_heading, lexicon, says, wording
from extract.packs.marks import ATTACHED, Marks, item_stamp, marks_of
from extract.reading.page import Word

OPENS: Final = 3.5
MAY_OPEN: Final = 2.5
#: How far down a full page its text goes. A paper may end on one; set in another type, the next is
#: told where it does not.
FULL: Final = 0.88

#: Lines of the top that are looked at, and those of them that may name the body or the kind.
_TOP, _HEAD = 16, 8
_ATTACHED_LINES = 2
_OF_A_PACK = range(60, 5000)  # a paper that counts so many pages of its own is a pack
_SHORT = 14  # words of a line that names something

_FRONT = frozenset(
    {"committee", "date", "title", "report_of", "wards", "key_decision", "confidentiality"}
    | {"reference", "agenda_item", "lead_member", "venue", "time", "author", "contact"}
)
# Labels of the end of a report as much as of its front.
_ENDS = frozenset({"author", "contact", "lead_director", "presenter", "confidentiality", "wards"})
_BODY = re.compile(rf"\b{wording('body')}s?\b", re.IGNORECASE)
_ENDS_AS_BODY = re.compile(rf"\b{wording('body')}s?$", re.IGNORECASE)
_REPORT_OF = says("kind_report_of")
# Asked of what is folded, in small letters: in those alone a pattern is found three times as fast.
_KINDS = re.compile(
    "|".join(wording(name) for name in ("kind_minutes", "kind_decisions", "opens_minutes"))
)
_ITEMS = tuple(  # none of them runs over a line's end
    re.compile(wording(f"item_{item}")) for item in ("apologies", "interests", "minutes", "public")
)
_PAGES_OF_ITEM = says("item_pages")
_NUMBERED = re.compile(r"(\d{1,2})(?:\.\d{1,2})*\.?\)?\s+\S")
_DIGITS = re.compile(r"\d+")
_FAMILY = re.compile(r"[A-Za-z]+?(?=PS|MT|Bold|Italic|Oblique|Regular|Roman|[-,_]|$)")
_GOOD_PART = 0.15  # of a page's letters
_PRESENT = says("present")


@dataclass(frozen=True, slots=True)
class Look:
    """What a page shows of itself."""

    number: int
    marks: Marks
    points: float
    """How much it looks like a first page."""
    head: str
    """Its top line, without digits: the same on the next page if it is a running head."""
    label: str
    """The label of an attached paper at its head: "A" of "Appendix A"."""
    attached: str
    """The same where the paper begins with it, and it is not a running head."""
    full: float
    """How far down the page its text goes, 0 to 1."""
    words: int


def look_at(
    number: int,
    lines: Sequence[Line],
    height: float,
    before: Look | None,
    *,
    drawn: bool = False,
    of: int = 0,
) -> Look:
    """What a page shows, `before` being the page before it; its height in points.

    `drawn` says that something else than words stands on it; `of` is how many pages the file has.
    """
    marks = marks_of(lines, height, drawn=drawn)
    if marks.inner is not None and marks.inner[1] in (of, *_OF_A_PACK):  # not a paper's pages
        numbers = (marks.inner[0], *marks.numbers)
        marks = replace(marks, inner=None, numbers=numbers, worded=marks.worded + 1)
    own = _own(lines)
    head = _DIGITS.sub("#", own[0].text.casefold()) if own else ""
    top = own[1:] if before is not None and head and head == before.head else own
    label = _label(top) or (_label(own) if top is not own else "")
    low = max((line.bottom for line in lines if line.top < 0.9 * height), default=0.0)
    return Look(
        number=number,
        marks=marks,
        points=opening_points([line.segments for line in top[:_TOP]], marks) if top else 0.0,
        head=head,
        label=label,
        attached=label if before is None or label != before.label else "",
        full=low / height if height else 0.0,
        words=sum(len(line.words) for line in own),
    )


def opening_points(lines: Sequence[Sequence[Sequence[Word]]], marks: Marks) -> float:
    """The points of lines from a page's top, each given as its segments."""
    texts = [" ".join([word.text for part in line for word in part]) for line in lines]
    fields = set().union(*map(_fields, lines))
    head = texts[:_HEAD]
    points = len(fields - _ENDS) + 0.5 * min(len(fields & _ENDS), 2)
    present = any(_PRESENT.match(text) for text in head)
    points += _body_points(lines[:_HEAD], head, present=present)
    points += 1.5 * any(_REPORT_OF.match(fold(text)) for text in texts[:12])
    points += 2 * any(_KINDS.search(fold(text)[:120]) for text in head[:4])
    points += 2.5 if present else -_agenda_points(texts)
    points += 0.5 * bool(head and is_council(head[0], None))
    points += 0.0 if present else _numbering_points(texts)  # minutes are numbered through a year
    points += _restart_points(marks)
    if texts and texts[0][:1].islower():
        points -= 3
    return points


def _body_points(
    head: Sequence[Sequence[Sequence[Word]]], texts: Sequence[str], *, present: bool
) -> float:
    """A body on a short line of its own near the top, and a day.

    Where it is said who was present the body may be missing, taken for the running head that it
    was on the agenda's last page.
    """
    lines = list(zip(head, texts, strict=True))
    body = any(_is_short(line) and _names_body(line, text) for line, text in lines[:6])
    day = any(_is_short(line) and find_dates(text) for line, text in lines)
    return 1.5 * body + (day if body or present else 0.5 * day)


def _is_short(line: Sequence[Sequence[Word]]) -> bool:
    return sum(map(len, line)) <= _SHORT


def _names_body(line: Sequence[Sequence[Word]], text: str) -> bool:
    if not text[:1].isupper() or not _BODY.search(text):
        return False
    whole = Passage.of(word for part in line for word in part)
    return bool(_ENDS_AS_BODY.search(sitting_in(whole).body.text))


def _agenda_points(texts: Sequence[str]) -> float:
    """What the items of an agenda weigh: its second page names bodies and reports as well."""
    folded = "\n".join(map(fold, texts))
    listed = sum(item.search(folded) is not None for item in _ITEMS)
    pages = sum(_PAGES_OF_ITEM.search(text) is not None for text in texts)
    return 4.0 if listed > 1 or pages > 1 else 0.0


def _numbering_points(texts: Sequence[str]) -> float:
    """The first numbered heading or paragraph of the page: 1 opens a paper, 4 goes on with it.

    A number above the 1 is the item's, printed with the title.
    """
    numbers: list[str] = []
    for text in texts:
        found = _NUMBERED.match(text)
        if found is None or is_day(*text.split()[:2]):
            continue
        numbers.append(found[1])
    if not numbers:
        return 0.0
    return 1.0 if any(number in ("0", "1") for number in numbers[:2]) else -1.5


def _restart_points(marks: Marks) -> float:
    if marks.inner is None:
        return 0.0
    return 2.0 if marks.inner[0] == 1 else -4.0


def _fields(row: Sequence[Sequence[Word]]) -> set[str]:
    """The fields of front matter that the labels of a line name, one for each label."""
    return {min(fields) for part in row if (fields := _named(part, alone=len(row) == 1) & _FRONT)}


def _named(part: Sequence[Word], *, alone: bool) -> frozenset[str]:
    text = " ".join([word.text for word in part])
    if may_open_with_label(text) and (opened := opening_label(Passage.of(part))) is not None:
        return lexicon().fields(fold_heading(opened[0].text))
    if alone and not text.endswith(":"):
        return frozenset()
    return fields_named(text, len(part))


def _own(lines: Sequence[Line]) -> list[Line]:
    """The lines that are no mark of the pack's, and no page number."""
    return [line for line in lines if not _is_mark(line)]


def _is_mark(line: Line) -> bool:
    text = line.text
    return bool(item_stamp(text)) or not (text[:1].isalpha() or any(c.isalpha() for c in text))


def _label(top: Sequence[Line]) -> str:
    """The label that a heading gives to an attached paper: in bold, or nothing but a label.

    Where another label stands below, the page lists attached papers.
    """
    listed = [found for line in top[:_TOP] if (found := ATTACHED.fullmatch(line.text))]
    if len({found["label"] for found in listed}) != 1:
        return ""
    for line in top[:_ATTACHED_LINES]:
        found = ATTACHED.fullmatch(line.text)
        if found is not None and len(line.words) <= _SHORT:
            heads = not found["title"] or line.bold or line.text.isupper()
            return found["label"] if heads else ""
    return ""


def largest_type(lines: Sequence[Line]) -> float:
    """The largest type of a page, in points."""
    return max([word.size for line in _own(lines) for word in line.words], default=0.0)


def families_of(lines: Sequence[Line]) -> frozenset[str]:
    """The families of type that a good part of a page's words are set in."""
    letters: defaultdict[str, int] = defaultdict(int)
    for line in lines:
        if len({word.font for word in line.words}) == 1:  # as in nearly all lines
            letters[line.words[0].font] += len(line.text) - len(line.words) + 1
            continue
        for word in line.words:
            letters[word.font] += len(word.text)
    by_family: defaultdict[str, int] = defaultdict(int)
    for font, count in letters.items():
        family = _FAMILY.match(font.partition("+")[2] or font)
        by_family[family[0].casefold() if family else ""] += count
    least = _GOOD_PART * sum(by_family.values())
    return frozenset(name for name, count in by_family.items() if count >= least and name)
