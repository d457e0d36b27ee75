"""Tick boxes beside yes and no: which one is ticked, whichever side the box stands on."""

from __future__ import annotations

import re

TICKED = "☒☑✓✔"
_PARTS = re.compile(rf"(?P<box>[{TICKED}☐□])|\b(?P<word>yes|no)\b", re.IGNORECASE)
_ANSWER = re.compile(rf"(?:yes|no)\s+[{TICKED}☐□]|[{TICKED}☐□]\s+(?:yes|no)", re.IGNORECASE)


def is_answer(text: str) -> bool:
    """Whether a text is nothing but one answer and its box, as in the second row of a question."""
    return bool(_ANSWER.fullmatch(text.strip()))


def ticked(text: str) -> bool | None:
    """True for a ticked yes, False for a ticked no, None where the boxes do not tell.

    "☐ Yes ☒ No" and "Yes ☐ No ☒" both say no: the first mark tells the side of the boxes.
    """
    parts = [(m["box"] or "", (m["word"] or "").lower()) for m in _PARTS.finditer(text)]
    boxes = [at for at, (box, _) in enumerate(parts) if box]
    if not boxes:
        return None
    start = next((at for at in range(len(parts) - 1) if any(parts[at]) and _pairs(parts, at)), None)
    if start is None:
        return None
    box_first = bool(parts[start][0])
    answers = set()
    for one, two in zip(parts[start::2], parts[start + 1 :: 2], strict=False):
        box, word = (one[0], two[1]) if box_first else (two[0], one[1])
        if box and word and box in TICKED:
            answers.add(word == "yes")
    return answers.pop() if len(answers) == 1 else None


def _pairs(parts: list[tuple[str, str]], at: int) -> bool:
    """Whether a box and a word stand side by side here."""
    return bool(parts[at][0]) != bool(parts[at + 1][0])
