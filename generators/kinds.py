"""The kinds of paper (文种): what each declares — title, formats, fields, blocks, profile. `kind_files` reads them."""

from enum import StrEnum
from typing import Literal

import msgspec


class FieldType(StrEnum):
    """What a field holds; each has one editor in the window."""

    TEXT = "text"
    INTEGER = "integer"
    DATE = "date"
    CHOICE = "choice"
    LIST = "list"
    TABLE = "table"  # of the columns that the field names; see `typed_tables`


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One field (要素) of a kind. All values are typed as text; `generators.fields` takes them."""

    id: str
    label: str
    type: FieldType
    group: str = ""  # caption it stands under in the form
    default: str = ""
    # what the report says of itself (`report.facts`); where it does not, `default` counts
    default_from: Literal[
        "", "title", "issuer", "session", "period", "today", "meeting_line", "speaker", "salutation"
    ] = ""
    required: bool = False
    choices: tuple[str, ...] = ()  # a text field may also take other values than its choices
    columns: tuple[str, ...] = ()  # of a table: what its columns hold
    help: str = ""
    placeholder: str = ""  # what is printed when it is empty, in words
    empty: Literal["omit", "blank"] = "omit"  # blank: space is left to fill by hand, and it is noticed


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of paper. `based_on` names another whose fields and blocks it takes over where it has none."""

    schema: int
    id: str
    title: str
    formats: tuple[str, ...]
    blocks: tuple[str, ...]
    fields: tuple[Field, ...] = ()
    order: int = 1000  # place among the kinds
    profile: str = ""  # of the layout; "": that of the standard
    based_on: str = ""
    for_delegates: bool = False  # one sheet, copy or row for each delegate of the list
    in_set: int = 0  # place in the set of papers that every delegate gets, 0 where it is not in it
    binds: bool = False  # made of other kinds: a set, or a list of one

    def field(self, field_id: str) -> Field:
        """Return a field by its id; raises KeyError for one that the kind does not have."""
        for field in self.fields:
            if field.id == field_id:
                return field
        raise KeyError(field_id)
