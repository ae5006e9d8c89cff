"""A certificate as values: rows of clause, figure wanted, figure measured, verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a figure compares with what is wanted."""

    OK = "ok"
    DEVIATES = "deviates"
    UNKNOWN = "unknown"  # the file does not tell


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One figure. `clause` is of GB/T 9704—2012, or another standard named in it."""

    clause: str
    what: str
    wanted: str
    measured: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Certificate:
    """What was measured of a file."""

    profile: str  # title of the profile that it was measured against
    rows: tuple[CertificateRow, ...]

    @property
    def conforms(self) -> bool:
        """Whether no figure deviates."""
        return all(row.verdict is not Verdict.DEVIATES for row in self.rows)


def compared(
    clause: str, what: str, wanted: float, measured: Sequence[float], tolerance: float, unit: str
) -> CertificateRow:
    """Return a row for a figure that was measured in several places: all must lie within the tolerance."""
    if not measured:
        return CertificateRow(clause, what, f"{wanted:g} {unit}", "—", Verdict.UNKNOWN)
    low, high = min(measured), max(measured)
    shown = f"{low:.2f} {unit}" if high - low < 0.005 else f"{low:.2f}—{high:.2f} {unit}"
    ok = abs(low - wanted) <= tolerance and abs(high - wanted) <= tolerance
    bound = f" ± {tolerance:g}" if tolerance else ""
    return CertificateRow(clause, what, f"{wanted:g}{bound} {unit}", shown, Verdict.OK if ok else Verdict.DEVIATES)


def told(clause: str, what: str, wanted: str, measured: str, *, ok: bool | None) -> CertificateRow:
    """Return a row for a figure in words; `ok` is None where the file does not tell."""
    verdict = Verdict.UNKNOWN if ok is None else Verdict.OK if ok else Verdict.DEVIATES
    return CertificateRow(clause, what, wanted, measured or "—", verdict)
