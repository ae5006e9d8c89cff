"""From flat finds to the tree of sections: children inside parents, parents one after another over the whole text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from report.model import Section, SectionKind
from report.structure.marks import without_marks


@dataclass(frozen=True, slots=True)
class Node:
    """A section before it has an id and an end. Depth 1 stands at the top."""

    kind: SectionKind
    depth: int
    number: str
    title: str
    start: int
    body_start: int
    end: int | None = None  # None: up to the next section of this depth or above


def grow(nodes: Sequence[Node], length: int) -> tuple[Section, ...]:
    """Return the sections of nodes that stand in reading order; the first begins the text of `length` characters."""
    if not nodes:
        return ()
    ends = _ends(nodes, length)
    top: list[Section] = []
    open_: list[tuple[Node, int, list[Section]]] = []

    def close(depth: int) -> None:
        while open_ and open_[-1][0].depth >= depth:
            node, end, children = open_.pop()
            title = without_marks(node.title)
            section = Section("", node.kind, node.number, title, node.start, node.body_start, end, tuple(children))
            (open_[-1][2] if open_ else top).append(section)

    for node, end in zip(nodes, ends, strict=True):
        close(node.depth)
        open_.append((node, end, []))
    close(0)
    return tuple(_numbered(section, str(at)) for at, section in enumerate(top, 1))


def _ends(nodes: Sequence[Node], length: int) -> list[int]:
    """The end of each node: its own, but never behind the next node of its depth or above."""
    ends = [length] * len(nodes)
    waiting: list[int] = []
    for at, node in enumerate(nodes):
        while waiting and nodes[waiting[-1]].depth >= node.depth:
            ends[waiting.pop()] = node.start
        waiting.append(at)
    above: list[int] = []
    for at, node in enumerate(nodes):
        while above and nodes[above[-1]].depth >= node.depth:
            above.pop()
        limits = [ends[at], *([node.end] if node.end is not None else []), *([ends[above[-1]]] if above else [])]
        ends[at] = min(limits)
        above.append(at)
    return ends


def _numbered(section: Section, name: str) -> Section:
    children = tuple(_numbered(child, f"{name}.{at}") for at, child in enumerate(section.children, 1))
    return replace(section, id=name, children=children)
