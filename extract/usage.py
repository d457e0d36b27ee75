"""What several commands share: options, and how a command ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, NoReturn

import typer

from extract.exits import ExitCode

CouncilOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Whose reports these are, by name or GSS code, where the text may not tell.",
    ),
]

OcrOption = Annotated[
    int | None,
    typer.Option(
        metavar="NUMBER",
        min=0,
        help="Most pages of one document that are read from their pictures (60).",
    ),
]


def check_council(name: str | None) -> None:
    """Wrong use, told before any work is done, where the register has no such council."""
    if name is None:
        return
    from extract.council import UnknownCouncilError
    from extract.register import Register

    if Register.load().find_explicit(name) is None:
        raise typer.BadParameter(str(UnknownCouncilError(name)), param_hint="--council")


@contextmanager
def stopping_at_faults() -> Iterator[None]:
    """End the command, with a code of its own, where a database can't be used, or not now."""
    from extract.runs.writer import BeingWrittenError
    from extract.store import DiskError, StoreError

    try:
        yield
    except BeingWrittenError as error:
        stop(str(error), ExitCode.BEING_WRITTEN)
    except DiskError as error:
        stop(str(error), ExitCode.DISK_FULL)
    except StoreError as error:
        stop(str(error), ExitCode.BAD_DATABASE)


def stop(message: str, code: ExitCode) -> NoReturn:
    """End the command with a message on standard error."""
    typer.echo(message, err=True)
    raise typer.Exit(code)
