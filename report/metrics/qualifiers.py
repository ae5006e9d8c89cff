"""The words that make a figure approximate or a bound: 近 约 超过 余 多 以上 左右 and their kin."""

import re

from report.wordlist import listed

# Longest first, so that 超过 is not read as 超. 达 and 共 state the figure itself and are none.
_BEFORE = listed("""
    不低于 不少于 不超过 不高于 不多于 不小于 不大于 超过 突破 接近 将近 大约 至少 不足 不到 近 约 超 逾
""")
# 签约18个项目, 节约3万元, 赶超2个县, 附近5个村: the character belongs to the word before it.
_OTHER_WORD_BEFORE = {
    "近": "附最邻临靠就贴亲远",
    "约": "签节集预制大履合违简解条契公邀隐续",
    "超": "赶反",
}
_WITHIN = re.compile(r"[余多](?!数)")
_AFTER = re.compile(r"以上|以下|以内|之内|左右|上下|之多")


def qualifier_before(text: str, end: int, floor: int) -> int:
    """Return where the qualifier that ends at `end` begins, `end` itself where none stands; never before `floor`."""
    for word in _BEFORE:
        start = end - len(word)
        if start >= floor and text.startswith(word, start):
            before = text[start - 1 : start]
            if before and before in _OTHER_WORD_BEFORE.get(word, ""):
                return end
            return start
    return end


def qualifier_within(text: str, start: int) -> int:
    """Return the end of a 余 or 多 at `start`, `start` itself where none stands."""
    match = _WITHIN.match(text, start)
    return match.end() if match else start


def qualifier_after(text: str, start: int) -> int:
    """Return the end of 以上, 左右 and the like at `start`, `start` itself where none stands."""
    match = _AFTER.match(text, start)
    return match.end() if match else start
