"""Amounts of money that end in 万 or 亿 without 元."""

import re
from collections.abc import Iterator

from report.checks.slip import Slip, slip
from report.findings import Finding
from report.model import Report

_MONEY = re.compile(
    r"资金|资本|补贴|补助|补偿|投资|投入|收入|收益|支出|产值|销售|营收|税|贷款|融资|授信|债|奖励|奖金|经费|费用|"
    r"金额|金$|款|利润|存款|增收|捐|薪|工资|低保金|救助金|养老金|发放|落实.{0,4}金|交易额|零售额|总额|财政|额$"
)
_BARE = re.compile(r"[0-9０-９][余多]?[万亿]+\Z")
_STOP = re.compile(r"[，。；、：,;!！？?）)\s]|\Z|左右|以上|以下|余(?=[，。；])|多(?=[，。；])")
_CLAUSE = re.compile(r"[^，。；：,;\n]*\Z")


def check_yuan(report: Report) -> Iterator[Slip]:
    """Yield each amount that a clause about money ends with, where no unit stands behind 万 or 亿."""
    for metric in report.metrics:
        if metric.unit or not _BARE.search(metric.written.rstrip("余多以上左右下内")):
            continue
        clause = _CLAUSE.search(report.text, 0, metric.start)
        words = clause.group() if clause else ""
        if _STOP.match(report.text, metric.end) and (_MONEY.search(words) or _MONEY.search(metric.name)):
            yield slip(Finding.AMOUNT_WITHOUT_YUAN, (metric.start, metric.end), metric.written)
