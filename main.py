"""The command line, and the way into the window. Qt is imported only when the window is asked for."""

from pathlib import Path

import click
import msgspec

from report.contract import report_document
from report.reading import read_report


@click.group()
def main() -> None:
    """简报台：把政府工作报告做成简报和会议材料。"""


@main.command()
@click.argument("report")
@click.option("--json", "as_json", is_flag=True)
def inspect(report: str, as_json: bool) -> None:
    """读入报告，列出结构和指标。"""
    found = read_report(Path(report))
    if as_json:
        click.echo(msgspec.json.encode(report_document(found)).decode())


if __name__ == "__main__":
    main()
