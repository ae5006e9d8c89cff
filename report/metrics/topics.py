"""Finds what a figure is about where its own words name only an aspect: 新建泵站2座，…投入90万元 is 泵站投入."""

import re
from collections.abc import Iterator, Sequence

from report.metrics.named import Named
from report.metrics.names import leading_verb, object_of, strip_opening, thing_after
from report.metrics.sentences import Sentence, bare, clause_after, clause_start, window_start
from report.model import Direction
from report.wordlist import listed

# What a sum was spent on: all that the clauses before it name, since it pays for them together.
SPENDING = frozenset(
    [
        "投入",
        "投资",
        "安排",
        "筹集",
        "争取",
        "整合",
        "补贴",
        "补助",
        "拨付",
        "总投资",
        "完成投资",
        "使用",
        "支出",
        "筹资",
    ]
)
_PAYS_FOR_ALL = frozenset(["投入", "投资", "完成投资", "计划投资", "累计投资", "补贴", "补助"])
# Measures of one thing, the nearest that a clause before them names.
_ASPECTS = frozenset(
    listed("""
    占地 占地面积 用地面积 建筑面积 总建筑面积 面积 总面积 总长 全长 总长度 长度 总投资 总投资额 投资总额 总里程 里程
    工程量 总工程量 形象进度 注册资本 协议资金 合同资金 到位资金 签约金额 合同金额 协议金额 资金
    成交价 成交额 交易额 销售额 床位 泊位 车位
""")
)
_ASPECT_END = re.compile(
    r"(?:投入|投资|占地|面积|总长|全长|长度|里程|工程量|进度|资本|资金|金额|成交价|[成交销售易]{2}额|床位|泊位|车位|总数|总量)\Z"
)
# What the work brought, not what it was.
_EFFECT = re.compile(r"(?:新增|惠及|受益|带动|覆盖|服务|吸纳|吸引|解决|增加|净增|减少)|.{0,20}(?:惠及|受益)\Z")
_PROGRESS = re.compile(
    r"([^，。；：]{3,24}?)(?:已|正|尽快|尽早|全面|基本|有序|顺利|加快|如期|扎实|即将|正式|年内|主体|全部|稳步|强力){0,2}"
    r"(?:完工|竣工|开工|动工|建成|投用|投入使用|启动|推进|通车|投产|落成|封顶|运行|运营|开业|实施|完成)"
)
_SPENT_ON = re.compile(r"(?:用于|实施|建设|新建|改建|扩建|改造|完成|建成|支持|推进|开展|集中改造|资助|补助|发放)了?的?")
_FOR_WHOM = re.compile(
    r"(?:为|向|对)[^，。；]{2,30}?(?:发放|提供|落实|给予|购买|配备|安装|进行|实施|开展)(?=[^，。；]{2})"
)
_NUMBERED = re.compile(r"[0-9０-９]{1,3}[.．、]|[（(]?[一二三四五六七八九十]{1,3}(?:[)）]|、|是)")
_SEPARATORS = "，,：:；;。\n\t"
_GROUP_ENDS = "；;。\n\t"
_MOST_TOPICS = 2
_LONGEST_TOPIC = 12
_LONGEST_TOPICS = 24
_GENERAL = frozenset(["项目", "企业", "工程", "单位", "活动", "人员"])  # too general without their verb
_SHORTEST_TOPIC = 2


def is_aspect(core: str) -> bool:
    """Tell whether words name only a measure of something: 建筑面积, 总长, 工程量."""
    return core in _ASPECTS


def aspect_of(sentence: Sentence, rows: Sequence[Named], index: int, core: str, thing_next: str) -> str:
    """Return an aspect with the nearest thing before it: 新建学校一所，建筑面积… is 学校建筑面积.

    `thing_next` is what the figure after it counts.
    """
    if sentence.rests[index] == "的" and thing_next:
        return thing_next + core  # 总投资9亿元的26项重点项目
    topics = list(_topics(sentence, rows, index, _clause_before_own(sentence, index), effects=True))
    if not topics or len(topics[-1]) > _LONGEST_TOPICS or core in topics[-1]:
        return core
    return overlapped(topics[-1], core)


def overlapped(thing: str, aspect: str) -> str:
    """Join a thing and its aspect, which may begin with the word that the thing ends in: 整治工程, 工程量."""
    return thing + (aspect[2:] if thing.endswith(aspect[:2]) else aspect)


def spent_on(sentence: Sentence, rows: Sequence[Named], index: int, verb: str, thing_next: str) -> str:
    """Name a sum by what it was spent on, "" where the sentence does not say.

    `thing_next` is what the figure after it counts: 投入5亿元，完成5家医院扩建.
    """
    own = _SPENT_ON.match(sentence.rests[index]) or _FOR_WHOM.match(sentence.rests[index])
    if own:
        thing = thing_after(sentence.rests[index][own.end() :], "")
        return thing + verb if thing else ""
    if verb in _PAYS_FOR_ALL:
        start = _group_start(sentence, index)
        topics = list(dict.fromkeys(_topics(sentence, rows, index, start, effects=False)))
        if len(topics) > _MOST_TOPICS and verb == "投入" and _NUMBERED.match(sentence.text, sentence.start):
            topics = topics[:1]
        joined = "、".join(topics)
        if topics and len(topics) <= _MOST_TOPICS and len(joined) <= _LONGEST_TOPICS:
            return joined + verb
        if topics:
            return verb
    after = _after(sentence, index, thing_next)
    return after + verb if after else ""


def _after(sentence: Sentence, index: int, thing_next: str) -> str:
    clause = clause_after(sentence, index)
    spent = _SPENT_ON.match(clause) or _FOR_WHOM.match(clause)
    if spent is None:
        return ""
    words = clause[spent.end() :]
    following = index + 1 < len(sentence.figures)
    followed = following and sum(sentence.gap(index + 1).count(mark) for mark in _SEPARATORS) == 1
    if followed and (not words or words.endswith("等")):
        return thing_next
    return thing_after(words, "")


def _topics(sentence: Sentence, rows: Sequence[Named], index: int, start: int, *, effects: bool) -> Iterator[str]:
    """Yield what the clauses from `start` up to a figure name, in order."""
    figure = 0
    for first, last in _clauses(sentence.text, start, sentence.figures[index].start):
        while figure < index and sentence.figures[figure].start < first:
            figure += 1
        if figure < index and sentence.figures[figure].start < last:
            while figure < index and sentence.figures[figure].start < last:
                yield from _of_row(rows[figure], effects=effects)
                figure += 1
        elif last < sentence.figures[index].start:
            topic = _of_clause(bare(sentence.text[first:last]), effects=effects)
            if len(topic) >= _SHORTEST_TOPIC:
                yield topic


def _of_row(row: Named, *, effects: bool) -> Iterator[str]:
    is_topic = row.direction is Direction.NONE and row.part_of is None and not _ASPECT_END.search(row.name)
    if is_topic and len(row.name) >= _SHORTEST_TOPIC and (effects or not _EFFECT.match(row.name)):
        noun = object_of(row.name)
        yield row.name if noun in _GENERAL else noun


def _of_clause(clause: str, *, effects: bool) -> str:
    words = strip_opening(clause)
    if leading_verb(words):
        thing = thing_after(object_of(words), "")
        return _short(thing) if effects or not _EFFECT.match(words) else ""
    progress = _PROGRESS.match(words)
    return _short(progress.group(1)) if progress else ""


def _short(thing: str) -> str:
    """Return a thing without a long description: 联通东西、对接南北的物流中心."""
    return thing.rpartition("的")[2] if len(thing) > _LONGEST_TOPIC else thing


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for place in range(start, end):
        if text[place] in _SEPARATORS:
            yield at, place
            at = place + 1
    yield at, end


def _group_start(sentence: Sentence, index: int) -> int:
    start = sentence.figures[index].start
    floor = window_start(sentence, start)
    ends = (sentence.text.rfind(mark, floor, start) + 1 for mark in _GROUP_ENDS)
    return max(floor, *ends)


def _clause_before_own(sentence: Sentence, index: int) -> int:
    """Return where the clause before a figure's own begins, or the group where the two are not of one."""
    floor = _group_start(sentence, index)
    own = clause_start(sentence.text, floor, sentence.figures[index].start)
    for _ in range(2):
        if own <= floor:
            break
        own = clause_start(sentence.text, floor, own - 1)
    return own
