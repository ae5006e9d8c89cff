"""The table of main tasks (重点工作任务分解表): a row a measure, with who is to see to it, and by when."""

from collections.abc import Iterator, Mapping, Sequence

from generators.compose.plan_tasks import Task, due_in, is_numbered, tasks_of
from generators.compose.session import rows_of
from generators.compose.setting import Setting
from generators.document import Block, Cell, CellAlign, Column, NewPart, Run, Table, TableRow
from generators.units import Assignment, Unit, suggest, units_in
from report.model import Section

_COLUMNS = (
    Column(4.8),
    Column(13, CellAlign.LEFT),
    Column(37.4, CellAlign.LEFT),
    Column(9),
    Column(10),
    Column(10),
    Column(9),
)
_HEADS = ("序号", "工作任务", "具体措施", "牵头领导", "牵头单位", "配合单位", "完成时限")
_BLANK_ROWS = 8
_ROW_ROWS = 1.0


def tasks(setting: Setting) -> Iterator[Block]:
    """Yield the table on landscape pages; blank rows where the plan part holds no task."""
    head = TableRow(tuple(Cell((Run(word),)) for word in _HEADS), _ROW_ROWS)
    rows = tuple(_rows(setting, tasks_of(setting.excerpt)))
    blank = TableRow(tuple(Cell() for _ in _COLUMNS), _ROW_ROWS * 1.5)
    yield Table(_COLUMNS, (head,), rows or (blank,) * _BLANK_ROWS)


def landscape(setting: Setting) -> Iterator[Block]:
    """Yield the turn to landscape pages."""
    del setting
    yield NewPart(landscape=True)


def units_of(setting: Setting) -> tuple[Unit, ...]:
    """Return the units to choose from: those typed into the field, before those of the office's list."""
    return (*units_in(rows_of(setting.fields.get("units", ""))), *setting.units)


def suggested(setting: Setting) -> int:
    """Return how many measures a unit is suggested for by its keywords."""
    units, picks = units_of(setting), _picks(setting)
    return sum(
        1
        for number, task in enumerate(tasks_of(setting.excerpt), 1)
        for index, words in enumerate(_measure_words(setting, task), 1)
        if not _picked(picks, number, index)[1] and suggest(units, words, task.title).unit
    )


def _measure_words(setting: Setting, task: Task) -> list[str]:
    text = setting.report.text
    return [text[start:end] for start, end in task.measures] or [""]


def _rows(setting: Setting, found: Sequence[Task]) -> Iterator[TableRow]:
    units, picks = units_of(setting), _picks(setting)
    above: Section | None = None
    for number, task in enumerate(found, 1):
        if task.above is not None and task.above is not above:
            yield _group(setting, task.above)
        above = task.above
        count = max(1, len(task.measures))
        counted = count > 1 and not any(is_numbered(setting.report, span) for span in task.measures)
        for index, words in enumerate(_measure_words(setting, task)):
            cells = [Cell((Run(str(number)),), rows=count), Cell(_title(task), rows=count)]
            measure = task.measures[index] if task.measures else None
            pick = _picked(picks, number, index + 1)
            yield TableRow(
                (
                    *(cells if index == 0 else ()),
                    Cell(_words(setting, measure, index + 1 if counted else 0)),
                    *_who(suggest(units, words, task.title), pick),
                    Cell((Run(pick[3]),) if pick[3] else _due(setting, measure)),
                ),
                _ROW_ROWS,
            )


def _group(setting: Setting, section: Section) -> TableRow:
    at = setting.report.text.find(section.title, section.start, section.body_start)
    number = (Run(section.number, section.start),) if section.number else ()
    title = Cell((*number, Run(section.title, at if at >= 0 else None)), columns=len(_COLUMNS), align=CellAlign.LEFT)
    return TableRow((title,), _ROW_ROWS, keep=True)


def _title(task: Task) -> tuple[Run, ...]:
    number = (Run(task.number, task.number_at),) if task.number else ()
    return (*number, Run(task.title, task.title_at))


def _words(setting: Setting, span: tuple[int, int] | None, number: int) -> tuple[Run, ...]:
    """Return a measure's words behind its number （1）, 0 for none."""
    if span is None:
        return ()
    return (*((Run(f"（{number}）"),) if number else ()), Run(setting.report.text[span[0] : span[1]], span[0]))


def _who(found: Assignment, pick: Sequence[str]) -> Iterator[Cell]:
    """Yield leader, unit and helping units: what was picked, else what is suggested for them."""
    leader, unit, helpers = pick[:3]
    own = found if not unit or unit == found.unit else Assignment()
    yield _typed(leader or own.leader)
    yield _typed(unit or own.unit)
    yield _typed(helpers or "、".join(own.helpers))


def _typed(words: str) -> Cell:
    return Cell((Run(words),)) if words else Cell()


def _picks(setting: Setting) -> Mapping[str, Sequence[str]]:
    """Return what the clerk picked for a task (3) or one of its measures (3.2): leader, unit, helpers, time."""
    rows = [[*row, "", "", "", "", ""] for row in rows_of(setting.fields.get("picks", ""))]
    return {row[0]: row[1:5] for row in rows if row[0]}


def _picked(picks: Mapping[str, Sequence[str]], task: int, measure: int) -> Sequence[str]:
    return picks.get(f"{task}.{measure}") or picks.get(str(task)) or ("", "", "", "")


def _due(setting: Setting, span: tuple[int, int] | None) -> tuple[Run, ...]:
    due = due_in(setting.report, span) if span else None
    return (Run(setting.report.text[due[0] : due[1]], due[0]),) if due else ()
