"""Set up all that the program needs, then make the sample brief, run the checks, or open the window.

Standard library only, and written so that an older Python can still read it and say which one it needs.
"""

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / ".installed"

NEEDED_VERSION: "tuple[int, int]" = (3, 11)
KNOWN_PYTHONS = ("python3.13", "python3.12", "python3.11")

RUN_LOCK = "requirements.txt"
DEV_LOCK = "requirements-dev.txt"

SAMPLE = "resources/samples/sample_report.txt"

# What the wheels of Qt link to and do not bring along, as "library, Debian package"; read off with readelf.
QT_LIBRARIES = (
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libX11.so.6", "libx11-6"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libfreetype.so.6", "libfreetype6"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libgthread-2.0.so.0", "libglib2.0-0"),
    ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    ("libbrotlidec.so.1", "libbrotli1"),
    ("libzstd.so.1", "libzstd1"),
)
# The same for a window on a screen that prints (the plug-ins xcb and cups); tests draw off screen and do without.
WINDOW_LIBRARIES = (
    ("libcups.so.2", "libcups2"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render.so.0", "libxcb-render0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-shm.so.0", "libxcb-shm0"),
    ("libxcb-sync.so.1", "libxcb-sync1"),
    ("libxcb-util.so.1", "libxcb-util1"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)

# Cheapest first. pytest comes last, so that its summary closes a good run.
CHECKS = (
    ("格式", ("ruff", "format", "--check", ".")),
    ("静态检查", ("ruff", "check", ".")),
    ("类型", ("pyright",)),
    ("导入方向", ("lint-imports",)),
    ("测试", ("python", "-m", "pytest")),
)


class SetUpError(Exception):
    """The machine lacks something that only a person can add. The message is the sentence for that person."""


def main() -> int:
    """Do what the command line asks for; return the exit status (1: a person must act, 130: interrupted)."""
    if sys.version_info < NEEDED_VERSION:
        return subprocess.call([find_python(), str(Path(__file__).resolve()), *sys.argv[1:]])
    parser = argparse.ArgumentParser(description="备好运行环境，再做一件事。")
    commands = parser.add_subparsers(dest="command", required=True, metavar="brief|check|window")
    commands.add_parser("brief", help="用自带的示例报告生成一份简报（Word 和 PDF）")
    commands.add_parser("check", help="运行全部检查和测试")
    window = commands.add_parser("window", help="打开窗口")
    window.add_argument("report", nargs="?", help="要打开的报告")
    wanted = parser.parse_args()
    if wanted.command == "brief":
        set_up((), (RUN_LOCK,))
        return run("python", "main.py", "make", SAMPLE, "--kind", "brief", "--out", str(ROOT / "out"))
    if wanted.command == "check":
        set_up(QT_LIBRARIES, (RUN_LOCK, DEV_LOCK))
        return check()
    set_up(QT_LIBRARIES + WINDOW_LIBRARIES, (RUN_LOCK,))
    report = [str(Path(wanted.report).resolve())] if wanted.report else []
    return run("python", "main.py", *report)


def find_python() -> str:
    """Return a Python on the search path that is new enough and starts. Raises SetUpError where there is none."""
    for name in KNOWN_PYTHONS:
        found = shutil.which(name)
        if found and subprocess.call([found, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return found
    raise SetUpError(
        "需要 Python 3.11 或更高版本，现在是 {}.{}；请安装 python3.11 后重试。".format(*sys.version_info[:2])
    )


def set_up(libraries: "tuple[tuple[str, str], ...]", locks: "tuple[str, ...]") -> None:
    """Install what is missing: system packages, the virtual environment, the packages of the locks.

    Raises SetUpError where something is missing that only a person can add.
    """
    usable = starts(PYTHON)
    packages = missing_libraries(libraries)
    if not usable and not can_make_environments():
        packages.append("python{}.{}-venv".format(*sys.version_info[:2]))
    if packages:
        install_packages(packages)
    if not usable:
        make_environment()
    install(locks)


def install(locks: "tuple[str, ...]") -> None:
    """Bring the virtual environment to what the locks say. Does nothing where it was brought there before."""
    if STAMP.is_file() and fingerprint(locks) in STAMP.read_text(encoding="utf-8").split():
        return
    say("正在安装依赖（首次约需下载 120 MB）……")
    files = [word for lock in locks for word in ("-r", str(ROOT / lock))]
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:", "--no-input"]
    status = subprocess.call([*command, "--disable-pip-version-check", *files], stdout=sys.stderr)
    if status != 0:
        raise SetUpError("依赖没有装上（原因见上面 pip 的输出）；请确认能访问 Python 软件包源后重试。")
    # The locks share their pins, so what served the smaller set still serves it after the larger one.
    STAMP.write_text("\n".join(fingerprint(locks[:count]) for count in range(1, len(locks) + 1)), encoding="utf-8")


def fingerprint(locks: "tuple[str, ...]") -> str:
    """Return a hash of what the locks say."""
    return hashlib.sha256(b"\0".join((ROOT / lock).read_bytes() for lock in locks)).hexdigest()


def starts(python: Path) -> bool:
    """Say whether an interpreter is there, runs, is new enough and has pip."""
    if not python.exists():
        return False
    question = f"import sys, pip; sys.exit(sys.version_info < {NEEDED_VERSION})"
    return subprocess.call([str(python), "-c", question], stderr=subprocess.DEVNULL) == 0


def can_make_environments() -> bool:
    """Say whether this Python has venv whole; Debian keeps a part of it in a package of its own."""
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def make_environment() -> None:
    """Make the virtual environment anew. Raises SetUpError where that fails."""
    say("正在建立虚拟环境 .venv ……")
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)], stdout=sys.stderr) != 0:
        raise SetUpError(f"虚拟环境没有建成；请确认 {ROOT} 可以写入、磁盘有空间后重试。")


def missing_libraries(libraries: "tuple[tuple[str, str], ...]") -> "list[str]":
    """Return the Debian packages of those system libraries that cannot be loaded."""
    if not sys.platform.startswith("linux"):
        return []  # elsewhere Qt's wheels bring all they need
    return sorted({package for library, package in libraries if not loads(library)})


def loads(library: str) -> bool:
    """Say whether a shared library can be loaded."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: "list[str]") -> None:
    """Install Debian packages, as root or with a sudo that asks nothing. Raises SetUpError where neither is."""
    sentence = "缺少系统软件包，请让管理员运行：apt-get install {}".format(" ".join(packages))
    if not may_install():
        raise SetUpError(sentence)
    say("正在安装系统软件包：{} ……".format(" ".join(packages)))
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    command = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    # An index that could not be refreshed may still name the packages; the second step decides.
    subprocess.call([*command, "update"], stdout=sys.stderr)
    if subprocess.call([*command, "install", "--no-install-recommends", *packages], stdout=sys.stderr) != 0:
        raise SetUpError(sentence)


def may_install() -> bool:
    """Say whether apt-get is there and may be used without asking anybody."""
    if shutil.which("apt-get") is None:
        return False
    if os.geteuid() == 0:
        return True
    return shutil.which("sudo") is not None and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0


def check() -> int:
    """Run every check, also after one has failed; return 0 where all passed."""
    failed: list[str] = []
    for name, (program, *words) in CHECKS:
        say(f"—— {name} ——")
        if run(program, *words) != 0:
            failed.append(name)
    if failed:
        say("没有通过：{}".format("、".join(failed)))
    return 1 if failed else 0


def run(program: str, *words: str) -> int:
    """Run a program of the environment in the project's folder; return its exit status."""
    return subprocess.call([str(BIN / program), *words], cwd=str(ROOT))


def say(words: str) -> None:
    """Tell the person what is going on, in UTF-8 whatever the locale. Standard output is left to what was asked for."""
    sys.stderr.flush()
    sys.stderr.buffer.write(f"{words}\n".encode())
    sys.stderr.buffer.flush()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except SetUpError as error:
        say(f"错误：{error}")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
