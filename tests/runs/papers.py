"""Files for builds: short reports, all different, and PDFs that are made to be dear."""

from __future__ import annotations

import zlib
from pathlib import Path

from tests.cli.command import REPORT

_PLACES = ("Wall", "Clock", "Quay", "Bridge", "Square", "Market", "Library", "Baths", "Mill")


def reports(folder: Path, number: int) -> list[Path]:
    """So many text reports of our own invention, each with a title and a reference of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for at in range(number):
        place = f"{_PLACES[at % len(_PLACES)]} in Ward {at // len(_PLACES) + 1}"
        text = REPORT.replace("Harbour Wall", place).replace("HW/26/1", f"HW/26/{at + 1}")
        path = folder / f"report-{at:05}.txt"
        path.write_text(text, encoding="utf-8")
        made.append(path)
    return made


def endless(path: Path, megabytes: int = 40) -> Path:
    """A PDF of one page that is a few KB and takes minutes: it draws one line over and over."""
    return _with_content(path, b"1 1 m 8 8 l S\n", megabytes)


def swelling(path: Path, megabytes: int) -> Path:
    """A PDF of one page that is a few KB and takes much memory: its content is blanks."""
    return _with_content(path, b" ", megabytes)


def _with_content(path: Path, unit: bytes, megabytes: int) -> Path:
    """A PDF whose only page has a content of so many MB, packed twice."""
    packer = zlib.compressobj(9)
    block = unit * (1024 * 1024 // len(unit))
    once = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    content = zlib.compress(once, 9)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%b\nendstream"
        % (len(content), content),
    )
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    path.write_bytes(data + b"startxref\n%d\n%%%%EOF\n" % table)
    return path
