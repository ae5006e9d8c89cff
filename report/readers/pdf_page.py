"""What is taken from a page of a PDF: pieces of text with their places. Crosses from the child process as JSON."""

import msgspec


class Piece(msgspec.Struct, frozen=True, array_like=True):
    """A stretch of text on one baseline without a wide gap. Points, turned so that the text runs to the right, y up."""

    text: str
    left: float  # of the first character that is not blank
    right: float  # of the last one
    base: float  # y of the baseline
    size: float  # of the font, as drawn
    turn: int = 0  # quarter turns to the left that the text had on its page


class Page(msgspec.Struct, frozen=True, array_like=True):
    """The text of one page, in the order it was drawn."""

    width: float  # points, as the page is shown
    height: float
    pieces: tuple[Piece, ...]
    characters: int  # that are not blank
    unmapped: int  # how many of them the file gives no Unicode for; they stand as U+FFFD
    picture: bool = False  # it shows a picture and hardly a character
    blank: bool = False  # nothing is drawn on it, or nothing that could be decoded


class Told(msgspec.Struct, frozen=True):
    """What the child process says at the end; `failure` is "" where all pages were read."""

    failure: str = ""
    pages: int = 0
