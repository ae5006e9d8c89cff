"""Where a layout profile differs from GB/T 9704—2012: a deviation is a named setting, and shown as one."""

from collections.abc import Callable
from dataclasses import dataclass

from generators.document import Role
from generators.fonts import ROLE_NAMES
from generators.profile_files import load_profile
from generators.profiles import DEFAULT_PROFILE, Profile
from report.words import _, listed

# The sizes of Chinese type that have a name, in points.
_SIZE_NAMES = {
    42: "初号",
    36: "小初",
    26: "一号",
    24: "小一",
    22: "二号",
    18: "小二",
    16: "三号",
    15: "小三",
    14: "四号",
    12: "小四",
    10.5: "五号",
    9: "小五",
}


@dataclass(frozen=True, slots=True)
class Deviation:
    """One point in which a profile differs from the standard."""

    clause: str
    what: str
    own: str
    standard: str

    def words(self) -> str:
        """Return the point as a clause of a sentence."""
        return _("{what}{own}（标准{standard}，{clause}）").format(
            what=self.what, own=self.own, standard=self.standard, clause=self.clause
        )


def deviations(profile: Profile) -> tuple[Deviation, ...]:
    """Return the points in which a profile differs from the standard, in the order of its clauses."""
    standard = load_profile(DEFAULT_PROFILE)
    found: list[Deviation] = []
    for clause, what, said in _points():
        own, wanted = said(profile), said(standard)
        if own != wanted:
            found.append(Deviation(clause, what, own, wanted))
    return tuple(found)


def deviation_words(profile: Profile) -> str:
    """Return the points in which a profile differs from the standard as words, "" where there are none."""
    return listed(each.words() for each in deviations(profile))


def _points() -> tuple[tuple[str, str, Callable[[Profile], str]], ...]:
    """Return what is compared: the clause, what it rules, and what a profile says of it."""
    return (
        ("5.1", _("纸张"), lambda p: _millimetres(p.page.width_mm, p.page.height_mm)),
        ("5.2.1", _("天头"), lambda p: _millimetres(p.page.top_mm)),
        ("5.2.1", _("订口"), lambda p: _millimetres(p.page.left_mm)),
        ("5.2.1", _("版心"), lambda p: _millimetres(p.page.text_width_mm, p.page.text_height_mm)),
        ("5.2.2", _("正文"), lambda p: _letters(p, Role.BODY)),
        ("5.2.3", _("每面"), lambda p: _("{rows}行").format(rows=p.grid.rows)),
        ("5.2.3", _("每行"), lambda p: _("{chars}字").format(chars=p.grid.chars)),
        ("7.3.1", _("标题"), lambda p: _letters(p, Role.TITLE)),
        ("7.3.2", _("称呼"), lambda p: _letters(p, Role.ADDRESSEE)),
        ("7.3.3", _("正文首行缩进"), lambda p: _chars(p.look(Role.BODY).first_indent_chars)),
        ("7.3.3", _("一级标题"), lambda p: _letters(p, Role.HEADING_1)),
        ("7.3.3", _("二级标题"), lambda p: _letters(p, Role.HEADING_2)),
        ("7.3.3", _("三级标题"), lambda p: _letters(p, Role.HEADING_3)),
        ("7.3.3", _("四级标题"), lambda p: _letters(p, Role.HEADING_4)),
        ("7.3.5", _("落款右空"), lambda p: _chars(p.look(Role.SIGNATURE).end_inset_chars)),
        ("7.4", _("报尾"), lambda p: _letters(p, Role.TAIL_LINE)),
        ("7.5", _("页码"), lambda p: _size(p.page_number.size_pt) + ROLE_NAMES[p.page_number.font]),
        ("7.5", _("页码距版心"), lambda p: _millimetres(p.page_number.below_mm)),
    )


def _millimetres(*lengths: float) -> str:
    return " × ".join(f"{length:g} mm" for length in lengths)


def _chars(count: float) -> str:
    return _("{chars}字").format(chars=f"{count:g}")


def _letters(profile: Profile, role: Role) -> str:
    """Return size and font of a role; what has the size of body text, as in the standard, is not named for it."""
    look = profile.look(role)
    size = "" if role is not Role.BODY and look.size_pt == profile.look(Role.BODY).size_pt else _size(look.size_pt)
    return size + ROLE_NAMES[look.font]


def _size(points: float) -> str:
    name = _SIZE_NAMES.get(points)
    return name or _("{points} 磅").format(points=f"{points:g}")
