"""Whether the public may read a report, and the paragraphs of Schedule 12A relied on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.fields.exemptions import Exemption, exemption_places, exemptions_in
from extract.fields.front import front_lines
from extract.fields.labelled import Labelled
from extract.fields.nodes import Outline
from extract.fields.texts import block_text, text_of
from extract.fields.ticks import ticked
from extract.fields.values import Found
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, lexicon, says, wording
from schemas import Appendix, Confidentiality
from schemas.vocabulary import ConfidentialityStatus, SectionKind

_SCHEDULE = re.compile(
    rf"\b(?:exempt|not for publication|confidential)\b.*\b{wording('exemption_rules')}"
    rf"|\b{wording('exemption_rules')}\b.*\bexempt",
    re.IGNORECASE | re.DOTALL,
)
# What stands behind the title of an appendix that the public may not read.
_SECRET_TITLE = re.compile(rf"\({wording('secrecy')}\b[^()]*\)", re.IGNORECASE)
# A line of the front matter that is nothing but the statement.
_ALONE = says("statement_alone")
# A statement longer than this is a paragraph of the body.
STATEMENT_WORDS = 110


def confidentiality(outline: Outline, labelled: Sequence[Labelled]) -> Found[Confidentiality]:
    """The report's statement of confidentiality, and what it amounts to."""
    for statement in _statements(outline, labelled):
        status = _status(statement.text)
        if status is ConfidentialityStatus.UNSTATED:
            continue
        cited = exemptions_in(statement) if status is not _OPEN else ()
        if status is not _OPEN and not cited:  # "Part exempt", and the reason in the next row
            below = (Passage.join([i.label, i.passage], " ") for i in _labelled(labelled))
            cited = next((found for words in below if (found := exemptions_in(words))), ())
        numbers = tuple(exemption.number for exemption in cited)
        value = Confidentiality(statement=statement.text, status=status, paragraphs=numbers)
        return Found(value, (("/statement", statement), *exemption_places(cited)))
    return Found(Confidentiality())


def with_appendices(
    found: Found[Confidentiality], appendices: Found[tuple[Appendix, ...]]
) -> Found[Confidentiality]:
    """An open report with an exempt appendix is exempt in part, by that appendix's paragraphs."""
    if found.value.status not in (_OPEN, ConfidentialityStatus.UNSTATED):
        return found
    places = dict(appendices.places)
    cited: dict[str, Exemption] = {}
    for at, appendix in enumerate(appendices.value):
        for nth, number in enumerate(appendix.paragraphs):
            words = places.get(f"/{at}/paragraphs/{nth}", NOWHERE)
            cited.setdefault(number, Exemption(number, words))
    if not cited and not any(_SECRET_TITLE.search(each.title) for each in appendices.value):
        return found
    exemptions = tuple(cited.values())
    value = found.value.model_copy(
        update={
            "status": ConfidentialityStatus.PART_EXEMPT,
            "paragraphs": tuple(cited),
        }
    )
    return Found(value, (*found.places, *exemption_places(exemptions)))


_OPEN = ConfidentialityStatus.OPEN


def _statements(outline: Outline, labelled: Sequence[Labelled]) -> Iterator[Passage]:
    """Candidates, the most explicit first: labelled, headed, then said in the opening pages."""
    for item in _labelled(labelled):
        if ticked(item.passage.text) is None:
            yield item.passage
            continue
        rest = Passage.join(
            [b.passage for b in item.value if not re.match(r"(?i)(yes|no)\b|[☒☐☑✓✔]", b.text)]
        )
        if len(rest.words) > 3:
            yield rest
        yield Passage.join([item.label, *(b.passage for b in item.value)], " ")
    for at, _ in outline.of_kind(SectionKind.CONFIDENTIALITY):
        text = text_of(outline.body(at))
        if text and len(text.words) <= STATEMENT_WORDS:
            yield text
    for line in front_lines(outline):
        if len(line.passage.words) <= 30 and _ALONE.match(line.text):
            yield line.passage
    for node in outline.nodes:
        for block in node.blocks:
            text = block_text(block)
            if len(text.words) <= STATEMENT_WORDS and _SCHEDULE.search(text.text):
                yield text


def _labelled(labelled: Sequence[Labelled]) -> Iterator[Labelled]:
    return (item for item in labelled if "confidentiality" in item.fields and item.passage)


def _status(statement: str) -> ConfidentialityStatus:
    folded = fold(statement)
    if ticked(statement) is False:
        return ConfidentialityStatus.OPEN
    for status, said in lexicon().confidentiality.items():
        if said.found_in(folded):
            return status
    return ConfidentialityStatus.UNSTATED
