from mmap import mmap

from reportlab.pdfbase.pdfdoc import PDFDocument

class TTFError(Exception): ...

class TTFontMaker:
    def add(self, tag: str, data: bytes) -> None: ...
    def makeStream(self) -> bytes: ...

class TTFontFace:
    _ttf_data: bytes | mmap
    name: bytes
    unitsPerEm: int
    ascent: float
    descent: float
    capHeight: float
    bbox: list[object]
    flags: int
    italicAngle: float
    stemV: int
    charToGlyph: dict[int, int]
    glyphPos: list[int]
    hmetrics: list[tuple[int, int]]
    table: dict[str, object]
    def getCharWidth(self, code: int) -> float: ...
    def get_table(self, tag: str) -> bytes: ...
    def get_table_pos(self, tag: str) -> tuple[int, int]: ...
    def get_chunk(self, pos: int, length: int) -> bytes: ...

class TTFont:
    fontName: str
    face: TTFontFace
    # reportlab keeps one state a document here; our font keeps its own kind of value.
    state: dict[PDFDocument, object]
    def __init__(self, name: str, filename: str, *, subfontIndex: int = 0, shapable: bool = True) -> None: ...
