"""The parts of a Word paper as its sections: portrait or landscape, numbered or not, from which page on."""

from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from generators import word_xml
from generators.document import NewPart


def end_part(word: WordDocument, paragraph: Paragraph, make: NewPart) -> None:
    """End a section of this make with a paragraph (ECMA-376 Part 1, 17.6.18)."""
    word_xml.put_section(paragraph, word_xml.section_of(word, _sizes(make), blank=not make.numbered))


def end_last_part(word: WordDocument, make: NewPart) -> None:
    """Give the last section its make: it has no paragraph of its own (17.6.17)."""
    word_xml.replace_last_section(word, word_xml.section_of(word, _sizes(make), blank=not make.numbered))


def _sizes(make: NewPart) -> word_xml.SectionMake:
    return word_xml.SectionMake(make.landscape, make.restart, make.right_hand)
