"""Puts words into paragraphs of a Word document: their character styles, and only what XML can hold."""

import re
from collections.abc import Iterable
from typing import Final

from docx.text.paragraph import Paragraph

from generators import word_xml
from generators.document import Role, Run
from generators.word_styles import RUN_IN_NAMES

# XML 1.0, 2.2: control characters and surrogates are no characters of a document.
UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def add_runs(paragraph: Paragraph, runs: Iterable[Run], role: Role) -> None:
    """Add runs to a paragraph of a role; a run with a role of its own takes that role's character style."""
    for run in runs:
        style = None if run.role is None or run.role is role else RUN_IN_NAMES.get(run.role)
        add_words(paragraph, run.text, style)


def add_words(paragraph: Paragraph, text: str, style: str | None = None) -> None:
    """Add a run; what XML cannot hold is left out, and a line or tab inside a paragraph is a space."""
    words = printable(text)
    if words:
        run = paragraph.add_run(words, style)
        if word_xml.needs_east_asian_hint(words):
            word_xml.set_east_asian_hint(run)


def printable(text: str) -> str:
    """Return what XML 1.0 can hold of a text, on one line."""
    spaced = " ".join(text.splitlines()).replace("\t", " ")
    return UNPRINTABLE.sub("", spaced)
