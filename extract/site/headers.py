"""Headers that keep a reader's browser safe, on every answer.

Our own pages have no inline script or style, and their policy allows none. Datasette's pages have
some: their inline scripts are allowed by digest, taken from the very templates that hold them, so
that a script in a document's text, were it ever to slip through, would still not run.

Source: W3C, Content Security Policy Level 3; OWASP, HTTP Headers Cheat Sheet.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache, wraps
from importlib.resources import files
from typing import Final

from extract.site.asgi import App, Message, Receive, Scope, Send

POLICY_HEADER: Final = b"content-security-policy"
_COMMON: Final = (
    "default-src 'none'; img-src 'self' data:; connect-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
#: For pages of our own.
STRICT_POLICY: Final = f"{_COMMON}; script-src 'self'; style-src 'self'"
_HEADERS: Final = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
#: The one inline script of Datasette with a value in it, and what the value may be.
_FACET = "DATASETTE_ALLOW_FACET = {{ datasette_allow_facet }};"
_FACET_VALUES = ("true", "false")


@lru_cache(maxsize=1)
def datasette_policy() -> str:
    """The policy for pages of Datasette's own."""
    digests = " ".join(f"'sha256-{_digest(script)}'" for script in _inline_scripts())
    return f"{_COMMON}; script-src 'self' {digests}; style-src 'self' 'unsafe-inline'"


def _inline_scripts() -> Iterable[str]:
    for template in files("datasette").joinpath("templates").iterdir():
        if not template.name.endswith(".html"):
            continue
        for script in _SCRIPT.findall(template.read_text(encoding="utf-8")):
            if script == _FACET:
                name = _FACET.partition("{{")[0]
                yield from (f"{name}{value};" for value in _FACET_VALUES)
            elif "{{" not in script:
                yield script


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def with_headers(app: App) -> App:
    """An ASGI application whose answers bear the headers that they lack."""

    @wraps(app)
    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = list(message.get("headers", ()))
                names = {name.lower() for name, _ in given}
                policy = (POLICY_HEADER, datasette_policy().encode())
                added = [one for one in (policy, *_HEADERS) if one[0] not in names]
                message["headers"] = [*given, *added]
            await send(message)

        await app(scope, receive, send_with_headers)

    return wrapped
