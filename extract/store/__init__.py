"""Documents into SQLite: tables, keys, full-text search, and a ledger of what was read."""

from extract.store.database import DiskError, RunCounts, Store, StoreError
from extract.store.migrations import migrations
from extract.store.rows import Register
from extract.store.save import Saved

__all__ = ["DiskError", "Register", "RunCounts", "Saved", "Store", "StoreError", "migrations"]
