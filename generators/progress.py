"""The progress of long work, under the name that generators know it by; it stands in `report`, which reads files."""

from report.progress import NO_PROGRESS, Cancelled, NoProgress, Progress, Slice

__all__ = ["NO_PROGRESS", "Cancelled", "NoProgress", "Progress", "Slice"]
