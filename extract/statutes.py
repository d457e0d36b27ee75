"""Acts and Regulations named in a text, and the exemption paragraphs that a report relies on.

`acts` starts from the pipeline's LAW marks ("Act 2014", "Regulations 2015"), walks back over the
title, if `extract.statute_book` knows it, else over the capitalised words of the name, then looks
on either side for the section ("Section 9 of the …", "…, section 111").

`exempt_paragraphs` gives the numbers of the descriptions of exempt information that a statement
cites: of Schedule 12A to the Local Government Act 1972 (England, Part 1, paragraphs 1 to 7; Wales,
Part 4, paragraphs 12 to 18, as qualified by Part 5), of Schedule 7A to the Local Government
(Scotland) Act 1973 (Part 1, paragraphs 1 to 15), of Schedule 6 to the Local Government Act
(Northern Ireland) 2014 (Part 1), or of a council's own Access to Information Procedure Rules, whose
"categories" are the same descriptions.
A paragraph number counts only in a sentence that names one of these, or the word exempt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.prose import marked, sentences, words
from extract.statute_book import title_begins

_UNIT = (
    r"(?:sections?|sec\.|ss?\.?(?=\s?\d)|parts?|pt\.?|schedules?|sch\.?|regulations?|regs?\.?"
    r"|articles?|art\.?|paragraphs?|paras?\.?|chapters?|rules?)"
)
_NUMBER = r"(?:\d+[A-Z]{0,2}|[IVX]+)(?:\(\w{1,4}\))*(?!\w)"
_NUMBERS = rf"{_NUMBER}(?:\s*(?:,|,?\s*and|&|or|to|-|–)\s*{_NUMBER})*"
_JOIN = r",?\s+(?:and\s+|(?:of|to)\s+(?:the\s+)?)?"
_SECTION = rf"\b{_UNIT}\s*{_NUMBERS}(?:{_JOIN}{_UNIT}\s*{_NUMBERS})*"
_SECTION_BEFORE = re.compile(
    rf"(?P<section>{_SECTION})\s*,?\s*(?:(?:of|to|in|under)\s+)?(?:the\s+)?$", re.IGNORECASE
)
_SECTION_AFTER = re.compile(
    rf"\s*[,(]?\s*(?P<section>{_SECTION})(?!\s+(?:of|to)\s+(?:the\s+)?[A-Z])", re.IGNORECASE
)
_REACH = 160
"""How many characters before a name its section may stand."""

_NAME_TOKEN = re.compile(r"\w[\w’'-]*(?:\.(?=\s+[A-Z(]))?|[(),&–]")
_NAME_BRACKET = re.compile(r"\([^()]{1,80}\)\s*$")
_YEAR = re.compile(r"\d{4}")
# Where nothing like "Act 2014", "Act (2014)" or "Act (Northern Ireland) 2014" stands, no law does.
_YEAR_FOLLOWS = r"[\s,]*(?:of\s+)?(?:\([^()]{1,80}\)\s*|\(\s*)?\d{4}"


@dataclass(frozen=True, slots=True)
class Act:
    """An Act or statutory instrument: `Act("Care Act", 2014, "Section 9")`, and where it stands.

    `section` is the part of it that is cited, as printed, None if it is cited whole. The offsets
    take in name, year and section.
    """

    name: str
    year: int
    section: str | None
    start: int
    end: int


def acts(text: str) -> tuple[Act, ...]:
    """Every Act, Order, Measure or set of Regulations that is named with its year, in order."""
    found: list[Act] = []
    for mark, end in marked(text, "LAW", _instrument_with_year()):
        known = title_begins(text, end)
        if known is not None and found and known < found[-1].end:
            found.pop()  # "Equality Act 2010 (Specific Duties) Regulations 2011" is one
        floor = found[-1].end if found else 0
        begin = _name_begins(text, floor, mark) if known is None else known
        year = _YEAR.search(text, mark, end)
        if begin == mark or year is None:
            continue
        name = re.sub(r"[\s,(]+$|\s+of\s*$", "", text[begin : year.start()])
        section, start = None, begin
        lead = max(floor, begin - _REACH)
        before = _SECTION_BEFORE.search(text[lead:begin])
        after = None if before else _SECTION_AFTER.match(text, end)
        if before:
            section, start = before["section"], lead + before.start("section")
        elif after:
            section, end = after["section"], after.end("section")
        folded = " ".join(section.split()) if section else None
        found.append(Act(" ".join(name.split()), int(year.group()), folded, start, end))
    return tuple(found)


@cache
def _instrument_with_year() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words()['instruments'])}){_YEAR_FOLLOWS}")


def _name_begins(text: str, floor: int, end: int) -> int:
    """Where the words that lead up to "Act" at `end` begin; `end` itself if it has no name."""
    inside = words()["inside_name"]
    not_of_it = {*words()["before_name"], *words()["instruments"]}
    begin = cursor = end
    listed = (
        False  # an "and" to the right lets a comma be of the name: "Grants, Homes and Land Act"
    )
    while cursor > floor:
        bracket = _NAME_BRACKET.search(text, floor, cursor)
        if bracket:
            cursor = bracket.start()
            continue
        token = _last_token(text, floor, cursor)
        if token is None or "\n\n" in text[token.end() : cursor]:
            break
        word = token.group()
        if (
            word[0].isupper()
            and word not in not_of_it
            and not word.endswith(("Council's", "Council’s"))
        ):
            begin = token.start()
        elif word not in inside or (word == "," and not listed):
            break
        listed |= word == "and"
        cursor = token.start()
    return begin


def _last_token(text: str, floor: int, cursor: int) -> re.Match[str] | None:
    """The last token of `text[floor:cursor]`; none longer than sixty characters is a word."""
    tokens = list(_NAME_TOKEN.finditer(text, max(floor, cursor - 60), cursor))
    return tokens[-1] if tokens else None


_EXEMPTION = re.compile(
    r"schedule\s+(?:12\s?A|7\s?A|6\b)|atodlen\s+12\s?A|access to information|\bexempt|\beithr"
    r"|\besempt|not for publication|\bconfidential|\brestricted\b"
    r"|\bpart\s+(?:1|4|I|IV)\b.{0,40}local government",
    re.IGNORECASE | re.DOTALL,
)
_ITEM = r"\(?\d{1,2}[A-Z]?\)?(?![.\w]*\w)"
_CITED = re.compile(
    r"\b(?P<what>paragraphs?|paragraph\(s\)|paras?\.?|paragraff(?:au)?|categor(?:y|ies))\s*"
    rf"(?:nos?\.?|numbers?|\(s\))?\s*(?P<items>{_ITEM}(?:\s*(?:,?\s*(?:and|or|a|ac)\b|,|&|/|to\b|-|–)\s*{_ITEM})*)"
    r"(?!\s*(?:of|in)\s+(?:this|the)\s+report)(?!\s*(?:above|below))",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d{1,2})\)?\s*(?:to|-|–)\s*\(?(\d{1,2})(?![A-Z\d])", re.IGNORECASE)
_LAST_PARAGRAPH = 21
"""The highest number cited: Part 5 of Schedule 12A, for Wales, ends near it."""


def exempt_paragraphs(text: str) -> tuple[str, ...]:
    """The exemption paragraphs cited in `text` ("3", "7A"), each once, in order of mention."""
    found: list[str] = []
    if not _EXEMPTION.search(text):
        return ()
    for sentence in sentences(text):
        if not _EXEMPTION.search(sentence.text):
            continue
        cited = list(_CITED.finditer(sentence.text))
        if any(match["what"].lower().startswith("categor") for match in cited):
            cited = [match for match in cited if match["what"].lower().startswith("categor")]
        for match in cited:
            found += _numbers(match["items"])
    return tuple(dict.fromkeys(found))


def _numbers(items: str) -> list[str]:
    """ "1 to 3 and 7A" as ["1", "2", "3", "7A"], numbers that no Schedule has left out."""
    spread = _RANGE.sub(
        lambda match: ",".join(map(str, range(int(match[1]), int(match[2]) + 1))), items
    )
    numbers = re.findall(r"\d+[A-Z]?", spread.upper())
    return [number for number in numbers if 1 <= int(re.sub(r"\D", "", number)) <= _LAST_PARAGRAPH]
