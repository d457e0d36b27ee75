"""The first bytes of the containers that Word files come in."""

from __future__ import annotations

from typing import Final

ZIP_SIGNATURE: Final = b"PK\x03\x04"
"""ZIP: Word since 2007."""

OLE_SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Compound File Binary Format: Word before, and encrypted files since."""
