"""Measures a made file against its profile: the certificate that `certify` prints. Words are Chinese, as on paper."""

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2

from generators.certificate import Certificate, CertificateRow, compared, told
from generators.certify_word import word_rows
from generators.document import Role
from generators.linebreak import NEVER_FIRST, NEVER_LAST
from generators.measure_pdf import PageFigures, TextLine, measure_pages
from generators.profile_files import load_profile, load_profiles
from generators.profiles import DEFAULT_PROFILE, PT_PER_MM, Profile
from generators.save import cause_of
from report.errors import Failure, UserError
from report.readers.docx_package import Package
from report.words import _, listed

_INK_MM = 0.7  # how far the ink of a full character stands from the edge of its cell, at most
_LEAST_LINES = 3  # lines of body text on a page that tell its pitch


def certify(path: Path) -> Certificate:
    """Return the certificate of a .pdf or .docx. Raises UserError for a file that cannot be opened or measured."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(Failure.FILE_NOT_FOUND, name=path.name) from error
    except OSError as error:
        raise UserError(Failure.UNREADABLE_FILE, name=path.name, cause=cause_of(error)) from error
    if data[:4] == b"PK\3\4":
        return _of_word(data, path.name)
    if b"%PDF-" in data[:1024]:
        return _of_pdf(data, path.name)
    raise UserError(Failure.UNKNOWN_FORMAT, name=path.name, what=_("不是 PDF，也不是 Word 文件"), formats="PDF、docx")


def _of_word(data: bytes, name: str) -> Certificate:
    profile = load_profile(DEFAULT_PROFILE)
    return Certificate(profile.title, tuple(word_rows(Package(data, name), profile)))


def _of_pdf(data: bytes, name: str) -> Certificate:
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = tuple(measure_pages(document))
        with pikepdf.open(BytesIO(data)) as pdf:
            fonts = tuple(_fonts(pdf))
            level = _level(pdf)
    except (pypdfium2.PdfiumError, pikepdf.PdfError) as error:
        raise UserError(Failure.DAMAGED_FILE, name=name, cause=_("PDF 结构不完整")) from error
    profile = _profile_of(pages)
    rows = (*_page_rows(pages, profile), *_text_rows(pages, profile), *_file_rows(fonts, level))
    return Certificate(profile.title, rows)


def _profile_of(pages: Sequence[PageFigures]) -> Profile:
    """Return the profile whose body text has the size that most of the paper is set in; the standard's if none."""
    sizes = Counter(round(letter.size_pt, 1) for page in pages for line in page.lines for letter in line.letters)
    standard = load_profile(DEFAULT_PROFILE)
    for size, _count in sizes.most_common(1):
        return next((each for each in (standard, *load_profiles()) if each.look(Role.BODY).size_pt == size), standard)
    return standard


def _page_rows(pages: Sequence[PageFigures], profile: Profile) -> Iterator[CertificateRow]:
    page = profile.page
    yield compared("5.1", _("纸宽"), page.width_mm, [each.width_mm for each in pages], 0.5, "mm")
    yield compared("5.1", _("纸高"), page.height_mm, [each.height_mm for each in pages], 0.5, "mm")
    upright = [each for each in pages if not each.turned and each.lines]
    body = [(each, _body_lines(each, profile)) for each in upright]
    full = [(each, lines) for each, lines in body if len(lines) >= _LEAST_LINES]
    left = [min(letter.left_pt for line in lines for letter in line.letters) / PT_PER_MM for _page, lines in full]
    right = [max(letter.right_pt for line in lines for letter in line.letters) / PT_PER_MM for _page, lines in full]
    yield compared("5.2.1", _("订口（正文左边）"), page.left_mm, [min(left)] if left else [], 1.0, "mm")
    width = [max(right) - min(left) + _INK_MM] if left else []
    yield compared("5.2.1", _("版心宽"), page.text_width_mm, width, 1.0, "mm")
    row_mm = profile.row_pt / PT_PER_MM
    first = [_cell_top(lines[0], profile) for each, lines in full if lines[0] is each.lines[0]]
    yield compared("5.2.1", _("天头（首行上边）"), page.top_mm, first, 1.0, "mm")
    pitch = [_pitch(lines) for _page, lines in full]
    yield compared("5.2.3", _("行距"), round(row_mm, 2), [each / PT_PER_MM for each in pitch if each], 0.05, "mm")
    most = max((len(each.lines) for each, _lines in full), default=0)
    ok = most <= profile.grid.rows if most else None
    yield told(
        "5.2.3",
        _("每面行数"),
        _("{count} 行").format(count=profile.grid.rows),
        _("最多 {count} 行").format(count=most),
        ok=ok,
    )
    steps = [step for _page, lines in full for line in lines for step in _steps(line)]
    pitch_mm = [statistics.median(steps) / PT_PER_MM] if steps else []
    cell_mm = round(profile.cell_pt / PT_PER_MM, 2)
    yield compared(
        "5.2.3", _("字距（每行 {count} 字）").format(count=profile.grid.chars), cell_mm, pitch_mm, 0.05, "mm"
    )
    yield from _number_rows(pages, profile)


def _number_rows(pages: Sequence[PageFigures], profile: Profile) -> Iterator[CertificateRow]:
    setup, page = profile.page_number, profile.page
    foot = page.top_mm + page.text_height_mm
    numbered = [(each, each.number) for each in pages if each.number is not None and not each.turned]
    below = [number.letters[0].top_pt / PT_PER_MM - foot for _page, number in numbered]
    yield compared("7.5", _("页码一字线距版心下边缘"), setup.below_mm, below, 0.3, "mm")
    inset = setup.inset_chars * setup.size_pt / PT_PER_MM
    sides: list[float] = []
    wrong = 0
    for _page, number in numbered:
        digits = int("".join(letter.character for letter in number.letters if letter.character.isdigit()))
        left = number.letters[0].left_pt / PT_PER_MM - page.left_mm
        right = page.left_mm + page.text_width_mm - number.letters[-1].right_pt / PT_PER_MM
        wrong += (left > right) != (digits % 2 == 1)
        sides.append(min(left, right))
    yield compared("7.5", _("页码距版心边缘（空一字）"), round(inset, 2), sides, 0.5, "mm")
    shown = _("{count} 面不合").format(count=wrong) if wrong else _("{count} 面都合").format(count=len(numbered))
    yield told(
        "7.5", _("单页码居右、双页码居左"), _("都合"), shown if numbered else "", ok=not wrong if numbered else None
    )
    sizes = [number.size_pt for _page, number in numbered]
    yield compared("7.5", _("页码字号（4号）"), setup.size_pt, sizes, 0.1, "pt")


def _text_rows(pages: Sequence[PageFigures], profile: Profile) -> Iterator[CertificateRow]:
    body = profile.look(Role.BODY)
    lines = [line for page in pages for line in page.lines]
    counted = Counter((letter.font, round(letter.size_pt, 1)) for line in lines for letter in line.letters)
    most = counted.most_common(1)
    font, size = most[0][0] if most else ("", 0.0)
    ok = _is(font, ("FangSong", "仿宋", "FZFS", "STFANGSO")) if font else None
    yield told("5.2.2", _("正文字体（仿宋）"), "仿宋", font, ok=ok)
    yield compared("5.2.2", _("正文字号"), body.size_pt, [size] if size else [], 0.1, "pt")
    title = profile.look(Role.TITLE)
    titles = [line for line in lines if abs(line.size_pt - title.size_pt) < 0.1]
    named = titles[0].letters[0].font if titles else ""
    ok = _is(named, ("XiaoBiaoSong", "小标宋", "FZXBS")) if named else None
    yield told("7.3.1", _("标题（2号小标宋体）"), "小标宋", named, ok=ok)
    forbidden = sum(_breaks_badly(page, profile) for page in pages)
    yield told(
        "GB/T 15834 5.1",
        _("行首行末的标点"),
        _("{count} 处不当").format(count=0),
        _("{count} 处不当").format(count=forbidden),
        ok=forbidden == 0,
    )
    red = [rule for page in pages for rule in page.rules if rule.color[0] > 150 and max(rule.color[1:]) < 60]
    widths = [rule.width_pt / PT_PER_MM for rule in red]
    if widths:
        yield compared("7.2.7", _("红色分隔线长（与版心等宽）"), profile.page.text_width_mm, widths, 0.2, "mm")


def _file_rows(fonts: Sequence[tuple[str, bool]], level: str) -> Iterator[CertificateRow]:
    loose = sorted(name for name, embedded in fonts if not embedded)
    shown = listed(loose) if loose else _("{count} 种都已嵌入").format(count=len(fonts))
    yield told("ISO 19005-2 6.2.11", _("字体嵌入"), _("都已嵌入"), shown, ok=not loose)
    yield told("ISO 19005-2", _("存档格式"), "PDF/A", level, ok=bool(level) or None)


def _body_lines(page: PageFigures, profile: Profile) -> list[TextLine]:
    size = profile.look(Role.BODY).size_pt
    return [line for line in page.lines if abs(line.size_pt - size) < 0.1]


def _cell_top(line: TextLine, profile: Profile) -> float:
    """Return the upper edge of the row that a line stands in, in millimetres: its letters are in the row's middle."""
    size = line.size_pt
    return (line.baseline_pt - 0.889 * size - (profile.row_pt - size) / 2) / PT_PER_MM


def _pitch(lines: Sequence[TextLine]) -> float:
    steps = [after.baseline_pt - before.baseline_pt for before, after in pairwise(lines)]
    return statistics.median(steps) if steps else 0.0


def _steps(line: TextLine) -> Iterator[float]:
    """Yield the distances between full characters side by side that are neither marks nor squeezed."""
    for before, after in pairwise(line.letters):
        if "\u4e00" <= before.character <= "\u9fff" and "\u4e00" <= after.character <= "\u9fff":
            yield after.x_pt - before.x_pt


def _breaks_badly(page: PageFigures, profile: Profile) -> int:
    """Return how many lines of body text begin or end with a mark that may not stand there."""
    lines = _body_lines(page, profile)
    begins = sum(line.text[0] in NEVER_FIRST and not line.text.startswith("——") for line in lines)
    return begins + sum(line.text[-1] in NEVER_LAST for line in lines)


def _is(font: str, names: Sequence[str]) -> bool:
    return any(name.lower() in font.lower() for name in names)


def _fonts(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bool]]:
    """Yield the fonts of a file and whether their outlines are in it."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            name = str(item.get("/FontName", ""))
            yield name, any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _level(pdf: pikepdf.Pdf) -> str:
    with pdf.open_metadata() as metadata:
        part, level = metadata.get("pdfaid:part", ""), metadata.get("pdfaid:conformance", "")
    return f"PDF/A-{part}{str(level).lower()}" if part else ""
