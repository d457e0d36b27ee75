"""Takes the pictures of the site that README.md shows, with Debian's headless chromium.

    python docs/pictures.py --db reports.db

Serves the database on a free port, photographs each page of `PICTURES` and stops the server.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "pictures"
PICTURES = {
    "search.png": ("/reports/search?q=delegate", 1200, 900),
}
"""File name to page, width and height in pixels."""
PATIENCE = 60
"""Seconds in which a server has to answer, and a picture to be taken."""


@contextmanager
def site(db: Path) -> Iterator[str]:
    """The database's site on a free port: its address, once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "extract.cli", "serve", "--db", str(db), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(f"{address}/-/versions.json").close()
        except urllib.error.URLError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return


def photograph(address: str, picture: Path, width: int, height: int) -> None:
    """Write a page's picture as PNG."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("no chromium on the PATH; `apt-get install chromium` brings it")
    command = [
        browser,
        "--headless=new",
        "--no-sandbox",  # which root has to do without; the page is our own
        "--disable-gpu",
        "--hide-scrollbars",
        f"--window-size={width},{height}",
        f"--screenshot={picture}",
        address,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)


def main() -> None:
    """Take every picture."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--db", type=Path, default=Path("reports.db"))
    db = parser.parse_args().db
    FOLDER.mkdir(exist_ok=True)
    with site(db) as address:
        for name, (page, width, height) in PICTURES.items():
            photograph(address + page, FOLDER / name, width, height)
            print(f"docs/pictures/{name}")


if __name__ == "__main__":
    main()
