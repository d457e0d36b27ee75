"""The words of a search: quotes, prefixes, AND, OR, NOT and brackets, into what FTS5 understands.

    "leisure centre"      these words beside each other
    hous*                 words that begin so
    climate NOT transport, bus OR tram, (bus OR tram) "cycle lane"

Words without anything between them must all stand in a report. AND, OR and NOT are written in
capitals. What can't be read so is read as plain words, all of which must stand there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

#: Words and phrases of one search, and how deep its brackets go; what is beyond is not read.
MOST_WORDS: Final = 32
DEEPEST: Final = 12
#: Letters before the star: two would be half of the dictionary.
SHORTEST_PREFIX: Final = 3

_TOKEN: Final = re.compile(r'"(?P<phrase>[^"]*)"(?P<star>\*?)|(?P<mark>[()])|(?P<word>[^\s"()]+)')
_WORD: Final = re.compile(r"[^\W_]+")
_OPERATORS: Final = ("AND", "OR", "NOT")
#: Marks that stand above or below the letter before them.
_ACCENTS: Final = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_QUOTES: Final = str.maketrans("“”„«»", '"""""')
#: Categories of characters that the tokenizer makes words of: letters, digits, private use.
_IN_WORDS: Final = ("L", "N", "Co")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A word, or words beside each other; as a string, for FTS5. `prefix`: the last may go on."""

    text: str
    prefix: bool = False

    def __str__(self) -> str:
        return f'"{self.text}" *' if self.prefix else f'"{self.text}"'

    def wanted(self) -> Iterator[Leaf]:
        """Itself, as of a node those below it."""
        yield self

    def needed(self) -> int:
        """It is one word that is needed."""
        return 1

    def among(self, folded_text: str) -> tuple[Leaf, ...]:
        """Of a prefix, the words that begin so in a text that `folded` made; else itself."""
        if not self.prefix:
            return (self,)
        *before, last = _WORD.findall(folded(self.text))
        found = re.findall(rf"\b{last}[^\W_]*", folded_text)
        return tuple(Leaf(" ".join((*before, word))) for word in dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Words:
    """A search as it was understood.

    `expression` is for FTS5, "" where there is nothing to look for; `wanted` are the words that
    are looked for, and so many of them as `needed` make a good passage; `plain` says that the
    search could not be read as it was written, and that all of its words are looked for.
    """

    expression: str = ""
    wanted: tuple[Leaf, ...] = ()
    needed: int = 0
    plain: bool = False


@dataclass(frozen=True, slots=True)
class _Node:
    operator: str
    children: tuple[Leaf | _Node, ...]

    def __str__(self) -> str:
        return f"({f' {self.operator} '.join(map(str, self.children))})"

    def wanted(self) -> Iterator[Leaf]:
        """Leaves that are looked for: not those after a NOT."""
        for child in self.children[:1] if self.operator == "NOT" else self.children:
            yield from child.wanted()

    def needed(self) -> int:
        """How many words what is found is sure to have: of an OR, as many as one side has."""
        counts = [child.needed() for child in self.children]
        return {"AND": sum(counts), "OR": max(counts), "NOT": counts[0]}[self.operator]


class _SyntaxError(Exception):
    """What was typed is no question of the language."""


def read(text: str) -> Words:
    """Understand what somebody typed; whatever it is, there is an answer."""
    text = _clean(text)
    tokens = list(_tokens(text))
    leaves = [token for token in tokens if isinstance(token, Leaf)]
    if not leaves:
        return Words(plain=bool(text))
    if text.count('"') % 2 or len(leaves) > MOST_WORDS:
        return _all_of(leaves)
    try:
        tree = _Parser(tokens).whole()
    except _SyntaxError:
        return _all_of(leaves)
    return _understood(tree, plain=False)


def _all_of(leaves: Sequence[Leaf]) -> Words:
    return _understood(_joined("AND", [*dict.fromkeys(leaves)][:MOST_WORDS]), plain=True)


def _understood(tree: Leaf | _Node, *, plain: bool) -> Words:
    return Words(str(tree), tuple(dict.fromkeys(tree.wanted())), tree.needed(), plain)


def folded(text: str) -> str:
    """The text in lower case and without accents, as the tokenizer has its words."""
    plain = text if text.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return plain.casefold()


def _clean(text: str) -> str:
    """Straight quotes; a space for each character that is none to be seen."""
    plain = text.translate(_QUOTES)
    return "".join(" " if unicodedata.category(c).startswith("C") else c for c in plain).strip()


def _tokens(text: str) -> Iterator[str | Leaf]:
    """Operators and brackets as strings; words and phrases that have something to look for."""
    for match in _TOKEN.finditer(text):
        mark, word, phrase = match["mark"], match["word"], match["phrase"]
        if mark or word in _OPERATORS:
            yield mark or word
            continue
        words = word.rstrip("*") if word else phrase
        if any(unicodedata.category(character).startswith(_IN_WORDS) for character in words):
            starred = bool(match["star"]) if word is None else word.endswith("*")
            yield Leaf(words, starred and len(words) >= SHORTEST_PREFIX)


class _Parser:
    """Recursive descent: OR of ANDs of NOTs of words and brackets."""

    def __init__(self, tokens: list[str | Leaf]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def whole(self) -> Leaf | _Node:
        tree = self._any()
        if self._next() is not None:
            raise _SyntaxError
        return tree

    def _next(self) -> str | Leaf | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, token: str) -> bool:
        taken = self._next() == token
        self._at += taken
        return taken

    def _any(self) -> Leaf | _Node:
        found = [self._all()]
        while self._take("OR"):
            found.append(self._all())
        return _joined("OR", found)

    def _all(self) -> Leaf | _Node:
        found = [self._without()]
        while self._take("AND") or isinstance(self._next(), Leaf) or self._next() == "(":
            found.append(self._without())
        return _joined("AND", found)

    def _without(self) -> Leaf | _Node:
        found = self._one()
        while self._take("NOT"):
            found = _Node("NOT", (found, self._one()))
        return found

    def _one(self) -> Leaf | _Node:
        token = self._next()
        if isinstance(token, Leaf):
            self._at += 1
            return token
        if not self._take("(") or self._depth == DEEPEST:
            raise _SyntaxError
        self._depth += 1
        found = self._any()
        self._depth -= 1
        if not self._take(")"):
            raise _SyntaxError
        return found


def _joined(operator: str, found: Sequence[Leaf | _Node]) -> Leaf | _Node:
    return found[0] if len(found) == 1 else _Node(operator, tuple(found))
