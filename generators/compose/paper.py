"""Composes a paper: the blocks that its kind declares, one after the other. Pure."""

from datetime import date

from generators.compose.blocks import BLOCKS
from generators.compose.setting import Setting
from generators.document import Document
from generators.kinds import Kind

_NO_DAY = date(1970, 1, 1)  # what a file says of itself where no date is printed


def compose(kind: Kind, setting: Setting) -> Document:
    """Return a paper of what is ticked. The setting has a checked value for every field of the kind."""
    blocks = tuple(block for name in kind.blocks for block in BLOCKS[name](setting))
    fields = setting.fields
    title = fields.get("title", "").strip() or fields.get("name", "") or kind.title
    return Document(title, fields.get("issuer", ""), setting.day or _NO_DAY, blocks, fields.get("watermark", ""))
