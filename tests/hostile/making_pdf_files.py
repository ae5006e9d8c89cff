"""PDF files that are damaged, encrypted, scanned, bombs, or laid out in an odd way."""

import re
import struct
import zlib
from collections.abc import Sequence
from io import BytesIO

import pikepdf

from tests.hostile.invented import LINES
from tests.report.making_pdf import LEADING, LEFT, SIZE, TOP, Print, assembled, pdf, set_in_lines

HELLO = "BT /F 12 Tf 72 700 Td (Hello report) Tj ET "
SENTENCE = "地区生产总值完成135.6亿元，增长5.1%。"
_MB = 1024**2


def stream(content: bytes, keys: str = "") -> str:
    """Return a stream object."""
    return f"<< {keys} /Length {len(content)} >>\nstream\n{content.decode('latin-1')}\nendstream"


def document(
    contents: str = "",
    more: Sequence[str] = (),
    *,
    resources: str = "",
    box: str = "[0 0 612 792]",
    count: int = 1,
    kids: str = "3 0 R",
    catalog: str = "",
) -> bytes:
    """Return a file of one page that says hello. Objects 7 and on are `more`."""
    return assembled(
        [
            f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
            f"<< /Type /Pages /Count {count} /Kids [{kids}] >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 5 0 R /Resources 6 0 R >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            contents or stream(HELLO.encode()),
            f"<< /Font << /F 4 0 R >> {resources} >>",
            *more,
        ]
    )


def report(pages: int = 1) -> bytes:
    """Return the report, set in lines, on so many pages."""
    return pdf([set_in_lines([f"第{number + 1}页。{SENTENCE}", *LINES[:6]]) for number in range(pages)])


# Scans and passwords


def scanned() -> bytes:
    """Return two pages of pictures."""
    return pdf([[], []], pictures=(0, 1))


def partly_scanned() -> bytes:
    """Return a page that is a picture between two of text."""
    page = set_in_lines([SENTENCE])
    return pdf([page, [], page], pictures=(1,))


def encrypted(user: str, revision: int = 3) -> bytes:
    """Return the report with an owner's password and a user's, "" for none: RC4 at revision 3, AES-256 at 6."""
    made = BytesIO()
    strong = revision > 3
    with pikepdf.open(BytesIO(pdf([set_in_lines([SENTENCE])]))) as plain:
        allowed = pikepdf.Permissions(extract=False)
        locked = pikepdf.Encryption(
            owner="owner", user=user, R=6 if strong else 3, aes=strong, metadata=strong, allow=allowed
        )
        plain.save(made, encryption=locked)
    return made.getvalue()


# Damage


def lost_start() -> bytes:
    """Return the report with a start of its table that points nowhere."""
    return re.sub(rb"startxref\n\d+", b"startxref\n99999999", report())


def shifted() -> bytes:
    """Return the report with all places wrong by 779 bytes, as if edited as text."""
    return report().replace(b"%PDF-1.7\n", b"%PDF-1.7\n%" + b"y" * 777 + b"\n", 1)


def page_circle() -> bytes:
    """Return a page tree that contains itself."""
    return document(kids="2 0 R", count=2)


def deep_tree(levels: int) -> bytes:
    """Return a page tree of so many levels with one page at its end."""
    middle = [f"<< /Type /Pages /Count 1 /Parent {6 + at} 0 R /Kids [{8 + at} 0 R] >>" for at in range(levels)]
    page = f"<< /Type /Page /Parent {6 + levels} 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources 6 0 R >>"
    return document(more=[*middle, page], kids="7 0 R")


def many_pages(count: int) -> bytes:
    """Return so many pages that are all but one blank."""
    blank = ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"] * (count - 1)
    kids = " ".join(f"{at} 0 R" for at in (3, *range(7, 6 + count)))
    return document(more=blank, kids=kids, count=count)


# Bombs


def inflating(megabytes: int, *, run_length: bool = False) -> bytes:
    """Return a page whose contents are a few KB, and so many MiB once decoded."""
    packer = zlib.compressobj(9)
    if run_length:  # each pair of bytes stands for 128 blanks, so 16 KiB for a MiB
        block, blocks, kinds = b"\x81 " * (8 * 1024), megabytes, "/FlateDecode /FlateDecode /RunLengthDecode"
    else:
        block, blocks, kinds = b" " * _MB, megabytes, "/FlateDecode /FlateDecode"
    inner = b"".join(packer.compress(block) for _ in range(blocks)) + packer.flush()
    return document(stream(zlib.compress(inner, 9), f"/Filter [{kinds}]"))


def forms_in_forms() -> bytes:
    """Return drawings nested ten times, each of which draws the next ten times: 10^10 texts."""
    forms = [
        stream(
            f"/X{at + 1} Do ".encode() * 10 if at < 9 else HELLO.encode(),
            "/Type /XObject /Subtype /Form /BBox [0 0 612 792]"
            f" /Resources << /Font << /F 4 0 R >> /XObject << /X{at + 1} {8 + at} 0 R >> >>",
        )
        for at in range(10)
    ]
    return document(stream(b"/X0 Do"), forms, resources="/XObject << /X0 7 0 R >>")


# Odd but lawful


def actions() -> bytes:
    """Return a page with a script, a program to launch, and an address to open."""
    script = "/OpenAction << /S /JavaScript /JS (app.alert('PWNED')) /Next << /S /Launch /F (PWNED.exe) >> >>"
    return document(catalog=f"{script} /AA << /WC << /S /URI /URI (http://127.0.0.1:9/PWNED) >> >>")


def radicals() -> bytes:
    """Return text whose font gives radicals and a compatibility ideograph for characters."""
    return pdf([set_in_lines(["⼀⼆⼈共同努⼒，改善⾦色⽔乡。", SENTENCE])])


def unmapped() -> bytes:
    """Return text whose font says of no glyph which character it is."""
    return pdf([set_in_lines([SENTENCE] * 5)], mapped=False)


def columns() -> bytes:
    """Return a page of two columns."""
    rows = range(20)
    left = [Print(LEFT - 30, TOP - LEADING * at, f"左栏第{at + 1}行写满一行为止", 10) for at in rows]
    right = [Print(LEFT + 230, TOP - LEADING * at, f"右栏第{at + 1}行写满一行为止", 10) for at in rows]
    return pdf([[each for pair in zip(left, right, strict=True) for each in pair]])


def rotated(turn: int) -> bytes:
    """Return a page that is shown turned."""
    return pdf([set_in_lines([SENTENCE])], rotate=turn)


def with_attachment() -> bytes:
    """Return the report with an author, a path and a program attached."""
    made = BytesIO()
    with pikepdf.open(BytesIO(report())) as plain:
        plain.docinfo["/Author"] = "zhangsan"
        plain.docinfo["/Keywords"] = "C:\\Users\\zhangsan\\报告.doc"
        plain.attachments["PWNED.exe"] = b"MZ"
        plain.save(made)
    return made.getvalue()


def invisible() -> bytes:
    """Return a line that is there to be found and not drawn, as recognised text is written behind a scan."""
    return pdf([[Print(LEFT, TOP, "可见文字135.6亿元", SIZE, mode=3)]])


def padded(size: int) -> bytes:
    """Return the report and so many bytes of picture behind it."""
    noise = struct.pack("<I", 9704) * (size // 4)
    return document(more=[stream(noise)])
