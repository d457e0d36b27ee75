"""What the field extractors ask of a text, in one place.

Each name is made in the module that it is about: `extract.prose` (the spaCy pipeline: sentences,
sums), `extract.statutes` (Acts, exemption paragraphs) and `extract.persons` (names and posts).
Importing this imports none of spaCy; the pipeline is built when it is first used.
"""

from __future__ import annotations

from extract.names import Span
from extract.persons import (
    PersonParts,
    parse_people,
    parse_person,
    people_in_prose,
    person_kind,
    split_people,
)
from extract.prose import Money, money, pipeline, sentences
from extract.statutes import Act, acts, exempt_paragraphs

__all__ = [
    "Act",
    "Money",
    "PersonParts",
    "Span",
    "acts",
    "exempt_paragraphs",
    "money",
    "parse_people",
    "parse_person",
    "people_in_prose",
    "person_kind",
    "pipeline",
    "sentences",
    "split_people",
]
