"""Keys made from what a document says, so that the same documents always give the same keys.

Committees, meetings and people have readable text keys (`PLY_cabinet`, `PLY_cabinet_2026-03-12`,
`PLY_charlotte-carlyle`): the council's code and the folded name, kept apart by a character that
no folded name has. Reports, the rows of a report that can be searched, agenda items and parts have
integers, because SQLite's full-text index points at an integer key and only a declared one
survives `VACUUM` and a dump. Nothing depends on the order of reading.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

#: A key longer than this (a misread paragraph, a very long title) ends in a digest of the whole.
LONGEST_SLUG = 80

#: Numbers stay below 2**52, and a row's is its report's or document's plus its position: every
#: reader of JSON that holds numbers as doubles reads them exactly.
KEY_BITS = 52


def slug(text: str) -> str:
    """Fold a printed name to `a-z0-9-`: no case, accents, punctuation or leading "the".

    Two printings of one name ("CABINET", "Cabinet ", "The Cabinet") give one slug. A name without
    a single Latin letter or digit gives a digest of itself.
    """
    plain = folded(text)
    if not plain:
        return _digest(text)
    if len(plain) > LONGEST_SLUG:
        return f"{plain[: LONGEST_SLUG - 9].rstrip('-')}-{_digest(plain)}"
    return plain


def folded(text: str) -> str:
    """The text as `a-z0-9-`, however long; "" if it has no Latin letter and no digit."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ")).casefold()
    plain = re.sub(r"['\u2019\u0300-\u036f]", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-").removeprefix("the-")


def owner(council_code: str | None, document_sha256: str) -> str:
    """Prefix of the keys of a council's committees and people.

    Where the council is not known, the document stands in for it: two "Cabinets" of councils
    that nobody could name are not one committee.
    """
    return council_code or f"unknown_{document_sha256[:12]}"


def committee_key(owner: str, name: str) -> str:
    """Key of a committee, or of a single decision maker."""
    return f"{owner}_{slug(name)}"


def meeting_key(committee: str, date: str) -> str:
    """Key of a committee's meeting on an ISO date."""
    return f"{committee}_{date}"


def person_key(owner: str, name: str | None, post: str | None) -> str | None:
    """Key of a person, or of an unnamed post; None where neither is printed."""
    if name:
        return f"{owner}_{slug(name)}"
    return f"{owner}_post_{slug(post)}" if post else None


def report_number(document_sha256: str, position: int, attempt: int = 0) -> int:
    """Key of the report at `position` (0-based) of a document.

    `attempt` counts the keys before it that other reports had taken: among two million reports
    of twenty sections there is a chance of some per cent that this happens once.
    """
    return _number(f"{document_sha256}/{position}/{attempt}")


def document_number(document_sha256: str, attempt: int = 0) -> int:
    """Key of a document's first agenda item, and of its first part; `attempt` as for reports."""
    return _number(f"{document_sha256}/{attempt}")


def _number(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:8], "big") >> (64 - KEY_BITS)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]
