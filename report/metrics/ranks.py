"""Names a rank by what was compared: 综合考核列全县第3位, 在年度考核中，我镇取得第2名."""

import re
from collections.abc import Sequence

from report.metrics.named import Named
from report.metrics.names import is_bare_verb, strip_opening
from report.metrics.sentences import Sentence, clause_before

_CONTEST = (
    r"考核|考评|考试|评比|评价|评估|评选|测评|竞赛|比赛|大赛|联赛|锦标赛|运动会|检查|抽查|普查|调查|排名|排行|"
    r"通报|督查|验收"
)
_IN_CONTEST = (
    re.compile(rf"(?:荣获|获得|取得|夺得)([^，。、；]{{0,30}}?(?:{_CONTEST}))"),
    re.compile(rf"在([^，。、；]{{0,30}}?(?:{_CONTEST}))[中里上]?"),
)
_RANKED = re.compile(
    r"(?:在?全[国省市县区镇州]|在?[^，。、]{0,6}?中)?(?:荣获|获得|取得|获|位居|位列|名列|居|列|跃居|稳居|升至|进入|排名|"
    r"排在|位次|排)?(?:全[国省市县区镇州]|国内|[省市县]内)?的?\Z"
)
_PLACED = re.compile(r"\A(?:排名|位列|名列|位居|荣获|获得)(?=.{3})")
_ASPECTS = frozenset(["增速", "增幅", "总量", "数量", "规模", "增量"])


def ranked(sentence: Sentence, rows: Sequence[Named], index: int, core: str) -> str:
    """Return the name of a rank, "" where nothing tells what was compared."""
    for words in (sentence.words[index], clause_before(sentence, index)):
        contest = next(filter(None, (pattern.search(words) for pattern in _IN_CONTEST)), None)
        if contest:
            return strip_opening(contest.group(1))
    subject = _RANKED.sub("", core)
    subject = _PLACED.sub("", subject)
    if rows and subject in _ASPECTS:
        return rows[-1].name + subject
    if subject and not is_bare_verb(subject):
        return subject
    return strip_opening(clause_before(sentence, index)).rstrip("中上里") or (rows[-1].name if rows else "")
