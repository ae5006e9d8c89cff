"""Composes a paper: the blocks that its kind declares, one after the other. Pure."""

from collections.abc import Mapping
from datetime import date

from generators.compose.blocks import BLOCKS
from generators.compose.excerpt import make_excerpt
from generators.compose.setting import Setting
from generators.delegates import Delegate
from generators.document import Document
from generators.kinds import Kind
from report.model import Report
from report.selection import Selection

_NO_DAY = date(1970, 1, 1)  # what a file says of itself where no date is printed


def compose(
    kind: Kind, report: Report, selection: Selection, fields: Mapping[str, str], delegates: tuple[Delegate, ...] = ()
) -> Document:
    """Return a paper of what is ticked. `fields` has a checked value for every field of the kind."""
    setting = Setting(report, make_excerpt(report, selection), fields, kind.title, delegates)
    blocks = tuple(block for name in kind.blocks for block in BLOCKS[name](setting))
    title = fields.get("title", "").strip() or fields.get("name", "") or kind.title
    return Document(title, fields.get("issuer", ""), setting.day or _NO_DAY, blocks)
