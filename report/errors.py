"""Failures that a person can do something about. Everything else is a defect and keeps its own type and traceback."""

from enum import StrEnum


class Failure(StrEnum):
    """Every failure the program explains. `report.messages` has one sentence for each."""

    FILE_NOT_FOUND = "file_not_found"
    IS_A_FOLDER = "is_a_folder"
    NOT_A_REGULAR_FILE = "not_a_regular_file"
    NO_PERMISSION = "no_permission"
    UNREADABLE_FILE = "unreadable_file"
    EMPTY_FILE = "empty_file"
    NO_TEXT = "no_text"
    TEXT_NOT_ENCODED = "text_not_encoded"  # glyphs that the file gives no characters for
    TOO_LARGE = "too_large"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    OWNER_FILE = "owner_file"  # what Word keeps beside an open document, "~$name"
    UNKNOWN_FORMAT = "unknown_format"
    UNKNOWN_ENCODING = "unknown_encoding"
    DAMAGED_FILE = "damaged_file"
    DTD_NOT_ALLOWED = "dtd_not_allowed"
    PASSWORD_PROTECTED = "password_protected"  # noqa: S105 - a failure's name; no password opens such a file here
    PASSWORD_NEEDED = "password_needed"  # noqa: S105
    PASSWORD_WRONG = "password_wrong"  # noqa: S105
    NEEDS_CONVERTER = "needs_converter"  # only Word or WPS can save it as .docx
    NEEDS_OFD_READER = "needs_ofd_reader"
    CONVERTER_MISSING = "converter_missing"  # LibreOffice could, were it here
    CONVERSION_FAILED = "conversion_failed"
    CONVERSION_TOO_SLOW = "conversion_too_slow"
    WRONG_CONTENT = "wrong_content"  # the content is not what the extension says
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_SECTION = "unknown_section"
    UNKNOWN_METRIC = "unknown_metric"
    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_MODE = "unknown_mode"
    UNKNOWN_FORMAT_WANTED = "unknown_format_wanted"
    UNKNOWN_PROFILE = "unknown_profile"
    BAD_VALUE = "bad_value"
    BAD_PLAN = "bad_plan"
    BAD_TEMPLATE = "bad_template"
    BAD_LIST = "bad_list"  # the delegates' list
    NOTHING_SELECTED = "nothing_selected"
    DOES_NOT_FIT = "does_not_fit"  # more pages than wanted, after all that the standard allows
    CANNOT_WRITE = "cannot_write"
    DISK_FULL = "disk_full"
    TARGET_LOCKED = "target_locked"
    CHECK_FAILED = "check_failed"  # a written file did not read back as it should
    FONT_MISSING = "font_missing"
    NO_SCREEN = "no_screen"
    NO_WINDOW_SYSTEM = "no_window_system"


class UserError(Exception):
    """A failure the user can act on, with the facts its sentence names."""

    def __init__(self, failure: Failure, **facts: str) -> None:
        """Keep the failure and its facts; `report.messages.explain` makes the sentence."""
        super().__init__(failure.value, facts)
        self.failure = failure
        self.facts = facts
