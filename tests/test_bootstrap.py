"""Setting a machine up: nothing twice, one sentence where a person must act. The real thing is run by `.ci/run`."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import bootstrap


class Calls:
    """Stands in for `subprocess.call`: keeps the commands and answers with one exit status."""

    def __init__(self, status: int = 0) -> None:
        self.status = status
        self.commands: list[list[str]] = []

    def __call__(self, command: Sequence[str], **_: object) -> int:
        self.commands.append(list(command))
        return self.status


def _project(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let bootstrap work in a folder with two small locks and an environment that is there."""
    (folder / "one.txt").write_text("a==1", encoding="utf-8")
    (folder / "two.txt").write_text("b==1", encoding="utf-8")
    (folder / ".venv").mkdir()
    monkeypatch.setattr(bootstrap, "ROOT", folder)
    monkeypatch.setattr(bootstrap, "STAMP", folder / ".venv" / ".installed")


def test_what_is_installed_is_not_installed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _project(tmp_path, monkeypatch)
    calls = Calls()
    monkeypatch.setattr(subprocess, "call", calls)
    bootstrap.install(("one.txt", "two.txt"))
    assert len(calls.commands) == 1
    bootstrap.install(("one.txt", "two.txt"))
    bootstrap.install(("one.txt",))
    assert len(calls.commands) == 1


def test_a_larger_or_changed_set_of_packages_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _project(tmp_path, monkeypatch)
    calls = Calls()
    monkeypatch.setattr(subprocess, "call", calls)
    bootstrap.install(("one.txt",))
    bootstrap.install(("one.txt", "two.txt"))
    assert len(calls.commands) == 2
    (tmp_path / "two.txt").write_text("b==2", encoding="utf-8")
    bootstrap.install(("one.txt", "two.txt"))
    assert len(calls.commands) == 3


def test_a_failed_installation_is_told_and_tried_again_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _project(tmp_path, monkeypatch)
    monkeypatch.setattr(subprocess, "call", Calls(status=1))
    with pytest.raises(bootstrap.SetUpError, match="软件包源"):
        bootstrap.install(("one.txt",))
    calls = Calls()
    monkeypatch.setattr(subprocess, "call", calls)
    bootstrap.install(("one.txt",))
    assert len(calls.commands) == 1


def test_packages_are_installed_only_with_their_hashes_and_from_no_named_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _project(tmp_path, monkeypatch)
    calls = Calls()
    monkeypatch.setattr(subprocess, "call", calls)
    bootstrap.install(("one.txt",))
    command = calls.commands[0]
    assert "--require-hashes" in command
    assert not any("index" in word or "://" in word for word in command)


def test_without_the_right_to_install_one_sentence_names_every_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "may_install", lambda: False)
    with pytest.raises(bootstrap.SetUpError, match=r"apt-get install libegl1 libgl1$"):
        bootstrap.install_packages(["libegl1", "libgl1"])


def test_only_libraries_that_cannot_be_loaded_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    table = (("libc.so.6", "libc6"), ("libnot-there.so.9", "not-there"), ("libnor-this.so.1", "not-there"))
    assert bootstrap.missing_libraries(table) == ["not-there"]


def test_a_newer_python_is_sought_where_the_calling_one_is_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "NEEDED_VERSION", (99, 0))
    calls = Calls()
    monkeypatch.setattr(subprocess, "call", calls)

    def only_3_12(name: str) -> str | None:
        return f"/usr/bin/{name}" if name == "python3.12" else None

    monkeypatch.setattr(shutil, "which", only_3_12)
    monkeypatch.setattr(sys, "argv", ["bootstrap.py", "brief"])
    assert bootstrap.main() == 0
    assert calls.commands[-1] == ["/usr/bin/python3.12", str(Path(bootstrap.__file__).resolve()), "brief"]


def test_where_no_python_is_new_enough_the_sentence_says_which_one_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(bootstrap.SetUpError, match=r"需要 Python 3\.11"):
        bootstrap.find_python()


def test_a_failed_check_does_not_keep_the_others_from_running(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls(status=1)
    monkeypatch.setattr(subprocess, "call", calls)
    assert bootstrap.check() == 1
    assert len(calls.commands) == len(bootstrap.CHECKS)
