"""A small report of an invented town, and fakes for the slow parts of the window."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from generators.job import LineOnPage, MadeFile, Preview, Result
from generators.kinds import Field, FieldType, Kind
from generators.progress import Progress
from report.facts import Facts
from report.findings import Finding
from report.model import Direction, Metric, Noticed, Report, Section, SectionKind
from ui.app import Program
from ui.work import Opened, Wish

TODAY = date(2023, 10, 20)
TEXT = (
    "云岫镇政府工作报告\n"
    "一、今年工作回顾\n"
    "今年新修水渠12公里，粮食产量3200吨，增长5.5%。\n"
    "（一）水利工作\n"
    "整修塘坝8座。群众满意。\n"
    "（二）文化工作\n"
    "放映电影40场。\n"
    "二、明年工作安排\n"
    "明年计划植树600亩。"
)


def _section(at: str, number: str, title: str, children: tuple[Section, ...] = (), last: str = "") -> Section:
    start = TEXT.index(f"{number}{title}")
    body = start + len(f"{number}{title}\n")
    end = TEXT.index(last) if last else len(TEXT)
    return Section(at, SectionKind.HEADING, number, title, start, body, end, children)


def _metric(at: str, name: str, written: str, value: str, section: str, change_of: str | None = None) -> Metric:
    start = TEXT.index(written)
    first = max(TEXT.rfind("\n", 0, start), TEXT.rfind("。", 0, start)) + 1
    last = TEXT.index("。", start) + 1
    unit = written.lstrip("0123456789.")
    direction = Direction.UP if change_of else Direction.NONE
    end = start + len(written)
    return Metric(at, name, value, unit, written, "", direction, start, end, section, first, last, change_of)


def invented_report() -> Report:
    """Return a report of an invented town: three levels, five figures and a change."""
    front = Section("1", SectionKind.FRONT, "", "云岫镇政府工作报告", 0, 0, TEXT.index("一、"))
    water = _section("2.1", "（一）", "水利工作", last="（二）")
    culture = _section("2.2", "（二）", "文化工作", last="二、")
    review = _section("2", "一、", "今年工作回顾", (water, culture), last="二、")
    plans = _section("3", "二、", "明年工作安排")
    metrics = (
        _metric("m1", "新修水渠", "12公里", "12", "2"),
        _metric("m2", "粮食产量", "3200吨", "3200", "2"),
        _metric("m3", "粮食产量增幅", "5.5%", "5.5", "2", change_of="m2"),
        _metric("m4", "整修塘坝", "8座", "8", "2.1"),
        _metric("m5", "放映电影", "40场", "40", "2.2"),
        _metric("m6", "植树", "600亩", "600", "3"),
    )
    noticed = (Noticed(Finding.HEADING_NUMBER_MISSING, 0, 3, "云岫镇"),)
    return Report("云岫镇.docx", "云岫镇政府工作报告", TEXT, (front, review, plans), metrics, (), noticed)


def invented_kind() -> Kind:
    """Return a kind with a field of every type."""
    return Kind(
        schema=1,
        id="brief",
        title="简报",
        formats=("docx", "pdf"),
        blocks=("title", "sections"),
        fields=(
            Field("name", "简报名称", FieldType.TEXT, group="报头", default="政务简报"),
            Field("issue", "期号", FieldType.INTEGER, group="报头", default="1", placeholder="空着印成空白，手填"),
            Field("date", "日期", FieldType.DATE, group="报头", default_from="today"),
            Field("title", "标题", FieldType.TEXT, group="正文", default_from="title"),
            Field(
                "figures", "主要数据", FieldType.CHOICE, group="正文", default="不印", choices=("不印", "印在正文后")
            ),
            Field("send_to", "送", FieldType.LIST, group="报尾", placeholder="空着就不印"),
        ),
    )


def invented() -> Opened:
    """Return what reading the invented report gives."""
    report = invented_report()
    return Opened(Path("云岫镇.docx"), report, Facts(title=report.title), (invented_kind(),))


class FakeWork:
    """Stands for composing and saving: quick, and remembers what it was asked."""

    def __init__(self) -> None:
        """Make one page for every ticked section."""
        self.wishes: list[Wish] = []
        self.orders: list[Wish] = []
        self.made: list[tuple[tuple[str, ...], Path]] = []
        self.before_preview: Callable[[Progress], None] = lambda _progress: None
        self.before_make: Callable[[Progress], None] = lambda _progress: None

    def preview(self, wish: Wish, progress: Progress) -> Preview:
        """Return as many white pages as sections are ticked; page 1 prints the first figure's sentence."""
        self.before_preview(progress)
        self.wishes.append(wish)
        metric = wish.report.metrics[0]
        span = (metric.sentence_start, metric.sentence_end)
        line = LineOnPage(0, 80, 100, 200, 20, wish.report.sentence(metric), (span,), "")
        return Preview(b"%PDF", max(1, len(wish.selection.modes)), 595, 842, (line,), ())

    def make(self, wish: Wish, formats: tuple[str, ...], folder: Path, progress: Progress) -> Result:
        """Return one file for each format; writes nothing."""
        self.before_make(progress)
        progress.step(0.5, "排版")
        self.orders.append(wish)
        self.made.append((formats, folder))
        return Result(tuple(MadeFile("brief", name, folder / f"简报.{name}", 1) for name in formats), ())


def settle(qtbot: QtBot, program: Program) -> None:
    """Wait until nothing is under way and the pages are those of the ticks."""

    def quiet() -> bool:
        waiting = program.tasks.busy or program.turns.busy or program.actions.previewing.waiting
        return not waiting

    qtbot.waitUntil(quiet)
