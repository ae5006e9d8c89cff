"""Makes the file of a row, opens it with the real command line, and says how that ended."""

import json
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from tests.hostile.rows import Row, Site

ROOT = Path(__file__).parents[2]
_LAUNCHER = Path(__file__).with_name("launcher.py")
_PATIENCE = 3  # times the seconds of a row, plus twenty, until it counts as hung: the machine may have other work


class Told(msgspec.Struct, frozen=True):
    """What the launcher prints."""

    status: int
    hung: bool
    left: int  # processes that outlived the command
    wall: float
    cpu: float  # seconds, of the command and all it waited for
    peak_mb: float  # resident, the largest process


@dataclass(frozen=True, slots=True)
class Ending:
    """How reading one file ended."""

    told: Told
    output: bytes
    complaint: str
    kept: bool  # the file holds what it held before
    strays: tuple[str, ...]  # files that were not there before
    visited: bool  # somebody followed a link to the network

    @property
    def document(self) -> dict[str, Any]:
        """The JSON document on standard output."""
        return json.loads(self.output)


def run(row: Row, folder: Path) -> Ending:
    """Make a row's file in an empty folder and open it."""
    site_folder = folder / "site"
    site_folder.mkdir()
    with _listener() as listener:
        port: int = listener.getsockname()[1]
        made = row.make(Site(site_folder, row.name, port))
        path = made if isinstance(made, Path) else site_folder / row.name
        if isinstance(made, bytes):
            path.write_bytes(made)
        before = _names(site_folder)
        told = launch(["inspect", str(path), "--json"], row, folder)
        kept = not isinstance(made, bytes) or path.read_bytes() == made
        visited = _was_visited(listener)
    output, complaint = (folder / "out").read_bytes(), (folder / "err").read_text(encoding="utf-8", errors="replace")
    return Ending(told, output, complaint, kept, tuple(sorted(_names(site_folder) - before)), visited)


def launch(words: list[str], row: Row, folder: Path) -> Told:
    """Run the command line with these words within the bounds of a row; its output goes into the folder."""
    wall = str(row.seconds * _PATIENCE + 20)
    limits = [str(row.seconds), wall, "bound" if row.bound else "", str(folder / "out"), str(folder / "err")]
    command = [sys.executable, str(ROOT / "main.py"), *words]
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(_LAUNCHER), *limits, *command], capture_output=True, check=True
    )
    return msgspec.json.decode(done.stdout, type=Told)


@contextmanager
def _listener() -> Generator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        yield listener


def _was_visited(listener: socket.socket) -> bool:
    try:
        visitor, _ = listener.accept()
    except (BlockingIOError, TimeoutError):
        return False
    visitor.close()
    return True


def _names(folder: Path) -> set[str]:
    """Return the names of all files of a folder; links are not followed."""
    return {str(path) for path in folder.rglob("*")}
