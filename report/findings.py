"""The closed list of things noticed about a report or a paper. Explained in `docs/findings.md`."""

from enum import StrEnum


class Finding(StrEnum):
    """What can be noticed. `report.messages` has one sentence for each."""

    NO_HEADINGS = "no_headings"
    TITLE_GUESSED = "title_guessed"
    HEADING_NUMBER_MISSING = "heading_number_missing"
    HEADING_NUMBER_REPEATED = "heading_number_repeated"
    HEADING_WITHOUT_TEXT = "heading_without_text"
    LEVEL_SKIPPED = "level_skipped"
    TEXT_REPLACED = "text_replaced"  # bytes that are no character, control characters left out
    ENCODING_GUESSED = "encoding_guessed"
    HIDDEN_TEXT = "hidden_text"
    TRACKED_CHANGES = "tracked_changes"
    MACROS_IGNORED = "macros_ignored"
    CONTENTS_LEFT_OUT = "contents_left_out"  # a table of contents made by the word processor
    COMMENTS_LEFT_OUT = "comments_left_out"
    PAGE_WITHOUT_TEXT = "page_without_text"  # a scanned page among pages of text
    RUNNING_LINES_LEFT_OUT = "running_lines_left_out"  # heads, feet and page numbers of a PDF
    RADICALS_REPLACED = "radicals_replaced"  # Kangxi radicals and compatibility forms that a PDF gives for characters
    PAGE_FRAME_LEFT_OUT = "page_frame_left_out"  # menus, navigation and foot of a web page
    CHARACTER_WITHOUT_FONT = "character_without_font"
    FONT_SUBSTITUTED = "font_substituted"
    FIELD_EMPTY = "field_empty"
    UNKNOWN_KEY = "unknown_key"
    TERM_UNEXPLAINED = "term_unexplained"  # shorthand that neither the report nor the dictionary explains
    NO_TASKS = "no_tasks"  # the plan part holds nothing to divide, or none of it is ticked
    UNITS_SUGGESTED = "units_suggested"  # by their keywords, for the clerk to check
    COPIES_UNTAGGED = "copies_untagged"  # numbered copies share their pages and have no tags
    # of the delegates' list; their words name rows and columns, never people
    LIST_HEAD_MISSING = "list_head_missing"  # no head: the columns were told by what stands in them
    LIST_SHEETS_LEFT_OUT = "list_sheets_left_out"
    LIST_ROW_LEFT_OUT = "list_row_left_out"  # without a name
    LIST_FILLED_DOWN = "list_filled_down"  # a delegation taken from the row above
    LIST_NAME_DOUBLED = "list_name_doubled"
    LIST_NUMBER_DOUBLED = "list_number_doubled"
    LIST_CELL_LEFT_OUT = "list_cell_left_out"  # digits lost, a formula without a value
    KIND_LEFT_OUT = "kind_left_out"  # a file of the office's own that declares no kind
    PROFILE_LEFT_OUT = "profile_left_out"  # a file of the office's own that declares no profile
    PROFILE_DEVIATES = "profile_deviates"  # a setting of a profile that is not the standard's
    FITTED = "fitted"  # what was done so that a paper has no more pages than wanted
    # what the audit finds (`report.checks`)
    PARTS_EXCEED_TOTAL = "parts_exceed_total"
    PARTS_MISS_TOTAL = "parts_miss_total"
    VALUES_DIFFER = "values_differ"  # the same metric with two values
    RATE_CONTRADICTED = "rate_contradicted"  # by its own counts
    AMOUNT_WITHOUT_YUAN = "amount_without_yuan"
    HEADING_NUMBER_BROKEN = "heading_number_broken"
    WORD_CONFUSED = "word_confused"
    WORD_DOUBLED = "word_doubled"
    HALF_WIDTH_MARK = "half_width_mark"
    FULL_WIDTH_DIGIT = "full_width_digit"
    UNPAIRED_MARK = "unpaired_mark"
