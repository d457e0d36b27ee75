"""Where an Act or a statutory instrument stands on legislation.gov.uk.

`lexicon/acts.toml` has the numbers of those that reports cite most. Of one that is not there, or
not cited by its full title, the address is the site's own search for the title: a reader finds it
there, and nothing is guessed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote

SITE = "https://www.legislation.gov.uk"

_ETC = re.compile(r"\betc\b")
_MARK = re.compile(r"[^a-z0-9 ]")
_CAPITAL = re.compile(r"(?<![\w’'-])(?!The\b)[A-Z]")
_LONGEST_TITLE = 160
"""Characters; the longest of the lexicon has a hundred and ten."""

# A unit of an Act or instrument that has a page of its own, as printed and as in its address.
_UNIT = re.compile(
    r"\b(?:(?P<section>s(?:ec(?:tion)?)?s?\.?)|(?P<regulation>reg(?:ulation)?s?\.?)"
    r"|(?P<article>art(?:icle)?s?\.?)|(?P<schedule>sch(?:edule|ed)?s?\.?))"
    r"\s*(?P<number>\d+[A-Z]{0,3})(?!\w)",
    re.IGNORECASE,
)


def address(title: str, provision: str | None = None) -> str:
    """The page of a law, by its title with its year; of the first provision cited, if it has one.

    Example:
        >>> address("Local Government Act 1972", "section 111")
        'https://www.legislation.gov.uk/ukpga/1972/70/section/111'
        >>> address("Ferries Act 1901")
        'https://www.legislation.gov.uk/all?title=Ferries%20Act%201901'
    """
    known = _addresses().get(_key(title))
    if known is None:
        return f"{SITE}/all?title={quote(title)}"
    unit = _UNIT.search(provision or "")
    if unit is None:
        return f"{SITE}/{known}"
    kind = next(kind for kind in ("section", "regulation", "article", "schedule") if unit[kind])
    return f"{SITE}/{known}/{kind}/{unit['number'].upper()}"


def title_begins(text: str, end: int) -> int | None:
    """Where the title of a law of the lexicon begins whose year ends at `end`; None if none does.

    Titles hold words that a name's own shape would not take in: "Representation of the People".
    """
    for word in _CAPITAL.finditer(text, max(0, end - _LONGEST_TITLE), end):
        if _key(text[word.start() : end]) in _addresses():
            return word.start()
    return None


@cache
def _addresses() -> Mapping[str, str]:
    """The path of every law of the lexicon below the site, by its folded title."""
    text = (Path(__file__).parent / "lexicon" / "acts.toml").read_text("utf-8")
    paths: dict[str, str] = {}
    for kind, laws in tomllib.loads(text).items():
        for title, number in laws.items():
            rest = number if isinstance(number, str) else f"{title[-4:]}/{number}"
            paths[_key(title)] = f"{kind}/{rest}"
    return paths


def _key(title: str) -> str:
    """A title as it is looked up: quotes, commas, brackets, hyphens and "etc." are left out."""
    folded = _MARK.sub("", title.lower().replace("&", "and"))
    return " ".join(_ETC.sub("", folded).split()).removeprefix("the ")
