"""`council-reports parse`, `schema`, `version` and `--help`."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from extract.exits import ExitCode
from schemas.export import record_schema, schema_text
from tests.cli.command import COMMAND, REPORT, Run

VERBS = ("parse", "build", "status", "serve", "evaluate", "schema", "version")


def test_parse_prints_one_record(run: Run, report: Path) -> None:
    done = run("parse", report)
    assert done.returncode == ExitCode.OK
    assert done.stderr == ""
    document = json.loads(done.stdout)
    jsonschema.validate(document, record_schema())
    (parsed,) = document["reports"]
    assert parsed["title"] == "Repairs to the Harbour Wall"
    assert len(parsed["recommendations"]) == 2


def test_compact_is_the_same_record_on_one_line(run: Run, report: Path) -> None:
    compact = run("parse", report, "--compact").stdout
    assert compact.count("\n") == 1
    assert json.loads(compact) == json.loads(run("parse", report).stdout)


def test_record_is_utf8_in_any_locale(report: Path) -> None:
    words = REPORT.replace("Repairs to the Harbour Wall", "The Café’s Lease")
    report.write_text(words, encoding="utf-8")
    done = subprocess.run(
        [str(COMMAND), "parse", str(report)],
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        timeout=120,
        check=True,
    )
    assert "The Café’s Lease" in done.stdout.decode("utf-8")


def bad_file(folder: Path, kind: str) -> Path:
    path = folder / f"{kind}.pdf"
    match kind:
        case "empty":
            path.write_bytes(b"")
        case "not_a_pdf":
            path.write_bytes(b"A letter, not a report." * 20)
        case "damaged":
            path.write_bytes(b"%PDF-1.4\n1 0 obj\n<< /Type /Cata")
        case "unsupported":
            path = path.with_suffix(".xls")
            path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
        case "encrypted":
            canvas = Canvas(str(path), encrypt=StandardEncryption("secret", "owner"))
            canvas.drawString(72, 700, "Not for everybody")
            canvas.save()
        case "scan":
            canvas = Canvas(str(path))
            canvas.rect(72, 72, 300, 300, fill=1)
            canvas.save()
    return path


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("missing", ExitCode.NOT_FOUND),
        ("unsupported", ExitCode.UNSUPPORTED),
        ("not_a_pdf", ExitCode.UNSUPPORTED),
        ("encrypted", ExitCode.ENCRYPTED),
        ("damaged", ExitCode.DAMAGED),
        ("empty", ExitCode.NO_TEXT),
        ("scan", ExitCode.NO_TEXT),
    ],
)
def test_unreadable_file_has_its_exit_code(
    run: Run, tmp_path: Path, kind: str, code: ExitCode
) -> None:
    path = bad_file(tmp_path, kind)
    done = run("parse", path)
    assert done.returncode == code
    assert done.stdout == ""
    assert done.stderr.startswith(f"{path}: ")
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for a file that gives no bytes")
def test_a_file_that_the_system_does_not_give_has_its_exit_code(run: Run) -> None:
    done = run("parse", "/proc/self/mem")
    assert done.returncode == ExitCode.UNREADABLE
    assert done.stderr.startswith("/proc/self/mem: The file cannot be opened (")


def test_a_reader_that_leaves_is_no_error(report: Path) -> None:
    pipe = f"'{COMMAND}' parse '{report}' | head -n 1"
    done = subprocess.run(
        ["bash", "-c", pipe], capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout == "{\n"
    assert done.stderr == ""


def test_council_is_named_where_the_text_does_not_tell(run: Run, report: Path) -> None:
    words = REPORT.replace("Plymouth City Council", "").replace("@plymouth.gov.uk", "@example.org")
    report.write_text(words, encoding="utf-8")
    (untold,) = json.loads(run("parse", report).stdout)["reports"]
    assert untold["council"] == {"name": None, "gss_code": None}
    (told,) = json.loads(run("parse", report, "--council", "S12000049").stdout)["reports"]
    assert told["council"] == {"name": "Glasgow City Council", "gss_code": "S12000049"}


def test_unknown_council_is_wrong_use(run: Run, report: Path) -> None:
    for verb in ("parse", "build"):
        done = run(verb, report, "--council", "Camelot")
        assert done.returncode == ExitCode.USAGE
        assert "Camelot" in done.stderr


def test_schema_is_the_one_in_the_repository(run: Run) -> None:
    assert run("schema").stdout == schema_text()


def test_version_names_the_parser(run: Run) -> None:
    from extract.options import PARSER_VERSION

    assert PARSER_VERSION in run("version").stdout


@pytest.mark.parametrize("verb", VERBS)
def test_help_has_an_example(run: Run, verb: str) -> None:
    done = run(verb, "--help")
    assert done.returncode == ExitCode.OK
    assert "Example" in done.stdout
    assert f"council-reports {verb}" in done.stdout.partition("Example")[2]


def test_help_comes_at_once(run: Run) -> None:
    assert all(verb in run("--help").stdout for verb in VERBS)
    fastest = min(_seconds(run) for _ in range(5))
    assert fastest < 0.4


def _seconds(run: Run) -> float:
    """Processor time of the command: wall time would measure whatever else the machine does."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run("--help")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


@pytest.mark.parametrize(
    "arguments", [(), ("parse",), ("parse", "--wrong", "x"), ("serve", "--port", "high")]
)
def test_wrong_use_is_told(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == ExitCode.USAGE
    assert "Usage: council-reports" in done.stderr + done.stdout
