"""Writes clean reports of an invented town by chance, and plants slips of every kind in them.

Everything comes from a `random.Random`: the same seed gives the same reports and slips. Slips are made in clean
sentences by the hand of a careless typist (a digit, a mark, a number changed), not by the rules that look for them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from report.findings import Finding

THINGS = (
    ("新建文化广场", "个", "村级", "组级"),
    ("整修山塘", "口", "灌溉用", "养殖用"),
    ("培育种植大户", "户", "种粮大户", "种菜大户"),
    ("安装路灯", "盏", "主街", "小巷"),
    ("开展义诊活动", "场", "进村", "进校"),
    ("引进加工企业", "家", "食品企业", "竹木企业"),
    ("实施民生项目", "个", "道路项目", "饮水项目"),
)
DEEDS = (
    ("排查安全隐患", "整改", "处"),
    ("受理群众来信", "办结", "件"),
    ("调处邻里纠纷", "化解", "起"),
    ("受理服务热线工单", "办结", "件"),
)
MONEY = (
    "发放临时救助资金", "发放困难学生补助", "拨付村级办公经费", "落实护林员补贴", "争取水利项目资金",
    "投入道路养护资金", "协调银行贷款", "实现旅游收入",
)  # fmt: skip
INCOMES = ("农村居民人均可支配收入", "村集体经营性收入", "财政一般预算收入")
METRICS = (
    ("全年粮食播种面积", "亩"),
    ("城镇新增就业", "人"),
    ("改造农村公路里程", "公里"),
    ("全镇注册志愿者", "名"),
    ("高标准农田面积", "亩"),
)
RATES = ("自来水普及率", "农机作业覆盖率", "垃圾分类知晓率", "卫生厕所普及率")
CLOSINGS = ("", "，群众反映良好", "，进度快于上年", "，任务全面完成")
PLAIN = (
    "干部经常进村入户，听取群众意见，帮助解决困难。",
    "截至目前，“清河行动”取得成效，河面干净了，水质变好了。",
    "《云溪镇村规民约》得到落实，婚丧简办（不收礼、不摆席）成为风气。",
    "各村互相学习、互相促进，形成了你追我赶的局面。",
    "“好邻居”评选每季度一次，由村民代表投票决定。",
    "镇里建立健全工作台账，一项一项销号，一件一件落实。",
    "深入推进移风易俗，引导群众节俭办事，大部分村的风气明显好转。",
    "截至年底，道路通了，路灯亮了，村民出行更加方便。",
    "统筹安排各项工作，坚持问需于民、问计于民，把好事办好、实事办实。",
    "组织技术人员下乡（每月两次），手把手教农户防治病虫害。",
    "发展度假旅游，民宿业主增收明显，“云溪人家”渐渐有了名气。",
    "全面部署防汛工作，值班人员全部到岗，没有发生险情。",
)
TITLES = ("工作回顾", "主要做法", "主要成效", "工作体会", "自身建设")
CHINESE = "一二三四五"
HAN_COMMA = re.compile("(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])")
WRITTEN_WRONG = {"截至": "截止", "台账": "台帐", "部分": "部份", "安排": "按排", "度假": "渡假", "部署": "布署"}


@dataclass(frozen=True, slots=True)
class Planted:
    """A slip in a text: what is to be found, and the paragraph in which its place has to lie."""

    finding: Finding
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and the slip that stands in it."""

    text: str
    finding: Finding | None = None


Pair = tuple[str, str]  # a clean sentence and the same one with the slip


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return (part / whole * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _off(random: Random) -> Decimal:
    """Return by how many points a mistyped rate is off."""
    return Decimal(random.choice((-9, -5, -3, -2, 2, 3, 5)))


def parts(random: Random) -> Pair:
    thing, unit, one, other = random.choice(THINGS)
    first, second = random.randint(3, 40), random.randint(3, 40)
    total, end = first + second, random.choice(CLOSINGS)
    form = random.choice(
        (
            "全年{thing}{total}{unit}，其中{one}{first}{unit}、{other}{second}{unit}{end}。",
            "全年{thing}{total}{unit}，其中{one}{first}{unit}，{other}{second}{unit}{end}。",
            "一年来，共{thing}{total}{unit}，其中：{one}{first}{unit}、{other}{second}{unit}{end}。",
            "全年{thing}{total}{unit}（其中{one}{first}{unit}、{other}{second}{unit}）{end}。",
        )
    )
    facts = {"thing": thing, "unit": unit, "one": one, "other": other, "end": end}
    clean = form.format(**facts, total=total, first=first, second=second)
    more = random.randint(1, 9)
    wrong = random.choice(
        (
            form.format(**facts, total=total - min(more, total - max(first, second)), first=first, second=second),
            form.format(**facts, total=total, first=first + more, second=second),
            form.format(**facts, total=total, first=first, second=second + more),
        )
    )
    return clean, wrong


def deed(random: Random) -> Pair:
    thing, verb, unit = random.choice(DEEDS)
    whole = random.randint(60, 900)
    done = random.randint(whole * 3 // 4, whole - 1)
    form = random.choice(
        (
            "全年{thing}{whole}{unit}，{verb}{done}{unit}，{verb}率{rate}%{end}。",
            "一年来共{thing}{whole}{unit}，已{verb}{done}{unit}，{verb}率达{rate}%{end}。",
            "累计{thing}{whole}{unit}、{verb}{done}{unit}，{verb}率为{rate}%{end}。",
            "累计{thing}{whole}{unit}，其中已{verb}{done}{unit}，{verb}率达到{rate}%{end}。",
        )
    )
    rate = _percent(Decimal(done), Decimal(whole))
    facts = {"thing": thing, "verb": verb, "unit": unit, "whole": whole, "done": done, "end": random.choice(CLOSINGS)}
    return form.format(**facts, rate=rate), form.format(**facts, rate=rate + _off(random))


def increase(random: Random) -> Pair:
    name = random.choice(INCOMES)
    more = random.randint(300, 3000)
    base = random.randint(9000, 30000)
    rate = _percent(Decimal(more), Decimal(base))
    form = random.choice(
        (
            "{name}达到{level}元，比上年增加{more}元，增长{rate}%。",
            "{name}{level}元，比上年增加{more}元，增长{rate}%。",
        )
    )
    facts = {"name": name, "level": base + more, "more": more}
    return form.format(**facts, rate=rate), form.format(**facts, rate=rate + abs(_off(random)))


def rise(random: Random) -> Pair:
    name = random.choice(RATES)
    low, points = random.randint(40, 70), random.randint(3, 20)
    form = "{name}由{low}%提高到{high}%，提高{points}个百分点。"
    facts = {"name": name, "low": low, "high": low + points}
    return form.format(**facts, points=points), form.format(**facts, points=points + random.choice((-2, 2, 4)))


def share(random: Random) -> Pair:
    whole, part = random.randint(2000, 9000), random.randint(300, 1900)
    rate = _percent(Decimal(part), Decimal(whole))
    form = "一般公共预算收入{whole}万元，其中税收收入{part}万元，占{rate}%。"
    facts = {"whole": whole, "part": part}
    return form.format(**facts, rate=rate), form.format(**facts, rate=rate + _off(random))


def money(random: Random) -> Pair:
    amount = random.choice((f"{random.randint(12, 980)}万", f"{random.randint(10, 99)}.{random.randint(1, 9)}万"))
    form = f"{random.choice(MONEY)}{amount}{{yuan}}{random.choice(('，惠及群众', '，比上年有所增加', ''))}。"
    return form.format(yuan="元"), form.format(yuan="")


def wide_digits(random: Random) -> Pair:
    number = str(random.randint(12, 400))
    form = f"聘请护路员{{number}}名，{random.choice(('工资按月发放', '每天上路巡查', '分段负责'))}。"
    return form.format(number=number), form.format(number="".join(chr(ord(digit) + 0xFEE0) for digit in number))


FIGURES: tuple[tuple[Finding, Callable[[Random], Pair]], ...] = (
    (Finding.PARTS_EXCEED_TOTAL, parts),
    (Finding.RATE_CONTRADICTED, deed),
    (Finding.RATE_CONTRADICTED, increase),
    (Finding.RATE_CONTRADICTED, rise),
    (Finding.RATE_CONTRADICTED, share),
    (Finding.AMOUNT_WITHOUT_YUAN, money),
    (Finding.FULL_WIDTH_DIGIT, wide_digits),
)


def confused(random: Random, text: str) -> str | None:
    there = [right for right in WRITTEN_WRONG if right in text]
    right = random.choice(there) if there else ""
    return text.replace(right, WRITTEN_WRONG[right], 1) if right else None


def half_width(random: Random, text: str) -> str | None:
    if "（" in text and random.random() < 0.5:
        return text.replace("（", "(").replace("）", ")")
    commas = [found.start() for found in HAN_COMMA.finditer(text)]
    if not commas:
        return None
    at = random.choice(commas)
    return f"{text[:at]},{text[at + 1 :]}"


def unpaired(random: Random, text: str) -> str | None:
    marks = [at for at, char in enumerate(text) if char in "“”（）《》"]
    if not marks:
        return None
    at = random.choice(marks)
    if text[at] in "“”" and random.random() < 0.4:
        return f"{text[:at]}{'”' if text[at] == '“' else '“'}{text[at + 1 :]}"
    return text[:at] + text[at + 1 :]


def doubled(random: Random, text: str) -> str | None:
    if "的" in text and random.random() < 0.3:
        return text.replace("的", "的的", 1)
    if random.random() < 0.2:
        return text.replace("，", "，，", 1)
    length = random.choice((2, 2, 3, 4))
    runs = [found.start() for found in re.finditer(rf"(?=[\u4e00-\u9fff]{{{length}}})", text)]
    runs = [at for at in runs if text[at] not in "一每互" and text[at : at + 1] * 2 not in text]
    at = random.choice(runs)
    return text[: at + length] + text[at:]


TYPING: tuple[tuple[Finding, Callable[[Random, str], str | None]], ...] = (
    (Finding.WORD_CONFUSED, confused),
    (Finding.HALF_WIDTH_MARK, half_width),
    (Finding.UNPAIRED_MARK, unpaired),
    (Finding.WORD_DOUBLED, doubled),
)


def written(random: Random) -> tuple[str, tuple[Planted, ...]]:
    """Return a report of some fifty sentences and the slips in it: about one of each kind, two thirds of it clean."""
    body = [*_figures(random), *_metrics(random), *_plain(random)]
    random.shuffle(body)
    paragraphs = [Paragraph("云溪镇2024年政府工作报告"), *_under_headings(random, body)]
    planted: list[Planted] = []
    at = 0
    for paragraph in paragraphs:
        if paragraph.finding is not None:
            planted.append(Planted(paragraph.finding, at, at + len(paragraph.text)))
        at += len(paragraph.text) + 1
    return "\n".join(paragraph.text for paragraph in paragraphs), tuple(planted)


def _figures(random: Random) -> list[Paragraph]:
    made: list[Paragraph] = []
    told: set[str] = set()
    for finding, sentence in FIGURES * 3:
        clean, wrong = sentence(random)
        name = _told_of(clean)  # the same thing told twice with other figures would be a slip of its own
        if name not in told:
            told.add(name)
            made.append(Paragraph(wrong, finding) if random.random() < 0.4 else Paragraph(clean))
    return made


def _told_of(text: str) -> str:
    names = (
        *(row[0] for row in THINGS),
        *(row[0] for row in DEEDS),
        *MONEY,
        *INCOMES,
        *RATES,
        "一般公共预算收入",
        "护路员",
    )
    return next(name for name in names if name in text)


def _metrics(random: Random) -> list[Paragraph]:
    """Tell figures of the year twice, some the second time with digits changed."""
    made: list[Paragraph] = []
    for name, unit in random.sample(METRICS, 3):
        value = random.randint(1200, 8000)
        again, finding = (value + random.choice((-90, -9, 18, 270)), Finding.VALUES_DIFFER)
        made.append(Paragraph(f"成绩来之不易，{name}{value}{unit}。"))
        wrong = random.random() < 0.4
        made.append(Paragraph(f"这一年，{name}达到{again if wrong else value}{unit}。", finding if wrong else None))
    return made


def _plain(random: Random) -> list[Paragraph]:
    made: list[Paragraph] = []
    for text in random.sample(PLAIN, len(PLAIN)):
        finding, slip = random.choice(TYPING)
        wrong = slip(random, text) if random.random() < 0.5 else None
        made.append(Paragraph(text) if wrong is None else Paragraph(wrong, finding))
    return made


def _under_headings(random: Random, body: list[Paragraph]) -> list[Paragraph]:
    """Put the paragraphs under five headings, whose numbers may jump or be written twice."""
    slip = random.choice((None, Finding.HEADING_NUMBER_BROKEN, Finding.HEADING_NUMBER_REPEATED))
    place = random.randint(2, 3)
    counts_on = random.random() < 0.5
    each = len(body) // len(TITLES) + 1
    made: list[Paragraph] = []
    for index, title in enumerate(TITLES):
        number = index
        if slip is Finding.HEADING_NUMBER_REPEATED:
            number -= index == place or (index > place and counts_on)
        if slip is Finding.HEADING_NUMBER_BROKEN:
            number += index >= place
        mark = "六" if number == len(CHINESE) else CHINESE[number]
        made.append(Paragraph(f"{mark}、{title}", slip if index == place else None))
        made += body[index * each : (index + 1) * each]
    return made
