"""From the bytes of a web page to characters: by its mark, by what it declares, else by its bytes."""

import codecs
import re
from typing import Final

from report.readers.encodings import Decoded, decode

_HEAD: Final = 4096  # bytes in which a declaration stands; browsers look through 1,024 (HTML, 13.2.3.2)
_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# Pages that say GB2312 hold GBK, and names of people beyond it; GB 18030 reads them all (Encoding Standard, 4.2).
_WIDER: Final = {"gb2312": "gb18030", "gbk": "gb18030", "hz": "hz"}


def decode_page(data: bytes, declared: str = "") -> Decoded | None:
    """Return the text of a page, or None where no encoding fits. `declared` comes from outside and goes first."""
    if data.startswith(_MARKS):
        return decode(data)
    found = _DECLARED.search(data[:_HEAD])
    for name in (declared, found.group(1).decode("ascii") if found else ""):
        text = _strictly(data, name)
        if text is not None:
            return Decoded(text, name.upper())
    return decode(data)


def _strictly(data: bytes, name: str) -> str | None:
    try:
        codec = codecs.lookup(name).name
        # UTF-16 cannot declare itself in bytes that are read one by one.
        return None if codec.startswith("utf-16") else data.decode(_WIDER.get(codec, codec))
    except (LookupError, ValueError):
        return None
