"""Make the catalogues anew: take the messages from the sources, keep their translations, compile.

Run after a change of words, from the project's folder: `python resources/locale/make_catalogues.py`. It ends with 1
as long as a message has no translation, or only a fuzzy one (taken over from a message that was much the same).
Babel does the work; its `pybabel` would write the day, its own version and places in the sources into the files, so
that they changed with every run.
"""

import sys
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent
SOURCES = ("main.py", "report", "generators", "ui")
KINDS = ROOT / "templates" / "kinds"
FIELD_WORDS = ("label", "group", "help", "placeholder")  # of a kind's fields; see `generators.kinds`
LANGUAGES = ("en",)  # Chinese is what stands in the sources


class Catalogue(Catalog):
    """A catalogue of one language, with a header that says nothing but how it is to be read."""

    def __init__(self, language: str) -> None:
        """Begin an empty catalogue."""
        super().__init__(header_comment="# The words of the program. Write the msgstr; all else is made.", fuzzy=False)
        self._language = language

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The lines of the header."""
        return [
            ("Language", self._language),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]


def extracted() -> Catalog:
    """Return every message in the sources, sorted, without translations."""
    template = Catalog()
    for message in sorted({message for path in _files() for message in _messages(path)}):
        template.add(message)
    for message in sorted(set(_field_words())):
        template.add(message, context="field")
    return template


def _files() -> Iterator[Path]:
    for source in SOURCES:
        path = ROOT / source
        yield from [path] if path.is_file() else path.rglob("*.py")


def _messages(path: Path) -> Iterator[str]:
    for _line, message, _comments, _context in extract_from_file("python", path, keywords={"_": None}):
        if not isinstance(message, str):
            raise TypeError(f"{path}: {message!r} is more than one text")
        yield message


def _field_words() -> Iterator[str]:
    for path in KINDS.glob("*.toml"):
        for field in tomllib.loads(path.read_text(encoding="utf-8")).get("fields", ()):
            yield from (field[name] for name in FIELD_WORDS if field.get(name))


def catalogue(language: str) -> Catalogue:
    """Return the catalogue of a language as it stands in its .po."""
    found = Catalogue(language)
    with po_path(language).open("rb") as file:
        for message in read_po(file):
            if message.id:
                found[message.id] = message
    return found


def po_path(language: str) -> Path:
    """Return where the translations of a language stand; what the program reads lies beside them, as .mo."""
    return FOLDER / language / "LC_MESSAGES" / "briefdesk.po"


def written(words: Catalogue) -> bytes:
    """Return a catalogue as the bytes of a .po."""
    buffer = BytesIO()
    write_po(buffer, words, width=120, no_location=True, ignore_obsolete=True)
    return buffer.getvalue()


def compiled(words: Catalogue) -> bytes:
    """Return a catalogue as the bytes of a .mo; fuzzy translations are left out."""
    buffer = BytesIO()
    write_mo(buffer, words)
    return buffer.getvalue()


def unfinished(words: Catalogue) -> list[Message]:
    """Return the messages that are not translated, or only fuzzily."""
    return [message for message in words if message.id and (not message.string or message.fuzzy)]


def main() -> int:
    """Write both files of each language and list what has to be translated; return the exit status."""
    template = extracted()
    left: list[str] = []
    for language in LANGUAGES:
        words = catalogue(language)
        words.update(template)
        po_path(language).write_bytes(written(words))
        po_path(language).with_suffix(".mo").write_bytes(compiled(words))
        left += [f"{language}: {message.id}\n" for message in unfinished(words)]
    sys.stdout.writelines(left)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
