"""The parts of a Word paper as its sections: portrait or landscape, numbered or not, from which page on."""

from collections.abc import Mapping

from docx.text.paragraph import Paragraph

from generators import word_xml
from generators.document import NewPart
from generators.profiles import Profile
from generators.word_body import Body
from generators.word_footers import blank_footer, turned_footer

_TYPES = ("default", "even")


def end_part(body: Body, paragraph: Paragraph, make: NewPart) -> None:
    """End a section of this make with a paragraph (ECMA-376 Part 1, 17.6.18)."""
    section = word_xml.section_of(body.word, _sizes(make), _footers(body, make))
    word_xml.put_section(paragraph, section)


def end_last_part(body: Body, make: NewPart) -> None:
    """Give the last section its make: it has no paragraph of its own (17.6.17)."""
    section = word_xml.section_of(body.word, _sizes(make), _footers(body, make))
    word_xml.replace_last_section(body.word, section)


def _footers(body: Body, make: NewPart) -> Mapping[str, str]:
    """Return the footers of a section that are not the base document's, by type."""
    if not make.numbered:
        return dict.fromkeys(_TYPES, word_xml.add_footer(body.word, "footerBlank", blank_footer(body.ids)))
    if not make.landscape:
        return {}
    return {kind: _turned(body, kind, body.profile) for kind in _TYPES}


def _turned(body: Body, kind: str, profile: Profile) -> str:
    xml = turned_footer(body.ids, profile, even=kind == "even")
    return word_xml.add_footer(body.word, f"footerTurned{kind.title()}", xml)


def _sizes(make: NewPart) -> word_xml.SectionMake:
    return word_xml.SectionMake(make.landscape, make.restart, make.right_hand)
