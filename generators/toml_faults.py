"""What is wrong with a TOML file that an office wrote: said with file, line and key, so that it can be put right."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from report.words import _

Table = Mapping[str, object]

_AT = re.compile(r"\$((?:\.\w+|\[\d+\])+)`")
_NAMED = re.compile(r"field `(\w+)`")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_TOML_LINE = re.compile(r"at line (\d+)")


class FaultyError(Exception):
    """A file that does not declare what it should: `key` is where, as a path such as fields[2].label."""

    def __init__(self, cause: str, key: str = "", line: int = 0) -> None:
        """Take what is wrong in words, and where it is."""
        super().__init__(cause)
        self.cause = cause
        self.key = key
        self.line = line


def files_in(folder: Path) -> Sequence[Path]:
    """Return the TOML files of a folder by name; none where it is not there or cannot be read."""
    try:
        return sorted(path for path in folder.glob("*.toml") if path.is_file())
    except OSError:
        return ()


def read_table(data: bytes) -> Table:
    """Return what a file says. Raises FaultyError."""
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FaultyError(_("不是 UTF-8 文本")) from error
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        raise FaultyError(_("不合 TOML 语法"), line=int(found.group(1)) if found else 0) from error


def invalid(message: str, under: str = "") -> FaultyError:
    """Return a fault from what msgspec says of a value: what it expected, and where in backquotes after `- at`.

    `under` is the key of the table that the value stands in.
    """
    cause, _at, _rest = message.partition(" - at ")
    found = _AT.search(message)
    key = f"{under}{found.group(1) if found else ''}".lstrip(".")
    named = _NAMED.search(cause)
    name = named.group(1) if named else ""
    if "unknown field" in cause:
        return FaultyError(_("不认识“{name}”这一项").format(name=name), f"{key}.{name}".lstrip("."))
    if "missing required" in cause:
        return FaultyError(_("缺“{name}”这一项").format(name=name), key)
    return FaultyError(_("值的类型或写法不对（{cause}）").format(cause=cause), key)


def fault_words(path: Path, error: OSError | FaultyError) -> str:
    """Return what is wrong with a file: line, key, cause."""
    if isinstance(error, OSError):
        return _("读不了这个文件")
    line = error.line or _line(path, error.key)
    place = _("第 {line} 行").format(line=line) if line else ""
    return " ".join(filter(None, (place, error.key, error.cause)))


def _line(path: Path, key: str) -> int:
    """Return the line on which a key such as fields[2].label is set, its table's where it is not, 0 for none."""
    if not key:
        return 0
    steps = [name or int(number) for name, number in _STEP.findall(f".{key}")]
    lines = path.read_text("utf-8", "replace").splitlines()
    first = _head(lines, steps)
    wanted = next((step for step in reversed(steps) if isinstance(step, str)), "")
    found = next(_set_on(lines, first, wanted), None)
    return (first if found is None else found) + 1


def _head(lines: Sequence[str], steps: Sequence[str | int]) -> int:
    """Return the line of the head of the innermost table on the way to a key, 0 for none."""
    heads = [line.split("#")[0].strip() for line in lines]
    if len(steps) > 1 and isinstance(steps[1], int):
        places = [at for at, head in enumerate(heads) if head == f"[[{steps[0]}]]"]
        return places[steps[1]] if steps[1] < len(places) else 0
    for length in range(len(steps), 0, -1):
        head = f"[{'.'.join(map(str, steps[:length]))}]"
        if head in heads:
            return heads.index(head)
    return 0


def _set_on(lines: Sequence[str], first: int, key: str) -> Iterator[int]:
    """Yield the lines of one table on which a key is set."""
    for at in range(first, len(lines)):
        if at > first and lines[at].lstrip().startswith("["):
            return
        if re.match(rf"\s*{re.escape(key)}\s*=", lines[at]):
            yield at
