"""The words of a SmartArt drawing, from its data part (ISO/IEC 29500-1, 21.4.2), a line a paragraph."""

from collections import defaultdict

from report.readers.cleaning import on_one_line, without_controls
from report.readers.docx_xml import Element, child, children, number, short
from report.source import SourceLine


def diagram_lines(root: Element) -> list[SourceLine]:
    """Return the lines of a diagram: its points in the order of the tree, then those that hang nowhere."""
    points = {each.get("modelId") or "": each for each in children(child(root, "dgm:ptLst"), "dgm:pt")}
    below = _tree(root)
    tops = [identity for identity, point in points.items() if point.get("type") == "doc"]
    lines: list[SourceLine] = []
    done: set[str] = set()
    waiting = [*reversed(points), *tops]
    while waiting:
        identity = waiting.pop()
        if identity in done or identity not in points:
            continue
        done.add(identity)
        lines.extend(_lines(child(points[identity], "dgm:t")))
        waiting.extend(reversed(below[identity]))
    return lines


def _tree(root: Element) -> defaultdict[str, list[str]]:
    """Return the points below each point, in their order."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for each in children(child(root, "dgm:cxnLst"), "dgm:cxn"):
        if each.get("type", "parOf") == "parOf":
            found[each.get("srcId") or ""].append((number(each.get("srcOrd")) or 0, each.get("destId") or ""))
    return defaultdict(list, {source: [below for _order, below in sorted(each)] for source, each in found.items()})


def _lines(text: Element | None) -> list[SourceLine]:
    lines: list[SourceLine] = []
    for paragraph in children(text, "a:p"):
        pieces = (each.text or "" if short(each.tag) == "a:t" else "\n" for each in paragraph.iter("{*}t", "{*}br"))
        line = without_controls(on_one_line("".join(pieces)))[0].strip()
        if line:
            lines.append(SourceLine(line))
    return lines
