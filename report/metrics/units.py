"""The words that measure and count: what may follow a number as its unit, and what a multiplier is worth."""

import re
from dataclasses import dataclass
from decimal import Decimal

from report.wordlist import listed

# Units of measure say how much; a noun after them is described by the figure (4.4万亩林带).
MEASURES = frozenset(
    listed("""
    元 美元 欧元 港元 日元 元人民币 块钱 亩 公顷 平方米 平方公里 平方千米 平米 ㎡ m² km² 立方米 立方 方 m³ 亩次 公里
    千米 米 厘米 毫米 微米 纳米 里 英里 海里 车道公里 km 吨 公斤 千克 克 斤 毫克 微克 kg 吨标准煤 吨标煤 吨公里 总吨
    升 毫升 千瓦 兆瓦 吉瓦 瓦 千瓦时 兆瓦时 吉瓦时 度 kW MW GW kWh MWh GWh 千伏安 兆伏安 kVA MVA 大卡 兆焦 吉焦 摄氏度
    周岁 ℃ 个百分点 百分点 % ％ ‰ 倍 成 标箱 标准箱 TEU P Mbps Gbps 兆 GB TB PB 岁 年 秒 分钟 小时 天 个工作日 工作日
    个月 周 学时 课时
""")
)

# Classifiers count things; the thing stands before them (项目18个) or after them (18个项目).
CLASSIFIERS = frozenset(
    listed("""
    个 家 件 座 对 户 人 人次 名 头 台 套 辆 床 张 项 位 处 条 所 只 栋 幢 间 宗 起 例 次 场 场次 批 批次 种 类 款 份
    部 本 册 篇 幅 枚 艘 架 门 口 眼 盏 棵 株 盆 匹 羽 尾 箱 袋 瓶 桶 包 根 支 把 块 片 列 班 班次 趟 车次 航班 架次
    户次 天次 家次 台次 件次 间次 辆次 艘次 组 笔 首 集 页 席 轮 层 剂 剂次 针次 餐 餐次 堂 堂课 节课 孔 井 卷 段 村 县
    乡 镇 街 盘 面 期 台套 台（套） 台(套) 人（次） 间（套） 件（套） 套（间） 户（次） 处（座） 标段 宗地 地块 车位
    泊位 床位 机位 学位 座位 席位 县市区 县（市、区） 组团 小项 大项 大类 小类 子项 点位 路口 站点 网点
""")
)

# A Chinese numeral with one of these counts things one can point at (三处停车场). Others (三个意识, 两度, 三角, 二元)
# are as often a phrase as a figure, and need more than the numeral to be believed.
FIRM_WITH_CHINESE = frozenset(
    listed("""
    处 座 所 家 户 名 辆 台 套 栋 幢 间 亩 公顷 平方米 平方公里 公里 吨 公斤 斤 只 盏 棵 株 架 艘 人次 件次 个百分点
    百分点 % 倍 成 万元 美元 口 眼 枚 例 宗 场次 批次 户次 兆瓦 千瓦 立方米
""")
)

# Classifiers of counting words that may stand with nouns of a slogan (三个转变, 两项行动) as well as with things.
LOOSE_WITH_CHINESE = frozenset(listed("个 项 条 件 场 次 份 部 位 支 起 人 对 张 块 片"))

TIMES = frozenset(listed("岁 周岁 工作日 个工作日 年 秒 分钟 小时 天 周 个月 学时 课时"))

MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

# What follows makes another word of the character: 20万人才, 3家庭, 38项目, 50部门.
_OTHER_WORDS = dict(
    entry.split(":")
    for entry in listed("""
    人:才大民工均社力 家:庭园长电禽具 项:目 场:馆所地景镇 口:岸袋径腔罩 头:部等条 台:账风湾商 部:门分队委署件位落族长
    户:籍均外型口 名:牌企校医师优 所:有需属 组:织建团 根:据本治 支:部持付撑出线流队 度:假过夏汛
    成:为立功效果都本员交绩品年人长熟片型套 方:面案便式向法阵 天:然津气河空燃 班:子级车 段:落 处:理置级罚于长方
    对:接口外标象应于 门:诊店票禁类槛 张:家力贴掖北 款:项待 笔:试记 份:额 盘:活锦 架:构设 片:区长材警 层:面级次
    例:如会 列:入车为举全第居 轮:胎换训候 批:准发复评量改 起:到来步草点 宗:旨教地 元:旦宇 升:级学至到温高规
    克:服难拉什 米:粉面业香兰 村:民庄委级屯两干社内容务改企里史 县:级城域区直市 乡:镇村贤亲土 镇:村域区街级 街:道区镇
    周:年边转期 路:公口线段灯网径子程基 里:程面 位:于置居列 秒:杀 件:均 P:PMVCET 期:工项建间末待货限 面:积向对貌料粉临
""")
)
# 4.5批次/千人, 85元/平方米: a rate is part of the unit.
_PER_WHAT = "人次|人|平方公里|平方米|立方米|元|亩|公里|户|年|天|日|月|小时|吨|公斤|标箱|千瓦时|度|套|次|升|辆|秒"
_PER = rf"(?:[/／][百千万亿]?(?:{_PER_WHAT}))?"


def _pattern(unit: str) -> str:
    others = _OTHER_WORDS.get(unit, "")
    return re.escape(unit) + (f"(?![{others}])" if others else "")


_ALL = sorted(MEASURES | CLASSIFIERS, key=lambda unit: (-len(unit), unit))
_UNIT = re.compile(f"(?:{'|'.join(map(_pattern, _ALL))}){_PER}")
# A character that stands alone between a number and a stop counts, whatever it is, unless it makes a date or a code.
_UNLISTED = re.compile(
    r"[\u4e00-\u9fff](?<![号日月时点级届线年路强星代版环分秒和及与至到或的等后前内余多])(?=[，。；、\n])"
)
# 千 and 百 open a unit of their own in 千瓦 and 百分点; a multiplier is what is left.
_MULTIPLIER = re.compile(r"[十百千]?万亿|[十百千]?[万亿]|十|百(?!分)|千(?![瓦克米伏卡])")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in the text, `text[start:end] == written`."""

    start: int
    end: int
    written: str


def match_unit(text: str, start: int) -> Unit | None:
    """Return the longest unit that stands at `start`, None where none does."""
    match = _UNIT.match(text, start)
    if match is None:
        match = _UNLISTED.match(text, start)
    return Unit(start, match.end(), match.group()) if match else None


def match_multiplier(text: str, start: int) -> tuple[Decimal, int]:
    """Return what 百 千 万 亿 at `start` are worth together, and where they end; 1 and `start` where none stands."""
    match = _MULTIPLIER.match(text, start)
    if match is None:
        return Decimal(1), start
    worth = Decimal(1)
    for char in match.group():
        worth *= MULTIPLIERS[char]
    return worth, match.end()
