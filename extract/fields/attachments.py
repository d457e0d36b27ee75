"""Appendices and background papers: lists, grids with columns for exemption, and mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.fields.labelled import Labelled, known_label, opening_label
from extract.fields.outline import Outline
from extract.fields.texts import before_signature, block_text, is_boilerplate
from extract.fields.values import Found
from extract.language import exempt_paragraphs
from extract.layout.blocks import Block, BlockKind, paragraphs
from extract.layout.labels import is_bullet, is_label
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, fold_heading, lexicon, wording
from schemas import Appendix, BackgroundPaper
from schemas.vocabulary import SectionKind

_LABELLED = re.compile(
    rf"^(?:{wording('secrecy')} )?{wording('attachment')}"
    r"\s*(?:no\.?\s*)?([A-Z0-9]{1,3}(?:\.\d+)?[a-z]?)?\b\s*(?:\(([^()]*)\))?\s*[-–—:.,]*\s*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\s*(?:available (?:at|on|from|here)[:\s]*)?(?:https?://|www\.)\S+.*$", re.I | re.S
)
_ATTACHED = re.compile(
    r"(?P<title>(?:[Tt]he |[Aa] |[Aa]n )?[^.;:]{3,140}?)\s+(?:is|are|has been|have been)?\s*"
    rf"{wording('attached')}\s+(?:to this report )?(?:as|at|in)\s+"
    rf"(?:{wording('secrecy')} )?[Aa]ppendix\s+(?P<label>[A-Z]|\d{{1,2}}|[IVX]+)\b"
)
_AND_TITLE = re.compile(
    r"\band\s+(?P<title>the [^.;:,]{3,120}?)\s+(?:is (?:attached )?)?(?:at|as|in)\s+"
    r"(?:exempt |confidential )?[Aa]ppendix\s+(?P<label>[A-Z]|\d{1,2})\b"
)
_ATTACHED_AS = re.compile(
    r"(?:[Aa]ttached|[Aa]ppended|[Ii]ncluded) (?:to this report )?(?:as|at|in) [Aa]ppendix "
    r"(?P<label>[A-Z]|\d{1,2}) (?:is|are) (?P<title>[^.;]{3,140})"
)
_MENTION = re.compile(r"\b[Aa]ppendix\s+(?P<label>[A-Z]|\d{1,2})\b")
_NAMING = frozenset({"author", "contact", "consultee", "lead_director", "report_of"})
_PAPERS = SectionKind.BACKGROUND_PAPERS
_NEXT = re.compile(
    rf"(?<=\s){wording('attachment')}\s+(?:\d{{1,2}}|[A-Z])\s*[-–—:]\s", re.IGNORECASE
)
_ANSWER = re.compile(r"\s*\b(YES|NO|Yes|No)\b\s*$")
_PARAGRAPH = re.compile(
    r"(?:(?:paragraph|category|para)s?\.?\s*)?\d{1,2}[A-C]?(?:\s*(?:,|and|&)\s*\d{1,2})*\b", re.I
)
_TICK = re.compile(r"^[xX✓✔☒☑*]+$")
_EXEMPT_WORD = re.compile(
    r"\b(?:exempt|confidential|closed|private|not for publication|part (?:b|ii|2))\b", re.I
)


@dataclass(frozen=True, slots=True)
class _Listed:
    """One listed paper: its label, title and the exemption paragraphs ticked beside it."""

    label: Passage
    title: Passage
    paragraphs: tuple[str, ...] = ()


def appendices(
    outline: Outline, labelled: Sequence[Labelled], statement: str
) -> list[Found[Appendix]]:
    """The appendices that are listed; where there is no list, those said to be attached.

    `statement` is the report's confidentiality statement, which may name the exempt ones.
    """
    found: list[_Listed] = []
    for at, _ in outline.of_kind(SectionKind.APPENDICES):
        found = [item for item in _items(outline.body(at)) if _is_appendix(item)]
        if found:
            break
    for item in labelled if not found else ():
        if "appendices" in item.fields:
            found = [listed for listed in _items(item.value) if _is_appendix(listed)]
    if not found:
        found = list(_attached(outline))
    return [_appendix(item, statement) for item in _unique(found)]


def background_papers(
    outline: Outline, labelled: Sequence[Labelled]
) -> list[Found[BackgroundPaper]]:
    """The background papers listed; "None" gives no entry."""
    result: list[Found[BackgroundPaper]] = []
    lists = [before_signature(outline.body(at)) for at, _ in outline.of_kind(_PAPERS)]
    lists += [list(item.value) for item in labelled if "background_papers" in item.fields]
    for blocks in lists:
        for item in _items(blocks, bare=True):
            cut = _ADDRESS.sub("", item.title.text)
            title = item.title.slice(0, len(cut))
            broken_link = title.text.startswith("/") or ("_" in title.text and "/" in title.text)
            if not title or _says_none(title) or len(title.words) > 60 or broken_link:
                continue
            paper = BackgroundPaper(
                title=title.text,
                paragraphs=item.paragraphs or exempt_paragraphs(title.text),
            )
            result.append(Found(paper, (("/title", title),)))
        if result:
            break
    return result


def _is_appendix(item: _Listed) -> bool:
    if not item.title and not item.label:
        return False
    return not _says_none(item.title) and len(item.title.words) <= 60


def _says_none(title: Passage) -> bool:
    folded = fold(title.text).strip(" .:-*")
    if lexicon().none.match(folded):
        return True
    return bool(
        re.match(
            r"(?:there (?:are|were|is) no|no (?:\w+ )?(?:background|appendi|unpublished))", folded
        )
    )


def _items(blocks: Sequence[Block], *, bare: bool = False) -> Iterator[_Listed]:
    """The papers listed; `bare` keeps a printed "Appendix A" as part of the title."""
    header: Block | None = None
    for block in blocks:
        if block.kind is BlockKind.ROW:
            if _is_header(block):
                header = block
                continue
            first = block.cell(0)
            if lexicon().implication(fold_heading(first.text)) and not _LABELLED.match(first.text):
                return  # the next grid of the form
            if known_label(first) and (
                first.text.endswith(":") or lexicon().fields(fold_heading(first.text)) & _NAMING
            ):
                continue
            yield from _row(block, header)
            continue
        if opening_label(block.passage) is not None:
            continue
        for part in _one_by_one(block_text(block)):
            if is_boilerplate(part) or part.text.endswith(":"):
                continue
            label = block.label if block.label and not is_bullet(block.label.text) else NOWHERE
            if bare:
                yield _Listed(label, part)
                continue
            yield from _listed(label, part)


def _one_by_one(text: Passage) -> Iterator[Passage]:
    """The paragraphs of a list, and the appendices that run on in one paragraph."""
    for paragraph in paragraphs(text):
        starts = [m.start() for m in _NEXT.finditer(paragraph.text)]
        for start, end in pairwise([0, *starts, len(paragraph.text)]):
            if part := paragraph.slice(start, end):
                yield part


def _is_header(block: Block) -> bool:
    cells = [block.cell(at) for at in range(len(block.cells)) if block.cells[at]]
    numbers = sum(cell.text.strip(" .").isdigit() for cell in cells)
    if numbers >= 4 or is_boilerplate(Passage.join(cells, " ")):
        return True
    return all(is_boilerplate(cell) for cell in cells[:2])


def _row(block: Block, header: Block | None) -> Iterator[_Listed]:
    cells = [(at, block.cell(at)) for at in range(len(block.cells)) if block.cells[at]]
    ticked = [(at, cell) for at, cell in cells if _TICK.match(cell.text)]
    texts = [cell for _, cell in cells if not _TICK.match(cell.text)]
    if not texts:
        return
    label = NOWHERE
    if len(texts) > 1 and (is_label(texts[0].text) or len(texts[0].text) <= 3):
        label, texts = texts[0], texts[1:]
    elif len(texts) > 1 and (named := _LABELLED.fullmatch(texts[0].text)) and named[1]:
        label, texts = texts[0].slice(named.start(1), named.end(1)), texts[1:]
    marks = tuple(
        number for at, _ in ticked if (number := _column_number(header, block.cells[at][0]))
    )
    for text in texts[1:]:
        if stated := _PARAGRAPH.match(text.text):
            marks += tuple(re.findall(r"\d{1,2}[A-C]?", stated[0]))
    answers = [text for text in texts[1:] if text.text.casefold() in ("yes", "no")]
    asks_secrecy = header is not None and bool(_EXEMPT_WORD.search(header.text))
    if answers and answers[0].text.casefold() == "no" and not asks_secrecy:
        return
    for at, listed in enumerate([texts[0]] if label else paragraphs(texts[0])):
        for item in _listed(label if at == 0 else NOWHERE, listed):
            yield _Listed(item.label, item.title, marks or item.paragraphs)


def _column_number(header: Block | None, tick: Block) -> str:
    """The exemption paragraph at the head of a column, from a header of 1 to 7 (or 12 to 18)."""
    if header is None:
        return ""
    heads = [(block.x0, block.text.strip(" .")) for cell in header.cells for block in cell]
    numbers = [(abs(x - tick.x0), text) for x, text in heads if text.isdigit()]
    return min(numbers)[1] if numbers and tick.page else ""


def _listed(label: Passage, text: Passage) -> Iterator[_Listed]:
    """A listed paper, its printed label ("Appendix 3 – Title") told from its title."""
    answer = _ANSWER.search(text.text)
    if answer and _LABELLED.match(text.text):
        if answer[1].casefold() == "no":
            return
        text = text.slice(0, answer.start())
    found = _LABELLED.match(text.text)
    if found and (found[1] or found.end() < len(text.text)) and not label:
        if found[1]:
            label = text.slice(found.start(1), found.end(1))
        rest = text.slice(found.end())
        if not rest and found[2]:
            rest = text.slice(found.start(2), found.end(2))
        yield _Listed(label, rest)
        return
    if found and found[1] and label:
        yield _Listed(text.slice(found.start(1), found.end(1)), text.slice(found.end()))
        return
    yield _Listed(label, text)


def _unique(items: Iterable[_Listed]) -> Iterator[_Listed]:
    seen: set[tuple[str, str]] = set()
    for item in items:
        key = (item.label.text.strip("(). ").casefold(), fold(item.title.text))
        if key not in seen:
            seen.add(key)
            yield item


def _appendix(item: _Listed, statement: str) -> Found[Appendix]:
    label = item.label.text.strip("():. ")
    marks = item.paragraphs or exempt_paragraphs(item.title.text)
    if (not marks and label and _named_exempt(label, statement)) or (
        not marks and _EXEMPT_WORD.search(item.title.text)
    ):
        marks = exempt_paragraphs(statement)
    places = [("/title", item.title)] if item.title else []
    if item.label:
        places.append(("/label", item.label))
    return Found(Appendix(label=label, title=item.title.text, paragraphs=marks), tuple(places))


def _named_exempt(label: str, statement: str) -> bool:
    """Whether the confidentiality statement names the appendix with this label."""
    mark = re.escape(label)
    one = rf"\b(?:appendix|annexe?|schedule|enclosure)\s+(?:no\.?\s*)?{mark}\b"
    several = rf"\b(?:appendices|annexes|schedules)\s+(?:[\w]{{1,3}}\s*(?:,|and|&)\s*)*{mark}\b"
    return bool(re.search(f"{one}|{several}", statement, re.IGNORECASE))


def _attached(outline: Outline) -> Iterator[_Listed]:
    """Appendices that the text says are attached, with the title that it gives them."""
    titled: dict[str, _Listed] = {}
    mentioned: dict[str, _Listed] = {}
    for node in outline.nodes:
        for block in node.blocks:
            text = block_text(block)
            if "ppendix" not in text.text:
                continue
            for match in _MENTION.finditer(text.text):
                label = match["label"]
                mark = text.slice(match.start("label"), match.end("label"))
                mentioned.setdefault(label, _Listed(mark, NOWHERE))
            for pattern in (_ATTACHED, _AND_TITLE):
                for match in pattern.finditer(text.text):
                    title = _trimmed(text.slice(match.start("title"), match.end("title")))
                    if title:
                        mark = text.slice(match.start("label"), match.end("label"))
                        titled.setdefault(match["label"], _Listed(mark, title))
            for match in _ATTACHED_AS.finditer(text.text):
                title = _trimmed(text.slice(match.start("title"), match.end("title")))
                if title:
                    mark = text.slice(match.start("label"), match.end("label"))
                    titled.setdefault(match["label"], _Listed(mark, title))
    for label in sorted(mentioned, key=lambda k: (len(k), k)):
        yield titled.get(label, mentioned[label])


def _trimmed(title: Passage) -> Passage:
    """A title cut out of a sentence, without its article and what leads up to it."""
    text = title.text
    start = 0
    for lead in re.finditer(r"(?:^|\b(?:and|that|which|of)\s+)(?:the|a|an)\s+", text, re.I):
        if lead.start() == 0:
            start = lead.end()
    words = text[start:].split()
    if (
        not words
        or len(words) > 14
        or words[0].casefold() in ("this", "these", "it", "they", "which")
    ):
        return NOWHERE
    return title.slice(start)
