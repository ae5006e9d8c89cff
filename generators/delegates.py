"""A delegate (人大代表) as the list has it. People's data: kept with the project, nowhere else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Delegate:
    """One row of the delegates' list; what the list does not say is empty."""

    name: str
    number: str = ""  # 代表证号
    delegation: str = ""  # 代表团
    workplace: str = ""  # 工作单位
    phone: str = ""  # 联系电话
