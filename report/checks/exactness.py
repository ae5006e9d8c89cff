"""How exactly a figure is told: 3.26亿元 stands for anything that rounds to it, 326件 for itself."""

import re
from decimal import Decimal

from report.model import Metric

_NUMERAL = re.compile(r"([0-9０-９]+(?:[,，][0-9]{3})*)(?:[.．]([0-9０-９]+))?")
# 近 and 余 leave a tenth open, whatever they stand with.
_OPEN = Decimal("0.1")


def value_of(metric: Metric) -> Decimal:
    """Return the value in the base unit."""
    return Decimal(metric.value)


def step_of(metric: Metric) -> Decimal:
    """Return the worth of the last digit written, in the base unit; 0 for a count written to the last unit."""
    found = _NUMERAL.search(metric.written)
    if found is None:
        return Decimal(0)
    decimals = len(found.group(2) or "")
    numeral = Decimal(found.group().translate(_HALF).replace(",", ""))
    if not numeral:
        return Decimal(0)
    worth = value_of(metric) / numeral
    return Decimal(0) if worth == 1 and not decimals else abs(worth) / 10**decimals


def slack_of(metric: Metric) -> Decimal:
    """Return by how much the true value may differ from the written one."""
    slack = step_of(metric) / 2
    return max(slack, abs(value_of(metric)) * _OPEN) if metric.qualifier else slack


_HALF = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
