"""CSS selectors that lead back to the elements of a page: short, and each for one element."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

TEXT = "-text"
"""The tag of a text, as the parser has it."""

_NAME = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)


class Selectors:
    """Names the elements of one page: by their id where it is theirs alone, else by their place."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._ids = Counter(node.attributes.get("id") for node in tree.css("[id]"))

    def children(self, node: LexborNode, path: str) -> Iterator[tuple[LexborNode, str]]:
        """The child elements and texts of an element (its selector is `path`), with selectors.

        A text has that of the element.
        """
        seen: Counter[str] = Counter()
        child = node.first_child
        while child is not None:
            tag = child.tag or ""
            if tag == TEXT:
                yield child, path
            elif tag and not tag.startswith("-"):
                seen[tag] += 1
                yield child, self._selector(child, tag, seen[tag], path)
            child = child.next

    def of(self, node: LexborNode) -> str:
        """The selector of any element."""
        chain = [node]
        while (above := chain[-1].parent) is not None and above.tag != "-document":
            chain.append(above)
        path = chain.pop().tag or ""
        while chain:
            element = chain.pop()
            tag = element.tag or ""
            number, before = 1, element.prev
            while before is not None:
                number += before.tag == tag
                before = before.prev
            path = self._selector(element, tag, number, path)
        return path

    def _selector(self, node: LexborNode, tag: str, number: int, path: str) -> str:
        name = node.attributes.get("id") or ""
        if self._ids[name] == 1 and _NAME.fullmatch(name):
            return f"#{name}"
        if tag in ("head", "body"):
            return tag
        return f"{path} > {tag}:nth-of-type({number})"
