"""Which paragraphs are headings, by their words and by how they are set."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.dates import find_dates
from extract.fields.nodes import Node
from extract.layout.blocks import Block, BlockKind
from extract.layout.labels import depth, is_bullet
from extract.layout.passage import NOWHERE, Passage
from extract.lexicon import fold, fold_heading, lexicon
from extract.persons import is_post
from schemas.vocabulary import SectionKind

# Longest heading that style alone makes, and longest that the lexicon is asked about, in words.
STYLED_WORDS = 18
KNOWN_WORDS = 28
# Longest that is one by its words alone, set as the text around it.
ALONE_WORDS = 10
RUN_IN = re.compile(r"^([^:.;]{2,90}?)\s*(?::-?|[-–—](?=\s))\s*(?=\S)")
_APPENDIX = re.compile(r"(?:appendix|annexe?|schedule) [a-z0-9]{1,3}\b")
_FINITE = re.compile(r"\b(?:is|are|has|have|will|was|were|been|not)\b.*\.$")
_ASKED = re.compile(
    r"\b(?:asked|recommend(?:s|ed)|requested|invited|required)\b|^(?:gofynnir|argymhellir)\b"
)
_NUMBERED = re.compile(r"\brecommendation\s+(\(?(?:[A-Z]|\d{1,2})\)?)\W*$", re.IGNORECASE)
_ASKING = re.compile(r"(?:That|To) [a-z]|[Tt]o$")
# A sentence or an item of a list ("…; and"), not a heading.
_SENTENCE = re.compile(r"[.;,](?:\s+(?:and|or))?$")
LISTS = frozenset({SectionKind.APPENDICES, SectionKind.BACKGROUND_PAPERS})
# Phrases so common in running text that an unstyled line of them is no heading.
PLAIN = frozenset({SectionKind.OTHER, SectionKind.BACKGROUND, SectionKind.CONTACTS})


def heading_of(block: Block, following: Block | None, usual: float, before: Node) -> Node | None:
    """The section that a block opens, if it is a heading."""
    if block.kind is BlockKind.ROW:
        return _headed_grid(block)
    if not block.text or (block.label and is_bullet(block.label.text)):
        return None
    text = block.text
    words = len(block.passage.words)
    if words > KNOWN_WORDS or "\n\n" in text:
        return None
    if before.kind in LISTS and not block.level and _is_entry(block):
        return None
    larger = bool(usual) and block.size > usual * 1.08
    styled = block.bold or bool(block.level) or larger or block.caps
    numbered = bool(block.label and depth(block.label.text))
    stands = styled or numbered or text.endswith((":", "?"))
    alone = following is not None and words <= ALONE_WORDS and not _SENTENCE.search(text)
    if not (stands or alone) or (block.label and not styled and not numbered):
        return None  # as most paragraphs are: no heading, whatever its words are
    if not styled and _FINITE.search(text):
        return None  # "An impact assessment has been carried out." is a sentence
    known = known_part(block.passage, before)
    if known is not None and known.types and _goes_on(block.passage, before):
        return None  # "Implications on IT: I can see no implications on IT."
    if known is None and lexicon().boilerplate.found_in(fold(block.text)):
        return None
    if known is not None and known.types and _answers(block.passage, before):
        return None  # "Decarbonisation – None": heading and text in one line
    if known is not None and block.run_in and known_part(block.run_in, before) == known:
        return None  # only the words in bold are the heading
    if known is not None and known.types and before.kind in LISTS and usual and not styled:
        return None  # a paper on the equality of something
    if before.kind is SectionKind.RECOMMENDATIONS and _asks(block, known):
        return None
    if known is not None:
        if not stands and known.kind in PLAIN and not known.narrows:
            return None
        if block.label and not styled and words == 1 and known.kind in PLAIN:
            return None
        return replace(known, heading=block.passage, label=block.label)
    if block.level and not _opens_front_matter(block, following, before):
        return Node(block.passage, block.label)
    if not styled or words > STYLED_WORDS or _SENTENCE.search(text) or following is None:
        return None
    if block.label and before.kind is SectionKind.RECOMMENDATIONS and not depth(block.label.text):
        return None
    if not any(c.isalpha() for c in text) or before.kind is SectionKind.FRONT_MATTER:
        # what stands above the first known heading is front matter, however it is set
        return None
    if _opens_with_label(block.passage) or is_answer(fold(text).strip(" .:")):
        return None
    if find_dates(text) and words <= 5:
        return None
    if before.types and text.endswith("?") and not (block.bold and block.label):
        return None  # a question of the form
    if before.types and text.endswith(":") and is_post(text.rstrip(" :")):
        return None  # the office whose advice stands below
    return Node(block.passage, block.label)


def _is_entry(block: Block) -> bool:
    """Whether a paragraph of a list is an entry, whatever it is called: a label says so."""
    return bool(block.label and not block.bold) or bool(_APPENDIX.match(fold_heading(block.text)))


def _asks(block: Block, known: Node | None) -> bool:
    """Whether a line among recommendations says who is asked, or is one of them, however set."""
    if known is not None and known.kind is not SectionKind.RECOMMENDATIONS:
        return False
    if known is None and not block.level and _ASKING.match(block.text):
        return True
    words = fold(block.text)
    return bool(_ASKED.search(words)) and lexicon().lead_in.found_in(words)


def recommendation_number(heading: Passage) -> Passage:
    """The label that a heading holds ("Additional Recommendation (B)"), if it does."""
    found = _NUMBERED.search(heading.text)
    return heading.slice(found.start(1), found.end(1)) if found else NOWHERE


def _opens_front_matter(block: Block, following: Block | None, before: Node) -> bool:
    """Whether a heading by the file's word is the council's name, or the title, above labels."""
    if before.kind is not SectionKind.FRONT_MATTER or block.label:
        return False
    if following is None or following.kind is BlockKind.ROW or following.level:
        return True
    return _opens_with_label(following.passage)


def _headed_grid(block: Block) -> Node | None:
    """The section that the first row of its grid heads ("Background papers | Location")."""
    first = block.cell(0)
    kind = lexicon().section_kind(fold_heading(first.text)) if first else None
    if kind not in LISTS or not block.bold or len(block.passage.words) > 20:
        return None
    return Node(first, kind=kind, head=block)


def known_part(passage: Passage, before: Node) -> Node | None:
    """What the lexicon makes of a heading's words."""
    words = lexicon()
    key = fold_heading(passage.text)
    if not key:
        return None
    if (before.types or before.narrows) and words.narrows(key):
        return Node(kind=SectionKind.OTHER, narrows=True)
    kind = words.section_kind(key)
    if kind is not None:
        return Node(kind=kind)
    if recommendation_number(passage):
        return Node(kind=SectionKind.RECOMMENDATIONS)
    if _APPENDIX.match(key):
        return None
    in_run = in_run_of(before)
    types = words.implication(key, in_run=in_run)
    if not types and in_run and "(" in passage.text:  # "Community (Equality, Poverty, Rural)"
        types = words.implication(fold_heading(re.sub(r"[()]", " ", passage.text)), in_run=True)
    return Node(kind=SectionKind.IMPLICATIONS, types=types) if types else None


def in_run_of(before: Node) -> bool:
    """Whether the sections just above are implications."""
    return bool(before.types) or before.kind is SectionKind.IMPLICATIONS


def is_answer(folded: str) -> bool:
    """Whether folded words only answer a heading or question: none, yes or no."""
    words = lexicon()
    return bool(words.none.match(folded) or words.yes.match(folded) or words.no.match(folded))


def _answers(passage: Passage, before: Node) -> bool:
    """Whether a line holds a heading and, behind a dash or colon, what stands under it."""
    found = RUN_IN.match(passage.text)
    if found is None:
        return False
    rest = fold(passage.text[found.end() :]).strip(" .")
    if lexicon().none.match(rest):
        return True
    known = known_part(passage.slice(0, found.end(1)), before)
    return known is not None and bool(known.types) and bool(lexicon().statements.match(rest))


def _goes_on(passage: Passage, before: Node) -> bool:
    """Whether a line holds a heading that names its subjects, a colon, and a sentence on them."""
    found = RUN_IN.match(passage.text)
    if found is None or passage.text[found.end(1) :][:1] != ":" or passage.text[-1] != ".":
        return False
    known = known_part(passage.slice(0, found.end(1)), before)
    return known is not None and bool(known.types)


def _opens_with_label(passage: Passage) -> bool:
    """Whether a bold line is a label with its value ("Ward(s): All wards"), not a heading."""
    found = RUN_IN.match(passage.text)
    if found is None:
        return False
    words, key = lexicon(), fold_heading(found[1])
    return bool(words.fields(key) or words.section_kind(key) or words.implication(key))
