"""Finds headings, points, front and end matter in the lines of a source."""

from report.structure.find import Structure, find_structure

__all__ = ["Structure", "find_structure"]
