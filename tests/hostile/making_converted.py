"""Files as LibreOffice writes them, each converted once from a document of ours."""

import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile import making_packages as packages
from tests.hostile import making_word as word
from tests.report.making_docx import paragraph, parts, run, zipped

_SECONDS = 120


def report(suffix: str) -> bytes:
    """Return the report in another format."""
    return _converted(packages.good(), suffix)


def numbered(suffix: str) -> bytes:
    """Return headings with automatic numbers in another format."""
    return _converted(word.numbered_by_styles(), suffix)


def with_note(suffix: str) -> bytes:
    """Return a figure with a footnote behind it and a table below, in another format."""
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    cell = "".join(f"<w:tc><w:tcPr/>{paragraph(text)}</w:tc>" for text in ("项目", "12"))
    body = f"<w:p>{run('生产总值完成135.6')}{mark}{run('亿元。')}</w:p><w:tbl><w:tblPr/><w:tr>{cell}</w:tr></w:tbl>"
    notes = f'<w:footnote w:id="2">{paragraph("初步核算数。")}</w:footnote>'
    return _converted(zipped(parts(packages.BODY + body, footnotes=notes)), suffix)


@cache
def _converted(document: bytes, suffix: str) -> bytes:
    """Return what LibreOffice makes of a document. A profile of its own: two may run at once."""
    soffice = shutil.which("soffice") or "soffice"
    with TemporaryDirectory() as folder:
        source = Path(folder) / "in" / "报告.docx"
        source.parent.mkdir()
        source.write_bytes(document)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", suffix, "--outdir", folder, str(source)]
        subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
        return (Path(folder) / f"报告.{suffix}").read_bytes()
