"""Which sections and metrics of a corrected report carry a correction (已更正), for the marks beside them. Pure."""

from report.corrections.anchors import Miss, find_place
from report.corrections.applying import Corrected
from report.corrections.figures import metric_at
from report.corrections.outline import flatten
from report.corrections.places import section_at
from report.corrections.values import AddMetric, Annotate, DropMetric, Merge, NoHeading, Rename, Revalue


def touched(done: Corrected) -> frozenset[str]:
    """Return the ids of the sections and metrics that corrections are about; what was taken away has none."""
    report = done.report
    outline = flatten(report.sections)
    names = [section.id for section in report.walk()]
    ids: set[str] = set()
    for one in done.applied:
        place = find_place(report.text, one.at)
        if isinstance(place, Miss) or isinstance(one, Merge | NoHeading | DropMetric):
            continue
        if isinstance(one, Rename | Revalue | Annotate | AddMetric):
            which = 0 if isinstance(one, AddMetric) else one.which
            at = metric_at(report.metrics, place, which)
            ids.update(() if at is None else (report.metrics[at].id,))
        else:
            at = section_at(outline, place)
            ids.update(() if at is None else (names[at],))
    return frozenset(ids)
