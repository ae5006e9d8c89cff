"""A row of the table of hostile files: what is made, how reading it has to end, and within which bounds."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

FIGURE = "全县地区生产总值完成135.6亿元"
OTHERWISE = ("另存为", "应改用")  # what to do with a format that is not read
DAMAGED = ("损坏", "不完整")
PASSWORD = ("有密码保护",)
TOO_LARGE = ("解压后过大", "压缩炸弹")
DTD = ("不允许的 DTD",)


@dataclass(frozen=True, slots=True)
class Site:
    """Where a file is made, and what watches over it."""

    folder: Path  # holds nothing else
    name: str
    port: int  # of 127.0.0.1; whoever connects to it has followed a link


Made: TypeAlias = bytes | Path  # what stands in the file, or the path that is to be opened
Maker: TypeAlias = Callable[[Site], Made]


class Verdict(StrEnum):
    """How it has to end."""

    REJECT = "reject"  # one sentence, nothing read
    PARSE = "parse"  # the content
    WARN = "warn"  # the content, and something noticed
    EITHER = "either"  # reject or parse: never a crash, never a silent loss


@dataclass(frozen=True, slots=True)
class Row:
    """One hostile or odd file."""

    name: str
    make: Maker
    verdict: Verdict
    says: tuple[str, ...] = ()  # one of these stands in the sentence where the file is refused
    holds: tuple[str, ...] = ()  # all of these stand in the text where it is read
    lacks: tuple[str, ...] = ()  # none of these stands there
    notices: tuple[str, ...] = ()  # one of these stands in what is noticed
    once: tuple[str, ...] = ()  # each of these stands there one time
    headings: tuple[str, ...] = ()  # all headings, or the first of them where "…" ends the list
    order: tuple[str, ...] = ()  # stand in the text one after another
    lines: int | None = None  # of the text
    seconds: int = 3  # of the processor, as of the clock when nothing else runs
    mb: int = 300  # resident, the largest process
    heavy: bool = False  # made only on demand
    tool: str = ""  # marker of what is needed to make it
    bound: bool = False  # opened without root's right to read every file
