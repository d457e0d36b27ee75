"""Files by their addresses: paths of this machine, and URLs of storage elsewhere, by fsspec.

fsspec comes with `council-reports[cluster]`; each kind of storage needs a package of its own too
(s3fs for `s3://`, gcsfs for `gs://`, adlfs for `az://`, aiohttp for `https://`).
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

UNKNOWN: Final = 0
"""`Status.mtime_ns` of a file whose storage does not tell: what it was before is no help."""


@dataclass(frozen=True, slots=True)
class Status:
    """Size of a file in bytes, and when it was last changed, ns since 1970."""

    size: int
    mtime_ns: int


class MissingPackageError(Exception):
    """A URL needs a package that is not installed; the message says which."""


def is_remote(address: str) -> bool:
    """Whether it is a URL and no path."""
    return "://" in address


@contextmanager
def opened(address: str) -> Iterator[tuple[BinaryIO, Status]]:
    """A file to be read, and what it is as it is opened. Raises OSError."""
    if not is_remote(address):
        with Path(address).open("rb") as file:
            status = os.fstat(file.fileno())
            yield file, Status(status.st_size, status.st_mtime_ns)
        return
    with _told(address):
        storage, path = _storage(address)
        # Whole at once: a document is hashed and then read.
        remote = storage.open(path, "rb", cache_type="all")
    try:
        yield cast("BinaryIO", remote), status_of(address)
    finally:
        remote.close()


def status_of(address: str) -> Status:
    """What a file is just now. Raises OSError."""
    if not is_remote(address):
        status = Path(address).stat()
        return Status(status.st_size, status.st_mtime_ns)
    with _told(address):
        storage, path = _storage(address)
        size = int(storage.size(path) or 0)
        try:
            changed = storage.modified(path)
        except NotImplementedError:
            return Status(size, UNKNOWN)
        return Status(size, int(changed.timestamp() * 1e9))


def exists(address: str) -> bool:
    """Whether something is there, if only a link that leads nowhere. Raises OSError."""
    if not is_remote(address):
        return os.path.lexists(address)
    with _told(address):
        storage, path = _storage(address)
        return bool(storage.exists(path))


def is_folder(address: str) -> bool:
    """Whether it has files below it. Raises OSError."""
    if not is_remote(address):
        return Path(address).is_dir()
    with _told(address):
        storage, path = _storage(address)
        return bool(storage.isdir(path))


def remote_files(address: str) -> list[str]:
    """URLs of all files below a URL, at any depth. Raises OSError."""
    with _told(address):
        storage, path = _storage(address)
        return [str(storage.unstrip_protocol(file)) for file in storage.find(path)]


def _storage(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingPackageError(
            f"{address} needs fsspec: install it with `pip install 'council-reports[cluster]'`"
        ) from error
    try:
        storage, path = url_to_fs(address)
    except ImportError as error:
        raise MissingPackageError(f"{address} can't be read: {error}") from error
    return storage, path


@contextmanager
def _told(address: str) -> Iterator[None]:
    """Have every fault of a storage be an OSError, as those of a disk are."""
    try:
        yield
    except (OSError, MissingPackageError):
        raise
    except Exception as error:  # each storage has errors of its own
        raise OSError(errno.EIO, f"{type(error).__name__}: {error}", address) from error
