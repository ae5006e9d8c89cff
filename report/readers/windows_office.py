"""Word and WPS on Windows: whether they are there, and how PowerShell has one of them save a file as .docx.

Written from Microsoft's and Kingsoft's documentation of their automation interfaces; not yet tried on Windows.
"""

import contextlib
import os
import shutil
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# (what people call it, the names under which it can be automated)
_PROGRAMS: Final = (
    ("Microsoft Word", ("Word.Application",)),
    ("WPS Office", ("KWPS.Application", "WPS.Application")),
)
_SCRIPT: Final = Path(__file__).with_suffix(".ps1")
_LEFT: Final = "left.pid"  # the script writes into it which process it had started


@dataclass(frozen=True, slots=True)
class OfficeProgram:
    """A program that Windows can start for another."""

    name: str
    automated: str  # "" where it is not installed
    shell: Path | None  # PowerShell, None where the program or PowerShell is not installed


def office_programs() -> tuple[OfficeProgram, ...]:
    """Return Word and WPS, each with the shell that can drive it where both are there."""
    shell = shutil.which("powershell.exe") or shutil.which("pwsh.exe")
    found: list[OfficeProgram] = []
    for name, automated in _PROGRAMS:
        there = next((each for each in automated if _is_registered(each)), "")
        found.append(OfficeProgram(name, there, Path(shell) if shell and there else None))
    return tuple(found)


def office_command(shell: Path, automated: str, source: Path, folder: Path) -> tuple[str, ...]:
    """Return the command that makes `out/report.docx` in `folder` from `source`."""
    target = folder / "out" / "report.docx"
    return (
        str(shell),
        "-NoProfile",
        "-NonInteractive",
        "-ExecutionPolicy",
        "Bypass",
        "-File",
        str(_SCRIPT),
        "-Program",
        automated,
        "-Source",
        str(source),
        "-Target",
        str(target),
        "-Left",
        str(folder / _LEFT),
    )


def end_left_behind(folder: Path) -> None:
    """End the program that the script had started and did not come to end: Windows starts it apart from the script."""
    with contextlib.suppress(OSError, ValueError):  # nothing was started, or it has ended
        os.kill(int((folder / _LEFT).read_text(encoding="ascii").strip()), signal.SIGTERM)


if sys.platform == "win32":
    import winreg

    def _is_registered(automated: str) -> bool:
        try:
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, automated + "\\CLSID"))
        except OSError:
            return False
        return True

else:

    def _is_registered(automated: str) -> bool:  # noqa: ARG001 - one signature on all systems
        return False
