"""Names a figure in words taken from its sentence, as a clerk would put it into the row of a table."""

import re
from dataclasses import dataclass

from report.metrics.lexicon import ACTION, LEADS, LONGEST_LEAD, OPENING, OTHER_WORDS, PREDICATE, THAN, Lead
from report.metrics.units import CLASSIFIERS
from report.model import Direction

_LONGEST_THING = 26
_LIST_TAIL = re.compile(r"(?:等|、|共|的)+\Z")
_PARTICLES = "的，、：:等 "
_NOT_A_THING = re.compile(
    r"(?:以上|以下|和|及|与|并|同比|其中|共|均|已|的?(?:增长|下降|增幅|增速|降幅|速度|比例|幅度)|分别|左右|目标|任务|水平|大关|，|、|"
    r"用于|实施|为|是|对|将|在|由|至|到|来|了|从|按|向|以|升|降|增|减|完成|达|占|超|实现|建成|投入使用|投用|竣工|开工|全部|提高|提升到?|列|居|位|较|比)"
)
_INDICATOR_END = re.compile(r"[率量值额数比重度投资收入价款金费税积量能耗成本]\Z")


@dataclass(frozen=True, slots=True)
class Leading:
    """What stands before a figure, taken apart."""

    core: str
    direction: Direction
    level: bool


def strip_opening(words: str) -> str:
    """Return words without what opens a clause: time, manner, connection."""
    match = OPENING.match(words)
    rest = words[match.end() :] if match else words
    return rest if rest else ""


def take_lead(words: str) -> Leading:
    """Split the words before a figure into the indicator and what leads from it to the number."""
    direction, level, found = Direction.NONE, False, False
    core = words
    while core:
        than = THAN.search(core) if not core.endswith(tuple(LEADS)) else None
        if than:
            core = core[: than.start()]
            continue
        word = _last_lead(core)
        if not word:
            break
        lead = LEADS[word]
        if lead is Lead.ADVERB:
            core = core[: -len(word)]
            continue
        if found and not (level and lead in (Lead.UP, Lead.DOWN)):
            break
        if lead in (Lead.UP, Lead.DOWN):
            direction = Direction.UP if lead is Lead.UP else Direction.DOWN
            level = False
        else:
            level = lead is Lead.STANDING
        found = True
        core = core[: -len(word)]
    return Leading(core, direction, found)


def _last_lead(core: str) -> str:
    if core.endswith(OTHER_WORDS):
        return ""
    for length in range(min(LONGEST_LEAD, len(core)), 0, -1):
        if core[-length:] in LEADS:
            return core[-length:]
    return ""


def thing_after(words: str) -> str:
    """Return the noun phrase that the words after a count begin with, "" where they begin with something else."""
    words = words.lstrip("的")
    if not words or _NOT_A_THING.match(words):
        return ""
    words = words[:_LONGEST_THING]
    cut = PREDICATE.search(words, 2)
    thing = words[: cut.start()] if cut else words
    return thing.strip(_PARTICLES).rstrip("和及与")


def verb_before(core: str) -> str:
    """Return the verb that acts on what is counted: the last word before it, or the first where a list ends in 等."""
    listed = _LIST_TAIL.search(core)
    if listed:
        match = ACTION.match(core)
        return match.group() if match else ""
    last = ""
    for match in ACTION.finditer(core):
        if match.end() == len(core):
            last = match.group()
    return last


def is_bare_verb(core: str) -> bool:
    """Tell whether the words before a figure name no thing: 完成, 新建, 成功引进."""
    return not core or ACTION.fullmatch(core) is not None


def counts_things(unit: str) -> bool:
    """Tell whether a unit counts things that may stand after it."""
    return unit in CLASSIFIERS
