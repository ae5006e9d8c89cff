"""Builds sources from text, and writes a structure down as lines that a test can read."""

from report.model import Section, SectionKind
from report.source import Source, SourceLine
from report.structure import Structure, find_structure

# A paragraph of running text: several clauses, no slogan, no figure.
TEXT = "全镇上下凝心聚力抓项目、促增收、保民生，各项工作都有了新的进展，群众的日子一天比一天好，大家心里都很踏实。"


def source_of(text: str) -> Source:
    """Return a source with a line for each line of the text that is not blank."""
    return Source(tuple(SourceLine(line.strip()) for line in text.splitlines() if line.strip()))


def structure_of(text: str) -> Structure:
    """Return the structure of a text."""
    return find_structure(source_of(text))


def outline(structure: Structure) -> list[str]:
    """Return the headings, two blanks a level, number and title."""
    return [
        "  " * (section.id.count(".")) + section.number + section.title
        for top in structure.sections
        for section in top.walk()
        if section.kind is SectionKind.HEADING
    ]


def points(structure: Structure) -> list[str]:
    """Return the titles of the points with their numbers."""
    return [section.number + section.title for section in _sections(structure) if section.kind is SectionKind.POINT]


def find(structure: Structure, title: str) -> Section:
    """Return the section with a title."""
    return next(section for section in _sections(structure) if section.title == title)


def _sections(structure: Structure) -> list[Section]:
    return [section for top in structure.sections for section in top.walk()]
