"""Invented reports as trees, and the many ways in which offices would type the same tree.

`tree` makes the headings, `render` types them: numbering, run-in or alone, closing marks, front, page marks and a list
of contents vary; the tree, and so the outline to be found, does not.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from enum import Enum
from random import Random


class Form(Enum):
    """How a heading stands above its text."""

    ALONE = "alone"
    CLOSED = "closed"  # alone, with a full stop
    COLON = "colon"
    RUN_IN = "run_in"


@dataclass(frozen=True, slots=True)
class Level:
    """How the headings of one level are typed: with which number, and whether the count runs on through the parents."""

    numbers: str
    forms: tuple[Form, ...]
    _: KW_ONLY
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class Convention:
    """What the levels of a report look like, outermost first."""

    name: str
    levels: tuple[Level, ...]
    by_titles: bool = False  # levels share a number, or have none: only the build of their titles tells them apart


@dataclass(frozen=True, slots=True)
class Branch:
    """A heading of the invented report with what stands below it."""

    title: str
    children: tuple["Branch", ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it should be found."""

    depth: int
    number: str
    title: str


_ALONE = (Form.ALONE,)
_PART = (Form.ALONE, Form.ALONE, Form.COLON)
_ANY = (Form.ALONE, Form.CLOSED, Form.RUN_IN)
_RUN_IN = (Form.RUN_IN,)

CONVENTIONS = (
    Convention("standard", (Level("一、", _PART), Level("（一）", _ANY), Level("1.", _ANY))),
    Convention("half width", (Level("一、", _PART), Level("(一)", _ANY), Level("1．", _ANY))),
    Convention("bracket and comma", (Level("一、", _PART), Level("（一）、", _ANY), Level("1、", _ANY))),
    Convention("parts without number", (Level("", _ALONE), Level("一、", _ANY), Level("（一）", _ANY))),
    Convention("no 一、 at all", (Level("", _ALONE), Level("（一）", _ANY), Level("1、", _ANY))),
    Convention("numbered parts", (Level("第一部分 ", _ALONE), Level("一、", _ANY), Level("（一）", _ANY))),
    Convention("chapters", (Level("第一章 ", _ALONE), Level("第一节 ", _ALONE), Level("一、", _ANY))),
    Convention(
        "一、 inside 一、", (Level("一、", _ALONE), Level("一、", _ALONE), Level("（一）", _ANY)), by_titles=True
    ),
    Convention("arabic", (Level("一、", _PART), Level("1、", _ANY), Level("（1）", _ANY))),
    Convention("arabic that runs on", (Level("一、", _PART), Level("1、", _ANY, runs_on=True))),
    Convention(
        "unnumbered, then running on", (Level("", _ALONE), Level("一、", _ALONE), Level("1、", _RUN_IN, runs_on=True))
    ),
    Convention("ordinals", (Level("一、", _PART), Level("第一，", _ANY), Level("（一）", _ANY))),
    Convention("bare lines", (Level("一、", _PART), Level("", _ALONE))),
    Convention("bare lines below", (Level("一、", _PART), Level("（一）", _ANY), Level("", _ALONE)), by_titles=True),
    Convention("items", (Level("一、", _PART), Level("一是", _ALONE))),
    Convention("dashes", (Level("一、", _PART), Level("——", _ALONE))),
    Convention("circled", (Level("一、", _PART), Level("（一）", _ALONE), Level("①", _RUN_IN))),
)

# Styles that no convention has for headings, so that their numbers can stand before the members of lists.
_LISTS = ("①", "（1）", "1．")
_YEAR_PARTS = (
    ("2023年工作回顾", "2024年工作安排", "加强政府自身建设"),
    ("二〇二三年工作总结", "二〇二四年工作计划"),
    ("过去一年的工作", "今后一年的任务", "政府自身建设"),
    ("过去五年工作回顾", "今后五年奋斗目标", "2024年重点工作"),
    ("“十四五”时期工作回顾", "“十五五”时期主要目标任务", "2026年重点工作"),
    ("2023年前三季度工作情况", "存在的困难和问题", "第四季度工作打算"),
)
_SLOGAN_PARTS = (
    ("回首来时路：五年奋斗步履坚实", "眺望新征程：五年蓝图催人奋进", "实干开新局：一年任务落地见效"),
    ("稳中求进，过去一年成绩来之不易", "乘势而上，今年工作目标更加清晰", "严实并重，政府建设必须常抓不懈"),
)
_CONTENTS = "目  录"
_SLOGANS = (
    "工业经济稳中向好",
    "农业基础更加稳固",
    "三产消费持续回暖",
    "营商环境不断优化",
    "城乡面貌焕然一新",
    "社会大局和谐稳定",
)
_WORKS = ("硬化村组道路", "改造自来水管网", "新建文化广场", "安装太阳能路灯", "整修灌溉渠道", "新建便民桥")
_OPENINGS = ("突出", "着力", "持续", "加快", "全力", "深入", "切实", "扎实")
_OBJECTS = (
    ("特色种植", "农业增产增收"),
    ("工业园区", "产业转型升级"),
    ("镇村道路", "出行条件改善"),
    ("人居环境", "乡村面貌更新"),
    ("就业培训", "群众持续增收"),
    ("学校医院", "公共服务均衡"),
    ("网格治理", "社会和谐稳定"),
    ("招商引资", "发展后劲增强"),
    ("文旅融合", "消费活力释放"),
    ("机关作风", "服务效能提高"),
    ("河湖山林", "生态屏障筑牢"),
    ("粮食安全", "耕地质量提升"),
)
_MATTERS = (
    "种植",
    "养殖",
    "交通",
    "教育",
    "卫生",
    "水利",
    "电力",
    "文化",
    "养老",
    "林业",
    "商贸",
    "环保",
    "住房",
    "科技",
)
_SUBJECTS = ("全镇", "我们", "镇政府", "各村", "有关部门")
_DEEDS = (
    "完成投资{0}万元，比上年多出{1}万元",
    "新建和改造道路{0}公里，惠及群众{1}户",
    "组织干部进村入户，解决了群众反映的问题{0}件",
    "建成标准化大棚{0}座，带动就业{1}人",
    "在充分征求意见的基础上，逐项排出时间表，明确责任人",
    "坚持问题导向，补齐短板弱项，各项工作都有新的进展",
    "累计发放补助资金{0}万元，受益群众{1}人",
    "引进企业{0}家，协议资金{1}亿元，其中开工{2}家",
)


def tree(random: Random, convention: Convention) -> tuple[Branch, ...]:
    """Return the parts of a report; some sections have sections of their own, as deep as the convention goes."""
    parts = random.choice(_YEAR_PARTS if convention.by_titles or random.random() < 0.8 else _SLOGAN_PARTS)
    last, depth = len(parts) - 1, len(convention.levels) - 1
    kinds = random.sample(range(2), 2) if convention.by_titles else None
    used: Counter[str] = Counter()
    return tuple(
        Branch(
            title,
            () if at == last and last > 1 and random.random() < 0.5 else _branches(random, depth, used, kinds),
        )
        for at, title in enumerate(parts)
    )


def _branches(random: Random, depth: int, used: Counter[str], kinds: Sequence[int] | None) -> tuple[Branch, ...]:
    """Sections; `kinds` gives the kind of title for each level where it matters."""
    if depth < 1:
        return ()
    kind = kinds[0] if kinds else random.randrange(_KINDS)
    # A line that stands three times in a report is its running head.
    titles = [title for title in _titles(random, kind, random.randint(2, 6)) if used[title] < 2]
    used.update(titles)
    below = kinds[1:] if kinds else None
    return tuple(
        Branch(title, _branches(random, depth - 1, used, below) if random.random() < 0.4 else ()) for title in titles
    )


_KINDS = 9


def _titles(random: Random, kind: int, count: int) -> list[str]:
    """Titles of one level: halves that answer each other, one clause, or a matter by its name."""
    objects = random.sample(_OBJECTS, count)
    opening = random.choice(_OPENINGS)
    match kind:
        case 0:
            return [f"坚持以{one}为抓手，推动{other}" for one, other in objects]
        case 1:
            return [f"{opening}抓好{one}，{other}" for one, other in objects]
        case 2:
            return [f"{random.choice(_OPENINGS)}抓好{one}" for one, _ in objects]
        case 3:
            return [f"{other}" for _, other in objects]
        case 4:
            return [f"“{one[:2]}”行动（{at}）" for at, (one, _) in enumerate(objects, 11)]
        case 5:
            return random.sample(_MATTERS, count)
        case 6:
            return [
                f"以{one}为重点，大力推进《{other[:2]}三年行动方案》，全面完成年度目标任务" for one, other in objects
            ]
        case 7:
            return [f"{opening}{one[:2]}、{other[:2]}、{random.choice(_MATTERS)}等重点工作" for one, other in objects]
        case _:
            matters = random.sample(_MATTERS, count)
            return [f"{matter}{random.choice(('事业发展情况', '工作', '方面'))}" for matter in matters]


def paragraph(random: Random) -> str:
    """Return a paragraph of running text, with figures."""
    sentences: list[str] = []
    slogans = random.sample(_SLOGANS, 3) if random.random() < 0.15 else []
    for at in range(random.randint(1, 3)):
        sentences.extend(f"{slogan}。" for slogan in slogans[at : at + 1])
        deeds = "，".join(random.sample(_DEEDS, 2))
        figures = [random.randint(2, 990) for _ in range(3)]
        sentences.append(f"{random.choice(_SUBJECTS)}{deeds.format(*figures)}。")
    return "".join(sentences)


def render(random: Random, parts: Sequence[Branch], convention: Convention) -> tuple[str, list[Heading]]:
    """Return a report typed by a convention, and the headings in it."""
    found: list[Heading] = []
    body = list(_typed(random, parts, convention.levels, found, {}))
    body = [extra for line in body for extra in _with_list(random, line, convention)]
    body = _with_page_marks(random, body) if random.random() < 0.2 else body
    title, front = _title(random), _front(random)
    if random.random() < 0.15:
        front = [_CONTENTS, *(f"{one.number}{one.title}" for one in found if one.depth <= 2), *front]
    front.extend(_road_map(random, found) if "".join(front[-1:]).endswith("。") else [])
    end = _end(random)
    return "\n".join([*title, *front, *body, *end]), found


def _end(random: Random) -> list[str]:
    """The closing words, and what may stand behind them; none of it has headings, but for the one of a glossary."""
    closing = ["各位代表！让我们同心同德、真抓实干，为建设富裕文明的新柳坪而努力奋斗！"]
    signature = ["柳坪镇人民政府", "2024年1月8日"]
    attachment = [
        "附件",
        "2024年民生实事",
        "一、改造镇区供水管网6公里。",
        "二、新建村级文化广场4处。",
        "三、安装路灯300盏。",
    ]
    return random.choice(([], closing, closing, signature, attachment, [*closing, *attachment]))


def _with_list(random: Random, line: str, convention: Convention) -> list[str]:
    """Behind some paragraphs, a list that is numbered in a style of its own."""
    used = "".join(level.numbers for level in convention.levels)
    number = random.choice(_LISTS)
    if random.random() > 0.03 or len(line) < 40 or number.strip("（）．") in used:
        return [line]
    works = random.sample(_WORKS, 3)
    members = [f"{numbered(number, at)}{work}{random.randint(2, 90)}处。" for at, work in enumerate(works, 1)]
    return [line, "今年办好三件实事：", *members]


def _title(random: Random) -> list[str]:
    return random.choice(
        (["柳坪镇政府工作报告"], ["政 府 工 作 报 告"], ["柳坪镇人民政府", "工作报告"], ["2024年柳坪镇政府工作报告"])
    )


def _front(random: Random) -> list[str]:
    meeting = random.choice(
        (
            ["——2024年1月8日在柳坪镇第十九届人民代表大会第四次会议上"],
            ["——2024年1月8日在柳坪镇第十九届", "人民代表大会第四次会议上"],
            ["（2024年1月8日）"],
            [],
        )
    )
    speaker = random.choice((["柳坪镇人民政府镇长 苏 禾"], ["镇长　苏禾"], []))
    address = random.choice(
        (
            [],
            ["各位代表：", "现在，我代表镇人民政府，向大会报告工作，请予审议。"],
            ["各位代表，现在我代表镇人民政府向大会报告工作，请予审议。"],
            ["各位代表：", "现在，我代表镇人民政府，向大会作工作报告，请予审议，并请列席人员提出意见。"],
        )
    )
    return [*meeting, *speaker, *address]


def _road_map(random: Random, found: Sequence[Heading]) -> list[str]:
    """A sentence that lists the parts, as some speakers begin."""
    parts = "；".join(f"{one.number}{one.title}" for one in found if one.depth == 1)
    return [f"报告共分几个部分：{parts}。"] if random.random() < 0.1 else []


def _typed(
    random: Random,
    branches: Sequence[Branch],
    levels: Sequence[Level],
    found: list[Heading],
    counts: dict[int, int],
    depth: int = 1,
) -> Iterator[str]:
    if not levels:
        return
    level, below = levels[0], levels[1:]
    form = random.choice(level.forms)
    mixed = random.random() < 0.2
    for at, branch in enumerate(branches, 1):
        form = random.choice(level.forms) if mixed else form
        value = counts.get(depth, 0) + 1 if level.runs_on else at
        counts[depth] = value
        number = numbered(level.numbers, value)
        found.append(Heading(depth, number.strip().replace("——", ""), branch.title))
        head = f"{number}{branch.title}"
        children = branch.children if below else ()
        if form is Form.RUN_IN:
            yield f"{head}。{paragraph(random)}"
        else:
            yield head + {Form.ALONE: "", Form.CLOSED: "。", Form.COLON: "："}[form]
            if not children or random.random() < 0.6:
                yield paragraph(random)
        if not children or random.random() < 0.3:
            yield from (paragraph(random) for _ in range(random.randint(0, 2)))
        yield from _typed(random, children, below, found, counts, depth + 1)


def numbered(pattern: str, value: int) -> str:
    """Return the number that stands in a pattern's place of one: （一） for 2 is （二）."""
    if "①" in pattern:
        return pattern.replace("①", chr(ord("①") + value - 1))
    tens, ones = divmod(value, 10)
    chinese = "一二三四五六七八九"
    ten = "" if not tens else "十" if tens == 1 else f"{chinese[tens - 1]}十"
    written = ten + (chinese[ones - 1] if ones else "")
    return pattern.replace("一", written).replace("1", str(value))


def _with_page_marks(random: Random, body: Sequence[str]) -> list[str]:
    mark = random.choice(("— {} —", "{}", "第{}页"))
    marked: list[str] = []
    page = 0
    for line in body:
        marked.append(line)
        if random.random() < 0.15:
            page += 1
            marked.append(mark.format(page))
    return marked


def without_a_number(random: Random, text: str, headings: Sequence[Heading]) -> tuple[str, list[Heading], str] | None:
    """Return the report with one number lost, its headings, and the title that lost it; None where none can be.

    It is the number of a heading on a line of its own, between two others of its level that have nothing below them.
    """
    lines = text.splitlines()
    places = [
        at
        for at in range(1, len(headings) - 1)
        if len({one.depth for one in headings[at - 1 : at + 2]}) == 1
        and all(one.number and lines.count(f"{one.number}{one.title}") == 1 for one in headings[at - 1 : at + 2])
        and headings[at + 1].number != headings[at - 1].number
    ]
    if not places or _CONTENTS in lines:
        return None
    at = random.choice(places)
    lost = headings[at]
    lines[lines.index(f"{lost.number}{lost.title}")] = lost.title
    found = [*headings[:at], Heading(lost.depth, "", lost.title), *headings[at + 1 :]]
    return "\n".join(lines), found, lost.title


def as_one_paragraph(random: Random, convention: Convention) -> tuple[str, list[Heading]] | None:
    """Return a report typed by a convention, all its headings run in, as one paragraph; None where that loses lines.

    A list of contents, marks of pages, a signature and an attachment are told by their lines alone.
    """
    run_in = replace(convention, levels=tuple(replace(level, forms=_RUN_IN) for level in convention.levels))
    text, headings = render(random, tree(random, run_in), run_in)
    lines = text.splitlines()
    by_lines = (_CONTENTS, "附件", "2024年1月8日")
    if any(line in by_lines or (len(line) < 8 and line[-1] in "—页0123456789") for line in lines):
        return None
    return "".join(lines), headings
