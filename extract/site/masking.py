"""With `hide_contacts`, no answer holds an e-mail address or a telephone number.

The columns that are known to hold them read as null (see `limits`); but they stand in running text
too, in sections and minutes, and reach a reader through pages, JSON, CSV and feeds. So what is
written in an answer is masked on its way out, whatever made it.
"""

from __future__ import annotations

from functools import wraps
from typing import Final

from extract.site.asgi import App, Message, Receive, Scope, Send
from extract.site.contacts import without_contacts

#: Types of answers that may hold what a document says. Scripts and style sheets are ours, and
#: are sent in pieces that may end within a character.
_TEXT: Final = (
    b"text/html",
    b"text/plain",
    b"text/csv",
    b"application/json",
    b"application/atom+xml",
)


def masking(app: App) -> App:
    """An ASGI application whose answers hold no contacts.

    A page or JSON is sent as one piece and CSV line by line, so that each piece can be masked by
    itself.
    """

    @wraps(app)
    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        is_text = False

        async def send_without_contacts(message: Message) -> None:
            nonlocal is_text
            if message["type"] == "http.response.start":
                headers = [(name.lower(), value) for name, value in message.get("headers", ())]
                kind = dict(headers).get(b"content-type", b"")
                is_text = kind.startswith(_TEXT)
                if is_text:  # the text may become shorter
                    headers = [one for one in headers if one[0] != b"content-length"]
                    message["headers"] = headers
            elif message["type"] == "http.response.body" and is_text:
                message["body"] = without_contacts(message.get("body", b"").decode()).encode()
            await send(message)

        await app(scope, receive, send_without_contacts)

    return wrapped
