"""The command line: a thin skin over `extract.pipeline`, `extract.runs` and Datasette.

Records, schemas and scores go to standard output; progress and errors to standard error. Heavy
modules are imported inside the commands that need them, so that `--help` comes at once.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from extract.collecting import collect_less, keep_loaded
from extract.exits import ExitCode
from extract.export.command import export
from extract.runs.command import build, status
from extract.runs.tidy import tidy
from extract.usage import CouncilOption, OcrOption, check_council, stop, stopping_at_faults

app = typer.Typer(
    name="council-reports",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def council_reports() -> None:
    """Read councils' published committee reports into structured records.

    \b
    One report as JSON:        council-reports parse report.pdf
    A folder as a database:    council-reports build reports/ --db reports.db
    The database in a browser: council-reports serve --db reports.db
    As files for others:       council-reports export out/ --db reports.db --format parquet
    """


@app.command()
def parse(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A report: .pdf, .docx, .html, .txt or .md.")
    ],
    council: CouncilOption = None,
    ocr_pages: OcrOption = None,
    compact: Annotated[bool, typer.Option("--compact", help="On one line.")] = False,
) -> None:
    """Print one document's record as JSON.

    The record's shape is what `council-reports schema` prints. A file that gives no words prints
    nothing, says why on standard error, and exits with a code of its own.

    \b
    Example: the recommendations of one report
        council-reports parse report.pdf | jq '.reports[].recommendations[].text'
    """
    collect_less()
    from extract.options import Options
    from extract.pipeline import parse_file
    from extract.problems import ADVICE
    from extract.reading.errors import ReadingError

    check_council(council)
    try:
        document = parse_file(file, Options.of(council=council, ocr_pages=ocr_pages))
    except ReadingError as error:
        stop(f"{file}: {error}", ADVICE[error.code].exit_code or ExitCode.UNEXPECTED)
    keep_loaded()
    record = document.model_dump_json(indent=None if compact else 2)
    typer.echo(record.encode("utf-8"))  # bytes: JSON is UTF-8 whatever the locale


app.command()(build)
app.command()(status)
app.command()(tidy)
app.command()(export)


@app.command()
def serve(
    db: Annotated[Path, typer.Option(metavar="FILE", help="A database that `build` made.")] = Path(
        "reports.db"
    ),
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8001,
    hide_contacts: Annotated[
        bool,
        typer.Option("--hide-contacts", help="Show no e-mail address and no telephone number."),
    ] = False,
    no_robots: Annotated[
        bool, typer.Option("--no-robots", help="Ask search engines to take nothing up.")
    ] = False,
) -> None:
    """Open a database in the browser, with Datasette.

    The database is opened read-only and taken not to change: after a `build`, serve it again, and
    not while one is writing. What a build that was cut short left in its log is brought in first.
    Stop with Ctrl+C.

    \b
    Example: on another port
        council-reports serve --db reports.db --port 8080
    """
    from extract.runs.whole import cut_short, make_whole
    from extract.serving import datasette_arguments, datasette_environment

    if not db.is_file():
        stop(f"{db}: no such database; make it with `council-reports build`", ExitCode.NOT_FOUND)
    if cut_short(db):
        typer.echo(f"{db}: its last build was cut short; bringing in what it saved", err=True)
        with stopping_at_faults():
            make_whole(db)
    typer.echo(f"Serving {db} on http://{host}:{port} (Ctrl+C stops it)", err=True)
    arguments = datasette_arguments(db, host=host, port=port, hide_contacts=hide_contacts)
    environment = datasette_environment(hide_contacts=hide_contacts, no_robots=no_robots)
    os.execve(sys.executable, [sys.executable, "-m", "datasette", *arguments], environment)


@app.command()
def evaluate(
    gold: Annotated[
        list[Path], typer.Option(metavar="DIR", help="Gold files (JSON); may be given again.")
    ],
    documents: Annotated[
        Path, typer.Option(metavar="DIR", help="The folder that the gold's paths start from.")
    ],
    leave_out: Annotated[
        bool,
        typer.Option(
            "--leave-out",
            help="Read each document also without what its council has taught the lexicon.",
        ),
    ] = False,
    without: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Leave documents of a kind out.")
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="List what was missed or made up, by document.")
    ] = False,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write every count as JSON.")
    ] = None,
    markdown_file: Annotated[
        Path | None, typer.Option("--markdown", metavar="FILE", help="Write the tables.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Documents read at once.")] = 2,
) -> None:
    """Score records against gold: precision, recall and F1.

    By field, council, reader and kind of document, as GROBID reports it: strict (equal as
    printed), soft (without case, spaces and punctuation), fuzzy (Levenshtein, 0.8 alike) and
    Ratcliff/Obershelp (0.95). Core F1 is one figure for the whole. A document that can't be read
    counts as one in which nothing was found.

    \b
    Example: the sample reports, and how they would fare if their council were unknown
        council-reports evaluate --gold corpus/gold --documents corpus --leave-out
    """
    import json

    from extract.evaluate.gold import GoldError, read_gold
    from extract.evaluate.run import evaluate as run
    from extract.evaluate.show import as_json, markdown_page, print_tables, watch
    from schemas.vocabulary import DocumentKind

    for kind in without or ():
        if kind not in list(DocumentKind):
            kinds = ", ".join(DocumentKind)
            raise typer.BadParameter(f"{kind} is none of {kinds}", param_hint="--without")
    for folder in (*gold, documents):
        if not folder.is_dir():
            stop(f"{folder}: no such folder", ExitCode.NOT_FOUND)
    try:
        golds = [one for one in read_gold(gold) if one.stated.kind not in (without or ())]
    except GoldError as error:
        stop(str(error), ExitCode.UNSUPPORTED)
    if not golds:
        stop(f"{gold[0]}: no gold file to score by", ExitCode.NOT_FOUND)
    scored = watch(run(golds, documents, leave_out=leave_out, jobs=jobs), total=len(golds))
    print_tables(scored, misses=misses)
    if json_file:
        json_file.write_text(json.dumps(as_json(scored), indent=1) + "\n", encoding="utf-8")
    if markdown_file:
        markdown_file.write_text(markdown_page(scored), encoding="utf-8")


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record.

    \b
    Example: the fields of a report
        council-reports schema | jq '."$defs".Report.properties | keys'
    """
    from schemas.export import schema_text

    typer.echo(schema_text().encode("utf-8"), nl=False)


@app.command()
def version() -> None:
    """Print the version of this program and of its parser.

    A database keeps the parser's version with every document; when it changes, the next `build`
    reads the document again.

    \b
    Example:
        council-reports version
    """
    from importlib.metadata import version as installed_version

    from extract.options import PARSER_VERSION

    typer.echo(f"council-reports {installed_version('council-reports')} (parser {PARSER_VERSION})")


def main() -> None:
    """Run the command line; a reader that has enough of the output (`| head`) ends it quietly."""
    if hasattr(signal, "SIGPIPE"):  # not on Windows
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    app()


if __name__ == "__main__":
    main()
