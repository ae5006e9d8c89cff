"""Says shortly where in the report something stands: 一（二）第3段. Pure."""

from bisect import bisect_right

from report.model import Report, Section, SectionKind

_TITLE_CHARS = 8
_CLOSING = "、.．,， "


class Places:
    """The headings and paragraphs of one report, read once."""

    def __init__(self, report: Report) -> None:
        """Take the report."""
        self._report = report
        self._paths: list[tuple[Section, ...]] = []
        self._starts: list[int] = []
        for section in report.sections:
            self._note(section, ())
        text = report.text
        lines = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
        ends = [*(start - 1 for start in lines[1:]), len(text)]
        self._lines = [start for start, end in zip(lines, ends, strict=True) if text[start:end].strip()]

    def _note(self, section: Section, above: tuple[Section, ...]) -> None:
        path = (*above, section)
        if section.kind is not SectionKind.POINT:
            self._starts.append(section.start)
            self._paths.append(path)
        for child in section.children:
            self._note(child, path)
        if section.kind is not SectionKind.POINT and section.children:
            self._starts.append(section.end)
            self._paths.append(above)

    def path(self, offset: int) -> tuple[Section, ...]:
        """Return the headings that something stands under, outermost first; a report without headings has none."""
        at = bisect_right(self._starts, offset) - 1
        path = self._paths[at] if at >= 0 else ()
        return tuple(each for each in path if each.kind is not SectionKind.BODY and offset < each.end)

    def words(self, offset: int) -> str:
        """Return the numbers of the headings above, as the report has them, and the paragraph under the last one.

        A heading without a number is named by its first words. Rows of the report's own tables are told as such.
        """
        path = self.path(offset)
        above = "".join(heading_mark(section) for section in path)
        for number, table in enumerate(self._report.tables, 1):
            if table.start <= offset < table.end:
                row = sum(1 for row in table.rows if row and row[0].start <= offset)
                return f"{above}表{number}第{row}行"
        return above + self._paragraph(path[-1] if path else None, offset)

    def _paragraph(self, section: Section | None, offset: int) -> str:
        if section is not None and offset < section.body_start:
            return "标题"
        first = 0
        if section is not None:
            text, begin = self._report.text, section.body_start
            while begin < len(text) and text[begin].isspace():
                begin += 1
            first = bisect_right(self._lines, begin) - 1
        return f"第{bisect_right(self._lines, offset) - max(first, 0)}段"


def heading_mark(section: Section) -> str:
    """Return what a place calls a heading: its number without the mark behind it, else its first words."""
    if section.number.strip(_CLOSING):
        return section.number.strip(_CLOSING)
    if len(section.title) <= _TITLE_CHARS:
        return f"“{section.title}”"
    return f"“{section.title[:_TITLE_CHARS]}…”"
