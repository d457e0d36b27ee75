"""The parts of a web page: which hold its document, which only furnish the site.

By role and tag first, by the words of ids and class names after that; a part that holds half of
the page's text is never taken for furniture, whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

Attributes = Mapping[str, str | None]

# Where the document stands, best first.
_MAIN: Final = (
    "main, [role=main]",
    "#main-content, #maincontent, #main, #content",
)
# Never shown as text, or nothing but a way to somewhere else.
_DROPPED_TAGS: Final = frozenset(
    {
        *("script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg"),
        *("canvas", "audio", "video", "math", "map", "dialog", "button", "datalist", "nav"),
        "aside",
    }
)
_DROPPED_ROLES: Final = frozenset(
    {
        *("navigation", "complementary", "search", "dialog", "alertdialog", "menu", "menubar"),
        *("toolbar", "tooltip", "doc-endnotes", "doc-footnote", "doc-endnote"),
    }
)
_DROPPED_WORDS: Final = frozenset(
    {
        *("cookie", "cookies", "skip", "skiplink", "skiplinks", "navigation", "navbar", "menu"),
        *("sidebar", "pagination", "share", "sharing", "socialmedia", "footnotes", "endnotes"),
        *("noprint", "printhide", "feedback"),
    }
)
# Whole names of what is there for screen readers alone, or not at all.
_UNSEEN_NAMES: Final = frozenset(
    {
        *("hidden", "ishidden", "sronly", "offscreen", "visuallyhidden", "govukvisuallyhidden"),
        *("screenreader", "screenreadertext", "elementinvisible", "mghide"),
    }
)
# The site's own frame: kept aside, since it may name the council.
_FRAME_ROLES: Final = frozenset({"banner", "contentinfo"})
_FRAME_WORDS: Final = frozenset({"breadcrumb", "breadcrumbs", "sitefooter", "siteheader"})
_FRAME_TAGS: Final = frozenset({"header", "footer"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SECTIONS: Final = frozenset({"main", "article", "section"})
_FRAME_CANDIDATES: Final = (
    "header, footer, [role=banner], [role=contentinfo], "
    "[class*=breadcrumb i], [id*=breadcrumb i], [class*=footer i], [class*=header i]"
)

_NOTE_ID = re.compile(r"_?(?:ftn|edn|fn|footnote|endnote)[-_]?\d+")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HALF: Final = 0.5


class Parts:
    """What the elements of one page are to its document."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        tree.strip_tags(["script", "style", "noscript", "template"])
        self._body = tree.body
        self._length = len(self._body.text()) if self._body is not None else 0
        self.main = self._find_main()

    def _find_main(self) -> LexborNode | None:
        """The element that holds the document, where the page marks one; else its body."""
        if self._body is None:
            return None
        for selector in _MAIN:
            found = self._body.css(selector)
            best = max(found, key=lambda node: len(node.text()), default=None)
            if best is not None and best.text().strip():
                return best
        articles = self._body.css("article, [role=article]")
        return articles[0] if len(articles) == 1 and articles[0].text().strip() else self._body

    def frames(self) -> list[LexborNode]:
        """The frame of the site around the main part, in the order of the page."""
        found: list[LexborNode] = []
        inside = {self.main.mem_id} if self.main is not None else set()
        for node in self._body.css(_FRAME_CANDIDATES) if self._body is not None else []:
            if not any(above.mem_id in inside for above in _with_ancestors(node)) and (
                self.is_frame(node.tag or "", node.attributes, node)
            ):
                inside.add(node.mem_id)
                found.append(node)
        return found

    def is_dropped(self, tag: str, attributes: Attributes, node: LexborNode) -> bool:
        """Whether an element is no part of the document and not worth keeping aside."""
        role = attributes.get("role") or ""
        if tag in _DROPPED_TAGS or role in _DROPPED_ROLES or is_unseen(attributes):
            return True
        if _NOTE_ID.fullmatch(attributes.get("id") or ""):
            return tag not in ("a", "span", "sup")
        if tag in _HEADINGS:
            return False  # their ids and names come from their words
        return bool(_words(attributes) & _DROPPED_WORDS) and self._is_small(node)

    def is_frame(self, tag: str, attributes: Attributes, node: LexborNode) -> bool:
        """Whether an element belongs to the frame that the site puts around every page."""
        if (attributes.get("role") or "") in _FRAME_ROLES:
            return True
        if _words(attributes) & _FRAME_WORDS:
            return self._is_small(node)
        if tag not in _FRAME_TAGS or any(
            above.tag in _SECTIONS or above.attributes.get("role") == "main"
            for above in _with_ancestors(node)
        ):
            return False  # the head or foot of a section
        return self._is_small(node)

    def _is_small(self, node: LexborNode) -> bool:
        return len(node.text()) < _HALF * self._length


def is_unseen(attributes: Attributes) -> bool:
    """Whether an element is hidden, or there for screen readers alone."""
    return "hidden" in attributes or not _UNSEEN_NAMES.isdisjoint(
        _whole(name) for name in (attributes.get("class") or "").split()
    )


def _words(attributes: Attributes) -> set[str]:
    """The words of an element's class names, and every class name and its id as one word.

    "cookie-banner" gives "cookie", "banner" and "cookiebanner". The words of an id count for
    nothing: it is often made from a heading.
    """
    names = (attributes.get("class") or "").split()
    words = {part.lower() for name in names for part in _WORD.findall(name)}
    return words | {_whole(name) for name in (*names, attributes.get("id") or "")}


def _whole(name: str) -> str:
    """A name without what parts its words: "srOnly" and "sr-only" are both "sronly"."""
    return name.replace("-", "").replace("_", "").lower()


def _with_ancestors(node: LexborNode) -> Iterator[LexborNode]:
    above: LexborNode | None = node
    while above is not None:
        yield above
        above = above.parent
