"""What a reader is given: the bytes of a file, and what goes with them."""

from dataclasses import dataclass, field

from report.progress import NO_PROGRESS, Progress


@dataclass(frozen=True, slots=True)
class Given:
    """One file to be read."""

    data: bytes
    name: str  # stands for the file in sentences
    password: str | None = field(default=None, repr=False)  # what a person typed; in memory only, never shown
    progress: Progress = NO_PROGRESS
