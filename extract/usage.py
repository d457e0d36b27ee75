"""What several commands share: options, and how a command ends."""

from __future__ import annotations

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


def stop(message: str, code: ExitCode) -> NoReturn:
    """End the command with a message on standard error."""
    typer.echo(message, err=True)
    raise typer.Exit(code)
