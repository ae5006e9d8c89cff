"""The words of the program in the language it speaks. Chinese is the source; catalogues stand in `resources/locale`."""

import gettext
from collections.abc import Iterable
from pathlib import Path

LOCALE_FOLDER = Path(__file__).parent.parent / "resources" / "locale"
LANGUAGES = ("zh", "en")


class _Speech:
    """The catalogue in use; one for the process, chosen at the start."""

    def __init__(self) -> None:
        self.language = LANGUAGES[0]
        self.translations: gettext.NullTranslations = gettext.NullTranslations()


_SPEECH = _Speech()


def use_language(language: str) -> None:
    """Speak a language of `LANGUAGES` from now on; unknown ones fall back to Chinese."""
    _SPEECH.language = language
    _SPEECH.translations = gettext.translation("briefdesk", LOCALE_FOLDER, languages=[language], fallback=True)


def language() -> str:
    """Return the language in use, one of `LANGUAGES`."""
    return _SPEECH.language


def _(message: str) -> str:
    """Return a message in the language in use."""
    return _SPEECH.translations.gettext(message)


def said_of(context: str, message: str) -> str:
    """Return a message whose sense depends on what it is said of: a field's 标题 is a title, a mode's a heading."""
    return _SPEECH.translations.pgettext(context, message)


def listed(words: Iterable[str]) -> str:
    """Return words as a sentence of the language in use lists them."""
    return _("、").join(words)
