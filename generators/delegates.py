"""The delegates (人大代表) of a list, as values. People's data: kept with the project, nowhere else, in no log."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from report.model import Noticed

# Dots that stand between the parts of a transliterated name; GB/T 15834—2011, 4.14.3.1 has the one in the middle, ·.
_DOTS: Final = re.compile(r"(?<!\s)\s*[·•‧∙⋅・･．.●]\s*(?=[^\W\d_])")
_HAN: Final = r"[㐀-鿿豈-﫿\U00020000-\U000323af]"
_ANY_HAN: Final = re.compile(_HAN)
_BETWEEN_HAN: Final = re.compile(rf"(?<={_HAN})\s+(?={_HAN})")


class DelegateField(StrEnum):
    """What a list may say of a delegate."""

    NAME = "name"
    NUMBER = "number"
    DELEGATION = "delegation"
    WORKPLACE = "workplace"
    DUTY = "duty"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Delegate:
    """One row of the delegates' list, as it is written there; what the list does not say is empty."""

    name: str
    number: str = ""  # 代表证号
    delegation: str = ""  # 代表团
    workplace: str = ""  # 工作单位
    phone: str = ""  # 联系电话
    duty: str = ""  # 职务

    @property
    def shown_name(self) -> str:
        """The name as it is printed: 张 三, spaced to align a list, is 张三; between the parts of a name stands ·."""
        return shown_name(self.name)

    @property
    def place(self) -> str:
        """Workplace and duty in one line: 云岫镇中心学校　教师."""
        return "　".join(part for part in (self.workplace, self.duty) if part)


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of the list: its number from 1, its head, and what it is read as; None where it is not used."""

    number: int
    head: str
    field: DelegateField | None


@dataclass(frozen=True, slots=True)
class DelegateList:
    """A list that was read, to be shown for checking. `noticed` names rows and columns, never people."""

    delegates: tuple[Delegate, ...]
    columns: tuple[ListColumn, ...] = ()
    noticed: tuple[Noticed, ...] = ()
    sheet: str = ""  # of a workbook


def shown_name(name: str) -> str:
    """Return a name without the spaces that only align a list, its parts joined by ·; Latin names keep theirs."""
    joined = _BETWEEN_HAN.sub("", " ".join(name.split()))
    return _DOTS.sub("·", joined) if _ANY_HAN.search(joined) else joined
