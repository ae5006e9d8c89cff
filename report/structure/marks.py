"""Note marks: `[3]`, `〔3〕`, `③` behind a word say that it is explained elsewhere; they are no part of it. Pure."""

import re
import unicodedata

_BRACKETED = r"[\[［〔【]\s?([0-9０-９]{1,3})\s?[\]］〕】]"
_CIRCLED = r"([①-⑳])"
MARK = re.compile(f"{_BRACKETED}|{_CIRCLED}")


def mark_number(found: re.Match[str]) -> int:
    """Return the number of a mark that `MARK` found."""
    return int(unicodedata.normalize("NFKC", found.group(1) or found.group(2)))


def is_circled(found: re.Match[str]) -> bool:
    """Tell whether a mark is ① rather than [1]; circled numbers also count the items of a list."""
    return found.group(2) is not None


def without_marks(words: str) -> str:
    """Return a title without note marks, unless it has nothing else."""
    return MARK.sub("", words).strip() or words
