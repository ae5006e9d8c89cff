"""The certificate's rows of a Word file: what its own settings say. Its lines are broken by whoever opens it."""

from collections.abc import Iterator

from generators.certificate import CertificateRow, compared, told
from generators.document import Role
from generators.profiles import PT_PER_MM, Profile
from report.readers.docx_package import Package
from report.readers.docx_xml import Element, attribute, child, children, number, short, value
from report.words import _

_TWIPS_PER_MM = PT_PER_MM * 20
_TITLE = "Title"


def word_rows(package: Package, profile: Profile) -> Iterator[CertificateRow]:
    """Yield the rows of a .docx. Raises UserError for a damaged part."""
    document, styles = package.xml("word/document.xml"), package.xml("word/styles.xml")
    elements = document.iter() if document is not None else ()
    yield from _page_rows([each for each in elements if short(str(each.tag)) == "w:sectPr"], profile)
    yield from _style_rows(styles, profile)
    settings = package.xml("word/settings.xml")
    mirrored = child(settings, "w:evenAndOddHeaders") is not None
    yield told("7.5", _("单双页页码分别设置"), _("是"), _("是") if mirrored else _("否"), ok=mirrored)


def _page_rows(sections: list[Element], profile: Profile) -> Iterator[CertificateRow]:
    page = profile.page
    upright = [each for each in sections if _of(each, "w:pgSz", "orient") != "landscape"]
    for what, name, wanted in ((_("纸宽"), "w", page.width_mm), (_("纸高"), "h", page.height_mm)):
        yield compared("5.1", what, wanted, _all_mm(upright, "w:pgSz", name), 0.5, "mm")
    right = page.width_mm - page.left_mm - page.text_width_mm
    below = page.height_mm - page.top_mm - page.text_height_mm
    sides = (
        (_("天头"), "top", page.top_mm),
        (_("订口"), "left", page.left_mm),
        (_("切口"), "right", right),
        (_("地脚"), "bottom", below),
    )
    for what, name, wanted in sides:
        yield compared("5.2.1", what, round(wanted, 2), _all_mm(upright, "w:pgMar", name), 1.0, "mm")
    row = profile.row_pt / PT_PER_MM
    yield compared("5.2.3", _("行距（网格）"), round(row, 2), _all_mm(upright, "w:docGrid", "linePitch"), 0.05, "mm")


def _style_rows(styles: Element | None, profile: Profile) -> Iterator[CertificateRow]:
    normal = next((each for each in children(styles, "w:style") if attribute(each, "default") == "1"), None)
    title = next((each for each in children(styles, "w:style") if value(child(each, "w:name")) == _TITLE), None)
    looks = (
        ("5.2.2", _("正文"), normal, Role.BODY, ("仿宋", "FangSong")),
        ("7.3.1", _("标题"), title, Role.TITLE, ("小标宋", "XiaoBiaoSong")),
    )
    for clause, what, style, role, names in looks:
        fonts = child(style, "w:rPr", "w:rFonts")
        font = (attribute(fonts, "eastAsia") if fonts is not None else None) or ""
        ok = any(name.lower() in font.lower() for name in names) if font else None
        yield told(clause, _("{what}字体").format(what=what), names[0], font, ok=ok)
        half_points = number(value(child(style, "w:rPr", "w:sz")))
        sizes = [] if half_points is None else [half_points / 2]
        yield compared(clause, _("{what}字号").format(what=what), profile.look(role).size_pt, sizes, 0.1, "pt")


def _of(section: Element, name: str, local: str) -> str | None:
    found = child(section, name)
    return attribute(found, local) if found is not None else None


def _all_mm(sections: list[Element], name: str, local: str) -> list[float]:
    found = (number(_of(section, name, local)) for section in sections)
    return [twips / _TWIPS_PER_MM for twips in found if twips is not None]
