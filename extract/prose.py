"""The spaCy pipeline of rules for council prose, and what it alone gives: sentences and sums.

The pipeline is built once, on first use (spaCy itself is imported then, not with this module), and
holds no statistical model: nothing here was trained, so every answer can be traced to a rule.

- The tokenizer knows the abbreviations of council prose ("Cllr.", "para.", "No."), and keeps a sum
  ("-£111.6m") in one token.
- `sentencizer` ends sentences at full stops; `council_sentences` then joins what a list number, an
  initial or small letters show to be one, and parts paragraphs.
- A `SpanRuler` marks sums (MONEY) and the end of a law's name (LAW: "Act 2014", read further in
  `extract.statutes`).

Offsets are code points into the text given. All functions are pure; none raises on any text.
"""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from extract.names import Span
from extract.spacy_loading import load_spacy

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

_SCALE = {
    **dict.fromkeys(("k", "thousand"), 10**3),
    **dict.fromkeys(("m", "mn", "million", "millions"), 10**6),
    **dict.fromkeys(("bn", "billion", "billions"), 10**9),
}
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNIT = "|".join(sorted(_SCALE, key=len, reverse=True))
_SUM = re.compile(rf"[-−–]?£[-−–]?{_NUMBER}(?i:{_UNIT})?")
_PRINTED = re.compile(
    rf"(?P<sign>[-−–](?=£))?£?\s*(?P<minus>(?<=£)[-−–])?(?P<number>{_NUMBER})"
    rf"(?:\s*(?P<unit>(?i:{_UNIT})))?(?!\w)"
)
# One of these stands in every sum; so many words from it the words end that tell how much it is.
_SIGN = re.compile(r"£|pounds", re.IGNORECASE)
_REACH = 4
_FAR = 400  # characters that so many words never have
_OF_SENTENCES, _RULER = ("sentencizer", "council_sentences"), "span_ruler"
_LIST_NUMBER = re.compile(r"\(?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxIVX]{1,5})[.)]*")
_INITIAL = re.compile(r"(?:^|[\s.])[A-Z]\.$")


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in pounds sterling, and the characters that say so (`verbatim`)."""

    amount: Decimal
    verbatim: str
    start: int
    end: int


@cache
def words() -> dict[str, list[str]]:
    """The lists of `lexicon/language.toml`, read once."""
    path = Path(__file__).parent / "lexicon" / "language.toml"
    lists: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return lists


@cache
def pipeline() -> Language:
    """The spaCy pipeline of rules, built on first use and kept."""
    load_spacy()
    from spacy.attrs import IS_LOWER, IS_PUNCT, IS_SPACE, LOWER
    from spacy.lang.en import English
    from spacy.lang.lex_attrs import LEX_ATTRS
    from spacy.language import Language
    from spacy.vocab import Vocab

    # Of each new word only what the rules ask, not the thirty things that English knows to tell.
    asked = {attribute: LEX_ATTRS[attribute] for attribute in (IS_LOWER, IS_PUNCT, IS_SPACE, LOWER)}
    nlp = English(Vocab(lex_attr_getters=asked), create_tokenizer=_tokenizer)
    nlp.max_length = sys.maxsize  # a limit for models, of which there are none
    Language.component("council_sentences", func=_council_sentences)
    for name in _OF_SENTENCES:
        nlp.add_pipe(name)
    nlp.add_pipe(_RULER).add_patterns(_patterns())
    return nlp


def _tokenizer(nlp: Language) -> Tokenizer:
    """English's tokenizer, with the abbreviations of council prose, that keeps a sum whole.

    Made with all its rules at once: each one set later would have every exception read again. Of
    English's own exceptions only those with a full stop: no rule here asks about "can't" or ":-)",
    which would take a twentieth of a second to learn.
    """
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    rules = nlp.Defaults
    forms = {
        form
        for word in words()["abbreviations"]
        for form in (word, word.capitalize(), word.upper())
    }
    stopped = {form: tokens for form, tokens in rules.tokenizer_exceptions.items() if "." in form}
    # No affix is cut from a sum, and a dash or stroke before a pound parts two.
    prefixes = [rule for rule in rules.prefixes if rule not in ("£", "–")]
    infixes = [*rules.infixes, r"(?<=\w)[-–—/](?=£)", r"(?<=\d)[–—](?=\d)"]
    suffixes = [*rules.suffixes, r"(?<=\d[A-Z])\."]  # "… of Schedule 12A."
    return Tokenizer(
        nlp.vocab,
        rules=stopped | {f"{form}.": [{"ORTH": f"{form}."}] for form in forms},
        prefix_search=compile_prefix_regex([*prefixes, "–(?!£)"]).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=_SUM.fullmatch,
        url_match=rules.url_match,
    )


def _patterns() -> list[dict[str, object]]:
    """What the `SpanRuler` marks: sums, and the words that end a law's name."""
    number = {"TEXT": {"REGEX": rf"^{_NUMBER}(?i:{_UNIT})?$"}}
    amount = {"TEXT": {"REGEX": rf"^{_SUM.pattern}$"}}
    scale = {"LOWER": {"IN": list(_SCALE)}, "OP": "?"}
    dash = {"LOWER": {"IN": ["-", "–", "—", "to"]}}
    instrument = {"TEXT": {"IN": words()["instruments"]}}
    year = {"TEXT": {"REGEX": r"^(?:1[2-9]|20)\d\d$"}}
    note = {"IS_PUNCT": False, "OP": "{1,4}"}
    opened, closed = {"ORTH": "("}, {"ORTH": ")"}
    return [
        {"label": "MONEY", "pattern": [amount, scale]},
        {"label": "MONEY", "pattern": [{"ORTH": "£"}, number, scale]},
        {"label": "MONEY", "pattern": [amount, dash, number, scale]},
        {"label": "MONEY", "pattern": [number, scale, {"LOWER": "pounds"}]},
        {"label": "LAW", "pattern": [instrument, {"LOWER": {"IN": [",", "of"]}, "OP": "?"}, year]},
        {"label": "LAW", "pattern": [instrument, opened, year, closed]},
        {"label": "LAW", "pattern": [instrument, opened, note, closed, year]},
    ]


def _council_sentences(doc: Doc) -> Doc:
    """Correct the sentencizer: a number, an initial or small letters begin no sentence."""
    text, first, parted = doc.text, 0, False
    for token in doc:
        if parted and token.i > 0:
            token.is_sent_start = True
        elif token.is_sent_start and token.i > 0:
            opening = text[first : token.idx].strip()
            listed = _LIST_NUMBER.fullmatch(opening) or _INITIAL.search(opening)
            if token.is_lower or token.is_space or listed:
                token.is_sent_start = False
        if token.is_sent_start:
            first = token.idx
        parted = token.is_space and token.text.count("\n") > 1
    return doc


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text`, as printed, without the white space around them."""
    found: list[Span] = []
    for sentence in pipeline()(text, disable=[_RULER]).sents:
        verbatim = text[sentence.start_char : sentence.end_char]
        start = sentence.start_char + len(verbatim) - len(verbatim.lstrip())
        if verbatim.strip():
            found.append(Span(verbatim.strip(), start, start + len(verbatim.strip())))
    return tuple(found)


def money(text: str) -> tuple[Money, ...]:
    """Every sum in pounds, in order. "£1m to £2m" is two, and so is "£10-12 million"."""
    found: dict[int, Money] = {}
    for mark in marked(text, "MONEY", _SIGN):
        printed = list(_PRINTED.finditer(text, mark[0], mark[1]))
        unit = printed[-1]["unit"] if printed else None
        for match in printed:
            number = Decimal(match["number"].replace(",", ""))
            if set(match["number"]) == {"0"} and len(match["number"]) > 1:
                continue  # "£000" heads a column
            factor = _SCALE[(match["unit"] or unit or "").lower()] if match["unit"] or unit else 1
            sign = -1 if match["sign"] or match["minus"] else 1
            end = mark[1] if match is printed[-1] else match.end()
            found[match.start()] = Money(
                sign * number * factor, text[match.start() : end], match.start(), end
            )
    return tuple(found[start] for start in sorted(found))


def marked(text: str, label: str, sign: re.Pattern[str]) -> list[tuple[int, int]]:
    """Offsets of the spans that the ruler gives `label`, the longest of those that overlap.

    Each holds a match of `sign`: only the words around those are read.
    """
    spans = [
        (start + first, start + last)
        for start, end in _stretches(text, sign)
        for name, first, last in _marks(text[start:end])
        if name == label
    ]
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _stretches(text: str, sign: re.Pattern[str]) -> list[tuple[int, int]]:
    """The parts of a text that reach `_REACH` words to both sides of a sign; none overlap."""
    found: list[tuple[int, int]] = []
    for match in sign.finditer(text):
        first, last = max(0, match.start() - _FAR), match.end() + _FAR
        before = text[first : match.start()].rsplit(None, _REACH)
        after = text[match.end() : last].split(None, _REACH)
        start = first + (len(before[0]) if len(before) > _REACH else 0)
        end = min(last, len(text)) - (len(after[-1]) if len(after) > _REACH else 0)
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


@lru_cache(maxsize=64)  # one text is asked about sums, and about laws
def _marks(text: str) -> tuple[tuple[str, int, int], ...]:
    """Label and offsets of all spans that the ruler marks."""
    read = pipeline()(text, disable=_OF_SENTENCES)
    return tuple((span.label_, span.start_char, span.end_char) for span in read.spans["ruler"])
