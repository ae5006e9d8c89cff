"""The blocks of a bulletin (简报) that no other paper has: head, editor's note, foot."""

from collections.abc import Iterator

from generators.compose.setting import BLANK, Setting
from generators.document import Banner, Block, Role, Run, Tail, TextBlock


def banner(setting: Setting) -> Iterator[Block]:
    """Yield the head (报头)."""
    fields = setting.fields
    total = f"（总第{fields['total_issue']}期）" if fields["total_issue"] else ""
    yield Banner(
        note=fields["notice"].replace(" ", "　"),
        copy_number=fields["copy_number"],
        organ=fields["organ"],
        name=fields["name"] or "简报",
        issue=f"第{fields['issue'] or BLANK}期{total}",
        issuer=fields["issuer"],
        date=setting.printed_day(),
    )


def editor_note(setting: Setting) -> Iterator[Block]:
    """Yield 编者按, where there is one."""
    if setting.fields["editor_note"]:
        yield TextBlock(Role.EDITOR_NOTE, (Run(f"编者按：{setting.fields['editor_note']}"),))


def tail(setting: Setting) -> Iterator[Block]:
    """Yield the foot (报尾)."""
    fields = setting.fields
    lines = tuple(
        f"{label}：{fields[name].replace('；', '，')}"
        for label, name in (("报", "report_to"), ("送", "send_to"), ("发", "distribute_to"))
    )
    yield Tail(lines, f"共印{fields['copies'] or BLANK}份")
