"""The `doctor` document of the command line: what this machine has."""

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generators.contract import shown_path
from generators.fonts import ROLE_NAMES, find_fonts
from report.contract import SCHEMA, JsonValue
from report.readers.libreoffice import libreoffice_version
from report.readers.office_converters import SERVES, known_converters
from report.words import _, listed

_PACKAGES = (
    "babel",
    "click",
    "lxml",
    "msgspec",
    "msoffcrypto-tool",
    "pikepdf",
    "pypdfium2",
    "pyside6-essentials",
    "python-docx",
    "reportlab",
)


@dataclass(frozen=True, slots=True)
class FoundConverter:
    """A converting program; Word and WPS are driven by `program`, the shell, and do not tell their version."""

    name: str
    program: Path | None
    version: str


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


def doctor_lines() -> Iterator[str]:
    """Yield a line for each role of fonts, with font and file, and for each converter, with what it would serve."""
    fonts = find_fonts()
    for role, name in ROLE_NAMES.items():
        own = fonts.own(role)
        note = _("（自带字体代替）") if own.substitute else ""
        yield f"{name}\t{own.family}{note}\t{shown_path(own.path)}"
    missing = _("没有安装；装上后可以读取 {formats}").format(formats=listed(SERVES))
    for each in _found_converters():
        found = f"{each.version}\t{shown_path(each.program)}" if each.program is not None else f"{missing}\t"
        yield f"{each.name}\t{found}"


def _converters() -> list[JsonValue]:
    return [
        {
            "name": each.name,
            "found": each.program is not None,
            "file": None if each.program is None else shown_path(each.program),
            "version": each.version,
            "serves": list(SERVES),
        }
        for each in _found_converters()
    ]


def _found_converters() -> tuple[FoundConverter, ...]:
    return tuple(
        FoundConverter(
            each.name,
            each.program,
            libreoffice_version(each.program) if each.program is not None and not each.automated else "",
        )
        for each in known_converters()
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
