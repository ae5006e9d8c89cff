"""Whether two titles are built alike, as the titles of one level in a Chinese report are. Pure."""


def same_shape(one: str, other: str) -> bool:
    """Tell whether two titles have as many clauses, and nearly as many characters."""
    shorter, longer = sorted((len(one), len(other)))
    return shorter > 0 and shorter >= 0.6 * longer and one.count("，") == other.count("，")


def parallel(one: str, other: str) -> bool:
    """Tell whether two titles are built alike: in length, in marks, and in how they begin or end."""
    if not same_shape(one, other):
        return False
    if one[0] == other[0] or one[-2:] == other[-2:]:
        return True
    if "：" in one and one.find("：") == other.find("："):
        return True
    if len(one) == len(other) and any(one[at : at + 2] == other[at : at + 2] for at in range(len(one) - 1)):
        return True
    return len(_pairs(one) & _pairs(other)) >= 2


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
