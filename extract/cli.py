"""The command line: a thin skin over `extract.pipeline`, `extract.build` and Datasette.

Records, schemas and scores go to standard output; progress and errors to standard error. Heavy
modules are imported inside the commands that need them, so that `--help` comes at once.
"""

from __future__ import annotations

import os
import signal
import sys
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from extract.exits import OF_PROBLEM, ExitCode

app = typer.Typer(
    name="council-reports",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

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


@app.callback()
def council_reports() -> None:
    """Read councils' published committee reports into structured records.

    \b
    One report as JSON:        council-reports parse report.pdf
    A folder as a database:    council-reports build reports/ --db reports.db
    The database in a browser: council-reports serve --db reports.db
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
    from extract.pipeline import Options, parse_file
    from extract.reading.errors import ReadingError

    _check_council(council)
    try:
        document = parse_file(file, Options.of(council=council, ocr_pages=ocr_pages))
    except ReadingError as error:
        _stop(f"{file}: {error}", OF_PROBLEM[error.code])
    record = document.model_dump_json(indent=None if compact else 2)
    typer.echo(record.encode("utf-8"))  # bytes: JSON is UTF-8 whatever the locale


@app.command()
def build(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Reports, or folders of them.")
    ],
    db: Annotated[
        Path, typer.Option(metavar="FILE", help="The database; made if it is not there.")
    ] = Path("reports.db"),
    council: CouncilOption = None,
    ocr_pages: OcrOption = None,
    no_originals: Annotated[
        bool, typer.Option("--no-originals", help="Keep no copies of the files beside it.")
    ] = False,
) -> None:
    """Read files and folders into a SQLite database.

    Folders are searched to any depth for .pdf, .docx, .html, .txt and .md. A document that the
    database holds from the same version of the parser is not read again, so a build that was
    stopped goes on where it stood. What can't be read is kept in the table `problems`, with the
    reason. The files that were read are copied beside the database (reports.db has them in
    reports-originals/), for the site to show each value on its page.

    \b
    Example: every report of one council
        council-reports build plymouth/ --db plymouth.db --council "Plymouth City Council"
    """
    from extract.build import build_database, find_documents
    from extract.originals import Originals
    from extract.pipeline import Options
    from extract.store import StoreError
    from extract.terminal import closing_table, watch

    _check_council(council)
    missing = [path for path in paths if not path.exists()]
    if missing:
        _stop(f"{missing[0]}: no such file or folder", ExitCode.NOT_FOUND)
    documents = find_documents(paths)
    if not documents:
        _stop(f"{paths[0]}: no document in it (.pdf, .docx, .html, .txt, .md)", ExitCode.NOT_FOUND)
    try:
        options = Options.of(council=council, ocr_pages=ocr_pages)
        originals = None if no_originals else Originals.beside(db)
        building = build_database(documents, db, options, originals=originals)
        outcomes = watch(building, total=len(documents))
    except StoreError as error:
        _stop(str(error), ExitCode.BAD_DATABASE)
    closing_table(outcomes)
    if any(outcome.problem or outcome.not_kept for outcome in outcomes):
        raise typer.Exit(ExitCode.SOME_FAILED)


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

    The database is opened read-only and taken not to change: after a `build`, serve it again.
    Stop with Ctrl+C.

    \b
    Example: on another port
        council-reports serve --db reports.db --port 8080
    """
    from extract.serving import datasette_arguments, datasette_environment

    if not db.is_file():
        _stop(f"{db}: no such database; make it with `council-reports build`", ExitCode.NOT_FOUND)
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
            _stop(f"{folder}: no such folder", ExitCode.NOT_FOUND)
    try:
        golds = [one for one in read_gold(gold) if one.stated.kind not in (without or ())]
    except GoldError as error:
        _stop(str(error), ExitCode.UNSUPPORTED)
    if not golds:
        _stop(f"{gold[0]}: no gold file to score by", ExitCode.NOT_FOUND)
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
    from extract.pipeline import PARSER_VERSION

    typer.echo(f"council-reports {installed_version('council-reports')} (parser {PARSER_VERSION})")


def _check_council(name: str | None) -> None:
    """Wrong use, told before any work is done, where the register has no such council."""
    from extract.council import UnknownCouncilError
    from extract.register import Register

    if name is not None and Register.load().find_explicit(name) is None:
        raise typer.BadParameter(str(UnknownCouncilError(name)), param_hint="--council")


def _stop(message: str, code: ExitCode) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(code)


def main() -> None:
    """Run the command line; a reader that has enough of the output (`| head`) ends it quietly."""
    if hasattr(signal, "SIGPIPE"):  # not on Windows
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    app()


if __name__ == "__main__":
    main()
