"""Why a file that is whole is not read: it is of another format. Says which, and what can be done."""

from typing import Final

from report.errors import Failure, UserError
from report.readers.content import Content, content_name
from report.readers.sniff import promised, suffix
from report.words import _

# What Word or WPS opens and saves as .docx.
_CONVERTIBLE: Final = frozenset(
    {
        Content.WORD_BINARY,
        Content.WORD_OLD,
        Content.WORD_XML,
        Content.WORKS,
        Content.OLE,
        Content.RTF,
        Content.OPEN_DOCUMENT,
        Content.HTML,
        Content.WEB_ARCHIVE,
        Content.UOF,
    }
)


def refusal(content: Content, name: str, formats: str) -> UserError:
    """Return the failure for a file of a format that is not read; `formats` are those that are, as a person writes."""
    what = content_name(content)
    said = promised(name)
    if content is Content.OFD:
        return UserError(Failure.NEEDS_OFD_READER, name=name)
    if content in _CONVERTIBLE and said is not Content.PDF:
        return UserError(Failure.NEEDS_CONVERTER, name=name, what=what)
    if said is not None and said is not content:
        return UserError(
            Failure.WRONG_CONTENT, name=name, what=_("{what}，不是 {said}").format(what=what, said=_short(said))
        )
    if suffix(name) == ".txt":
        return UserError(Failure.WRONG_CONTENT, name=name, what=_("{what}，不是文本").format(what=what))
    return UserError(Failure.UNKNOWN_FORMAT, name=name, what=what, formats=formats)


def _short(said: Content) -> str:
    match said:
        case Content.PDF:
            return "PDF"
        case Content.DOCX | Content.WORD_BINARY:
            return _("Word 文档")
        case _:
            return content_name(said)
