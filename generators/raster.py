"""Turns the pages of a PDF into pictures, for the preview and the printer. The pages are the file's own."""

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels: 4 bytes each, blue, green, red, unused."""

    width: int
    height: int
    stride: int  # bytes a row
    pixels: bytes


def render_page(pdf: bytes, page: int, scale: float) -> Picture:
    """Return page `page` (from 0) of a PDF at `scale` pixels a point."""
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[page].render(scale=scale, prefer_bgrx=True, rev_byteorder=False)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
