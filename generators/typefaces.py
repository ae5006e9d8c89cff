"""Characters to glyphs: for each character the face that has it and the width it takes."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from struct import unpack

from reportlab.pdfbase.ttfonts import TTFError

from generators.fonts import FontFile, FontPlan
from generators.linebreak import PAIRED
from generators.pdf_font import IdentityFont
from generators.profiles import LATIN_FROM_OWN, FontRole
from report.errors import Failure, UserError


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """A character as it will be drawn."""

    character: str
    font: IdentityFont | None  # None: nothing is drawn, for want of a glyph or because the character has no shape
    advance: float  # natural width in em
    full: bool  # takes a whole cell of the grid
    missing: bool = False  # no font has it
    stretch: str = ""  # neighbours with the same one are drawn in one go; "": drawn by itself


class Typeface:
    """The chain of faces of one role. Finds each character's glyph once."""

    def __init__(self, files: tuple[FontFile, ...], latin: FontFile | None) -> None:
        """Look characters up in `files` in order; ASCII in `latin` first where there is one."""
        self._files = files
        self._latin = latin
        self._glyphs: dict[str, Glyph] = {}

    def glyph(self, character: str) -> Glyph:
        """Return a character's glyph; one without font is drawn as blank and marked missing."""
        return self.glyphs(character)[0]

    def glyphs(self, text: str) -> list[Glyph]:
        """Return the glyphs of a text, one a character."""
        for character in set(text).difference(self._glyphs):
            self._glyphs[character] = self._find(character)
        return list(map(self._glyphs.__getitem__, text))

    def own(self) -> IdentityFont:
        """Return the role's own face."""
        return load_font(self._files[0])

    def _find(self, character: str) -> Glyph:
        point = ord(character)
        full = takes_a_cell(character)
        if unicodedata.category(character) in ("Cf", "Cc"):
            return Glyph(character, None, 0, full=False)
        chain = (self._latin, *self._files) if self._latin is not None and point < 0x80 else self._files
        for file in chain:
            font = load_font(file)
            if font.face.charToGlyph.get(point):
                advance = font.face.getCharWidth(point) / 1000
                return Glyph(character, font, advance, full, stretch=_stretch(character, font, advance, full=full))
        return Glyph(character, None, 1.0 if full else 0.5, full, missing=True)


def _stretch(character: str, font: IdentityFont, advance: float, *, full: bool) -> str:
    if full and advance != 1.0:
        return ""
    kind = character if character == " " or character in PAIRED else "full" if full else "narrow"
    return f"{font.fontName} {kind}"


@cache
def load_font(file: FontFile) -> IdentityFont:
    """Return a face, read once in the process. Raises UserError where the file is gone or broken."""
    try:
        return IdentityFont(f"{file.path.stem}#{file.index}", str(file.path), file.index)
    except (OSError, TTFError) as error:
        raise UserError(Failure.FONT_MISSING, name=file.path.name) from error


@cache
def make_typeface(role: FontRole, plan: FontPlan) -> Typeface:
    """Return the typeface of a role from a plan of fonts; the glyphs it finds are found once in the process."""
    latin = None if role in LATIN_FROM_OWN else plan.own(FontRole.LATIN)
    return Typeface(plan.files[role], latin)


def takes_a_cell(character: str) -> bool:
    """Tell whether a character takes a whole cell: wide and full-width ones, and marks such as “ ” — … · ① ℃.

    The ambiguous class of Unicode Standard Annex 11 is wide in Chinese text; its letters (é, α in formulas) are not.
    """
    if character < "\x80":
        return False
    match unicodedata.east_asian_width(character):
        case "W" | "F":
            return True
        case "A":
            return not unicodedata.category(character).startswith("L")
        case _:
            return False


def ink_of(font: IdentityFont, character: str) -> tuple[float, float, float, float]:
    """Return the box of a character's ink in em, from the origin: left, bottom, right, top."""
    face = font.face
    table = face.get_table_pos("glyf")[0]
    at = table + face.glyphPos[face.charToGlyph[ord(character)]]
    left, bottom, right, top = unpack(">4h", face.get_chunk(at + 2, 8))
    units = face.unitsPerEm
    return left / units, bottom / units, right / units, top / units
