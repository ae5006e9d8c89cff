"""What became of a correction that did not find its place, or could not be made there."""

from dataclasses import dataclass
from enum import StrEnum

from report.corrections.values import Correction


class Reason(StrEnum):
    """Why a correction was lost. `report.messages` has a sentence for each."""

    GONE = "gone"  # its words are not there any more
    AMBIGUOUS = "ambiguous"  # they stand in several places now
    NO_SECTION = "no_section"  # they are no heading any more
    NO_METRIC = "no_metric"  # they are no metric any more
    NOT_POSSIBLE = "not_possible"  # it cannot be done there: nothing stands before it, it is at the top, it overlaps


@dataclass(frozen=True, slots=True)
class Lost:
    """A correction that could not be applied."""

    correction: Correction
    reason: Reason
