"""Embeds a TrueType face as one Type 0 font (Identity-H), where reportlab would cut it into many simple fonts.

reportlab's own embedding changes fonts in mid-line, writes a wrong ToUnicode beyond the BMP and maps glyph 0 to U+0000,
which PDF/A-2u forbids. Here one character is one two-byte code, the subset holds the used glyphs only, and ToUnicode is
UTF-16BE (ISO 32000-1, 9.7.5 and 9.10.3).
"""

import hashlib
import zlib
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import pack, unpack_from

from reportlab.pdfbase import pdfdoc, ttfonts

# Composite glyph flags of the TrueType glyf table.
_ARG_WORDS = 0x0001
_HAS_SCALE = 0x0008
_MORE_COMPONENTS = 0x0020
_HAS_XY_SCALE = 0x0040
_HAS_2X2 = 0x0080
_KEPT_TABLES = ("cvt ", "fpgm", "prep")
_SYMBOLIC = 4
_NONSYMBOLIC = 32


class Subset:
    """The glyphs of a face that one document has used so far, in the order of their codes."""

    __slots__ = ("__weakref__", "codes", "glyphs", "internal_name", "numbers", "unicode")

    def __init__(self) -> None:
        self.codes: dict[str, bytes] = {}  # character -> two-byte code
        self.glyphs: list[int] = [0]  # code -> glyph of the face
        self.numbers: dict[int, int] = {0: 0}  # glyph of the face -> code
        self.unicode: dict[int, int] = {}  # code -> code point
        self.internal_name = ""


class IdentityFont(ttfonts.TTFont):
    """A TrueType face for reportlab's canvas, embedded whole as Type 0 with two-byte codes."""

    def __init__(self, name: str, path: str, index: int = 0) -> None:
        """Read the face at `index` of a .ttf or .ttc file. Raises reportlab's TTFError for CFF outlines."""
        super().__init__(name, path, subfontIndex=index, shapable=False)
        with Path(path).open("rb") as file:
            # reportlab keeps the whole file in memory, for the few outlines that a subset takes from it.
            self.face._ttf_data = mmap(file.fileno(), 0, access=ACCESS_READ)  # pyright: ignore[reportPrivateUsage]
        self.with_cidset = False  # PDF/A-1 asks for it (ISO 19005-1, 6.3.5), PDF/A-2 does not

    def subset(self, document: pdfdoc.PDFDocument) -> Subset:
        """Return the glyphs that a document has used so far."""
        found = self.state.get(document)
        if not isinstance(found, Subset):
            found = self.state[document] = Subset()
        return found

    def code(self, subset: Subset, character: str) -> bytes:
        """Return the two-byte code of a character, giving it one on first use."""
        point = ord(character)
        glyph = self.face.charToGlyph.get(point, 0)
        number = subset.numbers.get(glyph)
        if number is None:
            number = subset.numbers[glyph] = len(subset.glyphs)
            subset.glyphs.append(glyph)
        if number:
            subset.unicode.setdefault(number, point)
        code = subset.codes[character] = pack(">H", number)
        return code

    def splitString(  # noqa: N802
        self, text: str | bytes, doc: pdfdoc.PDFDocument, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """Return the text as one run of codes; called by reportlab."""
        words = text.decode(encoding) if isinstance(text, bytes) else text
        subset = self.subset(doc)
        return [(0, b"".join(subset.codes.get(ch) or self.code(subset, ch) for ch in words))]

    def getSubsetInternalName(self, subset: int, doc: pdfdoc.PDFDocument) -> str:  # noqa: N802, ARG002
        """Return the name that page contents use for this font; called by reportlab."""
        used = self.subset(doc)
        if not used.internal_name:
            used.internal_name = f"F{len(doc.fontMapping) + 1}"
            doc.fontMapping[self.fontName] = f"/{used.internal_name}"
            doc.delayedFonts.append(self)
        return f"/{used.internal_name}+0"

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802
        """Write the font's objects into a document that is being saved; called by reportlab."""
        subset = self.subset(doc)
        program, glyphs = self._program(subset)
        # The tag names the subset (ISO 32000-1, 9.6.4); from the bytes, so that the same document has the same bytes.
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
        base = f"{tag}+{self.face.name.decode('ascii')}"
        descriptor = self._descriptor(doc, base, program, len(glyphs))
        descendant = _dictionary(
            Type="/Font",
            Subtype="/CIDFontType2",
            BaseFont=pdfdoc.PDFName(base),
            CIDSystemInfo=_dictionary(
                Registry=pdfdoc.PDFString("Adobe"), Ordering=pdfdoc.PDFString("Identity"), Supplement=0
            ),
            FontDescriptor=doc.Reference(descriptor, f"descriptor:{base}"),
            DW=1000,
            W=self._widths(glyphs),
            CIDToGIDMap="/Identity",
        )
        font = _dictionary(
            Type="/Font",
            Subtype="/Type0",
            BaseFont=pdfdoc.PDFName(base),
            Encoding="/Identity-H",
            DescendantFonts=pdfdoc.PDFArray([doc.Reference(descendant, f"descendant:{base}")]),
            ToUnicode=_stream(doc, _to_unicode(subset.unicode), f"tounicode:{base}"),
        )
        name = f"{subset.internal_name}+0"
        doc.idToObject["BasicFonts"].dict[name] = doc.Reference(font, name)
        del self.state[doc]

    def _descriptor(self, doc: pdfdoc.PDFDocument, base: str, program: bytes, glyphs: int) -> pdfdoc.PDFDictionary:
        face = self.face
        descriptor = _dictionary(
            Type="/FontDescriptor",
            Ascent=face.ascent,
            CapHeight=face.capHeight,
            Descent=face.descent,
            Flags=(face.flags & ~_NONSYMBOLIC) | _SYMBOLIC,
            FontBBox=pdfdoc.PDFArray(face.bbox),
            FontName=pdfdoc.PDFName(base),
            ItalicAngle=face.italicAngle,
            StemV=face.stemV,
            FontFile2=_stream(doc, program, f"program:{base}", Length1=len(program)),
        )
        if self.with_cidset:
            bits = bytearray((glyphs + 7) // 8)
            for number in range(glyphs):
                bits[number >> 3] |= 0x80 >> (number & 7)
            descriptor.dict["CIDSet"] = _stream(doc, bytes(bits), f"cidset:{base}")
        return descriptor

    def _widths(self, glyphs: list[int]) -> pdfdoc.PDFArray:
        units = self.face.unitsPerEm
        rows: list[object] = []
        for number, glyph in enumerate(glyphs):
            width = round(self.face.hmetrics[glyph][0] * 1000 / units, 3)
            if width != 1000:
                rows += [number, pdfdoc.PDFArray([width])]
        return pdfdoc.PDFArray(rows)

    def _program(self, subset: Subset) -> tuple[bytes, list[int]]:
        """Return a TrueType file of the used glyphs and the parts of composed ones, and the glyphs in its order."""
        face = self.face
        table = face.get_table_pos("glyf")[0]
        glyphs, numbers = list(subset.glyphs), dict(subset.numbers)
        outlines: list[bytes] = []
        offsets: list[int] = []
        position = done = 0
        while done < len(glyphs):
            first, after = face.glyphPos[glyphs[done]], face.glyphPos[glyphs[done] + 1]
            outline = _renumbered(face.get_chunk(table + first, after - first), glyphs, numbers)
            offsets.append(position)
            outlines.append(outline + b"\0" * (-len(outline) % 4))
            position += len(outlines[-1])
            done += 1
        offsets.append(position)
        maker = ttfonts.TTFontMaker()
        for tag in _KEPT_TABLES:
            if tag in face.table:
                maker.add(tag, face.get_table(tag))
        count = len(glyphs)
        metrics = b"".join(pack(">HH", int(w), int(left) & 0xFFFF) for w, left in (face.hmetrics[g] for g in glyphs))
        maker.add("hmtx", metrics)
        maker.add("hhea", _with_ushort(face.get_table("hhea"), 34, count))
        maker.add("maxp", _with_ushort(face.get_table("maxp"), 4, count))
        maker.add("glyf", b"".join(outlines))
        maker.add("loca", pack(f">{len(offsets)}L", *offsets))
        maker.add("head", _with_ushort(face.get_table("head"), 50, 1))
        return maker.makeStream(), glyphs


def _renumbered(outline: bytes, glyphs: list[int], numbers: dict[int, int]) -> bytes:
    """Return an outline whose parts are named by their new numbers; parts not yet used are added to `glyphs`."""
    if len(outline) <= 10 or not outline[0] & 0x80:  # a negative number of contours: composed of other glyphs
        return outline
    changed = bytearray(outline)
    at = 10
    while True:
        flags, part = unpack_from(">HH", changed, at)
        if part not in numbers:
            numbers[part] = len(glyphs)
            glyphs.append(part)
        changed[at + 2 : at + 4] = pack(">H", numbers[part])
        at += 4 + (4 if flags & _ARG_WORDS else 2)
        at += 2 if flags & _HAS_SCALE else 4 if flags & _HAS_XY_SCALE else 8 if flags & _HAS_2X2 else 0
        if not flags & _MORE_COMPONENTS:
            return bytes(changed)


def _to_unicode(points: dict[int, int]) -> bytes:
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    pairs = sorted(points.items())
    for start in range(0, len(pairs), 100):  # at most 100 a block (Adobe Technical Note 5411)
        block = pairs[start : start + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{number:04X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for number, point in block]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")


def _with_ushort(table: bytes, offset: int, value: int) -> bytes:
    return table[:offset] + pack(">H", value) + table[offset + 2 :]


def _dictionary(**entries: object) -> pdfdoc.PDFDictionary:
    return pdfdoc.PDFDictionary(entries)


def _stream(doc: pdfdoc.PDFDocument, content: bytes, name: str, **entries: int) -> pdfdoc.PDFObjectReference:
    """Add a deflated stream. Level 2: a third of the time of reportlab's level 6, for 5 % more bytes."""
    stream = pdfdoc.PDFStream(content=zlib.compress(content, 2))
    stream.dictionary["Filter"] = "/FlateDecode"
    for key, value in entries.items():
        stream.dictionary[key] = value
    return doc.Reference(stream, name)
