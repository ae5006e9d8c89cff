"""Which font file serves which role: the statutory font where the system has it, else the pack in `resources/fonts`."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generators.profiles import FontRole

PACK_FOLDER = Path(__file__).parent.parent / "resources" / "fonts"


@dataclass(frozen=True, slots=True)
class FontFile:
    """A face in a file."""

    family: str
    path: Path
    index: int = 0  # of the face in a collection (.ttc)
    substitute: bool = False  # not the statutory font


# The statutory fonts by role: family, and the file names under which Windows, 麒麟, UOS and WPS carry them. Only
# TrueType outlines can be embedded; a file that proves otherwise is passed over.
_STATUTORY = {
    FontRole.FANGSONG: (
        ("仿宋_GB2312", ("simfang_gb2312.ttf", "fangsong_gb2312.ttf", "仿宋_gb2312.ttf")),
        ("仿宋", ("simfang.ttf", "fangsong.ttf", "仿宋.ttf")),
        ("方正仿宋简体", ("fzfsk.ttf", "fzfsjw.ttf", "方正仿宋简体.ttf", "方正仿宋_gbk.ttf")),
    ),
    FontRole.XIAOBIAOSONG: (
        ("方正小标宋简体", ("fzxbsjw.ttf", "fzxbs.ttf", "fzxbsjw--gb1-0.ttf", "方正小标宋简体.ttf")),
        ("方正小标宋_GBK", ("fzxbsk.ttf", "方正小标宋_gbk.ttf")),
    ),
    FontRole.HEITI: (
        ("黑体", ("simhei.ttf", "黑体.ttf")),
        ("方正黑体", ("fzhtk.ttf", "fzhtjw.ttf", "方正黑体简体.ttf", "方正黑体_gbk.ttf")),
    ),
    FontRole.KAITI: (
        ("楷体_GB2312", ("simkai_gb2312.ttf", "kaiti_gb2312.ttf", "楷体_gb2312.ttf")),
        ("楷体", ("simkai.ttf", "kaiti.ttf", "楷体.ttf")),
        ("方正楷体", ("fzktk.ttf", "fzktjw.ttf", "方正楷体简体.ttf", "方正楷体_gbk.ttf")),
    ),
    FontRole.SONGTI: (
        ("宋体", ("simsun.ttc", "simsun.ttf", "宋体.ttf")),
        ("方正书宋", ("fzssk.ttf", "fzssjw.ttf", "方正书宋简体.ttf", "方正书宋_gbk.ttf")),
    ),
    FontRole.LATIN: (("Times New Roman", ("times.ttf", "times_new_roman.ttf")),),
}
# An open 仿宋 that a user may have installed is nearer to the statutory design than the pack's.
_OPEN = {FontRole.FANGSONG: (("朱雀仿宋", ("zhuquefangsong-regular.ttf", "zhuque-fangsong.ttf")),)}

_PACK = {
    FontRole.FANGSONG: "GWFangSong",
    FontRole.XIAOBIAOSONG: "GWXiaoBiaoSong",
    FontRole.HEITI: "GWHeiTi",
    FontRole.KAITI: "GWKaiTi",
    FontRole.SONGTI: "GWSongTi",
    FontRole.LATIN: "LiberationSerif-Regular",
}
_FANGSONG_FALLBACK = "GWFangSongFallback"

ROLE_NAMES = {
    FontRole.FANGSONG: "仿宋",
    FontRole.XIAOBIAOSONG: "小标宋",
    FontRole.HEITI: "黑体",
    FontRole.KAITI: "楷体",
    FontRole.SONGTI: "宋体",
    FontRole.LATIN: "Times New Roman",
}


@dataclass(frozen=True, slots=True, eq=False)
class FontPlan:
    """For every role the files to look a character up in, the first one being the role's own."""

    files: dict[FontRole, tuple[FontFile, ...]]

    def own(self, role: FontRole) -> FontFile:
        """Return the font that serves a role."""
        return self.files[role][0]


@cache
def find_fonts() -> FontPlan:
    """Return the fonts of this machine by role; the system's folders are looked through once."""
    return plan_fonts(dict(_installed(_system_folders())))


def plan_fonts(installed: dict[str, Path]) -> FontPlan:
    """Return the fonts by role, given the installed font files by their lower-case names."""
    files: dict[FontRole, tuple[FontFile, ...]] = {}
    for role in FontRole:
        found = [
            FontFile(family, installed[name], substitute=substitute)
            for table, substitute in ((_STATUTORY, False), (_OPEN, True))
            for family, names in table.get(role, ())
            for name in names
            if name in installed and _has_outlines(installed[name])
        ]
        files[role] = (*found[:1], *_pack_chain(role))
    return FontPlan(files)


def _pack_chain(role: FontRole) -> tuple[FontFile, ...]:
    """Return the pack's files for a role: its own, its fallback, then 宋体 for symbols."""
    names = [_PACK[role]]
    if role is not FontRole.SONGTI:
        names.append(_PACK[FontRole.SONGTI])
    # The fallback has the rare characters of the 8105 that GBK-sized system fonts lack, whatever the role.
    names.append(_FANGSONG_FALLBACK)
    if role is FontRole.FANGSONG:
        names = [names[0], names[2], names[1]]
    return tuple(FontFile(name, PACK_FOLDER / f"{name}.ttf", substitute=True) for name in names)


def _system_folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home))
        return (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", local / "Microsoft/Windows/Fonts")
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    return (
        home / ".fonts",
        home / ".local/share/fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
        Path("/opt/kingsoft/wps-office/office6/fonts"),
    )


def _installed(folders: tuple[Path, ...]) -> Iterator[tuple[str, Path]]:
    """Yield the font files of some folders by their lower-case names; later folders do not hide earlier ones."""
    for folder in reversed(folders):
        for where, _, names in os.walk(folder):
            for name in names:
                if name.lower().endswith((".ttf", ".ttc")):
                    yield name.lower(), Path(where) / name


def _has_outlines(path: Path) -> bool:
    """Tell whether a file holds TrueType outlines: CFF ones (OTTO) cannot be embedded."""
    try:
        with path.open("rb") as file:
            return file.read(4) in (b"\x00\x01\x00\x00", b"true", b"ttcf")
    except OSError:
        return False
