"""The `kinds` and `make` documents of the command line: plain JSON values, schema 1."""

import os
from pathlib import Path

from generators.certificate import Certificate
from generators.job import MadeFile
from generators.kind_files import load_kinds
from generators.kinds import Field
from report.contract import SCHEMA, JsonValue, notice_document
from report.model import Noticed


def kinds_document() -> JsonValue:
    """Return the kinds of paper with the fields each one takes."""
    return {
        "schema": SCHEMA,
        "kinds": [
            {
                "id": kind.id,
                "title": kind.title,
                "formats": list(kind.formats),
                "fields": [_field(field) for field in kind.fields],
            }
            for kind in load_kinds()
        ],
    }


def _field(field: Field) -> JsonValue:
    return {
        "id": field.id,
        "label": field.label,
        "type": field.type.value,
        "default": field.default,
        "required": field.required,
        "choices": list(field.choices),
        "help": field.help,
    }


def certificate_document(certificate: Certificate) -> JsonValue:
    """Return what was measured of a file."""
    return {
        "schema": SCHEMA,
        "conforms": certificate.conforms,
        "rows": [
            {
                "clause": row.clause,
                "what": row.what,
                "wanted": row.wanted,
                "measured": row.measured,
                "verdict": row.verdict.value,
            }
            for row in certificate.rows
        ],
    }


def make_document(files: list[MadeFile], noticed: list[Noticed]) -> JsonValue:
    """Return what was made, and what was noticed on the way."""
    return {
        "schema": SCHEMA,
        "files": [
            {"kind": file.kind, "format": file.format, "path": shown_path(file.path), "pages": file.pages}
            for file in files
        ],
        "noticed": [notice_document(notice) for notice in noticed],
    }


def shown_path(path: Path) -> str:
    """Return a path that can be printed: bytes that are no text are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")
