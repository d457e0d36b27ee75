"""`council-reports build` and `status`: their options, and what they answer."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from extract.exits import ExitCode
from extract.runs.limits import DEFAULTS, MEGABYTE, Limits, cores
from extract.usage import CouncilOption, OcrOption, check_council, stop, stopping_at_faults

if TYPE_CHECKING:
    from extract.runs.build import Build

_LEAST_MEMORY = 300
"""MB below which the parser itself does not fit."""


def build(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Reports, or folders of them; URLs too (s3://…)."),
    ],
    db: Annotated[
        Path, typer.Option(metavar="FILE", help="The database; made if it is not there.")
    ] = Path("reports.db"),
    council: CouncilOption = None,
    ocr_pages: OcrOption = None,
    no_originals: Annotated[
        bool, typer.Option("--no-originals", help="Keep no copies of the files beside it.")
    ] = False,
    changed_since: Annotated[
        datetime | None,
        typer.Option(
            metavar="DATE",
            formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"],
            help="Leave out files that were last changed before that day (local time).",
        ),
    ] = None,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Read again what could not be read.")
    ] = False,
    reparse: Annotated[bool, typer.Option("--reparse", help="Read everything again.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            metavar="NUMBER", min=1, help="Documents read at once (as many as there are cores)."
        ),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Have a Dask cluster read them: its scheduler, as tcp://scheduler:8786.",
        ),
    ] = None,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=1, help="Longest time for one document.")
    ] = DEFAULTS.seconds,
    cpu_time: Annotated[
        float, typer.Option(metavar="SECONDS", min=1, help="Most processor time for one.")
    ] = DEFAULTS.cpu_seconds,
    memory: Annotated[
        int, typer.Option(metavar="MB", min=_LEAST_MEMORY, help="Most memory for one.")
    ] = DEFAULTS.memory // MEGABYTE,
    max_size: Annotated[
        float, typer.Option(metavar="MB", min=0, help="Largest file that is read.")
    ] = DEFAULTS.file_size // MEGABYTE,
    max_pages: Annotated[
        int, typer.Option(metavar="NUMBER", min=1, help="Most pages of a PDF that is read.")
    ] = DEFAULTS.pages,
    max_output: Annotated[
        float, typer.Option(metavar="MB", min=0, help="Largest record that is kept.")
    ] = DEFAULTS.output // MEGABYTE,
    log_json: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Add a line of JSON to it for each file."),
    ] = None,
) -> None:
    """Read files and folders into a SQLite database.

    Folders are searched to any depth for .pdf, .docx, .html, .txt and .md. A file that is as it
    was when the same version of the parser read it is not read again, so a build that was
    stopped, in whichever way, goes on where it stood. Documents are read in processes that are
    ended where one takes too much: what can't be read costs nothing else, and is kept in the
    table `problems`, with the reason. The files that were read are copied beside the
    database (reports.db has them in reports-originals/), for the site to show each value on its
    page.

    \b
    Example: every report of one council
        council-reports build plymouth/ --db plymouth.db --council "Plymouth City Council"
    """
    from extract.addresses import MissingPackageError, exists
    from extract.options import Options
    from extract.originals import Originals
    from extract.runs.build import Build, Settings
    from extract.runs.choice import Wanted
    from extract.runs.find import find_documents
    from extract.runs.readers import ReadersError
    from extract.runs.show import closing_table

    check_council(council)
    try:
        missing = [path for path in paths if not exists(path)]
        found = find_documents(paths)
    except (OSError, MissingPackageError) as error:
        stop(str(error), ExitCode.UNREADABLE)
    if missing:
        stop(f"{missing[0]}: no such file or folder", ExitCode.NOT_FOUND)
    if not found.paths:
        stop(f"{paths[0]}: no document in it (.pdf, .docx, .html, .txt, .md)", ExitCode.NOT_FOUND)
    settings = Settings(
        options=Options.of(council=council, ocr_pages=ocr_pages),
        limits=Limits(
            seconds=timeout,
            cpu_seconds=cpu_time,
            memory=memory * MEGABYTE,
            file_size=int(max_size * MEGABYTE),
            pages=max_pages,
            output=int(max_output * MEGABYTE),
        ),
        wanted=Wanted(
            retry_failed=retry_failed,
            reparse=reparse,
            changed_since=int(changed_since.timestamp() * 1e9) if changed_since else None,
        ),
        jobs=jobs or cores(),
        originals=None if no_originals else Originals.beside(db),
        cluster=cluster,
    )
    try:
        building = Build(found, db, settings)
        with stopping_at_faults(), _stopped_when_asked() as asked:
            _run(building, log_json, asked)
    except KeyboardInterrupt:
        stop(_stopped(building), ExitCode.INTERRUPTED)
    except ReadersError as error:
        stop(str(error), ExitCode.NO_READERS)
    for folder in found.unlisted:
        typer.echo(f"not looked into: {folder}", err=True)
    closing_table(building.tally)
    if building.tally.failed or building.tally.not_kept or found.unlisted:
        raise typer.Exit(ExitCode.SOME_FAILED)


def status(
    db: Annotated[Path, typer.Option(metavar="FILE", help="A database that `build` made.")] = Path(
        "reports.db"
    ),
    json: Annotated[bool, typer.Option("--json", help="All of it, as JSON.")] = False,
) -> None:
    """Say what a database holds, what could not be read and what is missing.

    The last build; documents that were read; those that were not, by the code of the problem,
    with what to do; documents with values that the parser is not sure of; months without a
    meeting of a council that met before and after.

    \b
    Example: paths of the documents to look at by eye
        council-reports status --db reports.db --json | jq -r '.unsure[].path'
    """
    from extract.runs.status import as_json, print_status, status_of

    if not db.is_file():
        stop(f"{db}: no such database; make it with `council-reports build`", ExitCode.NOT_FOUND)
    with stopping_at_faults():
        told = status_of(db)
    if json:
        typer.echo(as_json(told).encode("utf-8"))
    else:
        print_status(told)


def _run(building: Build, log_json: Path | None, asked: Sequence[int]) -> None:
    """Take all outcomes of a build, and tell of them, until it is `asked` to stop."""
    from extract.runs.log import Log
    from extract.runs.show import Display

    with ExitStack() as stack:
        display = stack.enter_context(Display(building))
        log = None
        if log_json is not None:
            try:
                log = stack.enter_context(Log(log_json, building))
            except OSError as error:
                stop(f"{log_json}: cannot be written ({error.strerror})", ExitCode.USAGE)
        outcomes = stack.enter_context(closing(building.outcomes()))
        for outcome in outcomes:
            display.show(outcome)
            if log is not None:
                log.tell(outcome)
            if asked:  # and the interrupt was lost on its way
                raise KeyboardInterrupt


def _stopped(building: Build) -> str:
    done, found = building.tally.done, len(building.found)
    return (
        f"Stopped after {done} of {found} files. What was done is saved: the same command goes"
        " on from there."
    )


@contextmanager
def _stopped_when_asked() -> Iterator[Sequence[int]]:
    """Have SIGTERM, which batch systems send, stop a build as Ctrl+C does.

    Gives the signals that came. Python drops an exception that a signal raises while it tidies up
    (in a finalizer), so who goes on has to look here too.
    """
    came: list[int] = []

    def interrupt(number: int, frame: FrameType | None) -> None:
        came.append(number)
        raise KeyboardInterrupt

    before = {one: signal.signal(one, interrupt) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield came
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
