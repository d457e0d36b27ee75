"""Local councils, fire and park authorities, which are not in the register, by printed names.

An authority for one purpose is named by councils too: only a name that begins a line counts.

A name on the front weighs `FRONT_NAME` where it begins a line, `FRONT_MENTION` inside a sentence;
in the body `BODY_NAME` each time, up to `MOST_BODY_NAMES`. The register weighs its own alike.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

FRONT_NAME, FRONT_MENTION = 12.0, 4.0
BODY_NAME, MOST_BODY_NAMES = 1.0, 3

# The last words of a name, roughly, and found in no time: where they are not, no name is.
_ANY = re.compile(r"[PTCFN](?i:arish\s+c|own\s+c|ommunity\s+c|ire\s+[ar&]|ational\s+p)")
_LOCAL = re.compile(
    r"(?P<name>\b[A-Z][\w’'-]*"
    r"(?:[ -](?:[A-Z][\w’'-]*|of|on|the|in|and|with|cum|le|upon|under|by|next)){0,6}?"
    r"\s+(?:(?:Parish|Town|Community)\s+Council|(?:PARISH|TOWN|COMMUNITY)\s+COUNCIL"
    r"|(?P<single>(?:Fire(?:\s+(?:and|&)\s+Rescue)?|National\s+Park)\s+Authority"
    r"|(?:FIRE(?:\s+(?:AND|&)\s+RESCUE)?|NATIONAL\s+PARK)\s+AUTHORITY)))\b"
)
_NOT_OF_NAME = re.compile(
    r"(?:(?:Minutes|Agenda|Meeting|Report|Notice|Clerk|Chair|Members?|Councillors?)\s+(?:of|to)\s+)?"
    r"(?:(?:the|The|And|Of|By|Each|Your|This|Full|Dear)\s+)?",
    re.IGNORECASE,
)


def front_weight(front: str, start: int) -> float:
    """What a name at `start` of the front weighs: more where it begins a line, as a letterhead."""
    before = front[front.rfind("\n", 0, start) + 1 : start]
    return FRONT_MENTION if any(map(str.islower, before)) else FRONT_NAME


def local_council(text: str, front: str) -> tuple[str, float, int, int] | None:
    """The body named most that is in no register: printed name, weight and offsets."""
    fronts: dict[str, float] = defaultdict(float)
    headed: set[str] = set()
    for name, start, _, _ in _local_names(front):
        fronts[name] = max(fronts[name], front_weight(front, start))
        if fronts[name] == FRONT_NAME:
            headed.add(name)
    counts: Counter[str] = Counter()
    places: dict[str, tuple[int, int]] = {}
    for name, start, end, single in _local_names(text):
        if single and name not in headed:
            continue
        counts[name] += 1
        places.setdefault(name, (start, end))
    weights = {n: min(c, MOST_BODY_NAMES) * BODY_NAME + fronts[n] for n, c in counts.items()}
    best = max(weights, key=lambda name: weights[name], default=None)
    if best is None or weights[best] <= BODY_NAME:
        return None
    return (best, weights[best], *places[best])


def _local_names(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """Printed names without "Minutes of" and the like, offsets, and whether of one purpose."""
    if _ANY.search(text) is None:
        return
    for match in _LOCAL.finditer(text):
        before = _NOT_OF_NAME.match(match["name"])
        start = match.start() + (before.end() if before else 0)
        name = " ".join(text[start : match.end()].split())
        if name.split()[0].title() not in ("Parish", "Town", "Community", "Fire", "National"):
            yield name, start, match.end(), match["single"] is not None
