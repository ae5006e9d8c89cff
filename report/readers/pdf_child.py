"""A process of its own that reads a PDF from standard input and writes its pages to standard output, a JSON a line.

PDFium is not safe in threads, can be made to work for hours by a small file, and may end its process: it works apart.
"""

import contextlib
import sys
from typing import Final

import msgspec
from pypdfium2 import PdfDocument, PdfiumError

from report.readers.child_limits import limit_memory, limit_time
from report.readers.child_message import taken_apart
from report.readers.pdf_page import Page, Told
from report.readers.pdf_pieces import page_text

MOST_PAGES: Final = 10_000
PAGE_SECONDS: Final = 10  # for one page, and for opening; a page of prose takes a hundredth of one
_MEMORY: Final = 500 * 1024**2  # bytes beside the copies of the file

# FPDF_ERR_SUCCESS, _PASSWORD and _SECURITY: a file whose only fault is that it has no page does not open.
_FAILURES: Final = {0: "empty", 4: "password", 5: "password"}


def main() -> None:
    """Read standard input to its end, then write a `Page` a line and a `Told` last."""
    password, data = taken_apart(sys.stdin.buffer.read())
    limit_memory(_MEMORY + 3 * len(data))
    limit_time(PAGE_SECONDS)
    told = _read(data, password)
    sys.stdout.buffer.write(msgspec.json.encode(told) + b"\n")
    sys.stdout.buffer.flush()


def _read(data: bytes, password: str) -> Told:
    try:
        document = PdfDocument(data, password=password or None)
        count = len(document)
    except PdfiumError as error:
        return Told(_FAILURES.get(error.err_code or 0, "damaged"))
    if count > MOST_PAGES:
        return Told("pages", count)
    read = 0
    for index in range(count):
        limit_time(PAGE_SECONDS)
        page = Page(0, 0, (), 0, 0)
        with contextlib.suppress(PdfiumError):
            opened = document[index]
            page = page_text(opened)
            opened.close()
            read += 1
        sys.stdout.buffer.write(msgspec.json.encode(page) + b"\n")
    return Told("" if read or not count else "damaged", count)


if __name__ == "__main__":
    main()
