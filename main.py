"""The command line, and the way into the window. Qt is imported only when the window is asked for.

Nothing heavy is imported before a command is known: a report is inspected without the PDF and Word libraries.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from report.contract import JsonValue, report_document
from report.errors import Failure, UserError
from report.json_pieces import json_pieces
from report.messages import explain, notice_sentence
from report.model import Direction, Noticed, Report, Section
from report.password_file import read_password
from report.readers.file_bytes import shown_name
from report.reading import read_pasted, read_report
from report.selection import Mode
from report.words import LANGUAGES, _, listed, use_language

if TYPE_CHECKING:
    from generators.job import MadeFile
    from generators.kinds import Kind
    from generators.plan import Plan

_ARROWS = {Direction.NONE: "", Direction.UP: "↑", Direction.DOWN: "↓"}
_Command = TypeVar("_Command", bound=Callable[..., object])
_PASSWORD_TRIES = 3


def _set_language(_context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value:
        use_language(value)
        _translate_help(cli)


def _translate_help(command: click.Command) -> None:
    """Put the help of a command and of those under it, made in Chinese on import, into the language in use."""
    command.help = _(command.help) if command.help else None
    for option in command.params:
        if isinstance(option, click.Option):
            option.help = _(option.help) if option.help else None
            option.metavar = _(option.metavar) if option.metavar else None
    if isinstance(command, click.Group):
        for each in command.commands.values():
            _translate_help(each)


def _language(command: _Command) -> _Command:
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        callback=_set_language,
        is_eager=True,
        help=_("语言：zh 或 en。"),
    )(command)


def _password(command: _Command) -> _Command:
    return click.option("--password-file", type=click.Path(path_type=Path), help=_("写着报告密码的文件。"))(command)


class _Commands(click.Group):
    """Takes a first word that is no command for a report to be opened in the window."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of the first word; `window` with all words where it names none."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            return "window", self.commands["window"], args
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_("简报台：把政府工作报告做成简报和会议材料。不带参数时打开窗口。"),
)
@_language
@click.pass_context
def cli(context: click.Context) -> None:
    """Open the window where no command is given."""
    if context.invoked_subcommand is None:
        context.exit(_open_window(None))


@cli.command(hidden=True)
@click.argument("report")
@_password
@click.pass_context
def window(context: click.Context, report: str, password_file: Path | None) -> None:
    """Open the window with a report."""
    context.exit(_open_window(Path(report), None if password_file is None else read_password(password_file)))


def _open_window(report: Path | None, password: str | None = None) -> int:
    gc.enable()  # a window lives all day
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in screens):
        raise UserError(Failure.NO_SCREEN)
    try:
        from ui.app import run  # noqa: PLC0415 - Qt only when the window is asked for
    except ImportError as error:
        raise UserError(Failure.NO_WINDOW_SYSTEM, cause=str(error)) from error
    return run(report, password)


@cli.command(help=_("读入报告，列出标题和指标。"))
@click.argument("report")
@click.option("--json", "as_json", is_flag=True, help=_("输出 JSON。"))
@_password
@_language
def inspect(report: str, *, as_json: bool, password_file: Path | None) -> None:
    """Read a report and list its sections and metrics."""
    found = _read(report, password_file)
    if as_json:
        _print_json(report_document(found))
        return
    click.echo(found.title)
    for section in found.sections:
        _print_section(section, 0)
    for metric in found.metrics:
        click.echo(f"{metric.id}\t{metric.name}\t{_ARROWS[metric.direction]}{metric.written}\t{metric.section}")
    _print_notices(found.noticed)


def _print_notices(noticed: Iterable[Noticed]) -> None:
    for notice in noticed:
        click.echo(_("注意：{sentence}").format(sentence=notice_sentence(notice)), err=True)


def _read(name: str, password_file: Path | None) -> Report:
    """Return the report that a word of the command line names: a file, or standard input for -."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a converting program is ended, too
    read = partial(read_report, Path(name))
    if name == "-":
        read = partial(read_pasted, sys.stdin.buffer.read(), _("标准输入"))
    password = None if password_file is None else read_password(password_file)
    may_ask = password is None and sys.stdin.isatty() and sys.stderr.isatty()
    for tries_left in reversed(range(_PASSWORD_TRIES)):
        try:
            with _Bar(_("读入")) as bar:
                return read(password, bar)
        except UserError as error:
            if error.failure not in {Failure.PASSWORD_NEEDED, Failure.PASSWORD_WRONG} or not (may_ask and tries_left):
                raise
            if error.failure is Failure.PASSWORD_WRONG:
                click.echo(_("密码不对。"), err=True)
        password = click.prompt(
            _("请输入“{name}”的密码").format(name=shown_name(Path(name))), hide_input=True, err=True
        )
    raise AssertionError  # the last try returns or raises


def _print_section(section: Section, depth: int) -> None:
    click.echo(f"{section.id}\t{'  ' * depth}{section.number}{section.title}")
    for child in section.children:
        _print_section(child, depth + 1)


@cli.command(help=_("校核报告：数字、序号、用词、标点。"))
@click.argument("report")
@click.option("--json", "as_json", is_flag=True, help=_("输出 JSON。"))
@_password
@_language
def check(report: str, *, as_json: bool, password_file: Path | None) -> None:
    """Audit a report: figures, numbering, wording."""
    from report.checks import check_report  # noqa: PLC0415 - see the module's docstring
    from report.checks.contract import check_document  # noqa: PLC0415

    found = _read(report, password_file)
    slips = check_report(found)
    if as_json:
        _print_json(check_document(slips))
        return
    for slip in slips:
        line = found.text.count("\n", 0, slip.noticed.start) + 1
        click.echo(_("第 {line} 段：{sentence}").format(line=line, sentence=notice_sentence(slip.noticed)))
    click.echo(_("共 {count} 处待核对。").format(count=len(slips)))


@cli.command(help=_("量一量做好的 PDF 或 Word 文件，和版式逐项对照。"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=_("输出 JSON。"))
@_language
def certify(file: Path, *, as_json: bool) -> None:
    """Measure a made file against its profile."""
    from generators.certify import certify as measure  # noqa: PLC0415 - see the module's docstring
    from generators.contract import certificate_document  # noqa: PLC0415

    certificate = measure(file)
    if as_json:
        _print_json(certificate_document(certificate))
        return
    verdicts = {"ok": _("合"), "deviates": _("不合"), "unknown": _("看不出")}
    for row in certificate.rows:
        click.echo("\t".join((row.clause, row.what, row.wanted, row.measured, verdicts[row.verdict])))
    told = _("与“{profile}”相合。") if certificate.conforms else _("与“{profile}”不合，见标明“不合”的各行。")
    click.echo(told.format(profile=certificate.profile))


@cli.command(help=_("列出能做的文种和各自的要素。"))
@click.option("--json", "as_json", is_flag=True, help=_("输出 JSON。"))
@_language
def kinds(*, as_json: bool) -> None:
    """List the kinds of paper and their fields."""
    from generators.contract import kinds_document  # noqa: PLC0415 - see the module's docstring
    from generators.kind_files import kind_faults, load_kinds  # noqa: PLC0415

    if as_json:
        _print_json(kinds_document())
        return
    _print_notices(kind_faults())
    for kind in load_kinds():
        click.echo(f"{kind.id}\t{kind.title}\t{listed(kind.formats)}")
        for field in kind.fields:
            choices = f"（{'、'.join(field.choices)}）" if field.choices else ""
            click.echo(f"  {field.id}\t{field.label}\t{field.help}{choices}")


@cli.command(help=_("用报告做材料。"))
@click.argument("report")
@click.option("--kind", "kind_names", multiple=True, help=_("文种，可以写多次。"))
@click.option("--plan", "plan_file", type=click.Path(path_type=Path), help=_("方案文件（JSON）。"))
@click.option("--out", "folder", required=True, type=click.Path(path_type=Path), help=_("放文件的文件夹。"))
@click.option("--format", "formats", default="docx,pdf", show_default=True, help=_("格式，用逗号分开。"))
@click.option(
    "--section",
    "sections",
    multiple=True,
    metavar=_("ID=印法"),
    help=_("节：编号=full、digest 或 heading；all；none。"),
)
@click.option("--metric", "metrics", multiple=True, metavar="ID", help=_("指标：编号；all；none。"))
@click.option("--set", "settings", multiple=True, metavar=_("要素=值"), help=_("填写要素。"))
@click.option("--delegates", "list_file", type=click.Path(path_type=Path), help=_("代表名单：.xlsx 或 .csv。"))
@click.option("--profile", help=_("版式。"))
@click.option("--base", type=click.Path(path_type=Path), help=_("单位自己的 Word 底稿：.docx。"))
@click.option("--force", is_flag=True, help=_("覆盖同名文件。"))
@click.option("--json", "as_json", is_flag=True, help=_("输出 JSON。"))
@_password
@_language
def make(
    report: str,
    *,
    kind_names: tuple[str, ...],
    plan_file: Path | None,
    folder: Path,
    formats: str,
    sections: tuple[str, ...],
    metrics: tuple[str, ...],
    settings: tuple[str, ...],
    list_file: Path | None,
    profile: str | None,
    base: Path | None,
    force: bool,
    as_json: bool,
    password_file: Path | None,
) -> None:
    """Make papers from a report."""
    from generators.contract import make_document, shown_path  # noqa: PLC0415
    from generators.delegate_files import read_delegates  # noqa: PLC0415
    from generators.delegates import DelegateList  # noqa: PLC0415
    from generators.job import make as make_papers  # noqa: PLC0415
    from generators.ordering import Order  # noqa: PLC0415
    from generators.plan import Plan, load_plan, select  # noqa: PLC0415
    from generators.profiles import DEFAULT_PROFILE  # noqa: PLC0415

    if not kind_names and plan_file is None:
        raise click.UsageError(_("要写 --kind 或 --plan。"))
    plan, noticed = load_plan(plan_file) if plan_file is not None else (Plan(), ())
    chosen = _chosen_kinds(kind_names or plan.kinds)
    fields = _fields(chosen, plan, settings)
    people = DelegateList(()) if list_file is None else read_delegates(list_file)
    found = _read(report, password_file)
    selection = select(found, _modes(found, sections, plan), _metrics(found, metrics, plan))
    wanted = tuple(part.strip() for part in formats.split(",") if part.strip())
    files: list[MadeFile] = []
    odd: list[Noticed] = [*noticed, *people.noticed, *found.noticed]
    with _Bar(_("生成")) as bar:
        for kind in chosen:
            order = Order(
                *(found, selection, kind, fields[kind.id], date.today()),  # noqa: DTZ011
                delegates=people.delegates,
                base=base,
                of_members=plan.fields,
                profile=profile or plan.profile or kind.profile or DEFAULT_PROFILE,
            )
            result = make_papers(order, wanted, folder, bar, force=force)
            files += result.files
            odd += result.noticed
    if as_json:
        _print_json(make_document(files, odd))
        return
    for file in files:
        click.echo(shown_path(file.path))
    if sys.stderr.isatty():
        _print_notices(odd)


def _chosen_kinds(names: tuple[str, ...]) -> "list[Kind]":
    from generators.kind_files import find_kind  # noqa: PLC0415

    return list({kind.id: kind for kind in map(find_kind, names)}.values())


def _fields(chosen: "list[Kind]", plan: "Plan", settings: tuple[str, ...]) -> Mapping[str, Mapping[str, str]]:
    """Return what was typed for each kind: the plan's values, then the options; each reaches all kinds that have it."""
    fields = {kind.id: dict(plan.fields.get(kind.id, {})) for kind in chosen}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals:
            raise click.BadParameter(_("要写成 要素=值。"), param_hint="--set")
        takers = [kind for kind in chosen if any(field.id == name for field in kind.fields)]
        if not takers and any(kind.binds for kind in chosen):
            takers = [kind for kind in chosen if kind.binds]  # a set hands it on to its papers
        if not takers:
            known = listed(dict.fromkeys(field.id for kind in chosen for field in kind.fields))
            raise UserError(Failure.UNKNOWN_FIELD, id=name, known=known)
        for kind in takers:
            fields[kind.id][name] = value
    return fields


def _modes(report: Report, sections: tuple[str, ...], plan: "Plan") -> Mapping[str, Mode] | None:
    if not sections:
        return plan.sections
    modes: dict[str, Mode] = {}
    for section in sections:
        name, equals, mode = section.partition("=")
        if equals and mode not in tuple(Mode):
            raise UserError(Failure.UNKNOWN_MODE, id=mode)
        wanted = Mode(mode) if equals else Mode.FULL
        if name == "all":
            modes.update({top.id: wanted for top in report.sections})
        elif name != "none":
            modes[name] = wanted
    return modes


def _metrics(report: Report, metrics: tuple[str, ...], plan: "Plan") -> tuple[str, ...] | None:
    if not metrics:
        return plan.metrics
    if "all" in metrics:
        return tuple(metric.id for metric in report.metrics)
    return tuple(metric for metric in metrics if metric != "none")


@cli.command(help=_("看这台电脑上有什么：各用途的字体、转换程序、版本。"))
@click.option("--json", "as_json", is_flag=True, help=_("输出 JSON。"))
@_language
def doctor(*, as_json: bool) -> None:
    """Say what this machine has: fonts for each role, converters, versions."""
    from generators.doctor import doctor_document, doctor_lines  # noqa: PLC0415

    if as_json:
        _print_json(doctor_document())
        return
    for line in doctor_lines():
        click.echo(line)


class _Bar:
    """A progress bar on a terminal; silent in a pipe."""

    def __init__(self, label: str) -> None:
        self._begun = False
        self._bar = click.progressbar(length=1000, label=label, file=sys.stderr, hidden=not sys.stderr.isatty())
        self._shown = 0

    def __enter__(self) -> "_Bar":
        return self

    def __exit__(self, *_details: object) -> None:
        if self._begun:
            self._bar.render_finish()

    def step(self, done: float, doing: str) -> None:  # noqa: ARG002 - the bar says how far, not what
        """Show a share (0 to 1) as done."""
        reached = int(done * 1000)
        if reached > self._shown:
            if not self._begun:
                self._begun = True  # what is done at once shows no bar
                self._bar.__enter__()
            self._bar.update(reached - self._shown)
            self._shown = reached


def _print_json(document: JsonValue) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.writelines(chain(json_pieces(document), (b"\n",)))
    sys.stdout.buffer.flush()


def main() -> None:
    """Run the command line and end the process with the contract's status: 0, 1, 2 or 130."""
    gc.disable()  # a command reads one report and ends: looking for cycles costs a tenth of its time and finds none
    for stream in (sys.stdout, sys.stderr):  # UTF-8 whatever the locale
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    try:
        status = cli.main(standalone_mode=False)
    except UserError as error:
        click.echo(_("错误：{sentence}").format(sentence=explain(error)), err=True)
        status = 1
    except click.Abort:
        status = 130
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    sys.stdout.flush()
    # All is written and closed; tearing down the libraries one by one would only cost time.
    os._exit(status if isinstance(status, int) else 0)


if __name__ == "__main__":
    main()
