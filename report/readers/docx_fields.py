"""Fields of a Word document: their results are text, their instructions are not (17.16)."""

from dataclasses import dataclass, field

from report.readers.docx_xml import Element, attribute, short

_STORIES = frozenset({"w:txbxContent", "w:footnote", "w:endnote"})


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list[str])
    in_result: bool = False
    in_contents: bool = False


class Fields:
    """The fields open at a place of a story; they nest, and run over several paragraphs."""

    def __init__(self, unended: frozenset[Element]) -> None:
        """Take the field beginnings that never end; they are no fields, else they would swallow the rest."""
        self._unended = unended
        self._open: list[_Field] = []
        self._silent = 0  # open fields whose result has not begun
        self._contents = 0  # open tables of contents

    def character(self, element: Element) -> None:
        """Take a `w:fldChar`."""
        match attribute(element, "fldCharType"):
            case "begin":
                if element not in self._unended:
                    self._open.append(_Field())
                    self._silent += 1
            case "separate":
                if self._open and not self._open[-1].in_result:
                    self._begin_result(self._open[-1])
            case "end":
                if self._open:
                    self._end(self._open.pop())
            case _:
                pass

    @property
    def shows_text(self) -> bool:
        """Return whether text that stands here is printed."""
        return self._silent == 0

    @property
    def in_contents(self) -> bool:
        """Return whether text that stands here belongs to a table of contents."""
        return self._contents > 0

    def _begin_result(self, begun: _Field) -> None:
        begun.in_result = True
        begun.in_contents = "".join(begun.instruction).split()[:1] == ["TOC"]
        self._silent -= 1
        self._contents += begun.in_contents

    def _end(self, ended: _Field) -> None:
        self._silent -= not ended.in_result
        self._contents -= ended.in_contents

    def instruction(self, text: str) -> None:
        """Take a piece of an instruction."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction.append(text)


def unended_fields(root: Element) -> frozenset[Element]:
    """Return the `w:fldChar` that begin a field which never ends in its story."""
    open_: dict[Element, list[Element]] = {}
    for element in root.iter("{*}fldChar"):
        story = root
        skipped = False
        for above in element.iterancestors():
            name = short(above.tag)
            if name == "mc:Fallback":
                skipped = True
            if name in _STORIES:
                story = above
                break
        if skipped:
            continue
        begun = open_.setdefault(story, [])
        match attribute(element, "fldCharType"):
            case "begin":
                begun.append(element)
            case "end":
                if begun:
                    begun.pop()
            case _:
                pass
    return frozenset(element for begun in open_.values() for element in begun)
