class PDFObject: ...
class PDFObjectReference: ...

class PDFCatalog:
    StructTreeRoot: PDFObjectReference

class PDFDictionary:
    dict: dict[str, object]
    def __init__(self, dict: dict[str, object] | None = None) -> None: ...
    def __setitem__(self, name: str, value: object) -> None: ...

class PDFStream:
    dictionary: PDFDictionary
    content: str | bytes
    filters: list[object] | None
    def __init__(self, dictionary: PDFDictionary | None = None, content: str | bytes | None = None) -> None: ...

class PDFDocument:
    compression: int
    Catalog: PDFCatalog
    idToObjectNumberAndVersion: dict[str, tuple[int, int]]
    fontMapping: dict[str, str]
    delayedFonts: list[object]
    idToObject: dict[str, PDFDictionary]
    def Reference(self, obj: object, name: str | None = None) -> PDFObjectReference: ...

class PDFArray:
    def __init__(self, sequence: list[object]) -> None: ...

def PDFName(data: str) -> str: ...

class PDFString:
    def __init__(self, s: str) -> None: ...

PDFZCompress: object
