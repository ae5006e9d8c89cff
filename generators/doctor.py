"""The `doctor` document of the command line: what this machine has."""

import platform
import shutil
from importlib.metadata import PackageNotFoundError, version

from generators.contract import shown_path
from generators.fonts import ROLE_NAMES, find_fonts
from report.contract import SCHEMA, JsonValue

_PACKAGES = (
    "babel",
    "click",
    "lxml",
    "msgspec",
    "pikepdf",
    "pypdfium2",
    "pyside6-essentials",
    "python-docx",
    "reportlab",
)


def doctor_document() -> dict[str, JsonValue]:
    """Return what this machine has: fonts per role, converters, versions."""
    fonts = find_fonts()
    return {
        "schema": SCHEMA,
        "fonts": [
            {
                "role": name,
                "font": fonts.own(role).family,
                "file": shown_path(fonts.own(role).path),
                "substitute": fonts.own(role).substitute,
            }
            for role, name in ROLE_NAMES.items()
        ],
        "converters": _converters(),
        "versions": {"python": platform.python_version(), **{name: _version(name) for name in _PACKAGES}},
    }


def _converters() -> list[JsonValue]:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return [{"name": "LibreOffice", "file": found}] if found else []


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
