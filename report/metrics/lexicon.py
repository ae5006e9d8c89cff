"""The words around a figure: what opens a clause, what leads to the number, and where a noun phrase ends.

Words of the language only; no report's own phrases.
"""

import re
from enum import Enum

from report.verbs import ACTION, ADVERB
from report.wordlist import listed

# A single character is stripped only where it is a word by itself: 在 in 在全市, not in 在建项目.
OPENING = re.compile(
    r"(?:"
    r"[0-9]{1,3}[.．、](?![0-9])|[一二三四五六七八九十]{1,3}(?:、|是|要)|"
    r"(?:截至|截止)(?:目前|当前|[^，。；]{0,10}?(?:底|末|日))?|初步(?:预计|核算|统计)|据(?:初步)?统计|预计|到(?:[0-9]{4}年|今年|年)(?:底|末)?|"
    r"(?:今年|去年|本年|当年|全年|上年|年内|一年|五年|过去五年|过去一年|近年|近[两三五]年|上半年|下半年|[前一二三四]{1,2}个?季度|"
    r"本届政府|目前|汛[前期]|入[汛冬]前?|今冬明春)(?:以来|期间|来|中|内)?(?![均度])|"
    r"[0-9]{4}年?(?:[0-9]{1,2}月)?(?:上半年|前三季度|年?[底末初]|以来|期间|度)?(?=\D)|[0-9]{4}[—\-–至][0-9]{4}年|"
    r"“?十[一二三四五六]五”?(?:期间|时期|末|以来)|"
    r"[0-9]{1,2}[—–\-至][0-9]{1,2}月|其中|同时|另外|此外|并且|以及|已经|共计|共有|总共|累计|合计|总计|先后|分别|全部|即将|连续[0-9]年|"
    r"有力|大力|积极|成功|坚决|严厉|及时|高标准(?=建|打|推|规|完|实)|多渠道|高起点|高质量|现已|[年月]末|年底|全力|全面|有效|扎实|深入|持续|不断|加快|着力|努力|力争|确保|超额|圆满|首次|率先|稳步|有序|顺利|切实|认真|严格|"
    r"全(?:省|市(?!场)|县|区|镇|乡|州|旗|街道|年)(?![性域])|[我本](?:省|市|县|区|镇|乡|州|街道)|辖区内?|包括|涵盖|我们|"
    r"并(?![购网])|且|也|还(?![款建])|又|再(?![生造建])|成为(?=全[国省市县])|已|将(?!军)|要(?!素)|共(?![同享建青])|均(?!衡)|都(?!市)|仅|只|就(?![业医读诊地餐近])|"
    r"从(?![业事严教])|由(?!于)|在(?![校建册读园谈职编岗线库外])(?![^，。；、]{1,6}的)|对(?![外口接])|为(?!民|企业家)|向|以(?!旧)|把|让|和(?![美平谐])|及(?![时早格])|与(?!会)|或|"
    r"使(?!用)|[、，的了+＋—–－\-：:]"
    r")+"
)


class Lead(Enum):
    """What a word that leads to a number says about it."""

    ADVERB = "adverb"  # nothing: 同比, 分别, 累计
    STANDING = "standing"  # 达到, 为: where the indicator stands, or how far its growth went (增长达8%)
    LEVEL = "level"  # the number is where the indicator stands, whatever comes before: 完成, 增加到
    UP = "up"  # the number is an amount of growth
    DOWN = "down"


_ADVERBS = listed("""
    同比 环比 同期 同口径 分别 依次 平均 年均 均 各 累计 共计 合计 总计 共 已 将 再 又 也 都 则 仅 只 全部 一举 成功
    相比 实际 预计 名义 进一步 继续 大幅 明显 首次 历史性 始终 连续 逐步 逐年 稳步 每年 每月 每人每月 每人每年 每人
    每亩 每户 每吨 预期 力争 有望 了 由 从 的 一律 要 将要 比上年 较上年 比去年 较去年 上年同期 去年同期
    比上年同期 较上年同期
    比去年同期 较去年同期 与上年同期相比 与去年同期相比 比年初 较年初 比上月 按可比价格 按可比价格计算 可比口径 可比
    可比价 总共 大约 并 同步 当年 全年 双双 一次性 有效 + ＋ —— — - － 、 ， ： :
""")
_CHANGES_UP = listed("""
    增长 增加 增多 提高 提升 上升 上涨 升高 扩大 多增 净增长 净增 净增加 递增 攀升 增 升 涨 延长 年均增长 涨价 翻
""")
_CHANGES_DOWN = listed("""
    负增长 下降 减少 降低 压减 压降 压缩 缩减 缩短 下滑 回落 下跌 收窄 下调 削减 精简 降 减 跌 降价
""")
_STANDING = listed("达到 达 高达 多达 为 是 实现")
_LEVELS = listed("""
    达成 有 拥有 共有 现有 完成 保持在 维持在 稳定在 控制在 在 位居 位列 列 居 排名 排在 排 至 到 升至 降至 增至 提至
    减至 扩至 突破 迈上 迈过 站上 跃上 跨上 跨过 保持到 稳定到 控制到 控制至 保持 稳居 升到 降到
    位居全国 居全国 列全国 居全省 列全省 位居全省 位列全省 居全市 列全市 位居全市
    位列全市 稳居全国 稳居全省 稳居全市 跃居全国 跃居全省 排名全国 排名全省 排名全市
""")
_CHANGING = listed("""
    增长 增加 提高 提升 上升 上涨 扩大 下降 减少 降低 压减 压缩 缩小 缩短 下调 攀升 扩展 拓展 回升 恢复 调整 优化 上调
    扩充 发展 降 升 增 减
""")
# 单位, 存在, 人均, 新增: the last character belongs to a word that leads to nothing.
OTHER_WORDS = listed("""
    需要 主要 重要 存在 现在 系列 序列 队列 甚至 行为 作为 成为 国有 私有 公有 所有 人均 公共 新增 倍增 激增 晋升 核减
    递减 家居 邻居 民居 安居 定居 旧居 首都 编排 自由 理由 收到 受到 得到 户均 亩均 地均 年增 加减 增减 改造提升
    安排 统筹 全国平均 全省平均 全市平均 全县平均 全州平均 提质升
""")
LEADS: dict[str, Lead] = (
    dict.fromkeys(_ADVERBS, Lead.ADVERB)
    | dict.fromkeys(_STANDING, Lead.STANDING)
    | dict.fromkeys(_LEVELS, Lead.LEVEL)
    | {word + to: Lead.LEVEL for word in _CHANGING for to in ("到", "至", "为")}
    | {word + end: Lead.UP for word in _CHANGES_UP for end in ("", "了")}
    | {word + end: Lead.DOWN for word in _CHANGES_DOWN for end in ("", "了")}
)
LONGEST_LEAD = max(map(len, LEADS))
LEAD_ENDS = tuple(LEADS)
# 总产量连续18年保持在…: how long it has been so is no part of the name.
STREAK = re.compile(r"(?:已|均)?连续[0-9一二三四五六七八九十]{1,3}个?(?:年|月|季度)\Z")
THAN = re.compile(r"(?:比|较|与)[^，。；、比较与]{0,7}?(?:年|月|末|底|同期|初|前|”)(?:同期|末|底|相比|同比|度)?\Z")
# Nouns that name a change; the figure after them is its amount, and they stay part of the name.
RISES = ("增速", "增幅", "涨幅", "升幅", "增长率", "增长速度")
FALLS = ("降幅", "跌幅", "下降率")

# The verb that a name begins with. A second verb may be part of the noun (新增引导屏), so only listed pairs are read.
VERB = re.compile(rf"{ADVERB}(?:{ACTION})(?:[、和](?:{ACTION}))?(?:了|有|各类|各级)?")

# Verbs that have someone do something: what is done stands behind a verb of its own.
PIVOT = re.compile(r"(?:支持|帮助|推动|带动|鼓励|引导|组织|协调|建议|督促|指导|促进)")
# Behind another noun these are its head: 详细规划3种, 垃圾治理2处.
NOUN_LIKE = frozenset(
    listed("""
    规划 建设 服务 培训 治理 投资 改造 发展 补贴 补助 奖励 保障 生产 销售 救助 帮扶 安置 登记 注册 支持 整治 修复 绿化
    开发 转移 流转 供应 采购
""")
)

# Where the words after a count stop naming the thing and begin to tell what became of it.
PREDICATE = re.compile(
    r"完成|达到|达标(?![小企家村校单县区乡])|(?<![雷抵])达(?!标)|(?<=户)户均|(?<=人)人均|(?<=村)村均|(?<!平)均(?!衡)|全部|已|开工(?!项)|竣工(?!项)|投产(?!项)|投用|投入|建成|实现|列入|纳入|入选|入围|入列|荣获|分获|获|通过|"
    r"落户|落地(?!项)|启动|进入|入驻|参与|参加|惠及|覆盖|占|增长(?![点极])|下降|提高|正在|有序|顺利|加快|稳步|全面|成为|位居|分别|提供|享受|受益|"
    r"脱贫(?![户村人攻劳监])|得到|予以|进行|开展|参评|加入|率先|基本(?=完|建|实)|如期|相继|陆续|同步|先后|成功|被|是|(?<![行作成认])为(?!民)|"
    r"(?<![存现潜])在(?![建谈校园岗册线编库])|将(?!军)|用于|取得(?!的)|(?<!面)对(?![外口接象标应手立岸比联])|(?<![公医])共(?![享建同青性有])|并(?![购网联])|其中|(?<![评对占同环相攀])比(?![赛例重武])|较(?=上|去|年|[0-9])|"
    r"同比|突破|超过|接受|共同(?=奋|努|推|参)|完工|全覆盖|全线|贯通|以及|正(?=[抓加积全有稳逐])|刷新|跻身|填补|打破|[\u4e00-\u9fff]{2}了(?=[\u4e00-\u9fff])|"
    r"未(?=造成|发生|出现|完成|能|达|实现)|年内|[年月]底|[一二三四]季度|[上下]半年|按[期时]|尽[快早]|逐[户一村人家]|(?:主持|主导)或|进展|因(?![素此子地公])"
)
