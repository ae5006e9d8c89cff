"""Amounts of money that end in 万 or 亿 without 元."""

import re
from collections.abc import Iterator

from report.checks.slip import Slip, slip
from report.findings import Finding
from report.model import Report

_MONEY = re.compile(
    r"资金|资本|补贴|补助|补偿|投资|投入|收入|收益|支出|产值|销售|营收|税|贷款|融资|授信|债|奖励|奖金|经费|费用|"
    r"利润|存款|增收|捐|薪|工资|低保金|救助金|养老金|保险金|发放|财政|财力|效益|总值|增加值|资产|外资|引资|"
    r"[金额值款费][达到至为约近超过共计了]*\Z"
)
_BARE = re.compile(r"[0-9０-９][余多]?[万亿]+\Z")
_STOP = re.compile(r"[，。；、：,;!！？?）)\s]|\Z|左右|以上|以下|余(?=[，。；])|多(?=[，。；])")
_CLAUSE_END = re.compile(r"[，。；：,;\n]")
_LONGEST_CLAUSE = 100  # characters; what stands farther ahead says nothing of the figure


def check_yuan(report: Report) -> Iterator[Slip]:
    """Yield each amount that a clause about money ends with, where no unit stands behind 万 or 亿."""
    for metric in report.metrics:
        # 养老金32亿，25万名 lends its unit to the amount before it.
        lent = (
            metric.unit not in metric.written
            and metric.unit != "元"
            and report.text[metric.end : metric.end + 1] == "，"
        )
        if (metric.unit and not lent) or not _BARE.search(metric.written.rstrip("余多以上左右下内")):
            continue
        words = _CLAUSE_END.split(report.text[max(0, metric.start - _LONGEST_CLAUSE) : metric.start])[-1]
        if _STOP.match(report.text, metric.end) and (_MONEY.search(words) or _MONEY.search(metric.name)):
            yield slip(Finding.AMOUNT_WITHOUT_YUAN, (metric.start, metric.end), metric.written)
