"""What can stand behind a file name: folders, pipes, sockets, links, devices, and names that are hard to write."""

import os
import socket
from pathlib import Path

from tests.hostile.invented import TEXT
from tests.hostile.making_packages import good
from tests.hostile.rows import Site


def folder(site: Site) -> Path:
    """Make a folder named like a document."""
    path = site.folder / site.name
    path.mkdir()
    return path


def pipe(site: Site) -> Path:
    """Make a FIFO: to open it for reading would wait for a writer for ever."""
    path = site.folder / site.name
    os.mkfifo(path)
    return path


def endpoint(site: Site) -> Path:
    """Make a socket of the file system."""
    path = site.folder / site.name
    here = Path.cwd()
    os.chdir(site.folder)  # a socket's path has at most 107 bytes
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(site.name)
    finally:
        os.chdir(here)
    return path


def link(site: Site, target: str) -> Path:
    """Make a symbolic link."""
    path = site.folder / site.name
    path.symlink_to(target)
    return path


def folder_in_itself(site: Site) -> Path:
    """Make a folder with a report and a link to itself, and go through the link five times."""
    place = site.folder / site.name
    place.mkdir()
    (place / "loop").symlink_to(place)
    (place / "报告.docx").write_bytes(good())
    return place.joinpath(*["loop"] * 5, "报告.docx")


def unreadable(site: Site) -> Path:
    """Make a report that nobody may read."""
    path = site.folder / site.name
    path.write_bytes(good())
    path.chmod(0)
    return path


def sparse(site: Site, size: int) -> Path:
    """Make a file of so many bytes that takes no room."""
    path = site.folder / site.name
    with path.open("wb") as stream:
        stream.truncate(size)
    return path


def name_in_gbk(site: Site) -> Path:
    """Make a report whose name is written in GBK, as an archive unpacked on Linux leaves it."""
    path = Path(os.fsdecode(os.fsencode(site.folder) + b"/" + site.name.encode("gbk")))
    path.write_text(TEXT, encoding="utf-8")
    return path


def read_only_folder(site: Site) -> Path:
    """Make a report in a folder that cannot be written."""
    place = site.folder / site.name
    place.mkdir()
    (place / "报告.docx").write_bytes(good())
    place.chmod(0o555)
    return place / "报告.docx"


def deep_path(site: Site) -> Path:
    """Make a report below forty folders with Chinese names: a path of some 3,000 bytes."""
    place = site.folder.joinpath(*["政府工作报告及有关会议材料归档目录一二三四"] * 40)
    place.mkdir(parents=True)
    path = place / "报告.docx"
    path.write_bytes(good())
    return path
