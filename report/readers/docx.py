"""Word documents, by their XML: the text a reader of the printed page would see, with its automatic numbers."""

from dataclasses import replace
from functools import partial
from typing import Final

from report.errors import Failure, UserError
from report.findings import Finding
from report.readers.cleaning import MOST_LINES, too_many_lines
from report.readers.docx_body import StoryReader
from report.readers.docx_numbering import Numberer
from report.readers.docx_package import Package, Relationship
from report.readers.docx_runs import Tally
from report.readers.docx_styles import Styles
from report.readers.docx_xml import Element, attribute, child, children, short
from report.source import LineKind, Source, SourceLine, SourceNotice
from report.words import _, listed

_MAIN_PART: Final = "word/document.xml"

# Relationships to what can run, or stands outside the package or in another format. None of it is opened.
_FOREIGN: Final = frozenset(
    {"oleObject", "package", "control", "subDocument", "aFChunk", "attachedTemplate", "frame", "chart"}
)
_MACROS: Final = frozenset({"vbaProject", "wordVbaData", "keyMapCustomizations"})


def read_docx(data: bytes, name: str) -> Source:
    """Return the lines of a .docx, .docm or template. Raises UserError where it is damaged, a bomb or without text."""
    package = Package(data, name)
    main = _main_part(package)
    document = package.xml(main)
    body = None if document is None else child(document, "w:body")
    if body is None:
        raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("没有正文部分"))
    related = package.relationships(main)
    styles = Styles(_part(package, related, "styles"))
    numberer = Numberer(_part(package, related, "numbering"), styles)
    reader = StoryReader(styles, numberer, name, partial(_part_of_id, package, related))
    lines = reader.read(body, LineKind.PARAGRAPH)
    lines.extend(_notes(package, related, reader))
    if not lines:
        raise UserError(Failure.NO_TEXT, name=name)
    if len(lines) > MOST_LINES:
        raise too_many_lines(name)
    return Source(tuple(lines), _noticed(reader.tally, package, main, related))


def _main_part(package: Package) -> str:
    """Return the name of the main part: by the package's relationship, else by its content type, else by custom."""
    for each in package.relationships(""):
        if each.kind == "officeDocument" and not each.external and package.has(each.target):
            return each.target
    types = package.xml("[Content_Types].xml")
    for each in children(types, "ct:Override"):
        part = (each.get("PartName") or "").lstrip("/")
        if _is_main_type(each.get("ContentType")) and package.has(part):
            return part
    return _MAIN_PART


def _is_main_type(content_type: str | None) -> bool:
    return (content_type or "").endswith((".document.main+xml", ".template.main+xml", "MainDocument+xml", ".main+xml"))


def _part(package: Package, related: tuple[Relationship, ...], kind: str) -> Element | None:
    target = next((each.target for each in related if each.kind == kind and not each.external), None)
    return None if target is None else package.xml(target)


def _part_of_id(package: Package, related: tuple[Relationship, ...], identity: str) -> Element | None:
    target = next((each.target for each in related if each.id == identity and not each.external), None)
    return None if target is None else package.xml(target)


def _notes(package: Package, related: tuple[Relationship, ...], reader: StoryReader) -> list[SourceLine]:
    """Return the notes in the order they are referred to, each with its mark; a note of a note stands after it."""
    parts: dict[str, dict[str, Element]] = {}
    for kind in ("footnote", "endnote"):
        root = _part(package, related, f"{kind}s")
        parts[kind] = {attribute(each, "id") or "": each for each in children(root, f"w:{kind}")}
    lines: list[SourceLine] = []
    done: set[tuple[str, str]] = set()
    count = 0
    for kind in ("footnote", "endnote"):
        for reference in reader.references:  # grows while notes are read
            identity = kind, reference.id
            if reference.kind != kind or identity in done:
                continue
            done.add(identity)
            note = parts[kind].get(reference.id)
            own = [] if note is None else reader.read(note, LineKind.NOTE)
            if own and not reference.has_own_mark:
                count += 1
                own[0] = replace(own[0], text=f"[{count}] {own[0].text}", auto_number=f"[{count}]", bold_chars=0)
            lines.extend(own)
    return lines


def _noticed(tally: Tally, package: Package, main: str, related: tuple[Relationship, ...]) -> tuple[SourceNotice, ...]:
    details = (
        (Finding.TRACKED_CHANGES, tally.inserted + tally.deleted, _changes(tally)),
        (Finding.HIDDEN_TEXT, tally.hidden, _("共 {count} 个字").format(count=tally.hidden)),
        (Finding.CONTENTS_LEFT_OUT, tally.contents, _("共 {count} 行").format(count=tally.contents)),
        (Finding.COMMENTS_LEFT_OUT, tally.comments, _("共 {count} 条").format(count=tally.comments)),
        (Finding.TEXT_REPLACED, tally.controls, _("{count} 个控制字符已略去").format(count=tally.controls)),
    )
    noticed = [SourceNotice(finding, None, detail) for finding, count, detail in details if count]
    foreign = _foreign(tally, package, main, related)
    if foreign:
        noticed.append(SourceNotice(Finding.MACROS_IGNORED, None, foreign))
    return tuple(noticed)


def _changes(tally: Tally) -> str:
    return _("插入 {inserted} 处，删除 {deleted} 处").format(inserted=tally.inserted, deleted=tally.deleted)


def _foreign(tally: Tally, package: Package, main: str, related: tuple[Relationship, ...]) -> str:
    """Return what was not opened, in words; "" where there is nothing."""
    settings = next((each.target for each in related if each.kind == "settings" and not each.external), None)
    everything = (*related, *(package.relationships(settings) if settings is not None else ()))
    macros = any(each.kind in _MACROS for each in everything) or _has_macro_type(package, main)
    linked = sum(1 for each in everything if each.external and each.kind != "hyperlink")
    embedded = max(tally.embedded, sum(1 for each in everything if each.kind in _FOREIGN and not each.external))
    found = (
        (macros, _("宏")),
        (embedded, _("嵌入对象 {count} 个").format(count=embedded)),
        (linked, _("外部链接 {count} 个").format(count=linked)),
    )
    return listed(words for there, words in found if there)


def _has_macro_type(package: Package, main: str) -> bool:
    types = package.xml("[Content_Types].xml")
    return types is not None and any(
        short(each.tag) == "ct:Override"
        and (each.get("PartName") or "").lstrip("/").lower() == main.lower()
        and "macroEnabled" in (each.get("ContentType") or "")
        for each in types
    )
