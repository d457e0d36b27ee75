"""spaCy without its command line.

`import spacy` brings its command line along, for one function (`spacy.info`), and with that a
client for HTTP, an engine for templates and a downloader of models: a fifth of a second of each
start, for what is never used here. A stand-in takes its place while spaCy loads, and the real one
comes when somebody asks for it.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, Final

_COMMAND_LINE: Final = ("spacy.cli", "spacy.cli.info")


def load_spacy() -> None:
    """Import spaCy, unless that is done."""
    if "spacy" in sys.modules:
        return
    package, info = (ModuleType(name) for name in _COMMAND_LINE)
    info.__dict__["info"] = _info
    sys.modules |= dict(zip(_COMMAND_LINE, (package, info), strict=True))
    try:
        import spacy  # noqa: F401
    finally:
        for name in _COMMAND_LINE:
            del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    """`spacy.info`, from the real command line."""
    from spacy.cli.info import info

    return info(*arguments, **options)
