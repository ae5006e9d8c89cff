"""The kinds of paper (文种), declared in `templates/kinds`: title, formats, fields, blocks."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from report.errors import Failure, UserError
from report.words import _, listed, said_of

KINDS_FOLDER = Path(__file__).parent.parent / "templates" / "kinds"


class FieldType(StrEnum):
    """What a field holds; each has one editor in the window."""

    TEXT = "text"
    INTEGER = "integer"
    DATE = "date"
    CHOICE = "choice"
    LIST = "list"
    TABLE = "table"


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One field (要素) of a kind. All values are typed as text; `generators.fields` takes them."""

    id: str
    label: str
    type: FieldType
    group: str = ""  # caption it stands under in the form
    default: str = ""
    default_from: Literal["", "title", "issuer", "session", "period", "today"] = ""
    required: bool = False
    choices: tuple[str, ...] = ()  # a text field may also take other values than its choices
    help: str = ""
    placeholder: str = ""  # what is printed when it is empty, in words
    empty: Literal["omit", "blank"] = "omit"  # blank: space is left to fill by hand, and it is noticed


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of paper."""

    schema: int
    id: str
    title: str
    formats: tuple[str, ...]
    blocks: tuple[str, ...]
    fields: tuple[Field, ...] = ()

    def field(self, field_id: str) -> Field:
        """Return a field by its id; raises KeyError for one that the kind does not have."""
        for field in self.fields:
            if field.id == field_id:
                return field
        raise KeyError(field_id)


@cache
def load_kinds() -> tuple[Kind, ...]:
    """Return every kind, in the order of their file names. Raises UserError for a faulty file."""
    return tuple(_load(path) for path in sorted(KINDS_FOLDER.glob("*.toml")))


def find_kind(name: str) -> Kind:
    """Return the kind with this id or title. Raises UserError where there is none."""
    kinds = load_kinds()
    for kind in kinds:
        if name in (kind.id, kind.title):
            return kind
    known = listed(_("{id}（{title}）").format(id=kind.id, title=kind.title) for kind in kinds)
    raise UserError(Failure.UNKNOWN_KIND, id=name, known=known)


def _load(path: Path) -> Kind:
    try:
        kind = msgspec.toml.decode(path.read_bytes(), type=Kind)
    except msgspec.DecodeError as error:
        raise UserError(Failure.BAD_TEMPLATE, name=path.name, cause=str(error)) from error
    return msgspec.structs.replace(kind, fields=tuple(map(_in_words, kind.fields)))


def _in_words(field: Field) -> Field:
    """Return a field with its words in the language in use. Choices and defaults are printed, so they stay."""
    return msgspec.structs.replace(
        field,
        label=said_of("field", field.label),
        group=said_of("field", field.group),
        help=said_of("field", field.help),
        placeholder=said_of("field", field.placeholder),
    )
