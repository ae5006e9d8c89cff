"""LibreOffice: where it is, and how it is asked to convert one file with no macro, no network and no file of ours."""

import os
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from report.progress import NO_PROGRESS
from report.readers.apart import TooSlowError, run_apart

_NAMES: Final = ("soffice", "libreoffice")
_PLACES: Final = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_NEWEST: Final = (("/opt", "libreoffice*/program/soffice"),)  # what the packages of its makers install
_WINDOWS_FOLDERS: Final = ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432", "LOCALAPPDATA")
_WINDOWS_PROGRAMS: Final = ("LibreOffice/program/soffice.com", "LibreOffice/program/soffice.exe")

_VERSION: Final = re.compile(r"(?<!\d)\d+(?:\.\d+)+")
_VERSION_SECONDS: Final = 10

# (node, property, value). Writer's 0 and Calc's 1 both mean that links are never followed. The proxy leads nowhere:
# should anything still ask for an address, it is told that nobody is there.
_SETTINGS: Final = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "DisablePythonRuntime", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Writer/Content/Update", "Field", "false"),
    ("Office.Calc/Content/Update", "Link", "1"),
    ("Office.Common/Save/Document", "CreateBackup", "false"),
    ("Office.Recovery/AutoSave", "Enabled", "false"),
    ("Office.Common/History", "PickListSize", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", "9"),
    ("Setup/L10N", "ooSetupSystemLocale", "zh-CN"),  # numbers and code pages of files that do not say
)
_PROFILE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM: Final = (
    '<item oor:path="/org.openoffice.{node}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)


def find_libreoffice(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the program of LibreOffice, None where there is none."""
    for name in _NAMES:
        found = shutil.which(name, path=environment.get("PATH", ""))
        if found is not None:
            return Path(found)
    return next((path for path in _places(environment) if path.is_file()), None)


def _places(environment: Mapping[str, str]) -> list[Path]:
    if sys.platform == "win32":
        folders = [environment[name] for name in _WINDOWS_FOLDERS if environment.get(name)]
        return [Path(folder) / program for folder in folders for program in _WINDOWS_PROGRAMS]
    newest = [path for folder, pattern in _NEWEST for path in sorted(Path(folder).glob(pattern), reverse=True)]
    return [*map(Path, _PLACES), *newest]


def libreoffice_version(program: Path) -> str:
    """Return the version that LibreOffice says it is, such as 7.4.7.2; "" where it does not answer."""
    with TemporaryDirectory(prefix="briefdesk-", ignore_cleanup_errors=True) as folder:
        command = (str(program), f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--version")
        try:
            ended = run_apart(command, {**os.environ, "HOME": folder}, NO_PROGRESS, _VERSION_SECONDS)
        except (OSError, TooSlowError):
            return ""
    found = _VERSION.search(ended.output.decode("utf-8", "replace"))
    return found.group() if found else ""


def libreoffice_command(program: Path, source: Path, folder: Path) -> tuple[str, ...]:
    """Return the command that makes `out/report.docx` in `folder` from `source`, with a profile made there for it."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    items = "\n".join(_ITEM.format(node=node, name=name, value=value) for node, name, value in _SETTINGS)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), encoding="utf-8")
    return (
        str(program),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--invisible",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        "--nofirststartwizard",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "out"),
        str(source),
    )
