"""Words and phrases of the titles of official papers, and what a break beside or inside them costs the sense.

GB/T 9704—2012, 7.3.1 asks of a title in several lines for whole meanings (词意完整): no word torn, better no phrase.
"""

import re
from collections.abc import Sequence
from typing import Final

from generators.linebreak import may_break

# What a break costs, in cells of unevenness that would be borne to avoid it.
TORN_WORD: Final = 30.0
_PARTICLE_FIRST: Final = 30.0
_INSIDE_NAME: Final = 12.0  # between two characters that no table knows: very likely a name
_INSIDE_PHRASE: Final = 9.0
_BETWEEN_WORDS: Final = 5.0
_CONJUNCTION_FIRST: Final = 3.0
_BESIDE_TIME: Final = 2.5  # a time belongs to what follows it: 2025年|工作总结
_AFTER_UNIT: Final = 1.0
_AFTER_SENSE: Final = 0.0

# Behind these a line may well end: what they join or close is whole. 的 never opens a line.
_CONJUNCTIONS: Final = frozenset("及和与暨并")
_CLOSERS: Final = frozenset("的、》”）：，；。！？—　 ")
_OPENERS: Final = frozenset("《“（—")
_TIMES: Final = frozenset("年月日度")  # 季度, 年度
_NEVER_OPENS: Final = frozenset("的等之者们")


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


# Words that close a stretch of sense in a title: bodies, places, papers.
_ENDS: Final = _words("""
    期间 以来 届 会议 大会 全会 例会 座谈会 推进会 动员会 代表大会 人民政府 政府
    委员会 常务委员会 党委 党组 人大 政协 办公室 办公厅 办事处 工作组 领导小组 指挥部 秘书处 主席团 镇 乡 县 区 市
    省 州 街道 村 社区 开发区 关于
""")

_WORDS: Final = _words("""
    报告 通知 通报 通告 公告 公报 决定 决议 意见 建议 批评 请示 批复 纪要 简报 方案 规划 计划 要点 总结 办法 规定
    细则 条例 章程 议案 提案 草案 名单 清单 目录 说明 讲话 致辞 汇报 述职 情况 材料 摘编 汇编 文件 一览 解释 分解
    打算 分析 评估 研究 可行性 篇章 新篇章 信心

    政府 人民 代表 大会 委员 常务 常委 主席 秘书 办公 办公室 会议 全体 全委 党委 党组 党代会 人大 政协 纪委 监察
    法院 检察 书记 镇长 乡长 县长 区长 市长 省长 主任 组长 局长 干部 群众 职工 青年 妇女 残疾人 老年人 未成年人 农民
    农民工 候选人 企业 单位 部门 机关 机构 组织 团体 街道 社区 乡镇 村民 区域 县域 镇域 村级 县级 镇级 市级 省级
    全国 全省 全市 全县 全区 全镇 全乡 领导 小组 专班 中国共产党 共产党 中国 中华人民共和国 共和国 名额 集团 公司
    学校 医院

    年度 季度 上半年 下半年 前三季度 年中 年底 月份 期间 时期 阶段 五年 三年 以来 中期 近期 今后

    关于 印发 转发 发布 公布 召开 举办 开展 做好 认真 切实 加强 推进 加快 促进 推动 深化 强化 完善 落实 实施 执行
    完成 征集 办理 处理 审议 审查 批准 通过 调整 修订 修改 制定 编制 建立 健全 成立 设立 撤销 任免 任命 表彰 奖励
    考核 考评 测评 检查 督查 督办 整改 整治 治理 管理 监督 监管 防治 防控 防范 化解 应对 处置 保障 服务 支持 扶持
    培育 培训 建设 改造 提升 改革 开放 创新 创建 转型 升级 发展 振兴 巩固 拓展 衔接 帮扶 救助 补助 补贴 分配 使用
    征收 安置 拆迁 保护 修复 利用 动员 部署 安排 回顾 展望 进一步 全面 重点 主要 坚定 奋力 谱写 真抓实干 紧急 综合
    集中 配套 承包 运行 调研 公示 评选 授予 命名

    工作 任务 目标 指标 项目 工程 行动 活动 制度 机制 体制 体系 政策 措施 问题 责任 经济 社会 国民 财政 预算 决算
    税收 收入 支出 公共 一般 资金 债务 审计 统计 产业 工业 农业 农村 商贸 旅游 文化 教育 卫生 健康 医疗 医保 养老
    就业 社保 民政 民生 实事 住房 交通 公路 水利 电力 能源 生态 环境 环保 污染 大气 土壤 河长 林长 森林 草原 防火
    防汛 抗旱 地质 灾害 应急 消防 安全 生产 食品 药品 市场 营商 招商 引资 投资 消费 贸易 物流 科技 人才 数字 智慧
    信息 信息化 政务 公开 法治 依法 行政 执法 司法 信访 稳定 平安 综治 网格 治安 扫黑 除恶 禁毒 国防 双拥 退役 军人
    民族 宗教 统战 党建 党风 廉政 纪律 作风 宣传 思想 精神 文明 城乡 城镇 城市 乡村 新型 城镇化 现代化 高质量 一体化
    基层 基础 设施 土地 耕地 宅基地 粮食 高标准 农田 产权 集体 村庄 人居 厕所 垃圾 污水 饮水 脱贫 攻坚 扶贫 贫困
    返贫 监测 成果 换届 选举 主题 学习 贯彻 新时代 特色 社会主义 事业 处理厂
""")

# Several words that are one thing. A conjunction inside one is no place to end a line.
_PHRASES: Final = _words("""
    政府工作报告 工作报告 工作计划 工作安排 工作方案 工作要点 工作总结 工作情况 工作会议 工作简报 会议文件 实施方案
    实施意见 实施细则 实施情况 执行情况 完成情况 办理情况 整改情况 使用情况 管理办法 人民代表大会 人民政府
    常务委员会 代表大会 人民代表大会常务委员会 全体会议 领导小组 人民法院 人民检察院 政治协商会议 国民经济和社会发展
    经济和社会发展 经济社会发展 国民经济和社会发展计划 经济运行情况 一般公共预算 财政预算 预算执行情况 预算草案
    计划草案 财政收支 重点工作任务 重点工作 重点项目 主要指标 主要数据 目标任务 民生实事 民生实事项目 营商环境
    招商引资 安全生产 生态环境 环境保护 污染防治 乡村振兴 脱贫攻坚 高质量发展 高标准农田 基础设施 公共服务 社会治理
    综合治理 依法行政 法治政府 政务公开 党风廉政 党风廉政建设 精神文明建设 人居环境 人居环境整治 河长制 林长制
    防汛抗旱 森林防火 退役军人 农业农村 名词解释 要点摘编 可行性研究报告 污水处理厂
""")

_PATTERNS: Final = re.compile(
    r"[0-9０-９〇]+年(?:[0-9]+月(?:[0-9]+日)?|前[一二三]季度|[第]?[一二三四]季度|[上下]半年|度)?"
    r"|[0-9０-９]+月(?:[0-9]+日|份)?|第?[一二三四]季度|前[一二三]季度"
    r"|第[0-9〇一二三四五六七八九十百]+[届次期号批轮个][会议]{0,2}"
    r"|[0-9０-９〇一二三四五六七八九十百两]+[届次期号批轮周年个项件大]+"
)
_LONGEST: Final = max(map(len, (*_WORDS, *_PHRASES)))
_LONGEST_END: Final = max(map(len, _ENDS))


def break_costs(text: str, narrow: Sequence[int]) -> list[float | None]:
    """Return for each index what a break before that character costs, None where none is permitted."""
    word_of = _stretches(text, _WORDS)
    phrase_of = _stretches(text, _PHRASES)
    costs: list[float | None] = [None]
    for at in range(1, len(text)):
        if not may_break(text, narrow, at):
            costs.append(None)
        elif text[at] in _NEVER_OPENS and not _same(word_of, at):
            costs.append(_PARTICLE_FIRST)
        elif _same(word_of, at):
            costs.append(TORN_WORD)
        elif _same(phrase_of, at):
            costs.append(_INSIDE_PHRASE)
        else:
            costs.append(_cost_between(text, at, word_of))
    return costs


def _cost_between(text: str, at: int, word_of: Sequence[int]) -> float:
    """Return the cost of a break between two words."""
    before, after = text[at - 1], text[at]
    ended = any(text[at - size : at] in _ENDS for size in range(1, min(_LONGEST_END, at) + 1))
    cases = (
        (after in _OPENERS or before in _CLOSERS or (before in _CONJUNCTIONS and at > 1), _AFTER_SENSE),
        (after in _CONJUNCTIONS, _CONJUNCTION_FIRST),
        (before in _TIMES, _BESIDE_TIME),
        (ended or text.startswith(("关于", "第"), at), _AFTER_UNIT),
        (after.isdigit() and word_of[at] == at, _BESIDE_TIME),
        (word_of[at - 1] < 0 and word_of[at] < 0, _INSIDE_NAME),
    )
    return next((cost for holds, cost in cases if holds), _BETWEEN_WORDS)


def _same(stretch_of: Sequence[int], at: int) -> bool:
    return stretch_of[at] >= 0 and stretch_of[at] == stretch_of[at - 1]


def _stretches(text: str, known: frozenset[str]) -> list[int]:
    """Return for each character where the longest known word begins that it belongs to, -1 for none."""
    found = [-1] * len(text)
    at = 0
    while at < len(text):
        dated = _PATTERNS.match(text, at)
        length = dated.end() - at if dated else 0
        length = next((size for size in range(_LONGEST, max(length, 1), -1) if text[at : at + size] in known), length)
        found[at : at + length] = [at] * length
        at += max(length, 1)
    return found
